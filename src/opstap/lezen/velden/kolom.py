"""Values in the column under a label, and the words above a value."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from opstap.lezen.model import Woord
from opstap.lezen.velden.kolomkop import jongste_kolom
from opstap.lezen.velden.tekst import VALUTA, Tekst, is_wijd
from opstap.lezen.velden.waarden import DATUM

Vinder = Callable[[str], list[tuple[int, int, str]]]
"""From a piece of text the values in it: (start, end, value in the contract's notation)."""


@dataclass(frozen=True, slots=True)
class Vondst:
    """A value with its place in the text, the rank of its label (0 = best), and how sure its place makes it."""

    waarde: str
    begin: int
    eind: int
    rang: int
    zekerheid: float


GELIJK = 0.006
"""How little two words that begin under each other differ, in widths of a page."""
_DAG_ERACHTER = re.compile(rf" ?(?:d\.d\.|per|op)? ?{DATUM.pattern}", re.I)


def onder(tekst: Tekst, number: int, start: int, end: int, vinder: Vinder, rank: int) -> Vondst | None:
    """The value in the column under the label, on one of the next three lines."""
    words = tekst.woorden(start, end)
    if not words or not words[0][2]:
        return None
    if (day := _DAG_ERACHTER.match(tekst.tekst, end)) is not None:  # "Nieuw saldo d.d. 12-10-2026" is one head
        words = tekst.woorden(start, day.end())
    left, right = min(w.vak[0] for w, _, _ in words), max(w.vak[2] for w, _, _ in words)
    page, bottom = words[0][1], max(w.vak[3] for w, _, _ in words)
    for line in tekst.regels[number + 1 : number + 4]:
        if line.bladzijde != page or not line.woorden:
            return None
        if line.midden - bottom > 4.5 * max(line.hoogte, 0.006):
            return None
        near = [
            (first, last, word)
            for first, last, word in tekst.plaatsen(line)
            if word.vak[0] < right + 0.04 and word.vak[2] > left - 0.02
        ]
        if not near:
            continue
        column = _recht_eronder(near, left, right)
        if column[-1][2].tekst.lower() in VALUTA:  # the number stands at the other side of the column
            column += [place for place in tekst.plaatsen(line) if place[0] > column[-1][0]][:1]
        first, last = column[0][0], column[-1][1]
        first, last = _heel(tekst, line.begin, line.eind, first, last)
        for begin, finish, value in vinder(tekst.tekst[first:last]):
            hit = Vondst(value, first + begin, first + finish, rank, 0.92)
            return _totaal_eronder(tekst, hit, vinder) or hit
        if re.search(r"\d", DATUM.sub("", tekst.tekst[first:last])):
            return None
    return None


def _totaal_eronder(tekst: Tekst, hit: Vondst, vinder: Vinder) -> Vondst | None:
    """The sum of the column in which an amount was found: on the row that opens with "Totaal", straight under the rows
    of that column. Where the heads name days, that of the latest column."""
    number = tekst.regel_op(hit.begin)
    right = tekst.woorden(hit.begin, hit.eind)[-1][0].vak[2]
    for line in tekst.regels[number + 1 : number + 16]:
        hits = vinder(line.tekst) if line.bladzijde == tekst.regels[number].bladzijde else []
        edges = [tekst.woorden(line.begin + last - 1, line.begin + last)[-1][0].vak[2] for _, last, _ in hits]
        aligned = [found for found, edge in zip(hits, edges, strict=True) if abs(edge - right) < 0.012]
        if not aligned or not re.fullmatch(r"-?\d+\.\d{2}", hit.waarde):
            return None
        if re.match(r"\s*totaal\b", line.tekst, re.I):
            first, last, value = jongste_kolom(tekst, line.begin, hits) or aligned[0]
            return Vondst(value, line.begin + first, line.begin + last, hit.rang, hit.zekerheid)
    return None


def _recht_eronder(near: list[tuple[int, int, Woord]], left: float, right: float) -> list[tuple[int, int, Woord]]:
    """Of the columns that come near the label the one that begins where it begins, else that lies most under it."""
    groups: list[list[tuple[int, int, Woord]]] = []
    for place in near:
        if groups and not is_wijd(groups[-1][-1][2], place[2]):
            groups[-1].append(place)
        else:
            groups.append([place])
    begins = [group for group in groups if abs(group[0][2].vak[0] - left) < GELIJK]
    return max(begins or groups, key=lambda group: min(right, group[-1][2].vak[2]) - max(left, group[0][2].vak[0]))


def kolom_boven(tekst: Tekst, start: int, end: int) -> str:
    """The words straight above a value, as in a grid where the label stands over it; "" when there are none near."""
    words = [word for word, _, real in tekst.woorden(start, end) if real]
    if not words:
        return ""
    left, right, top = words[0].vak[0], words[-1].vak[2], min(word.vak[1] for word in words)
    number = tekst.regel_op(start)
    for line in reversed(tekst.regels[max(0, number - 2) : number]):
        if line.bladzijde != tekst.regels[number].bladzijde or top - line.midden > 3.5 * max(line.hoogte, 0.006):
            return ""
        above = [
            (first, last)
            for first, last, word in tekst.plaatsen(line)
            if word.vak[0] < right and word.vak[2] > left - 0.02
        ]
        if above:
            first, last = _heel(tekst, line.begin, line.eind, above[0][0], above[-1][1])
            return tekst.tekst[first:last]
    return ""


def _heel(tekst: Tekst, begin: int, end: int, first: int, last: int) -> tuple[int, int]:
    """Widen a column by the words that hang close to it, so that "€ 1.250,00" or "3 maart 2026" stays whole."""
    spans = [span for span in tekst.plaatsen(tekst.regels[tekst.regel_op(begin)]) if span[0] < end]
    inside = [index for index, (start, stop, _) in enumerate(spans) if start >= first and stop <= last]
    if not inside:
        return first, last
    low, high = inside[0], inside[-1]
    while low > 0 and _gap(spans[low - 1][2].vak, spans[low][2].vak) < 0.9:
        low -= 1
    while high + 1 < len(spans) and _gap(spans[high][2].vak, spans[high + 1][2].vak) < 0.9:
        high += 1
    return spans[low][0], spans[high][1]


def _gap(left: tuple[float, ...], right: tuple[float, ...]) -> float:
    """Space between two words, in heights of a letter (pages are about 1.4 times as tall as wide)."""
    tall = max(left[3] - left[1], right[3] - right[1], 1e-6) * 1.4
    return (right[0] - left[2]) / tall
