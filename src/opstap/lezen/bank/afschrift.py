"""From the rows of a bank export to a Document: sums proven, credits sorted, debits stripped."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from stdnum import iban as stdnum_iban

from opstap.kern.geld import Geld
from opstap.lezen.bank.bijschrijving import soort_bijschrijving
from opstap.lezen.model import Document, Sporen, Transactie, Veld
from opstap.lezen.noten import ZINNEN

NIET_SLUITEND = ZINNEN["optelling_klopt_niet"]
_DUTCH = re.compile(r"NL\d{2}[A-Z]{4}\d{10}")
_START = re.compile(r"[A-Z]{2}\d{2}[A-Z0-9]{11}")
ONVOLLEDIG = ZINNEN["regels_onleesbaar"]
VREEMDE_MUNT = ZINNEN["vreemde_munt"]
GEKAPT = ZINNEN["gekapt"]


@dataclass(slots=True)
class Regel:
    """One booking as the bank wrote it. Lives only inside the reader: the words of a debit are never even kept."""

    datum: date
    bedrag: Geld
    naam: str = field(default="", repr=False)
    tegenrekening: str = field(default="", repr=False)
    woorden: str = field(default="", repr=False)
    code: str = field(default="", repr=False)
    saldo: Geld | None = None
    moment: str = ""


@dataclass(slots=True)
class Afschrift:
    """One statement of one account as found in an export; `rekening` is the account as the bank wrote it.

    `begin_is_vooravond`: the opening balance may carry the date of the day before the first day of the statement.
    """

    rekening: str
    regels: list[Regel] = field(default_factory=list)
    beginsaldo: Geld | None = None
    eindsaldo: Geld | None = None
    van: date | None = None
    tot: date | None = None
    houder: str = ""
    munten: set[str] = field(default_factory=set)
    afgerond: bool = False
    compleet: bool = True
    begin_is_vooravond: bool = False


def iban_in(text: str) -> str | None:
    """The IBAN in a piece of text such as "ABNANL2A/NL91ABNA0417164300EUR", else None. Not checked by mod 97."""
    if _DUTCH.fullmatch(text):
        return text
    compact = text.upper().replace(" ", "").replace(".", "")
    if not _START.search(compact):
        return None
    for part in re.split(r"[^A-Z0-9]", compact):
        part = re.sub(r"(?<=\d)[A-Z]{3}$", "", part) if len(part) > 18 else part
        if _DUTCH.fullmatch(part):
            return part
        if re.fullmatch(r"[A-Z]{2}\d{2}[A-Z0-9]{11,30}", part) and stdnum_iban.is_valid(part):
            return part
    return None


def kenmerk_rekening(iban: str) -> str:
    """A mark of an account number, to compare accounts without carrying them.

    Only 24 bits: about 25,000 Dutch accounts share each mark, so that none can be worked out from it, and a wrong match
    with one of a handful of own accounts is one in some millions.
    """
    return hashlib.sha256(iban.replace(" ", "").upper().encode()).hexdigest()[:6]


def maak_document(afschrift: Afschrift, bestand: str) -> Document:
    """The Document (soort bankafschrift) of one statement. Debits keep date and amount; credits by the allow-list."""
    iban = iban_in(afschrift.rekening)
    document = Document(bestand=bestand, bladzijden=[1], soort="bankafschrift", zekerheid=1.0)
    document.rekening = None if iban else _old_number(afschrift.rekening)
    document.munt = ", ".join(sorted(afschrift.munten - {"EUR"})) or None
    for naam, waarde, zekerheid in _velden(afschrift, iban):
        document.velden[naam] = Veld(waarde, 1, None, zekerheid)
    marks: list[tuple[int, str]] = []
    for place, regel in enumerate(afschrift.regels):
        if regel.bedrag.cents < 0:
            document.transacties.append(Transactie(regel.datum, regel.bedrag))
            continue
        soort, tegenpartij = soort_bijschrijving(regel.naam, regel.tegenrekening, regel.woorden, regel.code)
        if soort is None and afschrift.houder and _same_name(regel.naam, afschrift.houder):
            soort = "eigen_rekening"
        soort = soort or "overige_bijschrijving"
        document.transacties.append(Transactie(regel.datum, regel.bedrag, soort, tegenpartij, 1))
        other = iban_in(regel.tegenrekening)
        if other:
            marks.append((place, kenmerk_rekening(other)))
    document.sporen = Sporen(tegenrekeningen=tuple(marks))
    _period(document, afschrift)
    document.problemen = list(_remarks(afschrift))
    return document


def _velden(afschrift: Afschrift, iban: str | None) -> Iterable[tuple[str, str, float]]:
    if iban:
        yield "iban", iban, 1.0 if stdnum_iban.is_valid(iban) else 0.8
    if afschrift.houder:
        yield "rekeninghouder", afschrift.houder, 1.0
    if afschrift.beginsaldo is not None:
        yield "beginsaldo", str(afschrift.beginsaldo), 1.0
    if afschrift.eindsaldo is not None:
        yield "eindsaldo", str(afschrift.eindsaldo), 1.0


def _old_number(account: str) -> str | None:
    """ "TRIODOSBANK/0390123456" or "1291.99.348EUR" without what stands around the number."""
    number = re.sub(r"^.*/|[A-Z]{3}$", "", account.strip().upper()).strip()
    return number if re.fullmatch(r"[\d. -]{4,20}", number) else None


def _period(document: Document, afschrift: Afschrift) -> None:
    days = [regel.datum for regel in afschrift.regels]
    van, tot = afschrift.van, afschrift.tot
    if van and tot and van < tot and afschrift.begin_is_vooravond and van not in days:
        # Some banks date the opening balance on the first day, others on the eve of it.
        van += timedelta(days=1 if (van + timedelta(days=1)).day == 1 else 0)
    document.afgeleid = van is None or tot is None
    van = van or (min(days) if days else tot)
    tot = tot or (max(days) if days else van)
    if van and tot:
        document.periode = (min(van, tot), max(van, tot))
        document.datum = document.periode[1]


def _remarks(afschrift: Afschrift) -> Iterable[str]:
    if not sluit(afschrift):
        yield NIET_SLUITEND
    if not afschrift.compleet:
        yield ONVOLLEDIG
    if afschrift.munten - {"EUR"}:
        yield VREEMDE_MUNT
    if afschrift.afgerond:
        yield GEKAPT


def sluit(afschrift: Afschrift) -> bool:
    """Whether opening balance plus all bookings is the closing balance; True when a balance is absent."""
    if afschrift.beginsaldo is None or afschrift.eindsaldo is None:
        return True
    return afschrift.beginsaldo.cents + sum(r.bedrag.cents for r in afschrift.regels) == afschrift.eindsaldo.cents


def geld_uit(number: Decimal, afschrift: Afschrift) -> Geld:
    """A bank's amount to cents; more than two decimals are rounded and remarked on."""
    cents = number * 100
    whole = cents.to_integral_value()
    if cents != whole:
        afschrift.afgerond = True
        whole = cents.quantize(Decimal(1), rounding="ROUND_HALF_UP")
    return Geld(int(whole))


def _same_name(left: str, right: str) -> bool:
    a, b = (sorted(re.findall(r"[a-z]{2,}", name.lower())) for name in (left, right))
    return bool(a) and a == b
