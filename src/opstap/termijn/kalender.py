"""Counting days as the law does: Algemene termijnenwet (BWBR0002448) and the days made equal to a holiday.

The Atw names New Year's Day, Good Friday, Easter Monday, King's Day, 5 May (every year), Ascension Day, Whit Monday and
both Christmas days; `inhoud/termijnen/feestdagen.yaml` adds the days made equal by royal decree (art. 3 lid 3).
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

from opstap.termijn import inhoud


@lru_cache(maxsize=64)
def feestdagen(year: int) -> frozenset[date]:
    """The holidays of one year in the sense of the Algemene termijnenwet."""
    from holidays.countries.netherlands import Netherlands  # slow to import, and not needed for every command

    return frozenset(Netherlands(years=year, categories=("public", "optional"))) | inhoud.gelijkgestelde_dagen()


def is_vrij(day: date) -> bool:
    """Whether a legal term cannot end on this day: Saturday, Sunday or a holiday (Atw art. 1 lid 1 and 3)."""
    return day.weekday() >= 5 or day in feestdagen(day.year)


def eerste_werkdag(day: date) -> date:
    """This day, or else the first day after it that is no Saturday, Sunday or holiday."""
    while is_vrij(day):
        day += timedelta(days=1)
    return day


def volgende_werkdag(day: date, count: int = 1) -> date:
    """The `count`-th working day after this day."""
    for _ in range(count):
        day = eerste_werkdag(day + timedelta(days=1))
    return day


def add_months(day: date, months: int) -> date:
    """The same day of the month `months` later (or earlier); the last day of that month where it has no such day."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def add(day: date, length: int, unit: str) -> date:
    """The last day of a term of `length` `unit` that begins the day after `day`; a negative length counts back."""
    if unit == "dagen":
        return day + timedelta(days=length)
    if unit == "weken":
        return day + timedelta(weeks=length)
    if unit == "maanden":
        return add_months(day, length)
    if unit == "jaren":
        return add_months(day, 12 * length)
    if unit == "uren":
        return day + timedelta(days=-(-length // 24))
    if unit == "werkdagen":
        return volgende_werkdag(day, length)
    raise ValueError(f"unknown unit {unit!r}")


def atw_geldt(length: int, unit: str) -> bool:
    """Whether the Algemene termijnenwet moves the end of such a term (art. 1 lid 2 and art. 4 under a)."""
    longest = {"dagen": 90, "weken": 12, "maanden": 3}
    return length > 0 and unit in longest and length <= longest[unit]


def in_woorden(day: date, taal: str = "nl") -> str:
    """A date as people write it: "maandag 4 mei 2026", "Monday 4 May 2026"."""
    days, months = (_DAGEN, _MAANDEN) if taal == "nl" else (_DAYS, _MONTHS)
    return f"{days[day.weekday()]} {day.day} {months[day.month - 1]} {day.year}"


_DAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_MAANDEN = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
