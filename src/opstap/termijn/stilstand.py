"""When the decision term stands still (Awb 4:15) and where it then ends: the union of all suspensions.

Lid 1 (a request for papers, a question abroad) begins the day after; lid 2 (consent, delay by the applicant, force
majeure) begins on the day itself. "Tot de dag": the day on which it ends is not counted. A term that has already
ended cannot be suspended or extended any more.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from opstap.termijn import inhoud, kalender
from opstap.termijn.model import Gebeurtenis, Opschorting
from opstap.termijn.zaak import Zaak, extended

ARTIKELEN = {
    "opschorting_aanvulling": "art. 4:15 lid 1 onder a Awb",
    "opschorting_buitenland": "art. 4:15 lid 1 onder b Awb",
    "opschorting_instemming": "art. 4:15 lid 2 onder a Awb",
    "opschorting_toerekenbaar": "art. 4:15 lid 2 onder b Awb",
    "opschorting_overmacht": "art. 4:15 lid 2 onder c Awb",
}
_KINDS = {
    "wachten_buitenland": ("opschorting_buitenland", 1),
    "uitstel_met_instemming": ("opschorting_instemming", 0),
    "vertraging_door_aanvrager": ("opschorting_toerekenbaar", 0),
    "overmacht": ("opschorting_overmacht", 0),
}
_DAY = timedelta(days=1)


def hersteltermijn(zaak: Zaak, request: Gebeurtenis) -> tuple[date, int, Gebeurtenis | None]:
    """The last day to send papers after outages, the days given for those, and the answer (None: none yet)."""
    answer = zaak.first("aanvulling_ontvangen", "aanvulling_compleet", since=request.datum)
    assert request.uiterlijk is not None
    end, outage = extended(zaak, request.datum, request.uiterlijk, answer.datum if answer else None)
    return end, outage, answer


def opschortingen(zaak: Zaak, begin: date, end: date = date.max) -> tuple[Opschorting, ...]:
    """All suspensions between two days (a decision ends them), in order of their first day; they may overlap."""
    found = [_request(zaak, event) for event in zaak.all("verzoek_aanvulling") if begin <= event.datum < end]
    found += [_other(zaak, event) for event in zaak.all(*_KINDS) if begin <= event.datum < end]
    cut = [replace(row, tot=min(row.tot, end)) for row in found]
    return tuple(sorted((row for row in cut if row.tot > row.van or row.loopt_nog), key=lambda row: (row.van, row.tot)))


def decision_day(
    begin: date, days: int, suspensions: tuple[Opschorting, ...], notices: tuple[Gebeurtenis, ...]
) -> tuple[date, date, int, tuple[Gebeurtenis, ...]]:
    """Where a term of `days` ends: (day without weekend rule, last day, days suspended, notices that came in time)."""
    end, counted, until = begin + timedelta(days=days), 0, date.min
    in_time: list[Gebeurtenis] = []
    steps = sorted(
        [(row.van, 0, row) for row in suspensions] + [(row.datum, 1, row) for row in notices], key=lambda step: step[:2]
    )
    for day, _, row in steps:
        if day > kalender.eerste_werkdag(end):
            break
        if isinstance(row, Opschorting):
            fresh = max(0, (row.tot - max(row.van, until)).days)
            until = max(until, row.tot)
            end, counted = end + fresh * _DAY, counted + fresh
        else:
            in_time.append(row)
            end = max(end, row.tot) if row.tot else end + (row.dagen or 0) * _DAY
    return end, kalender.eerste_werkdag(end), counted, tuple(in_time)


def _request(zaak: Zaak, event: Gebeurtenis) -> Opschorting:
    last, _, answer = hersteltermijn(zaak, event)
    until = min(last, answer.datum) if answer else last
    running = answer is None and event.datum <= zaak.peildatum < until
    return Opschorting(
        "opschorting_aanvulling",
        event.datum + _DAY,
        until,
        ARTIKELEN["opschorting_aanvulling"],
        event.reden or inhoud.zin("reden.verzoek_aanvulling", zaak.taal),
        running,
    )


def _other(zaak: Zaak, event: Gebeurtenis) -> Opschorting:
    kind, shift = _KINDS[event.soort]
    begin = event.datum + shift * _DAY
    until = event.tot or max(begin, zaak.peildatum)
    running = event.datum <= zaak.peildatum and (event.tot is None or zaak.peildatum < event.tot)
    return Opschorting(
        kind, begin, until, ARTIKELEN[kind], event.reden or inhoud.zin(f"reden.{event.soort}", zaak.taal), running
    )
