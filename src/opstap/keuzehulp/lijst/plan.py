"""What reading a list in would change: worked out the same way for the preview and for the change itself."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from opstap.kern import clock
from opstap.kern.models import Gemeente
from opstap.keuzehulp.lijst.bestand import Lijst
from opstap.keuzehulp.lijst.kolommen import KOLOMMEN, Fout, as_text, check, read_cells
from opstap.keuzehulp.lijst.koppelen import Koppelwijze, missing, translate
from opstap.keuzehulp.methode.laden import catalogus
from opstap.keuzehulp.models import Aanbod

Sleutel = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Rijfout:
    """What is wrong in one line of the file."""

    regel: int
    fout: Fout


@dataclass(frozen=True, slots=True)
class Anders:
    """A row that is there and would change: per column what it was and what it becomes, as in the list."""

    rij: Aanbod
    regel: int
    waarden: Mapping[str, Any]
    verschil: Mapping[str, tuple[str, str]]


@dataclass(slots=True)
class Voorgenomen:
    """All that would happen. `vingerafdruk` tells whether it is still what somebody looked at."""

    nieuw: list[tuple[int, dict[str, Any]]] = field(default_factory=list)
    anders: list[Anders] = field(default_factory=list)
    gelijk: int = 0
    fouten: list[Rijfout] = field(default_factory=list)
    onbekende_hulp: list[str] = field(default_factory=list)
    ontbreekt: list[str] = field(default_factory=list)
    niet_genoemd: int = 0

    @property
    def kan(self) -> bool:
        """Whether there is something to do and nothing is wrong."""
        return not self.fouten and not self.ontbreekt and bool(self.nieuw or self.anders)

    @property
    def vingerafdruk(self) -> str:
        said = [[list(map(str, values.values())) for _, values in self.nieuw],
                [[str(one.rij.pk), sorted(one.verschil.items())] for one in self.anders]]  # fmt: skip
        return hashlib.sha256(json.dumps(said).encode()).hexdigest()


def help_names() -> dict[str, str]:
    """The names by which a list may call a kind of help: its code and its name, in small letters."""
    known = catalogus().instrumenten
    return {row.naam.casefold(): key for key, row in known.items()} | {key.casefold(): key for key in known}


def make_plan(gemeente: Gemeente, lijst: Lijst, wijze: Koppelwijze) -> Voorgenomen:
    """What this list would change in the supply of this municipality. Nothing is written."""
    plan = Voorgenomen(ontbreekt=missing(wijze))
    if plan.ontbreekt:
        return plan
    names = help_names() | dict(wijze.hulp)
    there = {_key(row): row for row in Aanbod.objects.filter(gemeente=gemeente)}
    seen: dict[Sleutel, int] = {}
    unknown: dict[str, None] = {}
    plan.fouten = [
        Rijfout(line, Fout("", "aantal_cellen", {"aantal": count, "kolommen": len(lijst.kop)}))
        for line, count in lijst.scheef
    ]
    for line, theirs in lijst.rijen:
        values, faults = read_cells(translate(theirs, wijze), names)
        unknown |= {str(fault.waarden["wat"]): None for fault in faults if fault.sleutel == "onbekende_hulp"}
        if not faults:
            faults = list(_place(plan, line, values, there, seen))
        plan.fouten += [Rijfout(line, fault) for fault in faults]
    plan.fouten.sort(key=lambda one: one.regel)
    plan.onbekende_hulp = list(unknown)
    plan.niet_genoemd = len(there.keys() - seen.keys())
    return plan


def _place(
    plan: Voorgenomen, line: int, values: dict[str, Any], there: Mapping[Sleutel, Aanbod], seen: dict[Sleutel, int]
) -> Iterator[Fout]:
    key: Sleutel = (values["instrument"], values["naam"], values["aanbieder"])
    if key in seen:
        yield Fout("naam", "dubbel", {"regel": seen[key]})
        return
    seen[key] = line
    row = there.get(key)
    changed = difference(row, values) if row else {}
    faults = list(check(values, clock.today(), known=row is not None and not changed))
    if faults:
        yield from faults
    elif row is None:
        plan.nieuw.append((line, values))
    elif changed:
        plan.anders.append(Anders(row, line, values, changed))
    else:
        plan.gelijk += 1


def difference(row: Aanbod, values: Mapping[str, Any]) -> dict[str, tuple[str, str]]:
    """Per column that would change: what it is now and what it becomes."""
    pairs = {
        kolom.naam: (as_text(kolom, getattr(row, kolom.naam)), as_text(kolom, values[kolom.naam]))
        for kolom in KOLOMMEN
        if kolom.naam in values
    }
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


def _key(row: Aanbod) -> Sleutel:
    return (row.instrument, row.naam, row.aanbieder)
