"""All terms of one application on one day, and whose turn it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from opstap.termijn import inhoud, kalender
from opstap.termijn.beslissen import (
    beslistermijnen,
    betalingen,
    herstel,
    stilstanden,
    storingen,
    voorschotten,
    zienswijzen,
)
from opstap.termijn.bezwaar import beslissing_bezwaar, ingebrekestellingen
from opstap.termijn.invoer import ordered
from opstap.termijn.model import (
    ANDER,
    GEMEENTE,
    INFORMATIE,
    INWONER,
    NIEMAND,
    Gebeurtenis,
    Klok,
    Persoon,
    Termijn,
)
from opstap.termijn.stilstand import hersteltermijn
from opstap.termijn.zaak import Rule, Zaak, build, plain
from opstap.termijn.zoeken import Zoekt, plan_van_aanpak, search_term, zoektermijnen

_RULES: tuple[Rule, ...] = (
    zoektermijnen,
    beslistermijnen,
    herstel,
    voorschotten,
    zienswijzen,
    stilstanden,
    storingen,
    plan_van_aanpak,
    betalingen,
    beslissing_bezwaar,
    ingebrekestellingen,
)


def klok(gebeurtenissen: Sequence[Gebeurtenis], peildatum: date, personen: Iterable[Persoon] | None = None) -> Klok:
    """The clock of an application. `personen`: None when the household is not known. Raises InvoerFout for a course
    that cannot be (a decision before the application, two applications)."""
    people = None if personen is None else tuple(personen)
    zaak = Zaak(ordered(tuple(gebeurtenissen)), peildatum, people)
    found: dict[str, Termijn] = {}
    for rule in _RULES:
        for termijn in rule(zaak):
            found.setdefault(termijn.id, termijn)
    for termijn in _plain_terms(zaak):
        found.setdefault(termijn.id, termijn)
    order = list(dict.fromkeys(row.id for row in inhoud.beschrijvingen()))
    terms = tuple(sorted(found.values(), key=lambda row: order.index(row.id)))
    who, why = turn(zaak)
    return Klok(peildatum, terms, who, why, _not_yet(zaak, found), _missing(zaak), _remarks(zaak))


def turn(zaak: Zaak) -> tuple[str, str]:
    """Whose turn it is on the day we look from, with a sentence that says why."""
    now = Zaak(
        tuple(event for event in zaak.gebeurtenissen if event.datum <= zaak.peildatum), zaak.peildatum, zaak.personen
    )
    if now.first("intrekking"):
        return NIEMAND, "De aanvraag is ingetrokken."
    if now.first("besluit"):
        return _turn_after_decision(now)
    if now.first("aanvraag"):
        return _turn_under_way(now)
    if now.first("melding") is None:
        return INWONER, "Er is nog geen melding. U kunt zich melden wanneer u wilt."
    holds, earliest = search_term(now)
    if holds is Zoekt.JA and earliest is not None and now.peildatum < earliest:
        return (
            INWONER,
            f"U zoekt eerst zelf naar werk of een opleiding. Aanvragen kan vanaf {kalender.in_woorden(earliest)}.",
        )
    return INWONER, "U kunt nu de aanvraag doen."


def _turn_under_way(now: Zaak) -> tuple[str, str]:
    for request in now.all("verzoek_aanvulling"):
        last, _, answer = hersteltermijn(now, request)
        if answer is None and now.peildatum <= last:
            return INWONER, f"Wij wachten op papieren van u. Dat kan tot en met {kalender.in_woorden(last)}."
    asked = now.last("gelegenheid_zienswijze")
    if (
        asked
        and asked.uiterlijk
        and now.peildatum <= asked.uiterlijk
        and not now.first("zienswijze_ontvangen", since=asked.datum)
    ):
        return INWONER, f"U kunt uw reactie geven tot en met {kalender.in_woorden(asked.uiterlijk)}."
    if _lasts(now, "vertraging_door_aanvrager"):
        return INWONER, "Wij wachten op iets van u. Bel ons als het niet lukt."
    if _lasts(now, "wachten_buitenland"):
        return ANDER, "Wij wachten op een antwoord uit het buitenland."
    return GEMEENTE, "De gemeente werkt aan uw aanvraag."


def _turn_after_decision(now: Zaak) -> tuple[str, str]:
    if now.first("bezwaar"):
        if now.first("beslissing_bezwaar"):
            return NIEMAND, "De gemeente heeft beslist op uw bezwaar."
        return GEMEENTE, "De gemeente werkt aan uw bezwaar."
    return (
        NIEMAND,
        "Er is een besluit. U hoeft nu niets te doen. Bent u het er niet mee eens? Dan kunt u bezwaar maken.",
    )


def _lasts(now: Zaak, kind: str) -> bool:
    return any(event.tot is None or now.peildatum < event.tot for event in now.all(kind))


def _plain_terms(zaak: Zaak) -> Iterator[Termijn]:
    """The terms of a fixed length after the last event of their kind, and those without a length as information."""
    for what in inhoud.beschrijvingen():
        if what.wijze is not None:
            continue
        if what.trigger is None:
            if what.vanaf <= zaak.peildatum < what.tot:
                yield build(zaak, what, None, None, staat=INFORMATIE)
            continue
        event = (
            zaak.first(what.trigger) if what.trigger in ("melding", "aanvraag", "besluit") else zaak.last(what.trigger)
        )
        if event is not None and what.vanaf <= event.datum < what.tot:
            yield plain(zaak, what, event)


def _not_yet(zaak: Zaak, found: dict[str, Termijn]) -> tuple[Termijn, ...]:
    """The terms that have nothing to count from yet, in the same shape."""
    rows = []
    for what in inhoud.beschrijvingen():
        if what.id not in found and what.vanaf <= zaak.peildatum < what.tot:
            rows.append(
                Termijn(
                    what.id,
                    what.naam,
                    what.artikel,
                    what.aan_zet,
                    "Dit loopt nu niet.",
                    staat=INFORMATIE,
                    bron=what.bron,
                )
            )
    return tuple(rows)


def _missing(zaak: Zaak) -> tuple[dict[str, str], ...]:
    if zaak.first("melding") and search_term(zaak)[0] is Zoekt.ONBEKEND:
        return ({"gegeven": "personen.geboortedatum", "vraag": "Wanneer zijn de mensen die aanvragen geboren?"},)
    return ()


def _remarks(zaak: Zaak) -> tuple[dict[str, str], ...]:
    rows = []
    if any(event.datum > zaak.peildatum for event in zaak.gebeurtenissen):
        rows.append(
            {
                "code": "na_peildatum",
                "artikel": "",
                "tekst": "Er staan gebeurtenissen in van na de peildatum. Die zijn meegeteld als plan.",
            }
        )
    holds, earliest = search_term(zaak)
    applied = zaak.first("aanvraag")
    if holds is Zoekt.JA and applied and earliest and applied.datum < earliest:
        rows.append(
            {
                "code": "aanvraag_in_zoektermijn",
                "artikel": "art. 41 lid 4 en 11 Pw",
                "tekst": "De aanvraag kwam in de vier weken zoektijd. Het is toch een aanvraag (CRvB 2015:1953). "
                "Een medewerker kijkt of eerder beginnen past.",
            }
        )
    return tuple(rows)
