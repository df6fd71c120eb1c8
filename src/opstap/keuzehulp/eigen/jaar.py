"""Craft is looked at again each year."""

from __future__ import annotations

from datetime import date


def in_a_year(day: date) -> date:
    """The same day of the next year; 29 February becomes 28 February."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)
