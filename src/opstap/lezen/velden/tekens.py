"""Which bookings of a statement are af and which bij: by the heads, by signs and words, by their place, or by the
running balance."""

from __future__ import annotations

from itertools import pairwise

from opstap.kern.geld import Geld
from opstap.lezen.velden.koppen import Kolom
from opstap.lezen.velden.rijen import Getal, Rij


def saldo_na(row: Rij) -> int | None:
    if len(row.getallen) < 2:
        return None
    last = row.getallen[-1]
    return -last.geld.cents if last.teken == "-" else last.geld.cents


def bedrag_van(row: Rij, drop_last: bool) -> Getal | None:
    numbers = row.getallen[:-1] if drop_last and len(row.getallen) > 1 else row.getallen
    return numbers[-1] if numbers else None


def _met(number: Getal | None, sign: str) -> Geld | None:
    if number is None or not sign:
        return None
    return -number.geld if sign == "-" else number.geld


def uit_kop(row: Rij, rows: list[Rij], heads: dict[int, list[Kolom]], drop_last: bool) -> Geld | None:
    """By the head above the amount: af or bij."""
    columns = heads.get(row.bladzijde) or next(iter(heads.values()), [])
    number = bedrag_van(row, drop_last)
    near = [column for column in columns if column.naam in ("af", "bij")]
    if number is None or len({column.naam for column in near}) < 2:
        return None
    left = number.woorden[0].vak[0]
    closest = min(near, key=lambda column: min(abs(column.rechts - number.rechts), abs(column.links - left)))
    return _met(number, "-" if closest.naam == "af" else "+")


def uit_tekens(row: Rij, rows: list[Rij], heads: dict[int, list[Kolom]], drop_last: bool) -> Geld | None:
    """By the sign or the word (Af, Bij, D, C) that stands with it."""
    number = bedrag_van(row, drop_last)
    return _met(number, number.teken or row.af_bij) if number else None


def uit_tekens_kaal_is_bij(row: Rij, rows: list[Rij], heads: dict[int, list[Kolom]], drop_last: bool) -> Geld | None:
    """Where only debits carry a sign."""
    number = bedrag_van(row, drop_last)
    return _met(number, number.teken or row.af_bij or "+") if number and _gemengd(rows, drop_last, "-") else None


def uit_tekens_kaal_is_af(row: Rij, rows: list[Rij], heads: dict[int, list[Kolom]], drop_last: bool) -> Geld | None:
    """Where only credits carry a sign."""
    number = bedrag_van(row, drop_last)
    return _met(number, number.teken or row.af_bij or "-") if number and _gemengd(rows, drop_last, "+") else None


def _gemengd(rows: list[Rij], drop_last: bool, mark: str) -> bool:
    numbers = [number for row in rows if (number := bedrag_van(row, drop_last))]
    return any(number.teken == mark for number in numbers) and any(not number.teken for number in numbers)


def uit_plaats(
    row: Rij, rows: list[Rij], heads: dict[int, list[Kolom]], drop_last: bool, left: str = "-"
) -> Geld | None:
    """Two columns without a head: the left one is af."""
    number = bedrag_van(row, drop_last)
    edges = sorted({round(n.rechts, 2) for r in rows if (n := bedrag_van(r, drop_last))})
    if number is None or len(edges) < 2 or edges[-1] - edges[0] < 0.05:
        return None
    middle = (edges[0] + edges[-1]) / 2
    other = "+" if left == "-" else "-"
    return _met(number, left if number.rechts < middle else other)


def uit_plaats_andersom(row: Rij, rows: list[Rij], heads: dict[int, list[Kolom]], drop_last: bool) -> Geld | None:
    """Two columns without a head: the left one is bij."""
    return uit_plaats(row, rows, heads, drop_last, "+")


def uit_loop(rows: list[Rij], begin: Geld | None) -> list[Geld | None]:
    """By how the balance beside each amount moves, oldest or newest booking first; the first of all only where the
    opening balance is known. Empty when the balances do not move by the amounts."""
    numbers, balances = [bedrag_van(row, True) for row in rows], [saldo_na(row) for row in rows]
    cents = [number.geld.cents for number in numbers if number is not None]
    known = [balance for balance in balances if balance is not None]
    if len(rows) < 3 or len(known) < len(rows) or len(cents) < len(rows):
        return []
    for order in (1, -1):
        turned, sizes = known[::order], cents[::order]
        moves = [later - earlier for earlier, later in pairwise(turned)]
        if all(abs(move) == size for move, size in zip(moves, sizes[1:], strict=True)):
            first = turned[0] - begin.cents if begin is not None else None
            opening = Geld(first) if first is not None and abs(first) == sizes[0] else None
            return [opening, *(Geld(move) for move in moves)][::order]
    return []
