"""The checks that every content file of the keuzehulp shares. Each raises InhoudFout with file, line and what."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from opstap.kern.content import InhoudFout, Rij
from opstap.keuzehulp.methode.model import Herkomst

GETOOND = (
    "kort", "gewone_woorden", "mensen", "land", "opzet", "uitkomst", "termijn", "zekerheid_omdat", "betaald_door",
    "beter_voor", "minder_voor",
)  # fmt: skip
"""What the page of a study shows in words, next to its source."""


def herkomst(path: Path, row: Rij) -> Herkomst:
    """Owner, last change and review-by date; the review day lies after the change."""
    text(path, row, "eigenaar")
    for key in ("bijgewerkt_op", "herzien_voor"):
        if not isinstance(row.get(key), date) or isinstance(row[key], datetime):
            raise InhoudFout(path, row.line, f"{key} moet een datum zijn, zoals 2026-11-22")
    if row["herzien_voor"] <= row["bijgewerkt_op"]:
        raise InhoudFout(path, row.line, "herzien_voor ligt niet na bijgewerkt_op")
    return Herkomst(row["eigenaar"], row["bijgewerkt_op"], row["herzien_voor"])


def text(path: Path, row: Rij, key: str) -> str:
    """A text that is not empty."""
    value = row.get(key)
    if not isinstance(value, str) or not value.strip():
        raise InhoudFout(path, row.line, f"{key} is leeg of ontbreekt; schrijf hier een zin")
    return value.strip()


def texts(path: Path, row: Rij, key: str) -> tuple[str, ...]:
    """A list of texts; may be empty."""
    value = row.get(key)
    if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
        raise InhoudFout(path, row.line, f"{key} moet een lijst van teksten zijn")
    return tuple(value)


def one_of(path: Path, row: Rij, key: str, allowed: Collection[str]) -> str:
    """A text out of a fixed list."""
    value = row.get(key)
    if not isinstance(value, str) or value not in allowed:
        raise InhoudFout(path, row.line, f"{key} is {value!r}; kies uit: {', '.join(allowed)}")
    return value


def rows(path: Path, row: Rij, key: str, allowed: Mapping[str, Collection[str]]) -> dict[str, tuple[str, ...]]:
    """A block `name: [values]` in which every name and value is allowed; {} when the key is absent."""
    block: Any = row.get(key)
    if block is None:
        return {}
    if not isinstance(block, Rij):
        raise InhoudFout(path, row.line, f"{key} moet een blok vraag: [antwoorden] zijn")
    result: dict[str, tuple[str, ...]] = {}
    for name, values in block.items():
        if name not in allowed:
            raise InhoudFout(path, block.line, f"{key}: de vraag {name} bestaat niet")
        if not isinstance(values, list) or not values:
            raise InhoudFout(path, block.line, f"{key}: bij {name} hoort een lijst met minstens één antwoord")
        for value in values:
            if value not in allowed[name]:
                raise InhoudFout(path, block.line, f"{key}: het antwoord {value!r} bestaat niet bij {name}")
        result[name] = tuple(values)
    return result


def check_no_number(path: Path, row: Rij) -> None:
    """A study that nobody checked in its source puts no number on a screen: not in a sentence, not in its term."""
    for key in GETOOND:
        value = row[key]
        if any(re.search(r"\d", words) for words in ([value] if isinstance(value, str) else value)):
            raise InhoudFout(path, row.lines[key], f"{key} noemt een getal, maar dit onderzoek is niet nagekeken")
