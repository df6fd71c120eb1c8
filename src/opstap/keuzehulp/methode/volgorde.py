"""The order of the options. It can be printed and told word for word; nothing is ever added up to a score of a person.

1. Own reasons: answers that fit (the goal counts double, and so does what weighs most).
2. Class of the evidence. 3. Number of things to arrange first. 4. A fixed lot per conversation.
Then at most one of each category: four main steps, and a row of three that can go beside them. Help behind a gate of
the law, or that only comes at one's own wish, may stand there only with an own reason that opens it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from hashlib import sha256
from typing import Literal

from opstap.keuzehulp.methode.invoer import Antwoorden, Paar
from opstap.keuzehulp.methode.klasse import klassen
from opstap.keuzehulp.methode.model import Catalogus, EerstRegelen, Instrument

HOOFDSTAPPEN = 4
ERNAAST = 3
Plaats = Literal["opties", "ernaast", "meer", "niets_extra"]
Waarom = Literal[
    "gekozen", "zelfde_soort", "poort", "eigen_wens", "botst", "minder_redenen", "later_in_volgorde", "route", "altijd"
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Spoor:
    """Why one kind of help stands where it stands: all that the order looks at. From these the order is recomputed."""

    instrument: str
    rol: str
    categorie: str
    redenen: tuple[Paar, ...]
    """The answers that fit; what counts double stands in `dubbel`."""
    dubbel: frozenset[Paar]
    botst: tuple[Paar, ...]
    """Answers that speak against it: shown as arguments against, never subtracted."""
    is_open: bool
    """Whether it may stand there: no gate or wish needed, or an own reason opens it."""
    klasse: str
    eerst: tuple[str, ...]
    lot: str
    waarom: Waarom = "later_in_volgorde"
    plaats: Plaats = "meer"
    staat_al: str = ""
    """The option of the same category that already stands there."""

    @property
    def aantal_redenen(self) -> int:
        """How many own reasons count, double ones twice."""
        return sum(1 + (pair in self.dubbel) for pair in self.redenen)

    @property
    def key(self) -> tuple[int, str, int, str]:
        """What the order compares, first to last."""
        return (-self.aantal_redenen, self.klasse, len(self.eerst), self.lot)


@lru_cache(maxsize=4096)
def lot(zaak: str, instrument: str) -> str:
    """A fixed lot: the same for this conversation every time, spread evenly over conversations."""
    return sha256(f"{zaak}\x1f{instrument}".encode()).hexdigest()[:12]


def things_first(instrument: Instrument, given: frozenset[Paar]) -> tuple[EerstRegelen, ...]:
    """What must be arranged before this step, given the answers."""
    return tuple(
        thing
        for thing in instrument.eerst_regelen
        if not thing.als or any((code, answer) in given for code, answers in thing.als.items() for answer in answers)
    )


def sporen(antwoorden: Antwoorden, zaak: str, peildatum: date, catalogus: Catalogus) -> dict[str, Spoor]:
    """The trace of every kind of help, each with its place: the whole order in one call."""
    given = frozenset(antwoorden.gegeven)
    classes = klassen(catalogus, peildatum)
    found = {key: _spoor(instrument, antwoorden, given, classes[key], zaak)
             for key, instrument in catalogus.instrumenten.items()}  # fmt: skip
    placed: dict[str, Spoor] = {}
    for rol, plaats, count in (("hoofdstap", "opties", HOOFDSTAPPEN), ("ernaast", "ernaast", ERNAAST)):
        row = sorted((spoor for spoor in found.values() if spoor.rol == rol), key=lambda spoor: spoor.key)
        placed.update(place(row, plaats, count, catalogus.instrumenten))  # type: ignore[arg-type]
    for key, spoor in found.items():
        if spoor.rol == "altijd":
            placed[key] = _with(spoor, "altijd", "niets_extra")
        elif spoor.rol == "wettelijke-route":
            placed[key] = _with(spoor, "route", "meer")
    return placed


def place(row: Iterable[Spoor], plaats: Plaats, count: int, instrumenten: Mapping[str, Instrument]) -> dict[str, Spoor]:
    """Walk the sorted row once: the first `count` that may stand there, one of each category. Keeps the order."""
    taken: dict[str, str] = {}
    result: dict[str, Spoor] = {}
    lowest = 0
    for spoor in row:
        barred = _barred(spoor, instrumenten[spoor.instrument])
        if barred:
            result[spoor.instrument] = _with(spoor, barred, "meer")
        elif spoor.categorie in taken:
            result[spoor.instrument] = _with(spoor, "zelfde_soort", "meer", taken[spoor.categorie])
        elif len(taken) < count:
            taken[spoor.categorie] = spoor.instrument
            lowest = spoor.aantal_redenen
            result[spoor.instrument] = _with(spoor, "gekozen", plaats)
        else:
            fewer = spoor.aantal_redenen < lowest
            result[spoor.instrument] = _with(spoor, "minder_redenen" if fewer else "later_in_volgorde", "meer")
    return result


def _barred(spoor: Spoor, instrument: Instrument) -> Waarom | None:
    """Why this may not stand among the options now; None when it may."""
    if not spoor.is_open:
        return "poort" if instrument.poort else "eigen_wens"
    return "botst" if spoor.botst and not spoor.redenen else None


def _spoor(instrument: Instrument, antwoorden: Antwoorden, given: frozenset[Paar], klasse: str, zaak: str) -> Spoor:
    fits = tuple(pair for pair in antwoorden.gegeven if pair[1] in instrument.past_bij.get(pair[0], ()))
    things = [thing.code for thing in things_first(instrument, given)] + (["poort"] if instrument.poort else [])
    return Spoor(
        instrument=instrument.id,
        rol=instrument.rol,
        categorie=instrument.categorie,
        redenen=fits,
        dubbel=frozenset(pair for pair in fits if counts_double(pair, antwoorden)),
        botst=tuple(pair for pair in antwoorden.gegeven if pair[1] in instrument.botst_met.get(pair[0], ())),
        is_open=instrument.opens_for(code for code, _ in fits),
        klasse=klasse,
        eerst=tuple(things),
        lot=lot(zaak, instrument.id),
    )


def counts_double(pair: Paar, antwoorden: Antwoorden) -> bool:
    """The goal, and what the person said weighs most, count twice as an own reason."""
    return pair[0] == "doel" or (pair[0] == "belangrijk" and pair[1] in antwoorden.weegt)


def _with(spoor: Spoor, waarom: Waarom, plaats: Plaats, staat_al: str = "") -> Spoor:
    return replace(spoor, waarom=waarom, plaats=plaats, staat_al=staat_al)


def exposure(shown: Iterable[Iterable[str]], known: Iterable[str]) -> tuple[float, float]:
    """Gini of how often each kind of help was shown, and the largest share of the first place. Monitor figures."""
    rows = [list(row) for row in shown]
    counts = Counter(key for row in rows for key in row)
    firsts = Counter(row[0] for row in rows if row)
    values = sorted(counts.get(key, 0) for key in known)
    total = sum(values)
    if not total:
        return 0.0, 0.0
    weighted = sum(rank * value for rank, value in enumerate(values, 1))
    gini = 2 * weighted / (len(values) * total) - (len(values) + 1) / len(values)
    return gini, max(firsts.values()) / len(rows)
