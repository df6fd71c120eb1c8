"""Values by the words that stand before or above them: same line, the column under it, or the line that follows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from opstap.lezen.model import Woord
from opstap.lezen.velden.kolomkop import jongste_kolom, kies_kolom, naast_elkaar
from opstap.lezen.velden.tekst import VALUTA, Regel, Tekst, is_wijd, plat
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
VOORZETSELS = frozenset({"van", "per", "tot", "sinds", "op", "voor"})


@cache
def patroon(label: str) -> re.Pattern[str]:
    """A label as expression: spaces may be line ends, no letters or digits directly around it."""
    first, *rest = [re.escape(part) for part in plat(label).split()]
    body = first + (_TUSSENWOORD if rest and first in _WERKWOORDEN else "") + "".join(r"[\s:]+" + part for part in rest)
    return re.compile(r"(?<![a-z0-9])" + body + r"(?![a-z0-9]|-\s?en\b)")


_WERKWOORDEN = frozenset(
    {"eindigt", "stopt", "loopt", "gaat", "begint", "start", "vangt", "treedt", "bedraagt", "krijgt"}
)
_TUSSENWOORD = (
    r"(?:\s+(?:(?:uw|de|het|je)\s+[\w-]+|daarom|dus|derhalve|dan|nu|automatisch|definitief|weer|ook|daarmee|hiermee|van\s+rechtswege"
    r"|met\s+wederzijds\s+goedvinden(?:,\s+op\s+initiatief\s+van\s+(?:de\s+)?werkgever,)?))?"
)
"""A word that a sentence puts between a verb and its preposition: "eindigt daarom op"."""
_ERVOOR = re.compile(r"^(?:(?:bruto |netto )?per (?:maand|jaar)|bruto|netto)\b")
"""Labels that come after their amount in a sentence: "€ 1.200 bruto per maand"."""
_ALLEEN_ERVOOR = frozenset({"terugbetalen"})
"""A word that only ever closes the sentence with its amount: "U moet € 561,00 terugbetalen."."""
_ANDERE_ZIN = re.compile(r"[a-zà-ÿ]{3,}\s?\.\s+[A-ZÀ-ÝĀ-ɏ]")


def zoek(
    tekst: Tekst, labels: tuple[str, ...], vinder: Vinder, afstand: int = 60, vooraan: bool = False
) -> list[Vondst]:
    """All values of the first label that has any, in reading order. `afstand`: letters allowed between label and
    value."""
    for rank, label in enumerate(labels):
        found: dict[int, Vondst] = {}
        for match in patroon(label).finditer(tekst.plat):
            if vooraan and not _opent(tekst, match.start(), match.end()):
                continue
            if label in VOORZETSELS:
                hits = _direct_achter(tekst, match.end(), vinder, rank)
            else:
                hits = _bij(tekst, match.start(), match.end(), vinder, afstand, rank)
            for hit in hits:
                found.setdefault(hit.begin, hit)
        if found:
            return sorted(found.values(), key=lambda hit: hit.begin)
    return []


def _direct_achter(tekst: Tekst, end: int, vinder: Vinder, rank: int) -> Iterator[Vondst]:
    """The value that follows at once: a word as small as "van" says nothing about what stands further on."""
    line = tekst.regels[tekst.regel_op(end - 1)]
    for first, last, value in vinder(tekst.tekst[end : line.eind]):
        if first <= 3:
            yield Vondst(value, end + first, end + last, rank, 0.95)
        return


def _opent(tekst: Tekst, start: int, end: int) -> bool:
    line = tekst.regels[tekst.regel_op(start)]
    before = re.sub(r"(?i)^\W*(?:de|het)\s+$", "", tekst.tekst[line.begin : start].rsplit("   ", 1)[-1])
    return not re.search(r"[A-Za-z]", before) or tekst.tekst[end : end + 2].lstrip().startswith(":")


def _bij(tekst: Tekst, start: int, end: int, vinder: Vinder, reach: int, rank: int) -> Iterator[Vondst]:
    """The value that belongs to the label between `start` and `end`, at most one."""
    number = tekst.regel_op(max(start, end - 1))
    line = tekst.regels[number]
    rest = _TUSSEN_HAKEN.sub(lambda aside: " " * len(aside.group()), tekst.tekst[end : line.eind])
    hits = vinder(rest) or _over_de_regel(tekst, number, end, rest, vinder)
    if tekst.plat[start:end] in _ALLEEN_ERVOOR:
        if (ahead := _ervoor(tekst, start, vinder, rank, False)) is not None:
            yield ahead
        return
    if _ERVOOR.match(tekst.plat[start:end]) and (before := _ervoor(tekst, start, vinder, rank, bool(hits))) is not None:
        yield before
        return
    if _NIEUWE_ZIN.match(rest):
        return
    if hits:
        first, last, value = kies_kolom(tekst, end, naast_elkaar(rest, hits))
        between = rest[: hits[0][0]]
        if len(" ".join(between.split())) <= reach and not _andere_kolom(between):
            yield Vondst(value, end + first, end + last, rank, 0.98)
        return
    if _onleesbaar(rest):
        return
    if not rest.strip() and (wrapped := _afgebroken(tekst, number, start, vinder, rank)) is not None:
        yield wrapped
        return
    if _lopende_zin(tekst, line, start, end):
        return
    below = onder(tekst, number, start, end, vinder, rank)
    if below is not None:
        yield below
        return
    if len(rest.strip(" :.,-")) <= 12 and number + 1 < len(tekst.regels):
        follow = tekst.regels[number + 1]
        for first, last, value in vinder(follow.tekst):
            if first <= 14:
                yield Vondst(value, follow.begin + first, follow.begin + last, rank, 0.9)
            return


_NIEUWE_ZIN = re.compile(r"[.;] (?!EUR)[A-Za-zÀ-ɏ]")
"""A label that ends a sentence: what stands below has nothing to do with it."""
_TUSSEN_HAKEN = re.compile(r"^\s?\([^()]{1,40}\)(?=.*\d)")
"""What is said in brackets right behind a label ("Brutoloon (38 uur x € 14,40)") when the value comes after it."""
_JAAR_ERACHTER = re.compile(r"(?<![\d.,])[-/ ]?(?:19|20)\d{2}(?![\d.,])")
"""The year of a day whose beginning belongs to the label: "saldo 31-12" of "saldo 31-12-2025"."""


_BEGINT_DAG = re.compile(r"\d\s*$|\d\s+[a-z]{3,9}\.?\s*$")


def _over_de_regel(tekst: Tekst, number: int, end: int, rest: str, vinder: Vinder) -> list[tuple[int, int, str]]:
    """A value that a line end cuts in two: "tot en met 31" / "juli 2027"."""
    if number + 1 >= len(tekst.regels) or not _BEGINT_DAG.search(rest) or "   " in rest.strip():
        return []
    joined = tekst.tekst[end : tekst.regels[number + 1].eind]
    return [hit for hit in vinder(joined)[:1] if hit[0] < len(rest) < hit[1]]


def _lopende_zin(tekst: Tekst, line: Regel, start: int, end: int) -> bool:
    """Whether the label stands in the middle of a sentence: then what lies under it is chance."""
    before = tekst.tekst[line.begin : max(line.begin, start)].rsplit("   ", 1)[-1]
    after = tekst.tekst[end : line.eind].split("   ", 1)[0]
    return len(re.findall(r"[A-Za-zÀ-ɏ]{2,}", before)) > 1 and len(re.findall(r"[A-Za-zÀ-ɏ]{2,}", after)) > 1


def _onleesbaar(rest: str) -> bool:
    """Whether figures stand behind the label that form no value: it was misread, and what stands below is another's."""
    without_days = _JAAR_ERACHTER.sub("", DATUM.sub("", rest))
    return bool(re.search(r"\d[.,]\s?\d|\d{3}", without_days))


