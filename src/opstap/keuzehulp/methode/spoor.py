"""The trace of one kind of help: all that the order looks at, and where it came to stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from typing import Literal

from opstap.keuzehulp.methode.invoer import Antwoorden, Paar

Plaats = Literal["opties", "ernaast", "meer", "niets_extra"]
Waarom = Literal[
    "gekozen", "zelfde_soort", "poort", "poort_doel", "eigen_wens", "botst", "minder_redenen", "minder_dubbel",
    "gelijk_botst", "gelijk_poort", "gelijk_klasse", "gelijk_eerst", "gelijk_lot", "route", "altijd",
]  # fmt: skip
"""Each has its sentence in `zinnen.yaml` (`meer_…`); `minder_dubbel`: fewer only because some answers count twice;
`gelijk_…`: as many as the last one that stands there, and the first thing after that in which they differ."""
Sleutel = tuple[int, bool, str, int, str]


@dataclass(frozen=True, slots=True)
class Spoor:
    """Why one kind of help stands where it stands. From these traces alone the order is worked out again."""

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
    achter_poort: bool
    klasse: str
    eerst: tuple[str, ...]
    """Codes of what must be arranged first; `poort` for the gate of the law."""
    lot: str
    plaats: Plaats
    waarom: Waarom
    anders: str = ""
    """The option it is compared with: of the same category, or the last of its row at equal reasons."""

    @property
    def aantal_redenen(self) -> int:
        """How many own reasons count, double ones twice."""
        return len(self.redenen) + len(self.dubbel)

    @property
    def mag_hier_staan(self) -> bool:
        """Whether it may stand in its row at all. What only clashes may not: an answer must point to it first."""
        if self.rol in ("altijd", "wettelijke-route"):  # in no row: always shown, or only named
            return self.rol == "altijd"
        return self.is_open and (bool(self.redenen) or not self.botst)

    @property
    def key(self) -> Sleutel:
        """What the order compares, first to last."""
        reserve = self.achter_poort or bool(self.botst)
        return (-self.aantal_redenen, reserve, self.klasse, len(self.eerst), self.lot)


def doubles(pairs: Iterable[Paar], antwoorden: Antwoorden) -> frozenset[Paar]:
    """The goal, and what the person said weighs most, count twice as an own reason."""
    heavy = antwoorden.weegt
    return frozenset(pair for pair in pairs if pair[0] == "doel" or (pair[0] == "belangrijk" and pair[1] in heavy))


@lru_cache(maxsize=8192)
def lot(zaak: str, instrument: str) -> str:
    """A fixed lot: the same for this conversation every time, spread evenly over conversations.

    Any text draws one, half a character (a lone surrogate in the JSON) too: it says nothing about the person.
    """
    return sha256(f"{zaak}\x1f{instrument}".encode("utf-8", "surrogatepass")).hexdigest()[:12]
