"""What must hold for every household: stated as properties and tried on many drawn at random."""

from __future__ import annotations

import random
from copy import deepcopy
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from opstap.kern.geld import Geld
from opstap.recht.regels.herreken import verschillen
from opstap.recht.regels.reken import lees, reken, werk_uit
from tests.recht.regels.huishoudens import gezin, jaren_eerder, willekeurig

SEEDS = st.integers(min_value=0, max_value=2**32 - 1)
many = settings(max_examples=150, deadline=None, derandomize=True)


def _values(household: dict[str, Any]) -> dict[str, Any]:
    lezing, day = lees(household)
    return werk_uit(lezing.feiten, day)


@many
@given(SEEDS)
def test_the_trace_recomputes_to_the_outcome(seed: int) -> None:
    assert verschillen(reken(willekeurig(random.Random(seed)))) == []


@many
@given(SEEDS)
def test_no_amount_is_negative_and_the_parts_are_the_whole(seed: int) -> None:
    answer = reken(willekeurig(random.Random(seed)))
    shown = [answer["inkomen_in_aanmerking"], answer["vermogen"]["in_aanmerking"], *answer["per_persoon"].values()]
    shown += [
        (answer["norm"] or {}).get("incl_vakantietoeslag"),
        (answer["uitkering"] or {}).get("excl_vakantietoeslag"),
    ]
    assert all(Geld.parse(each).cents >= 0 for each in shown if each is not None)
    if answer["per_persoon"]:
        total = sum(Geld.parse(each).cents for each in answer["per_persoon"].values())
        assert total == Geld.parse(answer["uitkering"]["incl_vakantietoeslag"]).cents


@many
@given(SEEDS, st.integers(min_value=1, max_value=200_000))
def test_more_own_wages_never_give_a_higher_benefit(seed: int, meer: int) -> None:
    household = willekeurig(random.Random(seed))
    richer = deepcopy(household)
    richer["inkomsten"] = [
        *(household.get("inkomsten") or []),
        {"persoon": "a", "soort": "loon", "netto": str(Geld(meer))},
    ]
    poorer = {**household, "inkomsten": household.get("inkomsten") or []}
    before, after = _values(poorer), _values(richer)
    assert after["uitkering"] <= before["uitkering"]
    assert after["inkomen"] >= before["inkomen"] or before["inkomen_bekend"] != after["inkomen_bekend"]


@many
@given(SEEDS, st.integers(min_value=1, max_value=200_000))
def test_income_and_benefit_together_never_fall_when_someone_earns_more(seed: int, meer: int) -> None:
    """Working never makes a household poorer in the month, as far as this law goes, while the right stays."""
    household = willekeurig(random.Random(seed))
    household["inkomsten"] = household.get("inkomsten") or []
    richer = deepcopy(household)
    richer["inkomsten"].append({"persoon": "a", "soort": "overig", "netto": str(Geld(meer))})
    before, after = _values(household), _values(richer)
    if before["uitkomst"] == after["uitkomst"] == 1:
        assert after["hoogte"] + meer >= before["hoogte"]


@many
@given(SEEDS)
def test_one_more_who_shares_the_cost_never_raises_the_norm(seed: int) -> None:
    household = willekeurig(random.Random(seed))
    fuller = deepcopy(household)
    on = date.fromisoformat(household["peildatum"])
    fuller["personen"].append({"id": "nieuw", "rol": "medebewoner", "geboortedatum": jaren_eerder(on, 50)})
    before, after = _values(household), _values(fuller)
    assert after["kostendelers"] == before["kostendelers"] + 1
    # with a spouse of 18 to 20 the law itself does: art. 20 knows no AOW age, art. 22a lid 3 (B of art. 22) does
    aow_with_young = before["situatie_norm"] == 1 and {before["klasse_a"], before["klasse_p"]} == {0, 2}
    if before["norm_bekend"] and after["norm_bekend"] and not aow_with_young:
        assert after["norm"] <= before["norm"]


@many
@given(SEEDS)
def test_more_capital_never_gives_a_right(seed: int) -> None:
    household = willekeurig(random.Random(seed))
    richer = deepcopy(household)
    richer["vermogen"] = [*(household.get("vermogen") or []), {"soort": "banktegoed", "waarde": "9999.99"}]
    if reken({**household, "vermogen": household.get("vermogen") or []})["uitkomst"] == "geen_recht":
        assert reken(richer)["uitkomst"] != "recht"


@many
@given(SEEDS)
def test_learning_a_missing_fact_never_turns_a_refusal_into_a_right(seed: int) -> None:
    """No right, said while something is not known, stays no right whatever that turns out to be."""
    rng = random.Random(seed)
    household = willekeurig(rng)
    for key, value in (("in_inrichting", False), ("rechtmatig_verblijf", True), ("inkomsten", []), ("vermogen", [])):
        if household.get(key) is None and reken(household)["uitkomst"] == "geen_recht":
            assert reken({**household, key: value})["uitkomst"] == "geen_recht"


@many
@given(SEEDS)
def test_missing_facts_and_the_outcome_agree(seed: int) -> None:
    answer = reken(willekeurig(random.Random(seed)))
    assert bool(answer["ontbreekt"]) is (answer["uitkomst"] == "nog_niet_te_bepalen")


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_persons_and_amounts_does_not_matter(seed: int) -> None:
    rng = random.Random(seed)
    for _ in range(40):
        household = willekeurig(rng)
        mixed = deepcopy(household)
        for key in ("personen", "inkomsten", "vermogen"):
            if mixed.get(key):
                rng.shuffle(mixed[key])
        first, second = reken(household), reken(mixed)
        for key in (
            "uitkomst",
            "norm",
            "inkomen_in_aanmerking",
            "vermogen",
            "uitkering",
            "per_persoon",
            "let_op",
            "ontbreekt",
        ):
            assert first[key] == second[key], household


def test_a_changed_answer_is_caught_by_the_check_of_its_steps() -> None:
    answer = reken(gezin("2026-07-01", leden=(50,)))
    assert verschillen(answer) == []
    wrong = deepcopy(answer)
    next(each for each in wrong["stappen"] if each["regel"] == "norm")["uitkomst"] = "1.00"
    assert any("norm: opnieuw uitgerekend 1013.90" in line for line in verschillen(wrong))
    wrong = deepcopy(answer)
    wrong["uitkering"]["incl_vakantietoeslag"] = "1.00"
    assert verschillen(wrong) == ["uitkering: bovenaan staat 1.00, de stap zegt 1013.90"]


def test_the_same_household_gives_the_same_answer_again() -> None:
    rng = random.Random(5)
    for _ in range(20):
        household = willekeurig(rng)
        kept = deepcopy(household)
        assert reken(household) == reken(household)
        assert household == kept
