"""A flat page made from a picture, with the way back: each spot on it is known on the original."""

from __future__ import annotations

from dataclasses import dataclass, field

import cv2
import numpy as np
from numpy.typing import NDArray

from opstap.lezen.beeld.hoeken import Hoeken
from opstap.lezen.beeld.kwaliteit import beoordeel
from opstap.lezen.beeld.openen import Beeld
from opstap.lezen.beeld.rand import vind_bladen
from opstap.lezen.beeld.stand import is_gekanteld, scheefstand
from opstap.lezen.model import Vak

Matrix = NDArray[np.float64]
A4 = 2**0.5
SCHEEF = 0.2
"""Degrees askew up to which a page is left as it is."""
ZIJDE = 1960.0
"""Square root of the area in pixels that a page gets: an A4 sheet at about 200 dpi, measured as the best pace for
Tesseract."""


@dataclass(slots=True)
class Vlak:
    """`grijs`: the flat page, shadow taken out. `terug`: its pixels → fractions of the original. `scherpte`: 0
    (blur) to 1."""

    grijs: Beeld
    terug: Matrix
    scherpte: float = 1.0
    problemen: list[str] = field(default_factory=list)

    def naar_origineel(self, x0: float, y0: float, x1: float, y1: float) -> Vak:
        """The box around this piece of the flat page on the original, in fractions within 0-1."""
        corners = np.array([[[x0, y0], [x1, y0], [x1, y1], [x0, y1]]], np.float64)
        back = cv2.perspectiveTransform(corners, self.terug)[0].clip(0.0, 1.0)
        low, high = back.min(axis=0), back.max(axis=0)
        return float(low[0]), float(low[1]), float(high[0]), float(high[1])

    def stuk(self, vak: Vak, rand: float = 0.4) -> Beeld:
        """The piece of the flat page under a box on the straight page (see Bladzijde.recht), with a rim of so many
        heights of the box; empty when outside. A box on the original would not do: that of a line askew holds its
        neighbours."""
        wide = float(self.grijs.shape[1])
        x0, y0, x1, y1 = vak[0] * wide, vak[1] * wide * A4, vak[2] * wide, vak[3] * wide * A4
        rim = rand * (y1 - y0)
        left, top, right, bottom = (max(0, round(side)) for side in (x0 - rim, y0 - rim, x1 + rim, y1 + rim))
        return self.grijs[top:bottom, left:right]

    def gedraaid(self, kwart: int) -> Vlak:
        """The same page after `kwart` quarter turns clockwise."""
        height, width = self.grijs.shape
        turned = np.ascontiguousarray(np.rot90(self.grijs, -kwart))
        # a pixel (x, y) of the turned page → the pixel of the unturned one
        back = {
            0: np.eye(3),
            1: np.array([[0, 1, 0], [-1, 0, height - 1], [0, 0, 1]], np.float64),
            2: np.array([[-1, 0, width - 1], [0, -1, height - 1], [0, 0, 1]], np.float64),
            3: np.array([[0, -1, width - 1], [1, 0, 0], [0, 0, 1]], np.float64),
        }[kwart % 4]
        return Vlak(turned, self.terug @ back, self.scherpte, list(self.problemen))

    def waterpas(self) -> Vlak:
        """The same page with its lines of text level; itself when they are already."""
        angle = scheefstand(self.grijs, 5.0)
        if abs(angle) <= SCHEEF:
            return self
        height, width = self.grijs.shape
        turn = np.vstack([cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0), [0, 0, 1]])
        level = cv2.warpPerspective(self.grijs, turn, (width, height), flags=cv2.INTER_CUBIC, borderValue=(255,))
        return Vlak(np.asarray(level, np.uint8), self.terug @ np.linalg.inv(turn), self.scherpte, list(self.problemen))


def vlakken(beeld: Beeld) -> list[Vlak]:
    """Each paper in the picture as a flat page; the whole picture when no outline is seen. Never empty."""
    sheets = vind_bladen(beeld)
    if not sheets:
        height, width = beeld.shape[:2]
        whole = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
        return [_maak_vlak(beeld, whole, whole_picture=True)]
    return [_maak_vlak(beeld, corners, whole_picture=False) for corners in sheets]


def _maak_vlak(beeld: Beeld, corners: Hoeken, whole_picture: bool) -> Vlak:
    flat, there = _recht(beeld, corners, 0.0)
    grey = egaal(flat)
    if is_gekanteld(grey):
        corners = np.roll(corners, 1, axis=0)
        flat, there = _recht(beeld, corners, 0.0)
        grey = egaal(flat)
    angle = scheefstand(grey, 14.0 if whole_picture else 5.0)
    if abs(angle) > SCHEEF:
        flat, there = _recht(beeld, corners, angle)
        grey = egaal(flat)
    sharpness, problems = beoordeel(flat, grey)
    height, width = beeld.shape[:2]
    to_fraction = np.diag([1.0 / width, 1.0 / height, 1.0])
    return Vlak(grey, to_fraction @ np.linalg.inv(there), sharpness, problems)


