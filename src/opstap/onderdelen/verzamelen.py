"""Many small events of one day in one line, so that a course of things can be read at a glance."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from opstap.kern import clock
from opstap.kern.log import Regel


def gather(rows: Iterable[Regel], kinds: Collection[str]) -> list[list[Regel]]:
    """The events in their order; those of one of `kinds` by one person on one day together, until something else
    happens.
    """
    found: list[list[Regel]] = []
    running: dict[tuple[object, ...], list[Regel]] = {}
    for row in rows:
        key = (row.soort, row.door, row.moment.astimezone(clock.AMSTERDAM).date())
        if row.soort not in kinds:
            running = {}
            found.append([row])
        elif key in running:
            running[key].append(row)
        else:
            running[key] = [row]
            found.append(running[key])
    return found
