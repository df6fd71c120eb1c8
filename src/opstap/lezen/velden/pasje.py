"""Cards: the machine-readable zone (ICAO 9303) proves number, birth and expiry by its own check digits."""

from __future__ import annotations

import re
from datetime import date

from opstap.lezen.model import Veld
from opstap.lezen.velden.labels import plekken
from opstap.lezen.velden.namen import is_labelwoord
from opstap.lezen.velden.tekst import Tekst, plat
from opstap.lezen.velden.vinders import vind_bsn, vind_datum, vind_documentnummer
from opstap.lezen.velden.waarden import bsn

_REGEL = re.compile(r"^[A-Z0-9<«‹]{24,46}$")
_WEGEN = (7, 3, 1)


def toets_cijfer(text: str) -> int:
    """The check digit of a stretch of the zone."""
    total = 0
    for index, char in enumerate(text):
        value = 0 if char == "<" else int(char) if char.isdigit() else ord(char) - 55
        total += value * _WEGEN[index % 3]
    return total % 10


def pasvelden(tekst: Tekst) -> dict[str, Veld]:
    """Fields from the zone of a passport (2 × 44), card (3 × 30) or driving licence; only what its check digits
    prove."""
    zone = [(index, line) for index in range(len(tekst.regels)) if (line := _zone(tekst, index))]
    for index, (_, line) in enumerate(zone):
        if len(line) == 44 and index + 1 < len(zone) and line[0] == "P":
            return _paspoort(tekst, zone[index], zone[index + 1])
        if len(line) == 30 and index + 2 < len(zone) and line[0] in "IA":
            return _kaart(tekst, zone[index], zone[index + 1], zone[index + 2])
    return {}


def _zone(tekst: Tekst, index: int) -> str | None:
    raw = tekst.regels[index].tekst.replace(" ", "").upper().replace("«", "<<").replace("‹", "<")
    if "<" not in raw or not _REGEL.match(raw):
        return None
    for size in (30, 44):
        if abs(len(raw) - size) <= 2:
            if len(raw) < size:
                raw = re.sub(r"<+$", "", raw).ljust(size, "<") if raw.endswith("<") else raw
            while len(raw) > size and raw.endswith("<"):
                raw = raw[:-1]
            return raw if len(raw) == size else None
    return None


def _paspoort(tekst: Tekst, top: tuple[int, str], bottom: tuple[int, str]) -> dict[str, Veld]:
    line = bottom[1]
    found = _bewezen(tekst, bottom[0], line[:9], line[9], line[13:19], line[19], line[21:27], line[27])
    number = bsn(line[28:37].replace("<", "")) if line[28:37].replace("<", "").isdigit() else None
    if number:
        found["bsn"] = _veld(tekst, bottom[0], number)
    return found | _naam(tekst, top[0], top[1][5:])


def _kaart(tekst: Tekst, one: tuple[int, str], two: tuple[int, str], three: tuple[int, str]) -> dict[str, Veld]:
    found = _bewezen(tekst, one[0], one[1][5:14], one[1][14], "", "", "", "")
    found |= _bewezen(tekst, two[0], "", "", two[1][:6], two[1][6], two[1][8:14], two[1][14])
    optional = one[1][15:30].replace("<", "")
    number = bsn(optional) if optional.isdigit() and len(optional) == 9 else None
    if number:
        found["bsn"] = _veld(tekst, one[0], number)
    return found | _naam(tekst, three[0], three[1])


def _bewezen(
    tekst: Tekst, index: int, number: str, check: str, born: str, born_check: str, until: str, until_check: str
) -> dict[str, Veld]:
    found = {}
    if number and check.isdigit() and toets_cijfer(number) == int(check):
        found["documentnummer"] = _veld(tekst, index, number.replace("<", ""))
    for name, digits, digit in (("geboortedatum", born, born_check), ("geldig_tot", until, until_check)):
        fixed = digits.replace("O", "0")
        if fixed.isdigit() and digit.isdigit() and toets_cijfer(fixed) == int(digit):
            day = _dag(fixed, verleden=name == "geboortedatum")
            if day:
                found[name] = _veld(tekst, index, day.isoformat())
    return found


def _dag(digits: str, verleden: bool) -> date | None:
    year = int(digits[:2])
    century = 2000 if not verleden or year <= 26 else 1900
    try:
        return date(century + year, int(digits[2:4]), int(digits[4:]))
    except ValueError:
        return None


def _naam(tekst: Tekst, index: int, zone: str) -> dict[str, Veld]:
    """Surname and given names from the zone: always in capitals and without accents, so the printed name is
    preferred."""
    parts = zone.strip("<").split("<<")
    if len(parts) < 2 or not re.fullmatch(r"[A-Z<]+", zone):
        return {}
    surname, given = parts[0].replace("<", " "), parts[1].replace("<", " ").strip()
    printed = _gedrukt(tekst, surname)
    words = (_voluit(tekst, given) or given.title()) + " " + (printed or surname.title())
    return {"naam": _veld(tekst, index, words.strip())}


