"""A calculation in another language: complete, with the kept values, and refused at load when it is not whole."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from opstap.kern.content import InhoudFout
from opstap.kern.geld import Geld
from opstap.recht.regels import boek, wat_als
from opstap.recht.regels.in_taal import in_taal, schatting, verschil_in_taal, vertaal
from opstap.recht.regels.nettoloon import schat
from opstap.recht.regels.reken import reken
from opstap.recht.regels.zinnen import BLOKKEN, MAP, bij, nederlands, zinnen
from opstap.taal.teksten import talen
from opstap.taal.woorden import verboden_woorden
from tests.recht.regels.huishoudens import gezin, willekeurig

SEEDS = st.integers(min_value=0, max_value=2**32 - 1)
many = settings(max_examples=150, deadline=None, derandomize=True)
ANDERE = [taal for taal in talen() if taal != "nl"]
LOON = [{"persoon": "a", "soort": "loon", "netto": "1620.50"}]
KEUZES = {
    "regime_vrijlating": "34a", "afronding_kostendelers": "procent_eerst", "giften_boven_grens": "inkomen",
    "grondslag_deel_maand": "30 dagen", "vrij_bedrag_auto": "5000.00",
}  # fmt: skip


@many
@given(SEEDS)
def test_the_dutch_sentences_told_again_from_the_trace_are_the_kept_ones(seed: int) -> None:
    """So what fills a sentence in English is what filled the sentence that was kept."""
    answer = reken(willekeurig(random.Random(seed)))
    assert vertaal(answer, nederlands()) == answer


def test_the_choices_of_the_municipality_are_told_again_as_they_were_kept() -> None:
    answer = reken(gezin("2026-07-01", kind=5), KEUZES)
    retold = reken(gezin("2026-07-01", kind=5), {**KEUZES, "vrij_bedrag_auto": None})
    assert [each["tekst"] for each in vertaal(retold, nederlands())["stappen"]] == [
        each["tekst"] for each in retold["stappen"]
    ]
    said = " ".join(each["tekst"] for each in in_taal(answer, "en")["stappen"] if each["regel"].startswith("beleid."))
    assert "a part of a month? The municipality chose: 30 days." in said
    assert "The municipality chose: €5,000.00." in said


@many
@given(SEEDS)
def test_in_english_no_sentence_stays_dutch_and_nothing_else_changes(seed: int) -> None:
    answer = reken(willekeurig(random.Random(seed)))
    told = in_taal(answer, "en")
    for block, key in (("stappen", "tekst"), ("let_op", "tekst"), ("ontbreekt", "vraag")):
        for before, after in zip(answer[block], told[block], strict=True):
            assert before[key] != after[key] or not before[key]
            assert {**after, key: "", "uitkomst": ""} == {**before, key: "", "uitkomst": ""}
    assert {**told, "stappen": 0, "let_op": 0, "ontbreekt": 0} == {**answer, "stappen": 0, "let_op": 0, "ontbreekt": 0}


@many
@given(SEEDS)
def test_every_amount_of_a_kept_sentence_stands_in_the_english_one(seed: int) -> None:
    answer = reken(willekeurig(random.Random(seed)))
    for before, after in zip(answer["stappen"], in_taal(answer, "en")["stappen"], strict=True):
        kept = {Geld.parse(each) for each in re.findall(r"€\xa0[\d.]+,\d\d", before["tekst"])}
        assert {Geld.parse(each.replace(",", "")) for each in re.findall(r"€([\d,]+\.\d\d)", after["tekst"])} == kept


def test_a_kept_answer_is_not_touched_and_dutch_costs_nothing() -> None:
    answer = reken(gezin("2026-07-01", kind=5, inkomsten=LOON))
    kept = deepcopy(answer)
    in_taal(answer, "en")
    assert answer == kept
    assert in_taal(answer, "nl") is answer


def test_it_reads_as_plain_english() -> None:
    told = in_taal(reken(gezin("2026-07-01", kind=5, inkomsten=LOON)), "en")
    said = [each["tekst"] for each in told["stappen"]]
    assert "For the law, you are: a single parent." in said
    assert "The norm for your situation is €1,419.46 a month. Holiday money is in it." in said
    assert any(each.startswith("We use the rules of 1 July 2026") or "1 July 2026." in each for each in said)
    assert next(each for each in told["stappen"] if each["regel"] == "leefvorm")["uitkomst"] == "a single parent"


def test_a_reason_of_exclusion_is_the_one_the_rule_gave() -> None:
    household = gezin("2026-07-01") | {"rechtmatig_verblijf": False}
    answer = reken(household)
    (step,) = [each for each in in_taal(answer, "en")["stappen"] if each["regel"] == "uitgesloten_a"]
    assert step["tekst"].endswith("The reason: that person has no right of residence in the Netherlands.")


def test_a_step_of_a_rule_that_is_gone_keeps_its_sentence() -> None:
    answer = reken(gezin("2026-07-01"))
    gone = {"regel": "weg", "stap": 7, "artikel": "art. 1", "uitkomst": "1.00", "tekst": "Zo was het.", "gebruikt": {}}
    bare = answer["stappen"][0] | {"gebruikt": {}}
    chosen = {"regel": "beleid.vrij_bedrag_auto", "stap": 1, "uitkomst": "veel", "tekst": "De gemeente koos: veel."}
    odd = next(each for each in answer["stappen"] if each["regel"] == "leefvorm") | {"uitkomst": "iets anders"}
    told = in_taal({**answer, "stappen": [gone, bare, odd, chosen]}, "en")
    assert told["stappen"] == [gone, bare, odd, chosen]


def test_a_what_if_is_told_in_english_also_where_something_no_longer_holds() -> None:
    before = gezin("2026-07-01", kind=5)
    made = wat_als.vergelijk(before, before | {"inkomsten": LOON})
    told = verschil_in_taal(made, "en")
    assert verschil_in_taal(made, "nl") is made
    assert [each["regel"] for each in told["veranderd"]] == [each["regel"] for each in made["veranderd"]]
    assert not {each["tekst"] for each in told["veranderd"]} & {each["tekst"] for each in made["veranderd"]}
    lost = verschil_in_taal(wat_als.vergelijk(before | {"inkomsten": LOON}, {**before, "inkomsten": None}), "en")
    assert "This does not apply any more then." in {each["tekst"] for each in lost["veranderd"]}


def test_the_estimate_is_the_dutch_one_and_has_its_english() -> None:
    dutch = schat("16", "15.50", date(2026, 7, 1))
    assert schatting("16", Geld(1550), dutch.jaar, "nl") == dutch.toelichting
    assert schatting("16", Geld(1550), dutch.jaar, "en").startswith("Estimate: 16 hours a week at €15.50 gross an hour")


@pytest.mark.parametrize("taal", ANDERE)
def test_every_language_of_the_screens_has_every_sentence(taal: str) -> None:
    dutch, said = nederlands(), zinnen(taal)
    for block in BLOKKEN:
        assert getattr(said, block).keys() == getattr(dutch, block).keys()


@pytest.mark.parametrize("taal", ANDERE)
def test_no_sentence_holds_a_word_to_avoid(taal: str) -> None:
    said = zinnen(taal)
    for block in BLOKKEN:
        for key, text in getattr(said, block).items():
            assert not list(verboden_woorden(text, taal)), key


def test_two_rules_with_one_key_say_the_same() -> None:
    seen: dict[str, Any] = {}
    for versions in boek.boek().regels.values():
        for each in versions:
            for waarde in each.tekst if isinstance(each.tekst, dict) else (None,):
                text = each.tekst[waarde] if isinstance(each.tekst, dict) else each.tekst
                if text and bij(each, waarde):
                    assert seen.setdefault(bij(each, waarde), text) in (text, seen[bij(each, waarde)])
                    assert callable(text) or seen[bij(each, waarde)] == text
    assert seen.keys() == nederlands().regels.keys()


SLIPS: list[tuple[str, Callable[[str], str], str]] = [
    ("a sentence is missing", lambda text: re.sub(r'  leeftijd: ".*"\n', "", text), "sleutel leeftijd ontbreekt"),
    ("a sentence too many", lambda text: text.replace("redenen:\n", 'redenen:\n  x: "y"\n'), "sleutel x ken ik niet"),
    ("another place", lambda text: text.replace("Your norm for assistance is {uitkomst}", "Your norm is {bedrag}"),
     "bijstandsnorm vult andere plekken in dan het Nederlands: bedrag, uitkomst"),
    ("an empty sentence", lambda text: text.replace('partner: "the partner"', 'partner: " "'), "partner is leeg"),
    ("an older Dutch text", lambda text: re.sub(r'vertaald_van: ".*"', 'vertaald_van: "00000000"', text),
     "werk de vertaling bij en zet daarna vertaald_van op"),
    ("a block is missing", lambda text: text.replace("vragen:\n", "vraag:\n"), "sleutel vragen ontbreekt"),
]  # fmt: skip


@pytest.mark.parametrize(("slip", "said"), [row[1:] for row in SLIPS], ids=[row[0] for row in SLIPS])
def test_a_translation_that_is_not_whole_is_refused_with_file_and_line(
    slip: Callable[[str], str], said: str, tmp_path: Path
) -> None:
    whole = (MAP / "en" / "zinnen.yaml").read_text(encoding="utf-8")
    assert slip(whole) != whole
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "zinnen.yaml").write_text(slip(whole), encoding="utf-8")
    with pytest.raises(InhoudFout, match=r"zinnen\.yaml:\d+: ") as fault:
        zinnen("en", tmp_path)
    assert said in str(fault.value)


def test_a_language_without_a_file_is_refused() -> None:
    with pytest.raises(InhoudFout, match="kan niet gelezen worden"):
        zinnen("xx")
