"""The text of one paper with the way back from any stretch of it to its words and their boxes."""

from __future__ import annotations

import bisect
import re
import unicodedata
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from opstap.lezen.model import Bladzijde, Vak, Veld, Woord
from opstap.lezen.velden.leesvolgorde import leesvolgorde
from opstap.lezen.velden.waarden import Plaatsbedrag, bedragen

A4 = 2**0.5
_LEIDER = re.compile(r"[.·•…_]{4,}|(?:[.·] ){4,}")
"""Dots or a rule that lead the eye from a label to its value."""


VALUTA = frozenset({"€", "eur", "euro"})
_KOMMA_BOVEN = str.maketrans(dict.fromkeys("‘’`´", "'"))
"""A raised comma in a picture is read as one of many signs: they are all the same one."""
_IJ = re.compile(r"\bIj(?=[a-z])")


def _als_gedrukt(text: str) -> str:
    """A word as it was printed: one kind of raised comma, IJ in two capitals, no piece of a rule before it, no dust for
    the dot of an i ("Eìndhoven"), and in a Turkish name each i without its dot (its vowels go together: "Yıldırım")."""
    if "ì" in text and text.replace("ì", "i").isascii():
        text = text.replace("ì", "i")
    if text.count("ı") > 1:
        text = "-".join(part.replace("i", "ı") if part.count("ı") > 1 else part for part in text.split("-"))
    return _IJ.sub("IJ", (text.strip("_") or text).translate(_KOMMA_BOVEN))


_ZONDER_ACCENT = {"ı": "i", "ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d"}
"""Letters that Unicode does not take apart."""


class _Plat(dict[int, str]):
    """Letter → small letter without accent, worked out when it is first met: a text is turned at the speed of
    `str.translate`."""

    def __missing__(self, letter: int) -> str:
        base = _ZONDER_ACCENT.get(chr(letter)) or unicodedata.normalize("NFKD", chr(letter))[:1].lower()
        plain = base if len(base) == 1 else chr(letter)
        if len(self) < HOOGSTENS_LETTERS:
            self[letter] = plain
        return plain


HOOGSTENS_LETTERS = 4096
_PLAT = _Plat()


def plat(text: str) -> str:
    """Small letters without accents, as long as the original, so that positions stay the same."""
    return text.translate(_PLAT)


