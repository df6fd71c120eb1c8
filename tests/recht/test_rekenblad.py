"""The calculation as people see it: the sum on top, and each step with the outcome that belongs to it."""

from __future__ import annotations

import pytest
from django.template import Context, Template

from opstap.kern.geld import Geld
from opstap.onderdelen.rekenblad import amounts, steps
from opstap.recht.regels.reken import reken
from tests.recht.regels.huishoudens import gezin

LOON = [{"persoon": "a", "soort": "loon", "netto": "400.00"}]
BEZIT = [{"soort": "banktegoed", "waarde": "1200.00"}, {"soort": "schuld", "waarde": "500.00"}]
HUISHOUDEN = gezin("2026-07-01", kind=5, inkomsten=LOON, vermogen=BEZIT)


def _rekensom(outcome: dict[str, object]) -> str:
    shown = Template("{% rekensom uitkomst %}").render(Context({"uitkomst": outcome}))
    return " ".join(shown.replace("\u00a0", " ").split())


def test_each_step_shows_the_outcome_that_belongs_to_it() -> None:
    made = steps(reken(HUISHOUDEN))
    by_number = {number: step.uitkomst for number, step in enumerate(made, 1)}
    assert by_number[7] == by_number[8] == Geld(141_946)
    assert by_number[10] == Geld(40_000)
    assert by_number[11] == Geld(70_000)
    assert by_number[12] == by_number[15] == Geld(101_946)
    assert [step.som for step in made].count(True) == 1


def test_a_step_that_says_yes_or_no_says_it_in_its_sentence_only() -> None:
    assert not {step.uitkomst for step in steps(reken(HUISHOUDEN))} & {"ja", "nee", "0"}


def test_the_sum_on_top_goes_from_the_norm_to_what_is_paid() -> None:
    outcome = reken(HUISHOUDEN)
    found = amounts(outcome)
    assert found["norm"] is not None
    assert found["inkomen"] is not None
    assert found["norm"] - found["inkomen"] == found["bijstand"]
    shown = _rekensom(outcome)
    for part in ("1.419,46", "400,00", "1.019,46", "700,00", "16.000,00"):
        assert part in shown


@pytest.mark.parametrize("key", ["inkomsten", "vermogen", "in_inrichting"])
def test_what_is_not_known_is_left_out_of_the_sum(key: str) -> None:
    document = {name: value for name, value in HUISHOUDEN.items() if name != key}
    shown = _rekensom(reken(document))
    assert "<tfoot>" not in shown
    assert ("1.419,46" in shown) is (key != "in_inrichting")
    assert ("16.000,00" in shown) is (key != "vermogen")
