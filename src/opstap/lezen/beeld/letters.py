"""Letters seen from afar: where they are, and how many of them lie on what may be a sheet."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from opstap.lezen.beeld.openen import Beeld

Hoeken = NDArray[Any]


def letters(small: Beeld) -> Beeld:
    """Dark small marks on light: what letters look like from afar."""
    grey = cv2.cvtColor(small, cv2.COLOR_RGB2GRAY)
    hats = cv2.morphologyEx(grey, cv2.MORPH_BLACKHAT, np.ones((7, 7), np.uint8))
    return (hats > 22).astype(np.uint8)


def heeft_letters(marks: Beeld, corners: Hoeken) -> bool:
    """Whether anything is written on this sheet."""
    region = _vlak(corners, marks.shape)
    return bool((marks * region).sum() > 0.004 * max(1, region.sum()))


def deel_binnen(marks: Beeld, sheets: list[Hoeken]) -> float:
    """Which part (0 to 1) of all letters lies on these sheets."""
    return float((marks * _samen(marks, sheets)).sum()) / max(1.0, float(marks.sum()))


def dichtheid(marks: Beeld, sheets: list[Hoeken]) -> float:
    """How close the letters on these sheets stand beside those off them (1: none is off them)."""
    together = _samen(marks, sheets)
    inside = float((marks * together).sum()) / max(1.0, float(together.sum()))
    outside = float((marks * (1 - together)).sum()) / max(1.0, float((1 - together).sum()))
    return inside / max(1e-6, inside + outside * 0.5)


def _samen(marks: Beeld, sheets: list[Hoeken]) -> Beeld:
    together = np.zeros(marks.shape, np.uint8)
    for corners in sheets:
        together |= _vlak(corners, marks.shape)
    return together


def _vlak(corners: Hoeken, shape: tuple[int, ...]) -> Beeld:
    middle = corners.mean(axis=0)
    inner = middle + (corners - middle) * 0.94
    return cv2.fillConvexPoly(np.zeros(shape[:2], np.uint8), cv2.convexHull(inner.astype(np.int32)), 1).astype(np.uint8)
