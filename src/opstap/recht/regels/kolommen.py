"""Many households at once: the same rules on columns. Households are worked out in blocks that fit in the cache.

A column is a numpy array, or one value for all. Days are ordinals, money is int64 cents. The housemates of all
households stand behind each other in the columns of `medebewoners`; `leden` says where each household begins.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import Any

import numpy as np

from opstap.recht.regels import beleid as policy
from opstap.recht.regels import boek as regelboek
from opstap.recht.regels.invoer import Lezing
from opstap.recht.regels.reken import antwoord, functie_van
from opstap.recht.regels.velden import ALLE, MEDEBEWONER, PER_MENS

BLOK = 32_768
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


_ZONDER_PARTNER = {"heeft_partner": False, **{naam + "_p": veld.begin for naam, veld in PER_MENS.items()}}
"""A block without couples: what is the same for all is worked out once, so a table sorted by leefvorm goes faster."""


@dataclass
class Kolommen:
    """The facts of many households. `velden` holds every name of `velden.ALLE`; what is left out is not stated."""

    aantal: int
    peildatum: Any
    velden: dict[str, Any]
    leden: Any
    medebewoners: dict[str, Any] = field(default_factory=dict)

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


def reken_kolommen(
    kolommen: Kolommen, schakelaars: Mapping[str, Any] | None = None, houd: Sequence[str] | None = None
) -> dict[str, Any]:
    """Work out every household. `houd`: the values wanted; left out all of `UIT` and each remark and question.

    Gives a column per value; a remark or question that no rule of the day knows is left out where nobody has it.
    Raises InvoerFout for a wrong switch and VoorEersteBedragen for a day before 2018.
    """
    wanted = tuple(houd) if houd is not None else (*UIT, *_marks())
    uit: dict[str, Any] = {}
    if not isinstance(kolommen.peildatum, np.ndarray):
        _one_day(kolommen, int(kolommen.peildatum), schakelaars, wanted, uit, None)
        return uit
    order = np.argsort(kolommen.peildatum, kind="stable")
    days, starts = np.unique(kolommen.peildatum[order], return_index=True)
    for rows, day in zip(np.split(order, starts[1:]), days, strict=True):
        whole = len(days) == 1
        _one_day(
            kolommen if whole else kolommen.take(rows),
            int(day),
            schakelaars,
            wanted,
            uit,
            None if whole else rows,
            kolommen.aantal,
        )
    return uit


def _one_day(
    kolommen: Kolommen,
    day: int,
    schakelaars: Mapping[str, Any] | None,
    wanted: tuple[str, ...],
    uit: dict[str, Any],
    rows: Any,
    total: int | None = None,
) -> None:
    on = date.fromordinal(day)
    dag = regelboek.dag(on, policy.op_datum(schakelaars, on))
    function, names = _function(dag, wanted)
    aantal = kolommen.aantal
    for begin in range(0, aantal, BLOK):
        eind = min(begin + BLOK, aantal)
        result = function(_block(kolommen, begin, eind))
        place = slice(begin, eind) if rows is None else rows[begin:eind]
        for naam in names:
            if naam not in uit:
                uit[naam] = np.zeros(total or aantal, _dtype(naam))
            uit[naam][place] = result[naam]


@lru_cache(maxsize=256)
def _dtype(naam: str) -> Any:
    """As narrow as the values of a rule can be: what comes out is written to memory once for every household."""
    soort = regelboek.soorten()[naam]
    if not isinstance(soort, str):
        return np.int8
    return {"geld": np.int64, "ja_nee": np.bool_, "datum": np.int32}.get(soort, np.int32)


@lru_cache(maxsize=256)
def _function(dag: regelboek.Dag, wanted: tuple[str, ...]) -> tuple[Any, tuple[str, ...]]:
    names = tuple(naam for naam in wanted if naam in dag.regels or naam in dag.vast)
    return dag.functie(names, names), names


def _block(kolommen: Kolommen, begin: int, eind: int) -> dict[str, Any]:
    feiten = {
        naam: waarden[begin:eind] if isinstance(waarden, np.ndarray) else waarden
        for naam, waarden in kolommen.velden.items()
    }
    partner = feiten["heeft_partner"]
    if isinstance(partner, np.ndarray) and not partner.any():
        feiten.update(_ZONDER_PARTNER)
    leden = kolommen.leden[begin : eind + 1]
    first, last = int(leden[0]), int(leden[-1])
    feiten.update({naam: waarden[first:last] for naam, waarden in kolommen.medebewoners.items()})
    feiten["leden"] = leden - first
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
        values = functie_van(dag)(_block(columns, 0, columns.aantal))
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
        velden[naam] = first if all(each == first for each in waarden) else np.array(waarden, veld.dtype)
    leden = np.cumsum([0, *(len(lezing.leden) for lezing in lezingen)])
    medebewoners = {
        naam: np.array([lid[place] for lezing in lezingen for lid in lezing.leden], veld.dtype)
        for place, (naam, veld) in enumerate(MEDEBEWONER.items())
    }
    dagen = np.array([lezing.peildatum for lezing in lezingen], np.int32)
    return Kolommen(len(lezingen), dagen, velden, leden, medebewoners)
