"""Many households at once: the same rules on columns. Households are worked out in blocks that fit in the cache.

A column is a numpy array, or one value for all. Days are ordinals, money is whole cents: int32 where every amount of
the column is below `ops.SMAL_TOT`, else int64 (`smal`). The housemates of all households stand behind each other in
the columns of `medebewoners`; `leden` says where each household begins. See docs/adr/recht-kolommen.md.
"""

from __future__ import annotations

import traceback
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from opstap.recht.regels import beleid as policy
from opstap.recht.regels import boek as regelboek
from opstap.recht.regels.invoer import Lezing
from opstap.recht.regels.motor import RegelFout
from opstap.recht.regels.ops import SMAL_TOT
from opstap.recht.regels.reken import antwoord, functie_van
from opstap.recht.regels.velden import ALLE, MEDEBEWONER

BLOK = 98_304
UIT = (
    "uitkomst",
    "bijstandsnorm",
    "norm",
    "norm_excl",
    "norm_bekend",
    "inkomen",
    "inkomen_bekend",
    "niemand_recht",
    "vermogen",
    "vermogensgrens",
    "uitkering",
    "uitkering_excl",
    "deel_a",
    "deel_p",
    "na_afstemming",
    "dagen_recht",
    "ingangsdatum",
    "voorschot",
    "voorschot_uiterlijk",
    "buffer",
    "aanvraag_vanaf",
    "situatie",
    "eerst_partner",
)
"""What comes out for each household, beside every remark and every question."""


@dataclass(frozen=True, slots=True)
class Leden:
    """The housemates of a block: the row of the household of each, and the number of households."""

    eigenaar: Any
    aantal: int


@dataclass
class Kolommen:
    """The facts of many households. `velden` holds every name of `velden.ALLE`; what is left out is not stated."""

    aantal: int
    peildatum: Any
    velden: dict[str, Any]
    leden: Any
    medebewoners: dict[str, Any] = field(default_factory=dict)
    eigenaar: Any = None

    def __post_init__(self) -> None:
        if self.eigenaar is None:
            self.eigenaar = np.repeat(np.arange(self.aantal, dtype=np.int32), np.diff(self.leden))

    def take(self, rows: Any) -> Kolommen:
        """The households at these places."""
        velden = {
            naam: waarden[rows] if isinstance(waarden, np.ndarray) else waarden for naam, waarden in self.velden.items()
        }
        start, end = self.leden[rows], self.leden[rows + 1]
        leden = np.concatenate(([0], np.cumsum(end - start)))
        places = np.repeat(start - leden[:-1], end - start) + np.arange(leden[-1])
        return Kolommen(
            len(rows), self.peildatum[rows], velden, leden, {n: w[places] for n, w in self.medebewoners.items()}
        )


def smal(waarden: Any, soort: Any = "geld") -> Any:
    """A column of amounts as narrow as it can be worked out with."""
    past = soort == "geld" and isinstance(waarden, np.ndarray) and waarden.dtype == np.int64 and len(waarden)
    return waarden.astype(np.int32) if past and waarden.max() < SMAL_TOT else waarden


def reken_kolommen(
    kolommen: Kolommen, schakelaars: Mapping[str, Any] | None = None, houd: Sequence[str] | None = None
) -> dict[str, Any]:
    """Work out every household. `houd`: the values wanted; left out all of `UIT` and each remark and question.

    Gives a column per value; a remark or question that no rule of the day knows is left out where nobody has it.
    Raises InvoerFout for a wrong switch and VoorEersteBedragen for a day before 2018.
    """
    wanted = tuple(houd) if houd is not None else (*UIT, *_marks())
    plans = [_plan(kolommen, on, schakelaars, wanted, rows) for on, rows in _per_day(kolommen.peildatum)]
    uit = _room(kolommen, sorted({naam for plan in plans for naam in plan.names}, key=wanted.index))
    for plan in plans:
        _work(plan, uit)
    return uit


