"""Statements of one file that follow on each other, put together for the eye: a month of daily statements.

The documents stay apart (each has its own proof); a series only says which may be shown as one.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from opstap.lezen.model import Document
from opstap.lezen.stapel.maanden import rekening_van

_ROOM = timedelta(days=5)


@dataclass(slots=True)
class Reeks:
    """One account from one file over an unbroken run of days; `eindsaldo` of each is `beginsaldo` of the next."""

    bestand: str
    rekening: str
    van: date
    tot: date
    documenten: list[Document] = field(default_factory=list)

    @property
    def beginsaldo(self) -> str | None:
        return _saldo(self.documenten[0], "beginsaldo")

    @property
    def eindsaldo(self) -> str | None:
        return _saldo(self.documenten[-1], "eindsaldo")


def reeksen(documenten: list[Document]) -> list[Reeks]:
    """The series among these documents, in their order; a statement that follows on nothing is a series of one."""
    found: list[Reeks] = []
    for document in documenten:
        account = rekening_van(document)
        if document.soort != "bankafschrift" or document.periode is None or account is None:
            continue
        van, tot = document.periode
        if found and _follows(found[-1], document, account):
            found[-1].documenten.append(document)
            found[-1].tot = max(found[-1].tot, tot)
        else:
            found.append(Reeks(document.bestand, account, van, tot, [document]))
    return found


def _follows(reeks: Reeks, document: Document, account: str) -> bool:
    if document.periode is None or (reeks.bestand, reeks.rekening) != (document.bestand, account):
        return False
    begin = _saldo(document, "beginsaldo")
    near = reeks.tot <= document.periode[0] + timedelta(days=1) and document.periode[0] <= reeks.tot + _ROOM
    return near and begin is not None and begin == reeks.eindsaldo and document.dubbel_van is None


def _saldo(document: Document, naam: str) -> str | None:
    veld = document.velden.get(naam)
    return veld.waarde if veld else None
