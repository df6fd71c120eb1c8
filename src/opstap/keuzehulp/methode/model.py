"""What the keuzehulp knows: questions, kinds of help, studies, craft knowledge. Frozen, as read from `inhoud/`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Rol = Literal["hoofdstap", "ernaast", "wettelijke-route", "altijd"]
Strekking = Literal["voor", "tegen", "gemengd", "tegen_voor_groep", "geen"]
Kant = Literal["voor", "tegen"]
Soort = Literal["open", "praktisch"]

ROLLEN: tuple[str, ...] = ("hoofdstap", "ernaast", "wettelijke-route", "altijd")
STREKKINGEN: tuple[str, ...] = ("voor", "tegen", "gemengd", "tegen_voor_groep", "geen")
RIJEN: tuple[str, ...] = (
    "wat_is_het",
    "dagen",
    "uren",
    "duur",
    "plaats",
    "samen_of_alleen",
    "geld",
    "reizen",
    "wachttijd",
    "wat_vraagt_het",
)
"""The rows every option shows, in this order (IPDAS: described as fully as every other)."""


@dataclass(frozen=True, slots=True)
class Herkomst:
    """Who keeps a piece of content, when it was last changed and before which day it must be looked at again."""

    eigenaar: str
    bijgewerkt_op: date
    herzien_voor: date

    def is_outdated(self, on: date) -> bool:
        """Whether the review day has passed on this day."""
        return self.herzien_voor < on


@dataclass(frozen=True, slots=True)
class Vraag:
    """One question to the person. `praktisch` answers only ever add something to arrange first or a reason for."""

    code: str
    vraag: str
    soort: Soort
    bron: str
    meer_antwoorden: bool
    antwoorden: Mapping[str, str]
    """Each answer, with the same answer as part of a sentence: "U zei: …"."""
    woorden: Mapping[str, str] = field(default_factory=dict)
    """Each answer as it is read in another language; in Dutch the answer is its own words."""

    def in_words(self, antwoord: str) -> str:
        """An answer as the person reads it on the sheet."""
        return self.woorden.get(antwoord, antwoord)


@dataclass(frozen=True, slots=True)
class VanDeHonderd:
    """How many of 100 people reached the outcome, with and without; only where both rates were read in the source."""

    groep_met: str
    groep_zonder: str
    met: int
    zonder: int
    uitkomst: str
    termijn: str
    marge: str
    """The range in words, or that the source does not give it."""


@dataclass(frozen=True, slots=True)
class Studie:
    """One study. `nagekeken` means: claim and figure were read in the public source named in `gelezen_in`."""

    id: str
    herkomst: Herkomst
    titel: str
    bron_kort: str
    """Authors and year, as it stands behind an argument: SBU 2022."""
    vindplaats: str
    jaar: int
    opzet: str
    soort: Literal["hulp", "beslishulp"]
    mensen: str
    land: str
    uitkomst: str
    termijn: str
    richting: str
    kort: str
    gewone_woorden: str
    beter_voor: tuple[str, ...]
    minder_voor: tuple[str, ...]
    zekerheid: Literal["hoog", "matig", "laag", "zeer laag"]
    zekerheid_omdat: str
    directheid: Literal["hoog", "middel", "laag"]
    betaald_door: str
    nagekeken: bool
    gelezen_in: str
    niet_nagekeken: str
    van_de_100: VanDeHonderd | None
    cijfer: str | None
    """The figure as the source gives it, for the page of the study only: a relative risk alone never stands with an
    option. Always None when `nagekeken` is false."""


@dataclass(frozen=True, slots=True)
class Koppeling:
    """What one study means for one kind of help: set by named editors, apart from the direction of the study."""

    studie: str
    strekking: Strekking
    voor: str | None
    tegen: str | None


@dataclass(frozen=True, slots=True)
class Poort:
    """A gate in the law: this help needs an inquiry or a decision first. Never a reason to hide it silently."""

    wettelijk: str
    artikel: str
    nagekeken: bool
    waar: str
    eigen_reden_naast_doel: bool
    reden_telt_niet: tuple[str, ...]
    eerst_nagaan: str


@dataclass(frozen=True, slots=True)
class EerstRegelen:
    """Something to arrange before a step; `als` empty means always, else only after one of these answers."""

    code: str
    tekst: str
    als: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Vakkennis:
    """What a team learned about a kind of help: signed, dated, may be contradicted."""

    id: str
    instrument: str
    kant: Kant
    tekst: str
    team: str
    herkomst: Herkomst


@dataclass(frozen=True, slots=True)
class Instrument:
    """A kind of help towards work; a municipality ties its own supply to it."""

    id: str
    herkomst: Herkomst
    naam: str
    rol: Rol
    categorie: str
    bron: str
    fasen: tuple[str, ...]
    wie_levert: str
    rijen: Mapping[str, str]
    past_bij: Mapping[str, tuple[str, ...]]
    botst_met: Mapping[str, tuple[str, ...]]
    alleen_op_eigen_wens: tuple[str, ...]
    """The questions by which a person asks for this help; empty: it may also be proposed without being asked."""
    voorwaarden: tuple[str, ...]
    liever_niet: tuple[str, ...]
    eerst_regelen: tuple[EerstRegelen, ...]
    poort: Poort | None
    koppelingen: tuple[Koppeling, ...]

    def opens_for(self, questions: Iterable[str]) -> bool:
        """Whether it may stand among the options, given the questions whose answers fit.

        Behind a gate of the law: only with an own reason besides the goal. Care, debts, language and the like: only
        when the person said so. All other help is open to everyone.
        """
        given = set(questions)
        if self.alleen_op_eigen_wens and not given.intersection(self.alleen_op_eigen_wens):
            return False
        if self.poort is None:
            return True
        return bool(given.difference(self.poort.reden_telt_niet if self.poort.eigen_reden_naast_doel else ()))


@dataclass(frozen=True, slots=True)
class Tegenspraak:
    """Answers that are hard to have together: shown and asked, never settled by the program."""

    antwoorden: tuple[tuple[str, str], ...]
    vraag: str


@dataclass(frozen=True, slots=True)
class NietGebruiken:
    """Something the keuzehulp never takes in, with the words by which it would be named and the reason."""

    woorden: tuple[str, ...]
    tekst: str


@dataclass(frozen=True, slots=True)
class Fase:
    """A stretch of the way to work, in plain words."""

    code: str
    naam: str
    uitleg: str


@dataclass(frozen=True, slots=True, eq=False)
class Catalogus:
    """Everything the method reads. Compared and hashed by identity."""

    vragen: Mapping[str, Vraag]
    fasen: Mapping[str, Fase]
    niet_gebruiken: tuple[NietGebruiken, ...]
    tegenspraak: tuple[Tegenspraak, ...]
    instrumenten: Mapping[str, Instrument]
    studies: Mapping[str, Studie]
    vakkennis: Mapping[str, tuple[Vakkennis, ...]]
    zinnen: Mapping[str, str]
    taal: str = "nl"
