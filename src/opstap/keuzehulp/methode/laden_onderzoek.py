"""Read one study from `inhoud/onderzoek/`. A study without a source is refused; so is a number nobody checked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from opstap.kern.content import InhoudFout, Rij, load, require
from opstap.keuzehulp.methode.laden_velden import check_no_number, herkomst, one_of, text, texts
from opstap.keuzehulp.methode.model import Studie, VanDeHonderd

KEYS: dict[str, type | tuple[type, ...]] = {
    "id": str,
    "eigenaar": str,
    "bijgewerkt_op": object,
    "herzien_voor": object,
    "bron": Rij,
    "opzet": str,
    "soort": str,
    "mensen": str,
    "land": str,
    "uitkomst": str,
    "termijn": str,
    "richting": str,
    "kort": str,
    "gewone_woorden": str,
    "beter_voor": list,
    "minder_voor": list,
    "zekerheid": str,
    "zekerheid_omdat": str,
    "directheid": str,
    "betaald_door": str,
    "nagekeken": bool,
    "niet_nagekeken": str,
}
BRON = ("titel", "kort", "vindplaats", "gelezen_in")
FILLED = ("opzet", "mensen", "land", "uitkomst", "termijn", "kort", "gewone_woorden", "zekerheid_omdat", "betaald_door")
OPTIONAL = {"cijfer": str, "cijfer_ongelezen": str, "van_de_100": Rij}
RICHTINGEN = ("positief", "nul", "gemengd", "negatief", "negatief/nul")


def read_studie(path: Path) -> Studie:
    """The study in this file. Raises InhoudFout."""
    row = load(path)
    _check(path, row)
    source = row["bron"]
    return Studie(
        id=row["id"],
        herkomst=herkomst(path, row),
        titel=source["titel"],
        bron_kort=source["kort"],
        vindplaats=source["vindplaats"],
        jaar=source["jaar"],
        gelezen_in=source["gelezen_in"],
        opzet=row["opzet"],
        soort=one_of(path, row, "soort", ("hulp", "beslishulp")),  # type: ignore[arg-type]
        mensen=row["mensen"],
        land=row["land"],
        uitkomst=row["uitkomst"],
        termijn=row["termijn"],
        richting=one_of(path, row, "richting", RICHTINGEN),
        kort=row["kort"],
        gewone_woorden=row["gewone_woorden"],
        beter_voor=texts(path, row, "beter_voor"),
        minder_voor=texts(path, row, "minder_voor"),
        zekerheid=one_of(path, row, "zekerheid", ("hoog", "matig", "laag", "zeer laag")),  # type: ignore[arg-type]
        zekerheid_omdat=row["zekerheid_omdat"],
        directheid=one_of(path, row, "directheid", ("hoog", "middel", "laag")),  # type: ignore[arg-type]
        betaald_door=row["betaald_door"],
        nagekeken=row["nagekeken"],
        niet_nagekeken=row["niet_nagekeken"],
        van_de_100=_van_de_100(path, row),
        cijfer=row.get("cijfer"),
    )


def _check(path: Path, row: Any) -> None:
    require(path, row, KEYS, OPTIONAL)
    if row["id"] != path.stem:
        raise InhoudFout(path, row.line, f"id {row['id']} is niet de naam van het bestand")
    source = row["bron"]
    require(path, source, {**dict.fromkeys(BRON, str), "jaar": int})
    for key in BRON:
        if not source[key].strip():
            raise InhoudFout(path, source.line, f"onderzoek zonder bron: {key} is leeg")
    for key in FILLED:
        text(path, row, key)
    _check_unread_numbers(path, row)


def _check_unread_numbers(path: Path, row: Rij) -> None:
    """A figure that nobody read in the source never reaches a screen; it may wait under `cijfer_ongelezen`."""
    if row["nagekeken"]:
        if "cijfer_ongelezen" in row:
            raise InhoudFout(path, row.line, "cijfer_ongelezen hoort alleen bij nagekeken: false")
        return
    for key in ("cijfer", "van_de_100"):
        if key in row:
            raise InhoudFout(path, row.line, f"{key} mag niet bij nagekeken: false; lees het eerst na in de bron")
    check_no_number(path, row)


def _van_de_100(path: Path, row: Rij) -> VanDeHonderd | None:
    block = row.get("van_de_100")
    if block is None:
        return None
    words = ("groep_met", "groep_zonder", "uitkomst", "termijn", "marge")
    require(path, block, {**dict.fromkeys(words, str), "met": int, "zonder": int})
    for key in ("met", "zonder"):
        if not 0 <= block[key] <= 100:
            raise InhoudFout(path, block.line, f"{key} is {block[key]}; dat kan niet op 100 mensen")
    for key in words:
        text(path, block, key)
    return VanDeHonderd(**block)
