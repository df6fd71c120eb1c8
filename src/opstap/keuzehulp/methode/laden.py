"""Read the catalogue from `inhoud/`: everything is checked at load, so that nothing is wrong while people talk."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from opstap.kern.content import INHOUD, InhoudFout, Rij, load, require
from opstap.keuzehulp.methode.laden_instrument import read_instrument
from opstap.keuzehulp.methode.laden_onderzoek import read_studie
from opstap.keuzehulp.methode.laden_velden import herkomst, one_of, rows, text, texts
from opstap.keuzehulp.methode.model import (
    Catalogus,
    EerstRegelen,
    Fase,
    Instrument,
    NietGebruiken,
    Studie,
    Tegenspraak,
    Vakkennis,
    Vraag,
)

GETEKEND = {"eigenaar": str, "bijgewerkt_op": object, "herzien_voor": object}


@lru_cache(maxsize=1)
def catalogus() -> Catalogus:
    """The catalogue of the project itself, read once. Raises InhoudFout with file, line and what is wrong."""
    return load_catalogus(INHOUD)


def load_catalogus(root: Path) -> Catalogus:
    """The catalogue under `root` (folders instrumenten, onderzoek, vakkennis, keuzehulp). Raises InhoudFout."""
    vragen = read_vragen(root / "keuzehulp" / "vragen.yaml")
    fasen = {row["code"]: Fase(row["code"], row["naam"], row["uitleg"]) for row in _rows(root, "fasen", "code naam uitleg")}
    regelen = _read_regelen(root, vragen)
    studies = {studie.id: studie for studie in _each(root / "onderzoek", read_studie)}
    instrumenten: dict[str, Instrument] = {}
    for path in _files(root / "instrumenten"):
        instrument = read_instrument(path, vragen, fasen, regelen, studies)
        instrumenten[instrument.id] = instrument
    vakkennis = _read_vakkennis(root / "vakkennis", instrumenten)
    _check_both_sides(root, instrumenten, vakkennis)
    return Catalogus(
        vragen=vragen,
        fasen=fasen,
        niet_gebruiken=_read_niet_gebruiken(root),
        tegenspraak=_read_tegenspraak(root, vragen),
        instrumenten=instrumenten,
        studies=studies,
        vakkennis=vakkennis,
        zinnen=_read_zinnen(root / "keuzehulp" / "zinnen.yaml"),
    )


def read_vragen(path: Path) -> dict[str, Vraag]:
    """The questions to the person, in the order of the page."""
    result: dict[str, Vraag] = {}
    for row in _document(path, "vragen"):
        keys = {"code": str, "vraag": str, "soort": str, "bron": str, "meer_antwoorden": bool, "antwoorden": Rij}
        require(path, row, keys)
        soort = one_of(path, row, "soort", ("open", "praktisch"))
        for answer, sentence in row["antwoorden"].items():
            if not isinstance(answer, str) or not isinstance(sentence, str) or not sentence.strip():
                raise InhoudFout(path, row["antwoorden"].line, f"antwoord {answer!r} mist een zin tussen aanhalingstekens")
        if row["code"] in result:
            raise InhoudFout(path, row.line, f"vraag {row['code']} staat er twee keer")
        answers = dict(row["antwoorden"])
        result[row["code"]] = Vraag(row["code"], row["vraag"], soort, row["bron"], row["meer_antwoorden"], answers)  # type: ignore[arg-type]
    return result


def _read_regelen(root: Path, vragen: Mapping[str, Vraag]) -> dict[str, EerstRegelen]:
    path = root / "keuzehulp" / "eerst-regelen.yaml"
    result: dict[str, EerstRegelen] = {}
    for row in _document(path, "eerst_regelen"):
        require(path, row, {"code": str, "tekst": str}, {"als": Rij})
        result[row["code"]] = EerstRegelen(row["code"], row["tekst"], answers(path, row, "als", vragen))
    return result


def answers(path: Path, row: Rij, key: str, vragen: Mapping[str, Vraag]) -> dict[str, tuple[str, ...]]:
    """A block `question: [answers]` whose questions and answers exist; empty when the key is absent."""
    return rows(path, row, key, {code: vraag.antwoorden for code, vraag in vragen.items()})


def _read_niet_gebruiken(root: Path) -> tuple[NietGebruiken, ...]:
    return tuple(
        NietGebruiken(tuple(texts(root, row, "woorden")), row["tekst"]) for row in _rows(root, "niet-gebruiken", "woorden tekst")
    )


def _read_tegenspraak(root: Path, vragen: Mapping[str, Vraag]) -> tuple[Tegenspraak, ...]:
    path = root / "keuzehulp" / "tegenspraak.yaml"
    result = []
    for row in _document(path, "tegenspraak"):
        require(path, row, {"antwoorden": list, "vraag": str})
        pairs = []
        for item in row["antwoorden"]:
            block = answers(path, Rij_of(row, item), "paar", vragen)
            pairs += [(code, answer) for code, given in block.items() for answer in given]
        if len(pairs) < 2:
            raise InhoudFout(path, row.line, "tegenspraak vraagt minstens twee antwoorden")
        result.append(Tegenspraak(tuple(pairs), row["vraag"]))
    return tuple(result)


def Rij_of(parent: Rij, block: object) -> Rij:  # noqa: N802  makes a Rij around one block of a list
    """A row that holds `block` under the key `paar`, so that the same check serves lists of blocks."""
    row = Rij(paar=block)
    row.line = block.line if isinstance(block, Rij) else parent.line
    return row


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
            side = one_of(path, row, "kant", ("voor", "tegen"))
            line = Vakkennis(row["id"], row["instrument"], side, text(path, row, "tekst"), document["team"], origin)  # type: ignore[arg-type]
            result[row["instrument"]].append(line)
    return {key: tuple(value) for key, value in result.items()}


def _check_both_sides(
    root: Path, instrumenten: Mapping[str, Instrument], vakkennis: Mapping[str, tuple[Vakkennis, ...]]
) -> None:
    """Every option shows at least one argument for and one against, also when no study is left: craft carries both."""
    for key in instrumenten:
        for side in ("voor", "tegen"):
            if not any(line.kant == side for line in vakkennis[key]):
                raise InhoudFout(root / "vakkennis", None, f"{key} heeft geen vakkennis {side}; elke keuze toont beide kanten")


def _read_zinnen(path: Path) -> dict[str, str]:
    document = load(path)
    require(path, document, {**GETEKEND, "zinnen": Rij})
    herkomst(path, document)
    return {key: text(path, document["zinnen"], key) for key in document["zinnen"]}


def _rows(root: Path, name: str, keys: str) -> list[Rij]:
    path = root / "keuzehulp" / f"{name}.yaml"
    found = _document(path, name.replace("-", "_"))
    for row in found:
        require(path, row, {key: list if key == "woorden" else str for key in keys.split()})
    return found


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


def _each(folder: Path, read: object) -> list[Studie]:
    return [read_studie(path) for path in _files(folder)]
