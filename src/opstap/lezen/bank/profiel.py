"""The descriptive profiles of the lists of banks: which columns mean what. Content, read once and checked."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from opstap.kern.content import INHOUD, InhoudFout, load, require
from opstap.lezen.bank.bijschrijving import SOORTEN

KOLOMMEN = frozenset(
    {"rekening", "datum", "bedrag", "teken", "munt", "begin", "saldo", "naam", "tegenrekening", "omschrijving",
     "code", "status", "kosten"}
)  # fmt: skip
_SEPARATORS = ("\t", ";", ",", "|")
Kolom = int | str | tuple[int | str, ...]


@dataclass(frozen=True, slots=True)
class Profiel:
    """One way one bank writes its list. Columns by header name, or by number when the list has no header."""

    bank: str
    kolommen: dict[str, Kolom]
    kop: tuple[str, ...] = ()
    vorm: dict[int, re.Pattern[str]] = field(default_factory=dict)
    af: frozenset[str] = frozenset()
    codes: dict[str, str] = field(default_factory=dict)
    geboekt: frozenset[str] = frozenset()


@lru_cache(maxsize=1)
def profielen() -> tuple[Profiel, ...]:
    """All profiles from `inhoud/lezen/bankprofielen.yaml`; raises InhoudFout when one is wrong."""
    path = INHOUD / "lezen" / "bankprofielen.yaml"
    data = load(path)
    require(
        path, data, {"bijgewerkt_op": object, "herzien_voor": object, "eigenaar": str, "bron": str, "profielen": list}
    )
    return tuple(_profiel(path, row) for row in data["profielen"])


def _profiel(path: Any, row: Any) -> Profiel:
    optional = {"kop": list, "vorm": dict, "af": list, "codes": dict, "status_geboekt": list}
    require(path, row, {"bank": str, "kolommen": dict}, optional)
    columns = {naam: tuple(col) if isinstance(col, list) else col for naam, col in row["kolommen"].items()}
    wrong = sorted(set(columns) - KOLOMMEN) or sorted({"datum", "bedrag"} - set(columns))
    if wrong or ("kop" in row) == ("vorm" in row) or not set(row.get("codes", {}).values()) <= SOORTEN:
        raise InhoudFout(path, row.line, f"profiel van {row['bank']} klopt niet: {wrong or 'kop, vorm of codes'}")
    return Profiel(
        bank=row["bank"],
        kolommen=columns,
        kop=tuple(str(name) for name in row.get("kop", ())),
        vorm={int(place): re.compile(pattern) for place, pattern in row.get("vorm", {}).items()},
        af=frozenset(str(word).lower() for word in row.get("af", ())),
        codes={str(key): str(value) for key, value in row.get("codes", {}).items()},
        geboekt=frozenset(str(word).lower() for word in row.get("status_geboekt", ())),
    )


@dataclass(frozen=True, slots=True)
class Herkend:
    """A list whose bank is known: its profile, the separator, the row of the header (-1 without) and place by name."""

    profiel: Profiel
    scheiding: str
    kopregel: int
    plaats: dict[str, int]


def decodeer(data: bytes) -> str:
    """The text of an export: UTF-8 or UTF-16 (with or without its mark), else the Windows letters that Dutch banks
    use. Every line ends with one newline, also where an old Mac wrote it."""
    return _letters(data).replace("\r\n", "\n").replace("\r", "\n")


def _letters(data: bytes) -> str:
    wide = utf16(data)
    if wide:
        return data.decode(wide, errors="replace").lstrip("\ufeff")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def utf16(data: bytes) -> str | None:
    """The name of the UTF-16 order these bytes are written in, by their mark or by a zero beside nearly each letter."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "utf-16"
    head = data[:400]
    for order, zeros in (("utf-16-le", head[1::2]), ("utf-16-be", head[0::2])):
        if len(head) >= 20 and zeros.count(0) > 0.8 * len(zeros) and head.count(0) == zeros.count(0):
            return order
    return None


def herken_profiel(tekst: str) -> Herkend | None:
    """The profile that fits the first rows of this text, or None."""
    head = tekst[:20_000]
    for separator in _SEPARATORS:
        if separator not in head:
            continue
        rows = _first_rows(head, separator)
        for profiel in profielen():
            found = _by_header(profiel, rows) if profiel.kop else _by_shape(profiel, rows)
            if found is not None:
                return Herkend(profiel, separator, *found)
    return None


def is_lijst(data: bytes, named_csv: bool) -> bool:
    """Whether these bytes are a list of bookings: of a known bank, or by name and with columns."""
    text = decodeer(data[:65_536])
    if herken_profiel(text) is not None:
        return True
    lines = [line for line in text.splitlines()[:5] if line.strip()]
    return named_csv and len(lines) > 1 and any(all(line.count(sep) >= 2 for line in lines) for sep in _SEPARATORS)


def _first_rows(head: str, separator: str) -> list[list[str]]:
    try:
        reader = csv.reader(io.StringIO(head), delimiter=separator)
        return [row for _, row in zip(range(8), reader, strict=False)]
    except csv.Error:
        return []


def _key(name: str) -> str:
    return re.sub(r"[^a-z0-9/()]+", " ", name.lower()).strip()


def _by_header(profiel: Profiel, rows: list[list[str]]) -> tuple[int, dict[str, int]] | None:
    for number, row in enumerate(rows[:4]):
        places = {_key(cell): place for place, cell in reversed(list(enumerate(row)))}
        if all(_key(name) in places for name in profiel.kop):
            return number, places
    return None


def _by_shape(profiel: Profiel, rows: list[list[str]]) -> tuple[int, dict[str, int]] | None:
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    # The last of the first rows may be cut off by the look-ahead, so it does not decide.
    if not filled or not all(_fits(profiel, row) for row in filled[:3][: max(1, len(filled) - 1)]):
        return None
    return -1, {}


def _fits(profiel: Profiel, row: list[str]) -> bool:
    return all(place < len(row) and pattern.fullmatch(row[place].strip()) for place, pattern in profiel.vorm.items())


def plaatsen(herkend: Herkend, naam: str) -> tuple[int, ...]:
    """The column numbers that hold `naam`; empty when the list has none."""
    column = herkend.profiel.kolommen.get(naam)
    if column is None:
        return ()
    names = column if isinstance(column, tuple) else (column,)
    found = (name if isinstance(name, int) else herkend.plaats.get(_key(name)) for name in names)
    return tuple(dict.fromkeys(place for place in found if place is not None))
