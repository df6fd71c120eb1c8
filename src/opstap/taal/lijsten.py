"""The word lists of the text check, read once (content: `inhoud/taal/*.yaml`)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from opstap.kern.content import INHOUD, InhoudFout, Rij, load, require

MAP = INHOUD / "taal"
_KOP: dict[str, type | tuple[type, ...]] = {"eigenaar": str, "geldig_vanaf": date, "herzien_voor": date}


@dataclass(frozen=True, slots=True)
class Patroon:
    """A pattern to look for inside one sentence, what to do instead, and a sentence it must find."""

    patroon: re.Pattern[str]
    advies: str
    voorbeeld: str = ""
    samen_met: re.Pattern[str] | None = None

    def search(self, text: str) -> re.Match[str] | None:
        """The first match, when what must stand in the same sentence (`samen_met`) stands there too."""
        match = self.patroon.search(text)
        return match if match and (self.samen_met is None or self.samen_met.search(text)) else None


@dataclass(frozen=True, slots=True)
class Zinsbouw:
    """The lists of the sentence rules; see `zinsbouw.yaml` for what each holds."""

    geen_deelwoord: frozenset[str]
    sterk_deelwoord: frozenset[str]
    met_zijn: frozenset[str]
    gewone_ing: frozenset[str]
    eten_van: frozenset[str]
    functiewerkwoord: tuple[Patroon, ...]
    ontkenning: re.Pattern[str]
    dubbel: tuple[re.Pattern[str], ...]
    bekend: frozenset[str]
    afkortingen: dict[str, str]


@cache
def dreigend(path: Path = MAP / "dreigend.yaml") -> tuple[Patroon, ...]:
    """Patterns of threats, blame and orders. Raises InhoudFout."""
    document = load(path)
    require(path, document, {**_KOP, "bronnen": Rij, "patronen": list})
    rows = []
    for row in document["patronen"]:
        require(path, row, {"patroon": str, "voorbeeld": str, "advies": str}, {"samen_met": str})
        together = _compile(path, row.line, row["samen_met"]) if "samen_met" in row else None
        rows.append(Patroon(_compile(path, row.line, row["patroon"]), row["advies"], row["voorbeeld"], together))
    return tuple(rows)


@cache
def moeilijk(path: Path = MAP / "moeilijk.yaml") -> tuple[dict[str, str], dict[str, str]]:
    """Difficult words → a plainer way: whole words, and beginnings (written with a star). Raises InhoudFout."""
    document = load(path)
    require(path, document, {**_KOP, "woorden": Rij})
    whole: dict[str, str] = {}
    begins: dict[str, str] = {}
    for word, advies in document["woorden"].items():
        if not isinstance(word, str) or not isinstance(advies, str):
            raise InhoudFout(path, document["woorden"].lines[word], "zet woord en advies tussen aanhalingstekens")
        (begins if word.endswith("*") else whole)[word.rstrip("*")] = advies
    return whole, begins


@cache
def zinsbouw(path: Path = MAP / "zinsbouw.yaml") -> Zinsbouw:
    """The lists for passive voice, noun style, double negation and abbreviations. Raises InhoudFout."""
    document = load(path)
    names = ("geen_deelwoord", "sterk_deelwoord", "met_zijn", "gewone_ing", "eten_van", "on_woorden", "bekend")
    require(path, document, {**_KOP, **dict.fromkeys(names, str), "ontkenning_voor": str, "functiewerkwoord": list,
                             "dubbel": list, "afkortingen": Rij})  # fmt: skip
    sets = {name: frozenset(document[name].split()) for name in names}
    verbs = []
    for row in document["functiewerkwoord"]:
        require(path, row, {"patroon": str, "advies": str})
        verbs.append(Patroon(_compile(path, row.line, rf"\b(?:{row['patroon']})"), row["advies"]))
    negative = "|".join(sorted(sets.pop("on_woorden"), key=len, reverse=True))
    # between: small words only, so that "niet" and "on…" belong to each other
    small = r"(?:(?:geheel|helemaal|echt|zo|erg|heel|per se|altijd)\s+)?"
    pair = rf"\b(?:{document['ontkenning_voor']})\s+{small}(?:{negative})(?:e|er|s)?\b"
    return Zinsbouw(
        **sets,
        functiewerkwoord=tuple(verbs),
        ontkenning=_compile(path, None, pair),
        dubbel=tuple(_compile(path, None, rf"\b(?:{pattern})\b") for pattern in document["dubbel"]),
        afkortingen={str(short).lower(): str(text) for short, text in document["afkortingen"].items()},
    )


def _compile(path: Path, line: int | None, pattern: str) -> re.Pattern[str]:
    try:
        return re.compile(pattern, re.IGNORECASE)
    except re.error as error:
        raise InhoudFout(path, line, f"{pattern!r} is geen goed patroon: {error}") from None
