"""Look closer: where the two readings of a page do not agree, the spot is cut out, made larger and read again by both.

Only a value that both readers then see is taken; otherwise the difference stays a question for a person.
"""

from __future__ import annotations

import cv2
import numpy as np

from opstap.lezen.beeld.openen import Beeld
from opstap.lezen.beeld.vlak import Vlak
from opstap.lezen.model import Bladzijde
from opstap.lezen.woorden import rapid, tesseract

HOOG = 72
"""Height in pixels to which a cut-out line is brought."""
RANDEN = (0.06, 0.2)
"""Each spot is cut out twice, with a rim of so many heights: close to the letters, so that no neighbour comes along,
and a little wider for boxes that cut a letter. (With 0.4 both readers went wrong on lines they read well without.)"""
MEER_REGELS = 90
"""A cut-out taller than this holds more than one line and is left alone."""
HOOGSTENS = 8


def kijk_nader(page: Bladzijde, vlak: Vlak) -> dict[str, list[str]]:
    """Field → what is seen there now, for each cut-out first by the first reader, then by the second; only spots of one
    line."""
    from opstap.lezen.velden.begrip import te_bezien

    found = {}
    for name, box in list(te_bezien(page).items())[:HOOGSTENS]:
        pieces = [vlak.stuk(box, rim) for rim in RANDEN]
        if not 8 <= pieces[0].shape[0] <= MEER_REGELS or pieces[0].shape[1] < 12:
            continue
        found[name] = [text for piece in pieces for text in _lees(piece)]
    return found


def _lees(piece: Beeld) -> tuple[str, str]:
    """By the first reader with white around it, by the second without: it fits the height to its letters."""
    scale = float(np.clip(HOOG / piece.shape[0], 1.0, 3.0))
    large = np.asarray(cv2.resize(piece, None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC), dtype=np.uint8)
    flat = Vlak(_met_wit(large, 12, 16), np.eye(3))
    return " ".join(word.tekst for word in tesseract.lees(flat, 7)[0]), rapid.lees_regel(_met_wit(large, 1, 6))


def _met_wit(piece: Beeld, above: int, beside: int) -> Beeld:
    framed = cv2.copyMakeBorder(piece, above, above, beside, beside, cv2.BORDER_CONSTANT, value=255)
    return np.asarray(framed, dtype=np.uint8)
