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
        if waarden.bedragen(line.tekst) or len(line.tekst) > 160 or waarden.datums(line.tekst):
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


def _is_een_kolom(columns: list[Kolom], text: str) -> bool:
    af = next(column for column in columns if column.naam == "af")
    bij = next(column for column in columns if column.naam == "bij")
    return (
        bool(re.search(r"\baf\s?/\s?bij\b|\bbij\s?/\s?af\b|\bdebet\s?/\s?credit\b", text))
        or abs(af.links - bij.links) < 0.03
    )


_EEN_KOP = re.compile(r"(?<![a-z])(?:af\s?/\s?bij|bij\s?/\s?af|af of bij|debet\s?/\s?credit|d/c|c/d)(?![a-z])")


def tekenkolom(tekst: Tekst) -> tuple[float, float] | None:
    """Where the column stands that says of each row af or bij, from left to right; None when no head names one."""
    for line in tekst.regels:
        match = _EEN_KOP.search(tekst.plat, line.begin, line.eind)
        words = [word for word, _, _ in tekst.woorden(match.start(), match.end())] if match is not None else []
        if len(line.woorden) > 2 and words and not waarden.bedragen(line.tekst):
            return words[0].vak[0], words[-1].vak[2]
    return None
