"""Every norm row since 2018 comes out to the cent of a household that describes its situation."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from opstap.recht.regels import bedragen
from opstap.recht.regels.reken import reken
from tests.recht.regels.huishoudens import gezin

JONG, MIDDEN, OUD = 19, 40, 80
SITUATIES: dict[str, dict[str, Any]] = {
    "norm.20.1.a": {"age": JONG},
    "norm.20.1.b": {"age": JONG, "partner": JONG},
    "norm.20.1.c": {"age": JONG, "partner": MIDDEN},
    "norm.20.2.a": {"age": JONG, "kind": 1},
    "norm.20.2.b": {"age": JONG, "partner": JONG, "kind": 1},
    "norm.20.2.c": {"age": MIDDEN, "partner": JONG, "kind": 1},
    "norm.21.a": {"age": MIDDEN},
    "norm.21.b": {"age": MIDDEN, "partner": MIDDEN},
    "norm.22.a": {"age": OUD},
    "norm.22.b": {"age": OUD, "partner": OUD},
    "norm.22.c": {"age": OUD, "partner": MIDDEN},
}
"""What describes the situation of each row; the rest follows below."""
GEDEELD = {
    "norm.22a.3.a": {"age": MIDDEN, "partner": JONG, "kind": 1},
    "norm.22a.3.b": {"age": MIDDEN, "partner": JONG},
}
NORMEN_JSON = Path(__file__).resolve().parents[4] / "shared" / "data" / "normen.json"


def _rows() -> Iterator[tuple[str, str]]:
    for start in bedragen.dates():
        for key in bedragen.load(start):
            if key.startswith(("norm.", "kostendeler.")):
                yield start.isoformat(), key


ROWS = list(_rows())


def _norm(day: str, **household: Any) -> dict[str, Any]:
    norm = reken(gezin(day, **household))["norm"]
    assert norm is not None
    return norm


def _euro(cents: int) -> str:
    return f"{cents // 100}.{cents % 100:02d}"


@pytest.mark.parametrize(("day", "key"), ROWS)
def test_the_norm_of_a_row_comes_out_of_its_household(day: str, key: str) -> None:
    known = bedragen.load(bedragen.date.fromisoformat(day))
    row = known[key]
    if key in SITUATIES:
        norm = _norm(day, **SITUATIES[key])
        assert norm["incl_vakantietoeslag"] == _euro(row.cents)
        assert row.excl_cents is None or norm["excl_vakantietoeslag"] == _euro(row.excl_cents)
        assert row.artikel.replace(" lid ", ".").split(" ")[1] in norm["artikel"].replace(" lid ", ".")
    elif key.startswith("kostendeler."):
        basis, personen = key.split(".")[1:]
        norm = _norm(day, age=MIDDEN if basis == "21b" else OUD, leden=(50,) * (int(personen) - 1))
        assert norm["incl_vakantietoeslag"] == _euro(row.cents)
        assert row.excl_cents is None or norm["excl_vakantietoeslag"] == _euro(row.excl_cents)
    elif key in GEDEELD:
        alone = known["kostendeler.21b.2"].cents
        assert _norm(day, **GEDEELD[key], leden=(50,))["incl_vakantietoeslag"] == _euro(row.cents + alone)
    else:
        _, _, lid, onder = key.split(".")
        other = known.cents(f"norm.23.{3 - int(lid)}.{onder}")
        household = gezin(day, partner=MIDDEN if onder == "b" else None, in_inrichting=True)
        if onder == "b":
            household["personen"][1]["in_inrichting"] = True
        answer = reken(household)
        if other is None:
            assert (answer["norm"], answer["uitkomst"]) == (None, "nog_niet_te_bepalen")
            assert [each["gegeven"] for each in answer["ontbreekt"]] == ["bedrag_norm"]
        else:
            assert answer["norm"]["incl_vakantietoeslag"] == _euro(row.cents + other)


@pytest.mark.skipif(not NORMEN_JSON.exists(), reason="the shared amounts are not beside the project")
def test_the_published_rows_come_out_too() -> None:
    ages = {"art. " + key[5:] + " Pw": value for key, value in SITUATIES.items()}
    tried = 0
    for row in json.loads(NORMEN_JSON.read_text(encoding="utf-8")):
        match = re.search(r"kostendelersnorm per persoon, A=(\d), (21-AOW|AOW\+)", row["situatie"])
        if match:
            household: dict[str, Any] = {
                "age": MIDDEN if match[2] == "21-AOW" else OUD,
                "leden": (50,) * (int(match[1]) - 1),
            }
        elif row["artikel"] in ages:
            household = ages[row["artikel"]]
        else:
            continue
        norm = _norm(row["peildatum"], **household)
        assert norm["incl_vakantietoeslag"] == row["bedrag_incl"], row
        assert row["bedrag_excl"] in (None, norm["excl_vakantietoeslag"]), row
        tried += 1
    assert tried == 407
