"""A page on which text is drawn with its truth: which words are which field, and where they stand."""

from __future__ import annotations

import io
import random
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas

Stuk = tuple[str, str | None, str | None]
"""Printed text, the field it is (or None), and the field's value in the contract's notation."""

_TTF = {
    "DejaVu": ("dejavu/DejaVuSans.ttf", "dejavu/DejaVuSans-Bold.ttf"),
    "DejaVuSerif": ("dejavu/DejaVuSerif.ttf", "dejavu/DejaVuSerif-Bold.ttf"),
    "Noto": ("noto/NotoSans-Regular.ttf", "noto/NotoSans-Bold.ttf"),
    "DejaVuCondensed": ("dejavu/DejaVuSansCondensed.ttf", "dejavu/DejaVuSansCondensed-Bold.ttf"),
    "Mono": ("dejavu/DejaVuSansMono.ttf", "dejavu/DejaVuSansMono-Bold.ttf"),
    "NotoDisplay": ("noto/NotoSansDisplay-Regular.ttf", "noto/NotoSansDisplay-Bold.ttf"),
    "NotoSerifDisplay": ("noto/NotoSerifDisplay-Regular.ttf", "noto/NotoSerifDisplay-Bold.ttf"),
    "DejaVuSerifCondensed": ("dejavu/DejaVuSerifCondensed.ttf", "dejavu/DejaVuSerifCondensed-Bold.ttf"),
    "NotoSerif": ("noto/NotoSerif-Regular.ttf", "noto/NotoSerif-Bold.ttf"),
}
LETTERS = {
    "oefen": ["Helvetica", "DejaVu", "Noto"],
    "ontwikkel": ["DejaVuCondensed", "Noto", "Times", "Mono"],
    "proef": ["Times", "Helvetica", "NotoSerif", "DejaVuSerif"],
    "variatie": ["NotoDisplay", "DejaVuSerifCondensed", "NotoSerifDisplay", "Mono", "DejaVuCondensed"],
}


def stam(deel: str) -> str:
    """The part whose fonts and small words a part uses: the second round of a variation shares them with the first."""
    return deel.rstrip("2")


@cache
def letter(name: str) -> tuple[str, str]:
    """Plain and bold face; falls back to Helvetica where the font is not on this machine."""
    if name == "Times":
        return "Times-Roman", "Times-Bold"
    if name in _TTF:
        root = Path("/usr/share/fonts/truetype")
        plain, bold = (root / part for part in _TTF[name])
        if plain.exists() and bold.exists():
            pdfmetrics.registerFont(TTFont(name, str(plain)))
            pdfmetrics.registerFont(TTFont(name + "-B", str(bold)))
            return name, name + "-B"
    return "Helvetica", "Helvetica-Bold"


@dataclass
class Waarheid:
    """One field as it stands on the page; `vak` in fractions of the page."""

    naam: str
    waarde: str
    bladzijde: int
    vak: tuple[float, float, float, float]


@dataclass
class Vel:
    """Draws one or more pages and remembers the truth."""

    rng: random.Random
    lettersoort: str = "Helvetica"
    maat: tuple[float, float] = A4
    corps: float = 10.0
    waarheid: list[Waarheid] = field(default_factory=list)
    bladzijde: int = 1

    def __post_init__(self) -> None:
        self.plain, self.bold = letter(self.lettersoort)
        self._target = io.BytesIO()
        self.c = canvas.Canvas(self._target, pagesize=self.maat, invariant=1)

    def zet(
        self,
        x: float,
        y: float,
        stukken: list[Stuk] | str,
        vet: bool = False,
        corps: float | None = None,
        rechts: bool = False,
    ) -> float:
        """Draw on one line at `y` points from the top; gives where it ends."""
        pieces: list[Stuk] = [(stukken, None, None)] if isinstance(stukken, str) else stukken
        face, size = self.bold if vet else self.plain, corps or self.corps
        if rechts:
            x -= sum(pdfmetrics.stringWidth(text, face, size) for text, _, _ in pieces)
        self.c.setFont(face, size)
        for text, naam, waarde in pieces:
            wide = pdfmetrics.stringWidth(text, face, size)
            self.c.drawString(x, self.maat[1] - y, text)
            if naam and waarde is not None:
                width, height = self.maat
                vak = (x / width, (y - size) / height, (x + wide) / width, (y + 0.25 * size) / height)
                self.waarheid.append(Waarheid(naam, waarde, self.bladzijde, vak))
            x += wide
        return x

    def breedte(self, text: str) -> float:
        """How wide this text is in the plain face."""
        return pdfmetrics.stringWidth(text, self.plain, self.corps)

    def alinea(self, x: float, y: float, breed: float, stukken: list[Stuk], regel: float = 1.45) -> float:
        """Running text, broken at spaces; gives the next free height."""
        line: list[Stuk] = []
        used = 0.0
        space = pdfmetrics.stringWidth(" ", self.plain, self.corps)
        for text, naam, waarde in _woorden(stukken):
            wide = pdfmetrics.stringWidth(text, self.plain, self.corps)
            if line and used + wide > breed:
                self.zet(x, y, line)
                y += regel * self.corps
                line, used = [], 0.0
            if line:
                line.append((" ", None, None))
            line.append((text, naam, waarde))
            used += wide + space
        if line:
            self.zet(x, y, line)
            y += regel * self.corps
        return y

    def lijn(self, x0: float, x1: float, y: float) -> None:
        self.c.setLineWidth(0.5)
        self.c.line(x0, self.maat[1] - y, x1, self.maat[1] - y)

    def kader(self, x0: float, y0: float, x1: float, y1: float) -> None:
        self.c.setLineWidth(0.5)
        self.c.rect(x0, self.maat[1] - y1, x1 - x0, y1 - y0, stroke=1, fill=0)

    def balk(self, x0: float, y0: float, x1: float, y1: float, kleur: tuple[float, float, float]) -> None:
        self.c.setFillColorRGB(*kleur)
        self.c.rect(x0, self.maat[1] - y1, x1 - x0, y1 - y0, stroke=0, fill=1)
        self.c.setFillColorRGB(0, 0, 0)

    def nieuw_blad(self) -> None:
        self.c.showPage()
        self.bladzijde += 1

    def pdf(self) -> bytes:
        self.c.save()
        return self._target.getvalue()


def _woorden(stukken: list[Stuk]) -> list[Stuk]:
    """A field stays whole; loose text is cut at spaces, and signs that touch a field stay with it."""
    words: list[Stuk] = []
    for text, naam, waarde in stukken:
        if naam:
            words.append((text, naam, waarde))
        else:
            words.extend((part, None, None) for part in text.split())
    return words
