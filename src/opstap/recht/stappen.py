"""The trace of a calculation as the sixteen steps that people read: one row each, with its sentences and articles."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from opstap.kern.geld import Geld

_BEDRAG = re.compile(r"-?\d+\.\d\d\Z")
_DAG = re.compile(r"\d{4}-\d\d-\d\d\Z")
_UITKOMST_VAN = {2: "leeftijd_a", 6: "kostendelers", 7: "norm", 8: "bijstandsnorm", 9: "vrijgelaten", 10: "inkomen",
    11: "vermogen", 12: "hoogte", 15: "uitkering"}
_ZONDER_UITKOMST = frozenset({"ja", "nee", "0"})
"""What says nothing beside the sentence of the step."""


@dataclass(slots=True)
class Rekenstap:
    """One of the sixteen steps. `uitkomst` is an amount or words; `naam` the key of its name."""

    nummer: int
    teksten: list[str] = field(default_factory=list)
    artikelen: list[str] = field(default_factory=list)
    uitkomst: Geld | date | str = ""

    @property
    def naam(self) -> str:
        return f"recht.stap_{self.nummer}"


def grouped(outcome: Mapping[str, Any]) -> list[Rekenstap]:
    """The steps of an outcome in order. Each takes the outcome of its leading rule, else of its last."""
    steps: dict[int, Rekenstap] = {}
    for row in outcome.get("stappen", []):
        step = steps.setdefault(int(row["stap"]), Rekenstap(int(row["stap"])))
        step.teksten.append(row["tekst"])
        if row["artikel"] not in step.artikelen:
            step.artikelen.append(row["artikel"])
        leading = _UITKOMST_VAN.get(step.nummer)
        if leading is None or row["regel"] == leading:
            step.uitkomst = _shown(str(row["uitkomst"]))
    return [steps[number] for number in sorted(steps)]


def _shown(outcome: str) -> Geld | date | str:
    """An outcome of the trace as what it is: an amount, a day, or words."""
    if outcome in _ZONDER_UITKOMST:
        return ""
    if _BEDRAG.match(outcome):
        return Geld.parse(outcome)
    return date.fromisoformat(outcome) if _DAG.match(outcome) else outcome
