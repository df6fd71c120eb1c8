"""The four weeks of Pw art. 41 lid 4 with the exceptions since July 2023, and the papers about school."""

from datetime import date

import pytest

from opstap.termijn import Persoon
from tests.termijn.zaken import dag, g, loop

JONG = Persoon("aanvrager", date(2003, 5, 1))
JONGE_PARTNER = Persoon("partner", date(2002, 1, 1))
MELDING = g("melding", "03-02")


def test_who_is_younger_than_27_searches_four_weeks_first():
    clock = loop(MELDING, personen=(JONG,), op="03-10")
    term = clock["zoektermijn"]
    assert (term.uiterlijk, term.aan_zet, term.staat) == (dag("03-30"), "inwoner", "loopt")
    assert clock.get("aanvraag_direct") is None
    assert clock.wie_is_aan_zet == "inwoner"


def test_who_is_27_can_apply_at_once_and_the_municipality_makes_that_possible():
    clock = loop(MELDING, op="03-10")
    term = clock["aanvraag_direct"]
    assert (term.uiterlijk, term.artikel, term.aan_zet) == (dag("03-02"), "art. 41 lid 12 Pw", "gemeente")
    assert clock.get("zoektermijn") is None


@pytest.mark.parametrize(
    ("personen", "vanaf"),
    [
        # 27 on the day of the melding itself
        ((Persoon("aanvrager", date(1999, 3, 2)),), None),
        # 27 in two weeks: from that day there is no search term any more
        ((Persoon("aanvrager", date(1999, 3, 16)),), "03-16"),
        ((Persoon("aanvrager", date(1999, 3, 31)),), "03-30"),
        # one partner of 27 is enough
        ((JONG, Persoon("partner", date(1999, 1, 1))), None),
        ((JONG, JONGE_PARTNER), "03-30"),
        # children and housemates do not ask for anything
        ((JONG, Persoon("medebewoner", date(1960, 1, 1)), Persoon("kind", date(2024, 1, 1))), "03-30"),
        # the exceptions: for one of the two is enough
        ((Persoon("aanvrager", date(2003, 5, 1), medisch_urenbeperkt=True),), None),
        ((JONG, Persoon("partner", date(2002, 1, 1), doelgroep_loonkostensubsidie=True)), None),
        ((Persoon("aanvrager", date(2003, 5, 1), medisch_urenbeperkt=False),), "03-30"),
        # practical education up to a year before
        ((Persoon("aanvrager", date(2007, 5, 1), praktijkonderwijs_tot=date(2025, 6, 30)),), None),
        ((Persoon("aanvrager", date(2007, 5, 1), praktijkonderwijs_tot=date(2025, 3, 2)),), None),
        ((Persoon("aanvrager", date(2007, 5, 1), praktijkonderwijs_tot=date(2025, 3, 1)),), "03-30"),
    ],
)
def test_the_search_term_and_its_exceptions(personen, vanaf):
    clock = loop(MELDING, personen=personen, op="03-03")
    if vanaf is None:
        assert clock.get("zoektermijn") is None
        assert clock["aanvraag_direct"].uiterlijk == dag("03-02")
    else:
        assert clock["zoektermijn"].uiterlijk == dag(vanaf)
        assert clock.get("aanvraag_direct") is None


@pytest.mark.parametrize(
    ("melding", "beperkt", "vanaf"),
    [
        ("2023-06-15", False, "2023-07-13"),
        ("2023-06-15", True, "2023-07-01"),  # the exception began on 1 July 2023
        ("2023-05-01", True, "2023-05-29"),
    ],
)
def test_the_exceptions_began_in_july_2023(melding, beperkt, vanaf):
    young = (Persoon("aanvrager", date(2003, 5, 1), medisch_urenbeperkt=beperkt),)
    assert loop(g("melding", melding), personen=young, op=melding)["zoektermijn"].uiterlijk == dag(vanaf)


def test_before_2026_there_was_another_article_for_applying_at_once():
    assert (
        loop(g("melding", "2025-05-06"), op="2025-05-06")["aanvraag_direct"].artikel == "art. 43 lid 1 en 44 lid 2 Pw"
    )


def test_waiting_is_never_made_longer_by_a_weekend():
    # 28 days after Sunday 8 March is Easter Sunday
    assert loop(g("melding", "03-08"), personen=(JONG,))["zoektermijn"].uiterlijk == dag("04-05")


@pytest.mark.parametrize("personen", [None, (), (Persoon("aanvrager"),), (JONG, Persoon("partner"))])
def test_without_birth_dates_it_is_not_known_and_asked(personen):
    clock = loop(MELDING, personen=personen)
    assert (clock["zoektermijn"].staat, clock["zoektermijn"].uiterlijk) == ("onbekend", None)
    assert clock.ontbreekt[0]["gegeven"] == "personen.geboortedatum"


def test_an_application_inside_the_four_weeks_is_still_an_application():
    clock = loop(MELDING, g("aanvraag", "03-09"), personen=(JONG,), op="03-10")
    assert clock["beslistermijn"].berekend == dag("05-04")
    assert [row["code"] for row in clock.let_op] == ["aanvraag_in_zoektermijn"]


def test_papers_about_school_come_with_the_application_or_within_four_weeks():
    with_term = loop(MELDING, g("aanvraag", "03-31"), personen=(JONG,), op="03-31")
    assert with_term["onderwijsdocumenten_u27_met"].uiterlijk == dag("03-31")
    limited = (Persoon("aanvrager", date(2003, 5, 1), medisch_urenbeperkt=True),)
    outage = [g("storing_begin", "03-29"), g("storing_einde", "03-30")]
    assert loop(MELDING, personen=limited)["onderwijsdocumenten_u27_zonder"].uiterlijk == dag("03-30")
    assert loop(MELDING, *outage, personen=limited)["onderwijsdocumenten_u27_zonder"].uiterlijk == dag("04-01")
    older = loop(MELDING)
    assert older.get("onderwijsdocumenten_u27_zonder") is None
    assert older.get("onderwijsdocumenten_u27_met") is None


def test_somebody_born_on_29_february_turns_27_on_1_march():
    leap = (Persoon("aanvrager", date(2000, 2, 29)),)
    assert loop(g("melding", "2027-02-15"), personen=leap, op="2027-02-15")["zoektermijn"].uiterlijk == dag(
        "2027-03-01"
    )
