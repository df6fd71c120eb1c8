"""A supply list as a file: CSV or JSON in, rows with their line number out. Nothing is run, nothing is guessed."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from dataclasses import dataclass
from typing import Any

from opstap.kern.cellen import unescaped

HOOGSTENS_BYTES = 5 * 1024 * 1024
HOOGSTENS_RIJEN = 20_000
SOORT_BESTAND = "opstap-aanbod"
VERSIE = 1
_BEKEND = ((b"PK", "excel"), (b"\xd0\xcf\x11\xe0", "excel"), (b"%PDF", "geen_lijst"))


class LijstFout(ValueError):
    """The whole file cannot be read. `sleutel` is the last part of the key of the sentence that says how to go on."""

    def __init__(self, sleutel: str, **waarden: Any) -> None:
        super().__init__(sleutel)
        self.sleutel, self.waarden = sleutel, waarden


@dataclass(frozen=True, slots=True)
class Lijst:
    """What stands in the file: names of the columns, rows (line number, cells by name), and remarks about reading."""

    kop: tuple[str, ...]
    rijen: tuple[tuple[int, dict[str, str]], ...]
    scheef: tuple[tuple[int, int], ...] = ()
    """Rows with another number of cells than there are columns: line and number of cells."""
    opmerkingen: tuple[str, ...] = ()


def read(data: bytes) -> Lijst:
    """The list in these bytes. Raises LijstFout."""
    if not data.strip():
        raise LijstFout("leeg_bestand")
    if len(data) > HOOGSTENS_BYTES:
        raise LijstFout("te_groot", mb=HOOGSTENS_BYTES // 1024 // 1024)
    for mark, key in _BEKEND:
        if data.startswith(mark):
            raise LijstFout(key)
    text, remarks = decode(data)
    found = _read_json(text) if text.lstrip()[:1] in "{[" else _read_csv(text)
    if len(found.rijen) + len(found.scheef) > HOOGSTENS_RIJEN:
        raise LijstFout("te_veel_rijen", tot=HOOGSTENS_RIJEN)
    if not found.rijen and not found.scheef:
        raise LijstFout("geen_rijen")
    return Lijst(found.kop, found.rijen, found.scheef, remarks)


def decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The text and, when it was not UTF-8, a remark that says so. Raises LijstFout for bytes that are no text."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        try:
            return _plain(data.decode("utf-16")), ("utf16",)
        except UnicodeDecodeError:
            raise LijstFout("geen_lijst") from None
    try:
        return _plain(data.decode("utf-8-sig")), ()
    except UnicodeDecodeError as first:
        try:
            return _plain(data.decode("cp1252")), ("windows",)
        except UnicodeDecodeError:
            raise LijstFout("tekens", regel=data[: first.start].count(b"\n") + 1) from None


def _plain(text: str) -> str:
    if "\x00" in text:
        raise LijstFout("geen_lijst")
    return text


def column_name(text: str) -> str:
    """The name of a column as it is compared: small letters, no accents, one underscore between words."""
    bare = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "_", bare.casefold()).strip("_")


def _read_csv(text: str) -> Lijst:
    first = next((line for line in text.splitlines() if line.strip()), "")
    counts = {sign: first.count(sign) for sign in ";,\t|"}
    sign = max(counts, key=lambda one: counts[one])
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=True)
    kop: tuple[str, ...] = ()
    rows, skewed = [], []
    before = 0
    try:
        for cells in reader:
            line, before = before + 1, reader.line_num
            if not any(cell.strip() for cell in cells):
                continue
            if not kop:
                kop = _head(cells)
            elif (len(cells) > len(kop) and any(cell.strip() for cell in cells[len(kop):])) or len(cells) < len(kop):
                skewed.append((line, len(cells)))
            else:
                rows.append((line, {name: unescaped(cell) for name, cell in zip(kop, cells, strict=False)}))
    except csv.Error:
        raise LijstFout("aanhaling", regel=before + 1) from None
    return Lijst(kop, tuple(rows), tuple(skewed))


def _head(cells: list[str]) -> tuple[str, ...]:
    names = [" ".join(cell.split()) for cell in cells]
    while names and not names[-1]:
        names.pop()
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise LijstFout("kolom_dubbel", naam=twice or "(leeg)")
    if len(names) < 2:
        raise LijstFout("een_kolom")
    return tuple(names)


def _read_json(text: str) -> Lijst:
    try:
        document = json.loads(text, parse_float=str, parse_constant=str)
    except json.JSONDecodeError as error:
        raise LijstFout("geen_json", regel=error.lineno) from None
    except (RecursionError, ValueError):
        raise LijstFout("geen_json", regel=1) from None
    rows = document.get("aanbod") if isinstance(document, dict) else document
    if isinstance(document, dict) and document.get("soort") not in (None, SOORT_BESTAND):
        raise LijstFout("ander_bestand", wat=str(document.get("soort"))[:60])
    if isinstance(document, dict) and document.get("versie", VERSIE) != VERSIE:
        raise LijstFout("andere_versie", versie=VERSIE)
    if not isinstance(rows, list):
        raise LijstFout("json_vorm")
    kop = tuple(dict.fromkeys(str(key) for row in rows if isinstance(row, dict) for key in row))
    good, skewed = [], []
    for number, row in enumerate(rows, 1):
        if isinstance(row, dict) and not any(isinstance(value, dict | list) for value in row.values()):
            good.append((number, {str(key): _cell(value) for key, value in row.items()}))
        else:
            skewed.append((number, 0))
    return Lijst(kop, tuple(good), tuple(skewed))


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    return str(value)
