"""Words with places from the text layer of a PDF, by pypdfium2 (BSD/Apache); pages without a sound one become
pictures."""

from __future__ import annotations

import ctypes
import math
import re
from typing import Any

import numpy as np

from opstap.lezen.beeld.openen import Beeld
from opstap.lezen.fouten import LeesFout
from opstap.lezen.model import Bladzijde, Vak, Woord
from opstap.lezen.noten import ZINNEN

MAX_BLADZIJDEN = 300
RASTER_DPI = 200
STUK = ZINNEN["pdf_beschadigd"]
OP_SLOT = ZINNEN["pdf_op_slot"]
LEEG = ZINNEN["pdf_leeg"]

_WORD = re.compile(r"\S+")
_BUITEN_BASIS = re.compile("[\U00010000-\U0010ffff]")
_VREEMD = re.compile("[\x00-\x1f\ue000-\uf8ff\ufffd]")
_GEWOON = re.compile("[A-Za-z0-9]")


def open_pdf(inhoud: bytes, wachtwoord: str | None = None) -> Any:
    """The open document; raises LeesFout (wachtwoord, beschadigd, leeg)."""
    import pypdfium2 as pdfium

    try:
        document = pdfium.PdfDocument(inhoud, password=wachtwoord)
    except pdfium.PdfiumError as error:
        if "assword" in str(error):
            raise LeesFout("wachtwoord", OP_SLOT) from None
        raise LeesFout("beschadigd", STUK) from None
    if len(document) == 0:
        raise LeesFout("leeg", LEEG)
    return document


def bladzijde_uit_tekst(document: Any, index: int) -> Bladzijde | None:
    """The page as its text layer tells it, or None when there is no sound layer and it must be read as a picture."""
    import pypdfium2 as pdfium

    try:
        page = document[index]
    except pdfium.PdfiumError:
        raise LeesFout("beschadigd", STUK) from None
    try:
        width, height = page.get_size()
        text_page = page.get_textpage()
        try:
            words = _words(page, text_page, width, height)
        finally:
            text_page.close()
        if not is_gezond(words) or _is_scan(page, words):
            return None
        return Bladzijde(index + 1, regels(words, height / max(width, 1.0)), "tekstlaag", width, height)
    finally:
        page.close()


def beeld_van(document: Any, index: int, dpi: int = RASTER_DPI) -> Beeld:
    """The page as an RGB picture, as displayed, at most about 4000 pixels on its longest side."""
    import pypdfium2 as pdfium

    try:
        page = document[index]
        longest = max(page.get_size())
        scale = min(dpi / 72, 4000 / max(longest, 1.0))
        picture = page.render(scale=scale, rev_byteorder=True).to_numpy()
        page.close()
    except pdfium.PdfiumError:
        raise LeesFout("beschadigd", STUK) from None
    return np.ascontiguousarray(picture[:, :, :3] if picture.ndim == 3 else np.repeat(picture[:, :, None], 3, axis=2))


def _words(page: Any, text_page: Any, width: float, height: float) -> list[Woord]:
    import pypdfium2.raw as raw

    left, bottom, right, top = page.get_cropbox()
    turn = page.get_rotation()
    text = text_page.get_text_range()
    shift = _index_shift(text_page, text)
    rect, box_of = raw.FS_RECTF(), raw.FPDFText_GetLooseCharBox
    pointer = ctypes.byref(rect)
    found = []
    for match in _WORD.finditer(text):
        boxes = [
            (rect.left, rect.bottom, rect.right, rect.top)
            for position in _pieces(match.start(), match.end() - 1, shift)
            if box_of(text_page, position, pointer)
        ]
        if not boxes:
            continue
        lefts, bottoms, rights, tops = zip(*boxes, strict=True)
        vak = _as_displayed((min(lefts), min(bottoms), max(rights), max(tops)), (left, bottom, right, top), turn)
        if vak[2] > 0 and vak[3] > 0 and vak[0] < 1 and vak[1] < 1 and vak[2] > vak[0]:
            clipped = tuple(min(1.0, max(0.0, side)) for side in vak)
            found.append(Woord(_tidy(match.group()), clipped, 0.99, 0))  # type: ignore[arg-type]
    return found


