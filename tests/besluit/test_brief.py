"""The letter as a PDF: tagged, in our own letter type, and on one page what a person needs to know."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from opstap.besluit.vel import to_pdf


def test_a_letter_carries_its_own_letter_type_and_is_tagged() -> None:
    face = '@font-face{font-family:Atkinson;src:url("letter:AtkinsonHyperlegible-Regular.ttf")}'
    style = f"<style>{face} body{{font-family:Atkinson}}</style>"
    made = to_pdf(f'<html lang="nl"><title>Brief</title>{style}<p>U krijgt bijstand.</p></html>')
    with pikepdf.open(BytesIO(made)) as pdf:
        fonts = {str(font.BaseFont) for page in pdf.pages for font in page.Resources.Font.values()}
        assert fonts
        assert all("Atkinson" in name for name in fonts)
        assert bool(pdf.Root.MarkInfo.Marked)
        assert str(pdf.Root.Lang) == "nl"


def test_a_letter_that_asks_for_anything_from_outside_is_not_drawn() -> None:
    with pytest.raises(ValueError, match="Error fetching"):
        to_pdf('<html lang="nl"><title>Brief</title><img alt="" src="http://127.0.0.1:9/x.png"></html>')
