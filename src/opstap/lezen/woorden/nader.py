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
MEER_REGELS = 90
"""A cut-out taller than this holds more than one line and is left alone."""
HOOGSTENS = 8


def kijk_nader(page: Bladzijde, vlak: Vlak) -> dict[str, list[str]]:
    """Field → [what the first reader, what the second reader sees there now]; only spots of one line."""
    from opstap.lezen.velden.begrip import te_bezien

    found = {}
    for name, box in list(te_bezien(page).items())[:HOOGSTENS]:
        piece = vlak.stuk(box)
        if not 8 <= piece.shape[0] <= MEER_REGELS or piece.shape[1] < 12:
            continue
        large = _groter(piece)
        flat = Vlak(large, np.eye(3))
        found[name] = [" ".join(word.tekst for word in tesseract.lees(flat, 7)[0]), rapid.lees_regel(large)]
    return found


def _groter(piece: Beeld) -> Beeld:
    scale = float(np.clip(HOOG / piece.shape[0], 1.0, 3.0))
    large = cv2.resize(piece, None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC)
    return np.asarray(cv2.copyMakeBorder(large, 12, 12, 16, 16, cv2.BORDER_CONSTANT, value=255), dtype=np.uint8)
