"""Means, capital and outcome (steps 9 to 16): hand-worked cases on each side of every limit, clock and date."""

from __future__ import annotations

from typing import Any

import pytest

from opstap.recht.regels.reken import reken
from tests.recht.regels.huishoudens import gezin

NA_2026 = "2026-07-01"


def _ink(soort: str, netto: str, persoon: str = "a", **meer: Any) -> dict[str, Any]:
    return {"persoon": persoon, "soort": soort, "netto": netto, **meer}


def _codes(answer: dict[str, Any]) -> set[str]:
    return {each["code"] for each in answer["let_op"]}


def _vrijlating(regeling: str, maanden: int = 0, **keuzes: Any) -> dict[str, Any]:
    return {"vrijlating": {"a": {"regeling": regeling, "maanden_gebruikt": maanden}}, **keuzes}


def _telt(day: str, loon: str, keuzes: dict[str, Any] | None = None, **facts: Any) -> str:
    household = gezin(day, age=facts.pop("age", 40), kind=facts.pop("kind", None), inkomsten=[_ink("loon", loon)])
    household["personen"][0].update(facts)
    if keuzes:
        household["keuzes"] = keuzes
    result = reken(household)["inkomen_in_aanmerking"]
    assert isinstance(result, str)
    return result


@pytest.mark.parametrize(
    ("day", "loon", "keuzes", "facts", "telt"),
    [
        (NA_2026, "812.40", None, {}, "812.40"),
        (NA_2026, "812.40", _vrijlating("31_2_n"), {}, "609.30"),  # 25 % of 812,40 = 203,10
        (NA_2026, "1140.00", _vrijlating("31_2_n"), {}, "855.00"),  # 25 % is exactly the limit of 285
        (NA_2026, "1144.00", _vrijlating("31_2_n"), {}, "859.00"),  # 286 is more than 285
        (NA_2026, "812.40", _vrijlating("31_2_n", 5), {}, "609.30"),
        (NA_2026, "812.40", _vrijlating("31_2_n", 6), {}, "812.40"),  # six months are over
        (NA_2026, "812.40", _vrijlating("31_2_n"), {"age": 26}, "812.40"),  # lid 5: not below 27
        (NA_2026, "812.40", _vrijlating("31_2_n"), {"age": 27}, "609.30"),
        (NA_2026, "800.00", None, {"age": 70}, "600.00"),  # from the AOW age n needs no choice and has no term
        (NA_2026, "800.00", _vrijlating("31_2_n", 99), {"age": 70}, "600.00"),
        (NA_2026, "800.00", _vrijlating("31_2_r"), {"kind": 11}, "700.00"),  # 12,5 %
        (NA_2026, "800.00", _vrijlating("31_2_r"), {"kind": 12}, "800.00"),
        (NA_2026, "800.00", _vrijlating("31_2_r", 29), {"kind": 5}, "700.00"),
        (NA_2026, "800.00", _vrijlating("31_2_r", 30), {"kind": 5}, "800.00"),
        (NA_2026, "1400.00", _vrijlating("31_2_r"), {"kind": 5}, "1225.00"),
        (NA_2026, "1424.00", _vrijlating("31_2_r"), {"kind": 5}, "1246.34"),  # 178 is more than 177,66
        (NA_2026, "800.00", None, {"medisch_urenbeperkt": True}, "680.00"),  # y needs no choice: 15 %
        (NA_2026, "1202.00", None, {"medisch_urenbeperkt": True}, "1021.81"),  # 180,30 is more than 180,19
        (NA_2026, "800.00", _vrijlating("31_2_r"), {"kind": 5, "medisch_urenbeperkt": True}, "680.00"),  # y instead
        ("2022-12-31", "800.00", _vrijlating("31_2_r"), {"kind": 5, "medisch_urenbeperkt": True}, "700.00"),
        (NA_2026, "800.00", _vrijlating("31_2_z"), {"doelgroep_loonkostensubsidie": True}, "680.00"),
        (NA_2026, "800.00", _vrijlating("31_2_z", 12), {"doelgroep_loonkostensubsidie": True}, "800.00"),
        (NA_2026, "800.00", _vrijlating("31_2_aa", 40), {"doelgroep_loonkostensubsidie": True}, "680.00"),
        (NA_2026, "800.00", _vrijlating("31_2_aa"), {}, "800.00"),
        ("2022-12-31", "800.00", _vrijlating("31_2_z"), {"doelgroep_loonkostensubsidie": True}, "800.00"),
        ("2023-01-01", "800.00", _vrijlating("31_2_z"), {"doelgroep_loonkostensubsidie": True}, "680.00"),
        (NA_2026, "1400.00", _vrijlating("34a"), {}, "1190.00"),  # 15 % without a maximum
        (NA_2026, "1400.00", _vrijlating("34a"), {"age": 20}, "1190.00"),  # and without an age
        (NA_2026, "1400.00", _vrijlating("34a", 11), {}, "1190.00"),
        (NA_2026, "1400.00", _vrijlating("34a", 12), {}, "1400.00"),
        (NA_2026, "1400.00", _vrijlating("34a", 12), {"medisch_urenbeperkt": True}, "1190.00"),
        ("2025-12-31", "1300.00", _vrijlating("34a"), {}, "1300.00"),
        (NA_2026, "904.00", _vrijlating("34a"), {"age": 70}, "678.00"),  # 25 % is exactly 226
        (NA_2026, "908.00", _vrijlating("34a"), {"age": 70}, "682.00"),
        (NA_2026, "800.00", _vrijlating("34a", regime_vrijlating="31"), {}, "800.00"),
        (NA_2026, "800.00", _vrijlating("31_2_n", regime_vrijlating="34a"), {}, "800.00"),
        (NA_2026, "1300.00", {"regime_vrijlating": "34a"}, {"medisch_urenbeperkt": True}, "1105.00"),
    ],
)
def test_what_is_left_free_of_wages(day: str, loon: str, keuzes: Any, facts: dict[str, Any], telt: str) -> None:
    assert _telt(day, loon, keuzes, **facts) == telt


