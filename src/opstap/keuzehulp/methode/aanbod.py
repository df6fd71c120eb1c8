"""The local supply of one kind of help, as the rows of its column show it. Capacity never hides an option."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

Staat = Literal["gestopt", "oud", "vol", "vrij"]
PLAATSEN = ("plaats", "wachttijd", "dagen", "uren")


@dataclass(frozen=True, slots=True)
class Aanbod:
    """One place where this help is on offer now. Empty text or None means: not known."""

    naam: str
    aanbieder: str
    geldig_tot: date
    plaats: str = ""
    wachttijd: str = ""
    dagen: str = ""
    uren: str = ""
    begint_op: date | None = None
    plekken_vrij: int | None = None
    gestopt: bool = False
    bijzonder: str = ""
    """What else is good to know, in whole sentences: what an employer drops and adjusts, costs, contact."""
    van_werkgever: bool = False
    """A work place or vacancy: shown with the help it opens a door for, while the help itself fills the column."""

    def is_stale(self, on: date) -> bool:
        """Whether nobody confirmed this supply for this day."""
        return self.geldig_tot < on

    def state(self, on: date) -> Staat:
        """In one word: stopped, not confirmed for this day, full, or free."""
        if self.gestopt:
            return "gestopt"
        if self.is_stale(on):
            return "oud"
        return "vol" if self.plekken_vrij == 0 else "vrij"


def in_order(supply: Sequence[Aanbod], on: date) -> list[Aanbod]:
    """Fresh and free first; stale, full and stopped supply sinks but stays."""
    return sorted(supply, key=lambda one: (one.gestopt, one.is_stale(on), one.plekken_vrij == 0, one.naam))


def fill_rows(
    rijen: Mapping[str, str], supply: Sequence[Aanbod] | None, zinnen: Mapping[str, str], on: date
) -> dict[str, str]:
    """The rows of an option with the first local supply filled in; the general text where nothing is known."""
    result = dict(rijen)
    if supply is None:
        return result
    current = [one for one in in_order(supply, on) if not one.gestopt]
    if not current:
        result["wachttijd"] = zinnen["aanbod_geen"]
        return result
    first = next((one for one in current if not one.van_werkgever), current[0])
    for key in PLAATSEN:
        value = getattr(first, key)
        if value:
            result[key] = value
    if first.plekken_vrij == 0:
        result["wachttijd"] = " ".join(part for part in (zinnen["aanbod_vol"], first.wachttijd) if part)
    return result


def supply_lines(
    supply: Sequence[Aanbod] | None, zinnen: Mapping[str, str], on: date
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The whole supply in words, also what is full, old or stopped; and a warning for what is old."""
    lines, warnings = [], []
    for one in in_order(supply or (), on):
        state = one.state(on)
        words = zinnen[f"aanbod_regel_{state}"].format(naam=one.naam, aanbieder=one.aanbieder)
        lines.append(f"{words}. {one.bijzonder}" if one.bijzonder else words)
        if state == "oud":
            warnings.append(zinnen["aanbod_waarschuwing"].format(naam=one.naam))
    return tuple(lines), tuple(warnings)
