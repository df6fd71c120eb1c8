"""Persons, home and norm (steps 1 to 8): hand-worked cases from the law text, on each side of every limit and date."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from opstap.recht.regels.reken import reken
from tests.recht.regels.huishoudens import gezin, jaren_eerder

ALLEEN_2026, PAAR_2026, DEEL_2026 = "1419.46", "2027.79", "1013.90"


def _norm(household: dict[str, Any]) -> str | None:
    norm = reken(household)["norm"]
    return norm and norm["incl_vakantietoeslag"]


def _codes(answer: dict[str, Any]) -> set[str]:
    return {each["code"] for each in answer["let_op"]}


def _first(household: dict[str, Any], **meer: Any) -> dict[str, Any]:
    household["personen"][0].update(meer)
    return household


def _second(household: dict[str, Any], **meer: Any) -> dict[str, Any]:
    household["personen"][1].update(meer)
    return household


@pytest.mark.parametrize(
    ("day", "birth", "norm"),
    [
        ("2026-07-01", "2005-07-01", ALLEEN_2026),  # 21 today
        ("2026-07-01", "2005-07-02", "350.42"),  # 21 tomorrow
        ("2026-02-28", "2005-02-28", "1401.50"),
        ("2027-02-28", "2006-03-01", "350.42"),  # the last known amounts, with a remark
        ("2026-07-01", "1959-07-01", "1587.34"),  # 67 years: pensionable age in 2026
        ("2026-07-01", "1959-07-02", ALLEEN_2026),
    ],
)
def test_the_age_on_the_day_decides(day: str, birth: str, norm: str) -> None:
    assert _norm(_first(gezin(day), geboortedatum=birth)) == norm


@pytest.mark.parametrize(
    ("day", "age", "days", "counts"),
    [
        ("2022-12-31", 21, 0, True),  # until 2023 who is 21 shares the cost
        ("2022-12-31", 21, 1, False),
        ("2023-01-01", 26, 0, False),  # since 1 January 2023 who is 27
        ("2023-01-01", 27, 0, True),
        ("2023-01-01", 27, 1, False),
        ("2026-07-01", 27, 0, True),
        ("2026-07-01", 27, 1, False),
    ],
)
def test_a_housemate_shares_the_cost_from_an_age(day: str, age: int, days: int, counts: bool) -> None:
    household = gezin(day, leden=(50,))
    _second(household, geboortedatum=jaren_eerder(date.fromisoformat(day), age, days))
    answer = reken(household)
    step = next(each for each in answer["stappen"] if each["regel"] == "kostendelers")
    assert step["uitkomst"] == ("1" if counts else "0")
    assert answer["norm"]["artikel"].startswith("art. 22a" if counts else "art. 21")


@pytest.mark.parametrize(
    ("housemate", "norm"),
    [
        ({}, DEEL_2026),
        ({"student": True}, ALLEEN_2026),
        ({"zakelijk_contract": True}, ALLEEN_2026),
        ({"zakelijk_contract": True, "relatie": "overig"}, ALLEEN_2026),
        (
            {"zakelijk_contract": True, "relatie": "broer_zus"},
            DEEL_2026,
        ),  # family in the second degree: no contract counts
        ({"zakelijk_contract": True, "relatie": "ouder"}, DEEL_2026),
        ({"zelfde_verhuurder": True, "relatie": "kind"}, ALLEEN_2026),  # c has no exception for family
        ({"student": False, "zakelijk_contract": False}, DEEL_2026),
        ({"mantelzorg_tijdelijk": True}, ALLEEN_2026),
    ],
)
def test_who_does_not_share_the_cost(housemate: dict[str, Any], norm: str) -> None:
    assert _norm(_second(gezin("2026-07-01", leden=(40,)), **housemate)) == norm


@pytest.mark.parametrize(
    ("day", "artikel", "asked"),
    [("2025-12-31", "art. 22a lid 1 Pw", False), ("2026-01-01", "art. 21 onder a Pw", True)],
)
def test_care_given_elsewhere_ends_the_shared_norm_since_2026(day: str, artikel: str, asked: bool) -> None:
    answer = reken(_first(gezin(day, leden=(40,)), mantelzorg_tijdelijk=True))
    assert answer["norm"]["artikel"] == artikel
    assert ("mantelzorg" in _codes(answer)) is asked
    told = {step["regel"] for step in answer["stappen"]}
    assert ("mantelzorg_elders" in told, "delers" in told) == (asked, not asked)


def test_counting_is_per_person_and_not_symmetric() -> None:
    """A of 30 and B of 25 share a home: B does not count for A, A does count for B."""
    assert _norm(gezin("2026-07-01", age=30, leden=(25,))) == ALLEEN_2026
    assert _norm(gezin("2026-07-01", age=25, leden=(30,))) == DEEL_2026


def test_a_child_of_27_at_home_shares_the_cost_and_one_of_26_does_not() -> None:
    assert _norm(gezin("2026-07-01", kind=27)) == DEEL_2026
    assert _norm(gezin("2026-07-01", kind=26)) == ALLEEN_2026


@pytest.mark.parametrize(
    ("ages", "leden", "norm"),
    [
        # A = 3 of 2.027,79: (40 % + 90 %) / 3 = 43,33 %; both together 1.757,418
        ((40, 40), (50,), "1757.42"),
        # one of both has the AOW age: B = 22 onder c = 2.176,10; 2 × 43,33 % = 1.885,953
        ((70, 40), (50,), "1885.95"),
        # a spouse of 19 has a fixed part: 350,42 + 50 % of 2.027,79
        ((40, 19), (50,), "1364.32"),
        # A = 2 for the one of 21; under 21 alone art. 22a does not apply
        ((19, None), (50,), "350.42"),
        ((19, 19), (50,), "700.84"),
    ],
)
def test_a_couple_that_shares_the_cost(ages: tuple[int, int | None], leden: tuple[int, ...], norm: str) -> None:
    assert _norm(gezin("2026-07-01", age=ages[0], partner=ages[1], leden=leden)) == norm


def test_the_percentage_can_be_rounded_first_where_the_municipality_chose_so() -> None:
    household = gezin("2026-07-01", leden=(50, 50))
    assert _norm(household) == "878.71"  # 43,333… % of 2.027,79
    assert _norm({**household, "keuzes": {"afronding_kostendelers": "procent_eerst"}}) == "878.64"  # 43,33 %
    switched = reken(household, {"afronding_kostendelers": "procent_eerst"})
    assert switched["norm"]["incl_vakantietoeslag"] == "878.64"
    assert "beleid.afronding_kostendelers" in {each["regel"] for each in switched["stappen"]}
    dated = {"afronding_kostendelers": [{"vanaf": "2026-08-01", "waarde": "procent_eerst", "reden": "besluit"}]}
    assert reken(household, dated)["norm"]["incl_vakantietoeslag"] == "878.71"


@pytest.mark.parametrize(
    ("household", "norm", "artikel"),
    [
        # 50 % of 2.027,79 = 1.013,895
        (_second(gezin("2026-07-01", partner=40), heeft_recht=False), "1013.90", "art. 24 onder a Pw"),
        (_second(gezin("2026-07-01", age=19, partner=40), heeft_recht=False), "350.42", "art. 24 onder b Pw"),
        (_second(gezin("2026-07-01", age=70, partner=40), heeft_recht=False), "1088.05", "art. 24 onder a Pw"),
        (_first(gezin("2026-07-01", partner=40), gedetineerd=True), "1013.90", "art. 24 onder a Pw"),
        # with a housemate of 50: A = 3, one share of 43,33 % of 2.027,79
        (_second(gezin("2026-07-01", partner=40, leden=(50,)), heeft_recht=False), "878.71", "art. 22a lid 1 Pw"),
    ],
)
def test_the_norm_with_a_partner_without_a_right(household: dict[str, Any], norm: str, artikel: str) -> None:
    answer = reken(household)
    assert (answer["norm"]["incl_vakantietoeslag"], answer["norm"]["artikel"]) == (norm, artikel)
    assert len(answer["per_persoon"]) == 1


def test_since_2026_a_child_raises_the_norm_beside_a_partner_without_a_right() -> None:
    """One twelfth of € 3.416 (art. 2 lid 6 WKB) on top of half the norm: 1.013,895 + 284,666…"""
    assert _norm(_second(gezin("2026-07-01", partner=40, kind=5), heeft_recht=False)) == "1298.56"
    before = reken(_second(gezin("2025-12-31", partner=40, kind=5), heeft_recht=False))
    assert before["norm"]["artikel"] == "art. 24 onder a Pw"


@pytest.mark.parametrize(
    ("day", "ouders", "norm"),
    [("2026-07-01", False, "1112.66"), ("2026-07-01", True, "350.42"), ("2026-01-01", False, "1092.44")],
)
def test_who_is_18_and_cannot_fall_back_on_parents(day: str, ouders: bool, norm: str) -> None:
    assert _norm(_first(gezin(day, age=18), ouders_betalen_mee=ouders)) == norm


def test_help_for_the_young_begins_in_2026_and_never_goes_above_the_norm_of_21() -> None:
    before = reken(_first(gezin("2025-12-31", age=18), ouders_betalen_mee=False))
    assert before["norm"]["artikel"] == "art. 20 lid 1 onder a Pw"
    assert "ouders" in _codes(before)
    both = _second(
        _first(gezin("2026-07-01", age=19, partner=19, kind=1), ouders_betalen_mee=False), ouders_betalen_mee=False
    )
    assert _norm(both) == PAAR_2026  # 1.106,40 + 2 × 762,24 is more than 2.027,79
    assert "ouders" in _codes(reken(gezin("2026-07-01", age=18)))


@pytest.mark.parametrize(
    ("a", "p", "norm"),
    [
        # both: 699,11 + 106; one: 449,44 + 47 + 1.419,46
        (True, True, "805.11"),
        (True, False, "1915.90"),
        (False, True, "1915.90"),
        (True, None, "496.44"),
    ],
)
def test_the_norm_in_an_institution(a: bool, p: bool | None, norm: str) -> None:
    household = gezin("2026-07-01", partner=None if p is None else 40, in_inrichting=a)
    if p:
        _second(household, in_inrichting=True)
    assert _norm(household) == norm


def test_with_one_in_an_institution_the_other_shares_the_cost_as_a_single_person() -> None:
    household = _second(gezin("2026-07-01", partner=40, leden=(50,)), in_inrichting=True)
    assert _norm(household) == "1510.34"  # 449,44 + 47 + 1.013,90


def test_who_lives_in_an_institution_is_told_nothing_about_sharing_the_cost_of_a_home() -> None:
    told = {step["regel"] for step in reken(gezin("2026-07-01", leden=(50,), in_inrichting=True))["stappen"]}
    assert "norm_inrichting" in told
    assert not told & {"deelt_kosten", "delers", "kostendelersdeel", "norm_thuis"}


@pytest.mark.parametrize(
    ("facts", "artikel"),
    [
        ({"gedetineerd": True}, "art. 13 lid 1 onder a Pw"),
        ({"staakt": True}, "art. 13 lid 1 onder d Pw"),
        ({"dagen_buitenland_dit_jaar": 29}, "art. 13 lid 1 onder e Pw"),
        ({"onbetaald_verlof": True}, "art. 13 lid 2 onder b Pw"),
        ({"heeft_recht": False}, "art. 11 en 13 Pw"),
        ({"geboortedatum": "2008-07-02"}, "art. 13 lid 1 onder f Pw"),
        ({"geboortedatum": "2000-07-01", "kan_onderwijs_volgen": True}, "art. 13 lid 2 onder c Pw"),
    ],
)
def test_who_is_excluded_gets_no_benefit_with_the_article(facts: dict[str, Any], artikel: str) -> None:
    answer = reken(_first(gezin("2026-07-01"), **facts))
    step = next(each for each in answer["stappen"] if each["regel"] == "uitgesloten_a")
    assert (answer["uitkomst"], step["artikel"], answer["norm"]) == ("geen_recht", artikel, None)
    assert "dringende_redenen" in _codes(answer)


@pytest.mark.parametrize(
    "facts",
    [
        {"dagen_buitenland_dit_jaar": 28},
        {"geboortedatum": "1950-01-01", "dagen_buitenland_dit_jaar": 91},
        {"geboortedatum": "1999-07-01", "kan_onderwijs_volgen": True},  # 27 today
        {"geboortedatum": "2008-07-01"},  # 18 today
    ],
)
def test_who_is_just_not_excluded_has_a_right(facts: dict[str, Any]) -> None:
    assert reken(_first(gezin("2026-07-01"), **facts))["uitkomst"] == "recht"


def test_thirteen_weeks_abroad_is_the_limit_from_the_pensionable_age() -> None:
    over = _first(gezin("2026-07-01"), geboortedatum="1950-01-01", dagen_buitenland_dit_jaar=92)
    assert reken(over)["uitkomst"] == "geen_recht"


def test_without_lawful_residence_the_partner_keeps_a_right() -> None:
    answer = reken(gezin("2026-07-01", partner=40, rechtmatig_verblijf=False))
    assert answer["uitkomst"] == "recht"
    assert answer["per_persoon"] == {"p": "1013.90"}
    assert reken(gezin("2026-07-01", rechtmatig_verblijf=False))["uitkomst"] == "geen_recht"


def test_between_18_and_21_an_institution_excludes() -> None:
    assert reken(gezin("2026-07-01", age=20, in_inrichting=True))["uitkomst"] == "geen_recht"
    assert reken(gezin("2026-07-01", age=21, in_inrichting=True))["uitkomst"] == "recht"


def test_unpaid_leave_of_one_excludes_both_and_of_a_single_parent_it_asks_which() -> None:
    assert reken(_second(gezin("2026-07-01", partner=40), onbetaald_verlof=True))["uitkomst"] == "geen_recht"
    asked = reken(_first(gezin("2026-07-01", kind=3), onbetaald_verlof=True))
    assert [each["gegeven"] for each in asked["ontbreekt"]] == ["ouderschapsverlof"]
    parental = _first(gezin("2026-07-01", kind=3), onbetaald_verlof=True, ouderschapsverlof=True)
    assert reken(parental)["uitkomst"] == "recht"
    other = _first(gezin("2026-07-01", kind=3), onbetaald_verlof=True, ouderschapsverlof=False)
    assert reken(other)["uitkomst"] == "geen_recht"


@pytest.mark.parametrize(
    ("day", "age", "facts", "geldt"),
    [
        ("2026-07-01", 26, {}, True),
        ("2026-07-01", 27, {}, False),
        ("2026-07-01", 26, {"medisch_urenbeperkt": True}, False),
        ("2023-06-30", 26, {"medisch_urenbeperkt": True}, True),  # the exceptions are of July 2023
        ("2023-07-01", 26, {"medisch_urenbeperkt": True}, False),
        ("2026-07-01", 26, {"doelgroep_loonkostensubsidie": True}, False),
        ("2026-07-01", 20, {"praktijkonderwijs_tot": "2025-07-01"}, False),
        ("2026-07-01", 20, {"praktijkonderwijs_tot": "2025-06-30"}, True),
    ],
)
def test_the_search_term_of_four_weeks(day: str, age: int, facts: dict[str, Any], geldt: bool) -> None:
    answer = reken(_first(gezin(day, age=age, gemeld_op=day), **facts))
    assert ("zoektermijn" in _codes(answer)) is geldt
    expected = {"2026-07-01": "2026-07-29", "2023-06-30": "2023-07-28"}[day] if geldt else day
    assert answer["aanvraag_vanaf"] == expected


def test_a_partner_of_27_ends_the_search_term() -> None:
    assert "zoektermijn" not in _codes(reken(gezin("2026-07-01", age=25, partner=27)))
    assert "zoektermijn" in _codes(reken(gezin("2026-07-01", age=25, partner=26)))


@pytest.mark.parametrize(
    ("household", "procent", "norm"),
    [
        (gezin("2026-07-01"), 20, "1013.90"),  # 1.419,46 - 20 % of 2.027,79 (405,558)
        (gezin("2026-07-01"), "12.5", "1165.99"),
        (gezin("2026-07-01", age=19), 20, "0.00"),
    ],
)
def test_lowering_for_the_home_is_a_part_of_the_norm_of_a_couple(
    household: dict[str, Any], procent: Any, norm: str
) -> None:
    answer = reken({**household, "keuzes": {"verlaging_art27_procent": procent}})
    assert answer["norm"]["incl_vakantietoeslag"] == norm
    assert "art27_past_niet" not in _codes(answer)


@pytest.mark.parametrize(
    ("household", "norm"), [(gezin("2026-07-01", age=70), "1587.34"), (gezin("2026-07-01", leden=(50,)), DEEL_2026)]
)
def test_lowering_for_the_home_only_reaches_norms_of_art_20_and_21(household: dict[str, Any], norm: str) -> None:
    answer = reken({**household, "keuzes": {"verlaging_art27_procent": 20}})
    assert answer["norm"]["incl_vakantietoeslag"] == norm
    assert "art27_past_niet" in _codes(answer)


def test_lowering_for_a_school_leaver_reaches_every_norm() -> None:
    answer = reken(gezin("2026-07-01", leden=(50,), keuzes={"verlaging_art28_procent": 10}))
    assert answer["norm"]["incl_vakantietoeslag"] == "811.12"  # 1.013,90 - 202,78
    assert answer["norm"]["voor_verlaging"] == DEEL_2026


def test_a_housemate_of_unknown_age_is_asked_for_unless_it_makes_no_difference() -> None:
    unknown = _second(gezin("2026-07-01", leden=(40,)), geboortedatum=None)
    answer = reken(unknown)
    assert (answer["uitkomst"], answer["norm"]) == ("nog_niet_te_bepalen", None)
    assert [each["gegeven"] for each in answer["ontbreekt"]] == ["geboortedatum_medebewoner"]
    assert reken(_second(unknown, student=True))["uitkomst"] == "recht"


def test_from_the_pensionable_age_the_svb_pays() -> None:
    assert "svb" in _codes(reken(gezin("2026-07-01", age=30, partner=70)))
    assert "svb" not in _codes(reken(gezin("2026-07-01", age=30, partner=60)))


def test_after_the_last_amounts_it_says_so_and_uses_them() -> None:
    assert "bedragen_verouderd" not in _codes(reken(gezin("2026-12-31")))
    later = reken(gezin("2027-01-01"))
    assert "bedragen_verouderd" in _codes(later)
    assert (later["norm"]["incl_vakantietoeslag"], later["versie"]["bedragen"]) == (ALLEEN_2026, "2026-07-01")
