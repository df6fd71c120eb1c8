"""Statements in PDF and photo: which column is what, proven by arithmetic. Debits leave as date and amount only.

Every way of reading the columns that the page allows is tried; the one that makes opening balance plus bookings equal
closing balance (or the running balance true, row by row) is right. What cannot be proven becomes a question.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from opstap.kern.geld import Geld
from opstap.lezen.model import Transactie, Vak, Woord
from opstap.lezen.velden.rijen import Getal, Kolom, Rij, kolommen, rijen
from opstap.lezen.velden.saldi import losse_bedragen, saldoparen
from opstap.lezen.velden.tekst import Tekst, omhul
from opstap.lezen.velden.waarden import MAANDEN


@dataclass(slots=True)
class Lezing:
    """The bookings under one reading of the columns; `bewezen`: the sums agree with the balances; `zeker`: the signs
    were printed (a head, a sign, a word), so that they count even where nothing can be proven; `saldi`: the opening and
    closing balance that the proof rests on; `doorlopend`: the running balance agrees, row by row."""

    bedragen: list[Geld | None]
    bewezen: bool = False
    zeker: bool = False
    saldi: tuple[Geld, Geld] | None = None
    doorlopend: bool = False


@dataclass(slots=True)
class Mutaties:
    """What a statement says: bookings, places to cover, and whether the sums are proven."""

    transacties: list[Transactie] = field(default_factory=list)
    tegenrekeningen: list[tuple[int, str]] = field(default_factory=list)
    afdekken: list[tuple[int, Vak]] = field(default_factory=list)
    bewezen: bool = False
    gevonden: int = 0
    zonder_teken: int = 0
    saldi: tuple[Geld, Geld] | None = None
    los: list[Geld] = field(default_factory=list)
    doorlopend: bool = False


def lees_mutaties(tekst: Tekst, periode: tuple[date, date] | None, begin: Geld | None, eind: Geld | None) -> Mutaties:
    """All bookings of one statement. `begin` and `eind`: the balances as read, None when not read; `saldi` of the
    outcome: the balances that close the sum; `los`: the amounts that stand in no booking."""
    heads = kolommen(tekst)
    labelled = (begin, eind) if begin is not None and eind is not None else None
    rows = rijen(tekst, periode)
    loose = losse_bedragen(tekst, rows)
    best = _beste(rows, heads, labelled, saldoparen(loose, begin, eind))
    if not best.bewezen and labelled is not None and len(more := rijen(tekst, periode, ruim=True)) > len(rows):
        wider = _beste(more, heads, labelled, [])
        if wider.bewezen:
            rows, best, loose = more, wider, losse_bedragen(tekst, more)
    outcome = Mutaties(gevonden=len(rows), bewezen=best.bewezen, saldi=best.saldi, los=loose)
    outcome.doorlopend = best.doorlopend
    for row, amount in zip(rows, best.bedragen, strict=True):
        if amount is None:
            outcome.zonder_teken += 1
            outcome.afdekken.extend((row.bladzijde, tekst.origineel(word)) for word in row.omschrijving)
        elif amount.cents < 0:
            outcome.transacties.append(Transactie(row.datum, amount, bladzijde=row.bladzijde, vak=_vak(tekst, row)))
            outcome.afdekken.extend((row.bladzijde, tekst.origineel(word)) for word in row.omschrijving)
        else:
            outcome.transacties.append(_bijschrijving(tekst, row, amount, outcome))
    return outcome


Saldi = tuple[Geld, Geld]


def _beste(rows: list[Rij], heads: dict[int, list[Kolom]], labelled: Saldi | None, others: list[Saldi]) -> Lezing:
    """The reading that is proven: by the balances behind the labels, by the running balance, or by one other pair of
    balances; else the one whose signs were printed and that knows most of them."""
    readings = list(_lezingen(rows, heads))
    for reading, _ in readings:
        if labelled is not None and _klopt(reading, labelled):
            return replace(reading, bewezen=True, saldi=labelled)
    for reading, running in readings:
        if running and (pair := _loopt(rows, reading.bedragen)) is not None:
            return replace(reading, bewezen=True, saldi=pair, doorlopend=True)
    for reading, _ in readings:
        closing = [pair for pair in others if _klopt(reading, pair)]
        if len(closing) == 1:
            return replace(reading, bewezen=True, saldi=closing[0])
    sure = [reading for reading, _ in readings if reading.zeker]
    return max(sure, key=_bekend, default=Lezing([None] * len(rows)))


def _bekend(reading: Lezing) -> int:
    return sum(amount is not None for amount in reading.bedragen)


def _vak(tekst: Tekst, row: Rij) -> Vak | None:
    return omhul([tekst.origineel(word) for word in [*row.datum_woorden, *row.getallen[0].woorden]])


def _bijschrijving(tekst: Tekst, row: Rij, amount: Geld, outcome: Mutaties) -> Transactie:
    from opstap.lezen.bank.afschrift import iban_in, kenmerk_rekening
    from opstap.lezen.bank.bijschrijving import soort_bijschrijving

    words = row.omschrijving
    text = " ".join(word.tekst for word in words)
    account = next((found for word in _ibans(text) if (found := iban_in(word))), None)
    kind, shown = soort_bijschrijving(_naam(words), account or "", text)
    if account:
        outcome.tegenrekeningen.append((len(outcome.transacties), kenmerk_rekening(account)))
    return Transactie(row.datum, amount, kind or "overige_bijschrijving", shown, row.bladzijde, _vak(tekst, row))


def _ibans(text: str) -> list[str]:
    from opstap.lezen.velden.waarden import ibans

    return [value for _, value in ibans(text)]


_GEEN_NAAM = {
    "overboeking",
    "sepa",
    "incasso",
    "bijschrijving",
    "online",
    "bankieren",
    "ob",
    "cb",
    "st",
    "tb",
    "gt",
    "ei",
    "naam:",
    "naam",
}


_GEEN_EINDE = {
    "salaris",
    "salary",
    "loon",
    "salarisbetaling",
    "loonbetaling",
    "maandloon",
    "weekloon",
    "nettoloon",
    "betaling",
    *MAANDEN,
}


def _naam(words: list[Woord]) -> str:
    """The first words of a credit, up to its account number or a line that starts with a label."""
    name: list[str] = []
    for word in words:
        plain = word.tekst.lower().strip(".,")
        if not name and (plain in _GEEN_NAAM or plain.isdigit()):
            continue
        if any(char.isdigit() for char in plain) or ":" in plain or (name and word.regel != words[0].regel):
            break
        name.append(word.tekst)
    while len(name) > 1 and name[-1].lower().strip(".,") in _GEEN_EINDE:
        name.pop()
    return " ".join(name[:7])


def _lezingen(rows: list[Rij], heads: dict[int, list[Kolom]]) -> Iterator[tuple[Lezing, bool]]:
    """Every sensible way to read the columns, the best supported first; and whether the last column is then a
    balance."""
    if not rows:
        return
    saldo_column = _heeft_saldokolom(rows, heads)
    named = len({column.naam for columns in heads.values() for column in columns} & {"af", "bij"}) == 2
    for drop_last in (True, False) if saldo_column else (False, True):
        if drop_last and not any(len(row.getallen) > 1 for row in rows):
            continue
        for signs in (
            _uit_kop,
            _uit_tekens,
            _uit_plaats,
            _uit_plaats_andersom,
            _uit_tekens_kaal_is_af,
            _uit_tekens_kaal_is_bij,
        ):
            if named and signs is _uit_plaats_andersom:
                continue  # the heads say which column is which: a sum that closes the other way round is chance
            amounts = [signs(row, rows, heads, drop_last) for row in rows]
            if any(amount is not None for amount in amounts):
                yield Lezing(amounts, zeker=signs in (_uit_kop, _uit_tekens)), drop_last


def _heeft_saldokolom(rows: list[Rij], heads: dict[int, list[Kolom]]) -> bool:
    named = any(column.naam == "saldo" for columns in heads.values() for column in columns)
    return named or sum(len(row.getallen) == 2 for row in rows) > 0.8 * len(rows)


def _klopt(reading: Lezing, pair: tuple[Geld, Geld]) -> bool:
    if any(amount is None for amount in reading.bedragen):
        return False
    return pair[0].cents + sum(amount.cents for amount in reading.bedragen if amount is not None) == pair[1].cents


def _loopt(rows: list[Rij], amounts: list[Geld | None]) -> tuple[Geld, Geld] | None:
    """The opening and closing balance when the balance in the last column moves by each booking (newest first or
    oldest first)."""
    balances = [cents for row in rows if (cents := _saldo(row)) is not None]
    moves = [amount.cents for amount in amounts if amount is not None]
    if len(rows) < 3 or len(balances) < len(rows) or len(moves) < len(rows):
        return None
    steps = range(1, len(rows))
    if all(balances[i] == balances[i - 1] + moves[i] for i in steps):
        return Geld(balances[0] - moves[0]), Geld(balances[-1])
    if all(balances[i - 1] == balances[i] + moves[i - 1] for i in steps):
        return Geld(balances[-1] - moves[-1]), Geld(balances[0])
    return None


def _saldo(row: Rij) -> int | None:
    if len(row.getallen) < 2:
        return None
    last = row.getallen[-1]
    return -last.geld.cents if last.teken == "-" else last.geld.cents


def _bedrag(row: Rij, drop_last: bool) -> Getal | None:
    numbers = row.getallen[:-1] if drop_last and len(row.getallen) > 1 else row.getallen
    return numbers[-1] if numbers else None


def _met(number: Getal | None, sign: str) -> Geld | None:
    if number is None or not sign:
        return None
    return -number.geld if sign == "-" else number.geld


def _uit_kop(row: Rij, rows: list[Rij], heads: dict[int, list[Kolom]], drop_last: bool) -> Geld | None:
    """By the head above the amount: af or bij."""
    columns = heads.get(row.bladzijde) or next(iter(heads.values()), [])
    number = _bedrag(row, drop_last)
    near = [column for column in columns if column.naam in ("af", "bij")]
    if number is None or len({column.naam for column in near}) < 2:
        return None
    left = number.woorden[0].vak[0]
    closest = min(near, key=lambda column: min(abs(column.rechts - number.rechts), abs(column.links - left)))
    return _met(number, "-" if closest.naam == "af" else "+")


def _uit_tekens(row: Rij, rows: list[Rij], heads: dict[int, list[Kolom]], drop_last: bool) -> Geld | None:
    """By the sign or the word (Af, Bij, D, C) that stands with it."""
    number = _bedrag(row, drop_last)
    return _met(number, number.teken or row.af_bij) if number else None


def _uit_tekens_kaal_is_bij(row: Rij, rows: list[Rij], heads: dict[int, list[Kolom]], drop_last: bool) -> Geld | None:
    """Where only debits carry a sign."""
    number = _bedrag(row, drop_last)
    return _met(number, number.teken or row.af_bij or "+") if number and _gemengd(rows, drop_last, "-") else None


def _uit_tekens_kaal_is_af(row: Rij, rows: list[Rij], heads: dict[int, list[Kolom]], drop_last: bool) -> Geld | None:
    """Where only credits carry a sign."""
    number = _bedrag(row, drop_last)
    return _met(number, number.teken or row.af_bij or "-") if number and _gemengd(rows, drop_last, "+") else None


def _gemengd(rows: list[Rij], drop_last: bool, mark: str) -> bool:
    numbers = [number for row in rows if (number := _bedrag(row, drop_last))]
    return any(number.teken == mark for number in numbers) and any(not number.teken for number in numbers)


def _uit_plaats(
    row: Rij, rows: list[Rij], heads: dict[int, list[Kolom]], drop_last: bool, left: str = "-"
) -> Geld | None:
    """Two columns without a head: the left one is af."""
    number = _bedrag(row, drop_last)
    edges = sorted({round(n.rechts, 2) for r in rows if (n := _bedrag(r, drop_last))})
    if number is None or len(edges) < 2 or edges[-1] - edges[0] < 0.05:
        return None
    middle = (edges[0] + edges[-1]) / 2
    other = "+" if left == "-" else "-"
    return _met(number, left if number.rechts < middle else other)


def _uit_plaats_andersom(row: Rij, rows: list[Rij], heads: dict[int, list[Kolom]], drop_last: bool) -> Geld | None:
    """Two columns without a head: the left one is bij."""
    return _uit_plaats(row, rows, heads, drop_last, "+")
