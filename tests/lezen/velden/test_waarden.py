"""Values in Dutch notation; what does not pass its check is no value."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opstap.lezen.velden import namen, waarden


@pytest.mark.parametrize(
    ("text", "cents", "sign"),
    [
        ("€ 1.280,31", 128031, ""),
        ("1280,31", 128031, ""),
        ("EUR 45,-", 4500, ""),
        ("€ 1.250,--", 125000, ""),
        ("1.234.567,89", 123456789, ""),
        ("- 12,50", -1250, "-"),
        ("12,50-", -1250, "-"),
        ("+ 12,50", 1250, "+"),
        ("-120,50", -12050, "-"),
        ("€ -120,50", -12050, "-"),
        ("+1.806,40", 180640, "+"),
        ("12,50 CR", 1250, "+"),
        ("812,44 D", -81244, "-"),
        ("€ 285.000", 28500000, ""),
        ("1.234.56", 123456, ""),
    ],
)
def test_amounts_are_read_in_every_notation(text: str, cents: int, sign: str) -> None:
    ((_, found),) = waarden.bedragen(text)
    assert (found.geld.cents, found.teken) == (cents, sign)


@pytest.mark.parametrize("text", ["12-08-2026", "8%", "12345", "1,2,3", "06-12345678", "3 maart 2026"])
def test_what_is_no_amount_is_not_taken_for_one(text: str) -> None:
    assert waarden.bedragen(text) == []


@given(st.integers(min_value=0, max_value=99_999_999))
def test_every_amount_comes_back_as_it_was_written(cents: int) -> None:
    written = f"€ {cents // 100:,}".replace(",", ".") + f",{cents % 100:02d}"
    ((_, found),) = waarden.bedragen(written)
    assert found.geld.cents == cents


@pytest.mark.parametrize(
    "text",
    [
        "24-08-2026",
        "24/08/2026",
        "24.08.2026",
        "24 augustus 2026",
        "24 aug. 2026",
        "2026-08-24",
        "24-08-26",
        "24 AUG/AUG 2026",
        "20260824",
        "24 08 2026",
    ],
)
def test_days_are_read_in_every_notation(text: str) -> None:
    assert [day for _, day in waarden.datums(text)] == [date(2026, 8, 24)]


@pytest.mark.parametrize("text", ["31-02-2026", "99-99-9999", "13 maand 2026", "2026-13-01"])
def test_a_day_that_does_not_exist_is_left_out(text: str) -> None:
    assert waarden.datums(text) == []


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("01-08-2026 t/m 31-08-2026", date(2026, 8, 1), date(2026, 8, 31)),
        ("van 1 augustus 2026 tot en met 31 augustus 2026", date(2026, 8, 1), date(2026, 8, 31)),
        ("augustus 2026", date(2026, 8, 1), date(2026, 8, 31)),
        ("periode 02-2024", date(2024, 2, 1), date(2024, 2, 29)),
        ("2026-08", date(2026, 8, 1), date(2026, 8, 31)),
    ],
)
def test_periods_are_read(text: str, start: date, end: date) -> None:
    found = waarden.periode(text)
    assert found is not None
    assert found[:2] == (start, end)


def test_a_loose_day_is_no_period() -> None:
    assert waarden.periode("Borne, 12 augustus 2026") is None


def test_an_iban_is_put_right_only_when_it_then_passes() -> None:
    assert waarden.iban("NL91 ABNA 0417 1643 00") == "NL91ABNA0417164300"
    assert waarden.iban("NL91 ABNA O4I7 1643 OO") == "NL91ABNA0417164300"
    assert waarden.iban("NL92 ABNA 0417 1643 00") is None


@given(st.integers(min_value=0, max_value=17), st.sampled_from("0123456789"))
def test_one_wrong_digit_never_gives_another_account(place: int, digit: str) -> None:
    good = "NL91ABNA0417164300"
    changed = good[:place] + digit + good[place + 1 :]
    assert waarden.iban(changed) in (None, good)


def test_a_bsn_passes_the_eleven_test() -> None:
    assert waarden.bsn("1234.56.782") == "123456782"
    assert waarden.bsn("123456789") is None
    assert waarden.bsn("000000000") is None


@pytest.mark.parametrize(
    "address", ["Plein 1945 286-12", "Lindelaan 12-B", "Kerkweg 4 A", "Burgemeester Smitlaan 101", "Plein 1945 13b"]
)
def test_a_house_number_is_taken_whole(address: str) -> None:
    from opstap.lezen.velden.vinders import vind_adres

    assert [value for _, _, value in vind_adres(f"{address}, 7551 AB Hengelo")] == [f"{address}, 7551 AB Hengelo"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("J. van den Berg te Hengelo", "J. van den Berg"),
        ("J. te Velde", "J. te Velde"),
        ("Jan Willem te Velde", "Jan Willem te Velde"),
    ],
)
def test_a_town_behind_a_name_is_no_part_of_it(text: str, name: str) -> None:
    assert [value for _, _, value in namen.vind_naam(text)] == [name]