def test_an_exemption_that_cannot_be_given_is_pointed_out() -> None:
    household = gezin(NA_2026, age=26, inkomsten=[_ink("loon", "800.00")], keuzes=_vrijlating("31_2_n"))
    assert "vrijlating_past_niet" in _codes(reken(household))
    asked = reken(gezin(NA_2026, inkomsten=[_ink("loon", "800.00")]))
    assert "vrijlating_mogelijk" in _codes(asked)


@pytest.mark.parametrize(
    ("ages", "pensioen", "telt"),
    [
        ((70, None), "26.50", "0.00"),
        ((70, None), "26.51", "0.01"),
        ((60, None), "26.50", "26.50"),
        ((70, 60), "53.00", "0.00"),
        ((60, 70), "53.01", "0.01"),
    ],
)
def test_a_small_pension_is_free_from_the_pensionable_age(
    ages: tuple[int, int | None], pensioen: str, telt: str
) -> None:
    household = gezin(NA_2026, age=ages[0], partner=ages[1], inkomsten=[_ink("pensioen", pensioen)])
    assert reken(household)["inkomen_in_aanmerking"] == telt


@pytest.mark.parametrize(
    ("inkomen", "age", "telt"),
    [
        (_ink("premie", "3398.00"), 40, "0.00"),
        (_ink("premie", "3398.01"), 40, "0.01"),
        (_ink("premie", "400.00", eerder_dit_jaar="3000.00"), 40, "2.00"),
        (_ink("premie", "400.00"), 26, "400.00"),
        (_ink("vrijwilligersvergoeding", "220.00"), 40, "0.00"),
        (_ink("vrijwilligersvergoeding", "221.00"), 40, "1.00"),
        (_ink("vrijwilligersvergoeding", "220.00", eerder_dit_jaar="2100.00"), 40, "120.00"),
        (_ink("vrijwilligersvergoeding", "220.00"), 26, "220.00"),
        (_ink("alimentatie", "100.00"), 40, "100.00"),
        (_ink("onderhuur", "100.00"), 40, "100.00"),
        (_ink("studiefinanciering", "100.00"), 40, "100.00"),
    ],
)
def test_other_income_counts_above_what_is_free(inkomen: dict[str, Any], age: int, telt: str) -> None:
    assert reken(gezin(NA_2026, age=age, inkomsten=[inkomen]))["inkomen_in_aanmerking"] == telt


def test_study_finance_counts_for_the_norm_amount_of_the_study() -> None:
    given = _ink("studiefinanciering", "1.00", onderwijs="mbo", woont="thuis", eenoudertoeslag=True)
    assert reken(gezin("2024-07-01", inkomsten=[given]))["inkomen_in_aanmerking"] == "917.49"  # 612,65 + 304,84


