"""`opstap reken --tabel`: many households from a file to a file, worked out in columns (contract 2).

JSON Lines: one household a line. Parquet: the same nesting in columns. A row that is wrong comes back with `fout`, one
Dutch sentence with the key, and the others are done. Files are read and written in pieces, so that they can be long.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

from opstap.kern.commands import InvoerFout, kort, say
from opstap.recht.regels import beleid as policy
from opstap.recht.regels.invoer import Lezing
from opstap.recht.regels.kolommen import antwoorden
from opstap.recht.regels.reken import gebruik_beleid

STUK = 4096
_RIJ = frozenset({"rij"})


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
            from opstap.recht.regels.parquet import schrijf

            schrijf(doel, answers)
        else:
            # half a character in a row comes back as the escape it was
            with Path(doel).open("w", encoding="utf-8", errors="backslashreplace") as out:
                out.writelines(json.dumps(answer, ensure_ascii=False) + "\n" for answer in answers)
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
    """The answer for each household, in order. A row is a document of contract 2, or an InvoerFout of reading it."""
    source = enumerate(rows, 1)
    while piece := list(islice(source, STUK)):
        yield from _reken_stuk(piece, kort)


def _reken_stuk(piece: list[tuple[int, Any]], kort: bool) -> list[dict[str, Any]]:
    result: dict[int, dict[str, Any]] = {}
    groups: dict[str, list[tuple[int, Lezing]]] = {}
    rijen = {number: row.get("rij", number) if isinstance(row, dict) else number for number, row in piece}
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
    if isinstance(row, InvoerFout):
        raise row
    lezing = Lezing(row, _RIJ)
    if lezing.fouten:
        raise InvoerFout(lezing.fouten[0])
    schakelaars = row.get("schakelaars")
    if schakelaars is not None:
        chosen = policy.op_datum(schakelaars, lezing.datum)
        gebruik_beleid(lezing.feiten, chosen, row.get("keuzes") or {})
    return lezing, json.dumps(schakelaars or None, sort_keys=True, default=str)


def _read_jsonl(name: str) -> Iterator[Any]:
    try:
        with Path(name).open(encoding="utf-8-sig") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield _parse(line, number)
    except OSError as error:
        raise InvoerFout(f"Ik kan {name} niet lezen: {error.strerror}. Kijk of de naam en de map kloppen.") from None
    except UnicodeDecodeError:
        raise InvoerFout(f"{name} is geen tekst in UTF-8. Sla het bestand op als UTF-8.") from None


def _parse(line: str, number: int) -> Any:
    try:
        return json.loads(line, parse_float=str, parse_constant=_refuse, object_pairs_hook=_unique)
    except InvoerFout as error:
        return error
    except (ValueError, RecursionError):  # a whole number of thousands of digits is a ValueError
        return InvoerFout(f"regel {number}: dit is geen goede JSON. Kijk naar komma's, haken en aanhalingstekens.")


def _refuse(name: str) -> Any:
    raise InvoerFout(f"{name} is geen getal dat Opstap kent.")


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for key, value in pairs:
        if key in result:
            raise InvoerFout(f"{kort(key)}: deze sleutel staat er twee keer in. Haal er één weg.")
        result[key] = value
    return result


def _read_parquet(name: str) -> Iterator[Mapping[str, Any]]:
    from opstap.recht.regels.parquet import lees

    return lees(name)
