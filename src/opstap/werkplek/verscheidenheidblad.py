"""What stands on the page of the monitor: the quarter that was asked for, bars, and the same as a list."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import Any

from opstap.inzicht.terugblik import outcomes
from opstap.inzicht.verscheidenheid import (
    EIGEN_IDEE,
    KLEIN,
    MINSTENS,
    NOG_NIET,
    ROND,
    Telling,
    diversity,
    quarters,
    supply_gaps,
)
from opstap.kern.cellen import escaped
from opstap.kern.models import Gemeente
from opstap.onderdelen.keuzehulp import catalogus
from opstap.onderdelen.teksten import plat, taal

BREED = 600


@dataclass(frozen=True, slots=True)
class Balkregel:
    """One kind of help with its two bars, in units of the drawing. A count that is not told has a short bar."""

    naam: str
    telling: Telling
    getoond: int
    gekozen: int


def page(gemeente: Gemeente, asked: str) -> dict[str, Any]:
    """The newest quarter that is over, or the one that was asked for."""
    there = quarters(gemeente)
    chosen = next((one for one in there if one.code == asked), there[0] if there else None)
    found = diversity(gemeente, chosen, taal()) if chosen else None
    rows = found.regels if found else None
    most = max((one.getoond or KLEIN for one in rows or ()), default=KLEIN)
    most = max(most, *(one.gekozen or KLEIN for one in rows or ()), KLEIN)
    missing = supply_gaps(gemeente, taal())
    return {
        "kwartalen": there, "gekozen": chosen, "gevonden": found, "balken": [_bar(one, most) for one in rows or ()],
        "klein": KLEIN, "rond": ROND, "minstens": MINSTENS, "gaten": missing, "hier": "werkplek:inzicht",
        "uitkomsten": [(_help(one.instrument), one) for one in outcomes(gemeente)],
    }  # fmt: skip


def name_of(one: Telling) -> str:
    """The name of the help; an own idea and nothing chosen yet in the words of the screen."""
    own = {EIGEN_IDEE: "eigen_idee", NOG_NIET: "nog_niets"}.get(one.sleutel)
    return plat(f"werkplek.verscheidenheid.{own}") if own else one.naam


def _help(key: str) -> str:
    own = plat("werkplek.verscheidenheid.eigen_idee")
    return own if key == EIGEN_IDEE else catalogus().instrumenten[key].naam


def as_csv(gemeente: Gemeente, asked: str) -> str:
    """The same rounded numbers as on the page, and nothing more."""
    goal = io.StringIO(newline="")
    goal.write("\ufeff")
    writer = csv.writer(goal, delimiter=";", lineterminator="\r\n")
    writer.writerow([plat(f"werkplek.verscheidenheid.{name}") for name in ("kwartaal", "hulp", "getoond", "gekozen")])
    shown = page(gemeente, asked)
    for one in shown["balken"]:
        row = [shown["gekozen"].code, one.naam, _words(one.telling.getoond), _words(one.telling.gekozen)]
        writer.writerow([escaped(cell) for cell in row])
    return goal.getvalue()


def _bar(one: Telling, most: int) -> Balkregel:
    sizes = [BREED * (KLEIN // 2 if count is None else count) // most for count in (one.getoond, one.gekozen)]
    return Balkregel(name_of(one), one, *sizes)


def _words(count: int | None) -> str:
    return plat("werkplek.verscheidenheid.weinig") if count is None else str(count)
