"""The kinds of facts that questionnaire, reading, registers and rules share (content: `inhoud/feiten/feiten.yaml`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from opstap.kern.content import INHOUD, InhoudFout, Rij, load, require

BESTAND = INHOUD / "feiten" / "feiten.yaml"
WAARDEN = ("ja_nee", "keuze", "meerkeuze", "bedrag", "aantal", "datum", "personen", "tekst")
PER = ("persoon", "huishouden")
PERIODES = ("geen", "maand", "jaar")
Woorden = Mapping[str, str]
Sleutels = dict[str, type | tuple[type, ...]]
_KOP: Sleutels = {
    "eigenaar": str,
    "geldig_vanaf": date,
    "herzien_voor": date,
    "registers": Rij,
    "feiten": list,
}
_VELDEN: Sleutels = {"code": str, "label": Rij, "soort": str, "per": str, "nodig_voor": list}
_MAG = dict.fromkeys(("periode", "vraag", "registers", "uit_papier", "keuzes", "velden", "reken", "samen_gevraagd"))


@dataclass(frozen=True, slots=True)
class UitPapier:
    """A kind of paper (contract 1) that shows a fact: in a field, in a kind of credit, or by being there at all."""

    soort: str
    veld: str | None = None
    transactie: str | None = None


@dataclass(frozen=True, slots=True)
class Feitsoort:
    """One kind of fact. `soort` is the kind of its value, `per` whose it is, `periode` what one value is about;
    `samen_gevraagd`: one question asks it for applicant and partner together, a register gives each an own value."""

    code: str
    label: Woorden
    soort: str
    per: str
    periode: str
    vraag: str | None
    registers: tuple[str, ...]
    uit_papier: tuple[UitPapier, ...]
    keuzes: Mapping[str, Woorden]
    velden: tuple[str, ...]
    nodig_voor: tuple[tuple[str, str], ...]
    reken: str | None
    samen_gevraagd: bool


@dataclass(frozen=True, slots=True)
class Feitenlijst:
    """All kinds of facts by code, and the names of the registers."""

    soorten: Mapping[str, Feitsoort]
    registers: Mapping[str, Woorden]

    def __getitem__(self, code: str) -> Feitsoort:
        return self.soorten[code]

    def from_paper(self, soort: str, *, veld: str | None = None, transactie: str | None = None) -> list[Feitsoort]:
        """The facts that this field (or this kind of credit) of this kind of paper proposes."""
        return [
            feit
            for feit in self.soorten.values()
            for bron in feit.uit_papier
            if bron.soort == soort and (bron.veld, bron.transactie) == (veld, transactie)
        ]


def woorden(path: Path, row: Any, line: int | None, name: str) -> Woorden:
    """A text in Dutch and English from content. Raises InhoudFout when one of the two is missing."""
    if not isinstance(row, Rij) or not all(
        isinstance(row.get(taal), str) and row[taal].strip() for taal in ("nl", "en")
    ):
        raise InhoudFout(
            path, row.line if isinstance(row, Rij) else line, f"{name} heeft een tekst in nl en in en nodig"
        )
    return MappingProxyType({str(taal): text.strip() for taal, text in row.items()})


@cache
def load_feiten(path: Path = BESTAND) -> Feitenlijst:
    """Read and check the vocabulary. Raises InhoudFout."""
    document = load(path)
    require(path, document, _KOP)
    registers = {code: woorden(path, row, None, code) for code, row in document["registers"].items()}
    soorten: dict[str, Feitsoort] = {}
    for row in document["feiten"]:
        require(path, row, _VELDEN, _MAG)
        if row["code"] in soorten:
            raise InhoudFout(path, row.line, f"feit {row['code']} staat er twee keer")
        soorten[row["code"]] = _feitsoort(path, row, registers)
    for feit in soorten.values():
        for veld in feit.velden:
            if veld not in soorten:
                raise InhoudFout(path, None, f"feit {feit.code} noemt het veld {veld}, dat geen feit is")
    return Feitenlijst(MappingProxyType(soorten), MappingProxyType(registers))


def _feitsoort(path: Path, row: Rij, registers: Mapping[str, Woorden]) -> Feitsoort:
    _one_of(path, row, "soort", WAARDEN)
    _one_of(path, row, "per", PER)
    if "periode" in row:
        _one_of(path, row, "periode", PERIODES)
    for register in row.get("registers", ()):
        if register not in registers:
            raise InhoudFout(path, row.line, f"register {register} staat niet onder registers")
    if (row["soort"] in ("keuze", "meerkeuze")) != ("keuzes" in row):
        raise InhoudFout(path, row.line, f"feit {row['code']}: keuzes horen bij keuze en meerkeuze, en alleen daar")
    if (row["soort"] == "personen") != ("velden" in row):
        raise InhoudFout(path, row.line, f"feit {row['code']}: velden horen bij personen, en alleen daar")
    for bron in row.get("uit_papier", ()):
        require(path, bron, {"soort": str}, {"veld": None, "transactie": None})
    for rule in row["nodig_voor"]:
        require(path, rule, {"regel": str, "artikel": str})
    keuzes = {code: woorden(path, text, row.line, str(code)) for code, text in row.get("keuzes", {}).items()}
    return Feitsoort(
        code=row["code"],
        label=woorden(path, row["label"], row.line, "label"),
        soort=row["soort"],
        per=row["per"],
        periode=row.get("periode", "geen"),
        vraag=row.get("vraag"),
        registers=tuple(row.get("registers", ())),
        uit_papier=tuple(UitPapier(**bron) for bron in row.get("uit_papier", ())),
        keuzes=MappingProxyType(keuzes),
        velden=tuple(row.get("velden", ())),
        nodig_voor=tuple((rule["regel"], rule["artikel"]) for rule in row["nodig_voor"]),
        reken=row.get("reken"),
        samen_gevraagd=row.get("samen_gevraagd") == "ja",
    )


def _one_of(path: Path, row: Rij, key: str, allowed: tuple[str, ...]) -> None:
    if row[key] not in allowed:
        raise InhoudFout(path, row.lines[key], f"{key} {row[key]!r} ken ik niet; kies uit {', '.join(allowed)}")
