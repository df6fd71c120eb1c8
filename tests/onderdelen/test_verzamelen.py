"""Many small events of one day become one line, until something else happens."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from opstap.kern import clock
from opstap.kern.log import Regel
from opstap.onderdelen.verzamelen import gather

DAG = datetime(2026, 9, 18, 9, 20, tzinfo=clock.AMSTERDAM)


def row(soort: str, moment: datetime = DAG, door: Any = None) -> Regel:
    return Regel(None, 1, moment, soort, uuid4(), door, True, {})  # type: ignore[arg-type]


def shapes(rows: list[Regel], *kinds: str) -> list[tuple[str, int]]:
    return [(group[0].soort, len(group)) for group in gather(rows, kinds)]


def test_mixed_kinds_are_each_one_line() -> None:
    rows = [row("a"), row("b"), row("a"), row("b"), row("a")]
    assert shapes(rows, "a", "b") == [("a", 3), ("b", 2)]


def test_something_else_in_between_starts_a_new_line() -> None:
    assert shapes([row("a"), row("x"), row("a")], "a") == [("a", 1), ("x", 1), ("a", 1)]


def test_another_day_and_another_person_are_lines_of_their_own() -> None:
    rows = [row("a"), row("a", DAG + timedelta(days=1)), row("a", DAG + timedelta(days=1), "Farida")]
    assert shapes(rows, "a") == [("a", 1)] * 3


def test_what_is_not_gathered_stays_as_it_is() -> None:
    assert shapes([row("a"), row("a")]) == [("a", 1), ("a", 1)]
