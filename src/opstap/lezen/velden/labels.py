"""Values by the words that stand before or above them: same line, the column under it, or the line that follows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from opstap.lezen.velden.kolom import Vinder, Vondst, onder
from opstap.lezen.velden.kolomkop import kies_kolom, naast_elkaar
from opstap.lezen.velden.namen import Gevonden
from opstap.lezen.velden.tekst import Regel, Tekst, plat
from opstap.lezen.velden.waarden import DATUM

VOORZETSELS = frozenset({"van", "per", "tot", "sinds", "op", "voor"})


@cache
def patroon(label: str) -> re.Pattern[str]:
    """A label as expression: spaces may be line ends, no letters or digits directly around it."""
    first, *rest = [re.escape(part) for part in plat(label).split()]
    body = first + (_TUSSENWOORD if rest and first in _WERKWOORDEN else "") + "".join(r"[\s:]+" + part for part in rest)
    return re.compile(r"(?<![a-z0-9])" + body + r"(?![a-z0-9]|-\s?en\b)")


@cache
def _kop(label: str) -> str:
    return plat(label).split()[0]


def plekken(tekst: Tekst, label: str) -> Iterator[re.Match[str]]:
    """Where a label stands in the text without case and accents. A text that lacks its first word is not searched:
    most labels of a kind stand on no given paper."""
    return patroon(label).finditer(tekst.plat) if _kop(label) in tekst.plat else iter(())


_WERKWOORDEN = frozenset(
    {"eindigt", "stopt", "loopt", "gaat", "begint", "start", "vangt", "treedt", "bedraagt", "krijgt"}
)
_TUSSENWOORD = (
    r"(?:\s+(?:(?:uw|de|het|je)\s+[\w-]+|daarom|dus|derhalve|dan|nu|automatisch|definitief|weer|ook|daarmee|hiermee|van\s+rechtswege"
    r"|met\s+wederzijds\s+goedvinden(?:,\s+op\s+initiatief\s+van\s+(?:de\s+)?werkgever,)?))?"
)
"""A word that a sentence puts between a verb and its preposition: "eindigt daarom op"."""
_ERVOOR = re.compile(r"(?:bruto |netto )?per\s(?:maand|jaar)\b|(?:bruto|netto)$")
"""Labels that come after their amount in a sentence: "€ 1.200 bruto per maand"."""
_ALLEEN_ERVOOR = frozenset({"terugbetalen"})
"""A word that only ever closes the sentence with its amount: "U moet € 561,00 terugbetalen."."""
_ANDERE_ZIN = re.compile(r"[a-zà-ÿ]{3,}\s?\.\s+[A-ZÀ-ÝĀ-ɏḀ-ỿ]")


_ANDER = re.compile(r"\b(?:oorspronkelijke?|eerdere|versie|wet|besluit) $")
"""Words before a label that make it speak of something else: "de oorspronkelijke einddatum", "(versie van 25 mei)"."""


def zoek(
    tekst: Tekst, labels: tuple[str, ...], vinder: Vinder, afstand: int = 60, vooraan: bool = False
) -> list[Vondst]:
    """All values of the first label that has any, in reading order. `afstand`: letters allowed between label and
    value."""
    for rank, label in enumerate(labels):
        found: dict[int, Vondst] = {}
        for match in plekken(tekst, label):
            if _ANDER.search(tekst.plat, max(0, match.start() - 20), match.start()):
                continue
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
    if not rest.strip() and (apart := _aan_het_eind(tekst, number, start, vinder, rank)) is not None:
        yield apart
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


_NIEUWE_ZIN = re.compile(r"[.;] (?!EUR)[A-Za-zÀ-ɏḀ-ỿ]")
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
    return len(re.findall(r"[A-Za-zÀ-ɏḀ-ỿ]{2,}", before)) > 1 and len(re.findall(r"[A-Za-zÀ-ɏḀ-ỿ]{2,}", after)) > 1


def _onleesbaar(rest: str) -> bool:
    """Whether figures stand behind the label that form no value: it was misread, and what stands below is another's."""
    without_days = _JAAR_ERACHTER.sub("", DATUM.sub("", rest))
    return bool(re.search(r"\d[.,]\s?\d|\d{3}", without_days))


def _aan_het_eind(tekst: Tekst, number: int, start: int, vinder: Vinder, rank: int) -> Vondst | None:
    """The value of a label that closes its line: before it in its row, or at the beginning of the next line."""
    row = _opent_de_regel(tekst, tekst.regels[number], start, vinder, rank)
    return row or _afgebroken(tekst, number, start, vinder, rank)


def _opent_de_regel(tekst: Tekst, line: Regel, start: int, vinder: Vinder, rank: int) -> Vondst | None:
    """The value in the columns of amounts left of a label that closes its row: "731,02   Saldo vorig afschrift"."""
    before = tekst.tekst[line.begin : start]
    hits = vinder(before)
    if not hits or re.search(r"[A-Za-z]{2}", _zonder(before, hits)):
        return None
    first, last, value = kies_kolom(tekst, line.begin, hits)
    if not value[-1].isdigit():  # words before a label are its own: "Bijdrage Zvw werkgever"
        return None
    return Vondst(value, line.begin + first, line.begin + last, rank, 0.95)


def _zonder(text: str, hits: Gevonden) -> str:
    """What stands around these values."""
    for first, last, _ in hits:
        text = text[:first] + " " * (last - first) + text[last:]
    return text


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
    return bool(_ANDERE_ZIN.search(between)) or len(re.findall(r"[A-Za-zÀ-ɏḀ-ỿ]{3,}", between)) > 7
