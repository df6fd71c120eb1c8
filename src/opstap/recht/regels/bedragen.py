"""Dated amounts of the Participatiewet: which amount holds on a day, from which source and how sure we are of it.

The files stand in `inhoud/bedragen/`: one file per start date and `sleutels.yaml` with every key. Only the files of
the calendar year in force are read (at most a handful), each is checked against its relations, and every slip is an
InhoudFout that names file, line and fault. See `inhoud/bedragen/README.md` for the keys and how to add a date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from opstap.kern.content import INHOUD, InhoudFout, Rij, require
from opstap.kern.content import load as load_content
from opstap.recht.regels import verbanden

MAP = INHOUD / "bedragen"
EERSTE = date(2018, 1, 1)
STATEN = ("gelezen", "berekend", "afgeleid", "onbevestigd")
RITMES = ("januari", "januari_juli", "blijvend")
EENHEDEN = ("euro", "procent", "aantal")
_HEAD: dict[str, Any] = {
    "peildatum": date,
    "eigenaar": str,
    "herzien_voor": date,
    "excl_staat": str,
    "bronnen": dict,
    "rijen": list,
}
_ROW: dict[str, Any] = {
    "sleutel": str,
    "waarde": str,
    "staat": str,
    "ritme": str,
    "artikel": str,
    "situatie": str,
    "bron": str,
}
_OPTIONAL = {"excl": None, "opmerking": None}
_DATE_NAME = re.compile(r"\d{4}-\d{2}-\d{2}\.yaml")
_UNIT_OF = {
    "euro": re.compile(r"\d{1,9}\.\d{2}"),
    "procent": re.compile(r"(\d{1,3}\.\d{2}) %"),
    "aantal": re.compile(r"(\d{1,5}) (?:jaar|maanden|weken|dagen|keer)"),
}


class VoorEersteBedragen(ValueError):
    """The day lies before the first known amounts (1 January 2018)."""

    def __init__(self, on: date) -> None:
        super().__init__(f"Opstap kent de bedragen vanaf {EERSTE.isoformat()}; {on.isoformat()} ligt daarvoor.")


@dataclass(frozen=True, slots=True)
class Bedrag:
    """One dated amount.

    `cents`: euro cents (with holiday allowance where there is any); hundredths of a percent for eenheid `procent`;
    a plain count for `aantal`. `excl_cents`: the same without holiday allowance, where published or worked out.
    `staat`: gelezen, berekend, afgeleid or onbevestigd. `excl_staat`: bevestigd or onbevestigd.
    """

    sleutel: str
    cents: int
    excl_cents: int | None
    eenheid: str
    artikel: str
    situatie: str
    bron: str
    staat: str
    ritme: str
    excl_staat: str
    opmerking: str
    vanaf: date


@dataclass(frozen=True)
class Bedragen:
    """All amounts in force on a day. `peildatum` is the start date of the newest file in force."""

    peildatum: date
    rijen: Mapping[str, Bedrag]
    ontbreekt: frozenset[str] = field(default=frozenset())

    def get(self, sleutel: str) -> Bedrag | None:
        """The amount, or None where no source is known for this date."""
        return self.rijen.get(sleutel)

    def __getitem__(self, sleutel: str) -> Bedrag:
        return self.rijen[sleutel]

    def __contains__(self, sleutel: str) -> bool:
        return sleutel in self.rijen

    def __iter__(self) -> Iterator[str]:
        return iter(self.rijen)

    def cents(self, sleutel: str) -> int | None:
        """The whole number of an amount, or None."""
        bedrag = self.rijen.get(sleutel)
        return None if bedrag is None else bedrag.cents


@dataclass(frozen=True)
class _Sleutel:
    eenheid: str
    ritme: str
    vanaf: date
    tot: date | None
    verplicht: bool

    def holds(self, on: date) -> bool:
        return self.vanaf <= on and (self.tot is None or on < self.tot)


@lru_cache(maxsize=8)
def dates(directory: Path | None = None) -> tuple[date, ...]:
    """The start dates of all files, oldest first. Raises InhoudFout on a file whose name is no date."""
    found = []
    for path in sorted((directory or MAP).glob("*.yaml")):
        if path.name in ("sleutels.yaml", "aow.yaml"):
            continue
        try:
            if not _DATE_NAME.fullmatch(path.name):
                raise ValueError
            found.append(date.fromisoformat(path.stem))
        except ValueError:
            raise InhoudFout(path, None, "de naam hoort een datum te zijn, zoals 2027-01-01.yaml") from None
    if not found:
        raise InhoudFout(directory or MAP, None, "hier staan geen bedragen")
    return tuple(found)


def load(on: date, directory: Path | None = None) -> Bedragen:
    """The amounts in force on `on`; after the last file the last known ones (compare `.peildatum`).

    Raises VoorEersteBedragen before 2018 and InhoudFout for a fault in a file. Cached per newest file.
    """
    known = dates(directory)
    in_force = [start for start in known if start <= on]
    if on < EERSTE or not in_force:
        raise VoorEersteBedragen(on)
    return _load_from(in_force[-1], directory)


@lru_cache(maxsize=64)
def _load_from(newest: date, directory: Path | None) -> Bedragen:
    """Merge the files of the year up to `newest`: January amounts hold all year, half-year amounts half a year."""
    keys = _keys(directory)
    half_year = newest.replace(month=1 if newest.month < 7 else 7, day=1)
    rows: dict[str, Bedrag] = {}
    missing: set[str] = set()
    for start in dates(directory):
        if start.year != newest.year or start > newest:
            continue
        path = (directory or MAP) / f"{start.isoformat()}.yaml"
        file_rows, lines, absent = _read_file(path, start, keys)
        _check_january_amounts(path, rows, file_rows, lines)
        kept = {key: row for key, row in file_rows.items() if row.ritme != "januari_juli" or start >= half_year}
        rows.update(kept)
        missing = {key for key in missing if keys[key].ritme != "januari_juli" or start > half_year} | absent
    return Bedragen(newest, MappingProxyType(rows), frozenset(missing - rows.keys()))


def verify(directory: Path | None = None) -> int:
    """Read and check every file; the number of rows. Raises InhoudFout at the first fault."""
    count = 0
    keys = _keys(directory)
    for start in dates(directory):
        _load_from(start, directory)
        count += len(_read_file((directory or MAP) / f"{start.isoformat()}.yaml", start, keys)[0])
    return count


@lru_cache(maxsize=8)
def _keys(directory: Path | None) -> dict[str, _Sleutel]:
    path = (directory or MAP) / "sleutels.yaml"
    document = load_content(path)
    require(path, document, {"sleutels": dict}, {"eigenaar": str, "herzien_voor": date})
    result = {}
    for name, row in document["sleutels"].items():
        require(path, row, {"eenheid": str, "ritme": str, "vanaf": date}, {"tot": date, "verplicht": bool})
        if row["eenheid"] not in EENHEDEN or row["ritme"] not in RITMES:
            raise InhoudFout(path, row.line, f"{name}: kies een eenheid uit {EENHEDEN} en een ritme uit {RITMES}")
        result[name] = _Sleutel(row["eenheid"], row["ritme"], row["vanaf"], row.get("tot"), row.get("verplicht", True))
    return result


def _read_file(
    path: Path, start: date, keys: Mapping[str, _Sleutel]
) -> tuple[dict[str, Bedrag], dict[str, int], set[str]]:
    """The rows of one file, the line of each and the keys it says are missing."""
    document = load_content(path)
    require(path, document, _HEAD, {"ontbreekt": list})
    if document["peildatum"] != start:
        raise InhoudFout(
            path,
            1,
            f"peildatum {document['peildatum']} is niet de datum in de naam van het bestand. Zet hier {start}, of "
            "geef het bestand een andere naam.",
        )
    if document["excl_staat"] not in ("bevestigd", "onbevestigd"):
        raise InhoudFout(path, 1, "excl_staat is bevestigd of onbevestigd")
    rows: dict[str, Bedrag] = {}
    lines: dict[str, int] = {}
    for raw in document["rijen"]:
        row = _read_row(path, raw, start, keys, document)
        if row.sleutel in rows:
            raise InhoudFout(path, raw.line, f"{row.sleutel} staat er twee keer in, ook op regel {lines[row.sleutel]}")
        rows[row.sleutel] = row
        lines[row.sleutel] = raw.line
    named = document.get("ontbreekt") or []
    if not isinstance(named, list):
        raise InhoudFout(path, None, "ontbreekt hoort een lijst met sleutels te zijn")
    absent = _check_complete(path, start, rows, named, keys, max(lines.values(), default=1))
    fault = verbanden.first_broken({key: (row.cents, row.excl_cents) for key, row in rows.items()})
    if fault is not None:
        key, text = fault
        raise InhoudFout(path, lines.get(key), text)
    return rows, lines, absent


def _read_row(path: Path, raw: Any, start: date, keys: Mapping[str, _Sleutel], document: Rij) -> Bedrag:
    _check_amount(path, raw)
    require(path, raw, _ROW, _OPTIONAL)
    name, line = raw["sleutel"], raw.line
    known = keys.get(name)
    if known is None:
        raise InhoudFout(path, line, f"de sleutel {name} staat niet in sleutels.yaml")
    if not known.holds(start):
        raise InhoudFout(path, line, f"{name} geldt niet op {start} (zie sleutels.yaml)")
    if raw["staat"] not in STATEN:
        raise InhoudFout(path, line, f"{name}: staat is een van {', '.join(STATEN)}")
    if raw["ritme"] != known.ritme:
        raise InhoudFout(path, line, f"{name}: ritme is {known.ritme} (sleutels.yaml), hier staat {raw['ritme']}")
    if raw["bron"] not in document["bronnen"]:
        raise InhoudFout(path, line, f"{name}: de bron {raw['bron']} staat niet onder bronnen")
    excl, remark = raw.get("excl"), raw.get("opmerking", "")
    if not isinstance(remark, str):
        raise InhoudFout(path, line, f"{name}: opmerking hoort tekst te zijn")
    return Bedrag(
        name,
        _whole(path, line, name, raw["waarde"], known.eenheid),
        None if excl is None else _whole(path, line, f"{name} excl", excl, "euro"),
        known.eenheid,
        raw["artikel"],
        raw["situatie"],
        str(document["bronnen"][raw["bron"]]),
        raw["staat"],
        raw["ritme"],
        document["excl_staat"],
        remark,
        start,
    )


def _check_amount(path: Path, raw: Any) -> None:
    """The two ways to write an amount that YAML reads as something else."""
    if isinstance(raw, dict) and any(not isinstance(key, str) for key in raw):
        raise InhoudFout(path, getattr(raw, "line", None), "schrijf een bedrag zonder komma, zoals 8200.00")
    if isinstance(raw, dict) and isinstance(raw.get("waarde"), int):
        found = f"{raw.get('sleutel')}: waarde heeft de verkeerde vorm: {raw['waarde']}"
        raise InhoudFout(path, getattr(raw, "line", None), f"{found}. Schrijf 8200.00, 15.00 % of 27 jaar.")


def _whole(path: Path, line: int, name: str, text: Any, eenheid: str) -> int:
    match = _UNIT_OF[eenheid].fullmatch(text) if isinstance(text, str) else None
    if match is None:
        form = {"euro": "1401.50", "procent": "15.00 %", "aantal": "30 maanden"}[eenheid]
        raise InhoudFout(path, line, f"{name}: {text!r} heeft niet de vorm {form}")
    return int(match[match.lastindex or 0].replace(".", ""))


def _check_complete(
    path: Path, start: date, rows: Mapping[str, Bedrag], absent: list[Any], keys: Mapping[str, _Sleutel], last: int
) -> set[str]:
    """Each key that should be in this file is there, or is named under `ontbreekt`: nothing is forgotten in silence."""
    for name in absent:
        if not isinstance(name, str) or name not in keys or name in rows:
            raise InhoudFout(path, None, f"ontbreekt: {name} is geen bekende sleutel of staat er wel in")
    if (start.month, start.day) not in ((1, 1), (7, 1)):
        return set(absent)
    for name, known in keys.items():
        due = known.verplicht and known.holds(start) and (start.month == 1 or known.ritme == "januari_juli")
        if due and name not in rows and name not in absent:
            welk = "van januari" if start.month == 1 else "van juli"
            raise InhoudFout(
                path,
                last,
                f"{name} staat er niet in; voeg de rij toe of noem {name} onder ontbreekt. Begin met een kopie van "
                f"een bestand {welk}.",
            )
    return set(absent)


def _check_january_amounts(
    path: Path, earlier: Mapping[str, Bedrag], rows: Mapping[str, Bedrag], lines: Mapping[str, int]
) -> None:
    for name, row in rows.items():
        before = earlier.get(name)
        if before is not None and row.ritme == "januari" and before.cents != row.cents:
            raise InhoudFout(
                path,
                lines[name],
                f"{name} geldt het hele jaar (ritme januari): verwacht "
                f"{before.cents} van {before.vanaf}, gevonden {row.cents} (in centen)",
            )


def laatste() -> date:
    """The start date of the last amounts that are known."""
    return dates()[-1]
