"""The local supply of one kind of help, as the rows of its column show it. Capacity never hides an option."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

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

    def is_stale(self, on: date) -> bool:
        """Whether nobody confirmed this supply for this day."""
        return self.geldig_tot < on


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
    first = current[0]
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
        state = "gestopt" if one.gestopt else "oud" if one.is_stale(on) else "vol" if one.plekken_vrij == 0 else "vrij"
        lines.append(zinnen[f"aanbod_regel_{state}"].format(naam=one.naam, aanbieder=one.aanbieder))
        if state == "oud":
            warnings.append(zinnen["aanbod_waarschuwing"].format(naam=one.naam))
    return tuple(lines), tuple(warnings)
