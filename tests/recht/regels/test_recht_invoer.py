"""Wrong input: one clear Dutch line that names the key and says how to go on; never a traceback."""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from opstap.kern.commands import InvoerFout, run
from opstap.recht.regels.cli import main
from opstap.recht.regels.invoer import validate
from opstap.recht.regels.reken import reken
from tests.recht.regels.huishoudens import gezin

GOED = gezin(
    "2026-07-01",
    partner=40,
    leden=(30,),
    inkomsten=[{"persoon": "a", "soort": "loon", "netto": "812.40"}],
    vermogen=[{"soort": "banktegoed", "waarde": "1200.00"}],
)
Pad = tuple[str | int, ...]


def _met(pad: Pad, waarde: Any) -> dict[str, Any]:
    document = deepcopy(GOED)
    place: Any = document
    for key in pad[:-1]:
        place = place[key]
    place[pad[-1]] = waarde
    return document


FOUT: list[tuple[Pad, Any, str]] = [
    (("peildatum",), "2026-02-30", "peildatum"),
    (("peildatum",), "20260701", "peildatum"),
    (("peildatum",), 20260701, "peildatum"),
    (("peildatum",), None, "peildatum"),
    (("peildatum",), "2017-12-31", "2018-01-01"),
    (("peildatum",), "2100-01-01", "peildatum"),
    (("personen",), [], "aanvrager"),
    (("personen",), None, "personen"),
    (("personen",), "a", "personen"),
    (("personen", 0), "a", "personen[0]"),
    (("personen", 0, "rol"), "partner", "2 personen met rol partner"),
    (("personen", 1, "rol"), "aanvrager", "2 personen met rol aanvrager"),
    (("personen", 0, "rol"), "baas", "personen[0].rol"),
    (("personen", 0, "rol"), None, "personen[0].rol"),
    (("personen", 1, "id"), "a", "personen[1].id"),
    (("personen", 1, "id"), 7, "personen[1].id"),
    (("personen", 1, "geboortedatum"), "1980-13-01", "personen[1].geboortedatum"),
    (("personen", 1, "geboortedatum"), "2027-01-01", "personen[1].geboortedatum"),
    (("personen", 1, "geboortedatum"), "1850-01-01", "personen[1].geboortedatum"),
    (("personen", 1, "student"), "ja", "personen[1].student"),
    (("personen", 1, "dagen_buitenland_dit_jaar"), -1, "personen[1].dagen_buitenland_dit_jaar"),
    (("personen", 1, "dagen_buitenland_dit_jaar"), 367, "personen[1].dagen_buitenland_dit_jaar"),
    (("personen", 2, "relatie"), "vriend", "personen[2].relatie"),
    (("personen", 1, "nationaliteit"), "NL", "personen[1].nationaliteit"),
    (("postcode",), "7551", "postcode"),
    (("rechtmatig_verblijf",), "ja", "rechtmatig_verblijf"),
    (("in_inrichting",), 1, "in_inrichting"),
    (("inkomsten",), {}, "inkomsten"),
    (("inkomsten", 0, "netto"), "-1.00", "inkomsten[0].netto"),
    (("inkomsten", 0, "netto"), "duizend", "inkomsten[0].netto"),
    (("inkomsten", 0, "netto"), "812.405", "inkomsten[0].netto"),
    (("inkomsten", 0, "netto"), "NaN", "inkomsten[0].netto"),
    (("inkomsten", 0, "netto"), "1e99", "inkomsten[0].netto"),
    (("inkomsten", 0, "netto"), "1e3", "inkomsten[0].netto"),
    (("inkomsten", 0, "netto"), "1E+3", "inkomsten[0].netto"),
    (("inkomsten", 0, "netto"), "1_000", "inkomsten[0].netto"),
    (("inkomsten", 0, "netto"), "1.280", "inkomsten[0].netto"),
    (("inkomsten", 0, "netto"), "12.34,50", "inkomsten[0].netto"),
    (("inkomsten", 0, "netto"), "٨١٢", "inkomsten[0].netto"),
    (("inkomsten", 0, "netto"), "", "inkomsten[0].netto"),
    (("inkomsten", 0, "netto"), float("nan"), "inkomsten[0].netto"),
    (("vermogen", 0, "waarde"), "12e2", "vermogen[0].waarde"),
    (("inkomsten", 0, "netto"), True, "inkomsten[0].netto"),
    (("inkomsten", 0, "netto"), None, "inkomsten[0].netto"),
    (("inkomsten", 0, "netto"), "999999999999.00", "inkomsten[0].netto"),
    (("inkomsten", 0, "persoon"), "z", "inkomsten[0].persoon"),
    (("inkomsten", 0, "soort"), "zwart", "inkomsten[0].soort"),
    (("inkomsten", 0, "bruto"), "1.00", "inkomsten[0].bruto"),
    (("inkomsten", 0, "met_loonkostensubsidie"), "ja", "inkomsten[0].met_loonkostensubsidie"),
    (
        ("inkomsten", 0),
        {"persoon": "a", "soort": "uitkering", "netto": "1.00", "met_loonkostensubsidie": True},
        "inkomsten[0].met_loonkostensubsidie",
    ),
    (("vermogen", 0, "waardetoename"), "1.00", "vermogen[0].waardetoename"),
    (
        ("vermogen", 0),
        {"soort": "lijfrente", "waarde": "100.00", "waardetoename": "100.01"},
        "vermogen[0].waardetoename",
    ),
    (
        ("keuzes",),
        {"vrijlating": {"a": {"regeling": "31_2_n", "verlengd_maanden": 1, "reden": "zorg"}}},
        "keuzes.vrijlating.a.verlengd_maanden",
    ),
    (("keuzes",), {"vrijlating": {"a": {"regeling": "34a", "verlengd_maanden": 1}}}, "keuzes.vrijlating.a.reden"),
    (("vermogen", 0, "waarde"), "-5", "vermogen[0].waarde"),
    (("vermogen", 0, "soort"), "goud", "vermogen[0].soort"),
    (("giften_dit_jaar",), "-1", "giften_dit_jaar"),
    (("keuzes",), {"korting": 1}, "keuzes.korting"),
    (("keuzes",), {"verlaging_art27_procent": 101}, "keuzes.verlaging_art27_procent"),
    (("keuzes",), {"verlaging_art27_procent": -1}, "keuzes.verlaging_art27_procent"),
    (("keuzes",), {"vrijlating": {"z": {}}}, "keuzes.vrijlating.z"),
    (("keuzes",), {"vrijlating": {"m0": {"regeling": "31_2_n"}}}, "keuzes.vrijlating.m0"),
    (("keuzes",), {"vrijlating": {"a": {"regeling": "31_2_q"}}}, "keuzes.vrijlating.a.regeling"),
    (("keuzes",), {"vrijlating": {"a": {"regeling": "31_2_n", "maanden_gebruikt": -1}}}, "maanden_gebruikt"),
    (("keuzes",), {"vrijlating": []}, "keuzes.vrijlating"),
    (("keuzes",), {"afstemming_art18": {"bedrag": "10.00"}}, "keuzes.afstemming_art18.reden"),
    (("keuzes",), {"afstemming_art18": {"reden": "x"}}, "keuzes.afstemming_art18.bedrag"),
    (("keuzes",), {"afstemming_art18": {"bedrag": "10.00", "reden": "x", "richting": "op"}}, "richting"),
    (("keuzes",), {"bufferbudget": {"bedrag": "10.00", "reden": " "}}, "keuzes.bufferbudget.reden"),
    (("keuzes",), {"ingangsdatum_eerder": {"datum": "gisteren", "reden": "x"}}, "ingangsdatum_eerder.datum"),
    (("keuzes",), {"regime_vrijlating": "32"}, "keuzes.regime_vrijlating"),
    (("keuzes",), {"afronding_kostendelers": "omlaag"}, "keuzes.afronding_kostendelers"),
    (("keuzes",), {"toelichting": 3}, "keuzes.toelichting"),
    (("alleen_deze_maand_vanaf",), "2026-08-03", "alleen_deze_maand_vanaf"),
    (("gemeld_op",), "onlangs", "gemeld_op"),
    (("voorschot",), "ja", "voorschot"),
]


