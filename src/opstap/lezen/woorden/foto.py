"""Read one picture: flat pages, which way up, first reader, and the second reader where the first is not enough."""

from __future__ import annotations

import re
from functools import cache

import cv2
import numpy as np

from opstap.lezen.beeld.kwaliteit import KLEIN, LEEG, ONSCHERP
from opstap.lezen.beeld.openen import Beeld
from opstap.lezen.beeld.vlak import Vlak, vlakken
from opstap.lezen.model import Bladzijde, Woord
from opstap.lezen.soort.regels import BESTAND as REGELS
from opstap.lezen.soort.regels import gewoon
from opstap.lezen.velden.schema import BESTAND as VELDEN
from opstap.lezen.woorden import rapid, tesseract
from opstap.lezen.woorden.nader import kijk_nader
from opstap.lezen.woorden.tesseract import A4, Gelezen

GENOEG = 0.85
"""Mean certainty under which the second reader is asked (measured advice of the background paper)."""


def lees_beeld(beeld: Beeld, nummer: int, diep: bool = True) -> list[Bladzijde]:
    """One Bladzijde per paper in the picture, all with this page number; boxes are fractions of the whole picture.

    `diep`: the second reader looks at once where the first leaves a doubt; else that is only noted (`wil_tweede`).
    """
    height, width = beeld.shape[:2]
    return [_lees_vlak(vlak, nummer, plek, (width, height), diep) for plek, vlak in enumerate(vlakken(beeld))]


def verdiep_beeld(beeld: Beeld, bladzijden: list[Bladzijde]) -> None:
    """Have the second reader look at those papers of one picture that want it."""
    flat = vlakken(beeld)
    for page in bladzijden:
        if page.wil_tweede and page.plek < len(flat):
            _verdiep(page, _gedraaid(flat[page.plek], page.kwart))


def _lees_vlak(vlak: Vlak, nummer: int, plek: int, maat: tuple[int, int], diep: bool) -> Bladzijde:
    vlak, kwart, (words, straight) = _rechtop(vlak)
    remarks = list(vlak.problemen)
    page = Bladzijde(nummer, words, "tesseract", *maat, vlak.scherpte, problemen=remarks, recht=straight)
    page.plek, page.kwart, page.wil_tweede = plek, kwart, _wil_tweede(page, vlak)
    if diep and page.wil_tweede:
        _verdiep(page, vlak)
    else:
        page.inkt_zonder_woorden = inkt_zonder_woorden(vlak, page)
        _oordeel(page, vlak)
    return page


def _verdiep(page: Bladzijde, vlak: Vlak) -> None:
    page.wil_tweede = False
    second = rapid.lees(vlak)
    if second[0]:
        _beste(page, second)
        page.nader = kijk_nader(page, vlak)
    page.inkt_zonder_woorden = inkt_zonder_woorden(vlak, page)
    _oordeel(page, vlak)


def _rechtop(vlak: Vlak) -> tuple[Vlak, int, Gelezen]:
    """Read as it lies; when that gives few words that exist, also upside down and on both sides, and keep the best.
    Gives the page upright, the quarter turns that took, and its words."""
    first = tesseract.lees(vlak)
    sideways = _op_zijn_kant(first)
    if not sideways and (bekend(first[0]) >= 6 or (bekend(first[0]) >= 3 and gemiddeld(first[0]) > 0.8)):
        return vlak, 0, first
    best = (-1 if sideways else bekend(first[0]), vlak, 0, first)
    for quarter in (1, 3, 2) if sideways else (2, 1, 3):
        turned = _gedraaid(vlak, quarter)
        whole = tesseract.lees(turned)
        if bekend(whole[0]) > best[0] + 1 and not _op_zijn_kant(whole):
            best = (bekend(whole[0]), turned, quarter, whole)
        if best[0] >= 6:
            break
    return best[1:]


def _gedraaid(vlak: Vlak, quarter: int) -> Vlak:
    """The page after so many quarter turns; one that lay on its side was levelled along the wrong lines."""
    turned = vlak.gedraaid(quarter)
    return turned.waterpas() if quarter % 2 else turned


