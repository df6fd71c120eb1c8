"""Facts in the words of a person: labels and values, in the language of the reader."""

from __future__ import annotations

from datetime import date
from typing import Any

from opstap.dossier.feitsoorten import Feitsoort
from opstap.dossier.voorstellen import feitenlijst
from opstap.onderdelen.teksten import plat, taal
from opstap.taal.weergave import bedrag, datum, opsomming


def label(code: str) -> str:
    """The name of a kind of fact; the partner's says so."""
    soort, partner = _kind(code)
    return plat("onderdelen.van_partner", wat=soort.label[taal()]) if partner else soort.label[taal()]


def waarde(code: str, value: Any) -> str:
    """A value of a fact in words; None reads as "that I do not know"."""
    soort, _ = _kind(code)
    if value is None:
        return plat("algemeen.weet_niet")
    if soort.soort == "ja_nee":
        return plat("algemeen.ja" if value else "algemeen.nee")
    if soort.soort == "bedrag":
        return bedrag(value, taal())
    if soort.soort == "datum":
        return datum(date.fromisoformat(value), taal(), "datum")
    if soort.soort == "keuze":
        return soort.keuzes[value][taal()]
    if soort.soort == "meerkeuze":
        return opsomming([soort.keuzes[part][taal()] for part in value], taal()) or plat("onderdelen.niemand_of_niets")
    if soort.soort == "personen":
        return opsomming([_person(row) for row in value], taal())
    return str(value)


def _person(row: dict[str, Any]) -> str:
    born = row.get("geboortedatum")
    name = row.get("naam") or plat("onderdelen.iemand")
    return f"{name} ({datum(date.fromisoformat(born), taal(), 'datum')})" if born else name


def _kind(code: str) -> tuple[Feitsoort, bool]:
    person, point, rest = code.partition(".")
    is_partner = bool(point) and person == "partner"
    return feitenlijst()[rest if is_partner else code], is_partner
