"""The heads of the table of a statement: which column holds what."""

from __future__ import annotations

import re
from dataclasses import dataclass

from opstap.lezen.velden import waarden
from opstap.lezen.velden.tekst import Tekst

_KOP = re.compile(
    r"(?<![a-z])(bedrag af|bedrag bij|af \(debet\)|bij \(credit\)|afschrijving(?:en)?|bijschrijving(?:en)?|afgeschreven|bijgeschreven|"  # noqa: E501
    r"uitgaven|inkomsten|debet|credit|debit|af|bij|uit|in|saldo|balance|saldo na mutatie|nieuw saldo)(?![a-z])"
)
AF = {
    "bedrag af",
    "af (debet)",
    "afschrijving",
    "afschrijvingen",
    "afgeschreven",
    "uitgaven",
    "debet",
    "debit",
    "af",
    "uit",
}
BIJ = {
    "bedrag bij",
    "bij (credit)",
    "bijschrijving",
    "bijschrijvingen",
    "bijgeschreven",
    "inkomsten",
    "credit",
    "bij",
    "in",
}


@dataclass(slots=True)
class Kolom:
    """What stands above the amounts: "af", "bij" or "saldo", and its span across."""

    naam: str
    links: float
    rechts: float


def kolommen(tekst: Tekst) -> dict[int, list[Kolom]]:
    """The header of the table per page; a page without one uses that of the page before."""
    found: dict[int, list[Kolom]] = {}
    for line in tekst.regels:
        text = tekst.plat[line.begin : line.eind]
        if line.bedragen() or len(line.tekst) > 160 or waarden.datums(line.tekst) or _TITEL.search(text):
            continue
        columns = []
        for match in _KOP.finditer(text):
            words = [w for w, _, _ in tekst.woorden(line.begin + match.start(), line.begin + match.end())]
            if not words:
                continue
            name = "af" if match[1] in AF else "bij" if match[1] in BIJ else "saldo"
            columns.append(Kolom(name, words[0].vak[0], words[-1].vak[2]))
        names = {column.naam for column in columns}
        if {"af", "bij"} <= names or (
            names == {"saldo"} and re.search(r"\b(?:datum|date)\b", text) and "bedrag" in text
        ):
            # "Af/Bij" under one head is one column with a word in each row, not two columns of amounts
            if {"af", "bij"} <= names and _is_een_kolom(columns, text):
                continue
            found.setdefault(line.bladzijde, columns)
    return found


_TITEL = re.compile(r"\b(?:af|bij)- en |\b(?:af en bij|bij en af)\b")
"""The same words in the title of a page: "Bij- en afschrijvingen"."""
SPELING = 0.06
"""How far an amount may stick out beside its head, in widths of a page."""
_BEDRAG = re.compile(
    r"\b(?:bedrag(?: af| bij)?|amount|saldo(?: na \w+)?|balance)(?![a-z])|(?<![a-z/])(?:af|bij|debet|credit)(?![a-z/])"
)

_TEKENS = re.compile(r"af\s?/\s?bij|bij\s?/\s?af|af of bij|debet\s?/\s?credit|bij- of af")
MIDDEN = 0.4
"""Left of this, in widths of a page, an amount stands before the descriptions."""


@dataclass(frozen=True, slots=True)
class Bedragkoppen:
    """Where the heads of amounts and of the running balance stand, when amounts stand left of their descriptions."""

    bedrag: tuple[tuple[float, float], ...]
    saldo: tuple[float, float] | None

    def is_saldo(self, left: float, right: float) -> bool:
        """Whether an amount between these sides stands under the head of the balance."""
        return self.saldo is not None and _naast(self.saldo, left, right) < min(
            (_naast(span, left, right) for span in self.bedrag), default=1.0
        )

    def past(self, left: float, right: float) -> bool:
        """Whether an amount between these sides stands under one of the heads."""
        spans = (*self.bedrag, self.saldo) if self.saldo else self.bedrag
        return any(_naast(span, left, right) < SPELING for span in spans)


def _naast(span: tuple[float, float], left: float, right: float) -> float:
    """How far two stretches are apart; below 0 where they overlap."""
    return max(span[0] - right, left - span[1])


def bedragkoppen(tekst: Tekst) -> Bedragkoppen | None:
    """The heads of a table in which an amount stands left of the middle of the page; None for all others."""
    for line in tekst.regels:
        text = tekst.plat[line.begin : line.eind]
        if not re.search(r"datum|date\b", text) or line.bedragen() or waarden.datums(line.tekst):
            continue
        spans: list[tuple[str, float, float]] = []
        for match in _BEDRAG.finditer(text):
            words = [word for word, _, _ in tekst.woorden(line.begin + match.start(), line.begin + match.end())]
            if words and not _TEKENS.search(text[max(0, match.start() - 4) : match.end() + 4]):
                spans.append((match.group(), words[0].vak[0], words[-1].vak[2]))
        amounts = tuple((left, right) for name, left, right in spans if not name.startswith(("saldo", "balance")))
        balance = next(((left, right) for name, left, right in spans if name.startswith(("saldo", "balance"))), None)
        if amounts and min(left for left, _ in amounts) < MIDDEN:
            return Bedragkoppen(amounts, balance)
    return None


def _is_een_kolom(columns: list[Kolom], text: str) -> bool:
    af = next(column for column in columns if column.naam == "af")
    bij = next(column for column in columns if column.naam == "bij")
    return (
        bool(re.search(r"\baf\s?/\s?bij\b|\bbij\s?/\s?af\b|\bdebet\s?/\s?credit\b", text))
        or abs(af.links - bij.links) < 0.03
    )


_EEN_KOP = re.compile(
    r"(?<![a-z])(?:af\s?/\s?bij|bij\s?/\s?af|af of bij|bij- of afschrijving|debet\s?/\s?credit|d/c|c/d)(?![a-z])"
)


def tekenkolom(tekst: Tekst) -> tuple[float, float] | None:
    """Where the column stands that says of each row af or bij, from left to right; None when no head names one."""
    for line in tekst.regels:
        match = _EEN_KOP.search(tekst.plat, line.begin, line.eind)
        words = [word for word, _, _ in tekst.woorden(match.start(), match.end())] if match is not None else []
        if len(line.woorden) > 2 and words and not line.bedragen():
            return words[0].vak[0], words[-1].vak[2]
    return None
