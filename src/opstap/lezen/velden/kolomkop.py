"""Several values behind one label: what stands above their columns says which one counts."""

from __future__ import annotations

import re

from opstap.lezen.velden import waarden
from opstap.lezen.velden.blokken import stukken
from opstap.lezen.velden.tekst import Regel, Tekst, plat

HOOGSTENS_ERBOVEN = 16
"""Lines above the values in which their heads are looked for."""
HOOGSTENS_WOORDEN = 14
"""A line with more words is running text."""
_NIET = re.compile(
    r"^(?:nu|cum\w*|cumulatie\w*|t/m|ytd|jaartotaal|was|oud|oude|oorspronkelijk\w*|vorig|vorige|vorigjaar|huidig|huidige|verschil|wijziging|verhoging|stijging|verlaging|indexering|jaar|excl\w*\.?|q[1-4]|aantal|uren|dagen|tarief|"
    r"grondslag|basis|percentage|pct|%|eenheid|stuks?|btw)$"
)
_GELDT = r"nieuw|nieuwe|actueel|actuele|wordt|open|openstaand|restant|incl\w*\.?"
_WEL = re.compile(rf"^(?:{_GELDT}|totaal|bedrag|periode|betaling)$")
_STERK = re.compile(rf"^(?:{_GELDT})$")
"""A head that by itself says: this is the amount that counts."""
_TOT = re.compile(r"\b(?:tot|t/m|was)\b")
_MAAND = re.compile(rf"(?<![a-z])({'|'.join(sorted(waarden.MAANDEN, key=len, reverse=True))})(?![a-z])")
_JAAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_BEDRAG_OF_DAG = re.compile(r"-?\d[\d.-]*")
_AANTAL = re.compile(r"[€\s.,-]*\d[€\s\d.,-]*")
Gevonden = tuple[int, int, str]
Moment = tuple[int, int, int, bool]
"""Year, month and day (0 where not named), and whether the time begins then and does not end."""


def naast_elkaar(text: str, hits: list[Gevonden]) -> list[Gevonden]:
    """The first value and those that follow it without a word in between: columns of one row."""
    row = hits[:1]
    for hit in hits[1:]:
        if re.search(r"[A-Za-z]{2}", text[row[-1][1] : hit[0]].replace("EUR", "")):
            break
        row.append(hit)
    return row


def kies_kolom(tekst: Tekst, offset: int, hits: list[Gevonden]) -> Gevonden:
    """The first of these values on one line that does not stand under a head such as cumulatief, vorig jaar or was; of
    columns with years, months or days the latest. `offset`: where the piece begins in the text."""
    if len(hits) == 1 or not _BEDRAG_OF_DAG.fullmatch(hits[0][2]):
        return hits[0]
    heads = _koppen(tekst, [(offset + first, offset + last) for first, last, _ in hits])
    if (latest := _jongste(heads, hits)) is not None:
        return latest
    strong = [hit for hit, head in zip(hits, heads, strict=True) if _STERK.match(head.split(" ")[0])]
    if len(strong) == 1:
        return strong[0]
    if hits[0][2] == hits[-1][2] or not any(heads):
        return hits[0]
    return next((hit for hit, head in zip(hits, heads, strict=True) if not _is_ander(head)), hits[0])


def jongste_kolom(tekst: Tekst, offset: int, hits: list[Gevonden]) -> Gevonden | None:
    """Of these values on one line the one whose head names the latest time; None when the heads do not tell."""
    return _jongste(_koppen(tekst, [(offset + first, offset + last) for first, last, _ in hits]), hits)


def _jongste(heads: list[str], hits: list[Gevonden]) -> Gevonden | None:
    dated = [(moment, hit) for head, hit in zip(heads, hits, strict=True) if (moment := _moment(head)) is not None]
    if len({moment for moment, _ in dated}) < 2:
        return None
    return max(dated, key=lambda pair: pair[0])[1]


def _is_ander(head: str) -> bool:
    words = head.split()
    if head.startswith("totaal jaar"):
        return True
    return any(_NIET.match(word) for word in words) and not any(_WEL.match(word) for word in words[:1])


def _moment(head: str) -> Moment | None:
    """The time a head names: "31-12-2025", "vanaf 1 juli 2026", "juli 2026", "t/m augustus", "2025"."""
    begins = _TOT.search(head) is None
    days = waarden.datums(head)
    if days:
        day = days[-1][1]
        return day.year, day.month, day.day, begins
    month, year = _MAAND.search(head), _JAAR.search(head)
    if month is None and year is None:
        return None
    return int(year.group()) if year else 0, waarden.MAANDEN[month[1]] if month else 0, 0, begins


def _koppen(tekst: Tekst, places: list[tuple[int, int]]) -> list[str]:
    """The head above each value, in small letters; "" where there is none. One line gives all heads."""
    spans = [_span(tekst, start, end) for start, end in places]
    if any(span is None for span in spans):
        return [""] * len(places)
    number = tekst.regel_op(places[0][0])
    page = tekst.regels[number].bladzijde
    for line in reversed(tekst.regels[max(0, number - HOOGSTENS_ERBOVEN) : number]):
        if line.bladzijde != page:
            break
        if len(line.woorden) > HOOGSTENS_WOORDEN or _heeft_bedrag(line.tekst):
            continue
        heads = [_erboven(tekst, line, span, spans) for span in spans if span is not None]
        if any(_AANTAL.fullmatch(head) and _moment(head) is None for head in heads):
            continue  # a row of whole amounts: "€ 241   € 323"
        if any(heads) and any(_is_kop(head) for head in _alle(tekst, line)):
            return heads
    return [""] * len(places)


def _heeft_bedrag(text: str) -> bool:
    return bool(re.search(r"\d[.,]\d{2}(?!\d)", waarden.DATUM.sub("", text)))


def _alle(tekst: Tekst, line: Regel) -> list[str]:
    return [_schoon(tekst.plat[start:end]) for start, end, _ in stukken(tekst, line)]


def _schoon(head: str) -> str:
    return re.sub(r"[:()*]", " ", head).strip()


def _span(tekst: Tekst, start: int, end: int) -> tuple[float, float] | None:
    words = [word for word, _, real in tekst.woorden(start, end) if real]
    return (words[0].vak[0], words[-1].vak[2]) if words else None


def _erboven(tekst: Tekst, line: Regel, span: tuple[float, float], spans: list[tuple[float, float] | None]) -> str:
    """The piece of the line above this span; of a piece above several of them only the words straight above."""
    for start, end, words in stukken(tekst, line):
        if not _raakt((words[0].vak[0], words[-1].vak[2]), span):
            continue
        shared = [other for other in spans if other and _raakt((words[0].vak[0], words[-1].vak[2]), other)]
        if len(shared) == 1:
            return _schoon(tekst.plat[start:end])
        return _schoon(" ".join(plat(word.tekst) for word in words if _raakt((word.vak[0], word.vak[2]), span)))
    return ""


def _raakt(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[0] < other[1] + 0.01 and one[1] > other[0] - 0.01


def _is_kop(head: str) -> bool:
    return _moment(head) is not None or any(_NIET.match(word) or _WEL.match(word) for word in head.split())
