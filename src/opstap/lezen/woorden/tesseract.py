"""The first reader: Tesseract with Dutch, as a process of its own that gives a table (TSV) of words, boxes and
certainty."""

from __future__ import annotations

import os
import subprocess
from functools import cache
from shutil import which

import cv2

from opstap.lezen.beeld.vlak import Vlak
from opstap.lezen.model import Vak, Woord
from opstap.lezen.woorden.helling import helling
from opstap.lezen.woorden.tekstlaag import regels

SECONDS = 60
A4 = 2**0.5


@cache
def taal() -> str | None:
    """The language pack to use (nld, else eng), or None when Tesseract is not there."""
    if which("tesseract") is None:
        return None
    answer = subprocess.run(["tesseract", "--list-langs"], capture_output=True, text=True, timeout=20, check=False)
    known = answer.stdout.split()
    return next((language for language in ("nld", "eng") if language in known), None)


Gelezen = tuple[list[Woord], list[Vak]]
"""Words with boxes on the original, and beside it their boxes on the straightened page (see Bladzijde.recht)."""


def lees(vlak: Vlak, layout: int = 3) -> Gelezen:
    """Words of a flat page; empty when nothing is read or Tesseract is away. `layout`: its --psm."""
    language = taal()
    if language is None:
        return [], []
    ok, picture = cv2.imencode(".bmp", vlak.grijs)
    if not ok:
        return [], []
    command = ["tesseract", "-", "-", "-l", language, "--psm", str(layout), "--oem", "1", "--dpi", "200"]
    command += ["-c", "preserve_interword_spaces=1", "tsv"]
    try:
        answer = subprocess.run(
            command,
            input=picture.tobytes(),
            capture_output=True,
            timeout=SECONDS,
            check=False,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    except subprocess.TimeoutExpired:
        return [], []
    return uit_tsv(answer.stdout.decode("utf-8", "replace"), vlak)


def uit_tsv(table: str, vlak: Vlak) -> Gelezen:
    """Tesseract's table as words in lines."""
    words: list[tuple[str, float, tuple[float, float, float, float]]] = []
    for row in table.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) < 12 or cells[0] != "5" or not cells[11].strip():
            continue
        left, top, width, height = (int(cell) for cell in cells[6:10])
        certainty = max(0.0, float(cells[10])) / 100
        text = cells[11].strip()
        if (certainty < 0.05 and len(text) < 3) or (height > 6 * width and len(text) > 1):
            continue
        words.append((text, certainty, (left, top, left + width, top + height)))
    return orden(words, vlak)


def orden(
    words: list[tuple[str, float, tuple[float, float, float, float]]], vlak: Vlak, slope: float | None = None
) -> Gelezen:
    """Put words in lines by their place on the FLAT page: columns that a reader took apart come back on one line.

    `slope`: how the lines still run, when the reader knows; else it is told from the boxes. Without it the number at
    the end of a long row would come to stand with the label of the row below.
    """
    width = float(vlak.grijs.shape[1])
    boxes = [(x0 / width, y0 / width / A4, x1 / width, y1 / width / A4) for _, _, (x0, y0, x1, y1) in words]
    slope = helling(boxes) if slope is None else slope
    level = [
        Woord(text, _verschoven(box, -slope), certainty, 0)
        for (text, certainty, _), box in zip(words, boxes, strict=True)
    ]
    ordered = [Woord(w.tekst, _verschoven(w.vak, slope), w.zekerheid, w.regel) for w in regels(level)]
    original = []
    for word in ordered:
        x0, y0, x1, y1 = word.vak
        place = vlak.naar_origineel(x0 * width, y0 * A4 * width, x1 * width, y1 * A4 * width)
        original.append(Woord(word.tekst, place, word.zekerheid, word.regel))
    return original, [word.vak for word in ordered]


def _verschoven(box: Vak, slope: float) -> Vak:
    down = slope * (box[0] + box[2]) / 2
    return box[0], box[1] + down, box[2], box[3] + down
