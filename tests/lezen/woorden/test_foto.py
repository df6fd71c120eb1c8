"""Photos are read by two readers; the second only where the first leaves a doubt."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from opstap.lezen.beeld.vlak import Vlak
from opstap.lezen.model import Bladzijde, Vak, Woord
from opstap.lezen.velden import begrijp
from opstap.lezen.woorden import foto as lezer
from opstap.lezen.woorden import lees_hier, rapid, tesseract
from tests.lezen.papieren import BOEKINGEN, EINDSALDO, afschrift, brief, foto, jpeg, raster


@pytest.mark.parametrize("quarter", [0, 2, 3])
def test_a_photo_of_a_statement_gives_all_its_bookings(quarter: int) -> None:
    content, _ = foto(afschrift("af_bij", EINDSALDO), kwart=quarter)
    (document,) = begrijp(lees_hier(content, "jpeg"), "IMG.jpg")
    assert [booking.bedrag.cents for booking in document.transacties] == [row[3] for row in BOEKINGEN]
    assert document.velden["iban"].waarde == "NL91ABNA0417164300"
    assert document.vragen == []


def test_a_field_on_a_photo_stands_where_it_is_seen() -> None:
    paper = brief(
        "Loonstrook", "Periode augustus 2026", "Loonheffing 100,00 minimumloon uurloon", "Netto loon 1.234,56"
    )
    content, matrix = foto(paper)
    (document,) = begrijp(lees_hier(content, "jpeg"), "IMG.jpg")
    page = raster(paper)
    there = cv2.perspectiveTransform(
        np.float32([[[60 / 595 * page.shape[1] + 130, 116 / 842 * page.shape[0]]]]), matrix
    )[0][0]
    picture = cv2.imdecode(np.frombuffer(content, np.uint8), cv2.IMREAD_COLOR)
    x0, y0, x1, y1 = document.velden["nettoloon"].vak or (0, 0, 0, 0)
    assert document.velden["nettoloon"].waarde == "1234.56"
    assert x0 - 0.05 < there[0] / picture.shape[1] < x1 + 0.05
    assert y0 - 0.02 < there[1] / picture.shape[0] < y1 + 0.02


def test_a_blurred_photo_is_not_readable_and_says_how_to_do_better() -> None:
    content, _ = foto(brief("Loonstrook", *["Netto loon 1.234,56"] * 6))
    picture = cv2.GaussianBlur(cv2.imdecode(np.frombuffer(content, np.uint8), cv2.IMREAD_COLOR), (0, 0), 14)
    (document,) = begrijp(lees_hier(jpeg(picture), "jpeg"), "IMG.jpg")
    assert document.soort == "onbekend"
    assert any("opnieuw" in remark or "nieuwe foto" in remark for remark in document.problemen)


def test_the_second_reader_reads_a_flat_page() -> None:
    grey = cv2.cvtColor(raster(brief("Loonstrook augustus 2026", "Netto loon 1.234,56")), cv2.COLOR_BGR2GRAY)[:300]
    high, wide = grey.shape
    words, straight = rapid.lees(Vlak(np.ascontiguousarray(grey), np.diag([1 / wide, 1 / high, 1.0])))
    assert "1.234,56" in "".join(word.tekst for word in words)
    assert len(words) == len(straight)
    assert all(0 <= side <= 1 for word in words for side in word.vak)


def _words(text: str, sure: float = 0.95) -> tuple[list[Woord], list[Vak]]:
    boxes: list[Vak] = [
        (0.1 + 0.15 * (n % 5), 0.05 + 0.05 * (n // 5), 0.2 + 0.15 * (n % 5), 0.07 + 0.05 * (n // 5))
        for n in range(len(text.split()))
    ]
    return [
        Woord(word, box, sure, n // 5) for n, (word, box) in enumerate(zip(text.split(), boxes, strict=True))
    ], boxes


def _blank() -> Vlak:
    return Vlak(np.full((400, 300), 255, np.uint8), np.diag([1 / 300, 1 / 400, 1.0]))


def _read_with(monkeypatch: pytest.MonkeyPatch, first: str, second: str, sure: float = 0.95) -> Bladzijde:
    monkeypatch.setattr(lezer, "vlakken", lambda beeld: [_blank()])
    monkeypatch.setattr(lezer.tesseract, "lees", lambda vlak, layout=3: _words(first, sure))
    monkeypatch.setattr(lezer.rapid, "lees", lambda vlak: _words(second, 0.97))
    monkeypatch.setattr(lezer.rapid, "is_er", lambda: True)
    (page,) = lezer.lees_beeld(np.zeros((10, 10, 3), np.uint8), 1)
    return page


GOED = "Loonstrook periode augustus 2026 werknemer loonheffing 100,00 netto loon 1.234,56 werkgever personeelsnummer vakantietoeslag"  # noqa: E501


def test_one_reader_is_enough_for_a_paper_of_which_only_the_kind_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    words = "Nieuwsbrief buurthuis koffie gratis welkom openingstijden zaterdag programma vrijwilligers inschrijven"
    page = _read_with(monkeypatch, words, words)
    assert (page.bron, page.tweede) == ("tesseract", [])


def test_values_are_read_twice_however_clear_the_first_reading_is(monkeypatch: pytest.MonkeyPatch) -> None:
    page = _read_with(monkeypatch, GOED, GOED)
    assert page.bron == "tesseract"
    assert len(page.tweede) == len(GOED.split())


def test_a_doubtful_reading_is_checked_by_the_second(monkeypatch: pytest.MonkeyPatch) -> None:
    page = _read_with(monkeypatch, GOED, GOED, sure=0.8)
    assert page.bron == "tesseract"
    assert len(page.tweede) == len(page.recht_tweede) == len(GOED.split())


def test_the_second_reading_leads_when_it_makes_more_sense(monkeypatch: pytest.MonkeyPatch) -> None:
    page = _read_with(monkeypatch, "Lo nstr per au 20 we lo 1", GOED, sure=0.5)
    assert page.bron == "rapidocr"
    assert page.tekst.startswith("Loonstrook")


def test_without_tesseract_nothing_is_read_and_nothing_breaks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tesseract, "taal", lambda: None)
    assert tesseract.lees(_blank()) == ([], [])


def test_ink_where_nothing_was_read_is_noticed() -> None:
    page = raster(brief(*["Deze regel staat er wel degelijk op"] * 8), 1.2)
    grey = cv2.cvtColor(page, cv2.COLOR_BGR2GRAY)
    vlak = Vlak(grey, np.diag([1 / grey.shape[1], 1 / grey.shape[0], 1.0]))
    assert lezer.inkt_zonder_woorden(vlak, Bladzijde(1, [], "tesseract"))
    cover = Woord("alles", (0.0, 0.0, 1.0, 1.0), 0.9, 0)
    assert not lezer.inkt_zonder_woorden(vlak, Bladzijde(1, [cover], "tesseract"))


def test_words_of_a_table_come_out_line_by_line() -> None:
    row = "5\t1\t{b}\t1\t1\t{n}\t{x}\t{y}\t60\t20\t96\t{t}"
    table = "\n".join(
        [
            "kop",
            row.format(b=1, n=1, x=10, y=10, t="Huur"),
            row.format(b=1, n=2, x=10, y=60, t="Borg"),
            row.format(b=2, n=1, x=200, y=11, t="640,00"),
            "5\tkapot",
        ]
    )
    words, _ = tesseract.uit_tsv(table, _blank())
    assert [(word.tekst, word.regel) for word in words] == [("Huur", 0), ("640,00", 0), ("Borg", 1)]
