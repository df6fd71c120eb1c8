"""When a remark asks for a human look, and when it does not: one case on each side."""

from __future__ import annotations

from typing import Any

import pytest

from opstap.recht.regels.reken import reken
from tests.recht.regels.huishoudens import gezin

NA = "2026-07-01"


def _ink(soort: str, netto: str) -> list[dict[str, str]]:
    return [{"persoon": "a", "soort": soort, "netto": netto}]


BUFFER = {"bufferbudget": {"bedrag": "100.00", "reden": "wisselend inkomen"}}


@pytest.mark.parametrize(
    ("code", "day", "met", "zonder"),
    [
        ("vakantietoeslag_inkomen", NA, {"inkomsten": _ink("loon", "300.00")}, {"inkomsten": _ink("pensioen", "300")}),
        ("vakantietoeslag_inkomen", NA, {"inkomsten": _ink("uitkering", "0.01")}, {}),
        ("buffer_zonder_loon", NA, {"keuzes": BUFFER}, {"keuzes": BUFFER, "inkomsten": _ink("loon", "300.00")}),
        ("buffer_kan_niet", "2025-12-31", {"keuzes": BUFFER}, {}),
        (
            "melding_na_aanvraag",
            NA,
            {"gemeld_op": "2026-06-15", "aangevraagd_op": "2026-06-14"},
            {"gemeld_op": "2026-06-15", "aangevraagd_op": "2026-06-15"},
        ),
        ("begin_in_maand", NA, {"gemeld_op": "2026-07-02"}, {"gemeld_op": "2026-07-01"}),
        ("begin_in_maand", NA, {"gemeld_op": "2026-07-31"}, {"gemeld_op": "2026-08-01"}),
        (
            "begin_in_maand",
            NA,
            {"gemeld_op": "2026-07-13"},
            {"gemeld_op": "2026-07-13", "alleen_deze_maand_vanaf": "2026-07-13"},
        ),
        ("giften", NA, {"giften_dit_jaar": "1200.01"}, {"giften_dit_jaar": "1200.00"}),
        ("giften", "2025-12-31", {"giften_dit_jaar": "0.01"}, {}),
        ("svb", NA, {"age": 67}, {"age": 66}),
        ("zoektermijn", NA, {"age": 26}, {"age": 27}),
        ("ouders", NA, {"age": 20}, {"age": 21}),
        ("ouders", "2025-12-31", {"age": 20}, {"age": 21}),
        ("twee_stelsels", NA, {"age": 67, "inkomsten": _ink("loon", "300.00")}, {"age": 67}),
        ("bedragen_verouderd", "2027-01-01", {}, None),
        ("bedrag_onbevestigd", "2025-01-01", {}, None),
    ],
)
def test_a_remark_on_each_side(code: str, day: str, met: dict[str, Any], zonder: dict[str, Any] | None) -> None:
    with_it = reken(gezin(day, **met))
    assert code in {each["code"] for each in with_it["let_op"]}
    other = reken(gezin("2024-07-01")) if zonder is None else reken(gezin(day, **zonder))
    assert code not in {each["code"] for each in other["let_op"]}


def test_r_gives_way_to_the_exemption_for_wage_cost_subsidy_since_2023() -> None:
    """Art. 31 lid 2 onder r: only where y, z or aa does not apply."""
    keuzes = {"vrijlating": {"a": {"regeling": "31_2_r", "maanden_gebruikt": 0}}}
    for day, telt, past in (("2022-12-31", "700.00", True), ("2023-01-01", "800.00", False)):
        household = gezin(day, kind=5, inkomsten=_ink("loon", "800.00"), keuzes=keuzes)
        household["personen"][0]["doelgroep_loonkostensubsidie"] = True
        answer = reken(household)
        assert answer["inkomen_in_aanmerking"] == telt
        assert ("vrijlating_past_niet" in {each["code"] for each in answer["let_op"]}) is not past


def _mist(age: int = 40, lid: int = 50, day: str = NA, **huisgenoot: Any) -> bool:
    """Whether a human is asked about this housemate, of whom these keys were stated."""
    household = gezin(day, age, leden=(lid,))
    household["personen"][1].update(huisgenoot)
    return "kostendeler_navragen" in {each["code"] for each in reken(household)["let_op"]}


@pytest.mark.parametrize(
    "huisgenoot",
    [
        {},
        {"student": None, "zakelijk_contract": None, "zelfde_verhuurder": None},
        {"relatie": "overig"},
        {"relatie": "broer_zus"},
        {"relatie": "ouder", "zakelijk_contract": False, "zelfde_verhuurder": False},
        {"rol": "kind"},
    ],
)
def test_who_counts_as_kostendeler_while_nobody_said_why_not_is_asked_about(huisgenoot: dict[str, Any]) -> None:
    assert _mist(**huisgenoot)
    assert _mist(day="2018-01-01", **huisgenoot)


@pytest.mark.parametrize(
    "huisgenoot",
    [
        {"student": False},
        {"zakelijk_contract": False},
        {"zelfde_verhuurder": False},
        {"relatie": "ouder", "student": False},
        {"rol": "kind", "student": False},
        {"lid": 26},
        {"mantelzorg_tijdelijk": True},
        {"age": 20},
    ],
)
def test_who_was_asked_about_or_does_not_lower_the_norm_is_not_asked_about_again(huisgenoot: dict[str, Any]) -> None:
    assert not _mist(**huisgenoot)


def test_who_lives_in_an_institution_is_asked_nothing_about_a_housemate() -> None:
    answer = reken(gezin(NA, leden=(50,), in_inrichting=True))
    assert "kostendeler_navragen" not in {each["code"] for each in answer["let_op"]}


def test_a_child_at_home_does_not_make_the_rent_of_a_housemate_count() -> None:
    household = gezin(NA, kind=10, leden=(50,), inkomsten=_ink("onderhuur", "300.00"))
    assert reken(household)["inkomen_in_aanmerking"] == "0.00"
    household["personen"][1]["geboortedatum"] = "2004-01-01"  # grown up, and too young to count for the norm
    assert reken(household)["inkomen_in_aanmerking"] == "300.00"


def test_the_rent_counts_while_the_norm_is_not_known() -> None:
    household = gezin(NA, leden=(50,), inkomsten=_ink("onderhuur", "300.00"))
    answer = reken({**household, "in_inrichting": None})
    assert answer["inkomen_in_aanmerking"] == "300.00"
    assert "onderhuur" in {each["code"] for each in answer["let_op"]}


def test_the_rent_of_both_in_a_couple_is_left_out_once_each() -> None:
    rent = [{"persoon": wie, "soort": "onderhuur", "netto": netto} for wie, netto in (("a", "100.00"), ("p", "50.00"))]
    answer = reken(gezin(NA, partner=40, leden=(50,), inkomsten=rent))
    assert answer["inkomen_in_aanmerking"] == "0.00"
    left_out = {each["regel"]: each["uitkomst"] for each in answer["stappen"] if "onderhuur" in each["regel"]}
    assert left_out == {"onderhuur_vrij_a": "100.00", "onderhuur_vrij_p": "50.00"}
