"""Read the catalogue from `inhoud/`: everything is checked at load, so that nothing is wrong while people talk."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import cast

from opstap.kern.content import INHOUD, InhoudFout, Rij, load, require
from opstap.keuzehulp.methode.laden_instrument import read_instrument
from opstap.keuzehulp.methode.laden_onderzoek import read_studie
from opstap.keuzehulp.methode.laden_taal import translate
from opstap.keuzehulp.methode.laden_velden import herkomst, one_of, rows, text, texts
from opstap.keuzehulp.methode.model import (
    Catalogus,
    EerstRegelen,
    Fase,
    Instrument,
    Kant,
    NietGebruiken,
    Soort,
    Tegenspraak,
    Vakkennis,
    Vraag,
)

HOOFDTAAL = "nl"
GETEKEND: dict[str, type | tuple[type, ...]] = {"eigenaar": str, "bijgewerkt_op": object, "herzien_voor": object}


def catalogus(taal: str = "nl") -> Catalogus:
    """The catalogue of the project itself in this language, each language read once and only when it is asked for.

    Raises InhoudFout with file, line and what is wrong; so also for a language that is not there.
    """
    return _catalogus(taal)


@cache
def _catalogus(taal: str) -> Catalogus:
    return load_catalogus(INHOUD) if taal == HOOFDTAAL else translate(INHOUD, taal, _catalogus(HOOFDTAAL))


def load_catalogus(root: Path, taal: str = "nl") -> Catalogus:
    """The catalogue under `root` (folders instrumenten, onderzoek, vakkennis, keuzehulp). Raises InhoudFout."""
    return _load_dutch(root) if taal == HOOFDTAAL else translate(root, taal, _load_dutch(root))


def _load_dutch(root: Path) -> Catalogus:
    vragen = read_vragen(root / "keuzehulp" / "vragen.yaml")
    fasen = _read_fasen(root / "keuzehulp" / "fasen.yaml")
    regelen = _read_regelen(root / "keuzehulp" / "eerst-regelen.yaml", vragen)
    studies = {studie.id: studie for studie in map(read_studie, _files(root / "onderzoek"))}
    instrumenten: dict[str, Instrument] = {}
    for path in _files(root / "instrumenten"):
        instrument = read_instrument(path, vragen, fasen, regelen, studies)
        instrumenten[instrument.id] = instrument
    vakkennis = _read_vakkennis(root / "vakkennis", instrumenten)
    _check_both_sides(root, instrumenten, vakkennis)
    return Catalogus(
        vragen=vragen,
        fasen=fasen,
        niet_gebruiken=_read_niet_gebruiken(root / "keuzehulp" / "niet-gebruiken.yaml"),
        tegenspraak=_read_tegenspraak(root / "keuzehulp" / "tegenspraak.yaml", vragen),
        instrumenten=instrumenten,
        studies=studies,
        vakkennis=vakkennis,
        zinnen=_read_zinnen(root / "keuzehulp" / "zinnen.yaml"),
    )


def read_vragen(path: Path) -> dict[str, Vraag]:
    """The questions to the person, in the order of the page."""
    result: dict[str, Vraag] = {}
    for row in _document(path, "vragen"):
        words = dict.fromkeys(("code", "vraag", "soort", "bron"), str)
        require(path, row, {**words, "meer_antwoorden": bool, "antwoorden": Rij})
        soort = cast(Soort, one_of(path, row, "soort", ("open", "praktisch")))
        for answer in row["antwoorden"]:
            if not isinstance(answer, str):
                raise InhoudFout(path, row["antwoorden"].line, f"zet aanhalingstekens om het antwoord {answer!r}")
            text(path, row["antwoorden"], answer)
        if row["code"] in result:
            raise InhoudFout(path, row.line, f"vraag {row['code']} staat er twee keer")
        answers = dict(row["antwoorden"])
        result[row["code"]] = Vraag(row["code"], row["vraag"], soort, row["bron"], row["meer_antwoorden"], answers)
    return result


def _read_fasen(path: Path) -> dict[str, Fase]:
    found = _document(path, "fasen")
    for row in found:
        require(path, row, dict.fromkeys(("code", "naam", "uitleg"), str))
    return {row["code"]: Fase(row["code"], row["naam"], row["uitleg"]) for row in found}


def _read_regelen(path: Path, vragen: Mapping[str, Vraag]) -> dict[str, EerstRegelen]:
    result: dict[str, EerstRegelen] = {}
    allowed = {code: vraag.antwoorden for code, vraag in vragen.items()}
    for row in _document(path, "eerst_regelen"):
        require(path, row, {"code": str, "tekst": str}, {"als": Rij})
        result[row["code"]] = EerstRegelen(row["code"], text(path, row, "tekst"), rows(path, row, "als", allowed))
    return result


def _read_niet_gebruiken(path: Path) -> tuple[NietGebruiken, ...]:
    found = _document(path, "niet_gebruiken")
    for row in found:
        require(path, row, {"woorden": list, "tekst": str})
    return tuple(NietGebruiken(texts(path, row, "woorden"), text(path, row, "tekst")) for row in found)


def _read_tegenspraak(path: Path, vragen: Mapping[str, Vraag]) -> tuple[Tegenspraak, ...]:
    result = []
    for row in _document(path, "tegenspraak"):
        require(path, row, {"antwoorden": list, "vraag": str})
        pairs = [tuple(pair) if isinstance(pair, list) else pair for pair in row["antwoorden"]]
        known = [
            pair for pair in pairs if len(pair) == 2 and pair[0] in vragen and pair[1] in vragen[pair[0]].antwoorden
        ]
        if known != pairs or len(pairs) < 2:
            raise InhoudFout(path, row.line, "antwoorden: geef minstens twee paren [vraag, antwoord] die bestaan")
        result.append(Tegenspraak(tuple(known), text(path, row, "vraag")))
    return tuple(result)


def _read_vakkennis(folder: Path, instrumenten: Mapping[str, Instrument]) -> dict[str, tuple[Vakkennis, ...]]:
    result: dict[str, list[Vakkennis]] = {key: [] for key in instrumenten}
    seen: set[str] = set()
    for path in _files(folder):
        document = load(path)
        require(path, document, {**GETEKEND, "team": str, "status": str, "regels": list})
        origin = herkomst(path, document)
        for row in document["regels"]:
            require(path, row, {"id": str, "instrument": str, "kant": str, "tekst": str})
            if row["instrument"] not in instrumenten:
                raise InhoudFout(path, row.line, f"soort hulp {row['instrument']} bestaat niet")
            if row["id"] in seen:
                raise InhoudFout(path, row.line, f"regel {row['id']} staat er twee keer")
            seen.add(row["id"])
            side = cast(Kant, one_of(path, row, "kant", ("voor", "tegen")))
            words = text(path, row, "tekst")
            result[row["instrument"]].append(
                Vakkennis(row["id"], row["instrument"], side, words, document["team"], origin)
            )
    return {key: tuple(value) for key, value in result.items()}


def _check_both_sides(
    root: Path, instrumenten: Mapping[str, Instrument], vakkennis: Mapping[str, tuple[Vakkennis, ...]]
) -> None:
    """Every option shows at least one argument for and one against, also when no study is left: craft carries both."""
    for key in instrumenten:
        for side in ("voor", "tegen"):
            if not any(line.kant == side for line in vakkennis[key]):
                what = f"{key} heeft geen vakkennis {side}; elke keuze toont beide kanten"
                raise InhoudFout(root / "vakkennis", None, what)


def _read_zinnen(path: Path) -> dict[str, str]:
    document = load(path)
    require(path, document, {**GETEKEND, "zinnen": Rij})
    herkomst(path, document)
    return {key: text(path, document["zinnen"], key) for key in document["zinnen"]}


def _document(path: Path, key: str) -> list[Rij]:
    document = load(path)
    require(path, document, {**GETEKEND, key: list})
    herkomst(path, document)
    return list(document[key])


def _files(folder: Path) -> list[Path]:
    found = sorted(folder.glob("*.yaml"))
    if not found:
        raise InhoudFout(folder, None, "hier staan geen bestanden (.yaml)")
    return found
