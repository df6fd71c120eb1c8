"""A paper on a table becomes a flat page, and every spot on it is known on the photo."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from opstap.lezen.beeld import Vlak, open_beelden, vlakken
from opstap.lezen.beeld.hoeken import order_corners
from opstap.lezen.beeld.kwaliteit import DONKER, ONSCHERP, beoordeel, scherpte
from opstap.lezen.beeld.rand import vind_bladen
from opstap.lezen.beeld.stand import is_gekanteld, scheefstand
from opstap.lezen.beeld.vlak import egaal
from tests.lezen.papieren import brief, foto, jpeg, raster

ZINNEN = [
    "Uw aanvraag is binnen.",
    "Wij bellen u volgende week over het gesprek dat u met ons hebt.",
    "Neem uw pas mee.",
    "",
    "Tot dan!",
]
BRIEF = brief("Gemeente Borne", "Geachte mevrouw Yilmaz,", *(ZINNEN * 5))


def _beeld(content: bytes) -> np.ndarray:
    return next(iter(open_beelden(content)))


def _corner_error(content: bytes, matrix: np.ndarray) -> float:
    picture = _beeld(content)
    (found,) = vind_bladen(picture)
    page = raster(BRIEF)
    high, wide = page.shape[:2]
    true = cv2.perspectiveTransform(np.float32([[[0, 0], [wide, 0], [wide, high], [0, high]]]), matrix)[0]
    return float(np.abs(order_corners(found) - true).max() / max(picture.shape))


def test_the_outline_of_a_paper_on_a_table_is_found() -> None:
    assert _corner_error(*foto(BRIEF)) < 0.01


def test_a_thumb_over_a_corner_does_not_pull_the_outline_along() -> None:
    content, matrix = foto(BRIEF)
    picture = cv2.imdecode(np.frombuffer(content, np.uint8), cv2.IMREAD_COLOR)
    x, y = cv2.perspectiveTransform(np.float32([[[0, raster(BRIEF).shape[0]]]]), matrix)[0][0]
    cv2.ellipse(picture, (int(x), int(y)), (90, 140), 20, 0, 360, (110, 140, 200), cv2.FILLED)
    assert _corner_error(jpeg(picture), matrix) < 0.02


def test_a_paper_that_leaves_the_frame_keeps_its_straight_sides() -> None:
    content, _ = foto(BRIEF, [[0.1, 0.05], [0.9, 0.08], [0.93, 1.12], [0.06, 1.1]])
    (page,) = vlakken(_beeld(content))
    assert page.grijs.shape[0] > page.grijs.shape[1]
    assert abs(scheefstand(page.grijs, 5)) < 1


def test_two_papers_in_one_photo_become_two_pages() -> None:
    left, right = raster(BRIEF, 1.4), raster(BRIEF, 1.4)
    high, wide = left.shape[:2]
    table = np.full((high + 160, 2 * wide + 220, 3), 60, np.uint8)
    table[80 : 80 + high, 60 : 60 + wide] = left
    table[80 : 80 + high, wide + 150 : 2 * wide + 150] = right
    first, second = vlakken(_beeld(jpeg(table)))
    assert first.naar_origineel(0, 0, 10, 10)[0] < second.naar_origineel(0, 0, 10, 10)[0]


@pytest.mark.parametrize("shade", [255, 244])
def test_a_scan_is_taken_whole(shade: int) -> None:
    page = raster(BRIEF, 1.5)
    page = np.minimum(page, shade).astype(np.uint8)
    assert vind_bladen(_beeld(jpeg(page))) == []
    (whole,) = vlakken(_beeld(jpeg(page)))
    assert whole.naar_origineel(0, 0, whole.grijs.shape[1], whole.grijs.shape[0]) == pytest.approx(
        (0, 0, 1, 1), abs=0.01
    )


def test_a_table_without_paper_is_no_page() -> None:
    noise = np.random.default_rng(3).integers(40, 90, (600, 400, 3), dtype=np.uint8)
    assert vind_bladen(_beeld(jpeg(noise))) == []


def test_a_spot_on_the_flat_page_goes_back_to_the_photo() -> None:
    content, matrix = foto(BRIEF)
    picture = _beeld(content)
    (page,) = vlakken(picture)
    high, wide = raster(BRIEF).shape[:2]
    for fx, fy in ((0.2, 0.2), (0.8, 0.3), (0.5, 0.8)):
        there = cv2.perspectiveTransform(np.float32([[[fx * wide, fy * high]]]), matrix)[0][0]
        x, y = fx * page.grijs.shape[1], fy * page.grijs.shape[0]
        back = page.naar_origineel(x, y, x, y)
        assert back[0] * picture.shape[1] == pytest.approx(there[0], abs=12)
        assert back[1] * picture.shape[0] == pytest.approx(there[1], abs=12)


@pytest.mark.parametrize("quarter", [0, 1, 2, 3])
def test_a_turned_page_still_knows_its_spots(quarter: int) -> None:
    flat = np.full((40, 60), 255, np.uint8)
    flat[5:9, 10:20] = 0
    page = Vlak(flat, np.diag([1 / 60, 1 / 40, 1.0]))
    turned = page.gedraaid(quarter)
    rows, columns = np.nonzero(turned.grijs == 0)
    box = turned.naar_origineel(columns.min(), rows.min(), columns.max(), rows.max())
    assert box == pytest.approx((10 / 60, 5 / 40, 19 / 60, 8 / 40), abs=0.01)


def test_lines_that_run_up_and_down_are_seen() -> None:
    grey = cv2.cvtColor(raster(BRIEF), cv2.COLOR_BGR2GRAY)
    assert not is_gekanteld(grey)
    assert is_gekanteld(np.ascontiguousarray(np.rot90(grey)))


@pytest.mark.parametrize("angle", [-3.0, 2.0, 4.0])
def test_a_page_askew_is_levelled(angle: float) -> None:
    grey = cv2.cvtColor(raster(BRIEF), cv2.COLOR_BGR2GRAY)
    high, wide = grey.shape
    turn = cv2.getRotationMatrix2D((wide / 2, high / 2), angle, 1)
    askew = cv2.warpAffine(grey, turn, (wide, high), borderValue=255)
    assert scheefstand(askew, 5) == pytest.approx(-angle, abs=0.5)


def test_an_empty_page_is_not_turned() -> None:
    blank = np.full((400, 300), 255, np.uint8)
    assert scheefstand(blank, 5) == 0
    assert not is_gekanteld(blank)
    assert scherpte(blank) == 0


def test_shadow_is_taken_out() -> None:
    page = raster(BRIEF).astype(np.float32) * np.linspace(0.4, 1, raster(BRIEF).shape[1])[None, :, None]
    even = egaal(page.astype(np.uint8))
    half = even.shape[1] // 2
    assert abs(float(np.median(even[:, :half])) - float(np.median(even[:, half:]))) < 6


def test_light_letters_on_a_dark_screen_are_turned_around() -> None:
    dark = 255 - raster(BRIEF)
    assert np.median(egaal(dark)) > 200


def test_a_sharp_page_gets_no_remark_and_a_blurred_one_says_how_to_do_better() -> None:
    page = raster(BRIEF)
    assert beoordeel(page, egaal(page)) == (pytest.approx(1, abs=0.3), [])
    blurred = cv2.GaussianBlur(page, (0, 0), 9)
    sharpness, remarks = beoordeel(blurred, egaal(blurred))
    assert sharpness < 0.2
    assert ONSCHERP in remarks


def test_a_dark_photo_asks_for_light() -> None:
    night = (raster(BRIEF) * 0.18).astype(np.uint8)
    assert DONKER in beoordeel(night, egaal(night))[1]


def test_a_dark_card_on_a_light_screen_is_turned_to_dark_letters_and_a_shadow_is_not() -> None:
    screen = np.full((1200, 700, 3), 252, np.uint8)
    cv2.rectangle(screen, (40, 150), (660, 420), (0, 60, 110), cv2.FILLED)
    cv2.putText(screen, "Relatienummer 448120093", (70, 300), 0, 1.2, (255, 255, 255), 3)
    even = egaal(screen)
    card = even[200:380, 60:640]
    assert np.median(card) > 230
    assert card.min() < 60
    paper = np.full((1200, 700, 3), 235, np.uint8)
    cv2.putText(paper, "Relatienummer 448120093", (70, 300), 0, 1.2, (15, 15, 15), 3)
    paper[150:420, 40:660] = (paper[150:420, 40:660] * 0.45).astype(np.uint8)
    shadowed = egaal(paper)[200:380, 60:640]
    assert np.median(shadowed) > 200
    assert shadowed.min() < 60
