"""One paper over several photos: put together by its printed page numbers, or by a sum that closes."""

from __future__ import annotations

from dataclasses import replace

from opstap.kern.geld import Geld
from opstap.lezen.bank.afschrift import NIET_SLUITEND
from opstap.lezen.model import Document, Sporen, Veld
from opstap.lezen.stapel.sporen import gelijkenis

_PROOF = ("iban", "kenmerk", "documentnummer")
_KEYS = ("iban", "kenmerk", "documentnummer", "afzender", "werkgever", "bsn", "naam")


def voeg_bladen_samen(documenten: list[Document]) -> list[Document]:
    """The same papers with photos of one paper joined; the joined paper stands where its first page stood."""
    taken: set[int] = set()
    joined: dict[int, Document] = {}
    for follow in (_numbered, _continued, _closing):
        for first in documenten:
            if id(first) in taken or not _single(first):
                continue
            free = [other for other in documenten if other is not first and id(other) not in taken and _single(other)]
            parts = follow(first, free)
            if len(parts) > 1:
                taken.update(id(part) for part in parts)
                joined[id(first)] = _join(parts)
    kept = (document for document in documenten if id(document) in joined or id(document) not in taken)
    return [joined.get(id(document), document) for document in kept]


def _single(document: Document) -> bool:
    """A paper of one page that was read from a picture or a page; a bank export has no places and is never joined."""
    placed = document.sporen.blad or document.sporen.stukjes or any(veld.vak for veld in document.velden.values())
    return len(document.bladzijden) == 1 and not document.bestanden and bool(placed)


def _numbered(first: Document, others: list[Document]) -> list[Document]:
    """The pages that the printed numbers say belong to this first page."""
    if first.sporen.blad is None or first.sporen.blad[0] != 1 or first.sporen.blad[1] < 2:
        return [first]
    parts, total = [first], first.sporen.blad[1]
    for number in range(2, total + 1):
        fits = [other for other in others if _is_page(first, other, number, total)]
        if fits:
            parts.append(max(fits, key=lambda other: _agreement(first, other)))
    return parts


def _continued(first: Document, others: list[Document]) -> list[Document]:
    """A first page whose number was not read, or is not there: later pages name the same account or reference."""
    if first.sporen.blad is not None or first.soort == "onbekend":
        return [first]
    same = [other for other in others if _names_same(first, other)]
    later = sorted((other for other in same if _number(other) > 1), key=_number)
    if later:
        return [first, *later] if len({_number(other) for other in later}) == len(later) else [first]
    loose = [other for other in same if other.soort == "onbekend" and other.sporen.blad is None]
    fits = [other for other in loose if gelijkenis(first.sporen.stukjes, other.sporen.stukjes) < 0.3]
    return [first, fits[0]] if len(fits) == 1 else [first]


def _number(document: Document) -> int:
    return document.sporen.blad[0] if document.sporen.blad else 0


def _closing(first: Document, others: list[Document]) -> list[Document]:
    """A statement that begins with a balance and does not end with one: the page with which the sum closes."""
    open_end = "beginsaldo" in first.velden and "eindsaldo" not in first.velden
    if first.soort != "bankafschrift" or not open_end or first.sporen.blad is not None:
        return [first]
    ends = [other for other in others if _closes(first, other)]
    return [first, ends[0]] if len(ends) == 1 else [first]


def _names_same(first: Document, other: Document) -> bool:
    """Whether a later page carries the same account, reference or number, and nothing that says otherwise."""
    same_kind = other.soort in (first.soort, "onbekend")
    named = any(naam in first.velden and naam in other.velden for naam in _PROOF)
    return same_kind and named and _agreement(first, other) > 0


def _is_page(first: Document, other: Document, number: int, total: int) -> bool:
    same_kind = other.soort in (first.soort, "onbekend")
    return other.sporen.blad == (number, total) and same_kind and _agreement(first, other) >= 0


def _agreement(first: Document, other: Document) -> int:
    """How many identifying fields agree; below zero when one differs."""
    if first.periode and other.periode and first.periode != other.periode:
        return -1
    score = 0
    for naam in _KEYS:
        if naam in first.velden and naam in other.velden:
            if first.velden[naam].waarde != other.velden[naam].waarde:
                return -1
            score += 1
    return score


def _closes(first: Document, other: Document) -> bool:
    """Whether this page ends what `first` began: the balances and the bookings of both add up to the cent."""
    if other.soort not in ("bankafschrift", "onbekend") or _agreement(first, other) < 0:
        return False
    if "beginsaldo" in other.velden or "eindsaldo" not in other.velden or other.sporen.blad is not None:
        return False
    return _sum_closes(first.velden["beginsaldo"], other.velden["eindsaldo"], [first, other])


def _sum_closes(begin: Veld, eind: Veld, parts: list[Document]) -> bool:
    moved = sum(booking.bedrag.cents for part in parts for booking in part.transacties)
    return _cents(begin.waarde) + moved == _cents(eind.waarde)


def _cents(text: str) -> int:
    return Geld.parse(text).cents


def _join(parts: list[Document]) -> Document:
    first = parts[0]
    pages = range(1, len(parts) + 1)
    joined = replace(
        first, bladzijden=list(pages), bestanden=[part.bestand for part in parts], velden={}, transacties=[]
    )
    joined.vragen, joined.problemen, joined.afdekken = [], [], []
    traces: set[int] = set()
    marks: list[tuple[int, str]] = []
    for page, part in zip(pages, parts, strict=True):
        for naam, veld in part.velden.items():
            if naam not in joined.velden:
                joined.velden[naam] = replace(veld, bladzijde=page)
        marks += [(place + len(joined.transacties), mark) for place, mark in part.sporen.tegenrekeningen]
        joined.transacties += [
            booking if booking.bladzijde is None else replace(booking, bladzijde=page) for booking in part.transacties
        ]
        joined.vragen += [question for question in part.vragen if question not in joined.vragen]
        joined.problemen += [remark for remark in part.problemen if remark not in joined.problemen]
        joined.afdekken += [(page, box) for _, box in part.afdekken]
        joined.periode, joined.datum = joined.periode or part.periode, joined.datum or part.datum
        joined.leesbaar = joined.leesbaar and part.leesbaar
        traces |= part.sporen.stukjes
    totals = [part.sporen.blad[1] for part in parts if part.sporen.blad]
    seen = any(part.sporen.beeld for part in parts)
    joined.sporen = Sporen(frozenset(traces), (1, max(totals)) if totals else None, tuple(marks), beeld=seen)
    _prove(joined)
    return joined


def _prove(joined: Document) -> None:
    """A sum that did not close page by page may close over the whole paper, or the other way round."""
    if "beginsaldo" not in joined.velden or "eindsaldo" not in joined.velden or joined.soort != "bankafschrift":
        return
    closes = _sum_closes(joined.velden["beginsaldo"], joined.velden["eindsaldo"], [joined])
    joined.problemen = [remark for remark in joined.problemen if remark != NIET_SLUITEND]
    if not closes:
        joined.problemen.append(NIET_SLUITEND)
