"""Whose turn it is on the day we look from, with a sentence that says why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from opstap.termijn import inhoud
from opstap.termijn.model import ANDER, GEMEENTE, INWONER, NIEMAND
from opstap.termijn.stilstand import hersteltermijn
from opstap.termijn.zaak import Zaak, extended, words_of
from opstap.termijn.zoeken import Zoekt, search_term


def turn(zaak: Zaak) -> tuple[str, str]:
    """(gemeente, inwoner, ander or niemand; the sentence). Events after the day we look from do not count."""
    now = replace(zaak, gebeurtenissen=tuple(event for event in zaak.gebeurtenissen if event.datum <= zaak.peildatum))
    who, key, day = _turn(now)
    return who, inhoud.zin(f"beurt.{key}", zaak.taal, dag=words_of(day, zaak))


def _turn(now: Zaak) -> tuple[str, str, date | None]:
    if now.first("intrekking"):
        return NIEMAND, "ingetrokken", None
    if now.first("besluit", "bezwaar"):
        return _after_decision(now)
    if now.first("aanvraag"):
        return _under_way(now)
    if now.first("melding") is None:
        return INWONER, "geen_melding", None
    holds, earliest = search_term(now)
    if holds is Zoekt.JA and earliest is not None and now.peildatum < earliest:
        return INWONER, "zoeken", earliest
    return INWONER, "aanvragen", None


def _under_way(now: Zaak) -> tuple[str, str, date | None]:
    for request in now.all("verzoek_aanvulling"):
        last, _, answer = hersteltermijn(now, request)
        if answer is None and now.peildatum <= last:
            return INWONER, "papieren", last
    asked = now.last("gelegenheid_zienswijze")
    if asked and asked.uiterlijk and not now.first("zienswijze_ontvangen", since=asked.datum):
        last, _ = extended(now, asked.datum, asked.uiterlijk)
        if now.peildatum <= last:
            return INWONER, "reactie", last
    if _lasts(now, "vertraging_door_aanvrager"):
        return INWONER, "wacht_op_u", None
    if _lasts(now, "wachten_buitenland"):
        return ANDER, "buitenland", None
    return GEMEENTE, "aan_het_werk", None


def _after_decision(now: Zaak) -> tuple[str, str, date | None]:
    if now.first("beslissing_bezwaar"):
        return NIEMAND, "bezwaar_klaar", None
    if now.first("bezwaar"):
        return GEMEENTE, "bezwaar", None
    return NIEMAND, "besloten", None


def _lasts(now: Zaak, kind: str) -> bool:
    return any(event.tot is None or now.peildatum < event.tot for event in now.all(kind))
