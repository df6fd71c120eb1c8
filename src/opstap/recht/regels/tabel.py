"""`opstap reken --tabel`: many households from a file to a file, worked out in columns (contract 2).

JSON Lines: one household a line. Parquet: the same nesting in columns. A row that is wrong comes back with `fout`, one
Dutch sentence with the key, and the others are done. Files are read and written in pieces, so that they can be long.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from opstap.kern.commands import InvoerFout, ontleed, say
from opstap.recht.regels import beleid as policy
from opstap.recht.regels.invoer import MEDEBEWONER_ROL, Lezing
from opstap.recht.regels.kolommen import antwoorden
from opstap.recht.regels.reken import gebruik_beleid

STUK = 4096
MEESTE_MEDEBEWONERS = 12
"""Contract 2: at most so many housemates a row."""
GEEN = object()
_RIJ = frozenset({"rij"})
_GEEN_UTF_8 = re.compile("[\udc80-\udcff]")
_UTF_16 = ("\udcff\udcfe", "\udcfe\udcff")
_RIJ_IN_TEKST = re.compile(r'(?<!\\)"rij"\s*:\s*(-?[0-9]{1,18}|"[^"\\\x00-\x1f\udc80-\udcff]*")(?=\s*[,}])')


@dataclass(frozen=True, slots=True)
class FouteRij:
    """A row that could not be read: what comes back as `rij` (GEEN: it has none), and why in one Dutch line."""

    rij: Any
    fout: str


def reken_bestand(bron: str, doel: str, *, kort: bool = False) -> int:
    """Work out a file of households; gives the exit code. Raises InvoerFout when a file cannot be used."""
    for naam in (bron, doel):
        if not naam.endswith((".jsonl", ".parquet")):
            raise InvoerFout(f"{naam}: een tabel heet .jsonl of .parquet. Geef het bestand zo'n naam.")
    if Path(bron).resolve() == Path(doel).resolve():
        raise InvoerFout(f"{doel}: lezen en schrijven kan niet in hetzelfde bestand. Kies een andere naam na --uit.")
    rows = _read_parquet(bron) if bron.endswith(".parquet") else _read_jsonl(bron)
    answers = Teller(reken_rijen(rows, kort=kort))
    try:
        if doel.endswith(".parquet"):
            from opstap.recht.regels.parquet import passend, schrijf

            answers = Teller(passend(reken_rijen(rows, kort=kort)))
            schrijf(doel, answers)
        else:
            # half a character in a row comes back as the escape it was
            with Path(doel).open("w", encoding="utf-8", errors="backslashreplace") as out:
                out.writelines(json.dumps(answer, ensure_ascii=False, default=str) + "\n" for answer in answers)
    except OSError as error:
        raise InvoerFout(f"Ik kan {doel} niet schrijven: {error.strerror}. Kies een andere map of naam.") from None
    say(f"{answers.rijen} rijen uitgerekend, waarvan {answers.fouten} met een fout.")
    return 0


class Teller:
    """Passes answers on and counts them."""

    def __init__(self, answers: Iterable[dict[str, Any]]) -> None:
        self.answers, self.rijen, self.fouten = answers, 0, 0

    def __iter__(self) -> Iterator[dict[str, Any]]:
        for answer in self.answers:
            self.rijen += 1
            self.fouten += "fout" in answer
            yield answer


def reken_rijen(rows: Iterable[Any], *, kort: bool = False) -> Iterator[dict[str, Any]]:
    """The answer for each household, in order. A row is a document of contract 2, or a FouteRij."""
    source = enumerate(rows, 1)
    while piece := list(islice(source, STUK)):
        yield from _reken_stuk(piece, kort)


def _reken_stuk(piece: list[tuple[int, Any]], kort: bool) -> list[dict[str, Any]]:
    result: dict[int, dict[str, Any]] = {}
    groups: dict[str, list[tuple[int, Lezing]]] = {}
    rijen = {number: _eigen_rij(row, number) for number, row in piece}
    for number, row in piece:
        try:
            lezing, key = _lees(row)
        except InvoerFout as error:
            result[number] = {"fout": str(error)}
        else:
            groups.setdefault(key, []).append((number, lezing))
    for key, group in groups.items():
        schakelaars = json.loads(key)
        for (number, _), answer in zip(
            group, antwoorden([each for _, each in group], schakelaars, kort=kort), strict=True
        ):
            result[number] = answer
    return [{"rij": rijen[number], **result[number]} for number, _ in piece]


def _lees(row: Any) -> tuple[Lezing, str]:
    if isinstance(row, FouteRij):
        raise InvoerFout(row.fout)
    lezing = Lezing(row, _RIJ)
    if lezing.fouten:
        raise InvoerFout(lezing.fouten[0])
    medebewoners = list(lezing.rollen.values()).count(MEDEBEWONER_ROL)
    if medebewoners > MEESTE_MEDEBEWONERS:
        raise InvoerFout(
            f"personen: er zijn {medebewoners} mensen met rol medebewoner. In een rij van een tabel zijn dat er "
            f"hoogstens {MEESTE_MEDEBEWONERS}. Reken dit huishouden apart uit."
        )
    schakelaars = row.get("schakelaars")
    if schakelaars is not None:
        chosen = policy.op_datum(schakelaars, lezing.datum)
        gebruik_beleid(lezing.feiten, chosen, row.get("keuzes") or {})
    return lezing, json.dumps(schakelaars or None, sort_keys=True, default=str)


def _eigen_rij(row: Any, number: int) -> Any:
    """What comes back as `rij`: that of the row itself, else its number. NaN (a missing number in Parquet) is none."""
    rij = row.rij if isinstance(row, FouteRij) else row.get("rij", number) if isinstance(row, dict) else number
    return number if rij is GEEN or rij != rij else rij


def _read_jsonl(name: str) -> Iterator[Any]:
    try:
        # what is no UTF-8 comes in as half a character, so that one such line does not stop the others
        with Path(name).open(encoding="utf-8-sig", errors="surrogateescape") as lines:
            for number, line in enumerate(lines, 1):
                if number == 1 and line.startswith(_UTF_16):
                    raise InvoerFout(f"{name} is geen tekst in UTF-8. Sla het bestand op als UTF-8.")
                if line.strip():
                    yield _parse(line, number)
    except OSError as error:
        raise InvoerFout(f"Ik kan {name} niet lezen: {error.strerror}. Kijk of de naam en de map kloppen.") from None


def _parse(line: str, number: int) -> Any:
    """The household of a line, or a FouteRij."""
    if not line.isascii() and _GEEN_UTF_8.search(line):
        return _onleesbaar(line, number, "hier staat een teken dat geen UTF-8 is. Sla het bestand op als UTF-8.")
    try:
        document, fault = ontleed(line)
    except (json.JSONDecodeError, RecursionError):
        what = "dit is geen goede JSON. Kijk naar komma's, haken en aanhalingstekens."
        return _onleesbaar(line, number, what)
    if not isinstance(document, dict):
        return _onleesbaar("", number, fault or "hier hoort één huishouden te staan, tussen { en }.")
    if not fault:
        return document
    rij = document.get("rij", GEEN)
    return FouteRij(rij if rij is GEEN or isinstance(rij, str | int) else f"regel {number}", fault)


def _onleesbaar(line: str, number: int, what: str) -> FouteRij:
    """A line that is no document; its own `rij` where exactly one can be read in it, else the line is named."""
    found = _RIJ_IN_TEKST.findall(line)
    return FouteRij(json.loads(found[0]) if len(found) == 1 else f"regel {number}", f"regel {number}: {what}")


def _read_parquet(name: str) -> Iterator[Mapping[str, Any]]:
    from opstap.recht.regels.parquet import lees

    return lees(name)
