"""Can a person's photo be read, and if not: how to make a better one, in plain words."""

from __future__ import annotations

import cv2
import numpy as np

from opstap.lezen.beeld.openen import Beeld
from opstap.lezen.noten import ZINNEN

ONSCHERP = ZINNEN["onscherp"]
DONKER = ZINNEN["donker"]
GLANS = ZINNEN["glans"]
KLEIN = ZINNEN["klein"]
LEEG = ZINNEN["leeg_blad"]


def beoordeel(flat: Beeld, even: Beeld) -> tuple[float, list[str]]:
    """Sharpness (0-1) and sentences about what makes the picture hard to read; `even` is the page with even light."""
    grey = cv2.cvtColor(flat, cv2.COLOR_RGB2GRAY) if flat.ndim == 3 else flat
    sharp = scherpte(even)
    problems = []
    light = float(np.percentile(grey[::4, ::4], 75))
    if light < 55:
        problems.append(DONKER)
    if _glare(grey, even) > 0.06:
        problems.append(GLANS)
    if sharp < 0.2:
        problems.append(ONSCHERP)
    return sharp, problems


def scherpte(even: Beeld) -> float:
    """How steep the edges of the letters are: 1 when ink becomes paper within two pixels, towards 0 when it fades."""
    tone = cv2.GaussianBlur(even, (3, 3), 0).astype(np.float32)
    across = cv2.Sobel(tone, cv2.CV_32F, 1, 0, ksize=3) / 8.0
    down = cv2.Sobel(tone, cv2.CV_32F, 0, 1, ksize=3) / 8.0
    steep = np.hypot(across, down)
    ink = float(np.mean(even < 140))
    if ink < 0.0005:
        return 0.0
    top = float(np.percentile(steep, 100 - min(2.0, 60 * ink)))
    return float(np.clip((top - 12.0) / 58.0, 0.0, 1.0))


def _glare(grey: Beeld, even: Beeld) -> float:
    """Share of the page that is burned out to white while the rest is clearly darker paper."""
    paper = float(np.percentile(grey[::4, ::4], 50))
    if paper > 225:
        return 0.0
    burned = (grey[::4, ::4] > 250).astype(np.uint8)
    return float(cv2.morphologyEx(burned, cv2.MORPH_OPEN, np.ones((9, 9), np.uint8)).mean())
