"""The finders: one for each form of value. Each gives (start, end, value in the contract's notation)."""

from __future__ import annotations

import re
from datetime import date

from opstap.lezen.velden import waarden
from opstap.lezen.velden.namen import GEEN_NAAM, Gevonden
from opstap.lezen.velden.tekst import plat

_STRAAT = re.compile(
    r"(?<![\w-])((?:[A-ZÀ-ÝĀ-ɏḀ-ỿ][\w'’.À-ɏḀ-ỿ-]*|\d{1,2}(?:e|de|ste)|van|de|den|der|het|ten|ter|te|op|aan|'t|’t)(?: (?:[\w'’.À-ɏḀ-ỿ-]+)){0,4}? (?:nr\.? )?(?!\d{1,2}(?:e|de|ste)\b)\d{1,5}(?!\d| ?nr\b)(?:\s?[-/]?\s?(?:(?!(?:te|in|en|is|op|aan|de|van|nr)\b)[a-zA-Z]{1,3}|[IVX]{1,4}|\d{1,4}(?:-\d{1,4}|[a-zA-Z]| [A-Z](?![a-zA-Z]))?|bis|hs))?(?: (?:hs|bis|zw|rd)\b)?)"  # noqa: E501
    r"(?=[\s,;.]|$)"
)
_PLAATS = (
    r"(?:\de )?"
    r"(?:(?:DEN|SINT|NIEUWE?|OUDE?|TER|TEN|DE|HET|HOEK|GROOT|KLEIN|NOORD|ZUID|'S|’S|"
    r"Den|Sint|St\.|Nieuw|Nieuwe|Oud|Oude|Ter|Ten|De|Het|Hoek|Groot|Klein|Noord|Zuid|Nieuwer|Heilig|'s|’s)[ -])?"
    r"[A-ZÀ-ÝĀ-ɏḀ-ỿ'’][\w'’À-ɏḀ-ỿ-]+"
    r"(?:[ -](?:aan|op|bij|van|en|in|ter|over|a/d|AAN|OP|BIJ|VAN)(?:[ -](?:de|den|het|DE|DEN|HET))?[ -][A-ZÀ-ÝĀ-ɏḀ-ỿ][\w'’À-ɏḀ-ỿ-]+)?"  # noqa: E501
    r"(?: (?:Gld|Ov|Ut|GLD|OV|UT|NH|ZH|NB)\b)?"
)
_POSTCODE = re.compile(
    rf"(?<!\d)([1-9]\d{{3}})\s?([A-Z]{{2}})(?:(?![A-Za-z])[,\s]+(?:te\s+)?|(?=['’])|(?=[A-Z][a-z]))({_PLAATS})"
)

_TOEVOEGING = re.compile(r"([a-z]{1,3}|[A-Z]|[IV]{1,3})\s?,?\s*(?=[1-9]\d{3}\s?[A-Z]{2}\b)")
"""What a line end cuts off a house number: "Zijlweg 137" / "rd, 2013 DD Haarlem"."""
_POSTCODE_KLEIN = re.compile(rf"([1-9]\d{{3}})\s?((?!te|in|de|is|en|op|of)[a-z]{{2}})\s+({_PLAATS})")
"""A postcode in small letters: only where a street stands before it."""


def vind_bedrag(text: str) -> Gevonden:
    return [(match.start(), match.end(), _plus(value)) for match, value in waarden.bedragen(text)]


def _plus(value: waarden.Bedrag) -> str:
    return str(-value.geld if value.geld.cents < 0 else value.geld)


_HEEL = re.compile(
    r"(?<![\w.,/€-])(?<!€ )(?:\d{1,3}(?:\.\d{3})+(?:,[-–—]{1,2})?(?![\w,/-]|\.\d)"
    r"|(?!(?:19|20)\d{2}(?!\d))\d{3,6}(?:,[-–—]{1,2})?(?=\s*$| {2}|\s?\.?$))",
    re.M,
)


def vind_heelbedrag(text: str) -> Gevonden:
    """Amounts, and at the end of a piece also whole numbers without a sign: annual papers round to euros."""
    found = vind_bedrag(text)
    for match in _HEEL.finditer(text):
        digits = re.sub(r"\D", "", match.group())
        if not any(start < match.end() and match.start() < end for start, end, _ in found):
            found.append((match.start(), match.end(), f"{int(digits)}.00"))
    return sorted(found)


def vind_saldo(text: str) -> Gevonden:
    """Amounts with their sign: a balance may be below zero, also by a D in the column before it."""
    return [
        (match.start(), match.end(), str(-value.geld if _DEBET.search(text[: match.start()]) else value.geld))
        for match, value in waarden.bedragen(text)
        if value.met_centen
    ]


_DEBET = re.compile(r"(?:^|\s)(?:D|DB|Debet)\s+$")


def vind_datum(text: str) -> Gevonden:
    return [(match.start(), match.end(), day.isoformat()) for match, day in waarden.datums(text)]


def vind_geboortedatum(text: str) -> Gevonden:
    return [found for found in vind_datum(text) if date.fromisoformat(found[2]).year < 2026]


def vind_iban(text: str) -> Gevonden:
    return [(match.start(), match.end(), value) for match, value in waarden.ibans(text)]


def vind_bsn(text: str) -> Gevonden:
    return [
        (match.start(), match.end(), value)
        for match in waarden.BSN_ROUW.finditer(text)
        if (value := waarden.bsn(match.group()))
    ]


