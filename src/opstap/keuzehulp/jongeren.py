"""Under 27: the age that art. 44a Pw names. Read for the plan of the law only; the options never know it."""

from __future__ import annotations

from datetime import date

GRENS = 27


def is_jonger_dan_27(geboren: date | None, on: date) -> bool:
    """Whether the person is under 27 on this day; False when the day of birth is not known. 29 February counts as
    1 March in other years."""
    if geboren is None:
        return False
    had_birthday = (on.month, on.day) >= (geboren.month, geboren.day)
    return on.year - geboren.year - (not had_birthday) < GRENS
