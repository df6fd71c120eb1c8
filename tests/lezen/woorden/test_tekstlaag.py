"""The text layer of a PDF: words with their places, and when it is not believed."""

from __future__ import annotations

import io

import pikepdf
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen import canvas

from opstap.lezen.fouten import LeesFout
from opstap.lezen.model import Woord
from opstap.lezen.woorden import lees_hier, tekstlaag
from tests.lezen.papieren import brief, jpeg, pdf, raster

TEKST = [(60, 100, "Gemeente Borne schrijft u over de huur"), (60, 130, "Bedrag 640,00 per maand")]


def _woord(content: bytes, text: str) -> tuple[float, ...]:
    (page,) = lees_hier(content, "pdf")
    return next(word.vak for word in page.woorden if word.tekst == text)


def test_words_stand_where_they_are_printed() -> None:
    x0, y0, x1, y1 = _woord(pdf(TEKST), "Bedrag")
    assert x0 == pytest.approx(60 / A4[0], abs=0.003)
    assert y0 < 130 / A4[1] < y1
    assert 0.02 < x1 - x0 < 0.12


@pytest.mark.parametrize(
    ("turn", "place"),
    [
        (90, (1 - 130 / A4[1], 60 / A4[0])),
        (180, (1 - 60 / A4[0], 1 - 130 / A4[1])),
        (270, (130 / A4[1], 1 - 60 / A4[0])),
    ],
)
def test_a_turned_page_gives_places_as_it_is_displayed(turn: int, place: tuple[float, float]) -> None:
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf(TEKST))) as document:
        document.pages[0].Rotate = turn
        document.save(target)
    x0, y0, x1, y1 = _woord(target.getvalue(), "Bedrag")
    assert x0 - 0.02 <= place[0] <= x1 + 0.02
    assert y0 - 0.02 <= place[1] <= y1 + 0.02


def test_words_are_put_in_lines_by_place() -> None:
    words = [
        Woord("rechts", (0.6, 0.10, 0.7, 0.12), 1, 0),
        Woord("onder", (0.1, 0.15, 0.2, 0.17), 1, 0),
        Woord("links", (0.1, 0.101, 0.2, 0.121), 1, 0),
    ]
    assert [(word.tekst, word.regel) for word in tekstlaag.regels(words)] == [("links", 0), ("rechts", 0), ("onder", 1)]
    assert tekstlaag.regels([]) == []


@pytest.mark.parametrize(
    ("text", "sound"),
    [
        ("Dit is een gewone zin met genoeg woorden", True),
        ("kort", False),
        ("\ue000\ue001\ue002\ue003 \ue004\ue005\ue006\ue007 en nog wat letters erbij", False),
        ("xxkzq bdfgh jklmn pqrst vwxzb cdfgh klmnp", False),
        ("@#$%^&*()_+{}|:<>?~!@#$%^&*()_+-=[];',./ a", False),
    ],
)
def test_a_layer_of_nonsense_is_not_believed(text: str, sound: bool) -> None:
    assert tekstlaag.is_gezond([Woord(part, (0, 0, 1, 1), 1, 0) for part in text.split()]) is sound


def test_the_hidden_layer_under_a_scan_is_not_believed() -> None:
    target = io.BytesIO()
    page = canvas.Canvas(target, pagesize=A4)
    text = page.beginText(60, 700)
    text.setTextRenderMode(3)
    text.textLine("Nettoloon 9.999,00 staat hier onzichtbaar onder de foto van het papier")
    page.drawText(text)
    page.drawImage(ImageReader(io.BytesIO(jpeg(raster(brief("leeg"), 1)))), 0, 0, *A4)
    page.save()
    document = tekstlaag.open_pdf(target.getvalue())
    assert tekstlaag.bladzijde_uit_tekst(document, 0) is None
    document.close()


def test_a_locked_pdf_asks_for_its_password() -> None:
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf(TEKST))) as document:
        document.save(target, encryption=pikepdf.Encryption(user="geheim", owner="geheim"))
    with pytest.raises(LeesFout) as caught:
        lees_hier(target.getvalue(), "pdf")
    assert caught.value.code == "wachtwoord"
    assert lees_hier(target.getvalue(), "pdf", "geheim")[0].woorden


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 niets", pdf(TEKST)[:300]])
def test_a_broken_pdf_says_how_to_go_on(content: bytes) -> None:
    with pytest.raises(LeesFout) as caught:
        lees_hier(content, "pdf")
    assert caught.value.code in ("beschadigd", "leeg")
    assert "foto" in caught.value.uitleg


def test_an_endless_pdf_is_read_up_to_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tekstlaag, "MAX_BLADZIJDEN", 3)
    pages = lees_hier(pdf(TEKST, bladen=5), "pdf")
    assert len(pages) == 3
    assert "meer dan 3 bladzijden" in pages[-1].problemen[0]


def test_an_unknown_kind_of_file_is_refused_in_words() -> None:
    with pytest.raises(LeesFout, match="PDF of een foto"):
        lees_hier(b"x", "docx")
