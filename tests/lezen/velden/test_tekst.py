"""The text of a paper: the same letters in the same places, and what is asked of it often is asked once."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from opstap.lezen.model import Bladzijde, Woord
from opstap.lezen.velden.labels import patroon, plekken
from opstap.lezen.velden.schema import schema
from opstap.lezen.velden.tekst import HOOGSTENS_LETTERS, Tekst, _Plat, plat
from opstap.lezen.velden.waarden import bedragen

LABELS = sorted({label for rules in schema().values() for rule in rules for label in rule.labels})


def bladzijde(*lines: str) -> Bladzijde:
    words = [
        Woord(word, (0.1 + 0.08 * at, 0.05 * number, 0.17 + 0.08 * at, 0.05 * number + 0.02), 0.99, number)
        for number, line in enumerate(lines)
        for at, word in enumerate(line.split())
    ]
    return Bladzijde(1, words, "tekstlaag", 595, 842)


@settings(deadline=None)
@given(st.text())
def test_plain_text_keeps_every_position_and_turning_it_again_changes_nothing(text: str) -> None:
    assert len(plat(text)) == len(text)
    assert plat(plat(text)) == plat(text)


def test_plain_text_has_small_letters_without_accents() -> None:
    assert plat("Café ÉÉN, Zoë İ") == "cafe een, zoe i"


def test_a_text_in_all_the_letters_of_the_world_does_not_fill_the_memory() -> None:
    known = _Plat()
    assert len("".join(map(chr, range(0x20, 0xD800))).translate(known)) == 0xD800 - 0x20
    assert len(known) == HOOGSTENS_LETTERS


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from([*LABELS, "van", "12,50", ":", "Éxtra", "nettoloon2"]), max_size=6))
def test_a_label_is_found_wherever_its_expression_finds_it(parts: list[str]) -> None:
    here = Tekst([bladzijde(" ".join(parts).upper())])
    for label in LABELS:
        expected = [match.span() for match in patroon(label).finditer(here.plat)]
        assert [match.span() for match in plekken(here, label)] == expected


@settings(deadline=None)
@given(st.integers(0, 30))
def test_a_line_gives_the_same_amounts_each_time_it_is_asked(vanaf: int) -> None:
    line = Tekst([bladzijde("01-08-2026 Salaris 1.250,00 + 31,10 -")]).regels[0]
    fresh = [(match.span(), value) for match, value in bedragen(line.tekst[vanaf:])]
    for _ in range(2):
        assert [(match.span(), value) for match, value in line.bedragen(vanaf)] == fresh


@pytest.mark.parametrize(
    ("read", "printed"),
    [("Eìndhoven", "Eindhoven"), ("Yildırım-Kaya", "Yıldırım-Kaya"), ("Yildırim", "Yildırim"), ("Thì", "Thi")],
)
def test_words_of_a_picture_are_put_right_where_only_one_reading_can_be(read: str, printed: str) -> None:
    page = bladzijde(read)
    page.bron = "tesseract"
    assert Tekst([page]).tekst == printed
