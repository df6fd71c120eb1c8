"""The shapes that travel through the reader. Everything is a proposal: a person confirms it.

A `vak` is (x0, y0, x1, y1) in fractions of the ORIGINAL page or photo, upright as displayed, origin top left.
Amounts are `Geld`; certainties are numbers between 0 and 1 about a READING, never about a person.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from opstap.kern.geld import Geld

Vak = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Woord:
    """One word as read, with its place and how sure the reader is of it."""

    tekst: str
    vak: Vak
    zekerheid: float
    regel: int


@dataclass(slots=True)
class Bladzijde:
    """One page of one file. `bron`: tekstlaag, tesseract, rapidocr or tekst. `inkt_zonder_woorden`: ink not read."""

    nummer: int
    woorden: list[Woord]
    bron: str
    breedte: float = 0.0
    hoogte: float = 0.0
    scherpte: float = 1.0
    inkt_zonder_woorden: bool = False
    problemen: list[str] = field(default_factory=list)
    tweede: list[Woord] = field(default_factory=list)
    """The same page as the second reader saw it; empty when one reader was enough."""
    recht: list[Vak] = field(default_factory=list)
    recht_tweede: list[Vak] = field(default_factory=list)
    """For photos: the boxes of `woorden` and `tweede` on the straightened page (its width is 1, its height 1.414 for A4
    counts as 1), so that columns can be seen; empty when the page was straight."""
    nader: dict[str, list[str]] = field(default_factory=dict)
    """Field → what both readers saw when they looked closer at the spot where their values differed."""
    wil_tweede: bool = False
    """The first reading leaves a doubt and the second has not looked yet (a pile is sorted first)."""
    plek: int = 0
    kwart: int = 0
    """Which paper of the picture this is, and how many quarter turns clockwise put it upright."""

    @property
    def uit_beeld(self) -> bool:
        """Whether the words were read from a picture, and may be misread; else they are the file's own."""
        return self.bron in ("tesseract", "rapidocr")

    @property
    def tekst(self) -> str:
        """The words in reading order, one line of the page per line."""
        lines: dict[int, list[str]] = {}
        for woord in self.woorden:
            lines.setdefault(woord.regel, []).append(woord.tekst)
        return "\n".join(" ".join(words) for words in lines.values())


@dataclass(frozen=True, slots=True)
class Veld:
    """A value read from a paper: text in the contract's notation (ISO date, "1280.31", plain text)."""

    waarde: str
    bladzijde: int | None
    vak: Vak | None
    zekerheid: float

    def as_json(self) -> dict[str, Any]:
        vak = None if self.vak is None else [round(side, 4) for side in self.vak]
        return {"waarde": self.waarde, "bladzijde": self.bladzijde, "vak": vak, "zekerheid": round(self.zekerheid, 2)}


@dataclass(frozen=True, slots=True)
class Transactie:
    """One booking. A debit (`bedrag` below zero) carries its date and amount and nothing else, ever."""

    datum: date
    bedrag: Geld
    soort: str | None = None
    tegenpartij: str | None = None
    bladzijde: int | None = None
    vak: Vak | None = None

    def __post_init__(self) -> None:
        if self.bedrag.cents < 0 and (self.soort is not None or self.tegenpartij is not None):
            raise ValueError("a debit carries its date and amount only")

    def as_json(self) -> dict[str, Any]:
        row: dict[str, Any] = {"datum": self.datum.isoformat(), "bedrag": str(self.bedrag)}
        if self.bedrag.cents >= 0:
            vak = None if self.vak is None else [round(side, 4) for side in self.vak]
            row |= {"soort": self.soort, "tegenpartij": self.tegenpartij, "bladzijde": self.bladzijde, "vak": vak}
        return row


@dataclass(frozen=True, slots=True)
class Vraag:
    """Something the reader does not decide: two readings differ, or a sum does not add up."""

    veld: str
    reden: str
    waarden: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        return {"veld": self.veld, "reden": self.reden, "waarden": list(self.waarden)}


