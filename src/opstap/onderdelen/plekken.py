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