@pytest.mark.parametrize(("soort", "telt"), [("loon", "0.00"), ("uitkering", "0.00"), ("alimentatie", "80.00")])
def test_wages_and_benefits_of_a_child_are_free(soort: str, telt: str) -> None:
    household = gezin(NA_2026, kind=17, inkomsten=[_ink(soort, "80.00", "k")])
    assert reken(household)["inkomen_in_aanmerking"] == telt
    grown = gezin(NA_2026, kind=18, inkomsten=[_ink(soort, "80.00", "k")])
    assert reken(grown)["inkomen_in_aanmerking"] == "0.00"


def test_income_of_a_housemate_does_not_count() -> None:
    household = gezin(NA_2026, leden=(20,), inkomsten=[_ink("loon", "2500.00", "m0")])
    assert reken(household)["inkomen_in_aanmerking"] == "0.00"


@pytest.mark.parametrize(
    ("van_partner", "telt"),
    [
        # norm 1.013,90; couple 2.027,79; own benefit 1.013,90: only what goes above 2.027,79 counts
        ("1013.89", "0.00"),
        ("1013.90", "0.01"),
        ("1500.00", "486.11"),
        ("3000.00", "1986.11"),
    ],
)
def test_income_of_a_partner_without_a_right_counts_above_the_norm_of_the_couple(van_partner: str, telt: str) -> None:
    household = gezin(NA_2026, partner=40, inkomsten=[_ink("loon", van_partner, "p")])
    household["personen"][1]["heeft_recht"] = False
    assert reken(household)["inkomen_in_aanmerking"] == telt


@pytest.mark.parametrize(
    ("day", "giften", "vermogen", "asked"),
    [
        ("2026-01-01", "1200.00", "0.00", False),
        ("2026-01-01", "1200.01", "0.01", True),
        ("2025-12-31", "5000.00", "0.00", True),
    ],
)
def test_gifts_are_free_up_to_1200_a_year_since_2026(day: str, giften: str, vermogen: str, asked: bool) -> None:
    answer = reken(gezin(day, giften_dit_jaar=giften))
    assert answer["vermogen"]["in_aanmerking"] == vermogen
    assert ("giften" in _codes(answer)) is asked


def test_the_municipality_chooses_how_gifts_above_the_limit_count() -> None:
    household = gezin(NA_2026, giften_dit_jaar="1300.00")
    assert reken(household, {"giften_boven_grens": "inkomen"})["inkomen_in_aanmerking"] == "100.00"
    free = reken(household, {"giften_boven_grens": "vrij"})
    assert (free["inkomen_in_aanmerking"], free["vermogen"]["in_aanmerking"]) == ("0.00", "0.00")


@pytest.mark.parametrize(
    ("day", "gezin_van", "bezit", "uitkomst"),
    [
        (NA_2026, {}, "8000.00", "recht"),
        (NA_2026, {}, "8000.01", "geen_recht"),
        (NA_2026, {"kind": 5}, "16000.00", "recht"),
        (NA_2026, {"kind": 5}, "16000.01", "geen_recht"),
        (NA_2026, {"partner": 40}, "16000.00", "recht"),
        (NA_2026, {"kind": 18}, "8000.01", "geen_recht"),
        ("2025-07-01", {}, "7770.00", "recht"),
        ("2025-07-01", {}, "7770.01", "geen_recht"),
    ],
)
def test_capital_up_to_the_limit_is_free(day: str, gezin_van: dict[str, Any], bezit: str, uitkomst: str) -> None:
    household = gezin(day, **gezin_van, vermogen=[{"soort": "banktegoed", "waarde": bezit}])
    assert reken(household)["uitkomst"] == uitkomst


@pytest.mark.parametrize(
    ("day", "grens", "uitkomst"), [("2025-12-31", "4770.00", "geen_recht"), ("2026-01-01", "8000.00", "recht")]
)
def test_until_2026_capital_left_free_earlier_lowers_the_limit(day: str, grens: str, uitkomst: str) -> None:
    household = gezin(
        day, vermogen=[{"soort": "banktegoed", "waarde": "5000.00"}], eerder_vrijgelaten_vermogen="3000.00"
    )
    answer = reken(household)
    assert (answer["vermogen"]["grens"], answer["uitkomst"]) == (grens, uitkomst)


def test_debts_lower_capital_and_never_below_zero() -> None:
    bezit = [{"soort": "contant", "waarde": "500.00"}, {"soort": "schuld", "waarde": "900.00"}]
    assert reken(gezin(NA_2026, vermogen=bezit))["vermogen"]["in_aanmerking"] == "0.00"


