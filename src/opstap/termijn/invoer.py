"""Reading and checking the document of contract 3. A fault is one Dutch line that names the key and how to mend it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from difflib import get_close_matches
from typing import Any

from opstap.kern.commands import InvoerFout, kort
from opstap.termijn.model import Gebeurtenis, Persoon

EERSTE, LAATSTE = date(1990, 1, 1), date(2100, 12, 31)

# kind of event -> keys it must have, keys it may have (beside soort, datum and reden)
SOORTEN: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "melding": ((), ()),
    "aanvraag": ((), ()),
    "verzoek_aanvulling": (("uiterlijk",), ()),
    "aanvulling_ontvangen": ((), ()),
    "aanvulling_compleet": ((), ()),
    "verlenging": ((), ("dagen", "tot")),
    "storing_begin": ((), ()),
    "storing_einde": ((), ()),
    "uitstel_met_instemming": ((), ("tot",)),
    "vertraging_door_aanvrager": ((), ("tot",)),
    "overmacht": ((), ("tot",)),
    "wachten_buitenland": ((), ("tot",)),
    "gelegenheid_zienswijze": (("uiterlijk",), ()),
    "zienswijze_ontvangen": ((), ()),
    "besluit": ((), ("bekendgemaakt", "uitkomst")),
    "intrekking": ((), ()),
    "bezwaar": ((), ("commissie",)),
    "beslissing_bezwaar": ((), ("bekendgemaakt",)),
    "ingebrekestelling": ((), ()),
    "dwangsom_vastgesteld": ((), ()),
    "voorschot_betaald": ((), ()),
    "betaling": ((), ()),
    "wijziging": ((), ()),
    "einde_uitkering": ((), ()),
    "einde_ww": ((), ()),
    "bericht_geplaatst": ((), ("tijd",)),
    "kennisgeving_verstuurd": ((), ("tijd",)),
    "verkeerd_kanaal": ((), ("tot",)),
    "bericht_geweigerd": ((), ()),
    "bericht_voor_ander": ((), ()),
    "gegevens_niet_geleverd": ((), ()),
    "uitslag_taaltoets": ((), ()),
    "kennisgeving_taaleis": ((), ()),
    "bereidverklaring_taal": ((), ()),
    "besluit_verlaging": ((), ()),
    "heroverweging": ((), ()),
    "avg_verzoek": ((), ()),
    "avg_antwoord": ((), ()),
    "datalek": ((), ("tijd",)),
    "datalek_gemeld": ((), ("tijd",)),
}
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
UITKOMSTEN = ("toegekend", "deels", "afgewezen", "niet_behandeld")
ROLLEN = ("aanvrager", "partner", "kind", "medebewoner")
_DATES = ("uiterlijk", "tot", "bekendgemaakt")
_PERSON_BOOL = (
    "heeft_recht",
    "student",
    "zakelijk_contract",
    "zelfde_verhuurder",
    "mantelzorg_tijdelijk",
    "medisch_urenbeperkt",
    "doelgroep_loonkostensubsidie",
    "in_inrichting",
    "gedetineerd",
    "staakt",
    "onbetaald_verlof",
    "kan_onderwijs_volgen",
    "ouders_betalen_mee",
)
_PERSON_OTHER = ("id", "rol", "geboortedatum", "relatie", "praktijkonderwijs_tot", "dagen_buitenland_dit_jaar")
_ONCE = ("aanvraag", "besluit", "bezwaar", "intrekking", "beslissing_bezwaar")


def read_document(document: Any) -> tuple[date, tuple[Gebeurtenis, ...], tuple[Persoon, ...] | None]:
    """The day, the events in order of date and the persons (None: not given). Raises InvoerFout."""
    if not isinstance(document, Mapping):
        raise InvoerFout('Hier hoort een blok { … } te staan met "peildatum" en "gebeurtenissen".')
    _known(document, ("peildatum", "gebeurtenissen", "personen"), "het document")
    on = read_date(_needed(document, "peildatum", "het document"), "peildatum")
    rows = _needed(document, "gebeurtenissen", "het document")
    if not isinstance(rows, list):
        raise InvoerFout("gebeurtenissen hoort een lijst te zijn: [ … ].")
    events = [read_gebeurtenis(row, f"gebeurtenissen[{index}]") for index, row in enumerate(rows)]
    return on, ordered(events), _persons(document.get("personen"))


def read_gebeurtenis(row: Any, where: str = "gebeurtenis") -> Gebeurtenis:
    """One event. Raises InvoerFout naming `where` and the key."""
    if not isinstance(row, Mapping):
        raise InvoerFout(f"{where} hoort een blok {{ … }} te zijn.")
    kind = _needed(row, "soort", where)
    if not isinstance(kind, str) or kind not in SOORTEN:
        raise InvoerFout(f"{where}: de soort {_toon(kind)} ken ik niet.{_suggest(str(kind), tuple(SOORTEN))}")
    needed, allowed = SOORTEN[kind]
    _known(row, ("soort", "datum", "reden", *needed, *allowed), f"{where} ({kind})")
    day = read_date(_needed(row, "datum", f"{where} ({kind})"), f"{where}.datum")
    for key in needed:
        _needed(row, key, f"{where} ({kind})")
    values: dict[str, Any] = {
        key: _later(row[key], day, f"{where}.{key}") for key in _DATES if row.get(key) is not None
    }
    return Gebeurtenis(kind, day, **values, **_other_values(row, kind, where))


def ordered(events: list[Gebeurtenis] | tuple[Gebeurtenis, ...]) -> tuple[Gebeurtenis, ...]:
    """The events by date (equal dates keep their order). Raises InvoerFout when the course cannot be."""
    course = tuple(sorted(events, key=lambda event: event.datum))
    first: dict[str, Gebeurtenis] = {}
    for event in course:
        if event.soort in _ONCE and event.soort in first and first[event.soort].datum != event.datum:
            raise InvoerFout(
                f"{event.soort} staat er twee keer in ({first[event.soort].datum} en {event.datum}). "
                "De klok loopt over één aanvraag; geef er één."
            )
        first.setdefault(event.soort, event)
        if "uiterlijk" in SOORTEN.get(event.soort, ((), ()))[0] and event.uiterlijk is None:
            raise InvoerFout(f"{event.soort} van {event.datum}: de sleutel uiterlijk ontbreekt. Voeg die toe.")
    for later, earlier in (("besluit", "aanvraag"), ("bezwaar", "besluit"), ("beslissing_bezwaar", "bezwaar")):
        if later in first and earlier in first and first[later].datum < first[earlier].datum:
            raise InvoerFout(
                f"{later} van {first[later].datum} ligt vóór {earlier} van {first[earlier].datum}. "
                "Kijk of de datums kloppen."
            )
    _check_outages(course)
    return course


def read_date(value: Any, where: str) -> date:
    """A date as YYYY-MM-DD. Raises InvoerFout."""
    if isinstance(value, str) and len(value) == 10:
        try:
            day = date.fromisoformat(value)
        except ValueError:
            day = None
        if day is not None and EERSTE <= day <= LAATSTE:
            return day
        if day is not None:
            raise InvoerFout(f"{where} is {value}. Geef een datum tussen {EERSTE.year} en {LAATSTE.year}.")
    raise InvoerFout(f"{where} is {_toon(value)}. Dat is geen bestaande datum; schrijf hem als 2026-03-02.")


def _other_values(row: Mapping[str, Any], kind: str, where: str) -> dict[str, Any]:
    values: dict[str, Any] = {}
    if row.get("dagen") is not None:
        days = row["dagen"]
        if isinstance(days, bool) or not isinstance(days, int) or not 1 <= days <= 366:
            raise InvoerFout(f"{where}.dagen is {_toon(days)}. Geef een heel getal van 1 tot en met 366.")
        values["dagen"] = days
    if kind == "verlenging" and (row.get("dagen") is None) == (row.get("tot") is None):
        raise InvoerFout(f"{where} (verlenging): geef of dagen, of tot.")
    if row.get("commissie") is not None:
        if not isinstance(row["commissie"], bool):
            raise InvoerFout(f"{where}.commissie is {_toon(row['commissie'])}. Geef true of false.")
        values["commissie"] = row["commissie"]
    if row.get("uitkomst") is not None and row["uitkomst"] not in UITKOMSTEN:
        raise InvoerFout(f"{where}.uitkomst is {_toon(row['uitkomst'])}. Kies uit: {', '.join(UITKOMSTEN)}.")
    for key in ("uitkomst", "tijd", "reden"):
        if row.get(key) is not None:
            if not isinstance(row[key], str):
                raise InvoerFout(f"{where}.{key} is {_toon(row[key])}. Geef hier tekst.")
            values[key] = row[key]
    if "tijd" in values and not _TIME.fullmatch(values["tijd"]):
        raise InvoerFout(f"{where}.tijd is {_toon(values['tijd'])}. Schrijf een tijd als 14:30.")
    return values


def _later(value: Any, than: date, where: str) -> date:
    day = read_date(value, where)
    if day < than:
        raise InvoerFout(f"{where} is {value}, maar dat ligt vóór de datum van de gebeurtenis ({than}).")
    return day


def _check_outages(course: tuple[Gebeurtenis, ...]) -> None:
    running = 0
    for event in course:
        running += {"storing_begin": 1, "storing_einde": -1}.get(event.soort, 0)
        if running < 0:
            raise InvoerFout(f"storing_einde van {event.datum}: er is geen storing_begin ervoor. Voeg dat toe.")


def _persons(rows: Any) -> tuple[Persoon, ...] | None:
    if rows is None:
        return None
    if not isinstance(rows, list):
        raise InvoerFout("personen hoort een lijst te zijn: [ … ].")
    persons, seen = [], set()
    for index, row in enumerate(rows):
        where = f"personen[{index}]"
        persons.append(_person(row, where))
        name = row.get("id")
        if name is not None and not isinstance(name, str):
            raise InvoerFout(f"{where}.id is {_toon(name)}. Geef hier een naam of letter.")
        if name is not None and name in seen:
            raise InvoerFout(f"{where}.id: {_toon(name)} komt twee keer voor. Geef ieder een eigen id.")
        seen.add(name)
    roles = [person.rol for person in persons]
    if roles.count("aanvrager") > 1 or roles.count("partner") > 1:
        raise InvoerFout("personen: er kan één aanvrager en één partner zijn. Haal er een weg.")
    if "partner" in roles and "aanvrager" not in roles:
        raise InvoerFout("personen: er is een partner zonder aanvrager. Voeg de aanvrager toe.")
    return tuple(persons)


def _person(row: Any, where: str) -> Persoon:
    if not isinstance(row, Mapping):
        raise InvoerFout(f"{where} hoort een blok {{ … }} te zijn.")
    _known(row, (*_PERSON_OTHER, *_PERSON_BOOL), where)
    role = _needed(row, "rol", where)
    if role not in ROLLEN:
        raise InvoerFout(f"{where}.rol is {_toon(role)}. Kies uit: {', '.join(ROLLEN)}.")
    for key in _PERSON_BOOL:
        if row.get(key) is not None and not isinstance(row[key], bool):
            raise InvoerFout(f"{where}.{key} is {_toon(row[key])}. Geef true of false.")
    days = {
        key: _any_date(row[key], f"{where}.{key}")
        for key in ("geboortedatum", "praktijkonderwijs_tot")
        if row.get(key) is not None
    }
    flags = {key: row.get(key) for key in ("medisch_urenbeperkt", "doelgroep_loonkostensubsidie")}
    return Persoon(role, days.get("geboortedatum"), praktijkonderwijs_tot=days.get("praktijkonderwijs_tot"), **flags)


def _any_date(value: Any, where: str) -> date:
    if isinstance(value, str) and len(value) == 10:
        try:
            day = date.fromisoformat(value)
        except ValueError:
            day = date.min
        if 1900 <= day.year <= LAATSTE.year:
            return day
        if day > date.min:
            raise InvoerFout(f"{where} is {value}. Geef een datum tussen 1900 en {LAATSTE.year}.")
    raise InvoerFout(f"{where} is {_toon(value)}. Dat is geen bestaande datum; schrijf hem als 1976-05-01.")


def _needed(row: Mapping[str, Any], key: str, where: str) -> Any:
    if row.get(key) is None:
        raise InvoerFout(f"{where}: de sleutel {key} ontbreekt. Voeg die toe.")
    return row[key]


def _known(row: Mapping[str, Any], keys: tuple[str, ...], where: str) -> None:
    for key in row:
        if key not in keys:
            raise InvoerFout(f"{where}: de sleutel {_toon(key)} ken ik niet.{_suggest(str(key), keys)}")


def _toon(value: Any) -> str:
    return kort(repr(value))


def _suggest(word: str, choices: tuple[str, ...]) -> str:
    close = get_close_matches(word, choices, n=1)
    return f" Bedoelt u {close[0]}?" if close else f" Kies uit: {', '.join(choices)}."
