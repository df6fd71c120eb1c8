"""The shapes of the clock: what happened (Gebeurtenis), who asks (Persoon), what follows (Termijn, Klok)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

GEMEENTE, INWONER, ANDER, NIEMAND = "gemeente", "inwoner", "ander", "niemand"
LOOPT, GEDAAN, VERSTREKEN, VERVALLEN, VAST, INFORMATIE, ONBEKEND = (
    "loopt",
    "gedaan",
    "verstreken",
    "vervallen",
    "vast",
    "informatie",
    "onbekend",
)


@dataclass(frozen=True, slots=True)
class Gebeurtenis:
    """One thing that happened, on a day. Which of the other fields belong to it depends on `soort` (see `invoer`)."""

    soort: str
    datum: date
    uiterlijk: date | None = None
    tot: date | None = None
    dagen: int | None = None
    bekendgemaakt: date | None = None
    uitkomst: str | None = None
    commissie: bool = False
    tijd: str | None = None
    reden: str | None = None

    @property
    def bekend(self) -> date:
        """The day on which a decision was made known; the day itself when no other day was given."""
        return self.bekendgemaakt or self.datum


@dataclass(frozen=True, slots=True)
class Persoon:
    """A person of the household, as far as the clock needs to know (contract 2)."""

    rol: str
    geboortedatum: date | None = None
    medisch_urenbeperkt: bool | None = None
    doelgroep_loonkostensubsidie: bool | None = None
    praktijkonderwijs_tot: date | None = None


@dataclass(frozen=True, slots=True)
class Opschorting:
    """Days in which the decision term stands still: from `van` up to but not including `tot`."""

    soort: str
    van: date
    tot: date
    artikel: str
    reden: str
    loopt_nog: bool = False

    @property
    def dagen(self) -> int:
        return max(0, (self.tot - self.van).days)

    def as_dict(self) -> dict[str, Any]:
        return {
            "soort": self.soort,
            "van": self.van.isoformat(),
            "tot": self.tot.isoformat(),
            "dagen": self.dagen,
            "artikel": self.artikel,
            "reden": self.reden,
            "loopt_nog": self.loopt_nog,
        }


@dataclass(frozen=True, slots=True)
class Termijn:
    """One term. `uiterlijk` is the last day (None: no date can be given). `berekend` is the day before weekends and
    outages moved it; `opgeschort_dagen` the days it stood still."""

    id: str
    naam: str
    artikel: str
    aan_zet: str
    tekst: str
    uiterlijk: date | None = None
    berekend: date | None = None
    opgeschort_dagen: int = 0
    verstreken: bool = False
    staat: str = LOOPT
    gedaan_op: date | None = None
    opschortingen: tuple[Opschorting, ...] = ()
    storing_dagen: int = 0
    bron: str = ""
    extra: dict[str, Any] = field(default_factory=dict)

    def as_dict(self) -> dict[str, Any]:
        """The shape of contract 3, with our extra keys after it."""
        shape: dict[str, Any] = {
            "id": self.id,
            "uiterlijk": _iso(self.uiterlijk),
            "artikel": self.artikel,
            "aan_zet": self.aan_zet,
            "opgeschort_dagen": self.opgeschort_dagen,
            "verstreken": self.verstreken,
            "tekst": self.tekst,
            "naam": self.naam,
            "staat": self.staat,
            "gedaan_op": _iso(self.gedaan_op),
            "bron": self.bron,
        }
        if self.berekend is not None and self.berekend != self.uiterlijk:
            shape["zonder_verschuiving"] = self.berekend.isoformat()
        if self.storing_dagen:
            shape["storing_dagen"] = self.storing_dagen
        if self.opschortingen:
            shape["opschortingen"] = [opschorting.as_dict() for opschorting in self.opschortingen]
        return shape | self.extra


@dataclass(frozen=True, slots=True)
class Klok:
    """All terms of one application on one day, and whose turn it is."""

    peildatum: date
    termijnen: tuple[Termijn, ...]
    wie_is_aan_zet: str
    waarom: str
    nog_niet: tuple[Termijn, ...] = ()
    ontbreekt: tuple[dict[str, str], ...] = ()
    let_op: tuple[dict[str, str], ...] = ()
    taal: str = "nl"

    def __iter__(self) -> Iterator[Termijn]:
        return iter(self.termijnen)

    def get(self, id: str) -> Termijn | None:  # noqa: A002  the word of the contract
        """The term with this id, or None when it does not run in this case."""
        return next((termijn for termijn in self.termijnen if termijn.id == id), None)

    def __getitem__(self, id: str) -> Termijn:  # noqa: A002
        found = self.get(id)
        if found is None:
            raise KeyError(id)
        return found

    def as_dict(self) -> dict[str, Any]:
        return {
            "termijnen": [termijn.as_dict() for termijn in self.termijnen],
            "wie_is_aan_zet": self.wie_is_aan_zet,
            "waarom": self.waarom,
            "nog_niet": [termijn.as_dict() for termijn in self.nog_niet],
            "ontbreekt": list(self.ontbreekt),
            "let_op": list(self.let_op),
            "peildatum": self.peildatum.isoformat(),
        }


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
