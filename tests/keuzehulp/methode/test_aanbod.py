"""Local supply fills the rows; what is full, old or stopped sinks and is named, but hides nothing."""

from __future__ import annotations

from datetime import date

from opstap.keuzehulp.methode.aanbod import Aanbod
from tests.keuzehulp.methode.conftest import choose, places

VROEG = {"doel": "een beroep of diploma", "belangrijk": ["leren"]}
VRIJ = Aanbod("Werk en les", "De Werkschool", date(2027, 1, 1), plaats="Stationsweg 4", wachttijd="over 3 weken")
VOL = Aanbod("Leerhuis", "Het Leerhuis", date(2027, 1, 1), plaats="Markt 1", plekken_vrij=0, wachttijd="in maart")
OUD = Aanbod("Oud plan", "Bureau", date(2026, 1, 1), plaats="Kade 2")
GESTOPT = Aanbod("Gestopt", "Bureau", date(2027, 1, 1), plaats="Nergens", gestopt=True)


def test_the_first_fresh_and_free_supply_fills_the_rows() -> None:
    optie = choose(VROEG, aanbod={"leerwerk": [OUD, VOL, VRIJ]}).opties[0]
    assert optie.rijen["plaats"] == "Stationsweg 4"
    assert optie.rijen["wachttijd"] == "over 3 weken"
    assert optie.aanbod[0].startswith("Werk en les")
    assert len(optie.aanbod) == 3


def test_stale_supply_warns_and_sinks() -> None:
    found = choose(VROEG, aanbod={"leerwerk": [OUD, VOL]})
    assert found.opties[0].rijen["plaats"] == "Markt 1"
    assert any("Oud plan" in line for line in found.waarschuwingen)


def test_full_supply_says_so_and_keeps_its_place() -> None:
    free, full = choose(VROEG, aanbod={"leerwerk": [VRIJ]}), choose(VROEG, aanbod={"leerwerk": [VOL]})
    assert places(free) == places(full)
    assert full.opties[0].rijen["wachttijd"].startswith("Nu vol")


def test_no_supply_or_only_stopped_supply_hides_nothing() -> None:
    for supply in ({}, {"leerwerk": [GESTOPT]}):
        found = choose(VROEG, aanbod=supply)
        assert places(found) == places(choose(VROEG))
        assert "geen plek" in found.opties[0].rijen["wachttijd"]


def test_without_a_known_supply_the_general_text_stands() -> None:
    assert "geen plek" not in choose(VROEG).opties[0].rijen["wachttijd"]