_GEEN_DEEL = r"(?!(?:BSN|IBAN|KVK|BTW|NR|TEL|FAX|BIC|PO|EUR|NL)\b)"
"""Words in capitals that stand before another number, so never open a reference."""
_DEEL = (
    r"(?:[A-Z0-9]{1,5}(?: (?=[A-Z0-9.]*\d)[A-Z0-9.]{1,6}(?:-\d{1,3})?){1,5}(?![A-Za-z0-9])"
    r"|[A-Z0-9][A-Za-z0-9./&\\-]{2,})"
)
_KENMERK = re.compile(
    r"(?<![A-Za-z0-9&])(?=(?:[A-Z]{1,4}(?:[/&][A-Z]{1,4})? ){0,2}[A-Z0-9./&\\-]*\d|[A-Z]/\d)"
    rf"(?:{_GEEN_DEEL}[A-Z]{{1,4}}(?:[/&][A-Z]{{1,4}})? (?=[A-Z]{{0,4}} ?\d)){{0,2}}{_DEEL}"
    rf"(?: / (?:[A-Z]{{1,4}} ){{0,2}}(?=[A-Z0-9./\\-]*\d){_DEEL}| / [A-Z]{{2,4}}(?![A-Za-z])"
    r"| (?:[A-Z]{1,3}\d{0,3}|\d{4,6})(?=\s*$|\s{3}))?",
    re.M,
)


def vind_kenmerk(text: str) -> Gevonden:
    """A reference: signs with at least one digit; a date, an amount or an account is none."""
    found = []
    text = waarden.IBAN_ROUW.sub(lambda account: " " * len(account.group()), text)
    for match in _KENMERK.finditer(text):
        value = match.group().rstrip(".,-/ ")
        if (
            (waarden.datums(value) and not re.fullmatch(r"\d{8}", value))
            or re.fullmatch(r"[\d.]+,\d{2}", value)
            or len(re.sub(r"\W", "", value)) < 4
            or re.fullmatch(r"(?:19|20)\d{2}", value)
        ):
            continue
        found.append((match.start(), match.start() + len(value), value))
    return found


_KENTEKEN = re.compile(
    r"(?<![A-Z0-9])(?=[A-Z0-9-]*\d)(?=[A-Z0-9-]*[A-Z])([A-Z0-9]{1,3}-[A-Z0-9]{2,3}-[A-Z0-9]{1,2})(?![A-Z0-9])"
)


def vind_kenteken(text: str) -> Gevonden:
    return [(match.start(), match.end(), match[1]) for match in _KENTEKEN.finditer(text) if len(match[1]) == 8]


def vind_documentnummer(text: str) -> Gevonden:
    """Nine signs as on Dutch travel documents, or ten digits as on a driving licence."""
    pattern = re.compile(r"(?<![A-Z0-9])((?=[A-Z0-9]*\d)[A-Z]{1,2}[A-Z0-9]{6}\d|\d{10})(?![A-Z0-9])")
    return [(match.start(), match.end(), match[1]) for match in pattern.finditer(text)]


_VOOR_STRAAT = re.compile(
    r"^.*\b(?i:[\w-]*waarde|levering|aansluiting|woning|woonhuis|pand|adres|object|appartement|kamer|huis|gehuurde|perceel|woonruimte|betreft|studio|apartment|flat|room|premises|property)\b"
    r"(?: (?:van|aan|op|te|voor|de|het|gelegen|is|met|at))*\s+"
)


_AFBREEKSTREEP = re.compile(r"(?<=\d)- (?=\d)")
_VOORZETSEL = re.compile(r"(?:op|aan|te|in|naar|bij|van)(?: (?:de|het))? (?=[A-ZÀ-Ý])")
_JAARTAL = re.compile(r" (?:19[5-9]|20[0-4])\d$")
"""A year, where no postcode says that it is the number of a house: "model Tiwos 2023"."""


def vind_adres(text: str) -> Gevonden:
    """Street with number, and postcode with town when they follow: "Dorpsstraat 12, 1234 AB Voorbeeld"."""
    found = []
    for match in _STRAAT.finditer(text):
        ahead = _VOOR_STRAAT.match(match[1]) or _VOORZETSEL.match(match[1])
        skip = ahead.end() if ahead else 0
        street = match[1][skip:]
        if is_straat(street):
            value, taken = met_plaats(street, text[match.end(1) : match.end(1) + 60])
            value = _AFBREEKSTREEP.sub("-", value)
            if not taken and _JAARTAL.search(value):
                continue
            found.append((match.start(1) + skip, match.end(1) + taken, value))
    return found


def met_plaats(value: str, rest: str) -> tuple[str, int]:
    """A street made complete with the postcode and town that follow it, also on the next line; and how much of
    `rest` that took."""
    behind = rest.lstrip(" ,;\n")
    street = value
    if (more := _TOEVOEGING.match(behind)) is not None and re.search(r"\d$", value):
        street, behind = f"{value} {more[1]}", behind[more.end() :]
    town = _POSTCODE.match(behind) or _POSTCODE_KLEIN.match(behind)
    if town is None or _POSTCODE.search(value):
        return value, 0
    return f"{street}, {town[1]} {town[2].upper()} {town[3]}", len(rest) - len(behind) + town.end()


def is_straat(value: str) -> bool:
    """Whether words and a number are likely a street: no month, no label, no amount before the number."""
    plain = plat(value)
    if any(word in GEEN_NAAM for word in plain.split()) or "postbus" in plain or "antwoordnummer" in plain:
        return False
    return bool(re.search(r"[a-z]{3,}", plain)) and bool(re.search(r"[A-ZÀ-ÝĀ-ɏḀ-ỿ]", value))


def postcode(text: str) -> re.Match[str] | None:
    """A Dutch postcode with its town."""
    return _POSTCODE.search(text)
