"""Words that no screen and no letter uses, and what to write instead (content: `inhoud/taal/vermijd.yaml`)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from opstap.kern.content import INHOUD, InhoudFout, load, require

BESTAND = INHOUD / "taal" / "vermijd.yaml"
_KOP: dict[str, type | tuple[type, ...]] = {
    "eigenaar": str,
    "geldig_vanaf": date,
    "herzien_voor": date,
    "bronnen": dict,
    "woorden": list,
}


@dataclass(frozen=True, slots=True)
class Vondst:
    """A word to avoid as found: where it stands in the text, and what to write instead."""

    tekst: str
    van: int
    tot: int
    advies: str
    bron: str = ""


@dataclass(frozen=True, slots=True)
class Vermijdwoord:
    """One entry of the list. `patroon` matches the whole word in its forms."""

    patroon: re.Pattern[str]
    taal: str
    advies: str
    bron: str
    overal: bool


def verboden_woorden(tekst: str, taal: str = "nl") -> list[Vondst]:
    """Words that never stand on a screen or in a letter: names for people and threats (entries with `overal: true`)."""
    return _find(tekst, taal, everywhere=True)


def vermijd_woorden(tekst: str, taal: str = "nl") -> list[Vondst]:
    """Every word to avoid, also those a worker's screen may need (a law's own word)."""
    return _find(tekst, taal, everywhere=False)


def _find(tekst: str, taal: str, *, everywhere: bool) -> list[Vondst]:
    found = [
        Vondst(match.group(), match.start(), match.end(), woord.advies, woord.bron)
        for woord in load_woorden(BESTAND)
        if woord.taal == taal and (woord.overal or not everywhere)
        for match in woord.patroon.finditer(tekst)
    ]
    found.sort(key=lambda vondst: (vondst.van, -vondst.tot))
    kept: list[Vondst] = []
    for vondst in found:
        if not kept or vondst.van >= kept[-1].tot:
            kept.append(vondst)
    return kept


@cache
def load_woorden(path: Path) -> tuple[Vermijdwoord, ...]:
    """The list of words to avoid. Raises InhoudFout."""
    document = load(path)
    require(path, document, _KOP)
    rows = []
    for row in document["woorden"]:
        require(path, row, {"woord": str, "advies": str, "bron": str}, {"taal": 0, "overal": 0, "uitleg": 0})
        if row["bron"] not in document["bronnen"]:
            raise InhoudFout(path, row.line, f"bron {row['bron']} staat niet onder bronnen")
        try:
            pattern = re.compile(rf"(?<![\w@.-])(?:{row['woord']})(?!\w|@|\.(?:nl|com|org|eu)\b)", re.IGNORECASE)
        except re.error as error:
            raise InhoudFout(path, row.line, f"woord {row['woord']!r} is geen goed patroon: {error}") from None
        rows.append(Vermijdwoord(pattern, row.get("taal", "nl"), row["advies"], row["bron"], bool(row.get("overal"))))
    return tuple(rows)