def _op_zijn_kant(read: Gelezen) -> bool:
    """Whether most longer words stand taller than wide: Tesseract reads lines that run up and down too."""
    longer = [box for word, box in zip(*read, strict=True) if len(word.tekst) >= 4]
    upright = sum((box[3] - box[1]) * A4 > 1.2 * (box[2] - box[0]) for box in longer)
    return bool(longer) and upright > 0.5 * len(longer)


def gemiddeld(words: list[Woord]) -> float:
    """Mean certainty, longer words counting for more; 0 without words."""
    letters = sum(len(word.tekst) for word in words)
    return sum(word.zekerheid * len(word.tekst) for word in words) / letters if letters else 0.0


def zin(words: list[Woord]) -> float:
    """How much sense a reading makes: the certain words of three letters and more."""
    return sum(word.zekerheid for word in words if word.zekerheid > 0.6 and sum(c.isalnum() for c in word.tekst) >= 3)


def bekend(words: list[Woord]) -> int:
    """How many words are known from papers at all: text that stands on its head has hardly any."""
    known = woordenschat()
    return sum(1 for word in words if word.zekerheid > 0.4 and gewoon(word.tekst).strip(".,:;()") in known)


@cache
def woordenschat() -> frozenset[str]:
    """Words of four letters and more from the rules on kinds and fields, and a few that stand everywhere."""
    text = REGELS.read_text(encoding="utf-8") + VELDEN.read_text(encoding="utf-8")
    common = "een het van voor naar niet deze bent hebt krijgt wordt worden bij met over door ons onze geachte mevrouw heer vriendelijke groet"  # noqa: E501
    return frozenset(word for word in re.findall(r"[a-z]{4,}", gewoon(text))) | frozenset(gewoon(common).split()) - {
        "naar"
    }


def _wil_tweede(page: Bladzijde, vlak: Vlak) -> bool:
    from opstap.lezen.woorden.oordeel import wil_tweede_lezing

    if gemiddeld(page.woorden) < GENOEG or vlak.scherpte < 0.35 or zin(page.woorden) < 8:
        return rapid.is_er()
    return wil_tweede_lezing(page) and rapid.is_er()


def _beste(page: Bladzijde, second: Gelezen) -> None:
    """The reading that made most sense leads, the other stays beside it as the check."""
    if bekend(second[0]) > 1.2 * bekend(page.woorden) + 1 or gemiddeld(page.woorden) < 0.75:
        page.tweede, page.recht_tweede = page.woorden, page.recht
        page.woorden, page.recht = second
        page.bron = "rapidocr"
    else:
        page.tweede, page.recht_tweede = second


def inkt_zonder_woorden(vlak: Vlak, page: Bladzijde) -> bool:
    """Whether lines of letter-like ink lie outside every word box: "here stands more than was read"."""
    scale = 500 / max(vlak.grijs.shape)
    small = cv2.resize(vlak.grijs, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    ink = (small < 130).astype(np.uint8)
    there = np.linalg.inv(vlak.terug)
    for word in [*page.woorden, *page.tweede]:
        x0, y0, x1, y1 = word.vak
        corners = np.array([[[x0, y0], [x1, y0], [x1, y1], [x0, y1]]], np.float64)
        flat = cv2.perspectiveTransform(corners, there)[0] * scale
        cv2.fillConvexPoly(ink, cv2.convexHull(flat.astype(np.int32)), 0)
    lines = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((2, 9), np.uint8))
    lines = cv2.morphologyEx(lines, cv2.MORPH_OPEN, np.ones((2, 2), np.uint8))
    count, _, stats, _ = cv2.connectedComponentsWithStats(lines)
    rows = [s for s in stats[1:count] if 25 < s[cv2.CC_STAT_WIDTH] < 420 and 3 <= s[cv2.CC_STAT_HEIGHT] <= 14]
    return len(rows) >= 3


def _oordeel(page: Bladzijde, vlak: Vlak) -> None:
    """Say what to do about a page that could not be read; a page that reads well gets no remarks about its looks."""
    if gemiddeld(page.woorden) > 0.8 and zin(page.woorden) > 15:
        page.problemen = []
        return
    if not page.woorden:
        page.problemen = [*page.problemen, LEEG] if not page.problemen else page.problemen
    elif zin(page.woorden) < 5 and not page.problemen:
        page.problemen = [ONSCHERP if vlak.scherpte < 0.5 else KLEIN]
