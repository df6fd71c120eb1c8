"""What people type, read kindly: amounts and days in the ways that people write them."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from opstap.kern.geld import GeenBedrag, Geld

_MONTHS = {
    "jan": 1, "feb": 2, "mrt": 3, "maa": 3, "mar": 3, "apr": 4, "mei": 5, "may": 5, "jun": 6, "jul": 7, "aug": 8,
    "sep": 9, "okt": 10, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_NAMES = (
    "januari", "february", "february", "februari", "maart", "march", "april", "mei", "may", "juni", "june", "juli",
    "july", "augustus", "august", "september", "oktober", "october", "november", "december", "january", "mrt", "sept",
)  # fmt: skip
_WHOLE = re.compile(r"[0-9]+(?:,[0-9]{1,2}|\.[0-9]{1,2})?")
_DUTCH = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]{1,2})?")
_ENGLISH = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+\.[0-9]{1,2}")
_DAY_FIRST = re.compile(r"([0-9]{1,2})[-/. ]+([0-9]{1,2})[-/. ]+([0-9]{4})")
_YEAR_FIRST = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_WORDS = re.compile(r"(?:[a-z]+ )?([0-9]{1,2})[- ]([a-z]+)\.?[- ]([0-9]{4})")


class GeenDatum(ValueError):
    """The text is no day in a known way of writing."""


class BestaatNiet(GeenDatum):
    """It is written well, but there is no such day (31 februari)."""


def tidy(text: str) -> str:
    """One line: digits of any script as 0 to 9, hard and thin spaces as spaces, control signs dropped."""
    signs = []
    for sign in text:
        number = unicodedata.digit(sign, None)
        category = unicodedata.category(sign)
        if number is not None and category == "Nd":
            signs.append(str(number))
        elif category == "Zs" or sign in "\t\r\n":
            signs.append(" ")
        elif category not in ("Cc", "Cf"):
            signs.append(sign)
    return " ".join("".join(signs).split())


def amount(text: str) -> Geld:
    """300 · 300,50 · 300.50 · 1.280,31 · 1 280,31 · 1,280.31 · € 300 · 300,- · 300 euro. Raises GeenBedrag.

    1.280 is twelve hundred and eighty, as a Dutch writer means it; 1,280 alone could be either and is refused.
    """
    tidied = tidy(text).lower().replace("−", "-")
    bare = re.sub(r"^(?:€|eur(?:o)?\b)|(?:€|eur(?:o)?)$", "", tidied).strip()
    bare = re.sub(r"[,.][-–—]{1,2}$", "", bare)
    sign = "-" if bare.startswith("-") else ""
    bare = bare.removeprefix("-").strip().removeprefix("€").strip()
    bare = re.sub(r"(?<=[0-9]) (?=[0-9]{3}(?:[ ,.]|$))", "", bare)
    if _DUTCH.fullmatch(bare):
        number = bare.replace(".", "").replace(",", ".")
    elif _ENGLISH.fullmatch(bare):
        number = bare.replace(",", "")
    elif _WHOLE.fullmatch(bare):
        number = bare.replace(",", ".")
    else:
        raise GeenBedrag(f"geen bedrag: {text[:40]!r}")
    whole, _, cents = number.partition(".")
    if len(whole) > 13:
        raise GeenBedrag(f"te groot: {text[:40]!r}")
    return Geld(int(f"{sign}{whole}{cents:0<2}"))


def day(text: str) -> date:
    """31-8-2026 · 31/08/2026 · 31.8.2026 · 31 8 2026 · 2026-08-31 · 31 augustus 2026 · maandag 31 aug 2026.

    Raises BestaatNiet for a day that is not in the calendar, GeenDatum for anything else. A year has four digits:
    of 26 nobody knows which century it means.
    """
    tidied = tidy(text).lower().replace(",", "")
    if match := _DAY_FIRST.fullmatch(tidied):
        return _day(match[3], match[2], match[1])
    if match := _YEAR_FIRST.fullmatch(tidied):
        return _day(match[1], match[2], match[3])
    if match := _WORDS.fullmatch(tidied):
        month = _month(match[2])
        if month:
            return _day(match[3], month, match[1])
    raise GeenDatum(f"geen datum: {text[:40]!r}")


def _month(word: str) -> int:
    known = word in _NAMES or word in _MONTHS
    return _MONTHS.get(word[:3], 0) if known else 0


def _day(year: str | int, month: str | int, day_of_month: str | int) -> date:
    try:
        return date(int(year), int(month), int(day_of_month))
    except ValueError:
        raise BestaatNiet(f"geen dag: {day_of_month}-{month}-{year}") from None
