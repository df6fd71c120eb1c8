"""Why something stands where it stands must be true, word for word: each sentence against the printed trace."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from opstap.keuzehulp.methode.klasse import KLASSEN
from opstap.keuzehulp.methode.laden import catalogus as load
from opstap.keuzehulp.methode.model import Catalogus
from opstap.keuzehulp.methode.uitkomst import Uitkomst
from tests.keuzehulp.methode.conftest import beside, choose, places, profiles

ZAAD = 20261126
RIJEN = {"hoofdstap": "opties", "ernaast": "ernaast"}
Rij = dict[str, Any]


def outcomes(count: int, **more: Any) -> Iterator[Uitkomst]:
    for share in (0.9, 0.6, 0.3):
        for number, (given, heavy) in enumerate(profiles(ZAAD, count, share)):
            yield choose(given, f"zaak-{number}", weegt=heavy, **more)


def weighed(row: Rij) -> int:
    return sum({"dubbel": 2, "gewoon": 1}[reason["telt"]] for reason in row["redenen"])


def reserve(row: Rij) -> bool:
    return row["achter_poort"] or bool(row["botst"])


def quoted(catalogus: Catalogus, row: Rij) -> list[str]:
    return [f"“{catalogus.vragen[one['vraag']].antwoorden[one['antwoord']]}”" for one in row["botst"]]


def told_true(row: Rij, sentence: str, traces: dict[str, Rij], catalogus: Catalogus) -> None:
    """Everything a reason claims about this help and about the others holds in the trace."""
    shown = [one for one in traces.values() if one["plaats"] == RIJEN.get(row["rol"])]
    named = re.search(r"(?:soort: |gelijk met )“(.*?)”", sentence)
    other = next((one for one in shown if named and catalogus.instrumenten[one["instrument"]].naam == named[1]), None)
    if row["waarom"] in ("botst", "gelijk_botst"):
        assert row["botst"]
        assert all(words in sentence for words in quoted(catalogus, row))
    if row["waarom"] == "zelfde_soort":
        assert other is not None
        assert other["categorie"] == row["categorie"]
    elif row["waarom"].startswith("gelijk_"):
        assert other is shown[-1]
        equal_true(row, sentence, shown[-1], catalogus)
    elif row["waarom"].startswith("minder_"):
        fewer_true(row, sentence, shown)
    else:
        barred_true(row, sentence, catalogus)


def barred_true(row: Rij, sentence: str, catalogus: Catalogus) -> None:
    why, one = row["waarom"], catalogus.instrumenten[row["instrument"]]
    asked = {reason["vraag"] for reason in row["redenen"]}
    if why in ("poort", "poort_doel"):
        assert one.poort is not None
        assert one.poort.eerst_nagaan in sentence
        assert asked == ({"doel"} if why == "poort_doel" else set())
        assert ("wijzen hier nu niet naar" in sentence) == (asked == set())
    elif why == "eigen_wens":
        assert one.alleen_op_eigen_wens
        assert not asked & set(one.alleen_op_eigen_wens)
    elif why == "botst":
        assert asked == set()
    else:
        assert (why, row["rol"]) == ("route", "wettelijke-route")


def fewer_true(row: Rij, sentence: str, shown: list[Rij]) -> None:
    if row["waarom"] == "minder_redenen":
        assert all(len(one["redenen"]) > len(row["redenen"]) for one in shown)
    else:
        assert all(weighed(one) > weighed(row) for one in shown)
        assert any(len(one["redenen"]) <= len(row["redenen"]) for one in shown)
        assert "tellen dubbel" in sentence


def equal_true(row: Rij, sentence: str, last: Rij, catalogus: Catalogus) -> None:
    """At equal reasons the sentence names the first thing that differs from the last one shown, and only that."""
    why = row["waarom"]
    assert weighed(last) == weighed(row)
    if why in ("gelijk_botst", "gelijk_poort"):
        assert not reserve(last)
        assert bool(row["botst"]) == (why == "gelijk_botst")
        assert reserve(row)
        return
    assert reserve(row) == reserve(last)
    if why == "gelijk_klasse":
        assert KLASSEN.index(row["zekerheid"]) > KLASSEN.index(last["zekerheid"])
        for words, one in (("Hier", row), ("Daar", last)):
            assert f"{words} is dat: “{catalogus.zinnen['klasse_' + one['zekerheid']]}”." in sentence
        return
    assert row["zekerheid"] == last["zekerheid"]
    here, there = len(row["eerst_regelen"]), len(last["eerst_regelen"])
    if why == "gelijk_eerst":
        assert here > there
    else:
        assert (why, here) == ("gelijk_lot", there)
        assert row["lot"] > last["lot"]


def test_every_reason_for_not_standing_among_the_first_is_true_of_its_trace(catalogus: Catalogus) -> None:
    seen = set()
    for made in outcomes(120):
        found = made.as_json()
        traces = {row["instrument"]: row for row in found["spoor"]}
        for row in found["meer"]:
            trace = traces[row["instrument"]]
            seen.add(trace["waarom"])
            told_true(trace, row["reden"], traces, catalogus)
    assert seen == {
        "zelfde_soort", "poort", "poort_doel", "eigen_wens", "botst", "minder_redenen", "minder_dubbel", "gelijk_botst",
        "gelijk_poort", "gelijk_klasse", "gelijk_eerst", "gelijk_lot", "route",
    }  # fmt: skip


def test_what_may_not_stand_in_its_row_says_so_in_the_trace_with_the_reason() -> None:
    barred = {"poort", "poort_doel", "eigen_wens", "botst", "route"}
    for made in outcomes(60):
        for row in made.as_json()["spoor"]:
            assert row["mag_hier_staan"] == (row["waarom"] not in barred)
            assert row["mag_hier_staan"] or row["plaats"] == "meer"


def test_help_that_only_clashes_is_told_so_and_the_whole_rule_names_it() -> None:
    made = choose({"zoeken": "ik zoek nu niet", "belangrijk": ["zelf doen"]})
    trace = next(row for row in made.as_json()["spoor"] if row["instrument"] == "cv-hulp")
    assert (trace["mag_hier_staan"], trace["redenen"], trace["waarom"]) == (False, [], "botst")
    rule = made.opties[0].waarom_hier
    assert "Hulp die botst met een antwoord en waar geen antwoord bij past, staat hier niet." in rule
    english = choose({"zoeken": "ik zoek nu niet"}, taal="en").opties[0].waarom_hier
    assert "Help that clashes with an answer and that no answer fits does not stand here." in english


def test_help_behind_others_only_because_it_clashes_names_the_clash() -> None:
    answers = {"doel": "zo snel mogelijk betaald werk", "zoeken": "ik zoek nu niet", "werktempo": "nog niet",
               "belangrijk": ["snel loon", "rustig opbouwen"], "hulp_ggz": "ja en graag", "energie": "0-4",
               "hoofd_vol": ["nee", "geld of schulden"], "reizen": "heel moeilijk"}  # fmt: skip
    told = {row.instrument: row.reden for row in choose(answers, "z1").meer if row.waarom == "gelijk_botst"}
    assert told
    for sentence in told.values():
        assert "past minder bij wat u zei: “" in sentence
        assert "Over de andere weten wij meer" not in sentence


@pytest.mark.parametrize(
    ("taal", "words"),
    [
        ("nl", "Uw doel en wat voor u het zwaarst weegt, tellen dubbel."),
        ("en", "Your goal and what weighs most for you count double."),
    ],
)
def test_fewer_reasons_only_by_counting_double_says_that_the_goal_counts_double(taal: str, words: str) -> None:
    made = choose({"doel": "ontdekken wat bij mij past", "groep": "alleen"}, "demo", taal=taal)
    told = {row.instrument: row.reden for row in made.meer if row.waarom == "minder_dubbel"}
    assert "sollicitatie-een" in told
    assert all(sentence.startswith(words) for sentence in told.values())


@pytest.mark.parametrize(
    ("taal", "start", "claim"),
    [("nl", "Dit onderzoek ging over: ", "dan u"), ("en", "This study was about: ", "than you")],
)
def test_a_study_about_others_says_whom_and_claims_nothing_about_the_reader(taal: str, start: str, claim: str) -> None:
    answers = {"belangrijk": ["iemand die meegaat"], "werktempo": "met aanpassing"}
    made = choose(answers, taal=taal)
    said = [row.tekst for optie in (*made.opties, *made.ernaast) for row in (*optie.voor, *optie.tegen)]
    assert any(start in sentence for sentence in said)
    assert [sentence for sentence in said if claim in sentence] == []


def test_the_letter_of_how_sure_and_its_sentence_open_with_the_same_words() -> None:
    for taal in ("nl", "en"):
        made = choose({"doel": "een beroep of diploma"}, taal=taal)
        zinnen = load(taal).zinnen
        for optie in (*made.opties, *made.ernaast, made.niets_extra):
            first = re.match(r"\w+", zinnen[f"klasse_{optie.zekerheid}"])
            assert first
            assert optie.zekerheid_tekst.startswith(first[0])


def test_an_answer_that_only_changes_the_order_beside_says_so() -> None:
    told = set()
    for number, (given, heavy) in enumerate(profiles(ZAAD + 1, 60, 0.5)):
        made = choose(given, f"zaak-{number}", weegt=heavy)
        told |= {row.anders_dan for row in made.wat_verandert_dit if "ernaast" in row.anders_dan and not row.eraf}
    assert "Zonder dit antwoord bleven de keuzes dezelfde. De hulp ernaast stond in een andere volgorde." in told


def test_the_order_of_the_trace_is_the_order_of_the_page() -> None:
    for made in outcomes(20):
        assert [key for key, row in made.spoor.items() if row.plaats == "opties"] == places(made)
        assert [key for key, row in made.spoor.items() if row.plaats == "ernaast"] == beside(made)
