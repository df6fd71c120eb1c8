"""Values as Dutch papers write them: amounts, dates, periods, IBAN, BSN. What does not pass its check is not a
value."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from stdnum import iban as stdnum_iban

from opstap.kern.geld import Geld

MAANDEN = {
    name: number
    for number, names in enumerate(
        [
            ("januari", "jan", "january"),
            ("februari", "feb", "febr", "february"),
            ("maart", "mrt", "maa", "mar", "march"),
            ("april", "apr"),
            ("mei", "may"),
            ("juni", "jun", "june"),
            ("juli", "jul", "july"),
            ("augustus", "aug", "august"),
            ("september", "sep", "sept"),
            ("oktober", "okt", "oct", "october"),
            ("november", "nov"),
            ("december", "dec"),
        ],
        1,
    )
    for name in names
}
_MAAND = "|".join(sorted(MAANDEN, key=len, reverse=True))
BEDRAG = re.compile(
    r"(?P<voor>[-+−–]\s?)?(?:(?P<euro>€|eur|euro)\s*)?(?P<teken>[-+−–]\s?)?"
    r"(?<![\d.,/])(?<!\d[-/])(?:(?<![a-z])|(?<=\b[ce£])|(?<=eur)|(?<=euro))(?P<getal>"
    r"\d{1,3}(?:,\d{3})+\.\d{2}|\d{1,3}(?:\.\d{3})+,\s\d{2}|\d{1,3}(?:[.'’ ]\d{3})+(?:,(?:\d{2}|[-–—]{1,2}|=))?"
    r"|\d{1,3}(?:\.\d{3})+\.\d{2}|\d+(?:,(?:\d{2}|[-–—]{1,2}|=)|\.\d{2})?)"
    r"(?![\d%]|[.,]\d|/\d|-\d)(?P<euro_na>\s?(?:€|eur(?:o|os)?\b)(?!\s?\d))?(?P<na>\s?-/-|\s?[-−–]\s?/?\s?(?:debet|d)\b|\s?\+\s?/?\s?(?:credit|c)\b|\s?[-−–+](?=\s|$)|\s?(?:cr|dr|db|c|d|af|bij|credit|debet)\b)?",
    re.I,
)
_CIJFER = re.compile(
    r"\d{1,2}[-/. ]\s?\d{1,2}(?:[-/.]\s?(?:\d{4}|['’]?\d{2})|\s{1,2}\d{4})(?!\d)|\d{1,2}\s\d{1,2}\s['’]?\d{2}(?!\d)"
    r"|\d{4}-\d{2}-\d{2}(?!\d)|(?<!\d)(?:19|20)\d{6}(?!\d)"
)
"""Two figures of a year stand behind the sign that stands before the month: "01-05 01-05" are two days."""
_WOORD = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:e|ste|de)?[\s.-]{{0,2}}({_MAAND})(?![a-z]{{2}})[a-z]?\.?(?:/[a-z]{{3}}\.?)?[\s.,-]{{0,2}}((?:19|20)\d{{2}}|['’‘`]\s?\d{{2}})(?!\d)",
    re.I,
)
_ENGELS = re.compile(
    rf"(?<![a-z])({_MAAND})\.?\s(\d{{1,2}})(?:st|nd|rd|th)?,?\s((?:19|20)\d{{2}})(?!\d)",
    re.I,
)
"""The month first, as English statements write it."""
DATUM = re.compile(rf"(?<![\d.,/-])(?:{_CIJFER.pattern}|{_WOORD.pattern}|{_ENGELS.pattern})", re.I)
_TM = r"\s*(?:t/m|tot en met|tot|-|–|—|t\.e\.m\.|until|to|/)\s*"
PERIODE_TWEE = re.compile(rf"({DATUM.pattern})(?:\s*\([^)]*\))?{_TM}({DATUM.pattern})", re.I)
_PERIODE_KORT = re.compile(
    rf"(?<![\d.,/-])(\d{{1,2}})(?:\s+({_MAAND})\.?|[-/.](\d{{1,2}}))?{_TM}({DATUM.pattern})", re.I
)
"""A period of which the first day leaves its year or its month to the second: "1 aug – 31 augustus 2026"."""
PERIODE_VAN_TOT = re.compile(
    rf"(?:vanaf|van|from|begindatum|startdatum)\W{{0,4}}({DATUM.pattern})[^€]{{0,80}}?"
    rf"(?:tot en met|t/m|tot|until|to|einddatum)\W{{0,4}}({DATUM.pattern})",
    re.I,
)
PERIODE_MAAND = re.compile(rf"\b({_MAAND})[\s.-]{{0,3}}((?:19|20)\d{{2}})(?!\d)", re.I)
PERIODE_NUMMER = re.compile(
    r"(?<!\d)(?:(0?[1-9]|1[0-2])\s?[-/]\s?(20\d{2})|(20\d{2})\s?[-/]\s?(0?[1-9]|1[0-2]))(?![\d-])"
)
IBAN_ROUW = re.compile(
    r"(?<![A-Za-z0-9])N\s?[L1I|]\s?[\dOoIlSBZ]{2}\s?[A-Z0]{4}\s?(?:[\dOoIlSBZ]\s?){10}(?![A-Za-z0-9])"
)
_IBAN_BUITENLANDS = re.compile(
    r"(?<![A-Za-z0-9])(?!NL)[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![A-Za-z0-9])"
)
BSN_ROUW = re.compile(
    r"(?<![\d.,])\d{3}[. ]?\d{2}[. ]?\d{1}[. ]?\d{3}(?![\d,])|(?<![\d.,])\d{4}[. ]?\d{2}[. ]?\d{3}(?![\d,])|(?<![\d.,])\d{3}[. ]?\d{3}[. ]?\d{3}(?![\d,])"  # noqa: E501
)


@dataclass(frozen=True, slots=True)
class Bedrag:
    """An amount as found: its value, whether cents stood there, and what was said about its sign ("+", "-" or "")."""

    geld: Geld
    met_centen: bool
    teken: str
    euro: bool


Plaatsbedrag = tuple[re.Match[str], Bedrag]
_KOMMA_WIT, _GEEN_CIJFER = re.compile(r",\s"), re.compile(r"\D")
_CENTEN = re.compile(r"[,.](\d{2}|[-–—]{1,2}|=)$")


def bedrag(match: re.Match[str]) -> Bedrag | None:
    """The amount in a match of BEDRAG; None when it is no amount of money after all."""
    number = _KOMMA_WIT.sub(",", match["getal"])
    end = _CENTEN.search(number)
    digits = _GEEN_CIJFER.sub("", number[: end.start()] if end else number)
    if not digits or len(digits) > 9:
        return None
    money = Geld(int(digits) * 100 + (int(end[1]) if end and end[1].isdigit() else 0))
    sign = _teken(match)
    euro = match["euro"] is not None or match["euro_na"] is not None
    return Bedrag(-money if sign == "-" else money, end is not None, sign, euro)


def _teken(match: re.Match[str]) -> str:
    marks = ((match["voor"] or "") + (match["teken"] or "") + (match["na"] or "")).strip().lower()
    if not marks:
        return ""
    if any(mark in marks for mark in "-−–") or re.search(r"\b(?:d|dr|db|af|debet)$", marks):
        return "-"
    return "+"


def bedragen(text: str) -> list[Plaatsbedrag]:
    """Every amount in the text that has cents or a euro sign."""
    found = []
    for match in BEDRAG.finditer(text):
        value = bedrag(match)
        if value is not None and (value.met_centen or value.euro):
            found.append((match, value))
    return found


_LETTER, _AANEEN, _CIJFERS_BIJEEN = re.compile("[a-z]", re.I), re.compile(r"(?:19|20)\d{6}"), re.compile(r"\d+")


def datum(text: str) -> date | None:
    """A date in a Dutch (or ISO) notation; None when there is no such day or it is not between 1900 and 2100."""
    text = text.strip()
    if _LETTER.search(text):
        if word := _WOORD.fullmatch(text):
            return _dag(_jaar(_GEEN_CIJFER.sub("", word[3])), MAANDEN[word[2].lower()], int(word[1]))
        if first := _ENGELS.fullmatch(text):
            return _dag(int(first[3]), MAANDEN[first[1].lower()], int(first[2]))
    if _AANEEN.fullmatch(text):
        return _dag(int(text[:4]), int(text[4:6]), int(text[6:]))
    parts = [int(part) for part in _CIJFERS_BIJEEN.findall(text)]
    if len(parts) != 3:
        return None
    if parts[0] > 999:
        return _dag(parts[0], parts[1], parts[2])
    return _dag(_jaar(str(parts[2])), parts[1], parts[0])


def _jaar(digits: str) -> int:
    """A year in two or four figures: two figures under 70 are of this century."""
    year = int(digits)
    return year if year > 99 else 2000 + year if year < 70 else 1900 + year


def _dag(year: int, month: int, day: int) -> date | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found if 1900 <= found.year <= 2100 else None


def datums(text: str) -> list[tuple[re.Match[str], date]]:
    """Every date in the text."""
    found = []
    for match in DATUM.finditer(text):
        day = datum(match.group())
        if day is not None:
            found.append((match, day))
    return found


def periode(text: str) -> tuple[date, date, int, int] | None:
    """First period in the text ("1-8-2026 t/m 31-8-2026", "augustus 2026", "08-2026"), with where it stands (start,
    end)."""
    for match in PERIODE_TWEE.finditer(text):
        pair = datums(match.group())
        if len(pair) == 2 and pair[0][1] <= pair[1][1] <= pair[0][1] + timedelta(days=3700):
            return pair[0][1], pair[1][1], match.start(), match.end()
    for match in _PERIODE_KORT.finditer(text):
        if (short := _kort(match)) is not None:
            return (*short, match.start(), match.end())
    for match in PERIODE_VAN_TOT.finditer(text):
        pair = datums(match.group())
        if len(pair) == 2 and pair[0][1] <= pair[1][1] <= pair[0][1] + timedelta(days=3700):
            return pair[0][1], pair[1][1], match.start(), match.end()
    for match in PERIODE_MAAND.finditer(text):
        before = text[max(0, match.start() - 4) : match.start()]
        if not re.search(r"\d{1,2}[\s.-]*$", before) or re.search(r"\d\s+-\s+$", before):
            return (*maand(int(match[2]), MAANDEN[match[1].lower()]), match.start(), match.end())
    for match in PERIODE_NUMMER.finditer(text):
        if re.search(r"\d\s?[-/.]\s?$", text[: match.start()]):
            continue
        year, month = (match[2], match[1]) if match[2] else (match[3], match[4])
        return (*maand(int(year), int(month)), match.start(), match.end())
    return None


def _kort(match: re.Match[str]) -> tuple[date, date] | None:
    last = datum(match[4])
    if last is None or not (match[2] or match[3] or re.search("[a-z]", match.group()[: -len(match[4])])):
        return None  # "3 - 31-05-2026" may be anything
    month = MAANDEN[match[2].lower()] if match[2] else int(match[3] or last.month)
    first = _dag(last.year - (month > last.month), month, int(match[1]))
    return (first, last) if first is not None and first <= last else None


def maand(year: int, month: int) -> tuple[date, date]:
    """First and last day of a month."""
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


_CIJFERS = str.maketrans({"O": "0", "o": "0", "I": "1", "l": "1", "|": "1", "S": "5", "B": "8", "Z": "2"})


def iban(text: str) -> str | None:
    """A Dutch IBAN that passes mod 97 (ISO 7064), with look-alike signs put right; None when it does not pass."""
    plain = re.sub(r"\s", "", text)
    if len(plain) != 18:
        return None
    fixed = "NL" + plain[2:4].translate(_CIJFERS) + plain[4:8].replace("0", "O") + plain[8:].translate(_CIJFERS)
    return fixed if re.fullmatch(r"NL\d{2}[A-Z]{4}\d{10}", fixed) and mod97(fixed) else None


def mod97(text: str) -> bool:
    """The check of an IBAN."""
    turned = text[4:] + text[:4]
    return int("".join(str(int(char, 36)) for char in turned)) % 97 == 1


def ibans(text: str) -> list[tuple[re.Match[str], str]]:
    """Every IBAN in the text that passes its check, also those of other countries."""
    found = [(match, value) for match in IBAN_ROUW.finditer(text) if (value := iban(match.group())) is not None]
    for start in _IBAN_BUITENLANDS.finditer(text):
        for end in range(start.end(), start.start() + 14, -1):  # words in capitals may stand right behind it
            match = _IBAN_BUITENLANDS.fullmatch(text, start.start(), end)
            if match is not None and stdnum_iban.is_valid(match.group()):
                found.append((match, stdnum_iban.compact(match.group())))
                break
    return sorted(found, key=lambda hit: hit[0].start())


def bsn(text: str) -> str | None:
    """A BSN (8 or 9 digits) that passes the 11-test; as nine digits."""
    digits = re.sub(r"\D", "", text).zfill(9)
    if len(digits) != 9 or digits == "000000000":
        return None
    total = sum(int(digit) * weight for digit, weight in zip(digits, (9, 8, 7, 6, 5, 4, 3, 2, -1), strict=True))
    return digits if total % 11 == 0 else None
