"""From facts to the household that the rules read (contract 2), with for each input the facts it came from.

What is not known stays out: the rules then answer "not yet known" with a question, never a guess. A question that was
asked about two people at once counts for the partner too, unless something is known of the partner alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from opstap.aanvraag.models import Aanvraag
from opstap.dossier.feiten import current, said_for_two, strongest
from opstap.dossier.models import Feit
from opstap.kern.geld import Geld

INKOMSTEN = {
    "inkomen_loon": "loon", "inkomen_uitkering": "uitkering", "inkomen_alimentatie": "alimentatie",
    "inkomen_pensioen": "pensioen", "inkomen_studiefinanciering": "studiefinanciering",
    "inkomen_onderhuur": "onderhuur", "inkomen_belastingteruggaaf": "overig", "inkomen_overig": "overig",
}  # fmt: skip
VERMOGEN = {
    "vermogen_banktegoed": "banktegoed", "vermogen_contant": "contant", "vermogen_auto": "auto",
    "vermogen_overig": "overig", "vermogen_eigen_woning": "eigen_woning", "vermogen_schuld": "schuld",
}  # fmt: skip
PER_PERSOON = (
    "student", "heeft_recht", "medisch_urenbeperkt", "doelgroep_loonkostensubsidie", "praktijkonderwijs_tot",
    "gedetineerd", "dagen_buitenland_dit_jaar", "staakt", "onbetaald_verlof", "kan_onderwijs_volgen",
    "ouders_betalen_mee",
)  # fmt: skip
MEDEBEWONER = ("student", "zakelijk_contract", "zelfde_verhuurder", "relatie", "mantelzorg_tijdelijk")


@dataclass(slots=True)
class Huishouden:
    """The input for the rules; per input key the ids of its facts; what the questions left open."""

    invoer: dict[str, Any]
    herkomst: dict[str, list[str]] = field(default_factory=dict)
    open_vragen: list[str] = field(default_factory=list)
    feiten: list[Feit] = field(default_factory=list)


class _Facts:
    """The facts that count, and which of them were used for what."""

    def __init__(self, rows: Iterable[Feit], said_for_two: Mapping[str, Feit]) -> None:
        self.rows = list(strongest(rows).values())
        self.said_for_two = said_for_two
        self.used: dict[str, list[str]] = {}
        self.feiten: dict[str, Feit] = {}

    def find(self, soort: str, persoon: str = "a") -> list[Feit]:
        """The facts of a kind for a person; of each thing only the latest period; papers above a saying in general."""
        latest: dict[str, Feit] = {}
        for row in self.rows:
            if row.soort == soort and row.persoon == persoon:
                before = latest.get(row.betreft)
                if before is None or (row.periode_van or date.min) >= (before.periode_van or date.min):
                    latest[row.betreft] = row
        proven = [row for row in latest.values() if row.betreft and row.waarde is not None]
        return proven or list(latest.values())

    def value(self, soort: str, persoon: str = "a", key: str = "") -> Any:
        rows = self.find(soort, persoon)
        if not rows and persoon == "p" and soort in self.said_for_two:
            rows = [self.said_for_two[soort]]
        if not rows:
            return None
        self.note(key or soort, rows[-1:])
        return rows[-1].waarde

    def is_own(self, soort: str, persoon: str) -> bool:
        """Whether what counts is about this person alone, not an answer about two."""
        together = self.said_for_two.get(soort)
        return any(row != together for row in self.find(soort, persoon))

    def note(self, key: str, rows: Iterable[Feit]) -> None:
        for row in rows:
            self.feiten[str(row.pk)] = row
            self.used.setdefault(key, []).append(str(row.pk))


def build(aanvraag: Aanvraag, peildatum: date) -> Huishouden:
    """The household of an aanvraag as it is known now."""
    facts = _Facts(current(aanvraag.dossier), said_for_two(aanvraag.dossier))
    invoer: dict[str, Any] = {"peildatum": peildatum.isoformat(), "personen": _personen(aanvraag, facts)}
    optional = {
        "rechtmatig_verblijf": facts.value("rechtmatig_verblijf"),
        "in_inrichting": _in_inrichting(facts),
        "inkomsten": _inkomsten(facts, invoer["personen"], peildatum),
        "vermogen": _vermogen(facts),
        "giften_dit_jaar": _giften(facts),
        "gemeld_op": aanvraag.gemeld_op and aanvraag.gemeld_op.isoformat(),
        "aangevraagd_op": aanvraag.aangevraagd_op and aanvraag.aangevraagd_op.isoformat(),
    }
    invoer |= {key: value for key, value in optional.items() if value is not None}
    open_vragen = [] if facts.value("woont_met") is not None else ["woont_met"]
    return Huishouden(invoer, facts.used, open_vragen, list(facts.feiten.values()))


def _personen(aanvraag: Aanvraag, facts: _Facts) -> list[dict[str, Any]]:
    lives_with = facts.value("woont_met", key="personen") or []
    inwoner = aanvraag.dossier.inwoner
    born = facts.value("geboortedatum") or (inwoner.geboortedatum and inwoner.geboortedatum.isoformat())
    people = [_person("a", "aanvrager", born, facts, "a")]
    if "partner" in lives_with:
        people.append(_person("p", "partner", facts.value("geboortedatum", "p"), facts, "p"))
    if "kinderen" in lives_with:
        for number, child in enumerate(facts.value("kinderen", key="personen") or [], 1):
            people.append({"id": f"k{number}", "rol": "kind", "geboortedatum": child.get("geboortedatum")})
    if "anderen" in lives_with:
        for number, other in enumerate(facts.value("medebewoners", key="personen") or [], 1):
            known = {key: other[key] for key in MEDEBEWONER if other.get(key) is not None}
            people.append({"id": f"m{number}", "rol": "medebewoner", "geboortedatum": other.get("geboortedatum"),
                **known})
    return [{key: value for key, value in person.items() if value is not None} for person in people]


def _person(name: str, rol: str, born: Any, facts: _Facts, persoon: str) -> dict[str, Any]:
    known = {key: facts.value(key, persoon, "personen") for key in PER_PERSOON}
    if persoon == "p" and known["heeft_recht"] is None:
        known["heeft_recht"] = facts.value("rechtmatig_verblijf", persoon, "personen")
    if facts.value("lang_buitenland", persoon) is False and known["dagen_buitenland_dit_jaar"] is None:
        known["dagen_buitenland_dit_jaar"] = 0
    return {"id": name, "rol": rol, "geboortedatum": born, **known}


def _in_inrichting(facts: _Facts) -> bool | None:
    said = facts.value("in_inrichting")
    home = facts.value("woonvorm", key="in_inrichting")
    return said if said is not None else (home == "instelling" if home is not None else None)


def _inkomsten(facts: _Facts, personen: list[dict[str, Any]], peildatum: date) -> list[dict[str, str]] | None:
    adults = [person["id"] for person in personen if person["rol"] in ("aanvrager", "partner")]
    rows: list[dict[str, str]] = []
    for soort, kind in INKOMSTEN.items():
        for person, row in _proven_first(facts, soort, adults, peildatum):
            facts.note("inkomsten", [row])
            rows.append({"persoon": person, "soort": kind, "netto": str(Geld.parse(str(row.waarde)))})
    return rows if _income_is_known(facts, adults, rows) else None


def _proven_first(facts: _Facts, soort: str, adults: list[str], peildatum: date) -> list[tuple[str, Feit]]:
    """The incomes of one kind. What two people said together gives way once pay of either of them is proven."""
    found = [
        (person, row) for person in adults for row in facts.find(soort, person)
        if row.waarde is not None and not _is_past(row, peildatum)
    ]  # fmt: skip
    return [(person, row) for person, row in found if row.betreft] or found


def _is_past(row: Feit, peildatum: date) -> bool:
    """Income last seen three months ago or longer is no income of now (Pw 32 lid 1): a payer that stopped."""
    if row.periode_van is None:
        return False
    return (peildatum.year - row.periode_van.year) * 12 + peildatum.month - row.periode_van.month > 2


def _income_is_known(facts: _Facts, adults: list[str], rows: list[dict[str, str]]) -> bool:
    other = facts.value("ander_inkomen", key="inkomsten")
    names = {"alimentatie": "alimentatie", "pensioen": "pensioen", "verhuur": "onderhuur", "belasting": "overig",
        "anders": "overig"}
    expected = {names[kind] for kind in (other or []) if kind in names}
    if other is None or not expected <= {row["soort"] for row in rows}:
        return False
    return all(
        _kind_is_known(facts, adults, rows, soort, yes, kind)
        for soort, yes, kind in (("werk", "werkt", "loon"), ("uitkering", "krijgt", "uitkering"))
    )


def _kind_is_known(
    facts: _Facts, adults: list[str], rows: list[dict[str, str]], soort: str, yes: str, kind: str
) -> bool:
    """Whether each grown-up said yes or no, and a yes has an amount: of that person, or of two who said it together."""
    earners = {row["persoon"] for row in rows if row["soort"] == kind}
    for person in adults:
        answer = facts.value(soort, person, "inkomsten")
        payers = earners & {person} if len(adults) == 1 or facts.is_own(soort, person) else earners
        if answer is None or (answer == yes and not payers):
            return False
    return True


def _vermogen(facts: _Facts) -> list[dict[str, str]] | None:
    owns, owes = facts.value("heeft_bezit", key="vermogen"), facts.value("heeft_schulden", key="vermogen")
    rows: list[dict[str, str]] = []
    for soort, kind in VERMOGEN.items():
        found = [row for row in facts.find(soort) if row.waarde is not None]
        facts.note("vermogen", found)
        rows += [{"soort": kind, "waarde": str(Geld.parse(str(row.waarde)))} for row in found]
    kinds = {row["soort"] for row in rows}
    is_known = "banktegoed" in kinds and owns is not None and owes is not None
    is_known = is_known and (not owns or bool(kinds & {"auto", "overig",
        "contant"})) and (not owes or "schuld" in kinds)
    at_home = facts.value("woonvorm", key="vermogen")
    return rows if is_known and (at_home != "eigen_woning" or "eigen_woning" in kinds) else None


def _giften(facts: _Facts) -> str | None:
    got = facts.value("kreeg_giften", key="giften_dit_jaar")
    amount = facts.value("giften_dit_jaar")
    if amount is not None:
        return str(Geld.parse(amount))
    return "0.00" if got is False else None
