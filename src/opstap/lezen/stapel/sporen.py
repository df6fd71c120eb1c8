"""Traces of a reading for the pile logic: hashes of runs of words and the printed page number. Never the words."""

from __future__ import annotations

import re
from dataclasses import replace
from hashlib import blake2b

from opstap.lezen.model import Bladzijde, Document, Vak

_RUN = 4
_KEEP = 256
# Papers whose words are nobody's business leave no trace of them, not even as numbers: a guess could be tried on those.
_NO_WORDS = frozenset({"bankafschrift", "bank_app_schermafdruk", "kassabon", "medische_brief", "niet_relevant"})
_AMOUNT = re.compile(r"\d[.,]\d{2}\b")
_SHEET = re.compile(
    r"\b(?:blad(?:zijde|nummer|nr)?|pag(?:ina)?|page)\b\.?\s*:?\s*(\d{1,3})\s*(?:van|/|of)\s*(\d{1,3})\b", re.I
)


def leg_sporen(document: Document, bladzijden: list[Bladzijde]) -> None:
    """Give a Document its traces from the pages it was read from, and say whether it was readable at all."""
    pages = _pages_of(document, bladzijden)
    text = "\n".join(page.tekst for page in pages)
    words = frozenset() if document.soort in _NO_WORDS or _is_list(document, text) else stukjes(text)
    numbers = [blad_uit(page.tekst) for page in pages]
    # of two pages of which only the second says "2 van 2" the first is the first
    found = [(max(1, blad[0] - place), blad[1]) for place, blad in enumerate(numbers) if blad is not None]
    seen = any(page.uit_beeld for page in pages)
    document.sporen = replace(document.sporen, stukjes=words, blad=found[0] if found else None, beeld=seen)
    if pages and all(_unreadable(page) for page in pages):
        document.leesbaar = False
    troubled = any(page.problemen for page in pages)
    proof = document.transacties or {"beginsaldo", "eindsaldo"} & set(document.velden)
    if document.soort == "bankafschrift" and troubled and not proof:
        document.leesbaar = False


def _is_list(document: Document, text: str) -> bool:
    """An unknown paper with several amounts may be a page of a statement."""
    return document.soort == "onbekend" and len(_AMOUNT.findall(text)) >= 3


def _pages_of(document: Document, bladzijden: list[Bladzijde]) -> list[Bladzijde]:
    """The pages of this paper. Two papers in one photo share a number: the one that holds the fields is meant."""
    pages = [page for page in bladzijden if page.nummer in document.bladzijden]
    numbers = [page.nummer for page in pages]
    if len(set(numbers)) == len(numbers):
        return pages
    boxes = [veld.vak for veld in document.velden.values() if veld.vak is not None]
    boxes += [booking.vak for booking in document.transacties if booking.vak is not None]
    best = max(pages, key=lambda page: sum(_inside(box, page) for box in boxes))
    return [page for page in pages if numbers.count(page.nummer) == 1 or page is best] if boxes else pages


def _inside(box: Vak, page: Bladzijde) -> bool:
    if not page.woorden:
        return False
    left, top = min(word.vak[0] for word in page.woorden), min(word.vak[1] for word in page.woorden)
    right, bottom = max(word.vak[2] for word in page.woorden), max(word.vak[3] for word in page.woorden)
    return left <= (box[0] + box[2]) / 2 <= right and top <= (box[1] + box[3]) / 2 <= bottom


def _unreadable(page: Bladzijde) -> bool:
    """A picture without words, or one whose words are guesses and about which the reader had a remark."""
    letters = sum(len(word.tekst) for word in page.woorden)
    sure = sum(word.zekerheid * len(word.tekst) for word in page.woorden)
    return page.uit_beeld and (letters == 0 or (bool(page.problemen) and sure < 0.6 * letters))


def blad_uit(text: str) -> tuple[int, int] | None:
    """(n, m) of a printed "bladzijde n van m", None when there is none or it makes no sense."""
    for match in _SHEET.finditer(text):
        number, total = int(match[1]), int(match[2])
        if 1 <= number <= total <= 60:
            return number, total
    return None


def stukjes(text: str) -> frozenset[int]:
    """The 256 smallest hashes of runs of four words: texts can be compared by them, never made from them."""
    words = re.findall(r"[a-z0-9]+", text.lower())
    runs = (" ".join(words[at : at + _RUN]) for at in range(max(len(words) - _RUN + 1, 1 if words else 0)))
    hashes = {int.from_bytes(blake2b(run.encode(), digest_size=4).digest(), "big") for run in runs}
    return frozenset(sorted(hashes)[:_KEEP])


def gelijkenis(left: frozenset[int], right: frozenset[int]) -> float:
    """How much of the words two papers share, 0 to 1 (the Jaccard estimate of bottom-k sketches)."""
    if not left or not right:
        return 0.0
    smallest = sorted(left | right)[:_KEEP]
    return sum(1 for piece in smallest if piece in left and piece in right) / len(smallest)
