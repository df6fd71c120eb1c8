"""The supply for who keeps it and for policy: what is stale, and for which help there is nothing, or nothing free."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from opstap.kern import clock
from opstap.kern.models import Gemeente
from opstap.keuzehulp.methode.aanbod import Staat
from opstap.keuzehulp.methode.laden import catalogus
from opstap.keuzehulp.models import Aanbod
from opstap.keuzehulp.plaatselijk import ZONDER_AANBIEDER, place, supply_rows

Gat = Literal["geen", "gestopt", "oud", "vol"]
ZONDER_AANBOD = ZONDER_AANBIEDER | {"jongeren-pakket"}
BIJNA_DAGEN = 30


@dataclass(frozen=True, slots=True)
class Aanbodregel:
    """One row of the list with its state today; `bijna`: it expires within a month; `eigen`: kept here, not shared."""

    rij: Aanbod
    hulp: str
    staat: Staat
    bijna: bool
    eigen: bool


@dataclass(frozen=True, slots=True)
class Gatregel:
    """A kind of help without a place that is free and sure: nothing at all, only stopped, only stale, or only full."""

    instrument: str
    naam: str
    gat: Gat


def supply_list(gemeente: Gemeente, taal: str = "nl") -> list[Aanbodregel]:
    """The whole supply: what has to be looked at first, then by kind of help. Nothing is left out. `taal`: of names."""
    today = clock.today()
    known = catalogus(taal).instrumenten
    rows = [_line(row, gemeente, today, known[row.instrument].naam if row.instrument in known else row.instrument)
            for row in supply_rows(gemeente).select_related("gemeente")]  # fmt: skip
    order: dict[str, int] = {"oud": 0, "vrij": 1, "vol": 1, "gestopt": 2}
    return sorted(rows, key=lambda one: (order[one.staat], one.hulp.casefold(), one.rij.naam.casefold()))


def _line(row: Aanbod, gemeente: Gemeente, today: date, hulp: str) -> Aanbodregel:
    state = place(row).state(today)
    soon = state in ("vrij", "vol") and (row.geldig_tot - today).days <= BIJNA_DAGEN
    return Aanbodregel(row, hulp, state, soon, row.gemeente_id == gemeente.pk)


def gaps(gemeente: Gemeente, taal: str = "nl") -> list[Gatregel]:
    """Help that nobody can begin with now, by kind of gap and name. `taal`: of the names."""
    today = clock.today()
    states: dict[str, list[Staat]] = {}
    for row in supply_rows(gemeente):
        states.setdefault(row.instrument, []).append(place(row).state(today))
    found = [
        Gatregel(key, one.naam, gap)
        for key, one in catalogus(taal).instrumenten.items()
        if key not in ZONDER_AANBOD and (gap := _gap(states.get(key, ()))) is not None
    ]
    order: list[Gat] = ["geen", "gestopt", "oud", "vol"]
    return sorted(found, key=lambda one: (order.index(one.gat), one.naam.casefold()))


def _gap(states: Sequence[Staat]) -> Gat | None:
    if "vrij" in states:
        return None
    for state in ("vol", "oud", "gestopt"):
        if state in states:
            return state
    return "geen"
