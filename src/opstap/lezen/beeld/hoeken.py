"""Four corners: found in an outline, measured, put in order."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

Hoeken = NDArray[Any]


def order_corners(corners: Hoeken) -> Hoeken:
    """Top left first, then clockwise."""
    middle = corners.mean(axis=0)
    angles = np.arctan2(corners[:, 1] - middle[1], corners[:, 0] - middle[0])
    ring = corners[np.argsort(angles)]
    start = int(np.argmin(ring.sum(axis=1)))
    return np.roll(ring, -start, axis=0).astype(np.float32)


def vier_zijden(contour: Hoeken) -> NDArray[np.float64] | None:
    """The four longest straight stretches of the outline, made longer until they meet: what a thumb covers is put
    back."""
    length = cv2.arcLength(contour, True)
    points = cv2.approxPolyDP(contour, 0.008 * length, True)[:, 0, :].astype(np.float64)
    if len(points) < 4:
        return None
    sides = np.roll(points, -1, axis=0) - points
    longest = sorted(np.argsort(np.linalg.norm(sides, axis=1))[-4:])
    corners = []
    for place, index in enumerate(longest):
        before = longest[place - 1]
        met = _kruising(points[before], sides[before], points[index], sides[index])
        if met is None:
            return None
        corners.append(met)
    found = np.array(corners)
    if not cv2.isContourConvex(found.astype(np.float32)):
        return None
    return found


def _kruising(
    a: NDArray[np.float64], along_a: NDArray[np.float64], b: NDArray[np.float64], along_b: NDArray[np.float64]
) -> NDArray[np.float64] | None:
    cross = along_a[0] * along_b[1] - along_a[1] * along_b[0]
    if abs(cross) < 0.25 * float(np.linalg.norm(along_a) * np.linalg.norm(along_b)):
        return None
    gap = b - a
    met: NDArray[np.float64] = a + along_a * ((gap[0] * along_b[1] - gap[1] * along_b[0]) / cross)
    return met


def vier_hoeken(hull: NDArray[np.float64]) -> NDArray[np.float64] | None:
    """Drop the shortest side again and again, making its neighbours longer until they meet, until four sides are
    left."""
    length = cv2.arcLength(hull.astype(np.float32), True)
    points = cv2.approxPolyDP(hull.astype(np.float32), 0.006 * length, True)[:, 0, :].astype(np.float64)
    while len(points) > 4:
        count = len(points)
        sides = np.linalg.norm(np.roll(points, -1, axis=0) - points, axis=1)
        for short in np.argsort(sides):
            before, start = points[short - 1], points[short]
            end, after = points[(short + 1) % count], points[(short + 2) % count]
            meet = _meet(before, start, end, after)
            if meet is not None and np.linalg.norm(meet - (start + end) / 2) < 0.25 * length:
                points[short] = meet
                points = np.delete(points, (short + 1) % count, axis=0)
                break
        else:
            return None
    return points if len(points) == 4 else None


def _meet(
    a: NDArray[np.float64], b: NDArray[np.float64], c: NDArray[np.float64], d: NDArray[np.float64]
) -> NDArray[np.float64] | None:
    """Where line a→b, made longer past b, meets line d→c, made longer past c."""
    first, second = b - a, c - d
    cross = first[0] * second[1] - first[1] * second[0]
    if abs(cross) < 1e-6:
        return None
    gap = d - a
    along = (gap[0] * second[1] - gap[1] * second[0]) / cross
    other = (gap[0] * first[1] - gap[1] * first[0]) / cross
    if along < 0.99 or other < 0.99:
        return None
    met: NDArray[np.float64] = a + along * first
    return met


def is_blad(corners: NDArray[np.float64]) -> bool:
    """Corners between 55 and 125 degrees, opposite sides of much the same length."""
    sides = np.roll(corners, -1, axis=0) - corners
    lengths = np.linalg.norm(sides, axis=1)
    if lengths.min() < 0.12 * lengths.max():
        return False
    for index in range(4):
        inward, outward = -sides[index - 1], sides[index]
        cosine = float(inward @ outward) / (lengths[index - 1] * lengths[index])
        if abs(cosine) > 0.57:
            return False
    return bool(
        min(lengths[0], lengths[2]) > 0.5 * max(lengths[0], lengths[2])
        and min(lengths[1], lengths[3]) > 0.5 * max(lengths[1], lengths[3])
    )


def is_a4(corners: Hoeken) -> bool:
    """Whether the sides are about as long as those of a sheet of the A series, seen aslant."""
    top, right, bottom, left = (float(np.linalg.norm(corners[i] - corners[(i + 1) % 4])) for i in range(4))
    across, down = top + bottom, right + left
    return 1.2 < max(across, down) / max(1.0, min(across, down)) < 1.7


def oppervlak(corners: NDArray[np.float64], shape: tuple[int, ...]) -> float:
    """The area (pixels) of the part of this shape that lies within a picture of `shape`."""
    frame = np.array([[0, 0], [shape[1], 0], [shape[1], shape[0]], [0, shape[0]]], np.float32)
    area, _ = cv2.intersectConvexConvex(cv2.convexHull(corners.astype(np.float32)), frame)
    return float(area)


def overlap(one: Hoeken, other: Hoeken, shape: tuple[int, ...]) -> float:
    """Which part (0 to 1) of the smaller of two shapes lies in the other."""
    area, _ = cv2.intersectConvexConvex(cv2.convexHull(one), cv2.convexHull(other))
    return float(area) / max(1.0, min(oppervlak(one, shape), oppervlak(other, shape)))
