"""Make the covered working copy: pages as pictures at screen size, without metadata or text layer, boxes burned
black."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator

import cv2
import numpy as np

from opstap.lezen.beeld.openen import Beeld, open_beelden
from opstap.lezen.model import Document, Vak

SCHERM = 1800
"""Longest side in pixels: an A4 page stays readable on a large screen."""
ZWART = (17, 17, 17)
Plek = tuple[int, Vak]


def werkkopie(
    inhoud: bytes,
    formaat: str,
    documenten: list[Document],
    extra_vakken: Iterable[Plek] = (),
    open_vakken: Iterable[Plek] = (),
    wachtwoord: str | None = None,
) -> list[bytes]:
    """One JPEG per page of the file, in the same position as the original is displayed, so that every `vak` fits on it.

    Burned black: `afdekken` of the documents and `extra_vakken` (page, box), except what lies in `open_vakken`,
    which the
    person uncovered herself. Works in the watched child process. Raises LeesFout as `lees_bladzijden` does.
    """
    from opstap.lezen.woorden.kind import kopie_in_kind

    return kopie_in_kind(inhoud, formaat, dicht(documenten, extra_vakken, open_vakken), wachtwoord)


def dicht(documenten: list[Document], extra: Iterable[Plek], los: Iterable[Plek]) -> list[Plek]:
    """The boxes to burn: what the reader covers minus what the person opened, plus what she covered herself."""
    opened = list(los)
    kept = [(page, box) for document in documenten for page, box in document.afdekken if not _in(page, box, opened)]
    return [*kept, *extra]


def _in(page: int, box: Vak, opened: list[Plek]) -> bool:
    """Whether the middle of the box lies in one of the opened places."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return any(page == number and o[0] <= x <= o[2] and o[1] <= y <= o[3] for number, o in opened)


def kopie_hier(inhoud: bytes, formaat: str, vakken: list[Plek], wachtwoord: str | None = None) -> Iterator[bytes]:
    """As `werkkopie` with the boxes already chosen, in this process: for the child itself and for tests."""
    for number, page in enumerate(_bladen(inhoud, formaat, wachtwoord), 1):
        yield _jpeg(_brand(_klein(page), [box for nummer, box in vakken if nummer == number]))


def _bladen(inhoud: bytes, formaat: str, wachtwoord: str | None) -> Iterator[Beeld]:
    if formaat != "pdf":
        yield from open_beelden(inhoud)
        return
    from opstap.lezen.woorden import tekstlaag

    document = tekstlaag.open_pdf(inhoud, wachtwoord)
    try:
        for index in range(min(len(document), tekstlaag.MAX_BLADZIJDEN)):
            yield tekstlaag.beeld_van(document, index, dpi=150)
    finally:
        document.close()


def _klein(page: Beeld) -> Beeld:
    scale = SCHERM / max(page.shape[:2])
    if scale >= 1:
        return np.array(page)
    return np.array(cv2.resize(page, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA))


def _brand(page: Beeld, boxes: list[Vak]) -> Beeld:
    """Black over each box, a little wider than the word so that no edge of a letter shows."""
    height, width = page.shape[:2]
    for x0, y0, x1, y1 in boxes:
        rand = max(1.0, (y1 - y0) * height * 0.12)
        start = (int(x0 * width - rand), int(y0 * height - rand / 2))
        end = (int(x1 * width + rand), int(y1 * height + rand / 2))
        cv2.rectangle(page, start, end, ZWART, cv2.FILLED)
    return page


def _jpeg(page: Beeld) -> bytes:
    from PIL import Image

    target = io.BytesIO()
    Image.fromarray(page).save(target, "JPEG", quality=85, optimize=True)
    return target.getvalue()
