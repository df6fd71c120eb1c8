"""On a picture a name or reference that may go on where the reading stopped is asked, not told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from opstap.lezen.model import Document, Veld, Vraag
from opstap.lezen.velden import begrijp
from opstap.lezen.velden.opbrengst import Opbrengst
from opstap.lezen.velden.twee import NIET_ZEKER, samen
from opstap.lezen.woorden import lees_hier
from tests.lezen.papieren import brief, pdf

AANMANING = ("Mevrouw A. Smit", "Dorpsstraat 12", "7621 AB Borne", "Laatste aanmaning", "Totaal te betalen 672,85")


def _lees(inhoud: bytes, bron: str = "tesseract") -> Document:
    pages = [replace(page, bron=bron) for page in lees_hier(inhoud, "pdf")]
    (document,) = begrijp(pages, "foto.jpg")
    return document


@pytest.mark.parametrize(("bron", "zeker"), [("tesseract", False), ("tekstlaag", True)])
def test_a_reference_with_figures_right_behind_it_is_asked_on_a_picture(bron: str, zeker: bool) -> None:
    document = _lees(brief("Syncasso Gerechtsdeurwaarders", *AANMANING, "Dossiernummer: K9154033 26"), bron)
    assert ("kenmerk" in document.velden) is zeker
    assert [vraag.waarden for vraag in document.vragen if vraag.veld == "kenmerk"] == ([] if zeker else [("K9154033",)])


def test_a_reference_that_ends_its_column_is_told() -> None:
    document = _lees(brief("Syncasso Gerechtsdeurwaarders", *AANMANING, "Dossiernummer: K9154033/26"))
    assert document.velden["kenmerk"].waarde == "K9154033/26"


def test_a_name_that_runs_off_the_paper_is_asked() -> None:
    rows = [(60.0, 100.0 + 20 * row, text) for row, text in enumerate(AANMANING)]
    whole = _lees(pdf([(60, 60, "Flanderijn Gerechtsdeurwaarders"), *rows]))
    assert whole.velden["afzender"].waarde == "Flanderijn Gerechtsdeurwaarders"
    cut = _lees(pdf([(449, 60, "Flanderijn Gerechtsdeurwaa"), *rows]))
    assert "afzender" not in cut.velden
    assert "afzender" in {vraag.veld for vraag in cut.vragen}


def test_what_one_reader_doubts_is_told_when_the_other_saw_it_go_on() -> None:
    box = (0.1, 0.1, 0.2, 0.12)
    doubt = Opbrengst(vragen=[Vraag("kenmerk", NIET_ZEKER, ("K9154033",))])
    assert samen(doubt, Opbrengst(velden={"kenmerk": Veld("K9154033/26", 1, box, 0.9)})).velden["kenmerk"].waarde == (
        "K9154033/26"
    )
    less = samen(doubt, Opbrengst(velden={"kenmerk": Veld("K915", 1, box, 0.9)}))
    assert less.velden == {}
    assert less.vragen[0].waarden == ("K9154033", "K915")
