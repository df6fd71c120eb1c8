"""Papers that are there twice: by bytes, then by what identifies them, then by their words. Stacked, never dropped."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from opstap.lezen.model import Document
from opstap.lezen.stapel.maanden import rekening_van
from opstap.lezen.stapel.sporen import gelijkenis

SAME_WORDS = 0.8
_FEW_WORDS = 12
_BANK = frozenset({"bankafschrift", "spaarsaldo_overzicht"})


def stapel_dubbelen(documenten: list[Document]) -> None:
    """Set `dubbel_van` of every second copy to the file of the first one: in the order of the pile, but a photo of a
    paper that is there as it was sent is the copy, whichever came first."""
    seen = _Gezien()
    for document in sorted(documenten, key=lambda each: each.sporen.beeld):
        first = seen.eerste(document)
        if first is None:
            seen.onthoud(document)
        else:
            document.dubbel_van = first.bestand


class _Gezien:
    """The first ones, by each way in which a second one can be known."""

    def __init__(self) -> None:
        self.by_bytes: dict[Hashable, Document] = {}
        self.by_key: dict[Hashable, Document] = {}
        self.by_balances: dict[Hashable, list[Document]] = {}
        self.by_kind: dict[str, list[Document]] = {}

    def eerste(self, document: Document) -> Document | None:
        """The paper of which this one is a second copy, or None."""
        same_bytes, key = _bytes(document), kenmerk(document)
        found = self.by_bytes.get(same_bytes) if same_bytes else None
        found = found or (self.by_key.get(key) if key else None)
        return found or self._same_balances(document) or self._same_words(document)

    def onthoud(self, document: Document) -> None:
        """Keep a paper that was not there yet."""
        same_bytes, key, balances = _bytes(document), kenmerk(document), _balances(document)
        if same_bytes:
            self.by_bytes.setdefault(same_bytes, document)
        if key:
            self.by_key.setdefault(key, document)
        if balances:
            self.by_balances.setdefault(balances, []).append(document)
        self.by_kind.setdefault(document.soort, []).append(document)

    def _same_balances(self, document: Document) -> Document | None:
        """A second photo of a statement of which one of the two periods was not read: account and balances agree."""
        same = self.by_balances.get(_balances(document), ())
        open_period = (first for first in same if first.periode is None or document.periode is None)
        return next((first for first in open_period if not _differ(first, document)), None)

    def _same_words(self, document: Document) -> Document | None:
        if len(document.sporen.stukjes) < _FEW_WORDS:
            return None
        alike = (first for first in self.by_kind.get(document.soort, ()) if not _differ(first, document))
        return next((first for first in alike if _share(first, document) >= SAME_WORDS), None)


def _bytes(document: Document) -> Hashable | None:
    """The digest of the file and which paper in it this is: papers of one file are no copies of each other."""
    traces = document.sporen
    return (traces.sha256, traces.plaats) if traces.sha256 else None


def kenmerk(document: Document) -> Hashable | None:
    """What makes a paper this paper: account, period and balances, or sender, date, amount and reference.

    None when too little was read to say so. A statement of another page ("2 van 3") is another piece.
    """
    value: Callable[[str], str | None] = lambda naam: document.velden[naam].waarde if naam in document.velden else None  # noqa: E731
    sheet = _sheet(document)
    if document.soort in _BANK:
        account, saldi = rekening_van(document), (value("beginsaldo"), value("eindsaldo"))
        if not account or document.periode is None or None in saldi:
            return None
        return (document.soort, account, document.periode, saldi, sheet)
    sender = value("afzender") or value("werkgever") or value("verhuurder")
    amount = value("nettoloon") or value("bedrag") or value("maandbedrag") or value("huur") or value("totaal")
    reference = value("kenmerk") or value("documentnummer")
    day = document.datum or document.periode
    if document.soort == "onbekend" or day is None or sum(part is not None for part in (sender, amount, reference)) < 2:
        return None
    return (document.soort, sender, day, document.periode, amount, reference, sheet)


def _sheet(document: Document) -> tuple[int, int] | None:
    """The page of a paper that has more; "1 van 1" says as little as nothing."""
    blad = document.sporen.blad
    return blad if blad and blad[1] > 1 and len(document.bladzijden) == 1 else None


def _balances(document: Document) -> Hashable | None:
    fields, account = document.velden, rekening_van(document)
    if document.soort != "bankafschrift" or account is None or not {"beginsaldo", "eindsaldo"} <= set(fields):
        return None
    begin, end = fields["beginsaldo"].waarde, fields["eindsaldo"].waarde
    return None if begin == end else (account, begin, end)


def _share(left: Document, right: Document) -> float:
    return gelijkenis(left.sporen.stukjes, right.sporen.stukjes)


def _differ(left: Document, right: Document) -> bool:
    """Whether a date, page or amount says that these are two papers, however alike their words are."""
    if _sheet(left) != _sheet(right):
        return True
    if left.bestand == right.bestand and left.bladzijden == right.bladzijden:
        return True  # two papers in one photo
    if left.datum and right.datum and left.datum != right.datum:
        return True
    if left.periode and right.periode and left.periode != right.periode:
        return True
    shared = set(left.velden) & set(right.velden)
    return any(left.velden[naam].waarde != right.velden[naam].waarde for naam in shared)
