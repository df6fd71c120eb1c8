"""Cards with a machine-readable zone: identity card and residence permit."""

from __future__ import annotations

import random
from datetime import date

from bench.stapel.huishouden import Huishouden
from bench.stapel.papier import Papier
from bench.stapel.vel import Vel
from opstap.lezen.velden.pasje import toets_cijfer


def pas(deel: str, mens: Huishouden, rng: random.Random) -> Papier:
    return _kaart("identiteitsbewijs", deel, mens, rng)


def verblijf(deel: str, mens: Huishouden, rng: random.Random) -> Papier:
    return _kaart("verblijfsdocument", deel, mens, rng)


def _kaart(soort: str, deel: str, mens: Huishouden, rng: random.Random) -> Papier:
    """Back of a card with its machine-readable zone (check digits right), and the printed lines above it."""
    sheet = Vel(rng, "Helvetica", (486, 306), 11)
    sheet.balk(0, 0, 486, 306, (0.86, 0.9, 0.93))
    number = (
        rng.choice("IN")
        + rng.choice("XWVT")
        + "".join(rng.choice("ABCDEFGHKLMNPRSTUVWXYZ123456789") for _ in range(6))
        + str(rng.randint(0, 9))
    )
    until = mens.dag(200, 3000)
    given, surname = "Ferdi Anna", mens.achternaam
    card = soort == "identiteitsbewijs"
    sheet.zet(
        20, 28, "KONINKRIJK DER NEDERLANDEN" if card else "NEDERLAND  VERBLIJFSVERGUNNING / RESIDENCE PERMIT", vet=True
    )
    sheet.zet(
        20,
        48,
        ("Identiteitskaart  Identity card  Carte d'identité" if deel == "proef" else "IDENTITEITSKAART / IDENTITY CARD")
        if card
        else "soort titel / type of permit: REGULIER BEPAALDE TIJD",
        corps=10,
    )
    rows = [
        ("Naam / Surname", surname, None),
        ("Voornamen / Given names", given, None),
        ("Geboortedatum / Date of birth", f"{mens.geboren:%d %m %Y}", ("geboortedatum", mens.geboren.isoformat())),
        ("Documentnummer / Document no.", number, ("documentnummer", number)),
        ("Geldig tot / Date of expiry", f"{until:%d %m %Y}", ("geldig_tot", until.isoformat())),
    ]
    for index, (label, value, fact) in enumerate(rows):
        sheet.zet(20, 70 + index * 27, label, corps=7)
        sheet.zet(20, 82 + index * 27, [(value, *(fact or (None, None)))], vet=True)
    _zone(sheet, card, number, (mens.geboren, until), (surname, given))
    return Papier(soort, sheet.pdf(), sheet.waarheid)


def _zone(sheet: Vel, card: bool, number: str, days: tuple[date, date], names: tuple[str, str]) -> None:
    """The machine-readable zone of three lines, with the right check digits (ICAO 9303)."""
    (born_on, ends_on), (surname, given) = days, names
    flat = "".join(char for char in surname.upper().replace("Ö", "O").replace("'", "") if char.isascii()).replace(
        " ", "<"
    )
    one = f"{'I' if card else 'IR'}".ljust(2, "<") + "NLD" + number
    one = (one + str(toets_cijfer(number))).ljust(30, "<")
    born, ends = f"{born_on:%y%m%d}", f"{ends_on:%y%m%d}"
    two = (f"{born}{toets_cijfer(born)}F{ends}{toets_cijfer(ends)}NLD").ljust(29, "<")
    two += str(toets_cijfer(one[5:30] + two[:7] + two[8:15] + two[18:29]))
    three = f"{flat}<<{given.upper().replace(' ', '<')}".ljust(30, "<")[:30]
    sheet.plain = "Courier"
    for index, line in enumerate((one, two, three)):
        sheet.zet(20, 238 + index * 22, line, corps=17)
