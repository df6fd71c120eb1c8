"""The covered working copy: black burned in, nothing underneath, what must stay readable stays."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from opstap.lezen.afdekken import wat_leesbaar_moet_blijven, werkkopie
from opstap.lezen.afdekken.kopie import dicht, kopie_hier
from opstap.lezen.fouten import LeesFout
from opstap.lezen.model import Document
from opstap.lezen.velden import begrijp
from opstap.lezen.woorden import lees_hier
from opstap.lezen.woorden.kind import stop_kinderen
from tests.lezen.papieren import EINDSALDO, afschrift, brief

PDF = afschrift("af_bij", EINDSALDO)


@pytest.fixture(scope="module")
def document() -> Document:
    (found,) = begrijp(lees_hier(PDF, "pdf"), "afschrift.pdf")
    return found


def _grey(picture: bytes) -> np.ndarray:
    return np.asarray(Image.open(io.BytesIO(picture)).convert("L"))


def _dark(grey: np.ndarray, x0: float, y0: float, x1: float, y1: float) -> float:
    """Share of dark pixels between these points of the A4 page."""
    high, wide = grey.shape
    part = grey[int(y0 / 842 * high) : int(y1 / 842 * high), int(x0 / 595 * wide) : int(x1 / 595 * wide)]
    return float((part < 60).mean())


def test_the_words_of_debits_are_black_and_the_rest_is_not(document: Document) -> None:
    (picture,) = werkkopie(PDF, "pdf", [document])
    stop_kinderen()
    grey = _grey(picture)
    assert _dark(grey, 112, 208, 200, 214) > 0.8  # Casino Royal Utrecht
    assert _dark(grey, 112, 220, 160, 226) > 0.8  # the line under it
    assert 0.01 < _dark(grey, 112, 266, 180, 276) < 0.5  # van Mare BV
    assert 0.01 < _dark(grey, 50, 206, 100, 216) < 0.5  # the day
    assert 0.01 < _dark(grey, 420, 206, 460, 216) < 0.5  # the amount


def test_what_is_covered_cannot_be_read_back(document: Document) -> None:
    (picture,) = kopie_hier(PDF, "pdf", dicht([document], (), ()))
    assert b"Casino" not in picture
    words = lees_hier(picture, "jpeg")[0].tekst.lower()
    assert "casino" not in words
    assert "slijterij" not in words


def test_the_person_covers_more_and_opens_what_she_wants(document: Document) -> None:
    more = [(1, (0.0, 0.9, 1.0, 1.0))]
    opened = [(1, (0.15, 205 / 842, 0.6, 230 / 842))]
    grey = _grey(next(kopie_hier(PDF, "pdf", dicht([document], more, opened))))
    assert _dark(grey, 0, 770, 595, 835) > 0.95
    assert _dark(grey, 112, 208, 200, 214) < 0.5
    assert _dark(grey, 112, 238, 180, 244) > 0.8  # the next debit stays covered


def test_no_metadata_travels_along() -> None:
    exif = Image.Exif()
    exif[0x010F] = "Telefoonmerk"
    exif.get_ifd(0x8825)[1] = "N"
    exif[0x0112] = 6
    source = io.BytesIO()
    Image.new("RGB", (80, 50), "white").save(source, "JPEG", exif=exif.tobytes())
    (picture,) = kopie_hier(source.getvalue(), "jpeg", [])
    copy = Image.open(io.BytesIO(picture))
    assert dict(copy.getexif()) == {}
    assert b"Telefoonmerk" not in picture
    assert copy.size == (50, 80)


def test_a_medical_letter_is_black_from_edge_to_edge() -> None:
    letter = brief(
        "Polikliniek interne geneeskunde",
        "Geachte collega,",
        "De patiënt kwam met klachten.",
        "Diagnose: bloedarmoede. Medicatie: tabletten.",
    )
    documents = begrijp(lees_hier(letter, "pdf"), "brief.pdf")
    (picture,) = kopie_hier(letter, "pdf", dicht(documents, (), ()))
    assert float((_grey(picture) < 60).mean()) > 0.99


def test_pages_stay_apart() -> None:
    two = brief("a") and Image.new("L", (60, 40), 250)
    source = io.BytesIO()
    two.save(source, "TIFF", save_all=True, append_images=[two])
    first, second = kopie_hier(source.getvalue(), "tiff", [(2, (0.0, 0.0, 1.0, 1.0))])
    assert _grey(first).mean() > 200
    assert _grey(second).mean() < 60


def test_a_broken_file_gives_a_sentence() -> None:
    with pytest.raises(LeesFout):
        list(kopie_hier(b"%PDF-1.4 kapot", "pdf", []))


def test_covering_what_must_stay_readable_is_said_in_words(document: Document) -> None:
    iban = document.velden["iban"].vak
    credit = document.transacties[2].vak
    assert iban is not None
    assert credit is not None
    sentences = wat_leesbaar_moet_blijven(document, [(1, iban), (1, credit)])
    assert len(sentences) == 2
    assert "het rekeningnummer" in sentences[0]
    assert "1.806,40" in sentences[1]


def test_covering_a_debit_or_another_paper_is_free(document: Document) -> None:
    debit = document.transacties[0].vak
    assert debit is not None
    assert wat_leesbaar_moet_blijven(document, [(1, debit), (2, (0.0, 0.0, 1.0, 1.0))]) == []
    assert wat_leesbaar_moet_blijven(Document("x", [1], "nota"), [(1, (0.0, 0.0, 1.0, 1.0))]) == []
