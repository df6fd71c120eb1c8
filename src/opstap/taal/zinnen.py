"""Sentences and words, with their places. Abbreviations, initials, dates and amounts do not end a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from opstap.taal.leestekst import EINDE

WOORD = re.compile(
    r"(?:https?://|www\.)\S*[\w/]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[\w-]+\.(?:nl|com|org|net|eu)\b"
    r"|[^\W\d_]+(?:['’][^\W\d_]+)*(?:-[^\W\d_]+)*|\d+(?:[.,:/-]\d+)*"
)
MAX_ZIN = 2_000
_END = re.compile(r"[.?!…]+[\"”’')\]]*(?=\s|$)")
_ABBREVIATED = re.compile(
    r"(?:^|[\s(\"'“‘])(?:(?:[^\W\d_]\.)*[^\W\d_]|art|artt|bijv|bv|nr|nrs|blz|ca|dhr|mw|mevr|mej|drs|dr|mr|ir|ing|prof|st|resp|evt|incl|excl"
    r"|max|min|tel|etc|enz|jl|jr|sr|vgl|zgn|zg|nl|vlgs|afd|par|sub|lid|pag|gem|ged|afb|ten)\.$",
    re.I,
)
_NEXT = re.compile(r"\s*(\S?)")
_FINAL = re.compile(r"(?:enz|etc|jl|e\.d|a\.s|e\.a|p\.m)\.$", re.I)


@dataclass(frozen=True, slots=True)
class Woord:
    """A word or number and where it stands in the text that is read."""

    tekst: str
    van: int
    tot: int

    @property
    def klein(self) -> str:
        return self.tekst.lower().replace("’", "'")

    @property
    def is_taal(self) -> bool:
        """A word of the language: no number, no address on the web or for mail."""
        return self.tekst[0].isalpha() and not re.search(r"[@./\d]", self.tekst)


@dataclass(frozen=True, slots=True)
class Zin:
    """A sentence or a loose line. `vol`: it ends as a sentence does, or is long enough to be one."""

    tekst: str
    van: int
    tot: int
    woorden: tuple[Woord, ...]
    vol: bool


def split(tekst: str) -> list[Zin]:
    """All sentences and loose lines with at least one word, in order."""
    found = []
    start = 0
    for block in re.finditer(rf"[^{EINDE}]+", tekst):
        start = block.start()
        for end in [*_ends(block.group(), block.start()), block.end()]:
            for last in _cuts(tekst, start, end):
                zin = _zin(tekst, start, last)
                if zin:
                    found.append(zin)
                start = last
    return found


def _cuts(tekst: str, start: int, end: int) -> Iterator[int]:
    """Where a run of text without an end is cut, so that no rule has to look at more than a page at once."""
    while end - start > MAX_ZIN:
        cut = tekst.rfind(" ", start + 1, start + MAX_ZIN)
        start = cut if cut > start else start + MAX_ZIN
        yield start
    yield end


def _ends(block: str, offset: int) -> list[int]:
    """Where sentences end inside a block: after an end mark, unless it belongs to a number or abbreviation."""
    ends = []
    for match in _END.finditer(block):
        found = _NEXT.match(block, match.end())
        following = found[1] if found else ""
        if match.group().startswith(".") and not match.group().startswith("..") and following:
            before = block[max(0, match.start() - 14) : match.start() + 1]
            if _ABBREVIATED.search(before) and not (_FINAL.search(before) and following.isupper()):
                continue
            if following.islower() or (following.isdigit() and re.search(r"\d\.$", before)):
                continue
        ends.append(offset + match.end())
    return ends


def _zin(tekst: str, start: int, end: int) -> Zin | None:
    while start < end and tekst[start].isspace():
        start += 1
    while end > start and tekst[end - 1].isspace():
        end -= 1
    words = tuple(Woord(match.group(), match.start(), match.end()) for match in WOORD.finditer(tekst, start, end))
    if not words:
        return None
    ended = tekst[start:end].rstrip("\"”’')]")[-1:] in tuple(".?!…")
    return Zin(tekst[start:end], start, end, words, (ended and len(words) > 1) or len(words) > 7)