@dataclass(frozen=True, slots=True)
class Sporen:
    """What the pile logic compares and nobody sees: numbers made from the words, never the words themselves.

    `stukjes`: hashes of runs of words. `blad`: (n, m) of "bladzijde n van m". `tegenrekeningen`: place of a credit in
    `transacties` → hash of the account it came from, so that money moved between own accounts is seen across files.
    `sha256` is of the whole file, `plaats` counts the papers in it. `beeld`: read from a picture, not from text.
    """

    stukjes: frozenset[int] = frozenset()
    blad: tuple[int, int] | None = None
    tegenrekeningen: tuple[tuple[int, str], ...] = ()
    sha256: str = ""
    plaats: int = 0
    beeld: bool = False


@dataclass(slots=True)
class Document:
    """One paper as found in one or more files.

    Not in the JSON: `leesbaar` (False: the words could not be read well enough to count on), `afgeleid` (the period
    was derived from the bookings, not printed on the paper) and `sporen`.
    """

    bestand: str
    bladzijden: list[int]
    soort: str = "onbekend"
    zekerheid: float = 0.0
    datum: date | None = None
    periode: tuple[date, date] | None = None
    velden: dict[str, Veld] = field(default_factory=dict)
    transacties: list[Transactie] = field(default_factory=list)
    dubbel_van: str | None = None
    vragen: list[Vraag] = field(default_factory=list)
    problemen: list[str] = field(default_factory=list)
    bestanden: list[str] = field(default_factory=list)
    afdekken: list[tuple[int, Vak]] = field(default_factory=list)
    """(page, box) of words that are nobody's business: places only, never the words. Burned black."""
    rekening: str | None = None
    """The old number of an account without IBAN; in the JSON only when there is one. Likewise `munt`: not euro."""
    munt: str | None = None
    leesbaar: bool = True
    afgeleid: bool = False
    sporen: Sporen = field(default_factory=Sporen)

    def as_json(self) -> dict[str, Any]:
        periode = self.periode and {"van": self.periode[0].isoformat(), "tot": self.periode[1].isoformat()}
        row: dict[str, Any] = {
            "bestand": self.bestand,
            "bladzijden": self.bladzijden,
            "soort": self.soort,
            "zekerheid": round(self.zekerheid, 2),
            "datum": self.datum and self.datum.isoformat(),
            "periode": periode,
            "velden": {naam: veld.as_json() for naam, veld in self.velden.items()},
            "transacties": [transactie.as_json() for transactie in self.transacties],
            "dubbel_van": self.dubbel_van,
            "vragen": [vraag.as_json() for vraag in self.vragen],
            "problemen": self.problemen,
        }
        if self.bestanden:
            row["bestanden"] = self.bestanden
        row |= {naam: value for naam, value in (("rekening", self.rekening), ("munt", self.munt)) if value}
        return row


@dataclass(frozen=True, slots=True)
class NietGelezen:
    """A file the reader could not take in: a code and one clear Dutch sentence that says how to go on."""

    bestand: str
    code: str
    uitleg: str

    def as_json(self) -> dict[str, str]:
        return {"bestand": self.bestand, "code": self.code, "uitleg": self.uitleg}


@dataclass(frozen=True, slots=True)
class Bestand:
    """One file as handed in: a name to show, and its bytes or the path where they are. The name is never a path."""

    naam: str
    inhoud: bytes | None = None
    pad: Path | None = None
    wachtwoord: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Maandtegel:
    """One month of one account: binnen, deels, ontbreekt or niet_leesbaar. `iban` is the account as printed."""

    iban: str
    maand: str
    staat: str

    def as_json(self) -> dict[str, str]:
        return {"iban": self.iban, "maand": self.maand, "staat": self.staat}


@dataclass(slots=True)
class Uitkomst:
    """All that came out of one pile; `duur_s` in seconds."""

    documenten: list[Document] = field(default_factory=list)
    niet_gelezen: list[NietGelezen] = field(default_factory=list)
    maanden: list[Maandtegel] = field(default_factory=list)
    duur_s: float = 0.0

    def as_json(self) -> dict[str, Any]:
        return {
            "documenten": [document.as_json() for document in self.documenten],
            "niet_gelezen": [item.as_json() for item in self.niet_gelezen],
            "maanden": [tegel.as_json() for tegel in self.maanden],
            "duur_s": round(self.duur_s, 3),
        }
