"""From a page to a scan, a photo, a hard photo or a screenshot, with the truth moved along."""

from __future__ import annotations

import io
import random
from typing import Any

import cv2
import numpy as np
import pypdfium2
from PIL import Image

Vak = tuple[float, float, float, float]
VORMEN = ("pdf", "scan", "foto", "moeilijk", "scherm")


def raster(pdf: bytes, dpi: int, index: int = 0) -> Any:
    """A page as a picture (BGR)."""
    document = pypdfium2.PdfDocument(pdf)
    picture = document[index].render(scale=dpi / 72).to_numpy()[:, :, :3].copy()
    document.close()
    return picture


def neem_op(pdf: bytes, vorm: str, rng: random.Random, index: int = 0) -> tuple[bytes, str, Any]:
    """(bytes, extension, matrix from page fractions to picture fractions) of one page in this form."""
    noise = np.random.default_rng(rng.randint(0, 2**31))
    if vorm == "scherm":
        page = raster(pdf, 144, index)
        return cv2.imencode(".png", page)[1].tobytes(), "png", np.eye(3)
    if vorm == "scan":
        return _scan(raster(pdf, 200, index), rng, noise)
    return _foto([raster(pdf, 190, index)], rng, noise, vorm == "moeilijk")


def meer_bladen(pdf: bytes, vorm: str, rng: random.Random, count: int) -> tuple[bytes, str, list[Any]]:
    """All pages of a paper in one file, as a scanner or phone makes of them: a PDF of pictures, without any text."""
    taken = [neem_op(pdf, vorm, rng, index) for index in range(count)]
    pictures = [Image.open(io.BytesIO(content)).convert("RGB") for content, _, _ in taken]
    target = io.BytesIO()
    pictures[0].save(target, "PDF", resolution=200, save_all=True, append_images=pictures[1:])
    return target.getvalue(), "pdf", [matrix for _, _, matrix in taken]


def _scan(page: Any, rng: random.Random, noise: Any) -> tuple[bytes, str, Any]:
    height, width = page.shape[:2]
    turn = np.vstack([cv2.getRotationMatrix2D((width / 2, height / 2), rng.uniform(-1.8, 1.8), 0.985), [0, 0, 1]])
    askew = cv2.warpPerspective(page, turn, (width, height), borderValue=(255, 255, 255))
    grain = askew.astype(np.int16) + noise.normal(-4, 5, askew.shape[:2])[:, :, None]
    grey = cv2.cvtColor(grain.clip(0, 255).astype(np.uint8), cv2.COLOR_BGR2GRAY)
    return (
        cv2.imencode(".jpg", grey, [cv2.IMWRITE_JPEG_QUALITY, 80])[1].tobytes(),
        "jpg",
        _fractie(turn, (width, height), (width, height)),
    )


def _fractie(matrix: Any, before: tuple[int, int], after: tuple[int, int]) -> Any:
    return np.diag([1 / after[0], 1 / after[1], 1.0]) @ matrix @ np.diag([before[0], before[1], 1.0])


def _achtergrond(size: tuple[int, int], rng: random.Random, noise: Any, hard: bool) -> Any:
    """A table top: wood, stone, or (hard) almost as light as paper."""
    width, height = size
    light = hard and rng.random() < 0.3
    base = np.array([205, 208, 210]) if light else np.array([rng.randint(25, 130) for _ in range(3)])
    grain = cv2.resize(
        noise.normal(0, 14, (height // 40 + 2, 6)).astype(np.float32), (width, height), interpolation=cv2.INTER_CUBIC
    )
    return (base + grain[:, :, None] + noise.normal(0, 4, (height, width, 1))).clip(0, 255).astype(np.uint8)


def _foto(pages: list[Any], rng: random.Random, noise: Any, hard: bool) -> tuple[bytes, str, Any]:
    page = pages[0]
    height, width = page.shape[:2]
    size = (int(width * 1.25), int(height * 1.2))
    spread = 0.09 if hard else 0.045
    margin_x, margin_y = (size[0] - width) / 2, (size[1] - height) / 2
    corners = np.float32([[0, 0], [width, 0], [width, height], [0, height]])
    target = np.float32(
        [
            [x + margin_x + rng.uniform(-spread, spread) * width, y + margin_y + rng.uniform(-spread, spread) * height]
            for x, y in corners
        ]
    )
    matrix = cv2.getPerspectiveTransform(corners, target).astype(np.float64)
    picture = _achtergrond(size, rng, noise, hard)
    if hard and rng.random() < 0.5:
        page = _vouw(page, rng)
    inside = cv2.warpPerspective(np.full(page.shape[:2], 255, np.uint8), matrix, size)
    picture = np.where(inside[:, :, None] > 127, cv2.warpPerspective(page, matrix, size), picture)
    picture = _licht(picture, rng, noise, hard)
    if hard and rng.random() < 0.4:
        _vinger(picture, target, rng)
    scale = rng.uniform(0.95, 1.1) if not hard else rng.uniform(0.85, 1.0)
    picture = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    turns = rng.choice([0, 0, 0, 1, 2, 3]) if hard else rng.choice([0, 0, 0, 0, 1])
    picture = np.ascontiguousarray(np.rot90(picture, turns))
    there = _kwart(turns) @ _fractie(matrix, (width, height), size)
    quality = rng.randint(45, 65) if hard else rng.randint(75, 92)
    return cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, quality])[1].tobytes(), "jpg", there