def _index_shift(text_page: Any, text: str) -> list[int] | None:
    """Character positions of pdfium count UTF-16 units; only needed when the text goes past the basic plane."""
    if not _BUITEN_BASIS.search(text):
        return None
    positions, here = [], 0
    for char in text:
        positions.append(here)
        here += 2 if ord(char) >= 0x10000 else 1
    return positions


def _pieces(first: int, last: int, shift: list[int] | None) -> tuple[int, ...]:
    """The first, middle and last sign of a word: they span it."""
    found = (first, (first + last) // 2, last) if last > first + 1 else (first, last) if last > first else (first,)
    return found if shift is None else tuple(shift[index] for index in found)


def _tidy(word: str) -> str:
    return word.replace("\ufb01", "fi").replace("\ufb02", "fl").replace("\u00ad", "").replace("\ufffe", "-")


def _as_displayed(box: tuple[float, ...], crop: tuple[float, ...], turn: int) -> Vak:
    """PDF points (origin bottom left, before the page's own rotation) → fractions of the page as displayed."""
    wide, tall = max(crop[2] - crop[0], 1e-6), max(crop[3] - crop[1], 1e-6)
    x0, x1 = (box[0] - crop[0]) / wide, (box[2] - crop[0]) / wide
    y0, y1 = 1 - (box[3] - crop[1]) / tall, 1 - (box[1] - crop[1]) / tall
    if turn == 90:
        return 1 - y1, x0, 1 - y0, x1
    if turn == 180:
        return 1 - x1, 1 - y1, 1 - x0, 1 - y0
    if turn == 270:
        return y0, 1 - x1, y1, 1 - x0
    return x0, y0, x1, y1


def is_gezond(words: list[Woord]) -> bool:
    """Whether a text layer can be believed: enough words, few unknown signs, mostly letters and digits that form
    words."""
    text = "".join(word.tekst for word in words)
    if len(text) < 25:
        return False
    if len(_VREEMD.findall(text)) > 0.03 * len(text):
        return False
    if len(_GEWOON.findall(text)) < 0.45 * len(text):
        return False
    wordy = [word.tekst for word in words if len(word.tekst) > 3 and word.tekst.isalpha()]
    voiced = sum(1 for word in wordy if re.search(r"[aeiouyAEIOUY]", word))
    return not wordy or voiced > 0.7 * len(wordy)


def _is_scan(page: Any, words: list[Woord]) -> bool:
    """A picture over most of the page: the layer under it was made by somebody's own reader and is not believed."""
    import pypdfium2.raw as raw

    wide, tall = page.get_size()
    turned = page.get_rotation() in (90, 270)
    for found in page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE,), max_depth=3):
        left, bottom, right, top = found.get_bounds()
        across, up = (tall, wide) if turned else (wide, tall)
        share = min(right - left, across) * min(top - bottom, up) / max(1.0, across * up)
        if share > 0.6:
            return True
    return False


def regels(words: list[Woord], ratio: float = 1.414) -> list[Woord]:
    """Number the lines by place, top to bottom, and put the words of a line left to right.

    `ratio`: height of the page divided by its width. Words belong to a line when their middles differ less than half
    a letter.
    """
    if not words:
        return []
    ordered = sorted(words, key=lambda word: (word.vak[1] + word.vak[3]) / 2)
    lines: list[list[Woord]] = []
    for word in ordered:
        middle = (word.vak[1] + word.vak[3]) / 2
        for line in reversed(lines[-4:]):
            last = line[-1]
            tall = min(last.vak[3] - last.vak[1], word.vak[3] - word.vak[1])
            if abs((last.vak[1] + last.vak[3]) / 2 - middle) < 0.45 * tall:
                line.append(word)
                break
        else:
            lines.append([word])
    lines.sort(key=lambda line: math.fsum((w.vak[1] + w.vak[3]) / 2 for w in line) / len(line))
    return [
        Woord(word.tekst, word.vak, word.zekerheid, number)
        for number, line in enumerate(lines)
        for word in sorted(line, key=lambda word: word.vak[0])
    ]
