"""Where a spot and its number stand on the picture of a page."""

from __future__ import annotations

from dataclasses import dataclass

from opstap.onderdelen.delen import Vak


@dataclass(frozen=True, slots=True)
class Spot:
    """A lit spot in pixels of the picture. Whole pixels: a fraction would be written with a comma on a Dutch page."""

    nummer: int
    aan: bool
    x: int
    y: int
    breed: int
    hoog: int
    rond: int
    cx: int
    cy: int
    straal: int
    letter: int


@dataclass(frozen=True, slots=True)
class Knipsel:
    """A part of a page around one spot, large enough to read on a phone; all in pixels of the picture."""

    spot: Spot
    beeld: str
    breedte: int
    hoogte: int
    x: int
    y: int
    breed: int
    hoog: int


def cut_out(spot: Spot, beeld: str, breedte: int, hoogte: int) -> Knipsel:
    """Nearly half the page wide and a few lines high, with the spot in the middle where the rim of the page allows
    it.
    """
    wide = min(breedte, max(round(breedte * 0.42), spot.breed + 4 * spot.rond))
    high = min(hoogte, max(round(wide * 0.24), spot.hoog + 4 * spot.rond))
    left = min(max(0, spot.x + spot.breed // 2 - wide // 2), breedte - wide)
    top = min(max(0, spot.y + spot.hoog // 2 - high // 2), hoogte - high)
    return Knipsel(spot, beeld, breedte, hoogte, left, top, wide, high)


def spot(nummer: int, vak: Vak, breedte: int, hoogte: int, *, aan: bool = False) -> Spot:
    """Lay out one spot: a little wider than the words, its number beside it, or on its corner without room."""
    x0, y0, x1, y1 = (min(1.0, max(0.0, part)) for part in vak)
    radius = max(8, round(breedte / 38))
    pad = round(radius / 4)
    left, top = max(0, round(x0 * breedte) - pad), max(0, round(y0 * hoogte) - pad)
    right, bottom = min(breedte, round(x1 * breedte) + pad), min(hoogte, round(y1 * hoogte) + pad)
    beside = right + 2 * radius + pad <= breedte
    return Spot(
        nummer, aan, left, top, max(1, right - left), max(1, bottom - top), pad,
        right + radius + pad if beside else max(radius, min(breedte - radius, right)),
        (top + bottom) // 2 if beside else max(radius, top),
        radius, round(radius * 1.3),
    )  # fmt: skip
