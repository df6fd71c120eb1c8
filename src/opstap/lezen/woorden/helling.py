"""How far the lines of a page still run up or down after levelling, told from the boxes of its words."""

from __future__ import annotations

from statistics import median

from opstap.lezen.model import Vak
from opstap.lezen.velden.tekst import A4

GENOEG = 0.8
"""Widths of the page that the lines used must cover together; with less nothing is said."""
KORT = 0.12
"""Width a line must have to tell its slope."""


def helling(boxes: list[Vak]) -> float:
    """Rise of the lines per unit of width (down is positive), boxes being in widths of an A4 page; 0 when it cannot be
    told. Words that stand close behind each other make a line; the middle of all lines counts."""
    found = []
    for line in _ketens(boxes):
        xs = [(box[0] + box[2]) / 2 for box in line]
        ys = [(box[1] + box[3]) / 2 for box in line]
        if xs[-1] - xs[0] < KORT:
            continue
        x, y = sum(xs) / len(xs), sum(ys) / len(ys)
        slope = sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True)) / sum((a - x) ** 2 for a in xs)
        found.append((slope, xs[-1] - xs[0]))
    if sum(wide for _, wide in found) < GENOEG:
        return 0.0
    return median([slope for slope, wide in found for _ in range(max(1, round(wide * 20)))])


def _ketens(boxes: list[Vak]) -> list[list[Vak]]:
    """Rows of words, each close behind the last and about as high on the page."""
    ordered = sorted(boxes)
    after: dict[int, int] = {}
    for number, box in enumerate(ordered):
        tall = box[3] - box[1]
        best: tuple[float, int] | None = None
        for other in range(number + 1, len(ordered)):
            gap = ordered[other][0] - box[2]
            if gap > 2.5 * tall * A4:
                break
            low = min(tall, ordered[other][3] - ordered[other][1])
            off = abs(ordered[other][1] + ordered[other][3] - box[1] - box[3]) / 2
            if gap > -0.3 * tall * A4 and off < 0.5 * low and (best is None or gap < best[0]):
                best = (gap, other)
        if best is not None:
            after[number] = best[1]
    starts = set(after) - set(after.values())
    return [_keten(ordered, after, start) for start in starts]


def _keten(ordered: list[Vak], after: dict[int, int], start: int) -> list[Vak]:
    line = [ordered[start]]
    while start in after:
        start = after[start]
        line.append(ordered[start])
    return line
