"""What a piece of content would change: the option lists of a fixed set of example profiles, before and after."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from opstap.kern.commands import InvoerFout
from opstap.kern.content import INHOUD, InhoudFout, Rij, load, require
from opstap.keuzehulp.methode.invoer import read_antwoorden
from opstap.keuzehulp.methode.klasse import klassen
from opstap.keuzehulp.methode.laden import catalogus
from opstap.keuzehulp.methode.model import Catalogus
from opstap.keuzehulp.methode.opties import opties
from opstap.keuzehulp.methode.uitkomst import Uitkomst

BESTAND = INHOUD / "keuzehulp" / "voorbeelden.yaml"


@dataclass(frozen=True, slots=True)
class Voorbeeld:
    """A made-up conversation: never a person of the municipality."""

    naam: str
    antwoorden: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Verschuiving:
    """What changes for one example: help that comes, help that goes, whether the order changes, and new arguments."""

    naam: str
    erbij: tuple[str, ...]
    eraf: tuple[str, ...]
    andere_volgorde: bool
    argumenten: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Voorproef:
    """Per kind of help the class before and after, where it differs; and the examples that change."""

    klassen: Mapping[str, tuple[str, str]]
    anders: tuple[Verschuiving, ...]
    gelijk: tuple[str, ...]


@cache
def examples() -> tuple[Voorbeeld, ...]:
    """The fixed set, checked. Raises InhoudFout."""
    document = load(BESTAND)
    require(BESTAND, document, {"eigenaar": str, "bijgewerkt_op": date, "herzien_voor": date, "voorbeelden": list})
    for row in document["voorbeelden"]:
        require(BESTAND, row, {"naam": str, "antwoorden": Rij})
        try:
            read_antwoorden(dict(row["antwoorden"]), None, catalogus())
        except InvoerFout as fault:
            raise InhoudFout(BESTAND, row.line, str(fault)) from None
    return tuple(Voorbeeld(row["naam"], dict(row["antwoorden"])) for row in document["voorbeelden"])


def preview(before: Catalogus, after: Catalogus, on: date) -> Voorproef:
    """What would change on this day, over all examples."""
    one, two = klassen(before, on), klassen(after, on)
    moved = {key: (one[key], two[key]) for key in two if one.get(key) != two[key]}
    rows = [(example, *_both(example, before, after, on)) for example in examples()]
    shifts = [_shift(example, first, second, after) for example, first, second in rows]
    changed = [row for row in shifts if row.erbij or row.eraf or row.andere_volgorde or row.argumenten]
    same = tuple(row.naam for row in shifts if row not in changed)
    return Voorproef(moved, tuple(changed), same)


def _both(example: Voorbeeld, before: Catalogus, after: Catalogus, on: date) -> tuple[Uitkomst, Uitkomst]:
    first, second = (opties(example.antwoorden, example.naam, on, catalogus=one) for one in (before, after))
    return first, second


def _shift(example: Voorbeeld, first: Uitkomst, second: Uitkomst, after: Catalogus) -> Verschuiving:
    was, becomes = _shown(first), _shown(second)
    names = after.instrumenten
    return Verschuiving(
        example.naam,
        tuple(names[key].naam for key in becomes if key not in was),
        tuple(names[key].naam for key in was if key not in becomes),
        was != becomes and sorted(was) == sorted(becomes),
        _new_arguments(first, second),
    )


def _shown(made: Uitkomst) -> Sequence[str]:
    return [optie.instrument for optie in (*made.opties, *made.ernaast)]


def _new_arguments(first: Uitkomst, second: Uitkomst) -> tuple[str, ...]:
    was = {(optie.instrument, one.tekst) for optie in _columns(first) for one in (*optie.voor, *optie.tegen)}
    shown = set(_shown(first))
    return tuple(
        f"{optie.naam}: {one.tekst}"
        for optie in _columns(second)
        for one in (*optie.voor, *optie.tegen)
        if optie.instrument in shown and one.soort != "uw_woorden" and (optie.instrument, one.tekst) not in was
    )


def _columns(made: Uitkomst) -> Sequence[Any]:
    return (*made.opties, *made.ernaast)
