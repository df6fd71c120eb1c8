"""The term bar and the spots on a page: the drawing says what the dates and the page say."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opstap.onderdelen.balk import Balk, layout
from opstap.onderdelen.plekken import spot

VAN, TOT = date(2026, 9, 1), date(2026, 11, 3)


def total(balk: Balk, kind: str) -> float:
    return sum(float(stuk.breed.rstrip("%")) for stuk in balk.stukken if stuk.soort == kind)


def test_the_bar_of_the_example_shows_ten_days_passed_seven_still_and_46_left() -> None:
    balk = layout(VAN, TOT, date(2026, 9, 18), [(date(2026, 9, 11), None)])
    assert (balk.voorbij, balk.stil, balk.over, balk.te_laat) == (10, 7, 46, 0)
    assert [(stuk.soort, stuk.x, stuk.breed) for stuk in balk.stukken] == [
        ("done", "0.00%", "15.87%"),
        ("still", "15.87%", "11.11%"),
    ]
    assert balk.nu == "26.98%"


def test_the_clock_goes_on_after_the_papers_came() -> None:
    balk = layout(VAN, TOT, date(2026, 9, 18), [(date(2026, 9, 11), date(2026, 9, 14))])
    assert (balk.voorbij, balk.stil) == (13, 4)
    assert [stuk.soort for stuk in balk.stukken] == ["done", "still", "done"]


def test_a_term_that_has_passed_is_full_and_says_how_late() -> None:
    balk = layout(VAN, TOT, date(2026, 11, 10))
    assert (balk.over, balk.te_laat, balk.nu) == (0, 7, "100.00%")


def test_a_term_that_has_not_begun_is_empty() -> None:
    balk = layout(VAN, TOT, date(2026, 8, 1))
    assert balk.stukken == ()
    assert (balk.voorbij, balk.over, balk.nu) == (0, 63, "0.00%")


def test_a_term_cannot_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match="eindigt niet"):
        layout(TOT, VAN, VAN)


days = st.integers(-30, 120).map(lambda n: VAN + timedelta(days=n))


@given(days, st.lists(st.tuples(days, st.none() | days), max_size=4), st.integers(0, 90))
def test_passed_still_and_left_always_make_the_whole_term(
    today: date, stil: list[tuple[date, date | None]], length: int
) -> None:
    balk = layout(VAN, VAN + timedelta(days=length), today, stil)
    assert balk.voorbij >= 0
    assert balk.stil >= 0
    assert balk.voorbij + balk.stil + balk.over == length
    if length:
        assert total(balk, "done") == pytest.approx(100 * balk.voorbij / length, abs=0.1)
        assert total(balk, "still") == pytest.approx(100 * balk.stil / length, abs=0.1)


def test_a_spot_has_its_number_beside_it_where_there_is_room() -> None:
    found = spot(1, (0.1, 0.1, 0.5, 0.15), 400, 500)
    assert (found.x, found.y) == (37, 47), "a little wider than the words"
    assert found.cx - found.straal > found.x + found.breed
    assert found.y < found.cy < found.y + found.hoog


def test_a_spot_over_the_whole_line_has_its_number_on_the_corner() -> None:
    found = spot(2, (0.05, 0.1, 0.98, 0.15), 400, 500, aan=True)
    assert found.cy <= found.y + found.straal
    assert found.aan


@given(st.tuples(*[st.floats(-1, 2, allow_nan=False)] * 4), st.integers(50, 6000), st.integers(50, 6000))
def test_a_spot_and_its_number_never_fall_off_the_page(
    vak: tuple[float, float, float, float], breedte: int, hoogte: int
) -> None:
    found = spot(1, vak, breedte, hoogte)
    assert 0 <= found.x <= breedte
    assert 0 <= found.y <= hoogte
    assert found.straal <= found.cx + 1
    assert found.cx + found.straal <= breedte + 1
