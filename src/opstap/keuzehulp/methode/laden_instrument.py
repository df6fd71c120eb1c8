"""Read one kind of help from `inhoud/instrumenten/`: every row filled, every answer, study and thing known."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from opstap.kern.content import InhoudFout, Rij, load, require
from opstap.keuzehulp.methode.laden_velden import herkomst, one_of, rows, text, texts
from opstap.keuzehulp.methode.model import (
    RIJEN,
    ROLLEN,
    STREKKINGEN,
    EerstRegelen,
    Fase,
    Instrument,
    Koppeling,
    Poort,
    Studie,
    Vraag,
)

KEYS: dict[str, type | tuple[type, ...]] = {
    "id": str,
    "eigenaar": str,
    "bijgewerkt_op": object,
    "herzien_voor": object,
    "naam": str,
    "rol": str,
    "categorie": str,
    "bron": str,
    "fasen": list,
    "wie_levert": str,
    "rijen": Rij,
    "alleen_op_eigen_wens": list,
    "voorwaarden": list,
    "liever_niet": list,
    "eerst_regelen": list,
    "onderzoek": list,
    "gekoppeld_door": str,
}
OPTIONAL = {"past_bij": Rij, "botst_met": Rij, "poort": Rij}
POORT: dict[str, type | tuple[type, ...]] = {
    "wettelijk": str,
    "artikel": str,
    "nagekeken": bool,
    "waar": str,
    "eigen_reden_naast_doel": bool,
    "reden_telt_niet": list,
    "eerst_nagaan": str,
}


def read_instrument(
    path: Path,
    vragen: Mapping[str, Vraag],
    fasen: Mapping[str, Fase],
    regelen: Mapping[str, EerstRegelen],
    studies: Mapping[str, Studie],
) -> Instrument:
    """The kind of help in this file. Raises InhoudFout."""
    row = load(path)
    require(path, row, KEYS, OPTIONAL)
    if row["id"] != path.stem:
        raise InhoudFout(path, row.line, f"id {row['id']} is niet de naam van het bestand")
    allowed = {code: vraag.antwoorden for code, vraag in vragen.items()}
    past_bij, botst_met = rows(path, row, "past_bij", allowed), rows(path, row, "botst_met", allowed)
    _check_words(path, row, vragen, past_bij, botst_met)
    return Instrument(
        id=row["id"],
        herkomst=herkomst(path, row),
        naam=text(path, row, "naam"),
        rol=one_of(path, row, "rol", ROLLEN),  # type: ignore[arg-type]
        categorie=text(path, row, "categorie"),
        bron=text(path, row, "bron"),
        fasen=_known(path, row, "fasen", fasen),
        wie_levert=text(path, row, "wie_levert"),
        rijen=_rijen(path, row["rijen"]),
        past_bij=past_bij,
        botst_met=botst_met,
        alleen_op_eigen_wens=_known(path, row, "alleen_op_eigen_wens", past_bij),
        voorwaarden=texts(path, row, "voorwaarden"),
        liever_niet=texts(path, row, "liever_niet"),
        eerst_regelen=tuple(regelen[code] for code in _known(path, row, "eerst_regelen", regelen)),
        poort=_poort(path, row.get("poort"), vragen),
        koppelingen=_koppelingen(path, row, studies),
    )


def _check_words(
    path: Path,
    row: Rij,
    vragen: Mapping[str, Vraag],
    past_bij: Mapping[str, tuple[str, ...]],
    botst_met: Mapping[str, tuple[str, ...]],
) -> None:
    for code, given in botst_met.items():
        if vragen[code].soort == "praktisch":
            raise InhoudFout(path, row["botst_met"].line, f"botst_met: {code} is praktisch en sluit nooit iets uit")
        both = ", ".join(sorted(set(given) & set(past_bij.get(code, ()))))
        if both:
            raise InhoudFout(path, row["botst_met"].line, f"{both} staat bij past_bij en bij botst_met")


def _rijen(path: Path, row: Rij) -> dict[str, str]:
    require(path, row, dict.fromkeys(RIJEN, str))
    return {key: text(path, row, key) for key in RIJEN}


def _known(path: Path, row: Rij, key: str, allowed: Mapping[str, object]) -> tuple[str, ...]:
    values = texts(path, row, key)
    for value in values:
        if value not in allowed:
            raise InhoudFout(path, row.line, f"{key}: {value} bestaat niet")
    return values


def _koppelingen(path: Path, row: Rij, studies: Mapping[str, Studie]) -> tuple[Koppeling, ...]:
    result: list[Koppeling] = []
    for link in row["onderzoek"]:
        require(path, link, {"studie": str, "strekking": str}, {"voor": str, "tegen": str})
        if link["studie"] not in studies:
            raise InhoudFout(path, link.line, f"onderzoek {link['studie']} bestaat niet in inhoud/onderzoek")
        if any(seen.studie == link["studie"] for seen in result):
            raise InhoudFout(path, link.line, f"onderzoek {link['studie']} is twee keer gekoppeld")
        strekking = one_of(path, link, "strekking", STREKKINGEN)
        mixed = strekking == "gemengd" and studies[link["studie"]].nagekeken
        if mixed and not (link.get("voor") or link.get("tegen")):
            raise InhoudFout(path, link.line, "gemengd onderzoek vraagt een zin bij voor of bij tegen")
        result.append(Koppeling(link["studie"], strekking, link.get("voor"), link.get("tegen")))  # type: ignore[arg-type]
    return tuple(result)


def _poort(path: Path, row: Rij | None, vragen: Mapping[str, Vraag]) -> Poort | None:
    if row is None:
        return None
    require(path, row, POORT)
    for key in ("wettelijk", "artikel", "eerst_nagaan"):
        text(path, row, key)
    if row["nagekeken"]:
        text(path, row, "waar")
    skipped = _known(path, row, "reden_telt_niet", vragen)
    return Poort(
        wettelijk=row["wettelijk"],
        artikel=row["artikel"],
        nagekeken=row["nagekeken"],
        waar=row["waar"],
        eigen_reden_naast_doel=row["eigen_reden_naast_doel"],
        reden_telt_niet=skipped,
        eerst_nagaan=row["eerst_nagaan"],
    )
