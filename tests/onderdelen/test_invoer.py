"""Amounts and days as people type them."""

from __future__ import annotations

import contextlib
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opstap.kern.geld import GeenBedrag, Geld
from opstap.onderdelen import invoer
from opstap.taal import weergave

AMOUNTS = {
    "300": 300_00, "300,50": 300_50, "300,5": 300_50, "300.50": 300_50, "1.280,31": 1280_31, "1280,31": 1280_31,
    "€ 300": 300_00, "€300,-": 300_00, "300,-": 300_00, "300,--": 300_00, "300.-": 300_00, "300 euro": 300_00,
    "EUR 300,50": 300_50, "1 280,31": 1280_31, "1\u00a0280,31": 1280_31, "1\u202f280": 1280_00, "1,280.31": 1280_31,
    "1.280": 1280_00, "12.345.678": 12345678_00, "0": 0, "0,05": 5, " 7 ": 7_00, "-20": -20_00, "− € 20,00": -20_00,
    "٣٠٠": 300_00, "３００": 300_00, "300\u200b": 300_00,
}  # fmt: skip
NO_AMOUNTS = [
    "", " ", "drie hondert", "300,505", "1,280", "1.28.0", "12.34,5", "1e5", "NaN", "Infinity", "300 of 400", "€",
    "--5", "1.2345", "300,50,00", "5 5", "½", "²", "0x10", "1_000", "9" * 20, "300;", "kr 300",
]  # fmt: skip
DAYS = [
    "31-8-2026", "31-08-2026", "31/08/2026", "31.8.2026", "31 8 2026", "2026-08-31", "31 augustus 2026",
    "31 aug 2026", "31 aug. 2026", "31-aug-2026", "31 August 2026", "maandag 31 augustus 2026",
    "Maandag, 31 augustus 2026", " 31-8-2026\u00a0", "٣١-٨-٢٠٢٦",
]  # fmt: skip
NO_DAYS = ["", "31 augstus", "31 augustus", "augustus 2026", "31-8-26", "8-31", "31-8-20266", "morgen", "31 foo 2026"]


@pytest.mark.parametrize(("typed", "cents"), AMOUNTS.items())
def test_an_amount_is_read_as_people_write_it(typed: str, cents: int) -> None:
    assert invoer.amount(typed) == Geld(cents)


@pytest.mark.parametrize("typed", NO_AMOUNTS)
def test_what_could_mean_two_things_is_no_amount(typed: str) -> None:
    with pytest.raises(GeenBedrag):
        invoer.amount(typed)


@given(st.integers(min_value=-(10**12), max_value=10**12))
def test_every_amount_we_write_can_be_typed_back(cents: int) -> None:
    for taal in ("nl", "en"):
        assert invoer.amount(weergave.bedrag(Geld(cents), taal)) == Geld(cents)


@given(st.text(max_size=40))
def test_any_text_is_an_amount_or_a_clear_refusal(typed: str) -> None:
    with contextlib.suppress(GeenBedrag):
        assert isinstance(invoer.amount(typed), Geld)


@pytest.mark.parametrize("typed", DAYS)
def test_a_day_is_read_as_people_write_it(typed: str) -> None:
    assert invoer.day(typed) == date(2026, 8, 31)


@pytest.mark.parametrize("typed", NO_DAYS)
def test_what_is_no_whole_day_is_refused(typed: str) -> None:
    with pytest.raises(invoer.GeenDatum):
        invoer.day(typed)


@pytest.mark.parametrize("typed", ["31-2-2026", "0-8-2026", "31 februari 2026", "2026-13-01", "29-2-2027", "1-1-0000"])
def test_a_day_that_is_not_in_the_calendar_says_so(typed: str) -> None:
    with pytest.raises(invoer.BestaatNiet):
        invoer.day(typed)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2199, 12, 31)))
def test_every_day_we_write_can_be_typed_back(dag: date) -> None:
    for taal in ("nl", "en"):
        for vorm in ("lang", "datum", "kort"):
            assert invoer.day(weergave.datum(dag, taal, vorm)) == dag


@given(st.text(max_size=40))
def test_any_text_is_a_day_or_a_clear_refusal(typed: str) -> None:
    with contextlib.suppress(invoer.GeenDatum):
        assert isinstance(invoer.day(typed), date)


@given(st.dates(min_value=date(1900, 1, 1)), st.integers(0, 400))
def test_the_order_of_days_is_kept(dag: date, later: int) -> None:
    if dag.year < 9990:
        other = dag + timedelta(days=later)
        assert (invoer.day(dag.isoformat()) <= invoer.day(other.isoformat())) is True
