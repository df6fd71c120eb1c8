"""One sheet stays one sheet, also when a crease, a shadow or a rule runs across it; two sheets stay two."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from opstap.lezen.beeld import rand
from opstap.lezen.beeld.rand import vind_bladen

Foto = NDArray[np.uint8]


def _tafel(breed: int = 1400, hoog: int = 1800) -> Foto:
    rng = np.random.default_rng(3)
    table = rng.normal(70, 6, (hoog, breed, 1)).clip(0, 255).astype(np.uint8)
    return np.repeat(table, 3, axis=2)


def _blad(photo: Foto, x: int, y: int, breed: int, hoog: int) -> None:
    cv2.rectangle(photo, (x, y), (x + breed, y + hoog), (238, 238, 236), cv2.FILLED)
    for line in range(10):
        cv2.putText(photo, "uitkering per maand 123", (x + 60, y + 90 + 45 * line), 0, 0.9, (30, 30, 30), 2)


def test_a_crease_and_a_shadow_do_not_cut_a_sheet_in_two() -> None:
    photo = _tafel()
    _blad(photo, 200, 200, 1000, 1414)
    photo[200:907, 200:1200] = (photo[200:907, 200:1200] * 0.72).astype(np.uint8)
    cv2.line(photo, (200, 907), (1200, 907), (90, 90, 90), 4)
    (corners,) = vind_bladen(photo)
    assert np.abs(corners - [[200, 200], [1200, 200], [1200, 1614], [200, 1614]]).max() < 25


def test_a_sheet_seen_so_much_aslant_that_it_looks_square_is_not_cut() -> None:
    photo = _tafel()
    _blad(photo, 200, 200, 1000, 1160)
    photo[900:1360, 200:1200] = (photo[900:1360, 200:1200] * 0.62).astype(np.uint8)
    cv2.putText(photo, "IBAN NL91 ABNA 0417 1643 00", (260, 1320), 0, 0.7, (20, 20, 20), 2)
    cv2.line(photo, (200, 900), (1200, 900), (90, 90, 90), 4)
    assert len(vind_bladen(photo)) == 1


def test_two_sheets_with_a_strip_of_table_between_them_stay_two() -> None:
    photo = _tafel(1800, 1300)
    _blad(photo, 100, 120, 740, 1046)
    _blad(photo, 920, 120, 740, 1046)
    assert len(vind_bladen(photo)) == 2


def test_two_sheets_that_lie_against_each_other_are_two() -> None:
    photo = _tafel(1900, 1400)
    for turn, x in ((-2.0, 60), (3.0, 800)):
        sheet = np.zeros_like(photo)
        _blad(sheet, x, 120, 760, 1075)
        laid = cv2.warpAffine(sheet, cv2.getRotationMatrix2D((x + 380, 657), turn, 1.0), (1900, 1400))
        photo = np.where(laid > 0, laid, photo).astype(np.uint8)
    assert len(vind_bladen(photo)) == 2


def test_of_two_outlines_as_good_the_one_whose_surface_was_seen_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    """The grain of a table has edges too: a sheet was taken with a strip of wood above and below it."""
    photo = _tafel(452, 640)
    _blad(photo, 60, 90, 330, 460)
    sheet = np.array([[60, 90], [390, 90], [390, 550], [60, 550]], np.float32)
    grain = np.array([[60, 40], [390, 30], [390, 600], [60, 590]], np.float32)
    monkeypatch.setattr(rand, "_masks", lambda small: [small[:, :, 0]])
    monkeypatch.setattr(rand, "_sheets", lambda mask: [(0.68, sheet)])
    monkeypatch.setattr(rand, "_van_lijnen", lambda small: [(0.70, grain)])
    (corners,) = vind_bladen(photo)
    assert np.abs(corners - sheet).max() < 1


def test_what_has_no_good_outline_is_the_whole_picture() -> None:
    photo = _tafel()
    light = np.linspace(40, 250, photo.shape[1])[None, :, None]
    photo = (photo * 0.3 + light * 0.7).clip(0, 255).astype(np.uint8)
    cv2.putText(photo, "Loonstrook", (300, 900), 0, 2.0, (20, 20, 20), 4)
    assert vind_bladen(photo) == []


@pytest.mark.parametrize(("rand_van_wit", "gevonden"), [(True, 0), (False, 1)])
def test_on_white_a_strip_that_leaves_letters_out_is_no_sheet(
    monkeypatch: pytest.MonkeyPatch, rand_van_wit: bool, gevonden: int
) -> None:
    """A scanner whose lid was not quite shut draws edges through a page: half a statement was taken for a sheet."""
    picture = np.full((640, 452, 3), 249, np.uint8) if rand_van_wit else _tafel(452, 640)
    picture[60:600, 30:430] = 250
    for row in range(24):
        for start in (40, 170, 300):
            cv2.putText(picture, "Omschrijving", (start, 90 + 20 * row), 0, 0.4, (40, 40, 40), 1)
    strip = np.array([[32, 64], [150, 64], [150, 590], [32, 590]], np.float32)
    monkeypatch.setattr(rand, "_masks", lambda small: [])
    monkeypatch.setattr(rand, "_van_lijnen", lambda small: [(0.5, strip)])
    monkeypatch.setattr(rand, "is_zonder_achtergrond", lambda small: False)
    assert len(vind_bladen(picture)) == gevonden