@dataclass
class Regel:
    """One line: its words, where it starts in the whole text, and its page. What is asked of it often is worked out
    once."""

    woorden: list[Woord]
    begin: int
    tekst: str
    bladzijde: int
    met_vak: bool
    _bedragen: dict[int, list[Plaatsbedrag]] = field(default_factory=dict, init=False, repr=False)

    def bedragen(self, vanaf: int = 0) -> list[Plaatsbedrag]:
        """The amounts on this line from there on; their places count from `vanaf`."""
        if vanaf not in self._bedragen:
            self._bedragen[vanaf] = bedragen(self.tekst[vanaf:])
        return self._bedragen[vanaf]

    @property
    def eind(self) -> int:
        return self.begin + len(self.tekst)

    @cached_property
    def hoogte(self) -> float:
        tall = sorted(word.vak[3] - word.vak[1] for word in self.woorden)
        return tall[len(tall) // 2] if tall else 0.0

    @cached_property
    def midden(self) -> float:
        return sum((word.vak[1] + word.vak[3]) / 2 for word in self.woorden) / max(1, len(self.woorden))


class Tekst:
    """All lines of a paper. `tekst` is what expressions search; `plat` the same without case and accents."""

    def __init__(self, bladzijden: list[Bladzijde], tweede: bool = False) -> None:
        self.bladzijden = bladzijden
        self.regels: list[Regel] = []
        self._starts: list[int] = []
        self._words: list[tuple[Woord, int, bool]] = []
        self._original: dict[int, Vak] = {}
        pieces: list[str] = []
        here = 0
        for page in bladzijden:
            for line in _met_eigen_teken(leesvolgorde(_lines(self._layout(page, tweede)))):
                gaps = _gaten(line) if page.bron != "tekst" else [1] * len(line)
                text = "".join(word.tekst + " " * gap for word, gap in zip(line, gaps, strict=True)).rstrip(" ")
                text = _LEIDER.sub(lambda dots: " " * len(dots.group()), text)
                self.regels.append(Regel(line, here, text, page.nummer, page.bron != "tekst"))
                for word, gap in zip(line, gaps, strict=True):
                    self._starts.append(here)
                    self._words.append((word, page.nummer, page.bron != "tekst"))
                    here += len(word.tekst) + gap
                pieces.append(text)
        self.tekst = "\n".join(pieces)

    def _layout(self, page: Bladzijde, tweede: bool) -> list[Woord]:
        """The words with boxes on the straight page, in widths of an A4 page; the box on the original is kept
        beside."""
        words, straight = (page.tweede, page.recht_tweede) if tweede else (page.woorden, page.recht)
        if len(straight) != len(words):
            tall = page.hoogte / page.breedte / A4 if page.breedte and page.hoogte else 1.0
            straight = [(w.vak[0], w.vak[1] * tall, w.vak[2], w.vak[3] * tall) for w in words]
        seen = _als_gedrukt if page.uit_beeld else str
        laid = [Woord(seen(w.tekst), box, w.zekerheid, w.regel) for w, box in zip(words, straight, strict=True)]
        self._original.update({id(flat): word.vak for flat, word in zip(laid, words, strict=True)})
        return laid

    def origineel(self, word: Woord) -> Vak:
        """The box of a word of this text on the original page or photo."""
        return self._original.get(id(word), word.vak)

    @cached_property
    def plat(self) -> str:
        return plat(self.tekst)

    @cached_property
    def _line_starts(self) -> list[int]:
        return [line.begin for line in self.regels]

    def regel_op(self, position: int) -> int:
        """Index of the line in which this position falls."""
        return max(0, bisect.bisect_right(self._line_starts, position) - 1)

    def woorden(self, start: int, end: int) -> list[tuple[Woord, int, bool]]:
        """The words that this stretch touches, with page and whether their box means anything."""
        first = max(0, bisect.bisect_right(self._starts, start) - 1)
        last = bisect.bisect_left(self._starts, end)
        return self._words[first:last]

    def plaatsen(self, line: Regel) -> list[tuple[int, int, Woord]]:
        """The words of a line with where each starts and ends in the whole text."""
        first = bisect.bisect_left(self._starts, line.begin)
        starts = self._starts[first : first + len(line.woorden)]
        return [(start, start + len(word.tekst), word) for start, word in zip(starts, line.woorden, strict=True)]

    def veld(self, value: str, start: int, end: int, factor: float = 1.0) -> Veld:
        """`value` with page, box and certainty of the words between `start` and `end`."""
        words = self.woorden(start, end)
        if not words:
            return Veld(value, None, None, 0.5 * factor)
        words = _zonder_los_teken(words)
        page = words[0][1]
        boxes = [self.origineel(word) for word, number, real in words if real and number == page]
        sure = min(word.zekerheid for word, _, _ in words)
        return Veld(value, page, omhul(boxes), max(0.05, min(0.99, sure * factor)))


def _zonder_los_teken(words: list[tuple[Woord, int, bool]]) -> list[tuple[Woord, int, bool]]:
    """Without a currency sign that stands in a column of its own, far from its number, or at the end of the line
    before."""
    if len(words) > 1 and words[0][0].tekst.lower() in VALUTA:
        sign, number = words[0][0], words[1][0]
        if is_wijd(sign, number) or number.vak[1] > sign.vak[3]:
            return words[1:]
    return words


def _met_eigen_teken(lines: list[list[Woord]]) -> list[list[Woord]]:
    """Lines in which a currency sign at the end goes to the number with which the next line begins."""
    for line, following in pairwise(lines):
        alone = len(line) > 1 and line[-1].tekst.lower() in VALUTA and not line[-2].tekst[-1:].isdigit()
        in_columns = any(is_wijd(left, right) for left, right in pairwise(line))
        if alone and not in_columns and _GETAL.fullmatch(following[0].tekst):
            following.insert(0, line.pop())
    return lines


def omhul(boxes: list[Vak]) -> Vak | None:
    """The smallest box around these boxes."""
    if not boxes:
        return None
    return min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)


def _gaten(line: list[Woord]) -> list[int]:
    """Spaces to put after each word: one, or three where a wide gap says that another column begins. The last gets
    one, and so does a currency sign before its number, however far."""
    gaps = [3 if is_wijd(left, right) and not _teken_voor(left, right) else 1 for left, right in pairwise(line)]
    return [*gaps, 1]


_GETAL = re.compile(r"\d{1,3}(?:\.?\d{3})*(?:,(?:\d{2}|-))?[.,;:]?")


def _teken_voor(left: Woord, right: Woord) -> bool:
    return left.tekst.lower() in VALUTA and right.tekst[:1] in "0123456789-+−–"


def is_wijd(left: Woord, right: Woord) -> bool:
    """Whether the space between two words of a line is that of another column, not that between words."""
    tall = max(left.vak[3] - left.vak[1], right.vak[3] - right.vak[1], 1e-6) * A4
    return right.vak[0] - left.vak[2] > 1.5 * tall


def _lines(words: list[Woord]) -> list[list[Woord]]:
    lines: dict[int, list[Woord]] = {}
    for word in words:
        lines.setdefault(word.regel, []).append(word)
    return [line for line in lines.values() if line]
