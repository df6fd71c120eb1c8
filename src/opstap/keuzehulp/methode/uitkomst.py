"""What the method hands back, typed. `as_json()` gives the shape of contract 4; it holds no number about a person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from opstap.keuzehulp.methode.spoor import Spoor

Soort = Literal["uw_woorden", "onderzoek", "vakkennis", "hier_gemeten"]


@dataclass(frozen=True, slots=True)
class Argument:
    """One reason for or against, with where it comes from. `zekerheid` only for research and local results."""

    soort: Soort
    tekst: str
    bron: str
    bron_tekst: str
    """The source in words: a study, a team with its date, or the question."""
    zekerheid: str | None = None
    zekerheid_tekst: str = ""
    bijgewerkt_op: date | None = None

    def as_json(self) -> dict[str, Any]:
        return {
            "soort": self.soort,
            "tekst": self.tekst,
            "bron": self.bron,
            "zekerheid": self.zekerheid,
            "bron_tekst": self.bron_tekst,
            "zekerheid_tekst": self.zekerheid_tekst,
        }


@dataclass(frozen=True, slots=True)
class Optie:
    """One column: the same rows as every other, arguments for and against, and why it stands here."""

    instrument: str
    naam: str
    categorie: str
    rijen: Mapping[str, str]
    voor: tuple[Argument, ...]
    tegen: tuple[Argument, ...]
    eerst_regelen: tuple[str, ...]
    zekerheid: str
    zekerheid_tekst: str
    waarom_hier: str
    voorwaarden: tuple[str, ...]
    liever_niet: tuple[str, ...]
    wie_levert: str
    aantal_redenen: int
    """How many answers fit (the number shown with the option, in words, never on its own)."""
    aanbod: tuple[str, ...]
    waarschuwingen: tuple[str, ...]
    bijgewerkt_op: date
    spoor: Spoor

    def as_json(self) -> dict[str, Any]:
        return {
            "instrument": self.instrument,
            "naam": self.naam,
            "voor": [argument.as_json() for argument in self.voor],
            "tegen": [argument.as_json() for argument in self.tegen],
            "eerst_regelen": list(self.eerst_regelen),
            "zekerheid": self.zekerheid,
            "zekerheid_tekst": self.zekerheid_tekst,
            "waarom_hier": self.waarom_hier,
            "rijen": dict(self.rijen),
            "voorwaarden": list(self.voorwaarden),
            "liever_niet": list(self.liever_niet),
            "wie_levert": self.wie_levert,
            "aanbod": list(self.aanbod),
            "waarschuwingen": list(self.waarschuwingen),
            "bijgewerkt_op": self.bijgewerkt_op.isoformat(),
        }


@dataclass(frozen=True, slots=True)
class Meer:
    """A kind of help that does not stand among the first, and the reason why."""

    instrument: str
    naam: str
    reden: str
    waarom: str

    def as_json(self) -> dict[str, str]:
        return {"instrument": self.instrument, "naam": self.naam, "reden": self.reden}


@dataclass(frozen=True, slots=True)
class Verandering:
    """What would change without one answer."""

    vraag: str
    antwoord: str
    zin: str
    """The answer as part of a sentence."""
    anders_dan: str
    erbij: tuple[str, ...]
    eraf: tuple[str, ...]
    verandert: bool
    """Whether anything would change, an order among them too."""

    def as_json(self) -> dict[str, Any]:
        return {
            "vraag": self.vraag,
            "antwoord": self.antwoord,
            "zin": self.zin,
            "anders_dan": self.anders_dan,
            "erbij": list(self.erbij),
            "eraf": list(self.eraf),
        }


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """The options for one conversation. The order says nothing about what is best; nothing is chosen beforehand."""

    opties: tuple[Optie, ...]
    ernaast: tuple[Optie, ...]
    meer: tuple[Meer, ...]
    niets_extra: Optie
    wat_verandert_dit: tuple[Verandering, ...]
    vragen: tuple[str, ...]
    """Answers that are hard to have together, asked back."""
    uitleg: str
    """How these options came here, in words; says so when everything was left open."""
    waarschuwingen: tuple[str, ...]
    bijgewerkt_op: date
    spoor: Mapping[str, Spoor]
    naast: tuple[Optie, ...] = ()
    """Columns that people asked to see beside the others; on the screen only."""

    def as_json(self) -> dict[str, Any]:
        return {
            "opties": [optie.as_json() for optie in self.opties],
            "ernaast": [optie.as_json() for optie in self.ernaast],
            "meer": [row.as_json() for row in self.meer],
            "niets_extra": self.niets_extra.as_json(),
            "wat_verandert_dit": [row.as_json() for row in self.wat_verandert_dit],
            "vragen": list(self.vragen),
            "uitleg": self.uitleg,
            "waarschuwingen": list(self.waarschuwingen),
            "bijgewerkt_op": self.bijgewerkt_op.isoformat(),
            "spoor": [spoor_as_json(spoor) for spoor in self.spoor.values()],
        }


def spoor_as_json(spoor: Spoor) -> dict[str, Any]:
    """The trace of one kind of help: enough to work out the order again, without a number."""
    return {
        "instrument": spoor.instrument,
        "rol": spoor.rol,
        "plaats": spoor.plaats,
        "categorie": spoor.categorie,
        "redenen": [{"vraag": pair[0], "antwoord": pair[1], "telt": _counts(spoor, pair)} for pair in spoor.redenen],
        "mag_hier_staan": spoor.mag_hier_staan,
        "achter_poort": spoor.achter_poort,
        "botst": [{"vraag": pair[0], "antwoord": pair[1]} for pair in spoor.botst],
        "zekerheid": spoor.klasse,
        "eerst_regelen": list(spoor.eerst),
        "lot": spoor.lot,
        "waarom": spoor.waarom,
    }


def _counts(spoor: Spoor, pair: tuple[str, str]) -> str:
    return "dubbel" if pair in spoor.dubbel else "gewoon"
