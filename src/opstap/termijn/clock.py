"""All terms of one application on one day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from opstap.termijn import inhoud
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
from opstap.termijn.model import INFORMATIE, Gebeurtenis, Klok, Persoon, Termijn
from opstap.termijn.turn import turn
from opstap.termijn.zaak import Rule, Zaak, build, plain
from opstap.termijn.zoeken import Zoekt, plan_van_aanpak, search_term, zoektermijnen

_RULES: tuple[Rule, ...] = (
    zoektermijnen, beslistermijnen, herstel, voorschotten, zienswijzen, stilstanden, storingen, plan_van_aanpak,
    betalingen, beslissing_bezwaar, ingebrekestellingen,
)  # fmt: skip
_FIRST = ("melding", "aanvraag", "besluit")
_NEEDS_APPLICATION = ("verzoek_aanvulling", "verlenging", "ingebrekestelling", "voorschot_betaald")


def klok(
    gebeurtenissen: Sequence[Gebeurtenis],
    peildatum: date,
    personen: Iterable[Persoon] | None = None,
    taal: str = "nl",
) -> Klok:
    """The clock of an application, in Dutch or English (`taal` nl or en).

    `personen`: None when the household is not known. Raises InvoerFout for a course that cannot be (a decision before
    the application, two applications).
    """
    people = None if personen is None else tuple(personen)
    zaak = Zaak(ordered(tuple(gebeurtenissen)), peildatum, people, taal if taal in inhoud.TALEN else "nl")
    found: dict[str, Termijn] = {}
    for rule in (*_RULES, _plain_terms):
        for termijn in rule(zaak):
            found.setdefault(termijn.id, termijn)
    moved = [row.id for row in found.values() if row.uiterlijk and row.berekend and row.uiterlijk > row.berekend]
    if moved:
        found["weekend"] = replace(found["weekend"], extra={"verschoven": moved})
    order = {name: place for place, name in enumerate(row.id for row in inhoud.beschrijvingen())}
    terms = tuple(sorted(found.values(), key=lambda row: order[row.id]))
    who, why = turn(zaak)
    return Klok(peildatum, terms, who, why, _not_yet(zaak, found), _missing(zaak), _remarks(zaak), zaak.taal)


def _plain_terms(zaak: Zaak) -> Iterator[Termijn]:
    """The terms of a fixed length after the last event of their kind, and those without a length as information."""
    for what in inhoud.beschrijvingen():
        if what.wijze is not None:
            continue
        if what.trigger is None:
            if what.vanaf <= zaak.peildatum < what.tot:
                yield build(zaak, what, None, None, staat=INFORMATIE)
            continue
        event = zaak.first(what.trigger) if what.trigger in _FIRST else zaak.last(what.trigger)
        if event is not None and what.vanaf <= event.datum < what.tot:
            yield plain(zaak, what, event)


def _not_yet(zaak: Zaak, found: dict[str, Termijn]) -> tuple[Termijn, ...]:
    """The terms that have nothing to count from yet, in the same shape."""
    sentence = inhoud.zin("loopt_niet", zaak.taal)
    return tuple(
        Termijn(
            what.id, what.namen[zaak.taal], what.artikel, what.aan_zet, sentence, staat=INFORMATIE, bron=what.bron
        )
        for what in inhoud.beschrijvingen()
        if what.id not in found and what.vanaf <= zaak.peildatum < what.tot
    )  # fmt: skip


def _missing(zaak: Zaak) -> tuple[dict[str, str], ...]:
    """What is needed to count on, as questions."""
    rows = []
    if zaak.first("melding") and search_term(zaak)[0] is Zoekt.ONBEKEND:
        rows.append(("personen.geboortedatum", "geboortedatum"))
    if zaak.first(*_NEEDS_APPLICATION) and not zaak.first("aanvraag"):
        rows.append(("gebeurtenissen.aanvraag", "aanvraag"))
    if zaak.first("bezwaar") and not zaak.first("besluit"):
        rows.append(("gebeurtenissen.besluit", "besluit"))
    return tuple({"gegeven": key, "vraag": inhoud.zin(f"ontbreekt.{name}", zaak.taal)} for key, name in rows)


def _remarks(zaak: Zaak) -> tuple[dict[str, str], ...]:
    rows = []
    if any(event.datum > zaak.peildatum for event in zaak.gebeurtenissen):
        text = inhoud.zin("let_op.na_peildatum", zaak.taal)
        rows.append({"code": "na_peildatum", "tekst": text, "artikel": ""})
    holds, earliest = search_term(zaak)
    applied = zaak.first("aanvraag")
    if holds is Zoekt.JA and applied and earliest and applied.datum < earliest:
        text = inhoud.zin("let_op.in_zoektermijn", zaak.taal)
        rows.append({"code": "aanvraag_in_zoektermijn", "tekst": text, "artikel": "art. 41 lid 4 en 11 Pw"})
    return tuple(rows)
