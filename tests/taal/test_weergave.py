"""Dates, amounts, periods and lists in words."""

from datetime import UTC, date, datetime

import pytest

from opstap.kern.geld import Geld
from opstap.taal.weergave import bedrag, datum, maand, opsomming, periode, tijd

DAG = date(2026, 9, 24)


@pytest.mark.parametrize(
    ("taal", "vorm", "woorden"),
    [
        ("nl", "lang", "donderdag 24 september 2026"),
        ("nl", "dag", "donderdag 24 september"),
        ("nl", "datum", "24 september 2026"),
        ("nl", "kort", "24 sep 2026"),
        ("nl", "tabel", "do 24 sep"),
        ("en", "lang", "Thursday 24 September 2026"),
        ("en", "tabel", "Thu 24 Sep"),
        ("fr", "dag", "Thursday 24 September"),
    ],
)
def test_a_day_in_each_form(taal: str, vorm: str, woorden: str) -> None:
    assert datum(DAG, taal, vorm) == woorden


def test_another_form_is_refused() -> None:
    with pytest.raises(ValueError, match="vorm"):
        datum(DAG, vorm="iso")


def test_a_moment_is_a_dutch_day_and_time() -> None:
    late = datetime(2026, 7, 1, 22, 30, tzinfo=UTC)
    assert datum(late, vorm="datum") == "2 juli 2026"
    assert tijd(late) == "0.30 uur"
    assert tijd(late, "en") == "0:30"


@pytest.mark.parametrize(
    ("van", "tot", "woorden"),
    [
        (date(2026, 7, 1), date(2026, 7, 31), "juli 2026"),
        (date(2026, 7, 1), date(2026, 7, 19), "1 t/m 19 juli 2026"),
        (date(2026, 7, 20), date(2026, 8, 3), "20 juli t/m 3 augustus 2026"),
        (date(2025, 12, 30), date(2026, 1, 2), "30 december 2025 t/m 2 januari 2026"),
        (DAG, DAG, "24 september 2026"),
        (date(2024, 2, 1), date(2024, 2, 28), "1 t/m 28 februari 2024"),
    ],
)
def test_a_period(van: date, tot: date, woorden: str) -> None:
    assert periode(van, tot) == woorden


def test_a_turned_period_is_refused() -> None:
    with pytest.raises(ValueError):
        periode(date(2026, 7, 2), date(2026, 7, 1))


def test_amounts() -> None:
    assert bedrag(Geld(-128031)) == "− €\u00a01.280,31"
    assert bedrag("1280.31", "en") == "€1,280.31"
    assert bedrag(Geld(-5), "en") == "−€0.05"


def test_lists_and_months() -> None:
    assert opsomming([]) == ""
    assert opsomming(["juni"]) == "juni"
    assert opsomming(["juni", "juli", "augustus"]) == "juni, juli en augustus"
    assert opsomming(["a", "b"], "en", "of") == "a or b"
    assert maand(DAG) == "september 2026"
    assert maand(DAG, "en", jaar=False) == "September"
