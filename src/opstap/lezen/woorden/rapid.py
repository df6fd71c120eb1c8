"""The second reader: RapidOCR (models inside the package, nothing fetched), loaded only when it is needed, on one
thread."""

from __future__ import annotations

import logging
from functools import cache
from typing import Any

import cv2
import numpy as np

from opstap.lezen.beeld.openen import Beeld
from opstap.lezen.beeld.vlak import Vlak
from opstap.lezen.woorden.tesseract import A4, Gelezen, orden

MAX_ZIJDE = 1500


@cache
def _engine() -> Any:
    try:
        from rapidocr import RapidOCR
    except ImportError:
        return None
    logging.getLogger("RapidOCR").setLevel(logging.ERROR)
    return RapidOCR(
        params={
            "EngineConfig.onnxruntime.intra_op_num_threads": 1,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
            "EngineConfig.onnxruntime.enable_cpu_mem_arena": False,
            "Global.max_side_len": MAX_ZIJDE,
            "Global.use_cls": False,
            "Global.log_level": "error",
        }
    )


def is_er() -> bool:
    """Whether the second reader can be used on this machine."""
    return _engine() is not None


def lees(vlak: Vlak) -> Gelezen:
    """Words of a flat page; a line is cut into words in proportion to their letters."""
    engine = _engine()
    if engine is None:
        return [], []
    answer = engine(cv2.cvtColor(vlak.grijs, cv2.COLOR_GRAY2BGR), use_det=True, use_cls=False, use_rec=True)
    if answer is None or answer.boxes is None or answer.txts is None:
        return [], []
    words: list[tuple[str, float, tuple[float, float, float, float]]] = []
    for box, text, score in zip(answer.boxes, answer.txts, answer.scores, strict=False):
        words.extend(_cut(np.asarray(box, dtype=float), str(text), float(score)))
    return orden(words, vlak, _helling([np.asarray(box, dtype=float) for box in answer.boxes]))


def _helling(quads: list[Any]) -> float:
    """How the lines run, in the units of `orden`, from the upper sides of the wider boxes; 0 with too few of them."""
    slopes = [
        (quad[1][1] - quad[0][1]) / (quad[1][0] - quad[0][0]) / A4
        for quad in quads
        if quad[1][0] - quad[0][0] > 5 * abs(quad[3][1] - quad[0][1])
    ]
    return float(np.median(slopes)) if len(slopes) >= 5 else 0.0


def lees_regel(grijs: Beeld) -> str:
    """The text of one line of writing, cut out; empty when nothing is read. (The engine remembers which of its steps
    were asked last, so that every call says it.)"""
    engine = _engine()
    if engine is None:
        return ""
    answer = engine(cv2.cvtColor(grijs, cv2.COLOR_GRAY2BGR), use_det=False, use_cls=False, use_rec=True)
    return " ".join(str(text) for text in answer.txts or ()) if answer is not None else ""


def _cut(box: Any, text: str, score: float) -> list[tuple[str, float, tuple[float, float, float, float]]]:
    x0, y0 = box.min(axis=0)
    x1, y1 = box.max(axis=0)
    total = max(1, len(text))
    found, start = [], 0
    for part in text.split(" "):
        if part:
            left = x0 + (x1 - x0) * start / total
            right = x0 + (x1 - x0) * (start + len(part)) / total
            found.append((part, score, (float(left), float(y0), float(right), float(y1))))
        start += len(part) + 1
    return found
