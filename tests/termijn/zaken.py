"""Short ways to write an application for the clock, shared by the tests of this room."""

from __future__ import annotations

from datetime import date
from typing import Any

from opstap.termijn import Gebeurtenis, Klok, Persoon, klok

VOLWASSEN = (Persoon("aanvrager", date(1976, 5, 1)),)


def dag(text: str) -> date:
    """A date; "03-10" means in 2026."""
    return date.fromisoformat(text if len(text) > 5 else f"2026-{text}")


def g(soort: str, op: str, **keys: Any) -> Gebeurtenis:
    """An event; values that are text become dates where the key is a date."""
    for key in ("uiterlijk", "tot", "bekendgemaakt"):
        if key in keys:
            keys[key] = dag(keys[key])
    return Gebeurtenis(soort, dag(op), **keys)


def loop(*events: Gebeurtenis, op: str = "03-20", personen: tuple[Persoon, ...] | None = VOLWASSEN) -> Klok:
    """The clock of these events on a day."""
    return klok(list(events), dag(op), personen)


def aanvraag(*events: Gebeurtenis, op: str = "03-20", begin: str = "03-02") -> Klok:
    """The clock of an application of Monday 2 March 2026 with these events after it."""
    return loop(g("melding", begin), g("aanvraag", begin), *events, op=op)