def _recht(beeld: Beeld, corners: Hoeken, angle: float) -> tuple[Beeld, Matrix]:
    """The sheet between `corners` pulled flat and turned by `angle` degrees, with the matrix from picture to flat
    page."""
    top, right, bottom, left = (float(np.linalg.norm(corners[i] - corners[(i + 1) % 4])) for i in range(4))
    width, height = max(top, bottom), max(left, right)
    scale = min(2.2, ZIJDE / max(1.0, (width * height) ** 0.5))
    width, height = max(8.0, width * scale), max(8.0, height * scale)
    target = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    there = cv2.getPerspectiveTransform(corners.astype(np.float32), target).astype(np.float64)
    if angle:
        turn = np.vstack([cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0), [0, 0, 1]])
        there = turn @ there
    size = (round(width), round(height))
    smooth = cv2.INTER_AREA if scale < 0.7 else cv2.INTER_CUBIC
    if scale < 0.7 and not angle and _is_whole(corners, beeld):
        return cv2.resize(beeld, size, interpolation=cv2.INTER_AREA).astype(np.uint8), there
    flat = cv2.warpPerspective(beeld, there, size, flags=smooth, borderMode=cv2.BORDER_REPLICATE)
    return flat.astype(np.uint8), there


def _is_whole(corners: Hoeken, beeld: Beeld) -> bool:
    height, width = beeld.shape[:2]
    return bool(np.abs(corners - np.array([[0, 0], [width, 0], [width, height], [0, height]])).max() < 1)


def egaal(flat: Beeld) -> Beeld:
    """Grey page with the light made even: what lies under the letters (shadow, lamp, crease) divided out."""
    grey = cv2.cvtColor(flat, cv2.COLOR_RGB2GRAY) if flat.ndim == 3 else flat
    if np.percentile(grey, 50) < 90:
        dark = float(np.mean(grey < 90))
        if dark > 0.6 and np.percentile(grey, 99.7) > 150 and float(np.mean(grey > 150)) < 0.25:
            grey = 255 - grey  # light letters on a dark screen
    grey = _keer_kaarten(grey)
    small = cv2.resize(grey, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
    ground = cv2.medianBlur(cv2.dilate(small, np.ones((9, 9), np.uint8)), 31)
    ground = cv2.resize(ground, (grey.shape[1], grey.shape[0]), interpolation=cv2.INTER_LINEAR)
    even = cv2.divide(grey, np.maximum(ground, 1), scale=255)
    return _wit_en_zwart(np.asarray(even, dtype=np.uint8))


def _keer_kaarten(grey: Beeld) -> Beeld:
    """Coloured cards and bars of a screen, with light letters on them, as dark letters on light. What is dark by a
    shadow has letters that are darker still, and stays."""
    small = cv2.resize(grey, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
    dark = cv2.morphologyEx((small < 150).astype(np.uint8), cv2.MORPH_CLOSE, np.ones((9, 9), np.uint8))
    turned = grey
    for contour in cv2.findContours(dark, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)[0]:
        x, y, wide, tall = (4 * side for side in cv2.boundingRect(contour))
        if wide * tall < 0.01 * grey.size or 16 * cv2.contourArea(contour) < 0.85 * wide * tall:
            continue
        piece = grey[y : y + tall, x : x + wide]
        darkest, middle, lightest = np.percentile(piece[::2, ::2], [0.2, 50, 99])
        if middle < 150 and lightest - middle > 80 and middle - darkest < 45:
            turned = turned.copy() if turned is grey else turned
            turned[y : y + tall, x : x + wide] = 255 - piece
    return turned


KORREL = 9
"""Grain of the paper in grey levels above which it is smoothed: letters drown in stretched noise otherwise."""


def _wit_en_zwart(even: Beeld) -> Beeld:
    """Paper to white and ink to black; grain first smoothed where there is much of it."""
    low, paper = np.percentile(even[::4, ::4], [20, 50])
    if paper - low > KORREL:
        even = np.asarray(cv2.bilateralFilter(even, 7, 60, 3), dtype=np.uint8)
    black, white = np.percentile(even[::4, ::4], [0.3, 25])
    if white - black < 20:
        return even
    spread = (even.astype(np.float32) - black) * (255.0 / (white - black))
    return np.asarray(spread.clip(0, 255), dtype=np.uint8)
