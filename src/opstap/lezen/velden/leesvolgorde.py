"""Running text in two columns is read one column after the other, as a person does; tables and side notes stay as they
are."""

from __future__ import annotations

import re
from itertools import groupby

from opstap.lezen.model import Woord

Lijn = list[Woord]
MINSTENS_REGELS = 5
"""So many lines in either make two columns of text; fewer may be an address beside a date."""
MINSTENS_WOORDEN = 4.0
"""Words of letters per half line, on average on either side: a table or a list of labels has fewer."""
_BEDRAG = re.compile(r"[-+€]*\d[\d.]*,\d{2}\W*$")
_BEGINT = re.compile(rf"\d{{1,2}}[-/.]\d{{1,2}}(?:[-/.]\d{{2,4}})?$|{_BEDRAG.pattern}")
GOOT = 0.018
"""Width of the empty strip between two columns, in widths of a page."""
MIDDENS = [place / 100 for place in range(36, 65)]
"""Where the middle of that strip is looked for."""


def leesvolgorde(lines: list[Lijn]) -> list[Lijn]:
    """The same words in lines; the longest stretch of two columns as its left and then its right half lines."""
    edges = [_Randen([(word.vak[0], word.vak[2]) for word in line]) for line in lines]
    middles = [middle for middle in MIDDENS if sum(line.laatste >= middle for line in edges) >= MINSTENS_REGELS]
    stretches = [found for middle in middles for found in _stroken(edges, middle)]
    shortest, start, end, middle = max(stretches, key=lambda found: found[0], default=(0, 0, 0, 0.0))
    if shortest < MINSTENS_REGELS:
        return lines
    halves = [_halveer(line, middle) for line in lines[start:end]]
    left, right = [half for half, _ in halves if half], [half for _, half in halves if half]
    if min(_woorden(left), _woorden(right)) < MINSTENS_WOORDEN or _is_tabel([*left, *right]):
        return lines
    return [*lines[:start], *left, *right, *lines[end:]]


class _Randen:
    """Where the words of a line begin and end, and where its first and its last word begins."""

    __slots__ = ("eerste", "laatste", "woorden")

    def __init__(self, woorden: list[tuple[float, float]]) -> None:
        self.woorden = woorden
        self.eerste = min((left for left, _ in woorden), default=1.0)
        self.laatste = max((left for left, _ in woorden), default=0.0)


def _stroken(edges: list[_Randen], middle: float) -> list[tuple[int, int, int, float]]:
    """Stretches of lines that leave the strip around `middle` empty: (lines of the shortest column, start, end,
    middle)."""
    begin, end = middle - GOOT / 2, middle + GOOT / 2
    found, at = [], 0
    for is_free, run in groupby(edges, lambda line: all(right <= begin or left >= end for left, right in line.woorden)):
        here = list(run)
        if is_free:
            left, right = sum(line.eerste < middle for line in here), sum(line.laatste >= middle for line in here)
            found.append((min(left, right), at, at + len(here), middle))
        at += len(here)
    return found


def _halveer(line: Lijn, middle: float) -> tuple[Lijn, Lijn]:
    return [word for word in line if word.vak[0] < middle], [word for word in line if word.vak[0] >= middle]


def _is_tabel(halves: list[Lijn]) -> bool:
    """Whether so many half lines begin with a day or an amount, or end with an amount, that they are rows."""
    rows = sum(bool(_BEGINT.match(half[0].tekst) or _BEDRAG.match(half[-1].tekst)) for half in halves)
    return rows > 0.3 * len(halves)


def _woorden(halves: list[Lijn]) -> float:
    """Words of letters per half line."""
    return sum(sum(char.isalpha() for char in word.tekst) > 1 for half in halves for word in half) / max(1, len(halves))
