"""CSV and TAB lists of banks, by their profile: one Afschrift per account in the list."""

from __future__ import annotations

import csv
import io
import itertools
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal, InvalidOperation

from opstap.lezen.bank.afschrift import Afschrift, Regel, geld_uit
from opstap.lezen.bank.omschrijving import ontleed
from opstap.lezen.bank.profiel import Herkend, decodeer, herken_profiel, plaatsen
from opstap.lezen.inname import grenzen
from opstap.lezen.inname.fout import fout

_DATES = (
    (re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})"), (1, 2, 3)),
    (re.compile(r"(\d{4})(\d{2})(\d{2})$"), (1, 2, 3)),
    (re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})"), (3, 2, 1)),
)
_IN_NAME = re.compile(r"(?<!\d)(\d{2}-\d{2}-\d{4}|\d{4}-\d{2}-\d{2}|20\d{6})(?!\d)")


def lees_lijst(data: bytes, naam: str = "") -> list[Afschrift]:
    """Every account in the list. Raises LeesFout when the bank is unknown or no row can be read.

    A period that the bank puts in the name of the file (two dates) counts when all bookings lie inside it.
    """
    text = decodeer(data)
    herkend = herken_profiel(text)
    if herkend is None:
        raise fout("bank_onbekend")
    reader = _Lijst(herkend)
    try:
        for row in _rows(text, herkend):
            reader.take(row)
    except csv.Error:
        raise fout("bank_kapot") from None
    statements = [_finish(afschrift) for afschrift in reader.accounts.values()]
    if not statements:
        raise fout("bank_kapot")
    return [_name_period(afschrift, naam) for afschrift in statements]


def _rows(text: str, herkend: Herkend) -> Iterator[list[str]]:
    # A list of ASN, SNS or RegioBank quotes its words with ' and may hold a loose " inside.
    quote = "'" if not herkend.profiel.kop and '"' not in text[:2_000] and "'" in text[:2_000] else '"'
    for number, row in enumerate(csv.reader(io.StringIO(text), delimiter=herkend.scheiding, quotechar=quote)):
        if number > grenzen.REGELS_CSV:
            raise fout("te_zwaar")
        if number > herkend.kopregel and any(cell.strip() for cell in row):
            yield row


class _Lijst:
    """Collects the rows of a list per account and currency."""

    def __init__(self, herkend: Herkend) -> None:
        self.profiel = herkend.profiel
        self.place = {naam: plaatsen(herkend, naam) for naam in herkend.profiel.kolommen}
        self.accounts: dict[tuple[str, str], Afschrift] = {}

    def cell(self, row: list[str], naam: str) -> str:
        return " ".join(row[place].strip() for place in self.place.get(naam, ()) if place < len(row)).strip()

    def take(self, row: list[str]) -> None:
        status = self.cell(row, "status").lower()
        if self.profiel.geboekt and status not in self.profiel.geboekt:
            return
        account, currency = self.cell(row, "rekening"), self.cell(row, "munt").upper() or "EUR"
        day, amount = datum_uit(self.cell(row, "datum")), bedrag_uit(self.cell(row, "bedrag"))
        if day is None and amount is None:
            return  # a line of totals or of thanks, not a booking
        afschrift = self.accounts.setdefault((account, currency), Afschrift(rekening=account, munten={currency}))
        if day is None or amount is None:
            afschrift.compleet = False
            return
        fee = bedrag_uit(self.cell(row, "kosten"))
        amount -= abs(fee) if fee is not None else Decimal(0)
        if self.profiel.af:
            amount = -abs(amount) if self.cell(row, "teken").lower() in self.profiel.af else abs(amount)
        regel = Regel(day, geld_uit(amount, afschrift))
        regel.moment = self.cell(row, "datum")
        self._balances(row, regel, afschrift)
        if regel.bedrag.cents >= 0:
            self._describe(row, regel)
        afschrift.regels.append(regel)

    def _balances(self, row: list[str], regel: Regel, afschrift: Afschrift) -> None:
        after, before = bedrag_uit(self.cell(row, "saldo")), bedrag_uit(self.cell(row, "begin"))
        if after is not None:
            regel.saldo = geld_uit(after, afschrift)
        elif before is not None:
            regel.saldo = geld_uit(before, afschrift) + regel.bedrag

    def _describe(self, row: list[str], regel: Regel) -> None:
        words = self.cell(row, "omschrijving")
        deel = ontleed([words])
        regel.naam = self.cell(row, "naam") or deel.naam
        regel.tegenrekening = self.cell(row, "tegenrekening") or deel.tegenrekening
        regel.woorden = words
        code = self.cell(row, "code")
        regel.code = self.profiel.codes.get(code, deel.code or code)


def _finish(afschrift: Afschrift) -> Afschrift:
    """Put the rows oldest first and take the balances from the rows, whatever way round the bank wrote them."""
    rows = afschrift.regels
    if rows and _newest_first(rows):
        rows.reverse()
    if _breaks(rows) and all(len(row.moment) > 16 for row in rows):
        rows.sort(key=lambda row: row.moment)  # written in order of ordering, balances in order of booking
    if rows and all(row.saldo is not None for row in rows):
        first, last = rows[0], rows[-1]
        if first.saldo is not None and last.saldo is not None:
            afschrift.beginsaldo, afschrift.eindsaldo = first.saldo - first.bedrag, last.saldo
    return afschrift


def _newest_first(rows: list[Regel]) -> bool:
    if rows[0].datum != rows[-1].datum:
        return rows[0].datum > rows[-1].datum
    return _breaks(rows) > _breaks(rows[::-1])


def _breaks(rows: list[Regel]) -> int:
    pairs = itertools.pairwise(rows)
    return sum(1 for a, b in pairs if a.saldo is not None and b.saldo is not None and a.saldo + b.bedrag != b.saldo)


def _name_period(afschrift: Afschrift, naam: str) -> Afschrift:
    dates = [day for day in (datum_uit(text) for text in _IN_NAME.findall(naam)) if day is not None]
    days = [regel.datum for regel in afschrift.regels]
    if len(dates) == 2 and days and min(dates) <= min(days) and max(days) <= max(dates):
        afschrift.van, afschrift.tot = min(dates), max(dates)
    return afschrift


def datum_uit(text: str) -> date | None:
    """A day as banks write it: 20260831, 2026-08-31, 31-08-2026 (also with a time behind it)."""
    for pattern, (year, month, day) in _DATES:
        match = pattern.match(text.strip())
        if match:
            try:
                return date(int(match[year]), int(match[month]), int(match[day]))
            except ValueError:
                return None
    return None


def bedrag_uit(text: str) -> Decimal | None:
    """An amount as banks write it: "-2,56", "1.234,56", "+1234.56", "1 234,56"; None when it is not one."""
    compact = re.sub(r"[\s\u00a0€]|EUR", "", text)
    if not re.fullmatch(r"[+-]?\d[\d.,]*|[+-]?[.,]\d+", compact) or len(compact) > 20:
        return None
    comma, point = compact.rfind(","), compact.rfind(".")
    if comma > point:
        compact = compact.replace(".", "").replace(",", ".")
    elif point > comma >= 0:
        compact = compact.replace(",", "")
    elif compact.count(".") > 1:
        compact = compact.replace(".", "")
    try:
        return Decimal(compact)
    except InvalidOperation:
        return None
