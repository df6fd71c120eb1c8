"""When no label of the list stands there: the value whose own words hold a stem that names the field.

Own words: before it in its row, or around it in its sentence. Two different values that fit equally well give none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from opstap.lezen.velden.kolom import Vinder, Vondst, kolom_boven
from opstap.lezen.velden.kolomkop import kies_kolom
from opstap.lezen.velden.tekst import Tekst, plat

_ZIN = re.compile(r"(?:[a-z]{3}|\d)\s?[.;!?]\s+")
_LETTERS = re.compile(r"[a-z]{2}")
ERVOOR, ERACHTER, KORT = 110, 45, 16
"""Letters of a sentence looked at before and after a value; a line shorter than this goes on from the line before."""


@dataclass(frozen=True, slots=True)
class _Kandidaat:
    begin: int
    eind: int
    waarde: str
    voor: str
    na: str


def zoek_ruim(
    tekst: Tekst,
    vinder: Vinder,
    woorden: tuple[str, ...],
    niet: tuple[str, ...],
    geldig: Callable[[Tekst, int], bool] | None = None,
) -> Vondst | None:
    """The value that the stems in `woorden` (the best first) point to and none in `niet` speaks against; `geldig`: what
    else must hold for the value that begins at a place in the text."""
    best: dict[str, tuple[float, _Kandidaat]] = {}
    for found in _kandidaten(tekst, vinder):
        if any(stam(word).search(found.voor) or stam(word).match(found.na) for word in niet):
            continue
        if geldig is not None and not geldig(tekst, found.begin):
            continue
        rank = _rang(found, woorden)
        if rank is not None and (found.waarde not in best or rank < best[found.waarde][0]):
            best[found.waarde] = (rank, found)
    if not best:
        return None
    lowest = min(rank for rank, _ in best.values())
    first = [found for rank, found in best.values() if rank == lowest]
    if len(first) != 1:
        return None
    return Vondst(first[0].waarde, first[0].begin, first[0].eind, 0, 0.85)


@cache
def stam(word: str) -> re.Pattern[str]:
    """The beginning of a word as expression; a `*` in front lets it stand inside a word too."""
    plain = plat(word).removeprefix("*")
    body = r"\s+".join(re.escape(part) for part in plain.split())
    return re.compile(body if word.startswith("*") else r"(?<![a-z])" + body)


def _rang(found: _Kandidaat, woorden: tuple[str, ...]) -> float | None:
    for number, word in enumerate(woorden):
        if stam(word).search(found.voor):
            return float(number)
        if stam(word).match(found.na):
            return number + 0.5
    return None


def _kandidaten(tekst: Tekst, vinder: Vinder) -> Iterator[_Kandidaat]:
    for number, line in enumerate(tekst.regels):
        hits = vinder(line.tekst)
        groups: list[list[tuple[int, int, str]]] = []
        for hit in hits:
            if groups and not _LETTERS.search(plat(line.tekst[groups[-1][-1][1] : hit[0]])):
                groups[-1].append(hit)
            else:
                groups.append([hit])
        last = 0
        for group in groups:
            before = _voor(tekst, number, last, group, vinder)
            first, end, value = kies_kolom(tekst, line.begin, group)
            last = group[-1][1]
            after = plat(line.tekst[end : end + ERACHTER]).split("   ")[0].lstrip(" ,")
            yield _Kandidaat(line.begin + first, line.begin + end, value, before, after)


def _voor(tekst: Tekst, number: int, last: int, group: list[tuple[int, int, str]], vinder: Vinder) -> str:
    """The words that belong to a value: before it on its line back to the value before, or to the start of the
    sentence; where none stand there those above its column, or the end of the line before (when that has no value)."""
    line = tekst.regels[number]
    piece = plat(line.tekst[last : group[0][0]])
    if last == 0 and not _LETTERS.search(piece):
        above = kolom_boven(tekst, line.begin + group[0][0], line.begin + group[0][1])
        if above:
            return plat(above)
    goes_on = len(piece.strip()) < KORT or line.tekst[:1].islower()
    if last == 0 and goes_on and number > 0 and not piece.startswith("   "):
        before = tekst.regels[number - 1]
        goes_on = before.bladzijde == line.bladzijde and "   " not in before.tekst[-ERVOOR:] and len(before.tekst) > 30
        if goes_on and not vinder(before.tekst[-ERVOOR:]):
            piece = plat(before.tekst[-ERVOOR:]) + " " + piece
    sentences = [part for part in _ZIN.split(piece) if _LETTERS.search(part)]
    return sentences[-1][-ERVOOR:] if sentences else ""
