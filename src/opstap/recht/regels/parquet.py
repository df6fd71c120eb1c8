"""Parquet files of households and of answers (contract 2), with the same nesting as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from opstap.kern.commands import InvoerFout, kort

STUK = 4096
_TEKST = pa.string()
_WOORDEN = pa.map_(_TEKST, _TEKST)
_BEDRAGEN = {"incl_vakantietoeslag": _TEKST, "excl_vakantietoeslag": _TEKST}


def _struct(velden: dict[str, Any]) -> Any:
    return pa.struct(list(velden.items()))


def _schema(rij: Any) -> Any:
    stap = {
        "regel": _TEKST,
        "stap": pa.int32(),
        "artikel": _TEKST,
        "uitkomst": _TEKST,
        "tekst": _TEKST,
        "gebruikt": _WOORDEN,
    }
    return pa.schema(
        {
            "rij": rij,
            "fout": _TEKST,
            "uitkomst": _TEKST,
            "norm": _struct({"artikel": _TEKST, **_BEDRAGEN, "voor_verlaging": _TEKST}),
            "inkomen_in_aanmerking": _TEKST,
            "vermogen": _struct({"in_aanmerking": _TEKST, "grens": _TEKST}),
            "uitkering": _struct({**_BEDRAGEN, "hele_maand_incl_vakantietoeslag": _TEKST}),
            "per_persoon": _WOORDEN,
            "ingangsdatum": _TEKST,
            "voorschot": _struct({"bedrag": _TEKST, "uiterlijk": _TEKST}),
            "bufferbudget": _TEKST,
            "aanvraag_vanaf": _TEKST,
            "ontbreekt": pa.list_(_struct({"gegeven": _TEKST, "vraag": _TEKST})),
            "let_op": pa.list_(_struct({"code": _TEKST, "tekst": _TEKST, "artikel": _TEKST})),
            "stappen": pa.list_(_struct(stap)),
            "versie": _struct({"regels": _TEKST, "bedragen": _TEKST}),
        }
    )


def lees(name: str) -> Iterator[Any]:
    """The rows as documents; columns without a value are left out. Raises InvoerFout when it is no Parquet file."""
    try:
        with pq.ParquetFile(name) as file:
            for batch in file.iter_batches(batch_size=STUK):
                yield from (_zonder_lege(row) or {} for row in batch.to_pylist())
    except FileNotFoundError:
        raise InvoerFout(f"Ik kan {name} niet vinden. Kijk of de naam en de map kloppen.") from None
    except (OSError, pa.ArrowInvalid):
        raise InvoerFout(f"{name} is geen Parquet-bestand dat ik kan lezen. Sla het opnieuw op als Parquet.") from None


def _zonder_lege(waarde: Any) -> Any:
    """Parquet has every key in every row: what has no value was not stated. A map comes as pairs."""
    if isinstance(waarde, dict):
        kept = {naam: schoon for naam, each in waarde.items() if (schoon := _zonder_lege(each)) is not None}
        return kept or None
    if isinstance(waarde, list):
        if waarde and all(isinstance(each, tuple) and len(each) == 2 for each in waarde):
            return {naam: _zonder_lege(each) for naam, each in waarde}
        return [_zonder_lege(each) for each in waarde]
    return waarde


def passend(answers: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The answers with one kind of `rij`, as a column needs: whole numbers where the first rows have those, else text.

    A row with another kind of `rij` comes back without, and says it in `fout`.
    """
    source = iter(answers)
    piece = list(islice(source, STUK))
    good = [each for each in piece if "fout" not in each] or piece
    whole = all(_is_heel(each["rij"]) for each in good)
    for each in chain(piece, source):
        if not whole:
            yield {**each, "rij": str(each["rij"])}
        else:
            yield each if _is_heel(each["rij"]) else _zonder_rij(each)


def _is_heel(rij: Any) -> bool:
    return isinstance(rij, int) and not isinstance(rij, bool) and -(2**63) <= rij < 2**63


def _zonder_rij(answer: dict[str, Any]) -> dict[str, Any]:
    what = answer.get("fout") or "de eerste rijen hebben een heel getal als rij. Geef elke rij een getal, of een tekst."
    rij = kort(str(answer["rij"]))
    return {"rij": None, "fout": what if what.startswith(f"{rij}: ") else f"rij {rij}: {what}"}


def schrijf(name: str, answers: Iterable[dict[str, Any]]) -> None:
    """Write answers, with one kind of `rij` (see `passend`). Raises OSError."""
    source = iter(answers)
    piece = list(islice(source, STUK))
    schema = _schema(_TEKST if any(isinstance(each["rij"], str) for each in piece) else pa.int64())
    with pq.ParquetWriter(name, schema) as out:
        while piece:
            out.write_table(pa.Table.from_pylist([_plat(each) for each in piece], schema))
            piece = list(islice(source, STUK))


def _plat(answer: dict[str, Any]) -> dict[str, Any]:
    """A row as Parquet takes it: a map is a list of pairs."""
    row = dict(answer)
    if "per_persoon" in row:
        row["per_persoon"] = list(row["per_persoon"].items())
    if row.get("stappen"):
        row["stappen"] = [{**stap, "gebruikt": list(stap["gebruikt"].items())} for stap in row["stappen"]]
    return row
