"""Pages → documents: cut the file into papers, name each kind, read its fields with one or two readings, say what
may be seen."""

from __future__ import annotations

from dataclasses import replace

from opstap.lezen.model import Bladzijde, Document, Vak, Vraag
from opstap.lezen.noten import ZINNEN
from opstap.lezen.soort import Keuze, kies
from opstap.lezen.velden.dekken import te_dekken
from opstap.lezen.velden.lezing import lees_velden
from opstap.lezen.velden.opbrengst import Opbrengst
from opstap.lezen.velden.splits import Papier, splits
from opstap.lezen.velden.tekst import Tekst, omhul
from opstap.lezen.velden.twee import oneens, samen

SPELING = 0.002
"""How far a word may stick out of the box of its field."""
ALLEEN_SOORT = {"medische_brief", "niet_relevant"}
MEER_INKT = ZINNEN["meer_inkt"]
NIETS = ZINNEN["niets"]


def begrijp(bladzijden: list[Bladzijde], bestand: str) -> list[Document]:
    """The papers in these pages, in order; every one a proposal. An unreadable page gives a document of kind
    onbekend."""
    return [_document(paper, bestand) for paper in splits(bladzijden)]


def te_bezien(page: Bladzijde) -> dict[str, Vak]:
    """Field → box on the straight page, for the fields about which the two readings of this page do not agree."""
    first, second = Tekst([page]), Tekst([page], tweede=True)
    choice = _kies(first, second)
    if choice.soort in ALLEEN_SOORT:
        return {}
    places = oneens(lees_velden(first, choice.soort), lees_velden(second, choice.soort))
    return {name: flat for name, box in places.items() if (flat := _op_recht(page, box)) is not None}


def _op_recht(page: Bladzijde, box: Vak) -> Vak | None:
    """The box around the words, as either reader saw them, that lie within `box` on the original."""
    flat = []
    for words, straight in ((page.woorden, page.recht), (page.tweede, page.recht_tweede)):
        for word, place in zip(words, straight, strict=False):
            x, y = (word.vak[0] + word.vak[2]) / 2, (word.vak[1] + word.vak[3]) / 2
            inside = word.vak[0] >= box[0] - SPELING and word.vak[2] <= box[2] + SPELING
            if (
                inside
                and word.vak[1] >= box[1] - SPELING
                and word.vak[3] <= box[3] + SPELING
                and box[0] < x < box[2]
                and box[1] < y < box[3]
            ):
                flat.append(place)
    return omhul(flat)


def _document(paper: Papier, bestand: str) -> Document:
    pages, first = paper.bladzijden, paper.tekst
    second = Tekst(pages, tweede=True) if any(page.tweede for page in pages) else None
    choice = _kies(first, second)
    document = Document(bestand, _nummers(pages), choice.soort, choice.zekerheid)
    document.leesbaar = _leesbaar(pages)
    document.problemen = _problemen(pages, document)
    if choice.soort in ALLEEN_SOORT:
        document.afdekken = [(number, (0.0, 0.0, 1.0, 1.0)) for number in document.bladzijden]
        return document
    outcome = lees_velden(first, choice.soort)
    if second is not None:
        closer = {name: texts for page in pages for name, texts in page.nader.items()}
        outcome = samen(outcome, lees_velden(second, choice.soort), closer)
    _vul(document, outcome)
    document.afdekken = te_dekken(document, first, outcome)
    if second is not None:
        document.afdekken += te_dekken(document, second, replace(outcome, afdekken=outcome.afdekken_tweede))
    return document


def _kies(first: Tekst, second: Tekst | None) -> Keuze:
    choice = kies(first.tekst)
    if second is None:
        return choice
    other = kies(second.tekst)
    if choice.soort == "onbekend" or (other.soort != "onbekend" and other.zekerheid > choice.zekerheid + 0.2):
        return other
    return choice


def _vul(document: Document, outcome: Opbrengst) -> None:
    document.velden = outcome.velden
    document.datum = outcome.datum
    document.periode = outcome.periode
    document.afgeleid = outcome.afgeleid
    document.transacties = outcome.transacties
    document.vragen = outcome.vragen
    document.problemen += outcome.problemen
    if outcome.tegenrekeningen:
        document.sporen = replace(document.sporen, tegenrekeningen=tuple(outcome.tegenrekeningen))


def _nummers(pages: list[Bladzijde]) -> list[int]:
    return list(dict.fromkeys(page.nummer for page in pages))


def _leesbaar(pages: list[Bladzijde]) -> bool:
    words = [word for page in pages for word in page.woorden]
    letters = sum(len(word.tekst) for word in words)
    return bool(letters) and sum(word.zekerheid * len(word.tekst) for word in words) / letters > 0.55


def _problemen(pages: list[Bladzijde], document: Document) -> list[str]:
    remarks = list(dict.fromkeys(problem for page in pages for problem in page.problemen))
    if not any(page.woorden for page in pages) and not remarks:
        remarks.append(NIETS)
    if document.soort not in ALLEEN_SOORT:
        remarks += [MEER_INKT.format(nummer=page.nummer) for page in pages if page.inkt_zonder_woorden]
    return list(dict.fromkeys(remarks))


__all__ = ["Vraag", "begrijp"]
