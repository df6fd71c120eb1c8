"""Names of files are labels: cleaned, short, never a path of ours."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opstap.lezen.inname import grenzen
from opstap.lezen.inname.namen import naam_in, schone_naam


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("stapel/IMG_0412.jpg", "stapel/IMG_0412.jpg"),
        ("factuur\u202efdp.exe", "factuurfdp.exe"),
        ("a\x00b.pdf", "ab.pdf"),
        ("a\r\nSet-Cookie: x.pdf", "aSet-Cookie: x.pdf"),
        ("  spatie .pdf ", "spatie .pdf"),
        ("", "bestand zonder naam"),
        ("\u202e\x00", "bestand zonder naam"),
        ("één ☂ é.pdf", "één ☂ é.pdf"),
    ],
)
def test_a_name_is_cleaned(name, clean):
    assert schone_naam(name) == clean


def test_a_very_long_name_keeps_its_end():
    clean = schone_naam("a" * 10_000 + ".pdf")
    assert len(clean) <= grenzen.NAAM_TEKENS
    assert clean.endswith(".pdf")


@pytest.mark.parametrize("part", ["../../etc/passwd", "C:\\temp\\passwd", "/etc/passwd"])
def test_a_name_inside_another_file_is_only_its_last_piece(part):
    assert naam_in("mail.eml", part) == "mail.eml › passwd"


@given(st.text(max_size=500))
def test_no_name_turns_text_or_breaks_a_line(name):
    clean = schone_naam(name)
    assert clean
    assert clean.isprintable()
    assert len(clean) <= grenzen.NAAM_TEKENS
    assert schone_naam(clean) == clean
