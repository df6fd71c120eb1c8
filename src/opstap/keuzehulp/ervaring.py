"""The four questions after the talk, and what of their counts may be shown."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from opstap.kern.models import Gemeente
from opstap.keuzehulp.models import Gesprekstelling

VRAGEN = ("begrepen", "gehoord", "past", "zeker")
ANTWOORDEN = ("ja", "beetje", "nee")
GENOEG = 25
"""Fewer answers than this to a question in a quarter are not shown at all."""
KLEIN = 5
"""A cell from 1 to 4 is hidden, and a second one with it, so that the first cannot be worked out."""


def quarter(day: date) -> date:
    """The first day of the quarter."""
    return date(day.year, 3 * ((day.month - 1) // 3) + 1, 1)


def shown(counts: Mapping[str, int]) -> dict[str, int | None] | None:
    """What of the counts of one question may be shown: None as a whole when there are too few, None for a cell that
    is hidden.
    """
    if sum(counts.values()) < GENOEG:
        return None
    hidden = {answer for answer, count in counts.items() if 0 < count < KLEIN}
    if len(hidden) == 1:
        rest = [answer for answer in counts if answer not in hidden]
        hidden.add(min(rest, key=lambda answer: counts[answer]))
    return {answer: None if answer in hidden else count for answer, count in counts.items()}


def last_counts(gemeente: Gemeente, on: date) -> tuple[date, dict[str, dict[str, int | None]]] | None:
    """The last quarter that has ended with enough answers: per question what may be shown. None when there is none.

    The running quarter is left out: two looks at it with one talk in between would tell what was answered there.
    """
    rows = Gesprekstelling.objects.filter(gemeente=gemeente, kwartaal__lt=quarter(on)).order_by("-kwartaal")
    quarters: dict[date, dict[str, dict[str, int]]] = {}
    for row in rows[: len(VRAGEN) * len(ANTWOORDEN) * 8]:
        quarters.setdefault(row.kwartaal, {}).setdefault(row.vraag, {})[row.antwoord] = row.aantal
    for first, questions in quarters.items():
        found = {vraag: kept for vraag in VRAGEN if (kept := shown(questions.get(vraag, {}))) is not None}
        if found:
            return first, found
    return None
