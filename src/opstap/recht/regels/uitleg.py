"""The trace in words: each rule that was worked out as a step with article, sentence and what it used.

Values are shown the same way everywhere: money "1280.31", days ISO, yes and no, and the names of a choice. In sentences
money and days read as Dutch. Every template is taken apart once, so that explaining stays cheap.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from string import Formatter
from typing import Any

from opstap.kern.geld import Geld
from opstap.recht.regels import boek as regelboek
from opstap.recht.regels import velden
from opstap.recht.regels.motor import Berekening, Regel, Soort
from opstap.recht.regels.ops import ONBEPERKT

MAANDEN = ("", "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
           "november", "december")
WIE = {"_a": "de aanvrager", "_p": "de partner"}


def toon(soort: Soort, waarde: Any) -> str:
    """A value as it stands in the answer (`uitkomst` and `gebruikt`)."""
    return _SHOW[soort](waarde) if isinstance(soort, str) else soort[waarde]


def lees(soort: Soort, waarde: Any) -> str:
    """A value as a person reads it in a sentence."""
    return _READ.get(soort, _SHOW.get(soort, str))(waarde) if isinstance(soort, str) else soort[waarde]


def _money(cents: int) -> str:
    if cents < 0 or cents >= ONBEPERKT:
        return "niet bekend" if cents < 0 else "geen maximum"
    return f"{cents // 100}.{cents % 100:02d}"


@lru_cache(maxsize=8192)
def _day(ordinal: int) -> str:
    return date.fromordinal(ordinal).isoformat() if ordinal > 0 else ""


@lru_cache(maxsize=8192)
def _day_nl(ordinal: int) -> str:
    day = date.fromordinal(max(ordinal, 1))
    return f"{day.day} {MAANDEN[day.month]} {day.year}"


def _yes(waarde: bool) -> str:
    return "ja" if waarde else "nee"


def _percent(hundredths: int) -> str:
    return f"{hundredths // 100}.{hundredths % 100:02d}%"


def _list(waarde: Any) -> str:
    return " ".join("ja" if each is True else "nee" if each is False else str(each) for each in waarde) if waarde else ""


_SHOW: dict[str, Callable[[Any], str]] = {
    "geld": _money, "getal": str, "ja_nee": _yes, "datum": _day, "procent": _percent, "lijst": _list, "tabel": str,
}
_READ: dict[str, Callable[[Any], str]] = {"geld": lambda cents: Geld(cents).nl, "datum": _day_nl}


@lru_cache(maxsize=1)
def soorten() -> dict[str, Soort]:
    """How to show each name: facts, amounts and rules."""
    result: dict[str, Soort] = {name: veld.soort for name, veld in {**velden.ALLE, **velden.DAGFEITEN}.items()}
    result.update(dict.fromkeys(velden.MEDEBEWONER, "lijst"))
    result.update(dict.fromkeys((*regelboek.BELEID, "dertig_dagen"), "getal"))
    result["auto_vrij"] = "geld"
    for name, key in regelboek.sleutels().items():
        result[name] = _soort_van(key)
    for name, versions in regelboek.boek().regels.items():
        result[name] = "lijst" if versions[-1].per == "medebewoner" else versions[-1].soort
    return result


def _soort_van(key: str) -> str:
    if key.startswith("percentage."):
        return "procent"
    return "getal" if key.startswith(("maanden.", "leeftijd.")) else "geld"


@lru_cache(maxsize=512)
def _gebruikt_van(each: Regel) -> tuple[tuple[str, str, Soort], ...]:
    """(argument, name in the trace, kind) of what a rule uses; tables and marks are left out."""
    kinds, keys = soorten(), regelboek.sleutels()
    shown = []
    for arg in each.args:
        if arg == "leden" or arg in regelboek.MERKEN or kinds[arg] == "tabel":
            continue
        shown.append((arg, keys.get(arg, arg), kinds[arg]))
    return tuple(shown)


Deel = tuple[str, str | None]


@lru_cache(maxsize=1024)
def _delen(template: str) -> tuple[Deel, ...]:
    return tuple((literal, field) for literal, field, _, _ in Formatter().parse(template))


class Verteller:
    """Makes steps of one calculation; each value is put into words once."""

    __slots__ = ("b", "kinds", "shown")

    def __init__(self, b: Berekening) -> None:
        self.b = b
        self.kinds = soorten()
        self.shown: dict[str, str] = {}

    def show(self, naam: str, kind: Soort) -> str:
        text = self.shown.get(naam)
        if text is None:
            waarde = self.b[naam]
            text = self.shown[naam] = _SHOW[kind](waarde) if isinstance(kind, str) else kind[waarde]
        return text

    def stap(self, each: Regel) -> dict[str, Any]:
        """One step of the answer."""
        return {
            "regel": each.naam,
            "stap": each.stap,
            "artikel": each.artikel if isinstance(each.artikel, str) else each.artikel(self.b, each),
            "uitkomst": self.show(each.naam, self.kinds[each.naam]),
            "tekst": self._sentence(each),
            "gebruikt": {name: self.show(arg, kind) for arg, name, kind in _gebruikt_van(each)},
        }

    def _sentence(self, each: Regel) -> str:
        waarde = self.b[each.naam]
        template: Any = each.tekst
        if isinstance(template, Mapping):
            template = template[waarde] if waarde in template else template[None]
        if callable(template):
            template = template(self.b, each)
        parts = []
        for literal, field in _delen(template):
            parts.append(literal)
            if field is not None:
                parts.append(self._word(each, field))
        return "".join(parts)

    def _word(self, each: Regel, field: str) -> str:
        if field in ("wie", "Wie"):
            wie = WIE[each.naam[-2:]]
            return wie if field == "wie" else wie.capitalize()
        naam = each.naam if field == "uitkomst" else field
        return lees(self.kinds[naam], self.b[naam])
