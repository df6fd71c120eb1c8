"""The catalogue in another language: the texts of `inhoud/<room>/<language>/`, laid over the Dutch catalogue.

A language is complete or absent: every text of the Dutch file has its text beside it, and nothing else stands there.
Codes, answers, numbers, sources and days stay those of the Dutch files, so no translation can change an order.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from string import Formatter
from typing import Any, TypeVar

from opstap.kern.content import InhoudFout, Rij, load, require
from opstap.keuzehulp.methode.laden_velden import check_no_number, herkomst, text, texts
from opstap.keuzehulp.methode.model import (
    Catalogus,
    Fase,
    Instrument,
    Koppeling,
    Poort,
    Studie,
    Vakkennis,
    VanDeHonderd,
    Vraag,
)

KOP: dict[str, type | tuple[type, ...]] = {
    "eigenaar": str,
    "bijgewerkt_op": object,
    "herzien_voor": object,
    "vertaald_van": object,
}
"""`vertaald_van`: the day of the Dutch text (its `bijgewerkt_op`) that was translated."""
Deel = TypeVar("Deel")
KAMERS = ("instrumenten", "onderzoek", "vakkennis", "keuzehulp")
BLADEN = ("eerst-regelen.yaml", "fasen.yaml", "niet-gebruiken.yaml", "tegenspraak.yaml", "vragen.yaml", "zinnen.yaml")
"""What is translated of the folder `keuzehulp`; its other files hold no texts of the method."""
STUDIE = (
    "bron_kort", "opzet", "mensen", "land", "uitkomst", "termijn", "kort", "gewone_woorden", "zekerheid_omdat",
    "betaald_door",
)  # fmt: skip
VAN_DE_100 = ("groep_met", "groep_zonder", "uitkomst", "termijn", "marge")


def translate(root: Path, taal: str, dutch: Catalogus) -> Catalogus:
    """The Dutch catalogue with the texts of `taal` under `root`. Raises InhoudFout with file, line and what."""
    for room in KAMERS:
        _same_files(root / room, root / room / taal)
    sheet = root / "keuzehulp" / taal
    regelen = _sheet(sheet / "eerst-regelen.yaml", "eerst_regelen", "code")
    asked_back, refused = sheet / "tegenspraak.yaml", sheet / "niet-gebruiken.yaml"
    again = _lines(asked_back, "tegenspraak", len(dutch.tegenspraak))
    never = _lines(refused, "niet_gebruiken", len(dutch.niet_gebruiken))
    instruments, studies = root / "instrumenten" / taal, root / "onderzoek" / taal
    return replace(
        dutch,
        taal=taal,
        vragen=_vragen(sheet / "vragen.yaml", dutch.vragen),
        fasen=_fasen(sheet / "fasen.yaml", dutch.fasen),
        niet_gebruiken=tuple(replace(one, tekst=said) for one, said in zip(dutch.niet_gebruiken, never, strict=True)),
        tegenspraak=tuple(replace(one, vraag=said) for one, said in zip(dutch.tegenspraak, again, strict=True)),
        instrumenten={
            key: _instrument(instruments / f"{key}.yaml", one, regelen) for key, one in dutch.instrumenten.items()
        },
        studies={key: _studie(studies / f"{key}.yaml", one) for key, one in dutch.studies.items()},
        vakkennis=_vakkennis(root / "vakkennis" / taal, dutch.vakkennis),
        zinnen=_zinnen(sheet / "zinnen.yaml", dutch.zinnen),
    )


def _same_files(dutch: Path, other: Path) -> None:
    """Every Dutch file that holds texts has one beside it and no file stands alone. Raises InhoudFout."""
    there = {path.name for path in other.glob("*.yaml")}
    for name in BLADEN if dutch.name == "keuzehulp" else sorted(path.name for path in dutch.glob("*.yaml")):
        if name not in there:
            raise InhoudFout(other / name, None, "deze vertaling ontbreekt; een taal is compleet of er niet")
    for name in sorted(there):
        if not (dutch / name).exists():
            raise InhoudFout(other / name, None, "vertaalt een bestand dat er in het Nederlands niet is")


def _document(path: Path, day: object, keys: Mapping[str, type | tuple[type, ...]]) -> Rij:
    """A checked file of a translation, made from the Dutch text as it is now."""
    row: Rij = load(path)
    require(path, row, {**KOP, **keys})
    herkomst(path, row)
    if row["vertaald_van"] != day:
        what = f"vertaalt de tekst van {row['vertaald_van']}, maar het Nederlands is van {day}: werk de vertaling bij"
        raise InhoudFout(path, row.lines["vertaald_van"], what)
    return row


def _dutch(path: Path) -> Rij:
    """The Dutch file that this one translates."""
    found: Rij = load(path.parent.parent / path.name)
    return found


def _block(path: Path, key: str, wanted: Iterable[str]) -> Rij:
    """A block of blocks with exactly these names."""
    block: Rij = _document(path, _dutch(path)["bijgewerkt_op"], {key: Rij})[key]
    require(path, block, dict.fromkeys(wanted, Rij))
    return block


def _sheet(path: Path, key: str, name: str) -> dict[str, str]:
    """A block of texts under the names that the rows of the Dutch list carry as `name`."""
    original = _dutch(path)
    block = _document(path, original["bijgewerkt_op"], {key: Rij})[key]
    return _strings(path, block, [row[name] for row in original[key]])


def _lines(path: Path, key: str, count: int) -> tuple[str, ...]:
    """A list of texts in the order of the Dutch list."""
    return _as_many(path, _document(path, _dutch(path)["bijgewerkt_op"], {key: list}), key, count)


def _strings(path: Path, row: object, keys: Iterable[str]) -> dict[str, str]:
    """Exactly these texts, none empty."""
    names = tuple(keys)
    if not isinstance(row, Rij):
        raise InhoudFout(path, None, "hier hoort een blok met sleutels te staan")
    require(path, row, dict.fromkeys(names, str))
    return {name: text(path, row, name) for name in names}


def _vragen(path: Path, dutch: Mapping[str, Vraag]) -> dict[str, Vraag]:
    block = _block(path, "vragen", dutch)
    return {code: _vraag(path, block[code], one) for code, one in dutch.items()}


def _vraag(path: Path, row: Rij, dutch: Vraag) -> Vraag:
    require(path, row, {"vraag": str, "bron": str, "antwoorden": Rij})
    answers = row["antwoorden"]
    require(path, answers, dict.fromkeys(dutch.antwoorden, Rij))
    words = {answer: _strings(path, answers[answer], ("antwoord", "zin")) for answer in dutch.antwoorden}
    return replace(
        dutch,
        vraag=text(path, row, "vraag"),
        bron=text(path, row, "bron"),
        antwoorden={answer: said["zin"] for answer, said in words.items()},
        woorden={answer: said["antwoord"] for answer, said in words.items()},
    )


def _fasen(path: Path, dutch: Mapping[str, Fase]) -> dict[str, Fase]:
    block = _block(path, "fasen", dutch)
    return {code: _with(one, _strings(path, block[code], ("naam", "uitleg"))) for code, one in dutch.items()}


def _with(dutch: Deel, words: Mapping[str, str]) -> Deel:
    """The same piece with these texts in place of its own."""
    changed: Any = replace(dutch, **words)  # type: ignore[type-var]
    return changed  # type: ignore[no-any-return]


def _as_many(path: Path, row: Rij, key: str, count: int) -> tuple[str, ...]:
    found = texts(path, row, key)
    if len(found) != count:
        raise InhoudFout(path, row.lines[key], f"{key} heeft {len(found)} teksten, in het Nederlands {count}")
    return found


def _instrument(path: Path, dutch: Instrument, regelen: Mapping[str, str]) -> Instrument:
    keys: dict[str, type | tuple[type, ...]] = {
        "naam": str, "wie_levert": str, "rijen": Rij, "voorwaarden": list, "liever_niet": list, "onderzoek": Rij,
    }  # fmt: skip
    row = _document(path, dutch.herkomst.bijgewerkt_op, keys | ({"poort": Rij} if dutch.poort else {}))
    said = {link.studie: link for link in dutch.koppelingen if link.voor or link.tegen}
    require(path, row["onderzoek"], dict.fromkeys(said, Rij))
    return replace(
        dutch,
        naam=text(path, row, "naam"),
        wie_levert=text(path, row, "wie_levert"),
        rijen=_strings(path, row["rijen"], dutch.rijen),
        voorwaarden=_as_many(path, row, "voorwaarden", len(dutch.voorwaarden)),
        liever_niet=_as_many(path, row, "liever_niet", len(dutch.liever_niet)),
        eerst_regelen=tuple(replace(one, tekst=regelen[one.code]) for one in dutch.eerst_regelen),
        poort=_poort(path, row, dutch.poort),
        koppelingen=tuple(
            _koppeling(path, row["onderzoek"][one.studie], one) if one.studie in said else one
            for one in dutch.koppelingen
        ),
    )


def _koppeling(path: Path, row: Rij, dutch: Koppeling) -> Koppeling:
    return _with(dutch, _strings(path, row, [side for side in ("voor", "tegen") if getattr(dutch, side)]))


def _poort(path: Path, row: Rij, dutch: Poort | None) -> Poort | None:
    if dutch is None:
        return None
    return _with(dutch, _strings(path, row["poort"], ("wettelijk", "eerst_nagaan")))


def _studie(path: Path, dutch: Studie) -> Studie:
    keys: dict[str, type | tuple[type, ...]] = {
        **dict.fromkeys(STUDIE, str), "beter_voor": list, "minder_voor": list,
    }  # fmt: skip
    row = _document(path, dutch.herkomst.bijgewerkt_op, keys | ({"van_de_100": Rij} if dutch.van_de_100 else {}))
    words = {key: text(path, row, key) for key in STUDIE}
    if not dutch.nagekeken:
        check_no_number(path, row)
    return replace(
        _with(dutch, words),
        beter_voor=_as_many(path, row, "beter_voor", len(dutch.beter_voor)),
        minder_voor=_as_many(path, row, "minder_voor", len(dutch.minder_voor)),
        van_de_100=_van_de_100(path, row, dutch.van_de_100),
    )


def _van_de_100(path: Path, row: Rij, dutch: VanDeHonderd | None) -> VanDeHonderd | None:
    return _with(dutch, _strings(path, row["van_de_100"], VAN_DE_100)) if dutch else None


def _vakkennis(folder: Path, dutch: Mapping[str, tuple[Vakkennis, ...]]) -> dict[str, tuple[Vakkennis, ...]]:
    said: dict[str, str] = {}
    for path in sorted(folder.glob("*.yaml")):
        said |= _sheet(path, "regels", "id")
    return {key: tuple(replace(line, tekst=said[line.id]) for line in lines) for key, lines in dutch.items()}


def _zinnen(path: Path, dutch: Mapping[str, str]) -> dict[str, str]:
    """The sentences, each with the same places to fill in as in Dutch."""
    block = _document(path, _dutch(path)["bijgewerkt_op"], {"zinnen": Rij})["zinnen"]
    found = _strings(path, block, dutch)
    for key, words in found.items():
        wrong = _places(words) ^ _places(dutch[key])
        if wrong:
            what = f"{key} vult andere plekken in dan het Nederlands: {', '.join(sorted(wrong))}"
            raise InhoudFout(path, block.lines[key], what)
    return found


def _places(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}
