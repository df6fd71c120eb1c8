"""The columns of the supply list: what each holds and when a value is wrong. Documented in docs/aanbod.md."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, Literal

from opstap.taal.leestekst import parse
from opstap.taal.regels import find
from opstap.taal.woorden import verboden_woorden

Soort = Literal["tekst", "getal", "dag", "ja_nee", "keuze"]
SOORTEN = ("hulp", "werkplek", "vacature")
VERSTE = timedelta(days=5 * 366)


@dataclass(frozen=True, slots=True)
class Kolom:
    """One column: its name, what it holds, whether it must be there, and how long or how large it may be."""

    naam: str
    soort: Soort = "tekst"
    nodig: bool = False
    hoogstens: int = 200


KOLOMMEN: tuple[Kolom, ...] = (
    Kolom("instrument", "keuze", nodig=True),
    Kolom("naam", nodig=True),
    Kolom("aanbieder", nodig=True),
    Kolom("soort", "keuze"),
    Kolom("plaats"),
    Kolom("regio", hoogstens=100),
    Kolom("dagen", hoogstens=100),
    Kolom("uren", hoogstens=100),
    Kolom("plekken", "getal", hoogstens=10_000),
    Kolom("wachttijd_weken", "getal", hoogstens=520),
    Kolom("start_op", "dag"),
    Kolom("taal", hoogstens=100),
    Kolom("kosten"),
    Kolom("contact"),
    Kolom("laat_vallen", hoogstens=500),
    Kolom("past_aan", hoogstens=500),
    Kolom("eigenaar", nodig=True),
    Kolom("geldig_tot", "dag", nodig=True),
    Kolom("gestopt", "ja_nee"),
)
NAMEN = tuple(kolom.naam for kolom in KOLOMMEN)
SLEUTEL = ("instrument", "naam", "aanbieder")
"""Together they say which row it is; the rest can change."""
_JA, _NEE = {"ja", "j", "yes", "true", "1", "x"}, {"nee", "n", "no", "false", "0", ""}
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T]00:00(?::00)?)?")
_DUTCH = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")


@dataclass(frozen=True, slots=True)
class Fout:
    """What is wrong in one cell: the column, the key of the sentence that says how to mend it, and its values."""

    kolom: str
    sleutel: str
    waarden: Mapping[str, Any]


class CelFout(ValueError):
    """A cell cannot be read. `sleutel` is the last part of the key of its sentence."""

    def __init__(self, sleutel: str, **waarden: Any) -> None:
        super().__init__(sleutel)
        self.sleutel, self.waarden = sleutel, waarden


def read_cells(cells: Mapping[str, str], help_names: Mapping[str, str]) -> tuple[dict[str, Any], list[Fout]]:
    """The values of one row by column, and what is wrong. `help_names`: name in small letters → kind of help."""
    values: dict[str, Any] = {}
    faults: list[Fout] = []
    for kolom in KOLOMMEN:
        try:
            values[kolom.naam] = _value(kolom, tidy(cells.get(kolom.naam, "")), help_names)
        except CelFout as fault:
            faults.append(Fout(kolom.naam, fault.sleutel, fault.waarden))
    return values, faults


def check(values: Mapping[str, Any], today: date, *, known: bool = False) -> Iterator[Fout]:
    """What is wrong with values that were read: past days, days that do not go together, words nobody wants.

    `known`: the row stands there already exactly so; then days may have passed since.
    """
    until, starts, stopped = values.get("geldig_tot"), values.get("start_op"), values.get("gestopt")
    if until and not known and not stopped and until < today:
        yield Fout("geldig_tot", "verlopen", {"dag": until})
    if until and until > today + VERSTE:
        yield Fout("geldig_tot", "te_ver", {"dag": until})
    if starts and not known and not stopped and starts < today:
        yield Fout("start_op", "begin_voorbij", {"dag": starts})
    if starts and until and starts > until:
        yield Fout("start_op", "begin_na_einde", {"dag": starts, "tot": until})
    if values.get("soort") == "hulp" and (values.get("laat_vallen") or values.get("past_aan")):
        yield Fout("soort", "werkgever", {})
    for kolom in KOLOMMEN:
        words = values.get(kolom.naam)
        if kolom.soort == "tekst" and isinstance(words, str) and (avoided := unkind(words)):
            yield Fout(kolom.naam, "woord", {"woord": avoided[0], "advies": avoided[1]})


@lru_cache(maxsize=20_000)
def unkind(words: str) -> tuple[str, str] | None:
    """The first word or phrase that no screen shows (a name for people, a threat), with what to write instead."""
    for found in verboden_woorden(words):
        return found.tekst, found.advies
    for row in find(parse(words, None), frozenset({"dreigend"})):
        return row.tekst, row.advies
    return None


def tidy(text: str) -> str:
    """One line without signs that cannot be seen; a formula stays what it is: text."""
    if not (text.isascii() and text.isprintable()):
        text = "".join(sign for sign in text if sign in "\t\n\r" or unicodedata.category(sign) not in ("Cc", "Cf"))
    return " ".join(text.split())


def as_text(kolom: Kolom, value: Any) -> str:
    """A value as it stands in the list."""
    if kolom.soort == "ja_nee":
        return "ja" if value else "nee"
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else str(value)


def _value(kolom: Kolom, text: str, help_names: Mapping[str, str]) -> Any:
    if kolom.nodig and not text:
        raise CelFout("leeg")
    if kolom.naam == "instrument":
        found = help_names.get(text.casefold())
        if found is None:
            raise CelFout("onbekende_hulp", wat=text[:60])
        return found
    if kolom.naam == "soort":
        return _kind(text)
    if kolom.soort == "ja_nee":
        if text.casefold() not in _JA | _NEE:
            raise CelFout("ja_nee", wat=text[:60])
        return text.casefold() in _JA
    if kolom.soort == "getal":
        return _number(kolom, text)
    if kolom.soort == "dag":
        return day(text)
    if len(text) > kolom.hoogstens:
        raise CelFout("te_lang", aantal=kolom.hoogstens, nu=len(text))
    return text


def _kind(text: str) -> str:
    found = text.casefold() or "hulp"
    if found not in SOORTEN:
        raise CelFout("soort", wat=text[:60])
    return found


def _number(kolom: Kolom, text: str) -> int | None:
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) <= 6 and int(text) <= kolom.hoogstens):
        raise CelFout("getal", wat=text[:60], tot=kolom.hoogstens)
    return int(text)


def day(text: str) -> date | None:
    """2027-06-30, 30-6-2027 or 30/06/2027; None for nothing. Raises CelFout."""
    if not text:
        return None
    try:
        if match := _ISO.fullmatch(text):
            return date(int(match[1]), int(match[2]), int(match[3]))
        if match := _DUTCH.fullmatch(text):
            return date(int(match[3]), int(match[2]), int(match[1]))
    except ValueError:
        raise CelFout("geen_dag", wat=text[:60]) from None
    raise CelFout("dag", wat=text[:60])