def _kwart(turns: int) -> Any:
    one = np.array([[0, 1, 0], [-1, 0, 1], [0, 0, 1]], float)
    return np.linalg.matrix_power(one, turns)


def _vouw(page: Any, rng: random.Random) -> Any:
    """A crease: a dark and a light band across."""
    page = page.astype(np.int16)
    y = int(page.shape[0] * rng.choice([0.33, 0.5, 0.66]))
    page[y - 2 : y + 1] -= 50
    page[y + 1 : y + 5] += 10
    page[y + 5 : y + 60] -= np.linspace(18, 0, 55).astype(np.int16)[:, None, None]
    return page.clip(0, 255).astype(np.uint8)


def _licht(picture: Any, rng: random.Random, noise: Any, hard: bool) -> Any:
    """Uneven light, a shadow, blur and grain."""
    height, width = picture.shape[:2]
    low = 0.45 if hard else 0.7
    plane = (
        np.linspace(rng.uniform(low, 1), rng.uniform(low, 1), width)[None, :]
        * np.linspace(rng.uniform(low, 1), 1, height)[:, None]
    )
    if hard:
        shadow = np.ones((height, width), np.float32)
        x, y = rng.randint(0, width), rng.randint(0, height)
        cv2.ellipse(shadow, (x, y), (width // 2, height // 4), rng.randint(0, 180), 0, 360, 0.6, cv2.FILLED)
        plane = plane * cv2.GaussianBlur(shadow, (0, 0), 40)
    lit = picture * plane[:, :, None]
    blur = rng.uniform(0.8, 1.5) if hard else rng.uniform(0.2, 0.8)
    lit = cv2.GaussianBlur(lit.astype(np.float32), (0, 0), blur)
    return (lit + noise.normal(0, 7 if hard else 3, (height, width, 1))).clip(0, 255).astype(np.uint8)


def _vinger(picture: Any, corners: Any, rng: random.Random) -> None:
    """A thumb over the rim of the paper, at a lower corner."""
    x, y = corners[rng.choice([2, 3])]
    cv2.ellipse(picture, (int(x), int(y)), (70, 120), rng.randint(-30, 30), 0, 360, (110, 140, 200), cv2.FILLED)


def twee_op_een(first: bytes, second: bytes, rng: random.Random) -> tuple[bytes, str, list[Any]]:
    """Two papers beside each other in one photo."""
    pages = [raster(first, 130), raster(second, 130)]
    noise = np.random.default_rng(rng.randint(0, 2**31))
    width = sum(page.shape[1] for page in pages) + 240
    height = max(page.shape[0] for page in pages) + 200
    picture = _achtergrond((width, height), rng, noise, False)
    x, matrices = 80, []
    for page in pages:
        high, wide = page.shape[:2]
        turn = np.vstack([cv2.getRotationMatrix2D((wide / 2, high / 2), rng.uniform(-2, 2), 1.0), [0, 0, 1]])
        matrix = np.array([[1, 0, x], [0, 1, 90], [0, 0, 1]], float) @ turn
        inside = cv2.warpPerspective(np.full((high, wide), 255, np.uint8), matrix, (width, height))
        picture = np.where(inside[:, :, None] > 127, cv2.warpPerspective(page, matrix, (width, height)), picture)
        matrices.append(_fractie(matrix, (wide, high), (width, height)))
        x += wide + 80
    picture = _licht(picture, rng, noise, False)
    return cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, 88])[1].tobytes(), "jpg", matrices


def verplaats(vak: Vak, matrix: Any) -> Vak:
    """A box on the page → the box around it in the picture."""
    x0, y0, x1, y1 = vak
    moved = cv2.perspectiveTransform(np.array([[[x0, y0], [x1, y0], [x1, y1], [x0, y1]]], float), matrix)[0].clip(0, 1)
    return (*moved.min(axis=0).tolist(), *moved.max(axis=0).tolist())
