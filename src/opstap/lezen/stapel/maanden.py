"""Month tiles per account: binnen, deels, ontbreekt or niet_leesbaar, from periods and from the chain of balances."""

from __future__ import annotations

import itertools
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from opstap.lezen.model import Document, Maandtegel
from opstap.lezen.stapel.ketting import Lijn, Stuk, stuk_van

_SOORTEN = frozenset({"bankafschrift", "bank_app_schermafdruk"})
_EDGE = timedelta(days=7)
_WEEKEND = timedelta(days=5)
Maand = tuple[int, int]


@dataclass(slots=True)
class _Rekening(Lijn):
    onleesbaar: set[Maand] = field(default_factory=set)


def maandtegels(
    documenten: list[Document], van: date | None = None, tot: date | None = None, rekeningen: Iterable[str] = ()
) -> list[Maandtegel]:
    """The tiles of every account in the pile, in order of account and month.

    With `van` and `tot` each month between is shown (the months that were asked for). Without, each account runs from
    its first to its last statement: a month in between that is not there is a proven gap. `rekeningen`: accounts that
    are known to be there; with a window they are shown also when no statement of them came in.
    """
    tiles: list[Maandtegel] = []
    for account in _accounts(documenten, rekeningen):
        states = _states(account)
        months = sorted(set(states) | account.onleesbaar)
        if not months and not (van and tot):
            continue
        first = _month(van) if van else months[0]
        last = _month(tot) if tot else months[-1]
        for month in _between(first, last):
            state = states.get(month) or ("niet_leesbaar" if month in account.onleesbaar else "ontbreekt")
            tiles.append(Maandtegel(account.rekening, f"{month[0]:04d}-{month[1]:02d}", state))
    return tiles


def rekening_van(document: Document) -> str | None:
    """The account of a statement as read: the IBAN, else the old number."""
    veld = document.velden.get("iban")
    return veld.waarde.replace(" ", "") if veld else document.rekening


def _accounts(documenten: list[Document], rekeningen: Iterable[str] = ()) -> list[_Rekening]:
    known = (iban.replace(" ", "") for iban in rekeningen)
    accounts: dict[str, _Rekening] = {iban: _Rekening(iban) for iban in known}
    for document in documenten:
        iban = rekening_van(document)
        if document.soort not in _SOORTEN or iban is None:
            continue
        account = accounts.setdefault(iban, _Rekening(iban))
        if document.periode is None:
            account.los += [document] if document.leesbaar and document.dubbel_van is None else []
        elif document.leesbaar:
            account.stukken.append(stuk_van(document, *document.periode, document.afgeleid))
        else:
            account.onleesbaar.update(_between(*map(_month, document.periode)))
    for account in accounts.values():
        account.plaats()
    return [accounts[iban] for iban in sorted(accounts)]


def _states(account: _Rekening) -> dict[Maand, str]:
    covered, partly = _coverage(account.stukken), _doubted(account.stukken)
    states: dict[Maand, str] = {}
    for van, tot in covered:
        for month in _between(_month(van), _month(tot)):
            first, last = _days(month)
            state = "binnen" if van <= first and last <= tot else "deels"
            if states.get(month) != "binnen":
                states[month] = state
    for month in partly & set(states):
        states[month] = "deels"
    return _without_slivers(states, account.stukken)


def _coverage(stukken: list[Stuk]) -> list[tuple[date, date]]:
    """The spans of days that are in. A chain of balances closes a weekend between two statements."""
    spans: list[tuple[date, date]] = []
    closing: str | None = None
    for stuk in stukken:
        van, tot = _widened(stuk)
        if spans:
            last_van, last_tot = spans[-1]
            chained = closing is not None and closing == stuk.begin
            room = _WEEKEND if chained else timedelta(days=1)
            if van <= last_tot + room:
                spans[-1] = (last_van, max(last_tot, tot))
                closing = stuk.eind if tot >= last_tot else closing
                continue
        spans.append((van, tot))
        closing = stuk.eind
    return spans


def _widened(stuk: Stuk) -> tuple[date, date]:
    """A period derived from bookings is taken to reach the edge of its month when it comes within a week of it.

    An export of whole months rarely has a booking on the very first and last day.
    """
    if not stuk.afgeleid:
        return stuk.van, stuk.tot
    first, last = _days(_month(stuk.van))[0], _days(_month(stuk.tot))[1]
    return (
        first if stuk.van - first <= _EDGE else stuk.van,
        last if last - stuk.tot <= _EDGE else stuk.tot,
    )


def _doubted(stukken: list[Stuk]) -> set[Maand]:
    """Months of which something is missing though the dates look complete: a page, a sum, or a break in the chain. No
    break between two statements with a printed period of which each closes by itself: there is nothing to hand in."""
    months: set[Maand] = set()
    for stuk in stukken:
        if not stuk.heel and not any(_replaces(other, stuk) for other in stukken):
            months.update(_between(_month(stuk.van), _month(stuk.tot)))
    for before, after in itertools.pairwise(stukken):
        follows = before.tot < after.van <= before.tot + _WEEKEND
        whole = all(stuk.sluit and not stuk.afgeleid for stuk in (before, after))
        if follows and not whole and before.eind is not None and after.begin is not None and before.eind != after.begin:
            months.update((_month(before.tot), _month(after.van)))
    return months


def _replaces(other: Stuk, stuk: Stuk) -> bool:
    """Whether another statement is whole and covers all of this one: then nothing of it is missing."""
    return other.heel and other.van <= stuk.van and stuk.tot <= other.tot


def _without_slivers(states: dict[Maand, str], stukken: list[Stuk]) -> dict[Maand, str]:
    """Drop a first or last month that is in for a few days without a booking: the weekend before a statement."""
    for month in {min(states), max(states)} if len(states) > 1 else set():
        first, last = _days(month)
        days = [(max(stuk.van, first), min(stuk.tot, last)) for stuk in stukken]
        covered = sum(((tot - van).days + 1 for van, tot in days if van <= tot), 0)
        booked = any(first <= booking.datum <= last for stuk in stukken for booking in stuk.document.transacties)
        if states[month] == "deels" and covered <= 4 and not booked:
            del states[month]
    return states


def _month(day: date) -> Maand:
    return day.year, day.month


def _days(month: Maand) -> tuple[date, date]:
    return date(*month, 1), date(*month, monthrange(*month)[1])


def _between(first: Maand, last: Maand) -> list[Maand]:
    start, end = first[0] * 12 + first[1] - 1, last[0] * 12 + last[1] - 1
    return [(number // 12, number % 12 + 1) for number in range(start, min(end, start + 600) + 1)]
