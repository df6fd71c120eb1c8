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


Koppen = dict[int, list[Kolom]]
Bedragen = list[Geld | None]
"""An amount for each row, in the order of the rows; None where this way does not tell."""


def uit_kop(rows: list[Rij], heads: Koppen, drop_last: bool) -> Bedragen:
    """By the head above the amount: af or bij."""
    return [_onder_kop(row, bedrag_van(row, drop_last), heads) for row in rows]


def _onder_kop(row: Rij, number: Getal | None, heads: Koppen) -> Geld | None:
    columns = heads.get(row.bladzijde) or next(iter(heads.values()), [])
    near = [column for column in columns if column.naam in ("af", "bij")]
    if number is None or len({column.naam for column in near}) < 2:
        return None
    left = number.woorden[0].vak[0]
    closest = min(near, key=lambda column: min(abs(column.rechts - number.rechts), abs(column.links - left)))
    return _met(number, "-" if closest.naam == "af" else "+")


def uit_tekens(rows: list[Rij], heads: Koppen, drop_last: bool, bare: str = "") -> Bedragen:
    """By the sign or the word (Af, Bij, D, C) that stands with it."""
    numbers = [(row, bedrag_van(row, drop_last)) for row in rows]
    return [_met(number, number.teken or row.af_bij or bare) if number else None for row, number in numbers]


def uit_tekens_kaal_is_bij(rows: list[Rij], heads: Koppen, drop_last: bool) -> Bedragen:
    """Where only debits carry a sign."""
    return uit_tekens(rows, heads, drop_last, "+") if _gemengd(rows, drop_last, "-") else [None] * len(rows)


def uit_tekens_kaal_is_af(rows: list[Rij], heads: Koppen, drop_last: bool) -> Bedragen:
    """Where only credits carry a sign."""
    return uit_tekens(rows, heads, drop_last, "-") if _gemengd(rows, drop_last, "+") else [None] * len(rows)


def _gemengd(rows: list[Rij], drop_last: bool, mark: str) -> bool:
    numbers = [number for row in rows if (number := bedrag_van(row, drop_last))]
    return any(number.teken == mark for number in numbers) and any(not number.teken for number in numbers)


def uit_plaats(rows: list[Rij], heads: Koppen, drop_last: bool, left: str = "-") -> Bedragen:
    """Two columns without a head: the left one is af."""
    numbers = [bedrag_van(row, drop_last) for row in rows]
    edges = sorted({round(number.rechts, 2) for number in numbers if number})
    if len(edges) < 2 or edges[-1] - edges[0] < 0.05:
        return [None] * len(rows)
    middle = (edges[0] + edges[-1]) / 2
    other = "+" if left == "-" else "-"
    return [_met(number, left if number.rechts < middle else other) if number else None for number in numbers]


def uit_plaats_andersom(rows: list[Rij], heads: Koppen, drop_last: bool) -> Bedragen:
    """Two columns without a head: the left one is bij."""
    return uit_plaats(rows, heads, drop_last, "+")


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
