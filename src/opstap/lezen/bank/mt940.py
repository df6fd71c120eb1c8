"""MT940: an own reader of lines.

The package mt-940 joins the statements of a file into one, keeps the words of debits in its errors and takes
0.34 s for 10,000 lines; this one keeps each statement apart and reads by tag. In the tests the package is the second
reader that must agree. Format: SWIFT Standards Category 9, MT 940; the variants of the banks as their own files show.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal, InvalidOperation

from opstap.lezen.bank.afschrift import Afschrift, Regel, geld_uit, iban_in
from opstap.lezen.bank.omschrijving import ontleed
from opstap.lezen.inname.fout import fout

_TAG = re.compile(r"^\s{0,3}:(\d{2}[A-Z]?|NS):(.*)$")
_BALANCE = re.compile(r"^([CD])(\d{6})([A-Z]{3})([\d,. ]+)$")
# value date, entry date, (reversal of) debit or credit, funds code, amount, type with code, the rest
_ENTRY = re.compile(r"^(\d{6})(\d{4})?(R?[CD])([A-Z])?([\d.]*,?\d*)\s*([NFS][A-Z0-9]{2,3})?(.*)$", re.DOTALL)
_OPENING, _CLOSING = ("60F", "60M"), ("62F", "62M")


def lees_mt940(tekst: str) -> list[Afschrift]:
    """Every statement in the text, in order. Raises LeesFout when nothing of it is a statement."""
    statements: list[Afschrift] = []
    reader = _Reader()
    for tag, body in _fields(tekst):
        if tag == "20" or (tag == "25" and reader.has("25")) or (tag in _OPENING and reader.has("60")):
            reader.close(statements)
            reader = _Reader()
        reader.take(tag, body)
    reader.close(statements)
    if not statements:
        raise fout("bank_kapot")
    return statements


def _fields(tekst: str) -> list[tuple[str, list[str]]]:
    fields: list[tuple[str, list[str]]] = []
    for line in tekst.splitlines():
        if line.startswith("{") and "{4:" in line:
            line = line.split("{4:", 1)[1]
        match = _TAG.match(line) if ":" in line[:4] else None
        if match:
            fields.append((match[1], [match[2]]))
        elif line[:1] == "-" and line.strip() in ("-", "-}", "-XXX", "-}{5:}"):
            fields.append(("einde", []))
        elif fields:
            fields[-1][1].append(line)
    return fields


class _Reader:
    """Builds one statement, tag by tag."""

    def __init__(self) -> None:
        self.statement = Afschrift(rekening="")
        self.seen: set[str] = set()
        self.open = False

    def has(self, tag: str) -> bool:
        return tag in self.seen

    def close(self, statements: list[Afschrift]) -> None:
        if "60" in self.seen or "62" in self.seen or self.statement.regels:
            self.statement.compleet &= "62" in self.seen  # cut off before its closing balance
            statements.append(self.statement)

    def take(self, tag: str, body: list[str]) -> None:
        if tag == "25":
            self.statement.rekening = body[0].strip()
        elif tag in _OPENING or tag in _CLOSING:
            self._balance(tag, body[0])
        elif tag == "61":
            self._entry(body)
        elif tag == "86" and self.open and self.statement.regels:
            self._describe(body)
        if tag not in ("61", "86"):
            self.open = False
        self.seen.add(tag[:2])

    def _balance(self, tag: str, text: str) -> None:
        match = _BALANCE.match(text.strip())
        day, amount = (_day(match[2]), _number(match[4])) if match else (None, None)
        if match is None or day is None or amount is None:
            self.statement.compleet = False
            return
        saldo = geld_uit(amount if match[1] == "C" else -amount, self.statement)
        self.statement.munten.add(match[3])
        if tag in _OPENING:
            self.statement.beginsaldo, self.statement.van = saldo, day
            self.statement.begin_is_vooravond = True
        else:
            self.statement.eindsaldo, self.statement.tot = saldo, day

    def _entry(self, body: list[str]) -> None:
        match = _ENTRY.match(body[0].strip())
        day, amount = (_day(match[1]), _number(match[5])) if match else (None, None)
        if match is None or day is None or amount is None:
            self.statement.compleet = self.open = False
            return
        # A reversal turns the sign: RC takes a credit back, RD gives a debit back.
        credit = match[3] in ("C", "RD")
        regel = Regel(day, geld_uit(amount if credit else -amount, self.statement))
        if credit:
            regel.code = (match[6] or "")[1:]
            _from_entry(regel, match[7], body[1:])
        self.statement.regels.append(regel)
        self.open = True

    def _describe(self, body: list[str]) -> None:
        regel = self.statement.regels[-1]
        if regel.bedrag.cents < 0:
            return
        deel = ontleed(body)
        regel.naam = regel.naam or deel.naam
        regel.tegenrekening = regel.tegenrekening or deel.tegenrekening
        regel.woorden = f"{regel.woorden} {deel.woorden}"
        regel.code = deel.code or regel.code


def _from_entry(regel: Regel, rest: str, more: list[str]) -> None:
    """What some banks put in the entry line itself: ASN an IBAN with the name below, old Rabobank both in columns."""
    found = iban_in(rest[:34]) or (iban_in(more[0][:34]) if more else None)
    regel.tegenrekening = found or ""
    if found and found in rest and more:
        regel.naam = more[0].strip()
    elif len(rest) > 16 and rest[:16].endswith("  ") and not found:
        regel.naam = rest[16:].strip()
    regel.woorden = " ".join([rest, *more])


def _day(text: str) -> date | None:
    year = int(text[:2])
    try:
        return date(year + (2000 if year < 80 else 1900), int(text[2:4]), int(text[4:6]))
    except ValueError:
        return None


def _number(text: str) -> Decimal | None:
    compact = text.replace(" ", "")
    compact = compact.replace(".", "").replace(",", ".") if "," in compact else compact
    if not compact or len(compact) > 18:
        return None
    try:
        return Decimal(compact.rstrip(".") or "0")
    except InvalidOperation:
        return None
