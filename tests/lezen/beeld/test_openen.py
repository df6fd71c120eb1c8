"""Pictures come in upright, within limits, and a broken one says what to do."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from opstap.lezen.beeld import openen
from opstap.lezen.beeld.openen import open_beelden
from opstap.lezen.fouten import LeesFout


def _saved(picture: Image.Image, form: str, **extra: object) -> bytes:
    target = io.BytesIO()
    picture.save(target, form, **extra)
    return target.getvalue()


def test_a_photo_is_turned_the_way_the_phone_was_held() -> None:
    picture = Image.new("RGB", (60, 40), "white")
    exif = Image.Exif()
    exif[0x0112] = 6  # the phone was held upright
    (page,) = open_beelden(_saved(picture, "JPEG", exif=exif.tobytes()))
    assert page.shape == (60, 40, 3)


def test_every_page_of_a_tiff_comes_out() -> None:
    pages = [Image.new("L", (30, 40), shade) for shade in (10, 120, 250)]
    content = _saved(pages[0], "TIFF", save_all=True, append_images=pages[1:])
    assert [int(page.mean()) for page in open_beelden(content)] == [10, 120, 250]


def test_sixteen_bit_grey_is_brought_back_to_eight() -> None:
    deep = Image.fromarray((np.arange(4096, dtype=np.uint16) * 16).reshape(64, 64))
    (page,) = open_beelden(_saved(deep, "PNG"))
    assert page.dtype == np.uint8
    assert page.max() == 255


def test_what_is_see_through_becomes_white() -> None:
    (page,) = open_beelden(_saved(Image.new("RGBA", (20, 20), (0, 0, 0, 0)), "PNG"))
    assert page.min() == 255


def test_heic_from_a_phone_opens() -> None:
    (page,) = open_beelden((Path(__file__).parent / "bestanden" / "eigen.heic").read_bytes())
    assert page.shape[:2] == (160, 120)
    assert page[45, 60].max() < 60
    assert page[120, 60].min() > 200


def test_webp_opens() -> None:
    (page,) = open_beelden(_saved(Image.new("RGB", (50, 70), "white"), "WEBP"))
    assert page.shape[:2] == (70, 50)


def test_a_large_picture_is_made_smaller(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(openen, "MAX_LANGE_ZIJDE", 100)
    (page,) = open_beelden(_saved(Image.new("RGB", (400, 200), "white"), "JPEG"))
    assert max(page.shape[:2]) == 100


def test_a_picture_with_too_many_pixels_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(openen, "MAX_PIXELS", 100)
    with pytest.raises(LeesFout) as caught:
        list(open_beelden(_saved(Image.new("RGB", (40, 40)), "PNG")))
    assert caught.value.code == "te_groot"


@pytest.mark.parametrize("content", [b"", b"\xff\xd8\xff\xe0 no picture", b"\x89PNG\r\n\x1a\n cut"])
def test_a_broken_picture_says_how_to_go_on(content: bytes) -> None:
    with pytest.raises(LeesFout) as caught:
        list(open_beelden(content))
    assert caught.value.code == "beschadigd"
    assert "opnieuw" in caught.value.uitleg
