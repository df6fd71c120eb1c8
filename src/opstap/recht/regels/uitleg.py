"""The trace in words: each rule that was worked out as a step with article, sentence and what it used.

Values are shown the same way everywhere: money "1280.31", days ISO, yes and no, and the names of a choice. In sentences
money and days read as Dutch. The steps of a day are put together once, as one function, so that explaining stays cheap.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import lru_cache
from string import Formatter
from typing import Any, cast

from opstap.recht.regels.motor import Regel, Soort, Waarden
from opstap.recht.regels.ops import ONBEPERKT

MAANDEN = (
    "",
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
WIE = {"_a": "de aanvrager", "_p": "de partner"}
JA_NEE = {True: "ja", False: "nee"}


@lru_cache(maxsize=8192)
def geld(cents: int) -> str:
    """Cents as "1280.31"; an amount without a source, or without a maximum, in words."""
    if cents >= 0 and cents != ONBEPERKT:
        return f"{cents // 100}.{cents % 100:02d}"
    return "niet bekend" if cents < 0 else "geen maximum"


@lru_cache(maxsize=8192)
def geld_nl(cents: int) -> str:
    """Cents as a person reads them: € 1.280,31."""
    return "€\u00a0" + f"{max(cents, 0) // 100:,}".replace(",", ".") + f",{max(cents, 0) % 100:02d}"


@lru_cache(maxsize=8192)
def datum(ordinal: int) -> str:
    """A day as ISO; empty for none."""
    return date.fromordinal(ordinal).isoformat() if ordinal > 0 else ""


@lru_cache(maxsize=8192)
def datum_nl(ordinal: int) -> str:
    """A day as a person reads it: 1 juli 2026."""
    day = date.fromordinal(max(ordinal, 1))
    return f"{day.day} {MAANDEN[day.month]} {day.year}"


def procent(hundredths: int) -> str:
    """Hundredths of a percent as "12.50%"."""
    return f"{hundredths // 100}.{hundredths % 100:02d}%"


@lru_cache(maxsize=8192)
def procent_nl(hundredths: int) -> str:
    """Hundredths of a percent as a person reads them: 12,5 %."""
    whole, rest = divmod(hundredths, 100)
    return f"{whole},{rest:02d}".rstrip("0").rstrip(",") + "\u00a0%"


def lijst(waarden: Any) -> str:
    """A value for each housemate, in the order of the document."""
    return " ".join(JA_NEE[each] if isinstance(each, bool) else str(each) for each in waarden)


SHOW: dict[str, Callable[[Any], str]] = {
    "geld": geld,
    "getal": str,
    "ja_nee": JA_NEE.__getitem__,
    "datum": datum,
    "procent": procent,
    "lijst": lijst,
}
READ: dict[str, Callable[[Any], str]] = {**SHOW, "geld": geld_nl, "datum": datum_nl, "procent": procent_nl}


def toon(soort: Soort, waarde: Any) -> str:
    """A value as it stands in the answer (`uitkomst` and `gebruikt`)."""
    return SHOW[soort](waarde) if isinstance(soort, str) else soort[waarde]


def maak_verteller(
    regels: Iterable[Regel],
    vast: Waarden,
    soorten: Mapping[str, Soort],
    sleutels: Mapping[str, str],
    voorwaarde: Callable[[Regel], str],
) -> Callable[[Waarden], list[dict[str, Any]]]:
    """One function that tells the steps of these rules. `voorwaarde`: Python on the values, when a step is of use."""
    return _Maker(vast, soorten, sleutels).function(list(regels), voorwaarde)


class _Maker:
    """Writes the function of `maak_verteller`: a line per value to show, a line per step."""

    def __init__(self, vast: Waarden, soorten: Mapping[str, Soort], sleutels: Mapping[str, str]) -> None:
        self.vast, self.soorten, self.sleutels = vast, soorten, sleutels
        self.names: dict[str, Any] = {}
        self.shown: dict[str, str] = {}

    def function(
        self, regels: list[Regel], voorwaarde: Callable[[Regel], str]
    ) -> Callable[[Waarden], list[dict[str, Any]]]:
        body: list[str] = []
        for each in regels:
            body += self._step(each, voorwaarde(each))
        lines = [f" {name} = {code}" for name, code in self.shown.items()]
        source = "\n".join(["def vertel(w):", " stappen = []; stap = stappen.append", *lines, *body, " return stappen"])
        exec(compile(source, "<stappen>", "exec"), self.names)  # noqa: S102  our own rules and texts
        return cast("Callable[[Waarden], list[dict[str, Any]]]", self.names["vertel"])

    def _show(self, naam: str, mark: str, how: dict[str, Callable[[Any], str]]) -> str:
        """Python that shows a value; what is the same for everybody is shown once, here.

        A value as it stands in the answer is used by several steps and gets a name; one in a sentence is used once.
        """
        soort = self.soorten[naam]
        if naam in self.vast:
            return repr(how[soort](self.vast[naam]) if isinstance(soort, str) else soort[self.vast[naam]])
        code = self._code(naam, soort, mark, how)
        if mark != "s_":
            return code
        self.shown[mark + naam] = code
        return mark + naam

    def _code(self, naam: str, soort: Soort, mark: str, how: dict[str, Callable[[Any], str]]) -> str:
        value = f"w[{naam!r}]"
        if not isinstance(soort, str):
            self.names[f"{mark}f_{naam}"] = soort
            return f"{mark}f_{naam}[{value}]"
        if soort == "ja_nee":
            return f"('ja' if {value} else 'nee')"
        self.names[mark + soort] = how[soort]
        if soort in ("geld", "datum") and mark == "s_":
            return f"({mark}{soort}({value}) if {value} else {how[soort](0)!r})"
        return f"{mark}{soort}({value})"

    def _step(self, each: Regel, condition: str) -> list[str]:
        naam = each.naam
        used = ", ".join(
            f"{self.sleutels.get(arg, arg)!r}: {self._show(arg, 's_', SHOW)}"
            for arg in each.args
            if self.soorten.get(arg, "tabel") != "tabel"
        )
        self.names["r_" + naam] = each
        if callable(each.artikel):
            self.names["a_" + naam] = each.artikel
        artikel = f"a_{naam}(w, r_{naam})" if callable(each.artikel) else repr(each.artikel)
        texts = each.tekst.items() if isinstance(each.tekst, Mapping) else [(None, each.tekst)]
        lines, otherwise = [], " if"
        for waarde, template in sorted(texts, key=lambda item: item[0] is None):
            test = f"w[{naam!r}] == {waarde!r}" if waarde is not None else "True"
            step = (
                f"stap({{'regel': {naam!r}, 'stap': {each.stap}, 'artikel': {artikel}, "
                f"'uitkomst': {self._show(naam, 's_', SHOW)}, 'tekst': {self._text(each, template)}, "
                f"'gebruikt': {{{used}}}}})"
            )
            lines.append(f"{otherwise} {test}: {step if template else 'pass'}")
            otherwise = " elif"
        return [f" if {condition}:", *(" " + line for line in lines)] if condition else lines

    def _text(self, each: Regel, template: Any) -> str:
        """Python that gives the sentence."""
        if callable(template):
            self.names[f"t_{each.naam}"] = template
            return f"t_{each.naam}(w, r_{each.naam})"
        parts = []
        for literal, field, _, _ in Formatter().parse(template or ""):
            if literal:
                parts.append(repr(literal))
            if field in ("wie", "Wie"):
                wie = WIE[each.naam[-2:]]
                parts.append(repr(wie if field == "wie" else wie.capitalize()))
            elif field is not None:
                parts.append(self._show(each.naam if field == "uitkomst" else field, "n_", READ))
        return " + ".join(parts) or "''"
