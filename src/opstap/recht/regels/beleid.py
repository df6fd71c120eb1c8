"""Policy switches: what the law leaves to the municipality or leaves open.

Each is dated, has a reason and shows in the trace.

A municipality gives a switch as a value, or as a list of {"vanaf": date, "waarde": …, "reden": …}: the newest on or
before the day holds. What a document itself says under `keuzes` goes before the switch.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from opstap.kern.commands import InvoerFout, kort
from opstap.kern.geld import GeenBedrag, Geld
from opstap.recht.regels.controle import lees_cents, toon
from opstap.recht.regels.uitleg import geld_nl

HOOGSTE = 100_000_000
"""The most a switch can be, in cents: it stays within a narrow column."""


@dataclass(frozen=True, slots=True)
class Schakelaar:
    """One switch. `keuzes`: the values it can have, the first is the default; empty for an amount in euros. `woorden`:
    the same values as a person reads them."""

    naam: str
    artikel: str
    vraag: str
    keuzes: tuple[str, ...]
    woorden: tuple[str, ...] = ()


SCHAKELAARS: dict[str, Schakelaar] = {
    s.naam: s
    for s in (
        Schakelaar(
            "regime_vrijlating",
            "art. 31 lid 2 en 34a Pw",
            "Welk stelsel van vrijlating gebruikt de gemeente in 2026?",
            ("per persoon", "31", "34a"),
            ("per persoon", "dat van artikel 31", "dat van artikel 34a"),
        ),
        Schakelaar(
            "afronding_kostendelers",
            "art. 22a lid 1 Pw",
            "Rondt de gemeente het percentage van de kostendelersnorm eerst af?",
            ("breuk", "procent_eerst"),
            ("rekenen met de hele breuk", "eerst het percentage afronden"),
        ),
        Schakelaar(
            "giften_boven_grens",
            "art. 31 lid 2 onder m en s Pw",
            "Hoe telt het deel van giften boven het vrije bedrag?",
            ("vermogen", "inkomen", "vrij"),
            ("als vermogen", "als inkomen", "niet"),
        ),
        Schakelaar(
            "grondslag_deel_maand",
            "art. 45 lid 3 Pw",
            "Met hoeveel dagen rekent de gemeente een deel van een maand?",
            ("kalenderdagen", "30 dagen"),
            ("kalenderdagen", "30 dagen"),
        ),
        Schakelaar(
            "vrij_bedrag_auto",
            "art. 34 lid 2 onder a Pw",
            "Welk bedrag van de waarde van een auto laat de gemeente vrij?",
            (),
        ),
    )
}


@dataclass(frozen=True, slots=True)
class Beleid:
    """The switches as they stand on one day: a number per switch, and the reason where the municipality chose."""

    waarden: tuple[tuple[str, int], ...]
    redenen: tuple[tuple[str, str], ...] = ()

    def get(self, naam: str) -> int:
        return dict(self.waarden)[naam]


STANDAARD = Beleid(tuple((naam, 0) for naam in SCHAKELAARS))


def op_datum(schakelaars: Mapping[str, Any] | None, on: date) -> Beleid:
    """The switches on a day. Raises InvoerFout for an unknown switch, value or date."""
    if schakelaars is None:
        return STANDAARD
    if not isinstance(schakelaars, Mapping):
        raise InvoerFout("schakelaars: hier hoort een blok met sleutels te staan, tussen { en }.")
    if not schakelaars:
        return STANDAARD
    for naam in schakelaars:
        if naam not in SCHAKELAARS:
            raise InvoerFout(
                f"schakelaars.{kort(str(naam))}: deze schakelaar ken ik niet. Kies uit: {', '.join(SCHAKELAARS)}."
            )
    waarden, redenen = [], []
    for naam, schakelaar in SCHAKELAARS.items():
        waarde, reden = _gekozen(naam, schakelaars.get(naam), on)
        number = _number(schakelaar, waarde)
        waarden.append((naam, number))
        if number:
            redenen.append((naam, reden or "keuze van de gemeente"))
    return Beleid(tuple(waarden), tuple(redenen))


def _gekozen(naam: str, keuze: Any, on: date) -> tuple[Any, str]:
    if not isinstance(keuze, list):
        return keuze, ""
    chosen: tuple[Any, str] = (None, "")
    newest = date.min
    for each in keuze:
        try:
            start = each["vanaf"] if isinstance(each["vanaf"], date) else date.fromisoformat(each["vanaf"])
            waarde, reden = each["waarde"], str(each.get("reden", ""))
        except (KeyError, TypeError, ValueError, AttributeError):
            raise InvoerFout(f"schakelaars.{naam}: elke regel heeft vanaf (een datum), waarde en reden.") from None
        if newest <= start <= on:
            newest, chosen = start, (waarde, reden)
    return chosen


def _number(schakelaar: Schakelaar, waarde: Any) -> int:
    if waarde is None:
        return 0
    if schakelaar.keuzes:
        if waarde not in schakelaar.keuzes:
            raise InvoerFout(
                f"schakelaars.{schakelaar.naam}: {toon(waarde)} ken ik niet. Kies uit: {', '.join(schakelaar.keuzes)}."
            )
        return schakelaar.keuzes.index(waarde)
    try:
        cents = lees_cents(waarde)
    except GeenBedrag:
        raise InvoerFout(
            f"schakelaars.{schakelaar.naam}: {toon(waarde)} is geen bedrag. Schrijf euro's, zoals 5000.00."
        ) from None
    if not 0 <= cents <= HOOGSTE:
        raise InvoerFout(f"schakelaars.{schakelaar.naam}: {toon(waarde)} kan niet. Schrijf 0 tot en met 1000000.00.")
    return cents


def tekst(naam: str, waarde: int) -> str:
    """The value of a switch as it stands in the trace: one of its choices, or an amount as "5000.00"."""
    schakelaar = SCHAKELAARS[naam]
    return schakelaar.keuzes[waarde] if schakelaar.keuzes else str(Geld(waarde))


def in_woorden(naam: str, waarde: int) -> str:
    """The value of a switch as a person reads it."""
    schakelaar = SCHAKELAARS[naam]
    return schakelaar.woorden[waarde] if schakelaar.keuzes else geld_nl(waarde)
