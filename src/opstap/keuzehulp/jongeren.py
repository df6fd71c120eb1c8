"""From 18 and under 27: with whose decision a plan of art. 44a Pw goes as an annex. Read for that plan only; the
options never know it. Art. 44 lid 4 Pw, texts of 1 January 2018 and 1 January 2026 (wetten.overheid.nl, BWBR0015703).
"""

from __future__ import annotations

from datetime import date

VANAF, GRENS = 18, 27


def has_plan_44a(geboren: date | None, on: date) -> bool:
    """Whether the person is 18 to 26 on this day; False when the day of birth is not known. 29 February counts as
    1 March in other years."""
    if geboren is None:
        return False
    had_birthday = (on.month, on.day) >= (geboren.month, geboren.day)
    return VANAF <= on.year - geboren.year - (not had_birthday) < GRENS