@pytest.mark.parametrize(("waarde", "lening"), [("67500.00", False), ("67500.01", True)])
def test_a_home_worth_more_than_is_free_asks_for_a_loan_and_is_no_refusal(waarde: str, lening: bool) -> None:
    answer = reken(gezin(NA_2026, vermogen=[{"soort": "eigen_woning", "waarde": waarde}]))
    assert answer["uitkomst"] == "recht"
    assert ("lening_eigen_woning" in _codes(answer)) is lening


@pytest.mark.parametrize(("waarde", "telt"), [("337989.00", "0.00"), ("337990.00", "1.00")])
def test_an_annuity_is_free_up_to_a_limit(waarde: str, telt: str) -> None:
    answer = reken(gezin(NA_2026, vermogen=[{"soort": "lijfrente", "waarde": waarde}]))
    assert answer["vermogen"]["in_aanmerking"] == telt
    assert "lijfrente" in _codes(answer)


def test_a_car_counts_less_what_the_municipality_leaves_free() -> None:
    household = gezin(NA_2026, vermogen=[{"soort": "auto", "waarde": "9000.00"}])
    answer = reken(household)
    assert answer["uitkomst"] == "geen_recht"
    assert "auto" in _codes(answer)
    assert reken(household, {"vrij_bedrag_auto": "5000.00"})["uitkomst"] == "recht"


@pytest.mark.parametrize(
    ("inkomen", "uitkomst", "uitkering"), [("1419.45", "recht", "0.01"), ("1419.46", "geen_recht", "0.00")]
)
def test_there_is_a_right_while_income_is_lower_than_the_norm(inkomen: str, uitkomst: str, uitkering: str) -> None:
    answer = reken(gezin(NA_2026, inkomsten=[_ink("uitkering", inkomen)]))
    assert (answer["uitkomst"], answer["uitkering"]["incl_vakantietoeslag"]) == (uitkomst, uitkering)


@pytest.mark.parametrize("key", ["inkomsten", "vermogen", "in_inrichting", "rechtmatig_verblijf"])
def test_what_is_not_known_is_asked_and_never_guessed(key: str) -> None:
    household = gezin(NA_2026)
    del household[key]
    answer = reken(household)
    assert answer["uitkomst"] == "nog_niet_te_bepalen"
    assert [each["gegeven"] for each in answer["ontbreekt"]] == [key]
    assert answer["uitkering"] is None
    assert (answer["norm"] is None) is (key == "in_inrichting")


def test_one_certain_ground_is_enough_while_other_things_are_not_known() -> None:
    too_rich = gezin(NA_2026, vermogen=[{"soort": "banktegoed", "waarde": "50000.00"}])
    del too_rich["inkomsten"]
    assert reken(too_rich)["uitkomst"] == "geen_recht"
    earns = gezin(NA_2026, inkomsten=[_ink("loon", "2500.00")])
    del earns["vermogen"]
    assert reken(earns)["uitkomst"] == "geen_recht"


@pytest.mark.parametrize(
    ("bedrag", "richting", "uitkering"),
    [("100.00", "verlaging", "1319.46"), ("100.00", "verhoging", "1519.46"), ("9000.00", "verlaging", "0.00")],
)
def test_tailoring_is_an_input_with_a_reason(bedrag: str, richting: str, uitkering: str) -> None:
    keuzes = {"afstemming_art18": {"bedrag": bedrag, "reden": "woont tijdelijk in", "richting": richting}}
    answer = reken(gezin(NA_2026, keuzes=keuzes))
    assert (answer["uitkomst"], answer["uitkering"]["incl_vakantietoeslag"]) == ("recht", uitkering)


@pytest.mark.parametrize(
    ("day", "facts", "begin"),
    [
        (NA_2026, {"gemeld_op": "2026-06-15", "aangevraagd_op": "2026-06-20"}, "2026-06-15"),
        (NA_2026, {"aangevraagd_op": "2026-06-20"}, "2026-06-20"),
        (NA_2026, {}, None),
        (NA_2026, {"gemeld_op": "2026-06-15", "alleen_deze_maand_vanaf": "2026-07-10"}, "2026-07-10"),
        (NA_2026, {"gemeld_op": "2026-06-15", "eerder": "2026-03-15"}, "2026-03-15"),  # three months
        (NA_2026, {"gemeld_op": "2026-06-15", "eerder": "2026-03-14"}, "2026-03-15"),
        (NA_2026, {"gemeld_op": "2026-05-31", "eerder": "2026-01-01"}, "2026-02-28"),
        ("2025-12-31", {"gemeld_op": "2025-12-15", "eerder": "2025-11-15"}, "2025-12-15"),
    ],
)
def test_the_day_the_benefit_begins(day: str, facts: dict[str, Any], begin: str | None) -> None:
    earlier = facts.pop("eerder", None)
    household = gezin(day, **facts)
    if earlier:
        household["keuzes"] = {"ingangsdatum_eerder": {"datum": earlier, "reden": "lag in het ziekenhuis"}}
    assert reken(household)["ingangsdatum"] == begin


