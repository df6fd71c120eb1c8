"""A sheet by its four straight edges, for when light and shadow cut its surface in pieces: long lines in pairs."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from opstap.lezen.beeld.openen import Beeld

Punten = NDArray[Any]
PER_RICHTING = 7
STEUN = 0.62
PROEVEN = 48


def vierhoeken(small: Beeld) -> list[tuple[float, Punten]]:
    """(support 0-1, four corners) of shapes whose four sides all lie on edges of the picture; best first, at most
    five."""
    grey = cv2.cvtColor(small, cv2.COLOR_RGB2GRAY)
    even = cv2.createCLAHE(2.0, (8, 8)).apply(cv2.GaussianBlur(grey, (5, 5), 0))
    edges = cv2.Canny(even, 30, 90)
    found = cv2.HoughLinesP(edges, 1, np.pi / 360, 50, minLineLength=max(grey.shape) // 9, maxLineGap=14)
    if found is None:
        return []
    lines = _samen(np.asarray(found, dtype=np.float64).reshape(-1, 4))
    level = [line for line in lines if abs(line[2] - line[0]) > abs(line[3] - line[1])][:PER_RICHTING]
    steep = [line for line in lines if abs(line[2] - line[0]) <= abs(line[3] - line[1])][:PER_RICHTING]
    near = cv2.dilate(edges, np.ones((5, 5), np.uint8)) > 0
    busy = float(near.mean())
    if busy > 0.5:
        return []  # edges everywhere (cloth, gravel): a line through them proves nothing
    shapes = []
    for top, bottom in combinations(level, 2):
        for left, right in combinations(steep, 2):
            corners = _hoeken(top, bottom, left, right)
            if corners is None or cv2.contourArea(corners.astype(np.float32)) < 0.14 * grey.size:
                continue
            support = _steun(near, corners)
            if support > max(STEUN, busy + 0.35):
                shapes.append((support, corners))
    return sorted(shapes, key=lambda shape: -shape[0] * cv2.contourArea(shape[1].astype(np.float32)))[:5]


def _samen(segments: Punten) -> list[Punten]:
    """Pieces of one straight line joined into the longest; the lines with the most length first."""
    lengths = np.hypot(segments[:, 2] - segments[:, 0], segments[:, 3] - segments[:, 1])
    chosen: list[Punten] = []
    weight: list[float] = []
    for index in np.argsort(-lengths):
        piece = segments[index]
        for place, line in enumerate(chosen):
            if _zelfde_lijn(line, piece):
                weight[place] += float(lengths[index])
                break
        else:
            chosen.append(piece)
            weight.append(float(lengths[index]))
    return [chosen[place] for place in np.argsort(weight)[::-1]]


def _zelfde_lijn(line: Punten, piece: Punten) -> bool:
    along = line[2:] - line[:2]
    normal = np.array([-along[1], along[0]]) / max(1e-6, float(np.hypot(*along)))
    return bool(abs((piece[:2] - line[:2]) @ normal) < 6 and abs((piece[2:] - line[:2]) @ normal) < 6)


def _hoeken(top: Punten, bottom: Punten, left: Punten, right: Punten) -> Punten | None:
    corners = [_kruis(one, other) for one, other in ((top, left), (top, right), (bottom, right), (bottom, left))]
    if any(corner is None for corner in corners):
        return None
    shape = np.array(corners, dtype=np.float64)
    return shape if cv2.isContourConvex(shape.astype(np.float32)) else None


def _kruis(one: Punten, other: Punten) -> Punten | None:
    a, b = one[2:] - one[:2], other[2:] - other[:2]
    cross = a[0] * b[1] - a[1] * b[0]
    if abs(cross) < 1e-6:
        return None
    gap = other[:2] - one[:2]
    return np.asarray(one[:2] + a * ((gap[0] * b[1] - gap[1] * b[0]) / cross))


def _steun(near: Punten, corners: Punten) -> float:
    """The least supported side: which part of it lies on an edge (outside the frame counts as half)."""
    high, wide = near.shape
    steps = np.linspace(0.03, 0.97, PROEVEN)[:, None]
    worst = 1.0
    for index in range(4):
        points = corners[index] * (1 - steps) + corners[(index + 1) % 4] * steps
        x, y = points[:, 0].round().astype(int), points[:, 1].round().astype(int)
        inside = (x >= 0) & (y >= 0) & (x < wide) & (y < high)
        hit = near[y.clip(0, high - 1), x.clip(0, wide - 1)]
        worst = min(worst, float(np.where(inside, hit, 0.5).mean()))
    return worst