@pytest.mark.parametrize(
    ("pad", "waarde", "noemt"), FOUT, ids=[f"{'.'.join(map(str, p))}={w!r}"[:60] for p, w, _ in FOUT]
)
def test_it_refuses_wrong_input_with_the_key(pad: Pad, waarde: Any, noemt: str) -> None:
    with pytest.raises(InvoerFout) as fault:
        reken(_met(pad, waarde))
    assert noemt in str(fault.value)
    assert "\n" not in str(fault.value)


def test_good_input_has_no_faults_and_a_list_of_faults_names_them_all() -> None:
    assert validate(GOED) == []
    wrong = _met(("inkomsten", 0, "netto"), "-1")
    wrong["giften_dit_jaar"] = "veel"
    assert [line.split(":")[0] for line in validate(wrong)] == ["giften_dit_jaar", "inkomsten[0].netto"]


@pytest.mark.parametrize("document", [[], "huis", 3, None])
def test_something_that_is_no_household_is_refused(document: Any) -> None:
    assert "hier hoort een blok" in validate(document)[0]


def test_a_partner_without_an_applicant_is_told_so() -> None:
    document = gezin("2026-07-01")
    document["personen"][0]["rol"] = "partner"
    assert validate(document) == [
        "personen: er is niemand met rol aanvrager. Een partner kan niet zonder aanvrager. "
        "Geef één persoon de rol aanvrager."
    ]


