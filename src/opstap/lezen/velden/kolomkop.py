"""Several values behind one label: what stands above their columns says which one counts."""

from __future__ import annotations

import re

from opstap.lezen.model import Woord
from opstap.lezen.velden.tekst import Tekst, plat

HOOGSTENS_ERBOVEN = 16
"""Lines above the values in which their heads are looked for."""
_NIET = re.compile(
    r"^(?:nu|cum\w*|cumulatie\w*|t/m|ytd|jaartotaal|was|oud|oude|vorig|vorige|vorigjaar|huidig|huidige|aantal|uren|dagen|tarief|grondslag|basis|percentage|pct|%|"
    r"eenheid|stuks?|btw)$"
)
Gevonden = tuple[int, int, str]


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
    columns with years the latest. `offset`: where the piece begins in the text."""
    if len(hits) == 1:
        return hits[0]
    heads = [_kop(tekst, offset + first, offset + last) for first, last, _ in hits]
    years = [int(head) if re.fullmatch(r"(?:19|20)\d{2}", head) else 0 for head in heads]
    if min(years) > 0:
        return hits[years.index(max(years))]
    if hits[0][2] == hits[-1][2] or not any(heads):
        return hits[0]
    return next((hit for hit, head in zip(hits, heads, strict=True) if not _NIET.match(head)), hits[0])


def _kop(tekst: Tekst, start: int, end: int) -> str:
    """The word of a table head that stands above this value, in small letters; "" when there is none."""
    words = [word for word, _, real in tekst.woorden(start, end) if real]
    if not words:
        return ""
    left, right = words[0].vak[0], words[-1].vak[2]
    number = tekst.regel_op(start)
    page = tekst.regels[number].bladzijde
    for line in reversed(tekst.regels[max(0, number - HOOGSTENS_ERBOVEN) : number]):
        if line.bladzijde != page:
            return ""
        if re.search(r"\d[.,]\d{2}\b|\d-\d", line.tekst) or len(line.woorden) > 9:
            continue
        above = [word for word in line.woorden if _boven(word, left, right)]
        if above and any(_is_kop(plat(word.tekst).strip(":()")) for word in line.woorden):
            return plat(above[-1].tekst).strip(":()")
    return ""


def _is_kop(word: str) -> bool:
    return bool(_NIET.match(word) or re.fullmatch(r"(?:19|20)\d{2}|nieuw|nieuwe|wordt|bedrag|periode|betaling", word))


def _boven(word: Woord, left: float, right: float) -> bool:
    return word.vak[0] < right + 0.01 and word.vak[2] > left - 0.01