def _gedrukt(tekst: Tekst, surname: str) -> str | None:
    squeezed = surname.replace(" ", "").lower()
    for line in tekst.regels:
        plain = re.sub(r"[^a-z]", "", line.tekst.lower())
        if plain == squeezed and "<" not in line.tekst:
            return line.tekst.strip()
    return None


def _voluit(tekst: Tekst, given: str) -> str | None:
    """The given names as printed, where the zone had no room for all of them."""
    for line in tekst.regels:
        plain = plat(line.tekst.strip())
        if plain.startswith(given.lower() + " ") and _LETTERS.fullmatch(line.tekst.strip()):
            return line.tekst.strip()
    return None


def _veld(tekst: Tekst, index: int, value: str) -> Veld:
    """The proven value, with the place where people look for it: printed on the card, else the line of the zone."""
    for line in tekst.regels:
        if "<" in line.tekst:
            continue
        for start, end, found in [*vind_datum(line.tekst), *vind_documentnummer(line.tekst)]:
            if found == value:
                return tekst.veld(value, line.begin + start, line.begin + end, 1.0)
    line = tekst.regels[index]
    return tekst.veld(value, line.begin, line.eind, 1.0)


_NUMMER = re.compile(r"(?:^|(?<=\s))([1-5][a-d]?)\.\s+(\S[^\n]*?)(?=\s+[1-9][a-d]?\.\s|\s*$)", re.M)
_LETTERS = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ' ’-]{1,40}")


def rijbewijs(tekst: Tekst) -> dict[str, Veld]:
    """Fields of a driving licence by the numbers that every European one has (Directive 2006/126/EC, annex I): 1
    surname, 2 given names, 3 birth, 4b valid until, 4d personal number, 5 number."""
    parts = {match[1]: match for match in _NUMMER.finditer(tekst.tekst)}
    if not {"1", "2", "3", "5"} <= parts.keys():
        return {}
    found = {}
    for key, name, finder in (
        ("3", "geboortedatum", vind_datum),
        ("4b", "geldig_tot", vind_datum),
        ("4d", "bsn", vind_bsn),
        ("5", "documentnummer", vind_documentnummer),
    ):
        for start, end, value in finder(parts[key][2])[:1] if key in parts else ():
            found[name] = tekst.veld(value, parts[key].start(2) + start, parts[key].start(2) + end, 0.95)
    surname, given = parts["1"][2].strip(), parts["2"][2].strip()
    if _LETTERS.fullmatch(surname) and _LETTERS.fullmatch(given):
        found["naam"] = tekst.veld(f"{given} {surname}", parts["1"].start(2), parts["1"].end(2), 0.9)
    return found


_LOS_NUMMER = re.compile(r"(?<![A-Z0-9<])[A-Z]{2}(?=[A-Z0-9]{0,5}\d)[A-Z0-9]{6}\d(?![A-Z0-9<])")


def los_nummer(tekst: Tekst) -> Veld | None:
    """The number that a card prints without a label: two letters, six signs and a figure, as on every Dutch passport
    and card; None when more of that form stand there."""
    found = {match.group(): match for match in _LOS_NUMMER.finditer(tekst.tekst)}
    if len(found) != 1:
        return None
    ((value, match),) = found.items()
    return tekst.veld(value, match.start(), match.end(), 0.9)


_ACHTERNAAM = ("geslachtsnaam", "achternaam", "surname", "naam / surname", "c.1.1", "naam", "1. naam", "nom")
_VOORNAAM = ("voornamen", "given names", "voornaam", "first names", "c.1.2")


def gedrukte_naam(tekst: Tekst) -> Veld | None:
    """Given names and surname as printed behind or under their labels; None unless both are there."""
    given, surname = _achter(tekst, _VOORNAAM), _achter(tekst, _ACHTERNAAM)
    if given is None or surname is None or given[0] == surname[0]:
        return None
    return tekst.veld(f"{given[0]} {surname[0]}", given[1], given[2], 0.9)


_TAAL = re.compile(
    r"(?i)^[\s:/.]*(?:voorletters|(?:sur)?name|given names|prénoms?|noms?|naam|voornamen|first names|[/(),])[\s:/.]*"
)


def _achter(tekst: Tekst, labels: tuple[str, ...]) -> tuple[str, int, int] | None:
    """The words behind a label (and its translations), or the whole column under it."""
    for label in labels:
        match = next(plekken(tekst, label), None)
        if match is None:
            continue
        number = tekst.regel_op(match.start())
        line = tekst.regels[number]
        start = match.end()
        head, *columns = tekst.tekst[start : line.eind].split("   ")
        while (other := _TAAL.match(head)) and other.end():
            start, head = start + other.end(), head[other.end() :]
        beside = next((column for column in columns if column.strip()), "")
        value = (head.strip(" :") or ("" if "/" in beside else beside)).strip(" :")
        if not value and number + 1 < len(tekst.regels):
            below = tekst.regels[number + 1]
            start, value = below.begin, below.tekst.split("   ")[0].strip(" :")
        if _LETTERS.fullmatch(value) and not any(map(is_labelwoord, plat(value).split())):
            place = tekst.tekst.find(value, start)
            return value, place, place + len(value)
    return None
