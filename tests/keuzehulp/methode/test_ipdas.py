"""The quality list of the method (after IPDAS, self-assessed): the parts that the pure method carries.

`docs/keuzehulp.md` gives each item its tests or the reason why there is none; the last test here keeps that table true.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from opstap.keuzehulp.methode.argumenten import research
from opstap.keuzehulp.methode.model import RIJEN, Catalogus
from opstap.keuzehulp.methode.uitkomst import Optie, Uitkomst
from tests.keuzehulp.methode.conftest import DAG, choose

WORTEL = Path(__file__).resolve().parents[3]
TABEL = WORTEL / "docs" / "keuzehulp.md"
ITEMS = [*(f"Q{number}" for number in range(1, 7)), *(f"C{number}" for number in range(1, 7)), *map(str, range(7, 19))]
KARIM = {
    "doel": "ontdekken wat bij mij past",
    "belangrijk": ["rustig opbouwen", "werk dat bij mij past"],
    "energie": "4-12",
    "zoeken": "ik weet niet waar te beginnen",
}


@pytest.fixture(scope="module")
def found() -> Uitkomst:
    return choose(KARIM, weegt=["rustig opbouwen"])


@pytest.fixture(scope="module")
def columns(found: Uitkomst) -> list[Optie]:
    return [*found.opties, *found.ernaast, found.niets_extra]


def test_q3_there_is_always_a_column_without_action(found: Uitkomst) -> None:
    assert 3 <= len(found.opties) <= 4
    assert len(found.ernaast) <= 3
    assert found.niets_extra.instrument == "nog-niets"
    assert found.niets_extra.voor
    assert found.niets_extra.tegen


def test_q4_every_argument_names_its_kind_and_source(columns: list[Optie], catalogus: Catalogus) -> None:
    craft = {line.id for lines in catalogus.vakkennis.values() for line in lines}
    known = {"uw_woorden": set(catalogus.vragen), "onderzoek": set(catalogus.studies), "vakkennis": craft}
    for optie in columns:
        for argument in (*optie.voor, *optie.tegen):
            assert argument.bron in known[argument.soort]
            assert argument.bron_tekst


def test_q5_every_option_has_at_least_one_argument_against(catalogus: Catalogus) -> None:
    for key in catalogus.instrumenten:
        assert any(line.kant == "tegen" for line in catalogus.vakkennis[key])


def test_q6_c1_the_same_rows_are_filled_for_every_option(columns: list[Optie]) -> None:
    for optie in columns:
        assert tuple(optie.rijen) == RIJEN
        assert all(optie.rijen.values())


def test_c1_no_option_is_told_much_longer_than_another(catalogus: Catalogus) -> None:
    sizes = [sum(len(text.split()) for text in one.rijen.values()) for one in catalogus.instrumenten.values()]
    assert max(sizes) < 2.5 * min(sizes)


def test_c2_no_link_is_dead_and_none_hangs_on_an_unchecked_study(columns: list[Optie], catalogus: Catalogus) -> None:
    for optie in columns:
        for argument in (*optie.voor, *optie.tegen):
            if argument.soort == "onderzoek":
                assert catalogus.studies[argument.bron].nagekeken


@pytest.mark.parametrize(
    ("help_", "study", "told", "never"),
    [
        ("jobcoach", "Fadyl2020", "Hulp als IPS", "Hulp op de werkplek hielp"),
        ("jobcoach", "Fadyl2020", "Over andere hulp is te weinig bekend", "lichte psychische"),
        ("werkervaringsplek", "Vooren2019", "ging over banen met geld van de overheid", "zoekt minder"),
        ("bemiddeling", "Goller2021", "drie soorten hulp snel en lang", "het snelst"),
        ("bijverdienen", "Amsterdam-exp2021", "met extra aandacht", "In Amsterdam hadden mensen"),
        ("vaste-begeleider", "BIP2017", "Welke begeleider u hebt", "100"),
        ("ondernemen", "CaliendoKunn2011", "na vijf jaar vaker werk", "vijf mensen"),
        ("ips", "IPS-NL2022", "geen groep om mee te vergelijken", "veel mensen"),
    ],
)
def test_c2_a_study_is_not_made_to_say_more_than_its_source(
    catalogus: Catalogus, help_: str, study: str, told: str, never: str
) -> None:
    link = next(one for one in catalogus.instrumenten[help_].koppelingen if one.studie == study)
    sides = [research(link, catalogus.studies[study], side, catalogus, DAG) for side in ("voor", "tegen")]
    said = " ".join(one.tekst for one in sides if one)
    assert told in said
    assert never not in said


def test_c3_every_option_and_every_signed_argument_has_a_date(columns: list[Optie]) -> None:
    for optie in columns:
        assert optie.bijgewerkt_op
        for argument in (*optie.voor, *optie.tegen):
            assert (argument.bijgewerkt_op is None) == (argument.soort == "uw_woorden")


def test_c5_uncertainty_is_said_in_words(catalogus: Catalogus, columns: list[Optie]) -> None:
    for letter in "ABCDE":
        assert catalogus.zinnen[f"klasse_{letter}"]
    assert all(optie.zekerheid_tekst for optie in columns)
    never = choose({"doel": "eerst rust en overzicht", "energie": "0-4"})
    assert any("Niet onderzocht" in optie.zekerheid_tekst for optie in never.opties if optie.zekerheid == "E")


def test_c6_who_paid_and_who_gives_the_help_is_said(catalogus: Catalogus) -> None:
    assert all(studie.betaald_door for studie in catalogus.studies.values())
    assert all(one.wie_levert for one in catalogus.instrumenten.values())


def test_8_chances_have_one_denominator_both_groups_and_a_range(catalogus: Catalogus) -> None:
    told = choose({}).niets_extra
    text = next(argument.tekst for argument in told.tegen if argument.bron == "Smedslund2006")
    assert "Van de 100 mensen met hulp hadden er na één jaar ongeveer 61 werk" in text
    assert "Van de 100 mensen zonder hulp waren dat er 58" in text
    assert "tussen bijna 0 en 11" in text
    for studie in catalogus.studies.values():
        if studie.van_de_100 is not None:
            assert studie.nagekeken
            assert studie.van_de_100.marge
            assert re.search(r"één|twee|drie|derde|maand", studie.van_de_100.termijn), studie.id


def test_8_a_relative_number_never_stands_with_an_option(catalogus: Catalogus) -> None:
    for key in catalogus.instrumenten:
        found = choose({"doel": "een eigen bedrijf"}) if key == "ondernemen" else choose({})
        for optie in (*found.opties, *found.ernaast, found.niets_extra):
            for argument in (*optie.voor, *optie.tegen):
                assert not re.search(r"risicoratio|odds|hazard|procentpunt|%|keer zo", argument.tekst)


def test_12_why_here_tells_the_whole_rule_and_names_the_answers(found: Uitkomst) -> None:
    first = found.opties[0]
    assert "rustig opbouwen" in first.waarom_hier
    assert "telt dubbel" in first.waarom_hier
    assert "De hele regel" in first.waarom_hier
    assert "lot" in first.waarom_hier


def test_17_waiting_is_a_row_and_never_a_filter(columns: list[Optie]) -> None:
    assert all(optie.rijen["wachttijd"] for optie in columns)


def table() -> dict[str, str]:
    rows = re.findall(r"^\| (Q\d|C\d|\d+) \|[^|]*\|([^|]*)\|$", TABEL.read_text(encoding="utf-8"), re.MULTILINE)
    return dict(rows)


@pytest.mark.parametrize("item", ITEMS)
def test_every_item_has_a_test_or_a_reason(item: str) -> None:
    cell = table()[item]
    named = re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", cell)
    assert named or "Reden:" in cell
    for path, name in named:
        text = (WORTEL / path).read_text(encoding="utf-8")
        assert not name or f"def {name}(" in text