@pytest.mark.parametrize(
    ("vanaf", "schakelaars", "uitkering"),
    [
        ("2026-07-01", None, "1419.46"),
        ("2026-07-17", None, "686.84"),
        ("2026-07-31", None, "45.79"),
        ("2026-07-17", {"grondslag_deel_maand": "30 dagen"}, "662.41"),
        ("2026-07-31", {"grondslag_deel_maand": "30 dagen"}, "47.32"),
    ],
)
def test_a_part_of_a_month_counts_days(vanaf: str, schakelaars: Any, uitkering: str) -> None:
    answer = reken(gezin(NA_2026, alleen_deze_maand_vanaf=vanaf), schakelaars)
    assert answer["uitkering"]["incl_vakantietoeslag"] == uitkering


@pytest.mark.parametrize(("day", "bedrag"), [("2026-01-01", "1331.43"), ("2026-07-01", "1348.49")])
def test_the_advance_is_95_percent(day: str, bedrag: str) -> None:
    answer = reken(gezin(day, voorschot=True, aangevraagd_op="2026-06-16"))
    assert answer["voorschot"] == {"bedrag": bedrag, "uiterlijk": "2026-07-14"}


def test_the_advance_was_90_percent_before_2026_and_is_there_while_capital_is_not_known() -> None:
    household = gezin("2025-12-31", voorschot=True, aangevraagd_op="2025-12-01")
    del household["vermogen"]
    answer = reken(household)
    norm = answer["norm"]["incl_vakantietoeslag"]
    assert answer["voorschot"]["bedrag"] == f"{float(norm) * 0.9:.2f}"
    excluded = gezin(NA_2026, voorschot=True, vermogen=[{"soort": "contant", "waarde": "90000.00"}])
    assert reken(excluded)["voorschot"] is None
    unknown = gezin(NA_2026, voorschot=True)
    del unknown["inkomsten"]
    assert reken(unknown)["voorschot"] == {"bedrag": None, "uiterlijk": None}


def test_each_of_a_couple_gets_half_and_the_halves_are_the_whole() -> None:
    assert reken(gezin(NA_2026, partner=40))["per_persoon"] == {"a": "1013.90", "p": "1013.89"}


@pytest.mark.parametrize(("bedrag", "gebruikt", "over"), [("1000.00", "1000.00", False), ("1000.01", "1000.00", True)])
def test_a_buffer_budget_is_at_most_1000_a_year(bedrag: str, gebruikt: str, over: bool) -> None:
    answer = reken(gezin(NA_2026, keuzes={"bufferbudget": {"bedrag": bedrag, "reden": "wisselend loon"}}))
    assert answer["bufferbudget"] == gebruikt
    assert ("buffer_grens" in _codes(answer)) is over
    before = reken(gezin("2025-12-31", keuzes={"bufferbudget": {"bedrag": bedrag, "reden": "wisselend loon"}}))
    assert (before["bufferbudget"], "buffer_kan_niet" in _codes(before)) == (None, True)


def test_using_known_facts_again_exists_since_2026() -> None:
    assert "gegevens_hergebruiken" in {each["regel"] for each in reken(gezin("2026-01-01"))["stappen"]}
    assert "gegevens_hergebruiken" not in {each["regel"] for each in reken(gezin("2025-12-31"))["stappen"]}


def test_all_sixteen_steps_are_told_with_an_article() -> None:
    steps = reken(gezin(NA_2026, partner=40, leden=(50,), gemeld_op="2026-06-15"))["stappen"]
    assert {each["stap"] for each in steps} == set(range(1, 17))
    assert [each["stap"] for each in steps] == sorted(each["stap"] for each in steps)
    assert all(each["artikel"].startswith("art. ") and each["tekst"].endswith(".") for each in steps)
