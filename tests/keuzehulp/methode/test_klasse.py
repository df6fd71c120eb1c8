"""The class of the evidence: from checked links only, and one step lower when content is out of date."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from opstap.keuzehulp.methode.klasse import klasse, klasse_on, outdated, weight
from opstap.keuzehulp.methode.model import Catalogus, Koppeling, Studie
from tests.keuzehulp.methode.conftest import DAG, choose


@pytest.fixture
def studie(catalogus: Catalogus) -> Studie:
    return replace(catalogus.studies["Liu2014"], nagekeken=True, zekerheid="matig", directheid="hoog")


def classed(catalogus: Catalogus, *pairs: tuple[str, Studie]) -> str:
    links = tuple(Koppeling(f"s{number}", strekking, "x", "x") for number, (strekking, _) in enumerate(pairs))
    studies = {f"s{number}": one for number, (_, one) in enumerate(pairs)}
    return klasse(replace(catalogus.instrumenten["cv-hulp"], koppelingen=links), studies)


def test_weight_is_certainty_plus_directness(studie: Studie) -> None:
    assert weight(studie) == 3
    assert weight(replace(studie, zekerheid="hoog")) == 4
    assert weight(replace(studie, zekerheid="zeer laag", directheid="laag")) == -1


def test_the_classes_follow_the_rule(catalogus: Catalogus, studie: Studie) -> None:
    heavy, middle = studie, replace(studie, directheid="middel")
    light = replace(studie, zekerheid="laag", directheid="middel")
    assert classed(catalogus, ("voor", heavy)) == "A"
    assert classed(catalogus, ("voor", heavy), ("tegen", light)) == "A"
    assert classed(catalogus, ("voor", heavy), ("tegen", middle)) == "B"
    assert classed(catalogus, ("voor", middle)) == "B"
    assert classed(catalogus, ("voor", middle), ("tegen", middle)) == "C"
    assert classed(catalogus, ("voor", heavy), ("gemengd", heavy)) == "C"
    assert classed(catalogus, ("voor", light)) == "C"
    assert classed(catalogus, ("tegen", heavy)) == "D"
    assert classed(catalogus, ("gemengd", heavy)) == "D"
    assert classed(catalogus) == "E"
    assert classed(catalogus, ("geen", heavy), ("tegen_voor_groep", heavy)) == "E"


def test_an_unchecked_study_and_a_study_about_choosing_never_count(catalogus: Catalogus, studie: Studie) -> None:
    assert classed(catalogus, ("voor", replace(studie, nagekeken=False))) == "E"
    assert classed(catalogus, ("voor", replace(studie, soort="beslishulp"))) == "E"


@pytest.mark.parametrize(
    "key", ["cv-hulp", "basisvaardigheden", "diploma-waardering", "praktisch", "dagstructuur", "inkomenscheck"]
)
def test_what_was_never_studied_is_class_e_and_says_so(catalogus: Catalogus, key: str) -> None:
    assert klasse(catalogus.instrumenten[key], catalogus.studies) == "E"
    assert "niet onderzocht" in catalogus.zinnen["klasse_E"].lower()


def test_outdated_content_warns_and_costs_a_class(catalogus: Catalogus) -> None:
    later = date(2031, 1, 1)
    for one in catalogus.instrumenten.values():
        now, then = (klasse_on(one, catalogus.studies, day) for day in (DAG, later))
        assert outdated(one, catalogus.studies, DAG) == ()
        assert then == {"A": "B", "B": "C"}.get(now, now)
    fresh, stale = choose({"doel": "een beroep of diploma"}), choose({"doel": "een beroep of diploma"}, peildatum=later)
    assert fresh.waarschuwingen == ()
    assert any("22 november 2027" in line for line in stale.waarschuwingen)
    assert all("Let op" in optie.waarom_hier for optie in stale.opties)
    assert fresh.opties[0].zekerheid < stale.opties[0].zekerheid


def test_the_review_day_itself_still_counts(catalogus: Catalogus) -> None:
    one = catalogus.instrumenten["leerwerk"]
    assert outdated(one, catalogus.studies, date(2027, 11, 22)) == ()
    assert "leerwerk" in outdated(one, catalogus.studies, date(2027, 11, 23))


def test_one_outdated_study_is_enough_to_warn(catalogus: Catalogus) -> None:
    one = catalogus.instrumenten["leerwerk"]
    old = catalogus.studies["SBU2022-werkplek"]
    stale = replace(old, herkomst=replace(old.herkomst, herzien_voor=date(2026, 11, 21)))
    assert klasse_on(one, {**catalogus.studies, old.id: stale}, DAG) == "B"
