"""Where does one paper end and the next begin, inside one file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from opstap.lezen.model import Bladzijde
from opstap.lezen.soort import Keuze, kies
from opstap.lezen.soort.regels import punten
from opstap.lezen.velden.periode import periode_van
from opstap.lezen.velden.tekst import Tekst

_BLAD = re.compile(
    r"\b(?:blad(?:zijde|nummer|nr)?|pag(?:ina)?|page)\b\.?\s*:?\s*(\d{1,3})(?:\s*(?:van|/|of|-)\s*(\d{1,3}))?\b", re.I
)
_KOP_BLAD = re.compile(r"\b(?:blad|pagina|page)\s*$", re.I)
_ONDER_BLAD = re.compile(r"(?<![\d-])(\d{1,3})\s*(?:van|/|of)\s*(\d{1,3})\s*$", re.I)
"""The number in the column under its head: "… 1 van 2"."""
PER_PERIODE = {"bankafschrift", "loonstrook", "uitkeringsspecificatie", "jaaropgave", "spaarsaldo_overzicht"}


@dataclass(frozen=True)
class Papier:
    """The pages that form one paper. Their text is laid out once, by whoever asks first."""

    bladzijden: list[Bladzijde]

    @cached_property
    def tekst(self) -> Tekst:
        return Tekst(self.bladzijden)


def splits(bladzijden: list[Bladzijde]) -> list[Papier]:
    """The papers that these pages form, in order."""
    papers: list[Papier] = []
    kind = "onbekend"
    for page in bladzijden:
        here, alone = kies(page.tekst), Papier([page])
        if not papers or _nieuw(papers[-1], kind, alone, here):
            papers.append(alone)
            kind = here.soort
        else:
            papers[-1] = Papier([*papers[-1].bladzijden, page])
            if kind == "onbekend":
                kind = here.soort
    return papers


def _nieuw(group: Papier, kind: str, alone: Papier, here: Keuze) -> bool:
    """Whether the page that stands `alone`, of which the words say that it is `here`, begins a paper after `group`."""
    page, last, soort = alone.bladzijden[0], group.bladzijden[-1], here.soort
    if page.nummer == last.nummer:
        return True  # two papers in one picture
    number = _bladnummer(page)
    if number is not None:
        before = _bladnummer(last)
        return number == 1 or (before is not None and number <= before)
    if soort == "onbekend" or len(page.woorden) < 12:
        return False
    if soort != kind:
        return here.zekerheid > 0.85 and _heeft_kop(page, soort)
    if soort in PER_PERIODE and _heeft_kop(page, soort):
        theirs = periode_van(alone.tekst, soort)[0]
        return theirs is not None and (ours := periode_van(group.tekst, soort)[0]) is not None and ours != theirs
    return False


def _bladnummer(page: Bladzijde) -> int | None:
    lines = page.tekst.splitlines()
    for before, line in pairwise(["", *lines[:14], "", *lines[-5:]]):
        match = _BLAD.search(line) or (_ONDER_BLAD.search(line) if _KOP_BLAD.search(before) else None)
        if match and 1 <= int(match[1]) <= int(match[2] or 60) <= 60:
            return int(match[1])
    return None


def _heeft_kop(page: Bladzijde, soort: str) -> bool:
    """Whether the top of the page announces this kind by itself."""
    head = "\n".join(page.tekst.splitlines()[:10])
    return punten(head, soort).get(soort, 0.0) >= 4