def _per_day(peildatum: Any) -> list[tuple[date, Any]]:
    """Each day with its rows; None for the rows where all households are of one day."""
    if not isinstance(peildatum, np.ndarray):
        return [(date.fromordinal(int(peildatum)), None)]
    order = np.argsort(peildatum, kind="stable")
    days, starts = np.unique(peildatum[order], return_index=True)
    groups: list[Any] = [None] if len(days) == 1 else np.split(order, starts[1:])
    return [(date.fromordinal(int(day)), rows) for day, rows in zip(days, groups, strict=True)]


@dataclass(frozen=True, slots=True)
class _Plan:
    """The households of one day: their rows in the whole (None: all), their columns and what works them out."""

    kolommen: Kolommen
    rows: Any
    functions: tuple[Any, Any]
    """For any household, and for households without a partner: a block of those needs fewer rules."""
    names: tuple[str, ...]


def _plan(
    kolommen: Kolommen, on: date, schakelaars: Mapping[str, Any] | None, wanted: tuple[str, ...], rows: Any
) -> _Plan:
    functions, names = _functions(regelboek.dag(on, policy.op_datum(schakelaars, on)), wanted)
    return _Plan(kolommen if rows is None else kolommen.take(rows), rows, functions, names)


def _work(plan: _Plan, uit: dict[str, Any]) -> None:
    for begin in range(0, plan.kolommen.aantal, BLOK):
        eind = min(begin + BLOK, plan.kolommen.aantal)
        feiten = _block(plan.kolommen, begin, eind)
        partner = feiten["heeft_partner"]
        alleen = not (partner.any() if isinstance(partner, np.ndarray) else partner)
        result = _ask(plan.functions[alleen], feiten)
        place = slice(begin, eind) if plan.rows is None else plan.rows[begin:eind]
        for naam in plan.names:
            uit[naam][place] = result[naam]


def _ask(function: Any, feiten: dict[str, Any]) -> Any:
    """Work a block out. A rule with `if`, `and`, `or` or `not` on a household's value cannot: its name is said."""
    try:
        return function(feiten)
    except ValueError as error:
        if "truth value" not in str(error):
            raise
        places = [each for each in traceback.extract_tb(error.__traceback__) if each.filename != "<regels>"]
        place = next((each for each in places[1:] if not each.filename.endswith(("motor.py", "ops.py"))), places[-1])
        raise RegelFout(
            f"{Path(place.filename).name}:{place.lineno}: Regel {place.name} kiest met if, and, or of not. Gebruik "
            "kies, &, | of niet: dan werkt de regel ook in een tabel."
        ) from None


def _room(kolommen: Kolommen, names: Sequence[str]) -> dict[str, Any]:
    """Room for every value: one stretch of memory for each width, which costs fewer new pages than one for each.

    What no rule of a day knows stays 0 there.
    """
    geld = [kolommen.velden[naam] for naam, veld in ALLE.items() if veld.soort == "geld"]
    breed = any(isinstance(each, np.ndarray) and each.dtype.itemsize == 8 for each in geld)
    breed = breed or any(isinstance(each, int) and each >= SMAL_TOT for each in geld)
    uit: dict[str, Any] = {}
    by_width: dict[Any, list[str]] = {}
    for naam in names:
        by_width.setdefault(_dtype(naam, breed), []).append(naam)
    for dtype, same in by_width.items():
        uit.update(zip(same, np.zeros((len(same), kolommen.aantal), dtype), strict=True))
    return {naam: uit[naam] for naam in names}


@lru_cache(maxsize=512)
def _dtype(naam: str, breed: bool) -> Any:
    """As narrow as the values of a rule can be: what comes out is written to memory once for every household."""
    soort = regelboek.soorten()[naam]
    if not isinstance(soort, str):
        return np.int8
    if soort == "geld":
        return np.int64 if breed else np.int32
    return np.bool_ if soort == "ja_nee" else np.int32


