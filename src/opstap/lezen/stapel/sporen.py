"""Traces of a reading for the pile logic: hashes of runs of words and the printed page number. Never the words."""

from __future__ import annotations

import re
from dataclasses import replace
from hashlib import blake2b

from opstap.lezen.model import Bladzijde, Document

_RUN = 4
_KEEP = 256
_SHEET = re.compile(
    r"\b(?:blad(?:zijde|nummer|nr)?|pag(?:ina)?|page|p)\b\.?\s*:?\s*(\d{1,3})\s*(?:van|/|of)\s*(\d{1,3})\b", re.I
)


def leg_sporen(document: Document, bladzijden: list[Bladzijde]) -> None:
    """Give a Document its traces from the pages it was read from."""
    pages = [page for page in bladzijden if page.nummer in document.bladzijden]
    text = "\n".join(page.tekst for page in pages)
    # A first page counts: on "1 van 3" with three pages at hand nothing is missing.
    found = [blad for blad in (blad_uit(page.tekst) for page in pages) if blad is not None]
    document.sporen = replace(document.sporen, stukjes=stukjes(text), blad=found[0] if found else None)


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
    hashes = {int.from_bytes(blake2b(run.encode(), digest_size=6).digest(), "big") for run in runs}
    return frozenset(sorted(hashes)[:_KEEP])


def gelijkenis(left: frozenset[int], right: frozenset[int]) -> float:
    """How much of the words two papers share, 0 to 1 (the Jaccard estimate of bottom-k sketches)."""
    if not left or not right:
        return 0.0
    smallest = sorted(left | right)[:_KEEP]
    return sum(1 for piece in smallest if piece in left and piece in right) / len(smallest)