@pytest.mark.parametrize("waarde", ["812.40", 812.4, 812, "812,40", "€ 812,40", "0812,4", "€\u00a01.012,40"])
def test_money_may_be_text_or_a_number(waarde: Any) -> None:
    assert reken(_met(("inkomsten", 0, "netto"), waarde))["uitkomst"] == "recht"


def test_null_means_not_known() -> None:
    answer = reken({**GOED, "vermogen": None, "in_inrichting": None})
    assert [each["gegeven"] for each in answer["ontbreekt"]] == ["in_inrichting", "vermogen"]


def _call(tmp_path: Path, text: str, *options: str) -> int:
    file = tmp_path / "huishouden.json"
    file.write_text(text, encoding="utf-8")
    return run(main, [str(file), *options])


@pytest.mark.parametrize(
    ("text", "noemt"),
    [
        ("{", "geen goede JSON"),
        ("[]", "één huishouden"),
        ('{"peildatum": "2026-07-01", "peildatum": "2026-07-01"}', "twee keer"),
        (json.dumps(_met(("giften_dit_jaar",), "-1")), "giften_dit_jaar"),
        ("", "geen goede JSON"),
        (json.dumps({**GOED, "schakelaars": {"wind": 1}}), "schakelaars.wind"),
        (json.dumps({**GOED, "schakelaars": {"giften_boven_grens": "weg"}}), "schakelaars.giften_boven_grens"),
        (json.dumps({**GOED, "schakelaars": {"vrij_bedrag_auto": "-1"}}), "schakelaars.vrij_bedrag_auto"),
        (json.dumps({**GOED, "schakelaars": {"vrij_bedrag_auto": "5e3"}}), "schakelaars.vrij_bedrag_auto"),
        (json.dumps(GOED).replace('"812.40"', "NaN"), "inkomsten[0].netto: NaN is geen getal"),
        (json.dumps(GOED).replace('"812.40"', "9" * 5000), "inkomsten[0].netto: dit getal heeft te veel cijfers"),
        (
            json.dumps({**GOED, "schakelaars": {"giften_boven_grens": [{"vanaf": "nu"}]}}),
            "schakelaars.giften_boven_grens",
        ),
    ],
)
def test_the_command_ends_with_two_and_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, noemt: str
) -> None:
    assert _call(tmp_path, text, "--json") == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert noemt in shown.err
    assert shown.err.count("\n") == 1


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["a", "b"],
        ["--wat"],
        ["--tabel"],
        ["--tabel", "in.jsonl"],
        ["--tabel", "in.csv", "--uit", "uit.jsonl"],
        ["--tabel", "x.jsonl", "--uit", "x.jsonl"],
        ["--tabel", "weg.jsonl", "--uit", "uit.jsonl"],
        ["weg.json"],
        ["--tabel", "weg.parquet", "--uit", "uit.jsonl"],
    ],
)
def test_a_wrong_call_ends_with_two_and_one_line(
    arguments: list[str], capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(main, arguments) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_the_command_gives_json_or_a_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _call(tmp_path, json.dumps(GOED), "--json") == 0
    assert json.loads(capsys.readouterr().out) == reken(GOED)
    assert _call(tmp_path, json.dumps(GOED)) == 0
    text = capsys.readouterr().out
    assert "U hebt volgens deze berekening recht op bijstand." in text
    assert "7. De norm" in text
    assert run(main, ["--help"]) == 0
    assert "Gebruik:" in capsys.readouterr().out


def test_the_text_asks_for_what_is_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _call(tmp_path, json.dumps({key: value for key, value in GOED.items() if key != "vermogen"})) == 0
    text = capsys.readouterr().out
    assert "Dit willen we nog weten:" in text
    assert "Hoeveel geld staat er op uw rekeningen" in text
