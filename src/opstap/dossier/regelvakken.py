"""Where the lines of a page are, from its picture alone: nothing is read, no word is known.

A person chooses what to cover from these. They are found in the covered copy, so what is black is a line as well.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any

Vak = tuple[float, float, float, float]
BREED = 900
HOOGSTENS = 300
LEEG, GAT, DIK, STROOK = 0.004, 0.035, 0.045, 0.022
ZWART = 16  # what was covered is as black as a picture can be; a table or a floor is not
DONKER, RAND = 90, 27  # grey value of what lies around a page, and how far its shadow reaches


def lines(picture: bytes) -> list[Vak]:
    """Boxes of ink, from top to bottom and left to right: each a stretch of one line without a wide gap."""
    import numpy as np
    from PIL import Image, ImageFilter

    with Image.open(BytesIO(picture)) as opened:
        grey = opened.convert("L")
    grey.thumbnail((BREED, BREED * 2))
    pixels = np.asarray(grey, dtype=np.int16)
    around = np.asarray(grey.filter(ImageFilter.BoxBlur(12)), dtype=np.int16)
    ink = ((pixels < around - 18) | (pixels < ZWART)) & ~_beside_the_page(pixels, around)
    high, wide = ink.shape
    found: list[Vak] = []
    for top, bottom in _bands(ink.mean(axis=1) > LEEG, high):
        for left, right in _runs(ink[top:bottom].any(axis=0), round(GAT * wide)):
            if right - left > 3:
                found.append((left / wide, max(0, top - 1) / high, right / wide, min(high, bottom + 1) / high))
    return found[:HOOGSTENS]


def _beside_the_page(pixels: Any, around: Any) -> Any:
    """What a photo shows around the paper: large, dark, and reaching to the edge of the picture."""
    import cv2
    import numpy as np

    dark = ((around < DONKER) & (pixels >= ZWART)).astype(np.uint8)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(dark, connectivity=4)
    at_edge = np.unique(np.concatenate((labels[0], labels[-1], labels[:, 0], labels[:, -1])))
    large = [label for label in at_edge if label and stats[label, cv2.CC_STAT_AREA] > dark.size / 100]
    beside = np.isin(labels, large).astype(np.uint8)
    return cv2.dilate(beside, np.ones((RAND, RAND), np.uint8)).astype(bool)


def _bands(rows: Any, high: int) -> list[tuple[int, int]]:
    """Lines of text; what is thicker than a line (a photo's shadow, a table drawn in lines) is cut in strips."""
    bands = []
    for top, bottom in _runs(rows, max(1, round(0.002 * high))):
        strips = max(1, round((bottom - top) / (STROOK * high))) if bottom - top > DIK * high else 1
        size = (bottom - top) / strips
        bands += [(round(top + size * number), round(top + size * (number + 1))) for number in range(strips)]
    return [(top, bottom) for top, bottom in bands if bottom - top > 2]


def _runs(there: Any, gap: int) -> list[tuple[int, int]]:
    """Stretches of True as [begin, end); those with at most `gap` between them are one."""
    import numpy as np

    edges = np.flatnonzero(np.diff(np.concatenate(([0], there.astype(np.int8), [0]))))
    runs: list[tuple[int, int]] = []
    for begin, end in edges.reshape(-1, 2).tolist():
        if runs and begin - runs[-1][1] <= gap:
            runs[-1] = (runs[-1][0], end)
        else:
            runs.append((begin, end))
    return runs
