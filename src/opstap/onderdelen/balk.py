"""A legal term as a bar: which stretches have passed, where the clock stood still, where today is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

Stilte = tuple[date, date | None]


@dataclass(frozen=True, slots=True)
class Stuk:
    """A stretch of the bar in percent of its length. `soort`: done (passed) or still (the clock stood still)."""

    soort: str
    x: str
    breed: str


@dataclass(frozen=True, slots=True)
class Balk:
    """What the drawing and its sentence need; days are whole calendar days."""

    van: date
    tot: date
    stukken: tuple[Stuk, ...]
    nu: str
    voorbij: int
    stil: int
    over: int
    te_laat: int


def layout(van: date, tot: date, vandaag: date, stil: Iterable[Stilte] = ()) -> Balk:
    """Lay out a term from `van` up to and including `tot`. Each stretch in `stil` holds its first and last day
    (None: still going on). ValueError when the term ends before it begins."""
    if tot < van:
        raise ValueError("een termijn eindigt niet voor zij begint")
    end = min(max(vandaag, van), tot)
    stiltes = _merged(van, end, stil)
    stukken: list[Stuk] = []
    length, at, still_days = (tot - van).days or 1, van, 0
    for first, after in stiltes:
        stukken += _stretch("done", at, first, van, length)
        stukken += _stretch("still", first, after, van, length)
        still_days += (after - first).days
        at = after
    stukken += _stretch("done", at, end, van, length)
    passed = (end - van).days - still_days
    return Balk(
        van, tot, tuple(stukken), _percent((end - van).days, length), passed, still_days, (tot - end).days,
        max(0, (vandaag - tot).days),
    )  # fmt: skip


def _merged(van: date, end: date, stil: Iterable[Stilte]) -> list[tuple[date, date]]:
    """The silences inside the passed part as [first, day after last), in order and without overlap."""
    found: list[tuple[date, date]] = []
    for first, last in sorted(stil, key=lambda stretch: stretch[0]):
        first = max(first, van)
        after = min(end, end if last is None else last + timedelta(days=1))
        if found and first <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], after))
        elif first < after:
            found.append((first, after))
    return found


def _stretch(kind: str, first: date, after: date, van: date, length: int) -> list[Stuk]:
    days: Any = (after - first).days
    return [Stuk(kind, _percent((first - van).days, length), _percent(days, length))] if days > 0 else []


def _percent(days: int, length: int) -> str:
    """With a point, whatever the language of the page: it stands in an SVG attribute."""
    return f"{min(100.0, 100 * days / length):.2f}%"