def _afgebroken(tekst: Tekst, number: int, start: int, vinder: Vinder, rank: int) -> Vondst | None:
    """The value that opens the next line of a sentence that was broken right behind the label."""
    before = tekst.tekst[tekst.regels[number].begin : start].rsplit("   ", 1)[-1]
    if number + 1 >= len(tekst.regels) or len(before.split()) < 2:
        return None
    follow = tekst.regels[number + 1]
    for first, last, value in vinder(follow.tekst)[:1]:
        if first <= 3:
            return Vondst(value, follow.begin + first, follow.begin + last, rank, 0.95)
    return None


def _ervoor(tekst: Tekst, start: int, vinder: Vinder, rank: int, same_line: bool) -> Vondst | None:
    """The value that ends where the label begins; `same_line`: a label that opens a line has its value behind it."""
    begin = max(0, start - 30)
    if same_line:
        begin = max(begin, tekst.regels[tekst.regel_op(start)].begin)
    piece = tekst.tekst[begin:start]
    for first, last, value in vinder(piece)[-1:]:
        if not piece[last:].strip() and "   " not in piece[last:]:
            return Vondst(value, begin + first, begin + last, rank, 0.97)
    return None


def _andere_kolom(between: str) -> bool:
    """Whether a sentence ends in between, or so many words stand there, that the value belongs to something else."""
    return bool(_ANDERE_ZIN.search(between)) or len(re.findall(r"[A-Za-zÀ-ɏ]{3,}", between)) > 7


def onder(tekst: Tekst, number: int, start: int, end: int, vinder: Vinder, rank: int) -> Vondst | None:
    """The value in the column under the label, on one of the next three lines."""
    words = tekst.woorden(start, end)
    if not words or not words[0][2]:
        return None
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
    return max(
        begins or groups, key=lambda group: min(right, group[-1][2].vak[2]) - max(left, group[0][2].vak[0])
    )


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
