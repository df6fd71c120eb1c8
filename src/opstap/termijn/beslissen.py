"""From application to decision: decision term and notice of delay, repair, advance, hearing, payment."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from opstap.termijn.model import GEDAAN, INFORMATIE, LOOPT, VERVALLEN, Gebeurtenis, Opschorting, Termijn
from opstap.termijn.stilstand import decision_day, hersteltermijn, opschortingen
from opstap.termijn.zaak import Zaak, build, describe, extended, last_day

_PAIRS = (
    ("opschorting_aanvulling", ("verzoek_aanvulling",)),
    ("opschorting_buitenland", ("wachten_buitenland",)),
    ("opschorting_instemming", ("uitstel_met_instemming",)),
    ("opschorting_toerekenbaar", ("vertraging_door_aanvrager",)),
    ("opschorting_overmacht", ("overmacht",)),
)


def decision(zaak: Zaak) -> tuple[date, date, int, tuple[Gebeurtenis, ...], tuple[Opschorting, ...]] | None:
    """(day by counting, last day, days suspended, notices in time, suspensions); None without an application."""
    applied = zaak.first("aanvraag")
    if applied is None:
        return None
    done = zaak.first("besluit", "intrekking", since=applied.datum)
    until = done.bekend if done else date.max
    stops = opschortingen(zaak, applied.datum, until)
    notices = tuple(event for event in zaak.all("verlenging") if applied.datum <= event.datum < until)
    what = describe("beslistermijn", applied.datum)
    assert what.lengte is not None
    return *decision_day(applied.datum, 7 * what.lengte, stops, notices), stops


def beslistermijnen(zaak: Zaak) -> Iterator[Termijn]:
    """`beslistermijn` and `verdaging`."""
    applied, found = zaak.first("aanvraag"), decision(zaak)
    if applied is None or found is None:
        return
    raw, end, days, notices, stops = found
    done = zaak.first("besluit", "intrekking", since=applied.datum)
    extra = {"verlengd_op": [event.datum.isoformat() for event in notices]} if notices else {}
    yield build(
        zaak,
        describe("beslistermijn", applied.datum),
        applied.datum,
        end,
        done=done,
        berekend=raw,
        opgeschort_dagen=days,
        opschortingen=stops,
        extra=extra,
    )
    first_raw, first_end, first_days, _ = decision_day(applied.datum, 56, stops, ())
    told = notices[0] if notices else done
    yield build(
        zaak,
        describe("verdaging", applied.datum),
        applied.datum,
        first_end,
        done=told,
        berekend=first_raw,
        staat=VERVALLEN if done and not notices else None,
        opgeschort_dagen=first_days,
    )


def herstel(zaak: Zaak) -> Iterator[Termijn]:
    """`hersteltermijn` (the request that ends last, an open one first) and the four weeks after it."""
    applied = zaak.first("aanvraag")
    requests = zaak.all("verzoek_aanvulling")
    objected = zaak.first("bezwaar")
    requests = tuple(event for event in requests if objected is None or event.datum < objected.datum)
    if not requests:
        return

    def urgency(event: Gebeurtenis) -> tuple[bool, date]:
        last, _, answer = hersteltermijn(zaak, event)
        return answer is None, last

    request = max(requests, key=urgency)
    last, outage, answer = hersteltermijn(zaak, request)
    yield build(
        zaak,
        describe("hersteltermijn", request.datum),
        request.datum,
        last,
        done=answer,
        berekend=request.uiterlijk,
        storing_dagen=outage,
    )
    if applied is not None:
        yield _stop_handling(zaak, min(last, answer.datum) if answer else last)


def _stop_handling(zaak: Zaak, passed: date) -> Termijn:
    """Awb 4:5 lid 4: not handling the application can only be made known within four weeks."""
    what = describe("buiten_behandeling", passed)
    raw, end, _ = last_day(zaak, what, passed)
    done = zaak.first(*what.klaar_door)
    complete = zaak.last("aanvulling_compleet")
    request = zaak.last("verzoek_aanvulling")
    whole = complete is not None and request is not None and complete.datum >= request.datum
    return build(zaak, what, passed, end, done=done, berekend=raw, staat=VERVALLEN if whole and not done else None)


def voorschotten(zaak: Zaak) -> Iterator[Termijn]:
    """`voorschot_voorstel` (day 20), `voorschot` (day 28) and, after one was paid, `voorschot_vervolg`.

    No suspension moves these days (Pw 52 lid 1).
    """
    applied = zaak.first("aanvraag")
    if applied is None:
        return
    paid = [event for event in zaak.all("voorschot_betaald") if event.datum >= applied.datum]
    for name in ("voorschot_voorstel", "voorschot"):
        what = describe(name, applied.datum)
        done = zaak.first(*what.klaar_door, since=applied.datum)
        raw, end, _ = last_day(zaak, what, applied.datum)
        settled = done is not None and done.soort != "voorschot_betaald"
        yield build(zaak, what, applied.datum, end, done=done, berekend=raw, staat=VERVALLEN if settled else None)
    if paid:
        what = describe("voorschot_vervolg", paid[-1].datum)
        raw, end, _ = last_day(zaak, what, paid[-1].datum)
        done = zaak.first(*what.klaar_door, since=applied.datum)
        yield build(zaak, what, paid[-1].datum, end, done=done, berekend=raw, staat=VERVALLEN if done else None)


def zienswijzen(zaak: Zaak) -> Iterator[Termijn]:
    """`zienswijze`: the day the municipality set, longer after an outage; as information when none was set."""
    asked = zaak.last("gelegenheid_zienswijze")
    what = describe("zienswijze", asked.datum if asked else zaak.peildatum)
    if asked is None or asked.uiterlijk is None:
        yield build(zaak, what, None, None, staat=INFORMATIE)
        return
    done = zaak.first(*what.klaar_door, since=asked.datum)
    end, outage = extended(zaak, asked.datum, asked.uiterlijk, done.datum if done else None)
    yield build(zaak, what, asked.datum, end, done=done, berekend=asked.uiterlijk, storing_dagen=outage)


def betalingen(zaak: Zaak) -> Iterator[Termijn]:
    """Awb 4:87: six weeks after the decision was made known, when it grants money."""
    decided = zaak.first("besluit")
    if decided is None or decided.uitkomst in ("afgewezen", "niet_behandeld"):
        return
    what = describe("betaling", decided.bekend)
    raw, end, _ = last_day(zaak, what, decided.bekend)
    yield build(zaak, what, decided.bekend, end, done=zaak.first("betaling", since=decided.datum), berekend=raw)


def stilstanden(zaak: Zaak) -> Iterator[Termijn]:
    """One row per ground of Awb 4:15: the days it stopped the clock, or the sentence as information."""
    applied = zaak.first("aanvraag")
    found = decision(zaak)
    stops = found[4] if found else ()
    for name, _ in _PAIRS:
        rows = tuple(row for row in stops if row.soort == name)
        what = describe(name, applied.datum if applied else zaak.peildatum)
        if not rows:
            yield build(zaak, what, None, None, staat=INFORMATIE)
            continue
        running = any(row.loopt_nog for row in rows)
        yield build(
            zaak,
            what,
            rows[0].van,
            None,
            staat=LOOPT if running else GEDAAN,
            opschortingen=rows,
            opgeschort_dagen=_union(rows),
        )


def storingen(zaak: Zaak) -> Iterator[Termijn]:
    """`storing` and `weekend`: rules that move other terms, as information."""
    what = describe("storing", zaak.peildatum)
    outages = zaak.outages()
    extra = {"storingen": [{"van": begin.isoformat(), "tot_en_met": end.isoformat()} for begin, end in outages]}
    yield build(zaak, what, None, None, staat=INFORMATIE, extra=extra if outages else {})
    yield build(zaak, describe("weekend", zaak.peildatum), None, None, staat=INFORMATIE)


def _union(rows: tuple[Opschorting, ...]) -> int:
    days, until = 0, date.min
    for row in rows:
        days += max(0, (row.tot - max(row.van, until)).days)
        until = max(until, row.tot)
    return days
