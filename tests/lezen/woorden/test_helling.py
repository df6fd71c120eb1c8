"""Rows of a page that lies a little askew stay rows."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from opstap.lezen.beeld.stand import is_gekanteld, scheefstand
from opstap.lezen.beeld.vlak import Vlak
from opstap.lezen.woorden import tesseract
from opstap.lezen.woorden.helling import helling
from tests.lezen.papieren import brief, raster

ROWS = [
    ("Huur", "640,00"),
    ("Servicekosten", "21,00"),
    ("Stookkosten", "35,50"),
    ("Water", "9,10"),
    ("Totaal", "705,60"),
]


def _vlak() -> Vlak:
    return Vlak(np.full((1414, 1000), 255, np.uint8), np.diag([1 / 1000, 1 / 1414, 1.0]))


def _woorden(slope: float) -> list[tuple[str, float, tuple[float, float, float, float]]]:
    """A sentence across the page, and rows of a label at the left and a number at the right, all running down."""
    words = []

    def put(text: str, x: float, y: float) -> None:
        down = y + slope * x
        words.append((text, 0.9, (x, down, x + 9.0 * len(text), down + 18)))

    for line in range(4):
        for place in range(9):
            put("woorden", 60 + 80 * place, 100 + 24 * line)
    for number, (label, amount) in enumerate(ROWS):
        put(label, 60, 300 + 22 * number)
        put(amount, 850, 300 + 22 * number)
    return words


@pytest.mark.parametrize("slope", [-0.03, -0.012, 0.0, 0.012, 0.03])
def test_a_number_stays_with_its_label_on_a_page_askew(slope: float) -> None:
    words, straight = tesseract.orden(_woorden(slope), _vlak())
    lines: dict[int, list[str]] = {}
    for word in words:
        lines.setdefault(word.regel, []).append(word.tekst)
    assert [tuple(line) for line in lines.values() if len(line) == 2] == ROWS
    assert len(straight) == len(words)


def test_the_boxes_stay_where_the_words_stand() -> None:
    given = _woorden(0.03)
    words, straight = tesseract.orden(given, _vlak())
    place = {word.tekst: box for word, box in zip(words, straight, strict=True)}
    x0, y0, _, _ = next(box for text, _, box in given if text == "705,60")
    assert place["705,60"][:2] == pytest.approx((x0 / 1000, y0 / 1414.2), abs=1e-3)


def test_with_few_words_no_slope_is_told() -> None:
    assert helling([]) == 0.0
    assert helling([(0.1, 0.1, 0.2, 0.12), (0.21, 0.11, 0.3, 0.13)]) == 0.0


def _scheef(quarter: int, degrees: float) -> Vlak:
    grey = cv2.cvtColor(
        raster(brief("Factuur", "Lespakket   302,32", "Subtotaal   169,23", "Totaal   88,89"), 1.6), cv2.COLOR_BGR2GRAY
    )
    height, width = grey.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    askew = cv2.warpAffine(grey, turn, (width, height), borderValue=(255,))
    return Vlak(np.ascontiguousarray(np.rot90(askew, quarter)), np.diag([1 / width, 1 / height, 1.0]))


@pytest.mark.parametrize("degrees", [-1.7, 0.0, 1.7])
def test_a_page_with_little_text_askew_is_not_taken_for_one_on_its_side(degrees: float) -> None:
    assert not is_gekanteld(_scheef(0, degrees).grijs)


def test_a_page_on_its_side_is_still_seen() -> None:
    assert is_gekanteld(_scheef(1, 0.0).grijs)


def test_levelling_turns_the_page_and_keeps_the_way_back() -> None:
    askew = _scheef(0, 1.7)
    level = askew.waterpas()
    assert abs(scheefstand(level.grijs, 5.0)) <= 0.3
    ink = np.argwhere(level.grijs < 100)
    y, x = (float(side) for side in ink[len(ink) // 2])
    back = level.naar_origineel(x, y, x, y)
    height, width = askew.grijs.shape
    spot = askew.grijs[max(0, round(back[1] * height) - 4) :, :][
        :8, max(0, round(back[0] * width) - 4) : round(back[0] * width) + 4
    ]
    assert spot.min() < 140
    assert level.waterpas() is level
