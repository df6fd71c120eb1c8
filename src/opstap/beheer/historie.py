"""What happened, in words, from the event log: who, when, what, and what it was before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from opstap.kern.log import Regel
from opstap.onderdelen.teksten import t


@dataclass(frozen=True, slots=True)
class Geschiedenis:
    """One line of the history. `verschil`: name of the column, what it was, what it became."""

    moment: datetime
    zin: str
    door: str
    verschil: tuple[tuple[str, str, str], ...] = ()
    reden: str = ""


def lines(rows: Iterable[tuple[Regel, Mapping[str, Any]]]) -> list[Geschiedenis]:
    """The history of one row."""
    return [
        Geschiedenis(
            regel.moment, t(f"beheer.historie.{regel.woord}", bestand=regel.gegevens.get("naam", "")),
            regel.door.weergavenaam if regel.door else "", _changed(changed), str(regel.gegevens.get("reden", "")),
        )
        for regel, changed in rows
    ]  # fmt: skip


def _changed(changed: Mapping[str, Any]) -> tuple[tuple[str, str, str], ...]:
    return tuple((t(f"aanbod.kolom_{name}"), str(pair[0]), str(pair[1])) for name, pair in changed.items())
