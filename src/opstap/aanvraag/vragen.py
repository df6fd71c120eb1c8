"""The questionnaire of an application, as content: which page comes next for what is known now. Pure: no Django.

Content: `inhoud/vragen/aanvraag.yaml`. A question is skipped when its fact is known already, whether said or looked up,
so that nothing is asked twice and nothing that a register answers (Pw 53a lid 1).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from opstap.dossier.feitsoorten import Feitenlijst, Feitsoort, Sleutels, Woorden, load_feiten
from opstap.dossier.voorwaarden import Feiten, Situatie, Voorwaarde, geldt, parse_voorwaarde
from opstap.kern.content import INHOUD, InhoudFout, Rij, load, require
from opstap.taal import teksten

BESTAND = INHOUD / "vragen" / "aanvraag.yaml"
_KOP: Sleutels = {"eigenaar": str, "geldig_vanaf": date, "herzien_voor": date, "teksten": str, "paginas": list}
_MAG = dict.fromkeys(("als", "van", "bedrag_feit", "weet_niet"))
_FITS = {"ja_nee_bedrag": "ja_nee"}


@dataclass(frozen=True, slots=True)
class Vraag:
    """One question. `soort` is the kind of answer; `code` the fact it gives; `bedrag_code` the amount beside a yes."""

    sleutel: str
    feit: Feitsoort
    code: str
    bedrag_code: str | None
    soort: str
    als: Voorwaarde
    artikel: str
    weet_niet: bool
    begin: str

    @property
    def keuzes(self) -> Mapping[str, Woorden]:
        """The answers to choose from, by code: words in Dutch and English."""
        return self.feit.keuzes

    def is_answered(self, feiten: Feiten, opgezocht: frozenset[str] = frozenset()) -> bool:
        """Whether no one needs to answer this. What a register says of the applicant answers no question about two."""
        if self.code not in feiten:
            return False
        for_two = self.feit.samen_gevraagd and "partner" in (feiten.get("woont_met") or ())
        return not for_two or self.code not in opgezocht or f"partner.{self.code}" in feiten

    def tekst(self, deel: str, taal: str = "nl") -> str:
        """`vraag`, `uitleg`, `waarom` or `bedrag`; empty when there is none."""
        key = f"{self.begin}.{self.sleutel}_{deel}"
        return teksten.tekst(key, taal) if teksten.bestaat(key, taal) else ""


@dataclass(frozen=True, slots=True)
class Pagina:
    """A page with one to three questions."""

    sleutel: str
    vragen: tuple[Vraag, ...]
    begin: str

    def titel(self, taal: str = "nl") -> str:
        return teksten.tekst(f"{self.begin}.{self.sleutel}_titel", taal)


@dataclass(frozen=True, slots=True)
class Vragenlijst:
    """All pages in order. `feiten` maps a code to its value; a code that is there is answered, also with None.

    `opgezocht` holds the codes that a register gave and nobody said.
    """

    paginas: tuple[Pagina, ...]

    def pagina(self, sleutel: str) -> Pagina:
        """The page with this key. Raises KeyError."""
        return next((pagina for pagina in self.paginas if pagina.sleutel == sleutel), None) or _no_page(sleutel)

    def asked(self, pagina: Pagina, feiten: Feiten, peildatum: date) -> list[Vraag]:
        """The questions of a page whose condition holds for what is known, answered or not."""
        situatie = Situatie(feiten, peildatum, {})
        return [vraag for vraag in pagina.vragen if geldt(vraag.als, situatie) is True]

    def route(self, feiten: Feiten, peildatum: date, opgezocht: frozenset[str] = frozenset()) -> list[Pagina]:
        """The pages this person meets; a page whose every question was looked up is left out."""
        return [pagina for pagina in self.paginas if self.to_ask(pagina, feiten, peildatum, opgezocht)]

    def to_ask(
        self, pagina: Pagina, feiten: Feiten, peildatum: date, opgezocht: frozenset[str] = frozenset()
    ) -> list[Vraag]:
        """The questions of a page that no register answers, answered by the person or not."""
        asked = self.asked(pagina, feiten, peildatum)
        return [v for v in asked if v.code not in opgezocht or not v.is_answered(feiten, opgezocht)]

    def volgende(
        self, feiten: Feiten, peildatum: date, na: str | None = None, opgezocht: frozenset[str] = frozenset()
    ) -> Pagina | None:
        """The first page with an open question, after the page `na` when given; None when everything is answered."""
        keys = [pagina.sleutel for pagina in self.paginas]
        start = 0 if na is None else keys.index(self.pagina(na).sleutel) + 1
        for pagina in self.paginas[start:]:
            if any(not vraag.is_answered(feiten, opgezocht) for vraag in self.asked(pagina, feiten, peildatum)):
                return pagina
        return None

    def open(self, feiten: Feiten, peildatum: date, opgezocht: frozenset[str] = frozenset()) -> list[Vraag]:
        """Every question that is to be asked and not answered yet."""
        return [
            vraag
            for pagina in self.paginas
            for vraag in self.asked(pagina, feiten, peildatum)
            if not vraag.is_answered(feiten, opgezocht)
        ]


def _no_page(sleutel: str) -> Pagina:
    raise KeyError(sleutel)


@cache
def load_vragen(path: Path = BESTAND) -> Vragenlijst:
    """Read and check the questionnaire against the vocabulary of facts. Raises InhoudFout."""
    document = load(path)
    require(path, document, _KOP)
    lijst, seen, pages = load_feiten(), set[str](), []
    for row in document["paginas"]:
        require(path, row, {"sleutel": str, "vragen": list})
        for vraag in row["vragen"]:
            if vraag.get("sleutel") in seen:
                raise InhoudFout(path, vraag.line, f"vraag {vraag['sleutel']} staat er twee keer")
            seen.add(vraag.get("sleutel"))
        vragen = tuple(_vraag(path, vraag, lijst, document["teksten"]) for vraag in row["vragen"])
        pages.append(Pagina(row["sleutel"], vragen, document["teksten"]))
    return Vragenlijst(tuple(pages))


def _vraag(path: Path, row: Rij, lijst: Feitenlijst, begin: str) -> Vraag:
    require(path, row, {"sleutel": str, "feit": str, "soort": str, "artikel": str}, _MAG)
    for code in (row["feit"], row.get("bedrag_feit", row["feit"])):
        if code not in lijst.soorten:
            raise InhoudFout(path, row.line, f"het feit {code} staat niet in feiten.yaml")
    feit = lijst[row["feit"]]
    if _FITS.get(row["soort"], row["soort"]) != feit.soort:
        raise InhoudFout(path, row.line, f"soort {row['soort']} past niet bij {feit.code}, dat is {feit.soort}")
    if (row["soort"] == "ja_nee_bedrag") != ("bedrag_feit" in row):
        raise InhoudFout(path, row.line, "bij ja_nee_bedrag, en alleen daar, hoort een bedrag_feit")
    code = f"{row['van']}.{feit.code}" if "van" in row else feit.code
    als = parse_voorwaarde(path, row.get("als", "altijd"), lijst, row.line)
    know = row.get("weet_niet", "ja") != "nee"
    return Vraag(row["sleutel"], feit, code, row.get("bedrag_feit"), row["soort"], als, row["artikel"], know, begin)
