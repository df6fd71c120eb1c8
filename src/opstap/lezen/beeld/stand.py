"""How a flat page lies: how many degrees askew, and whether it lies on its side."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from opstap.lezen.beeld.openen import Beeld

KLEIN = 900


def _letters(grey: Beeld) -> Beeld:
    """Ink as 0/1 on a small copy, without long rules (table lines say nothing about the lines of text)."""
    scale = min(1.0, KLEIN / max(grey.shape))
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    ink = (small < 150).astype(np.uint8)
    across = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((1, 60), np.uint8))
    down = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((60, 1), np.uint8))
    blobs = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((14, 14), np.uint8))
    blobs = cv2.dilate(blobs, np.ones((5, 5), np.uint8))
    rules = cv2.bitwise_or(cv2.bitwise_or(across, down), blobs)
    return np.asarray(np.where(rules > 0, 0, ink), dtype=np.uint8)


def _steps(profile: NDArray[np.float64]) -> float:
    return float((np.diff(profile) ** 2).sum())


def is_gekanteld(grey: Beeld) -> bool:
    """Whether the lines of text run up and down instead of across."""
    ink = _letters(grey)
    if ink.sum() < 200:
        return False
    height, width = ink.shape
    rows = _steps(ink.sum(axis=1).astype(np.float64)) / width
    columns = _steps(ink.sum(axis=0).astype(np.float64)) / height
    if columns <= 1.35 * rows:
        return False
    # a page with little text that lies a degree askew looks like this too: level it both ways before it is believed
    sideways = np.ascontiguousarray(ink.T)
    return bool(_waterpas(sideways) / height > 1.35 * _waterpas(ink) / width)


def _waterpas(ink: Beeld) -> float:
    """How sharply the lines of text stand out when the page is levelled, within three degrees."""
    return max(_score(ink, float(angle)) for angle in np.arange(-3.0, 3.1, 0.6))


def scheefstand(grey: Beeld, limit: float) -> float:
    """Degrees to turn (counter-clockwise) so that the lines of text lie level; within ±`limit`, 0 when it cannot be
    told."""
    ink = _letters(grey) * 255
    if ink.sum() < 255 * 200:
        return 0.0
    half = cv2.resize(ink, None, fx=0.6, fy=0.6, interpolation=cv2.INTER_AREA)
    coarse = _best(half, np.arange(-limit, limit + 0.01, 1.0))
    fine = _best(ink, np.arange(coarse - 0.9, coarse + 0.91, 0.3))
    level, turned = _score(ink, 0.0), _score(ink, fine)
    return fine if turned > 1.04 * level else 0.0


def _best(ink: Beeld, angles: NDArray[np.float64]) -> float:
    return float(max(angles, key=lambda angle: _score(ink, float(angle))))


def _score(ink: Beeld, angle: float) -> float:
    height, width = ink.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    turned = cv2.warpAffine(ink, turn, (width, height), flags=cv2.INTER_LINEAR)
    return _steps(turned.sum(axis=1).astype(np.float64))
