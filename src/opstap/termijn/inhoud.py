"""The dated content of the terms (`inhoud/termijnen`): names, articles, sentences, holidays, penalty bands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from opstap.kern.content import INHOUD, InhoudFout, Rij, load, require
from opstap.kern.geld import GeenBedrag, Geld
from opstap.termijn.invoer import SOORTEN

MAP = INHOUD / "termijnen"
_HEAD: dict[str, Any] = {"eigenaar": str, "herzien_voor": date}
_TERM: dict[str, Any] = dict.fromkeys(("id", "naam", "naam_en", "aan_zet", "artikel", "bron", "tekst", "tekst_en"), str)
TALEN = ("nl", "en")
STATEN = ("gedaan", "voorbij", "vervallen", "onbekend", "informatie")
_TERM_EXTRA = dict.fromkeys(
    (
        "vanaf",
        "tot",
        "trigger",
        "op",
        "lengte",
        "eenheid",
        "wijze",
        "atw",
        "inwoner",
        "direct",
        "klaar_door",
        *(f"tekst_{state}{tail}" for state in STATEN for tail in ("", "_en")),
    )
)
_OPTIONAL_TYPES: dict[str, type] = {
    "vanaf": date, "tot": date, "trigger": str, "op": str, "lengte": int, "wijze": str, "atw": bool, "inwoner": bool,
    "direct": bool, "klaar_door": list,
}  # fmt: skip
_WORDS = frozenset(("uiterlijk", "begin", "gedaan", "eerste_dag", "bedrag", "beslisdatum"))
_LOOSE_WORDS = frozenset(("dag", "naam", "was", "wordt"))
EENHEDEN = ("dagen", "weken", "maanden", "jaren", "uren", "werkdagen")


@dataclass(frozen=True)
class Beschrijving:
    """What the content says of one term in one period; names and sentences per language."""

    id: str
    namen: dict[str, str]
    aan_zet: str
    artikel: str
    bron: str
    teksten: dict[str, dict[str, str]]
    vanaf: date
    tot: date
    trigger: str | None
    op_bekendmaking: bool
    lengte: int | None
    eenheid: str
    wijze: str | None
    atw: bool
    inwoner: bool
    direct: bool
    klaar_door: tuple[str, ...]


@dataclass(frozen=True)
class Dwangsomtabel:
    """Penalty bands that hold from `vanaf`: (days, amount per day)."""

    vanaf: date
    banden: tuple[tuple[int, Geld], ...]

    @property
    def dagen(self) -> int:
        return sum(days for days, _ in self.banden)

    def bedrag(self, days: int) -> Geld:
        """The penalty for this many days; at most the sum of all bands."""
        cents = 0
        for length, per_day in self.banden:
            used = max(0, min(days, length))
            cents += used * per_day.cents
            days -= used
        return Geld(cents)


@lru_cache(maxsize=4)
def beschrijvingen(directory: Path | None = None) -> tuple[Beschrijving, ...]:
    """Every description, in the order of the file. Raises InhoudFout at a fault or when two periods overlap."""
    path = (directory or MAP) / "termijnen.yaml"
    document = load(path)
    require(path, document, _HEAD | {"bronnen": dict, "termijnen": list})
    result: list[Beschrijving] = []
    for row in document["termijnen"]:
        found = _description(path, row, document["bronnen"])
        for other in result:
            if other.id == found.id and other.vanaf < found.tot and found.vanaf < other.tot:
                raise InhoudFout(path, row.line, f"{found.id} staat er twee keer in voor dezelfde dagen")
        result.append(found)
    return tuple(result)


def beschrijving(id: str, on: date) -> Beschrijving | None:  # noqa: A002  the word of the contract
    """The description of a term on a day, or None where the term does not exist then."""
    return next((row for row in _per_id().get(id, ()) if row.vanaf <= on < row.tot), None)


@lru_cache(maxsize=1)
def _per_id() -> dict[str, tuple[Beschrijving, ...]]:
    rows: dict[str, tuple[Beschrijving, ...]] = {}
    for row in beschrijvingen():
        rows[row.id] = (*rows.get(row.id, ()), row)
    return rows


@lru_cache(maxsize=4)
def zinnen(directory: Path | None = None) -> dict[str, dict[str, str]]:
    """The sentences of the clock that belong to no single term: key, then language."""
    path = (directory or MAP) / "zinnen.yaml"
    document = load(path)
    require(path, document, _HEAD | {"zinnen": dict})
    for row in document["zinnen"].values():
        require(path, row, dict.fromkeys(TALEN, str))
        for text in row.values():
            _check_words(path, row.line, text, _LOOSE_WORDS)
    return {str(key): dict(row) for key, row in document["zinnen"].items()}


def zin(key: str, taal: str, **words: str) -> str:
    """One sentence, filled in."""
    return zinnen()[key][taal].format_map(words)


@lru_cache(maxsize=4)
def gelijkgestelde_dagen(directory: Path | None = None) -> frozenset[date]:
    """The days made equal to a holiday by royal decree (Atw art. 3 lid 3)."""
    path = (directory or MAP) / "feestdagen.yaml"
    document = load(path)
    require(path, document, _HEAD | {"dagen": list})
    days = set()
    for row in document["dagen"]:
        require(path, row, {"datum": date, "naam": str, "bron": str, "staat": str})
        if row["datum"].weekday() >= 5:
            raise InhoudFout(path, row.line, f"{row['datum']} is al een zaterdag of zondag")
        days.add(row["datum"])
    return frozenset(days)


@lru_cache(maxsize=4)
def dwangsomtabellen(directory: Path | None = None) -> tuple[Dwangsomtabel, ...]:
    """The penalty bands, oldest first."""
    path = (directory or MAP) / "dwangsom.yaml"
    document = load(path)
    require(path, document, _HEAD | {"tabellen": list})
    tables = []
    for row in document["tabellen"]:
        require(path, row, {"vanaf": date, "bron": str, "staat": str, "banden": list})
        bands = []
        for band in row["banden"]:
            require(path, band, {"dagen": int, "per_dag": str})
            try:
                bands.append((band["dagen"], Geld.parse(band["per_dag"])))
            except GeenBedrag as error:
                raise InhoudFout(path, band.line, str(error)) from None
        tables.append(Dwangsomtabel(row["vanaf"], tuple(bands)))
    return tuple(sorted(tables, key=lambda table: table.vanaf))


def dwangsomtabel(on: date) -> Dwangsomtabel | None:
    """The bands in force on a day, or None before the first known ones."""
    return next((table for table in reversed(dwangsomtabellen()) if table.vanaf <= on), None)


def _description(path: Path, row: Any, sources: dict[str, str]) -> Beschrijving:
    require(path, row, _TERM, _TERM_EXTRA)
    if row["bron"] not in sources:
        raise InhoudFout(path, row.line, f"{row['id']}: de bron {row['bron']} staat niet onder bronnen")
    if row["aan_zet"] not in ("gemeente", "inwoner", "ander"):
        raise InhoudFout(path, row.line, f"{row['id']}: aan_zet is gemeente, inwoner of ander")
    if "lengte" in row and row.get("eenheid") not in EENHEDEN:
        raise InhoudFout(path, row.line, f"{row['id']}: eenheid is een van {', '.join(EENHEDEN)}")
    _check_kinds(path, row)
    if "trigger" in row and "lengte" not in row:
        raise InhoudFout(path, row.line, f"{row['id']}: bij een trigger hoort een lengte")
    return Beschrijving(
        row["id"],
        {"nl": row["naam"], "en": row["naam_en"]},
        row["aan_zet"],
        row["artikel"],
        str(sources[row["bron"]]),
        _texts(path, row),
        row.get("vanaf", date.min),
        row.get("tot", date.max),
        row.get("trigger"),
        row.get("op") == "bekend",
        row.get("lengte"),
        row.get("eenheid", "dagen"),
        row.get("wijze"),
        row.get("atw", True),
        row.get("inwoner", False),
        row.get("direct", False),
        tuple(row.get("klaar_door", ())),
    )


def _check_kinds(path: Path, row: Rij) -> None:
    """Types of the optional keys, and events that exist."""
    for key, kind in _OPTIONAL_TYPES.items():
        if key in row and (not isinstance(row[key], kind) or (kind is int and isinstance(row[key], bool))):
            raise InhoudFout(path, row.line, f"{row['id']}: {key} heeft de verkeerde vorm: {row[key]!r}")
    for event in (*row.get("klaar_door", ()), *([row["trigger"]] if "trigger" in row else [])):
        if event not in SOORTEN:
            raise InhoudFout(path, row.line, f"{row['id']}: de gebeurtenis {event} ken ik niet")


def _check_words(path: Path, line: int, text: str, allowed: frozenset[str]) -> None:
    """Only words between braces that the clock fills in."""
    for word in re.findall(r"{(.*?)}", text):
        if word not in allowed:
            raise InhoudFout(path, line, f"{{{word}}} kan de klok niet invullen; kies uit {', '.join(sorted(allowed))}")


def _texts(path: Path, row: Rij) -> dict[str, dict[str, str]]:
    """The sentences per language and state; every sentence stands there in every language."""
    found: dict[str, dict[str, str]] = {language: {} for language in TALEN}
    for state in ("", *STATEN):
        key = f"tekst_{state}".rstrip("_")
        if (key in row) != (f"{key}_en" in row):
            raise InhoudFout(path, row.line, f"{row['id']}: {key} en {key}_en horen er allebei te staan")
        if key in row:
            found["nl"][state], found["en"][state] = str(row[key]), str(row[f"{key}_en"])
            for text in (found["nl"][state], found["en"][state]):
                _check_words(path, row.line, text, _WORDS)
    return found
