"""Find the papers in a photo: none (the picture itself is the page), one, or several beside each other.

Four ways of telling paper from table are tried (light, colour, difference from the rim, edges); what looks most like a
sheet wins. A corner outside the frame or under a finger is put back by making its two edges longer.
"""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from opstap.lezen.beeld.hoeken import (
    Hoeken,
    is_a4,
    is_blad,
    oppervlak,
    order_corners,
    overlap,
    vier_hoeken,
    vier_zijden,
)
from opstap.lezen.beeld.letters import deel_binnen, dichtheid, heeft_letters, letters
from opstap.lezen.beeld.lijnen import vierhoeken
from opstap.lezen.beeld.openen import Beeld

KLEIN = 640
MIN_DEEL = 0.06
MIN_VULLING = 0.82
STERK, ZEER_STERK = 0.7, 0.9
"""How well filled and how well supported by edges an outline must be (1 is perfect) to be believed; and from where on
it needs no other proof. Without a good outline the whole picture is the better page."""


VLAK = 1.05
"""Of two outlines that are as good, the one whose surface was seen well wins from one that only has edges: the grain of
a table has edges too."""
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
    seen = {id(corners) for score, corners in candidates if _sterkte(score, corners, small) > ZEER_STERK}
    candidates = _zonder_omvattende(candidates + _van_lijnen(small), small.shape)
    ink = letters(small)
    chosen: list[tuple[float, Hoeken]] = []
    for score, corners in sorted(candidates, key=lambda pair: -pair[0] * (VLAK if id(pair[1]) in seen else 1.0)):
        if all(overlap(corners, other, small.shape) < 0.15 for _, other in chosen):
            chosen.append((score, corners))
    strong = [corners for score, corners in chosen if _sterkte(score, corners, small) > STERK]
    good = [corners for corners in strong if heeft_letters(ink, corners)]
    if len(good) == 1 and deel_binnen(ink, good) < EEN_VAN_TWEE:
        good += _ernaast(small, good[0], ink)
    best = max((_sterkte(score, corners, small) for score, corners in chosen), default=0.0)
    if not good or (best < ZEER_STERK and dichtheid(ink, good) < 0.6):
        return []
    if np.median(_rand(cv2.cvtColor(small, cv2.COLOR_RGB2GRAY))) > WIT and deel_binnen(ink, good) < 0.85:
        return []
    return [
        order_corners(corners / scale) for corners in sorted(good, key=lambda c: (c[:, 1].min() // 80, c[:, 0].min()))
    ]


EEN_VAN_TWEE = 0.75
"""With fewer of the letters on the one sheet that was seen another may lie against it."""


def _ernaast(small: Beeld, sheet: Hoeken, ink: Beeld) -> list[Hoeken]:
    """Another paper that lies against this one, so that the two were seen as one surface: looked for without it."""
    covered = cv2.dilate(
        cv2.fillConvexPoly(np.zeros(small.shape[:2], np.uint8), cv2.convexHull(sheet.astype(np.int32)), 255),
        np.ones((5, 5), np.uint8),
    )
    found = [pair for mask in _masks(small) for pair in _sheets(np.where(covered > 0, 0, mask).astype(np.uint8))]
    for score, corners in sorted(found, key=lambda pair: -pair[0]):
        strong = _sterkte(score, corners, small) > STERK and is_a4(corners)
        if strong and overlap(corners, sheet, small.shape) < 0.15 and heeft_letters(ink, corners):
            return [corners]
    return []


def _sterkte(score: float, corners: Hoeken, small: Beeld) -> float:
    """How good the outline itself is, apart from its size."""
    share = oppervlak(corners, small.shape) / (small.shape[0] * small.shape[1])
    return float(score / max(0.01, min(share, 0.9)) ** 0.5)


def _zonder_omvattende(candidates: list[tuple[float, Hoeken]], shape: tuple[int, ...]) -> list[tuple[float, Hoeken]]:
    """Drop a shape that is really two sheets side by side: two others fill it and do not overlap. A sheet of the usual
    measures that a crease, a shadow or a line of text cuts in two stays whole."""
    areas = [oppervlak(corners, shape) for _, corners in candidates]
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
            and overlap(candidates[one][1], candidates[two][1], shape) < 0.1
            for one in inside
            for two in inside
            if one < two
            and min(candidates[one][0], candidates[two][0]) > 0.35
            and not _is_gesneden(corners, candidates[one][1], candidates[two][1])
        )
        if not pairs:
            kept.append((score, corners))
    return kept


def _is_gesneden(whole: Hoeken, one: Hoeken, other: Hoeken) -> bool:
    """Whether two shapes are one sheet cut: they share a whole side and are no two sheets, or together have the
    measures of a sheet and share a corner or are none. Papers beside each other leave a strip of table between them."""
    gaps = np.linalg.norm(one[:, None, :] - other[None, :, :], axis=2).min(axis=1)
    shared, two_sheets = int((gaps < 7).sum()), is_a4(one) and is_a4(other)
    return (shared > 1 and not two_sheets) or (is_a4(whole) and (shared > 0 or not two_sheets))


def _binnen(one: Hoeken, other: Hoeken, area: float) -> bool:
    shared, _ = cv2.intersectConvexConvex(cv2.convexHull(one), cv2.convexHull(other))
    return float(shared) > 0.9 * area


def _van_lijnen(small: Beeld) -> list[tuple[float, Hoeken]]:
    """Sheets by their four edges, scored like the others."""
    found = []
    area = small.shape[0] * small.shape[1]
    for support, corners in vierhoeken(small):
        inside = oppervlak(corners, small.shape)
        if inside <= 0.985 * area and is_blad(corners):
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
        for corners in (vier_hoeken(hull), vier_zijden(contour)):
            if corners is None:
                continue
            inside = oppervlak(corners, mask.shape)
            fill = min(size / max(inside, 1.0), 1.0)
            if fill < MIN_VULLING or inside > 0.985 * area or not is_blad(corners):
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
