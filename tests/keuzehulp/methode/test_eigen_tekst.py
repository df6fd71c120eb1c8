"""What the aid says of a kind of help in its own rows and notes also counts in the method, the same for each."""

from __future__ import annotations

import re

import pytest

from opstap.keuzehulp.methode.model import Catalogus
from opstap.keuzehulp.methode.uitkomst import Argument
from tests.keuzehulp.methode.conftest import beside, choose, places

ZONDER_REIS = re.compile(
    r"bellen|belt|naar u toe|bij u thuis|niet te reizen|niet (?:apart )?voor te reizen|kiest zelf|hangt af|helpen met"
)
"""Ways in which the row itself says that it can be had without going anywhere, or that it helps with travelling."""
GENOEMD = [
    ("sollicitatie-groep", "Er is al een baan in zicht.", "baan_in_zicht", "ja"),
    ("korte-cursus", "zonder werkgever in beeld", "baan_in_zicht", "nee"),
    ("gesubsidieerd-werk", "kans op gewoon werk", "baan_in_zicht", "ja"),
    ("netwerk-50", "behoefte aan rust", "doel", "eerst rust en overzicht"),
    ("bemiddeling", "eerst iets anders doen dan werken", "taalwens", "ja, eerst taal"),
    ("werkervaringsplek", "nu al gewoon aan het werk", "werktempo", "ja"),
    ("leerwerk", "snel geld verdienen", "belangrijk", "snel loon"),
    ("loonkostensubsidie", "zelf het minimumloon", "werktempo", "ja"),
    ("ondernemen", "vooral zekerheid", "belangrijk", "zekerheid"),
    ("uitzend", "zekerheid nodig", "belangrijk", "zekerheid"),
    ("ips", "dat uw behandelaar meedoet", "hulp_ggz", "ja maar liever niet"),
]
"""A note "liever niet" of a kind of help, and the answer of a person that says the same."""


def test_what_one_has_to_travel_to_asks_how_to_get_there_when_travelling_is_hard(catalogus: Catalogus) -> None:
    for key, one in catalogus.instrumenten.items():
        asks = any(thing.code == "reizen" for thing in one.eerst_regelen)
        assert asks == (ZONDER_REIS.search(one.rijen["reizen"]) is None), (key, one.rijen["reizen"])


def test_learning_a_trade_with_hard_travel_shows_the_travel_to_arrange() -> None:
    made = choose({"doel": "een beroep of diploma", "belangrijk": ["leren", "zekerheid"], "reizen": "heel moeilijk"})
    optie = next(one for one in made.opties if one.instrument == "beroepsscholing")
    assert "Samen uitzoeken hoe u er komt" in optie.eerst_regelen


@pytest.mark.parametrize(("key", "note", "vraag", "answer"), GENOEMD)
def test_a_note_that_an_answer_says_in_the_same_words_counts_as_a_clash(
    catalogus: Catalogus, key: str, note: str, vraag: str, answer: str
) -> None:
    one = catalogus.instrumenten[key]
    assert any(note in words for words in one.liever_niet)
    made = choose({vraag: answer}, naast=[key])
    assert (vraag, answer) in made.spoor[key].botst
    shown = [optie for optie in (*made.opties, *made.naast) if optie.instrument == key]
    assert any(own_words(row, vraag, catalogus.vragen[vraag].antwoorden[answer]) for row in shown[0].tegen)


def own_words(row: Argument, vraag: str, answer: str) -> bool:
    return (row.soort, row.bron) == ("uw_woorden", vraag) and answer in row.tekst


def test_a_group_to_learn_applying_gives_way_when_a_job_is_in_sight() -> None:
    for zaak in ("b0", "demo-1", "demo-17"):
        made = choose({"baan_in_zicht": "ja", "groep": "samen"}, zaak)
        shown = places(made)
        if "sollicitatie-groep" in shown and "netwerk-50" in shown:
            assert shown.index("netwerk-50") < shown.index("sollicitatie-groep")
        assert made.spoor["sollicitatie-groep"].key[1]
        assert not {"sollicitatie-groep"} & {*places(choose({"baan_in_zicht": "ja"}, zaak)), *beside(made)}


def test_a_course_without_an_employer_in_sight_stands_behind_what_fits_as_well() -> None:
    answers = {"doel": "zo snel mogelijk betaald werk", "baan_in_zicht": "nee"}
    for number in range(30):
        made = choose(answers, f"zaak-{number}")
        equal = [one for one in made.opties if one.spoor.aantal_redenen == made.spoor["korte-cursus"].aantal_redenen]
        assert "korte-cursus" not in [one.instrument for one in equal[:-1]]
        assert made.spoor["korte-cursus"].key[1]


def test_a_practical_answer_never_clashes_whatever_the_notes_say(catalogus: Catalogus) -> None:
    practical = {code for code, vraag in catalogus.vragen.items() if vraag.soort == "praktisch"}
    assert all(not practical & set(one.botst_met) for one in catalogus.instrumenten.values())
