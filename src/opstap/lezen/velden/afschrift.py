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
from opstap.lezen.velden import tekens
from opstap.lezen.velden.koppen import Kolom, bedragkoppen, kolommen
from opstap.lezen.velden.rijen import Rij, rijen
from opstap.lezen.velden.saldi import losse_bedragen, saldoparen
from opstap.lezen.velden.tekens import saldo_na
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
    rows = _rijen(tekst, periode)
    loose = losse_bedragen(tekst, rows)
    best = _beste(rows, heads, labelled, saldoparen(loose, begin, eind), begin)
    if not best.bewezen and labelled is not None and len(more := rijen(tekst, periode, ruim=True)) > len(rows):
        wider = _beste(more, heads, labelled, [], begin)
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


LINKS = 0.15
"""Where a column of amounts left of the descriptions ends at least, in widths of a page."""
Saldi = tuple[Geld, Geld]


def _rijen(tekst: Tekst, periode: tuple[date, date] | None) -> list[Rij]:
    """The rows with their amounts at the right; under heads further left where that gives no fewer of them."""
    plain = rijen(tekst, periode)
    if (above := bedragkoppen(tekst)) is not None and len(headed := rijen(tekst, periode, heads=above)) >= len(plain):
        return headed
    return plain or rijen(tekst, periode, vanaf=LINKS)


def _beste(
    rows: list[Rij],
    heads: dict[int, list[Kolom]],
    labelled: Saldi | None,
    others: list[Saldi],
    begin: Geld | None,
) -> Lezing:
    """The reading that is proven: by the balances behind the labels, by the running balance, or by one other pair of
    balances; else the one whose signs were printed and that knows most of them."""
    readings = []
    for reading, running in _lezingen(rows, heads, begin):  # most statements close at the first: the rest is not made
        if labelled is not None and _klopt(reading, labelled):
            return replace(reading, bewezen=True, saldi=labelled)
        readings.append((reading, running))
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


def _lezingen(rows: list[Rij], heads: dict[int, list[Kolom]], begin: Geld | None) -> Iterator[tuple[Lezing, bool]]:
    """Every sensible way to read the columns, the best supported first, and last the one that the running balance
    tells; and whether the last column is then a balance."""
    yield from _kolomlezingen(rows, heads)
    if moved := tekens.uit_loop(rows, begin):
        yield Lezing(moved, zeker=True), True


def _kolomlezingen(rows: list[Rij], heads: dict[int, list[Kolom]]) -> Iterator[tuple[Lezing, bool]]:
    if not rows:
        return
    saldo_column = _heeft_saldokolom(rows, heads)
    balance = any(column.naam == "saldo" for columns in heads.values() for column in columns)
    named = len({column.naam for columns in heads.values() for column in columns} & {"af", "bij"}) == 2
    for drop_last in (True, False) if saldo_column else (False, True):
        if drop_last and not any(len(row.getallen) > 1 for row in rows):
            continue
        for signs in (
            tekens.uit_tekens,
            tekens.uit_kop,
            tekens.uit_plaats,
            tekens.uit_plaats_andersom,
            tekens.uit_tekens_kaal_is_af,
            tekens.uit_tekens_kaal_is_bij,
        ):
            if named and signs is tekens.uit_plaats_andersom:
                continue  # the heads say which column is which: a sum that closes the other way round is chance
            amounts = signs(rows, heads, drop_last)
            if any(amount is not None for amount in amounts):
                printed = signs in (tekens.uit_kop, tekens.uit_tekens)
                yield Lezing(amounts, zeker=printed and (drop_last or not balance)), drop_last


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
    balances = [cents for row in rows if (cents := saldo_na(row)) is not None]
    moves = [amount.cents for amount in amounts if amount is not None]
    if len(rows) < 3 or len(balances) < len(rows) or len(moves) < len(rows):
        return None
    steps = range(1, len(rows))
    if all(balances[i] == balances[i - 1] + moves[i] for i in steps):
        return Geld(balances[0] - moves[0]), Geld(balances[-1])
    if all(balances[i - 1] == balances[i] + moves[i - 1] for i in steps):
        return Geld(balances[-1] - moves[-1]), Geld(balances[0])
    return None
