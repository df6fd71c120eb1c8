"""Statements on the line of time of their account: by printed period, else by bookings and balances."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from opstap.kern.geld import Geld
from opstap.lezen.bank.afschrift import NIET_SLUITEND, ONVOLLEDIG
from opstap.lezen.model import Document

_DAY = timedelta(days=1)
_GLIMP = timedelta(days=7)
"""A screen of the app with fewer days of bookings shows how much there is, not what went on in a month."""


@dataclass(slots=True)
class Stuk:
    """One statement in time. `begin` and `eind` are balances that may serve as proof; `heel`: nothing of it is missing.

    `afgeleid`: the edges of the period come from bookings, so that the period may really be a little longer. `sluit`:
    its bookings lead from one balance to the other, so that none of them is missing.
    """

    document: Document
    van: date
    tot: date
    begin: str | None
    eind: str | None
    heel: bool
    afgeleid: bool = False
    sluit: bool = False


@dataclass(slots=True)
class Lijn:
    """One account with its statements, oldest first, and those of which the place is not known yet."""

    rekening: str
    stukken: list[Stuk] = field(default_factory=list)
    los: list[Document] = field(default_factory=list)

    def plaats(self) -> None:
        """Put every statement that can be placed on the line; a statement may help the next one to its place."""
        found = True
        while found and self.los:
            found = False
            for document in list(self.los):
                stuk = _placed(document, self.stukken)
                if stuk is not None:
                    self.los.remove(document)
                    self.stukken.append(stuk)
                    found = True
        self.stukken.sort(key=lambda stuk: (stuk.van, stuk.tot))


def stuk_van(document: Document, van: date, tot: date, afgeleid: bool) -> Stuk:
    """A statement with its proof."""
    begin, eind = _proof(document, "beginsaldo"), _proof(document, "eindsaldo")
    return Stuk(document, van, tot, begin, eind, _whole(document), afgeleid, _sluit(document, begin, eind))


def _sluit(document: Document, begin: str | None, eind: str | None) -> bool:
    if begin is None or eind is None or not document.transacties:
        return False
    return Geld.parse(begin).cents + sum(row.bedrag.cents for row in document.transacties) == Geld.parse(eind).cents


def _proof(document: Document, naam: str) -> str | None:
    """A balance that may serve as proof: read, and neither itself nor the sum it stands in is in doubt."""
    doubted = any(vraag.veld in (naam, "transacties") for vraag in document.vragen)
    veld = document.velden.get(naam)
    return veld.waarde if veld and not doubted else None


def _whole(document: Document) -> bool:
    """Whether nothing of this statement is missing: every page is there and the sum closes."""
    blad = document.sporen.blad
    missing = blad is not None and (blad[0] != 1 or len(document.bladzijden) < blad[1])
    return (
        not missing and not {NIET_SLUITEND, ONVOLLEDIG} & set(document.problemen) and document.soort == "bankafschrift"
    )


def _placed(document: Document, others: Iterable[Stuk]) -> Stuk | None:
    """The place of a statement whose period was not read: between the statements its balances fit."""
    days = [booking.datum for booking in document.transacties]
    first, last = (min(days), max(days)) if days else (None, None)
    before, after = _neighbours(document, others)
    if document.soort != "bankafschrift" and not before and not after and _is_glimpse(days):
        return None
    van = before.tot + _DAY if before else first
    tot = after.van - _DAY if after else last
    # One known edge is a place, though not a whole month: that much of the account is certainly in.
    van, tot = van or tot, tot or van
    if van is None or tot is None or van > tot:
        return None
    if first is not None and last is not None and not (van <= first and last <= tot):
        return stuk_van(document, first, last, afgeleid=True)
    return stuk_van(document, van, tot, afgeleid=not (before and after))


def _is_glimpse(days: list[date]) -> bool:
    return not days or max(days) - min(days) < _GLIMP


def _neighbours(document: Document, others: Iterable[Stuk]) -> tuple[Stuk | None, Stuk | None]:
    """The only statement that ends where this one begins, and the only one that begins where this one ends."""
    begin, end = _proof(document, "beginsaldo"), _proof(document, "eindsaldo")
    if begin is None or end is None or begin == end:
        return None, None
    stukken = list(others)
    before = [stuk for stuk in stukken if stuk.eind == begin]
    after = [stuk for stuk in stukken if stuk.begin == end]
    return (before[0] if len(before) == 1 else None), (after[0] if len(after) == 1 else None)
