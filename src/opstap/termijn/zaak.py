"""One application as the clock sees it: its events in order, and the ways to look things up in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from opstap.termijn import inhoud, kalender
from opstap.termijn.inhoud import Beschrijving
from opstap.termijn.model import (
    GEDAAN,
    INFORMATIE,
    LOOPT,
    VAST,
    VERSTREKEN,
    Gebeurtenis,
    Persoon,
    Termijn,
)


@dataclass(frozen=True)
class Zaak:
    """The events (by date), the day we look from and the persons (None: not known)."""

    gebeurtenissen: tuple[Gebeurtenis, ...]
    peildatum: date
    personen: tuple[Persoon, ...] | None = None
    taal: str = "nl"

    def all(self, *kinds: str) -> tuple[Gebeurtenis, ...]:
        return tuple(event for event in self.gebeurtenissen if event.soort in kinds)

    def first(self, *kinds: str, since: date = date.min) -> Gebeurtenis | None:
        """The first event of these kinds on or after a day."""
        return next((event for event in self.gebeurtenissen if event.soort in kinds and event.datum >= since), None)

    def last(self, *kinds: str) -> Gebeurtenis | None:
        return next(iter(reversed(self.all(*kinds))), None)

    def outages(self) -> tuple[tuple[date, date], ...]:
        """The outages as (first day, last day); one that lasts ends, for now, on the day we look from."""
        found: list[tuple[date, date]] = []
        begins: list[date] = []
        for event in self.all("storing_begin", "storing_einde"):
            if event.soort == "storing_begin":
                begins.append(event.datum)
            elif begins:
                found.append((begins.pop(0), event.datum))
        return tuple(found + [(begin, max(begin, self.peildatum)) for begin in begins])


def extended(zaak: Zaak, begin: date, end: date, done_on: date | None = None) -> tuple[date, int]:
    """The last day of a term of the inwoner after outages (Awb 2:21 lid 3) and a message by another way (2:23).

    Each day of an outage inside the term gives a day more, also an outage in the days it gave; an outage after the
    inwoner was done gives none. Returns the day and the number of days given.
    """
    original, stop = end, done_on or date.max
    for day in sorted({day for first, last in zaak.outages() for day in _days(first, last) if begin <= day <= stop}):
        if day > end:
            break
        end += timedelta(days=1)
    for event in zaak.all("verkeerd_kanaal"):
        if begin <= event.datum <= min(end, stop):
            waited = ((event.tot or max(zaak.peildatum, event.datum)) - event.datum).days
            end = max(end + timedelta(days=waited), kalender.volgende_werkdag(end))
    return end, (end - original).days


def build(
    zaak: Zaak,
    what: Beschrijving,
    begin: date | None,
    end: date | None,
    *,
    done: Gebeurtenis | None = None,
    berekend: date | None = None,
    staat: str | None = None,
    words: dict[str, Any] | None = None,
    **more: Any,
) -> Termijn:
    """A Termijn from its description: the state from dates and what was done, the sentence from the state."""
    done_on = done.bekend if done else None
    late = end is not None and (done_on or zaak.peildatum) > end
    state = staat or _state(what, end, done, late)
    key = {GEDAAN: "gedaan", VERSTREKEN: "voorbij"}.get(state, state)
    texts = what.teksten[zaak.taal]
    text = texts.get(key, texts[""])
    values = {"uiterlijk": words_of(end, zaak), "begin": words_of(begin, zaak), "gedaan": words_of(done_on, zaak)} | (
        words or {}
    )
    return Termijn(
        what.id,
        what.namen[zaak.taal],
        what.artikel,
        what.aan_zet,
        text.format_map(values),
        uiterlijk=end,
        berekend=berekend or end,
        verstreken=late and not what.direct,
        staat=state,
        gedaan_op=done_on,
        bron=what.bron,
        **more,
    )


def _state(what: Beschrijving, end: date | None, done: Gebeurtenis | None, late: bool) -> str:
    if end is None:
        return INFORMATIE
    if done is not None:
        return GEDAAN
    return VAST if what.direct else VERSTREKEN if late else LOOPT


def plain(zaak: Zaak, what: Beschrijving, trigger: Gebeurtenis) -> Termijn:
    """A term of a fixed length after one event."""
    begin = trigger.bekend if what.op_bekendmaking else trigger.datum
    done = zaak.first(*what.klaar_door, since=begin) if what.klaar_door else None
    raw, end, outage = last_day(zaak, what, begin, done)
    moment = {"tijdstip": f"{end.isoformat()}T{trigger.tijd}"} if what.eenheid == "uren" and trigger.tijd else {}
    return build(zaak, what, begin, end, done=done, berekend=raw, storing_dagen=outage, extra=moment)


def last_day(zaak: Zaak, what: Beschrijving, begin: date, done: Gebeurtenis | None = None) -> tuple[date, date, int]:
    """(day by counting alone, last day after outages, weekends and holidays, days given for outages)."""
    assert what.lengte is not None
    raw = kalender.add(begin, what.lengte, what.eenheid)
    moves = what.atw and kalender.atw_geldt(what.lengte, what.eenheid)
    end, outage = kalender.eerste_werkdag(raw) if moves else raw, 0
    if what.inwoner:
        end, outage = extended(zaak, begin, end, done.datum if done else None)
        end = kalender.eerste_werkdag(end) if moves else end
    return raw, end, outage


def describe(id: str, on: date) -> Beschrijving:  # noqa: A002  the word of the contract
    """The description of a term that must exist on this day."""
    found = inhoud.beschrijving(id, on)
    if found is None:
        raise LookupError(f"no description of {id} on {on}")
    return found


def _days(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=index) for index in range((last - first).days + 1))


def words_of(day: date | None, zaak: Zaak) -> str:
    """A date in words in the language of the case; nothing for no date."""
    return "" if day is None else kalender.in_woorden(day, zaak.taal)


Rule = Callable[[Zaak], Iterable[Termijn]]
