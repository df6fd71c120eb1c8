"""Hand-worked households from the text of the law, given/when/then, and the proof that no rule and no change lacks one.

`wetgevallen/*.yaml`: per household `gegeven` (a document of contract 2 without its day), and per day `wanneer` what the
law then says: `dan`, with `want` the sum or reason worked out by hand. A name in `dan` is a path in the answer;
`stap.x` is the outcome of rule x; `let_op`, `geen_let_op` and `ontbreekt` are codes that must, or must not, be there.
`wijzigingen.yaml`: each change of the law since 2018, and the cases on both sides of its date.
"""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from opstap.recht.regels.boek import MODULES, boek, regels_van
from opstap.recht.regels.motor import Regel
from opstap.recht.regels.reken import reken

KAMER = Path(__file__).parent / "wetgevallen"
WIJZIGINGEN: list[dict[str, Any]] = yaml.safe_load((KAMER / "wijzigingen.yaml").read_text(encoding="utf-8"))
GEVALLEN: list[dict[str, Any]] = [
    case
    for path in sorted(KAMER.glob("*.yaml"))
    if path.name != "wijzigingen.yaml"
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]
REGELS = [each for module in MODULES for each in regels_van(module)]


def _codes(answer: dict[str, Any], list_of: str) -> set[str]:
    return {each.get("code") or each.get("gegeven") for each in answer[list_of]}


def _says(answer: dict[str, Any], name: str) -> Any:
    if name.startswith("stap."):
        steps = {step["regel"]: step["uitkomst"] for step in answer["stappen"]}
        assert name[5:] in steps, f"{name[5:]} is no step of this answer"
        return steps[name[5:]]
    value: Any = answer
    for part in name.split("."):
        value = value[part]
    return value


@pytest.mark.parametrize(
    ("case", "moment"),
    [
        pytest.param(case, moment, id=f"{case['naam']} op {moment['wanneer']}")
        for case in GEVALLEN
        for moment in case["gevallen"]
    ],
)
def test_a_household_gets_what_the_law_says_on_that_day(case: dict[str, Any], moment: dict[str, Any]) -> None:
    answer = reken({"peildatum": moment["wanneer"].isoformat(), **case["gegeven"], **moment.get("en", {})})
    for name, expected in moment["dan"].items():
        if name in ("let_op", "ontbreekt"):
            assert set(expected) <= _codes(answer, name)
        elif name == "geen_let_op":
            assert not set(expected) & _codes(answer, "let_op")
        else:
            assert _says(answer, name) == expected, f"{name}: {moment['want']}"


def test_each_case_says_which_article_and_how_it_was_worked_out() -> None:
    names = [case["naam"] for case in GEVALLEN]
    assert len(names) == len(set(names))
    known = {each.naam for each in REGELS}
    for case in GEVALLEN:
        assert case["artikel"], case["naam"]
        assert set(case["regels"]) <= known, case["naam"]
        assert all(moment["want"] and moment["dan"] for moment in case["gevallen"]), case["naam"]


def _days(naam: str) -> set[date]:
    return {moment["wanneer"] for case in GEVALLEN if naam in case["regels"] for moment in case["gevallen"]}


@pytest.mark.parametrize("each", [each for each in REGELS if each.tekst], ids=lambda each: each.naam)
def test_every_rule_that_is_told_has_a_case_in_its_period(each: Regel) -> None:
    assert any(each.holds(day) for day in _days(each.naam)), f"{each.waar}no case of {each.naam} in {each.vanaf}"


@pytest.mark.parametrize("each", [each for each in REGELS if each.tot], ids=lambda each: f"{each.naam}-{each.tot}")
def test_a_rule_that_changed_has_one_household_with_another_outcome_before_and_after(each: Regel) -> None:
    assert any(_decides(case, each) for case in GEVALLEN if each.naam in case["regels"]), each.naam


def _decides(case: dict[str, Any], each: Regel) -> bool:
    moments = sorted(case["gevallen"], key=lambda moment: moment["wanneer"])
    return any(
        before["wanneer"] < each.tot <= after["wanneer"] and before["dan"] != after["dan"]
        for before, after in pairwise(moments)
    )


@pytest.mark.parametrize("change", WIJZIGINGEN, ids=lambda each: f"{each['artikel']} {each['datum']}")
def test_a_change_of_the_law_has_a_case_before_and_after(change: dict[str, Any]) -> None:
    if change.get("zonder_gevolg"):
        return
    cases = [case for case in GEVALLEN if case["naam"] in change["gevallen"]]
    assert len(cases) == len(change["gevallen"]) > 0
    days = {moment["wanneer"] for case in cases for moment in case["gevallen"]}
    assert any(day < change["datum"] for day in days)
    assert any(day >= change["datum"] for day in days)


def test_every_version_in_the_book_is_a_change_that_is_listed() -> None:
    listed = {change["datum"] for change in WIJZIGINGEN}
    starts = {each.vanaf for versions in boek().regels.values() for each in versions[1:]}
    assert starts <= listed
