"""The pensionable age per date of birth (AOW art. 7a), worked by hand on both sides of every step."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opstap.recht.regels.aow import aow_datum, aow_leeftijd, bekend_tot, heeft_aow_leeftijd, leeftijden


@pytest.mark.parametrize(
    ("birth", "day", "age"),
    [
        ("1947-12-31", "2012-12-31", (65, 0)),
        ("1948-01-01", "2013-02-01", (65, 1)),
        ("1948-11-30", "2013-12-30", (65, 1)),
        ("1948-12-01", "2014-02-01", (65, 2)),
        ("1949-10-31", "2014-12-31", (65, 2)),
        ("1949-11-01", "2015-02-01", (65, 3)),
        ("1950-09-30", "2015-12-30", (65, 3)),
        ("1950-10-01", "2016-04-01", (65, 6)),
        ("1951-06-30", "2016-12-30", (65, 6)),
        ("1951-07-01", "2017-04-01", (65, 9)),
        ("1952-03-31", "2017-12-31", (65, 9)),
        ("1952-04-01", "2018-04-01", (66, 0)),
        ("1952-12-31", "2018-12-31", (66, 0)),
        ("1953-01-01", "2019-05-01", (66, 4)),
        ("1953-08-31", "2019-12-31", (66, 4)),
        ("1954-09-01", "2021-01-01", (66, 4)),
        ("1955-08-31", "2021-12-31", (66, 4)),
        ("1955-09-01", "2022-04-01", (66, 7)),
        ("1956-05-31", "2022-12-31", (66, 7)),
        ("1956-06-01", "2023-04-01", (66, 10)),
        ("1957-02-28", "2023-12-28", (66, 10)),
        ("1957-03-01", "2024-03-01", (67, 0)),
        ("1960-12-31", "2027-12-31", (67, 0)),
        ("1961-01-01", "2028-04-01", (67, 3)),
        ("1964-09-30", "2031-12-30", (67, 3)),
        # no age is known yet: the last known one
        ("1990-06-15", "2057-09-15", (67, 3)),
        # a day that the month of arrival does not have: the first day after it
        ("1961-11-30", "2029-03-01", (67, 3)),
        ("1960-02-29", "2027-03-01", (67, 0)),
    ],
)
def test_the_day_and_the_age(birth, day, age):
    born = date.fromisoformat(birth)
    assert aow_datum(born) == date.fromisoformat(day)
    assert aow_leeftijd(born) == age


def test_the_day_itself_counts():
    assert heeft_aow_leeftijd(date(1959, 3, 1), date(2026, 3, 1))
    assert not heeft_aow_leeftijd(date(1959, 3, 1), date(2026, 2, 28))


def test_the_table_is_known_until():
    assert bekend_tot() == 2031
    assert all(row.bron for row in leeftijden())


@given(st.dates(date(1930, 1, 1), date(2010, 12, 31)))
def test_who_is_born_later_reaches_it_later(birth):
    assert aow_datum(birth) <= aow_datum(birth + timedelta(days=1))


@given(st.dates(date(1947, 12, 1), date(1964, 9, 30)))
def test_the_age_is_the_age_of_the_year_of_arrival(birth):
    day = aow_datum(birth)
    row = next(row for row in leeftijden() if row.jaar == day.year)
    assert aow_leeftijd(birth) == (row.jaren, row.maanden)
