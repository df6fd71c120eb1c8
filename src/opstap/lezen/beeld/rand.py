"""Find the papers in a photo: none (the picture itself is the page), one, or several beside each other.

Four ways of telling paper from table are tried (light, colour, difference from the rim, edges); what looks most like a
sheet wins. A corner outside the frame or under a finger is put back by making its two edges longer.
"""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from opstap.lezen.beeld.letters import deel_binnen, dichtheid, heeft_letters, letters
from opstap.lezen.beeld.lijnen import vierhoeken
from opstap.lezen.beeld.openen import Beeld

Hoeken = NDArray[Any]
KLEIN = 640
MIN_DEEL = 0.06
MIN_VULLING = 0.82
STERK, ZEER_STERK = 0.7, 0.9
"""How well filled and how well supported by edges an outline must be (1 is perfect) to be believed; and from where on
it needs no other proof. Without a good outline the whole picture is the better page."""


WIT = 225
"""From this light on (of 255) the rim of a picture is paper: a scan with the shadow of the lid along one side is no
sheet on a table, and what is seen as one must hold nearly all letters."""


def vind_bladen(beeld: Beeld) -> list[Hoeken]:
    """Corners (top left, top right, bottom right, bottom left; pixels of `beeld`) of each sheet; empty: no outline
    seen."""
    scale = KLEIN / max(beeld.shape[:2])
    small = cv2.resize(beeld, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    if is_zonder_achtergrond(small):
        return []
    candidates = [found for mask in _masks(small) for found in _sheets(mask)]
    candidates = _zonder_omvattende(candidates + _van_lijnen(small), small.shape)
    ink = letters(small)
    chosen: list[tuple[float, Hoeken]] = []
    for score, corners in sorted(candidates, key=lambda pair: -pair[0]):
        if all(_overlap(corners, other, small.shape) < 0.15 for _, other in chosen):
            chosen.append((score, corners))
    strong = [corners for score, corners in chosen if _sterkte(score, corners, small) > STERK]
    good = [corners for corners in strong if heeft_letters(ink, corners)]
    best = max((_sterkte(score, corners, small) for score, corners in chosen), default=0.0)
    if not good or (best < ZEER_STERK and dichtheid(ink, good) < 0.6):
        return []
    if np.median(_rand(cv2.cvtColor(small, cv2.COLOR_RGB2GRAY))) > WIT and deel_binnen(ink, good) < 0.85:
        return []
    return [
        order_corners(corners / scale) for corners in sorted(good, key=lambda c: (c[:, 1].min() // 80, c[:, 0].min()))
    ]


def _sterkte(score: float, corners: Hoeken, small: Beeld) -> float:
    """How good the outline itself is, apart from its size."""
    share = _clipped_area(corners, small.shape) / (small.shape[0] * small.shape[1])
    return float(score / max(0.01, min(share, 0.9)) ** 0.5)


def _zonder_omvattende(candidates: list[tuple[float, Hoeken]], shape: tuple[int, ...]) -> list[tuple[float, Hoeken]]:
    """Drop a shape that is really two sheets side by side: two others fill it and do not overlap. A sheet of the usual
    measures that a crease, a shadow or a line of text cuts in two stays whole."""
    areas = [_clipped_area(corners, shape) for _, corners in candidates]
    kept = []
    for place, (score, corners) in enumerate(candidates):
        inside = [
            other
            for other in range(len(candidates))
            if 0.25 * areas[place] < areas[other] < 0.75 * areas[place]
            and _binnen(candidates[other][1], corners, areas[other])
        ]
        pairs = any(
            areas[one] + areas[two] > 0.7 * areas[place]
            and _overlap(candidates[one][1], candidates[two][1], shape) < 0.1
            for one in inside
            for two in inside
            if one < two
            and min(candidates[one][0], candidates[two][0]) > 0.35
            and not _is_gesneden(corners, candidates[one][1], candidates[two][1])
        )
        if not pairs:
            kept.append((score, corners))
    return kept


def _is_a4(corners: Hoeken) -> bool:
    """Whether the sides are about as long as those of a sheet of the A series, seen aslant."""
    top, right, bottom, left = (float(np.linalg.norm(corners[i] - corners[(i + 1) % 4])) for i in range(4))
    across, down = top + bottom, right + left
    return 1.2 < max(across, down) / max(1.0, min(across, down)) < 1.7


def _is_gesneden(whole: Hoeken, one: Hoeken, other: Hoeken) -> bool:
    """Whether two shapes are one sheet cut: they share a whole side and are no two sheets, or together have the
    measures of a sheet and share a corner or are none. Papers beside each other leave a strip of table between them."""
    gaps = np.linalg.norm(one[:, None, :] - other[None, :, :], axis=2).min(axis=1)
    shared, two_sheets = int((gaps < 7).sum()), _is_a4(one) and _is_a4(other)
    return (shared > 1 and not two_sheets) or (_is_a4(whole) and (shared > 0 or not two_sheets))


def _binnen(one: Hoeken, other: Hoeken, area: float) -> bool:
    shared, _ = cv2.intersectConvexConvex(cv2.convexHull(one), cv2.convexHull(other))
    return float(shared) > 0.9 * area


def _van_lijnen(small: Beeld) -> list[tuple[float, Hoeken]]:
    """Sheets by their four edges, scored like the others."""
    found = []
    area = small.shape[0] * small.shape[1]
    for support, corners in vierhoeken(small):
        inside = _clipped_area(corners, small.shape)
        if inside <= 0.985 * area and _is_sheet(corners):
            found.append((min(inside / area, 0.9) ** 0.5 * support, corners.astype(np.float32)))
    return found


def is_zonder_achtergrond(small: Beeld) -> bool:
    """A scan or a screenshot: the rim is even and light, or one exact colour fills a large part and the rim."""
    grey = cv2.cvtColor(small, cv2.COLOR_RGB2GRAY)
    ring = _rand(grey)
    if np.median(ring) > WIT and np.percentile(ring, 8) > 205:
        return True
    counts = np.bincount(grey.ravel(), minlength=256)
    tone = int(counts.argmax())
    if counts[tone] < 0.45 * grey.size or abs(float(np.median(ring)) - tone) > 3:
        return False
    return tone > 200 or (tone < 60 and float(np.mean(grey > 200)) < 0.2)


def _rand(grey: Beeld) -> NDArray[Any]:
    """The pixels along the four sides."""
    rim = max(4, min(grey.shape) // 60)
    return np.concatenate([grey[:rim].ravel(), grey[-rim:].ravel(), grey[:, :rim].ravel(), grey[:, -rim:].ravel()])


def order_corners(corners: Hoeken) -> Hoeken:
    """Top left first, then clockwise."""
    middle = corners.mean(axis=0)
    angles = np.arctan2(corners[:, 1] - middle[1], corners[:, 0] - middle[0])
    ring = corners[np.argsort(angles)]
    start = int(np.argmin(ring.sum(axis=1)))
    return np.roll(ring, -start, axis=0).astype(np.float32)


def _masks(small: Beeld) -> list[Beeld]:
    lab = cv2.cvtColor(cv2.GaussianBlur(small, (7, 7), 0), cv2.COLOR_RGB2LAB).astype(np.float32)
    light = lab[:, :, 0]
    chroma = np.hypot(lab[:, :, 1] - 128, lab[:, :, 2] - 128)
    rim = max(4, min(light.shape) // 40)
    ring = np.concatenate(
        [lab[:rim].reshape(-1, 3), lab[-rim:].reshape(-1, 3), lab[:, :rim].reshape(-1, 3), lab[:, -rim:].reshape(-1, 3)]
    )
    far = np.linalg.norm(lab - np.median(ring, axis=0), axis=2)
    masks = [_otsu(light), _otsu(light - 1.5 * chroma), _otsu(far)]
    edges = cv2.Canny(cv2.GaussianBlur(cv2.cvtColor(small, cv2.COLOR_RGB2GRAY), (5, 5), 0), 20, 60)
    edges = cv2.dilate(edges, np.ones((3, 3), np.uint8))
    outlines, _ = cv2.findContours(edges, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    masks.append(cv2.drawContours(np.zeros(light.shape, np.uint8), outlines, -1, 255, cv2.FILLED))
    return [_clean(mask) for mask in masks]


def _otsu(values: NDArray[Any]) -> Beeld:
    scaled = cv2.normalize(values, np.zeros_like(values), 0, 255, cv2.NORM_MINMAX).astype(np.uint8)
    return cv2.threshold(scaled, 0, 255, cv2.THRESH_BINARY | cv2.THRESH_OTSU)[1].astype(np.uint8)


def _clean(mask: Beeld) -> Beeld:
    closed = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((11, 11), np.uint8))
    return cv2.morphologyEx(closed, cv2.MORPH_OPEN, np.ones((13, 13), np.uint8)).astype(np.uint8)


def _sheets(mask: Beeld) -> list[tuple[float, Hoeken]]:
    """Four-cornered shapes in `mask` with a score: how large, how well filled, how square its corners."""
    found = []
    area = mask.shape[0] * mask.shape[1]
    contours, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    for contour in contours:
        size = cv2.contourArea(contour)
        if size < MIN_DEEL * area:
            continue
        hull = cv2.convexHull(contour)[:, 0, :].astype(np.float64)
        for corners in (_four_corners(hull), _four_sides(contour)):
            if corners is None:
                continue
            inside = _clipped_area(corners, mask.shape)
            fill = min(size / max(inside, 1.0), 1.0)
            if fill < MIN_VULLING or inside > 0.985 * area or not _is_sheet(corners):
                continue
            score = min(size / area, 0.9) ** 0.5 * fill**2 * _steun(contour, corners)
            found.append((score, corners.astype(np.float32)))
    return found


def _steun(contour: Hoeken, corners: NDArray[np.float64]) -> float:
    """Which part of the outline lies on the four sides: a finger or a bulge is off them."""
    points = contour[:, 0, :].astype(np.float64)
    nearest = np.full(len(points), np.inf)
    for index in range(4):
        start, end = corners[index], corners[(index + 1) % 4]
        along = end - start
        normal = np.array([-along[1], along[0]]) / max(1e-6, float(np.linalg.norm(along)))
        nearest = np.minimum(nearest, np.abs((points - start) @ normal))
    steps = np.linalg.norm(np.diff(points, axis=0, append=points[:1]), axis=1)
    return float((steps * (nearest < 3.5)).sum() / max(1.0, steps.sum()))


def _four_sides(contour: Hoeken) -> NDArray[np.float64] | None:
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


def _four_corners(hull: NDArray[np.float64]) -> NDArray[np.float64] | None:
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


def _is_sheet(corners: NDArray[np.float64]) -> bool:
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


def _clipped_area(corners: NDArray[np.float64], shape: tuple[int, ...]) -> float:
    frame = np.array([[0, 0], [shape[1], 0], [shape[1], shape[0]], [0, shape[0]]], np.float32)
    area, _ = cv2.intersectConvexConvex(cv2.convexHull(corners.astype(np.float32)), frame)
    return float(area)


def _overlap(one: Hoeken, other: Hoeken, shape: tuple[int, ...]) -> float:
    area, _ = cv2.intersectConvexConvex(cv2.convexHull(one), cv2.convexHull(other))
    return float(area) / max(1.0, min(_clipped_area(one, shape), _clipped_area(other, shape)))
