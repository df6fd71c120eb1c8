"""CAMT.053 (v2, v4, v8 and later): an own reader that follows no entity, no DTD and no address.

Names of elements are compared without their namespace, so that each version reads the same.
Source: ISO 20022 message camt.053.001, Bank-to-Customer Statement.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal, InvalidOperation

from lxml import etree

from opstap.kern.geld import Geld
from opstap.lezen.bank.afschrift import Afschrift, Regel, geld_uit
from opstap.lezen.inname.fout import fout


def veilige_xml(data: bytes) -> etree._Element:
    """The root of an XML document; a DTD, an entity or a broken document raises LeesFout. No network, ever."""
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data or b"<\x00!\x00D\x00O\x00C\x00T" in data:
        raise fout("verwijzing")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False,
        remove_comments=True, remove_pis=True, remove_blank_text=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise fout("beschadigd") from None
    if root is None or root.getroottree().docinfo.doctype:
        raise fout("verwijzing")
    return root


def lees_camt(data: bytes) -> list[Afschrift]:
    """Every statement (Stmt, or Rpt of a camt.052) in the message, in order."""
    root = veilige_xml(data)
    statements = [_statement(node) for node in root.iter() if _name(node) in ("Stmt", "Rpt")]
    if not statements:
        raise fout("bank_kapot")
    return statements


def _statement(node: etree._Element) -> Afschrift:
    account = _first(node, "Acct")
    statement = Afschrift(rekening=_text(account, "Id", "IBAN") or _text(account, "Id", "Othr", "Id"))
    statement.houder = " ".join(_text(account, "Ownr", "Nm").split())[:70]
    opened = closed = None
    for balance in _children(node, "Bal"):
        code = _text(balance, "Tp", "CdOrPrtry", "Cd")
        if code in ("OPBD", "PRCD") and (opened is None or code == "OPBD"):
            opened = balance
        elif code == "CLBD":
            closed = balance
    if opened is not None:
        statement.beginsaldo = _amount(opened, statement)
        statement.begin_is_vooravond = True
        statement.van = _day(_text(opened, "Dt", "Dt") or _text(opened, "Dt", "DtTm"))
    if closed is not None:
        statement.eindsaldo = _amount(closed, statement)
        statement.tot = _day(_text(closed, "Dt", "Dt") or _text(closed, "Dt", "DtTm"))
    period = _first(node, "FrToDt")
    since, until = _day(_text(period, "FrDtTm")), _day(_text(period, "ToDtTm"))
    for entry in _children(node, "Ntry"):
        _entry(entry, statement)
    days = [regel.datum for regel in statement.regels]
    # A printed period only counts when the bookings lie inside it: published samples carry periods of other years.
    if since and until and since <= until and all(since <= day <= until for day in days):
        statement.van, statement.tot, statement.begin_is_vooravond = since, until, False
    return statement


def _entry(entry: etree._Element, statement: Afschrift) -> None:
    status = _text(entry, "Sts", "Cd") or _text(entry, "Sts")
    if status not in ("", "BOOK"):
        return
    amount = _amount(entry, statement)
    day = _day(_text(entry, "BookgDt", "Dt") or _text(entry, "BookgDt", "DtTm"))
    day = day or _day(_text(entry, "ValDt", "Dt") or _text(entry, "ValDt", "DtTm"))
    if amount is None or day is None:
        statement.compleet = False
        return
    regel = Regel(day, amount)
    if amount.cents >= 0:
        _describe(entry, regel)
    statement.regels.append(regel)


def _describe(entry: etree._Element, regel: Regel) -> None:
    """Only for credits: who paid, and the words to recognise a kind by."""
    words = [_text(entry, "AddtlNtryInf")]
    for details in (node for node in entry.iter() if _name(node) == "TxDtls"):
        parties = _first(details, "RltdPties")
        regel.naam = regel.naam or _text(parties, "Dbtr", "Nm") or _text(parties, "Dbtr", "Pty", "Nm")
        regel.tegenrekening = regel.tegenrekening or _text(parties, "DbtrAcct", "Id", "IBAN")
        regel.code = regel.code or _text(details, "Purp", "Cd")
        words += [node.text or "" for node in details.iter() if _name(node) == "Ustrd"]
    regel.woorden = " ".join(words)


def _amount(node: etree._Element, statement: Afschrift) -> Geld | None:
    element = _first(node, "Amt")
    try:
        number = Decimal((element.text or "").strip()) if element is not None else None
    except InvalidOperation:
        number = None
    if element is None or number is None or not number.is_finite() or abs(number) >= Decimal("1e13"):
        statement.compleet = False
        return None
    statement.munten.add(element.get("Ccy") or "EUR")
    debit = _text(node, "CdtDbtInd") == "DBIT"
    return geld_uit(-number if debit else number, statement)


def _name(node: etree._Element) -> str:
    return node.tag.rsplit("}", 1)[-1] if isinstance(node.tag, str) else ""


def _children(node: etree._Element | None, name: str) -> Iterator[etree._Element]:
    return (child for child in (node if node is not None else ()) if _name(child) == name)


def _first(node: etree._Element | None, name: str) -> etree._Element | None:
    return next(_children(node, name), None)


def _text(node: etree._Element | None, *path: str) -> str:
    for name in path:
        node = _first(node, name)
    return (node.text or "").strip() if node is not None else ""


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
