"""The last day of the advance in `reken` is the one in `termijn`: one calendar, one rule (Pw 52 lid 1, Atw 1)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from opstap.recht.regels import ops
from opstap.recht.regels.invoer import Lezing
from opstap.recht.regels.kolommen import antwoorden
from opstap.recht.regels.reken import reken
from opstap.termijn import kalender
from tests.recht.regels.huishoudens import gezin


def _zaak(aangevraagd: str) -> dict[str, Any]:
    return gezin("2026-07-01", voorschot=True, aangevraagd_op=aangevraagd)


@pytest.mark.parametrize(
    ("aangevraagd", "uiterlijk"),
    [
        ("2026-06-16", "2026-07-14"),  # a Tuesday
        ("2026-06-20", "2026-07-20"),  # Saturday 18 July: Monday
        ("2026-06-21", "2026-07-20"),  # Sunday 19 July: Monday
        ("2026-04-16", "2026-05-18"),  # Ascension Day, then the day made equal to it, then a weekend
        ("2025-11-27", "2025-12-29"),  # Christmas Day, second Christmas Day, weekend
        ("2026-03-06", "2026-04-07"),  # Good Friday, weekend, Easter Monday
    ],
)
def test_the_last_day_of_the_advance_is_a_working_day(aangevraagd: str, uiterlijk: str) -> None:
    assert reken(_zaak(aangevraagd))["voorschot"]["uiterlijk"] == uiterlijk


@settings(deadline=None)  # the holidays of a year are worked out at its first use
@given(st.dates(date(2018, 1, 1), date(2030, 12, 31)))
def test_one_calendar_for_both_answers(aangevraagd: date) -> None:
    last = kalender.eerste_werkdag(aangevraagd + timedelta(weeks=4)).isoformat()
    assert reken(_zaak(aangevraagd.isoformat()))["voorschot"]["uiterlijk"] == last


def test_columns_know_the_calendar_too() -> None:
    days = [date(2025, 11, 1) + timedelta(days=n) for n in range(400)]
    many = antwoorden([Lezing(_zaak(day.isoformat())) for day in days])
    found = [each["voorschot"]["uiterlijk"] for each in many]
    assert found == [kalender.eerste_werkdag(day + timedelta(days=28)).isoformat() for day in days]
    assert ops.eerste_werkdag(np.zeros(3, np.int32)).tolist() == [0, 0, 0]


@pytest.mark.parametrize("sleutel", ["gemeld_op", "aangevraagd_op"])
@pytest.mark.parametrize("dag", ["0001-01-05", "1989-12-31", "2100-01-01"])
def test_a_day_too_far_away_is_asked_again(sleutel: str, dag: str) -> None:
    assert Lezing(gezin("2026-07-01", **{sleutel: dag})).fouten == [
        f"{sleutel}: {dag} ligt te ver weg. Kijk of het jaar klopt."
    ]