@lru_cache(maxsize=256)
def _functions(dag: regelboek.Dag, wanted: tuple[str, ...]) -> tuple[tuple[Any, Any], tuple[str, ...]]:
    names = tuple(naam for naam in wanted if naam in dag.regels or naam in dag.vast)
    return (dag.functie(names, names), dag.functie(names, names, alleen=True)), names


def _block(kolommen: Kolommen, begin: int, eind: int) -> dict[str, Any]:
    feiten = {
        naam: waarden[begin:eind] if isinstance(waarden, np.ndarray) else waarden
        for naam, waarden in kolommen.velden.items()
    }
    leden = kolommen.leden[begin : eind + 1]
    first, last = int(leden[0]), int(leden[-1])
    feiten.update({naam: waarden[first:last] for naam, waarden in kolommen.medebewoners.items()})
    feiten["leden"] = Leden(kolommen.eigenaar[first:last] - begin, eind - begin)
    return feiten


def antwoorden(
    lezingen: Sequence[Lezing], schakelaars: Mapping[str, Any] | None = None, *, kort: bool = False
) -> list[dict[str, Any]]:
    """The answer of contract 2 for each document, worked out in columns; `kort` leaves the steps out."""
    result: dict[int, dict[str, Any]] = {}
    by_day: dict[int, list[int]] = {}
    for place, lezing in enumerate(lezingen):
        by_day.setdefault(lezing.peildatum, []).append(place)
    for day, places in by_day.items():
        on = date.fromordinal(day)
        dag = regelboek.dag(on, policy.op_datum(schakelaars, on))
        group = [lezingen[place] for place in places]
        columns = kolommen_van(group)
        values = _ask(functie_van(dag), _block(columns, 0, columns.aantal))
        for place, lezing, row in zip(places, group, _rows(values, columns, dag), strict=True):
            result[place] = antwoord(row, lezing.namen, dag, kort=kort)
    return [result[place] for place in range(len(lezingen))]


def _rows(values: Mapping[str, Any], columns: Kolommen, dag: regelboek.Dag) -> list[dict[str, Any]]:
    """The values of each household, out of the columns."""
    per_lid = {naam for naam, each in dag.regels.items() if each.per == "medebewoner"} | MEDEBEWONER.keys()
    lists: dict[str, Any] = {}
    for naam, waarde in values.items():
        if naam == "leden":
            continue
        if naam in per_lid:
            flat = waarde.tolist() if isinstance(waarde, np.ndarray) else [waarde] * int(columns.leden[-1])
            lists[naam] = [tuple(flat[a:b]) for a, b in pairwise(columns.leden.tolist())]
        elif isinstance(waarde, np.ndarray):
            lists[naam] = waarde.tolist()
    same = {**dag.vast, **{naam: waarde for naam, waarde in values.items() if naam not in lists}}
    return [{**same, **dict(zip(lists, row, strict=True))} for row in zip(*lists.values(), strict=True)]


@lru_cache(maxsize=1)
def _marks() -> tuple[str, ...]:
    from opstap.recht.regels.opmerkingen import OPMERKINGEN
    from opstap.recht.regels.vragen import VRAGEN

    return (*OPMERKINGEN, *VRAGEN)


def kolommen_van(lezingen: Sequence[Lezing]) -> Kolommen:
    """Columns of documents that were read. A column in which all are equal becomes one value."""
    velden: dict[str, Any] = {}
    for naam, veld in ALLE.items():
        waarden = [lezing.feiten[naam] for lezing in lezingen]
        first = waarden[0] if waarden else veld.begin
        same = first < SMAL_TOT and all(each == first for each in waarden)
        velden[naam] = first if same else smal(np.array(waarden, veld.dtype), veld.soort)
    leden = np.cumsum([0, *(len(lezing.leden) for lezing in lezingen)])
    medebewoners = {
        naam: np.array([lid[place] for lezing in lezingen for lid in lezing.leden], veld.dtype)
        for place, (naam, veld) in enumerate(MEDEBEWONER.items())
    }
    dagen = np.array([lezing.peildatum for lezing in lezingen], np.int32)
    return Kolommen(len(lezingen), dagen, velden, leden, medebewoners)
