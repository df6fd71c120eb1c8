"""When norms change: work out every running right of a municipality again, and show who changes by how much.

Nothing is changed here: the list is made before anyone approves it. Worked out in columns, so a whole municipality
takes moments.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from opstap.kern.commands import InvoerFout
from opstap.recht.regels.invoer import Lezing
from opstap.recht.regels.kolommen import Kolommen, kolommen_van, reken_kolommen
from opstap.recht.regels.uitkomst import UITKOMSTEN

WAARDEN = ("uitkomst", "bijstandsnorm", "na_afstemming", "uitkering", "uitkering_excl")


@dataclass(frozen=True, slots=True)
class Wijziging:
    """One running right before and after: the outcome in words, norm and benefit of a month in cents."""

    rij: Any
    uitkomst_voor: str
    uitkomst_na: str
    norm_voor: int
    norm_na: int
    uitkering_voor: int
    uitkering_na: int

    @property
    def verschil(self) -> int:
        """What the benefit rises (or falls, below zero), in cents a month."""
        return self.uitkering_na - self.uitkering_voor

    @property
    def verandert(self) -> bool:
        """Whether anything is different after."""
        return self.uitkomst_voor != self.uitkomst_na or self.norm_voor != self.norm_na or self.verschil != 0


@dataclass(frozen=True, slots=True)
class Herziening:
    """All running rights before and after a date, and the documents that cannot be worked out."""

    voor: date
    na: date
    wijzigingen: tuple[Wijziging, ...]
    fouten: tuple[tuple[Any, str], ...]

    @property
    def geraakt(self) -> tuple[Wijziging, ...]:
        """Only who changes."""
        return tuple(each for each in self.wijzigingen if each.verandert)

    @property
    def verschil(self) -> int:
        """The change of all benefits together, in cents a month."""
        return sum(each.verschil for each in self.wijzigingen)


def herzie(
    rechten: Mapping[Any, Mapping[str, Any]], voor: date, na: date, schakelaars: Mapping[str, Any] | None = None
) -> Herziening:
    """Work out every document (by its key) on both days. Raises InvoerFout when the days are the wrong way round."""
    if na <= voor:
        raise InvoerFout(f"De nieuwe datum {na} ligt niet na {voor}. Kies een latere datum.")
    fouten: list[tuple[Any, str]] = []
    rijen: list[Any] = []
    lezingen: list[Lezing] = []
    for rij, document in rechten.items():
        lezing = Lezing({**document, "peildatum": na.isoformat()}) if isinstance(document, dict) else Lezing(document)
        lezing.feiten["vanaf"] = 0
        faults = [each for each in lezing.fouten if not each.startswith("alleen_deze_maand_vanaf")]
        if faults:
            fouten.append((rij, faults[0]))
        else:
            rijen.append(rij)
            lezingen.append(lezing)
    if not lezingen:
        return Herziening(voor, na, (), tuple(fouten))
    columns = kolommen_van(lezingen)
    before, after = (_at(columns, day, schakelaars) for day in (voor, na))
    return Herziening(voor, na, tuple(_rows(rijen, before, after)), tuple(fouten))


def _at(columns: Kolommen, day: date, schakelaars: Mapping[str, Any] | None) -> dict[str, Any]:
    moved = copy(columns)
    moved.peildatum = day.toordinal()
    return reken_kolommen(moved, schakelaars, WAARDEN)


def _rows(rijen: Sequence[Any], before: Mapping[str, Any], after: Mapping[str, Any]) -> list[Wijziging]:
    paid = [np.where(values["uitkomst"] == 1, values["na_afstemming"], 0).tolist() for values in (before, after)]
    norms = [np.maximum(values["bijstandsnorm"], 0).tolist() for values in (before, after)]
    outcomes = [[UITKOMSTEN[code] for code in values["uitkomst"].tolist()] for values in (before, after)]
    return [Wijziging(*row) for row in zip(rijen, *outcomes, *norms, *paid, strict=True)]
