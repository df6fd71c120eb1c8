"""A file with slips ends `opstap reken` with an answer or with one line of Dutch: never a traceback, never code 1."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest

from opstap.recht.regels.cli import main
from tests.recht.regels.huishoudens import gezin, willekeurig
from tests.verminkt import keur, probeer, vermink, vraag

RIJK: dict[str, Any] = {
    "peildatum": "2026-07-01",
    "personen": [
        {
            "id": "a",
            "rol": "aanvrager",
            "geboortedatum": "2001-05-01",
            "medisch_urenbeperkt": True,
            "onbetaald_verlof": False,
            "ouderschapsverlof": True,
            "dagen_buitenland_dit_jaar": 20,
            "praktijkonderwijs_tot": "2026-05-01",
            "doelgroep_loonkostensubsidie": True,
        },
        {"id": "p", "rol": "partner", "geboortedatum": "2006-01-31", "heeft_recht": True, "ouders_betalen_mee": False},
        {"id": "k", "rol": "kind", "geboortedatum": "2016-02-29"},
        {"id": "m", "rol": "medebewoner", "geboortedatum": "1950-03-03", "student": False, "relatie": "ouder"},
    ],
    "in_inrichting": False,
    "rechtmatig_verblijf": True,
    "inkomsten": [
        {"persoon": "a", "soort": "loon", "netto": "812.40", "met_loonkostensubsidie": True},
        {"persoon": "a", "soort": "studiefinanciering", "netto": 100, "onderwijs": "mbo", "woont": "uit"},
        {"persoon": "p", "soort": "premie", "netto": "50.00", "eerder_dit_jaar": "100.00"},
        {"persoon": "k", "soort": "alimentatie", "netto": "80.00"},
    ],
    "vermogen": [
        {"soort": "banktegoed", "waarde": "1200.00"},
        {"soort": "lijfrente", "waarde": "340000.00", "inleg_per_jaar": "100.00", "waardetoename": "10.00"},
        {"soort": "schuld", "waarde": 500},
    ],
    "giften_dit_jaar": "1500.00",
    "gemeld_op": "2026-06-15",
    "aangevraagd_op": "2026-06-20",
    "eerder_vrijgelaten_vermogen": "0.00",
    "alleen_deze_maand_vanaf": "2026-07-05",
    "voorschot": True,
    "keuzes": {
        "verlaging_art27_procent": 10,
        "verlaging_art28_procent": "12.5",
        "afstemming_art18": {"bedrag": "50.00", "reden": "woont bij vrienden", "richting": "verhoging"},
        "ingangsdatum_eerder": {"datum": "2026-05-01", "reden": "lag in het ziekenhuis"},
        "vrijlating": {
            "a": {"regeling": "34a", "maanden_gebruikt": 12, "verlengd_maanden": 3, "reden": "meer uren kan niet"},
            "p": {"regeling": "31_2_z", "maanden_gebruikt": 0},
        },
        "bufferbudget": {"bedrag": "250.00", "reden": "wisselend loon"},
        "regime_vrijlating": "34a",
        "afronding_kostendelers": "procent_eerst",
        "toelichting": "alles tegelijk",
    },
    "schakelaars": {
        "giften_boven_grens": "inkomen",
        "vrij_bedrag_auto": "5000.00",
        "grondslag_deel_maand": [{"vanaf": "2026-01-01", "waarde": "30 dagen", "reden": "beleid"}],
    },
}
"""A household that uses every key a document can have, or nearly."""


@pytest.mark.parametrize(("seed", "options"), [(20261126, ("--json",)), (1, ())])
def test_a_spoilt_household_ends_well(tmp_path: Path, seed: int, options: tuple[str, ...]) -> None:
    ended = probeer(main, RIJK, tmp_path, seed, 400, *options)
    assert set(ended) == {0, 2}
    assert min(ended.values()) > 40, "the slips should leave some files that can be worked out"


def test_a_table_of_spoilt_households_gives_every_row_back(tmp_path: Path) -> None:
    rng = random.Random(7)
    documents = [RIJK if number % 2 else willekeurig(rng) for number in range(200)]
    lines = [" ".join(vermink(each, rng).decode("utf-8", "ignore").replace("\x00", "").split()) for each in documents]
    lines = [line for line in lines if line]
    bron, doel = tmp_path / "in.jsonl", tmp_path / "uit.jsonl"
    bron.write_text("\n".join(lines), encoding="utf-8", errors="replace")
    answer = vraag(main, "--tabel", str(bron), "--uit", str(doel))
    assert answer.code == 0, answer.fout
    rows = [json.loads(line) for line in doel.read_bytes().split(b"\n") if line]
    assert len(rows) == len(lines)
    assert 0 < sum("fout" in row for row in rows) < len(rows)


WEL = {"schakelaars": {}, "vermogen": [{"soort": "auto", "waarde": "9000.00"}]}


@pytest.mark.parametrize(
    ("schakelaars", "zin"),
    [
        ([[]], "schakelaars: hier hoort een blok"),
        ([], "schakelaars: hier hoort een blok"),
        ("vrij", "schakelaars: hier hoort een blok"),
        ({"x" * 5000: 1}, "deze schakelaar ken ik niet"),
        ({"vrij_bedrag_auto": "1000000.01"}, "schakelaars.vrij_bedrag_auto"),
        ({"vrij_bedrag_auto": -1}, "schakelaars.vrij_bedrag_auto"),
        ({"giften_boven_grens": ["a"]}, "schakelaars.giften_boven_grens"),
        ({"giften_boven_grens": {"a": 1}}, "schakelaars.giften_boven_grens"),
    ],
)
def test_a_wrong_block_of_policy_is_wrong_input(tmp_path: Path, schakelaars: Any, zin: str) -> None:
    path = tmp_path / "huis.json"
    path.write_text(json.dumps(gezin("2026-07-01", **{**WEL, "schakelaars": schakelaars})), encoding="utf-8")
    answer = vraag(main, str(path))
    keur(answer, schakelaars)
    assert (answer.code, zin in answer.fout) == (2, True), answer.fout


def test_the_highest_policy_works_in_a_table_too(tmp_path: Path) -> None:
    household = gezin("2026-07-01", **{**WEL, "schakelaars": {"vrij_bedrag_auto": "1000000.00"}})
    bron, doel = tmp_path / "in.jsonl", tmp_path / "uit.jsonl"
    bron.write_text("\n".join([json.dumps(household)] * 3), encoding="utf-8")
    assert vraag(main, "--tabel", str(bron), "--uit", str(doel)).code == 0
    assert {json.loads(line)["uitkomst"] for line in doel.read_text(encoding="utf-8").splitlines()} == {"recht"}


def test_half_a_character_comes_back_as_it_was(tmp_path: Path) -> None:
    household = gezin("2026-07-01")
    household["personen"][0]["id"] = "\ud800"
    bron, doel = tmp_path / "in.jsonl", tmp_path / "uit.jsonl"
    bron.write_text(json.dumps(household), encoding="utf-8")
    answer = vraag(main, str(bron), "--json")
    assert (answer.code, json.loads(answer.uit)["per_persoon"]) == (0, {"\ud800": "1419.46"})
    assert vraag(main, "--tabel", str(bron), "--uit", str(doel)).code == 0
    assert json.loads(doel.read_text(encoding="utf-8"))["per_persoon"] == {"\ud800": "1419.46"}


def test_a_row_with_a_number_that_is_none_is_wrong(tmp_path: Path) -> None:
    bron, doel = tmp_path / "in.jsonl", tmp_path / "uit.jsonl"
    text = json.dumps(gezin("2026-07-01", keuzes={"toelichting": "x"}))
    bron.write_text("\n".join([text.replace('"x"', "NaN"), text.replace('"x"', "9" * 5000)]), encoding="utf-8")
    assert vraag(main, "--tabel", str(bron), "--uit", str(doel)).code == 0
    fouten = [json.loads(line)["fout"] for line in doel.read_text(encoding="utf-8").splitlines()]
    assert fouten[0].startswith("keuzes.toelichting: NaN is geen getal")
    assert fouten[1].startswith("keuzes.toelichting: dit getal heeft te veel cijfers")
