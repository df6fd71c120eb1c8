"""After the decision, or when it does not come: objection, notice of default, penalty, the way to the court."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from opstap.termijn import inhoud
from opstap.termijn.beslissen import decision
from opstap.termijn.model import VERVALLEN, Gebeurtenis, Termijn
from opstap.termijn.stilstand import decision_day, opschortingen
from opstap.termijn.zaak import Zaak, build, describe, last_day, plain, words_of

_DAY = timedelta(days=1)


def beslissing_bezwaar(zaak: Zaak) -> Iterator[Termijn]:
    """Awb 7:10: six weeks (twelve with a committee) from the day after the objection term, repair and delay added."""
    objected = zaak.first("bezwaar")
    end = _objection_ends(zaak)
    if objected is None or end is None:
        return
    what = describe("beslissing_bezwaar", objected.datum)
    done = zaak.first("beslissing_bezwaar", since=objected.datum)
    assert what.lengte is not None
    weeks = what.lengte * (2 if objected.commissie else 1)
    until = done.bekend if done else date.max
    stops = tuple(
        row
        for row in opschortingen(zaak, objected.datum, until)
        if row.soort in ("opschorting_aanvulling", "opschorting_instemming")
    )
    notices = tuple(event for event in zaak.all("verlenging") if objected.datum <= event.datum < until)
    raw, last, days, in_time = decision_day(end, 7 * weeks, stops, notices)
    yield build(
        zaak,
        what,
        objected.datum,
        last,
        done=done,
        berekend=raw,
        opgeschort_dagen=days,
        opschortingen=stops,
        extra={"verlengd_op": [event.datum.isoformat() for event in in_time]} if in_time else {},
    )


def ingebrekestellingen(zaak: Zaak) -> Iterator[Termijn]:
    """`dwangsom`, `dwangsom_duur`, `dwangsom_besluit` and `beroep_niet_tijdig`, after a notice of default.

    A notice that comes while the term still runs does not count (it must be late: Awb 4:17 lid 3 and 6:12 lid 2).
    """
    for notice in zaak.all("ingebrekestelling")[-1:]:
        due, done = _due_and_done(zaak, notice)
        if due is None:
            return
        valid = [event for event in zaak.all("ingebrekestelling") if event.datum > due]
        what = describe("dwangsom", notice.datum)
        if not valid or (done and done.bekend < valid[0].datum):
            yield build(zaak, what, notice.datum, None, staat=VERVALLEN, words={"beslisdatum": words_of(due, zaak)})
            return
        yield from _penalty(zaak, valid[0], done)


def _penalty(zaak: Zaak, notice: Gebeurtenis, done: Gebeurtenis | None) -> Iterator[Termijn]:
    what = describe("dwangsom", notice.datum)
    raw, last, _ = last_day(zaak, what, notice.datum)
    first = last + _DAY
    yield build(
        zaak,
        what,
        notice.datum,
        last,
        done=done,
        berekend=raw,
        words={"eerste_dag": words_of(first, zaak)},
        extra={"eerste_dwangsomdag": first.isoformat()},
    )
    court = describe("beroep_niet_tijdig", notice.datum)
    raw, last_wait, _ = last_day(zaak, court, notice.datum)
    yield build(zaak, court, notice.datum, last_wait, done=done, berekend=raw)
    ended = done.bekend if done else None
    if (ended or zaak.peildatum) < first or (ended is not None and ended <= last):
        return
    yield from _amount(zaak, first, ended, done)


def _amount(zaak: Zaak, first: date, ended: date | None, done: Gebeurtenis | None) -> Iterator[Termijn]:
    table = inhoud.dwangsomtabel(first)
    if table is None:
        return
    longest = first + (table.dagen - 1) * _DAY
    days = min(((ended or zaak.peildatum + _DAY) - first).days, table.dagen)
    amount = table.bedrag(days)
    extra = {
        "dagen": days,
        "bedrag": str(amount),
        "maximum": str(table.bedrag(table.dagen)),
        "begint": first.isoformat(),
    }
    words = {"bedrag": amount.nl if zaak.taal == "nl" else f"€{amount}"}
    yield build(zaak, describe("dwangsom_duur", first), first, longest, done=done, words=words, extra=extra)
    stopped = min(ended - _DAY, longest) if ended else longest
    if ended or zaak.peildatum > longest:
        what = describe("dwangsom_besluit", first)
        raw, last, _ = last_day(zaak, what, stopped)
        yield build(
            zaak,
            what,
            stopped,
            last,
            done=zaak.first(*what.klaar_door, since=stopped),
            berekend=raw,
            words=words,
            extra={"bedrag": str(amount)},
        )


def _due_and_done(zaak: Zaak, notice: Gebeurtenis) -> tuple[date | None, Gebeurtenis | None]:
    """The term the notice is about: that of the objection once there is one, else that of the application."""
    objected = zaak.first("bezwaar")
    if objected and objected.datum <= notice.datum:
        row = next(iter(beslissing_bezwaar(zaak)), None)
        return (row.uiterlijk if row else None), zaak.first("beslissing_bezwaar", since=objected.datum)
    found = decision(zaak)
    return (found[1] if found else None), zaak.first("besluit", "intrekking")


def _objection_ends(zaak: Zaak) -> date | None:
    decided = zaak.first("besluit")
    if decided is None:
        return None
    return plain(zaak, describe("bezwaartermijn", decided.bekend), decided).uiterlijk
