"""Local results: shown only by the rules, drawn towards the literature, never below 25 people."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from statistics import fmean
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opstap.keuzehulp.methode.gemeten import Meting, NietToonbaar, check, shrink
from tests.keuzehulp.methode.conftest import DAG, choose

METING = Meting(
    instrument="leerwerk",
    uitkomst="werk",
    termijn_maanden=12,
    n_met=150,
    n_zonder=150,
    zonder_van_de_100=30.0,
    schatting=9.0,
    standaardfout=2.0,
    modellen=(8.0, 7.0),
    overlap=0.9,
    placebo=0.5,
    placebo_standaardfout=2.0,
    literatuur=4.0,
    literatuur_standaardfout=1.0,
    gemeten_op=date(2026, 9, 1),
    herzien_voor=date(2027, 9, 1),
    gepubliceerd_in="jaarverslag 2026",
)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"n_met": 24}, "minder dan 25"),
        ({"n_zonder": 0}, "minder dan 25"),
        ({"termijn_maanden": 3}, "6, 12 of 24"),
        ({"gepubliceerd_in": " "}, "openbaar"),
        ({"herzien_voor": date(2026, 1, 1)}, "op tijd"),
        ({"zonder_van_de_100": 120.0}, "niet bekend"),
        ({"overlap": 0.2}, "leek"),
        ({"modellen": (8.0,)}, "twee rekenwijzen"),
        ({"modellen": (8.0, -1.0)}, "verschillende kanten"),
        ({"placebo": 9.0}, "vóór het begin"),
        ({"standaardfout": 0.0}, "marge"),
        ({"schatting": float("nan"), "modellen": (float("nan"), float("nan"))}, "marge"),
    ],
)
def test_a_result_that_breaks_a_rule_is_not_shown(change: dict[str, Any], why: str) -> None:
    bad = replace(METING, **change)
    with pytest.raises(NietToonbaar, match=why):
        check(bad, DAG)
    shown = choose({"doel": "een beroep of diploma"}, metingen=[bad]).opties[0]
    assert all(argument.soort != "hier_gemeten" for argument in (*shown.voor, *shown.tegen))


def test_a_good_result_shows_both_groups_and_the_range() -> None:
    optie = choose({"doel": "een beroep of diploma", "belangrijk": ["leren"]}, metingen=[METING]).opties[0]
    assert optie.instrument == "leerwerk"
    found = [argument for argument in optie.voor if argument.soort == "hier_gemeten"]
    assert len(found) == 1
    assert "30 van de 100" in found[0].tekst
    assert "tussen 35 en 42" in found[0].tekst
    assert found[0].bron == "jaarverslag 2026"


def test_an_unclear_result_speaks_against_and_says_so() -> None:
    weak = replace(METING, schatting=1.0, modellen=(0.5, 1.5), standaardfout=6.0, literatuur=0.0)
    optie = choose({"doel": "een beroep of diploma", "belangrijk": ["leren"]}, metingen=[weak]).opties[0]
    found = [argument for argument in optie.tegen if argument.soort == "hier_gemeten"]
    assert "geen duidelijk verschil" in found[0].tekst


def test_the_order_never_looks_at_local_results() -> None:
    plain = choose({"doel": "een beroep of diploma"})
    measured = choose({"doel": "een beroep of diploma"}, metingen=[METING])
    assert [one.instrument for one in plain.opties] == [one.instrument for one in measured.opties]


def test_shrinking_is_the_closed_formula() -> None:
    found = shrink(10.0, 3.0, 4.0, 0.0, 3.0)
    assert found.effect == pytest.approx(7.0)
    assert found.hoog - found.effect == pytest.approx(1.96 * 3 / 2**0.5)
    assert shrink(10.0, 0.001, 4.0).effect == pytest.approx(10.0, abs=1e-4)
    assert shrink(10.0, 500.0, 4.0).effect == pytest.approx(4.0, abs=0.01)


@given(
    local=st.floats(-50, 50),
    se=st.floats(0.1, 30),
    prior=st.floats(-20, 20),
    prior_se=st.floats(0, 10),
    spread=st.floats(0.5, 10),
)
def test_the_shrunk_effect_lies_between_local_and_literature_and_is_surer(
    local: float, se: float, prior: float, prior_se: float, spread: float
) -> None:
    found = shrink(local, se, prior, prior_se, spread)
    assert min(local, prior) - 1e-9 <= found.effect <= max(local, prior) + 1e-9
    assert found.laag <= found.effect <= found.hoog
    assert found.hoog - found.laag <= 2 * 1.96 * se + 1e-9


@pytest.mark.parametrize("bad", [(1.0, 0.0, 1.0), (1.0, -2.0, 1.0), (float("inf"), 1.0, 1.0)])
def test_a_margin_that_is_no_margin_is_refused(bad: tuple[float, float, float]) -> None:
    with pytest.raises(ValueError, match="finite"):
        shrink(*bad)


def test_in_a_known_world_shrinking_beats_both_and_covers() -> None:
    """Twelve kinds of help with a known truth, a wide spread (6 points), about 150 people a group."""
    draw = random.Random(314)
    raw, drawn, literature, covered = [], [], [], []
    for _ in range(300):
        for _ in range(12):
            truth = draw.gauss(4.0, 4.0)
            se = 4.1
            local = draw.gauss(truth, se)
            found = shrink(local, se, 4.0, 1.0)
            raw.append((local - truth) ** 2)
            literature.append((4.0 - truth) ** 2)
            drawn.append((found.effect - truth) ** 2)
            covered.append(found.laag <= truth <= found.hoog)
    assert fmean(drawn) < min(fmean(raw), fmean(literature))
    assert 0.93 <= fmean(covered) <= 0.99
