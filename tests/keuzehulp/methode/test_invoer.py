"""Bad and strange input: refused with one Dutch line that says how to go on; contradictions are asked, not settled."""

from __future__ import annotations

import io
import json
from typing import Any
from unicodedata import category

import pytest

from opstap.kern.commands import InvoerFout, run
from opstap.keuzehulp.methode.cli import from_document, main
from opstap.keuzehulp.methode.model import Catalogus
from tests.keuzehulp.methode.conftest import beside, choose, places


@pytest.mark.parametrize(
    ("document", "words"),
    [
        ([], "één blok"),
        ({"antwoorden": []}, "antwoorden"),
        ({"antwoorden": {"doel": "rijk worden"}}, "Kies uit: zo snel"),
        ({"antwoorden": {"doel": 3}}, "doel"),
        ({"antwoorden": {"doel": True}}, "doel"),
        ({"antwoorden": {"doel": ["een beroep of diploma", "een eigen bedrijf"]}}, "één antwoord"),
        ({"antwoorden": {"belangrijk": [["leren"]]}}, "belangrijk"),
        ({"antwoorden": {"belangrijk": {"leren": 1}}}, "belangrijk"),
        ({"antwoorden": {"doell": "een eigen bedrijf"}}, "Bedoelt u doel"),
        ({"antwoorden": {}, "weegt": ["leren", "zekerheid", "snel loon"]}, "hoogstens twee"),
        ({"antwoorden": {}, "weegt": ["geld"]}, "weegt"),
        ({"antwoorden": {}, "weegt": 7}, "lijst"),
        ({"antwoorden": {"weegt": ["leren"]}, "weegt": ["leren"]}, "twee keer"),
        ({"antwoorden": {}, "peildatum": "22-11-2026"}, "2026-11-22"),
        ({"antwoorden": {}, "peildatum": "2026-02-30"}, "geen datum"),
        ({"antwoorden": {}, "peildatum": 20261122}, "geen datum"),
        ({"antwoorden": {}, "peildatum": "2026-W48-7"}, "geen datum"),
        ({"antwoorden": {}, "nationality": "NL"}, "neemt dat niet mee"),
        ({"antwoorden": {"sex": "f"}}, "neemt dat niet mee"),
        ({"antwoorden": {"name": "Karim"}}, "neemt dat niet mee"),
        ({"antwoorden": {"naam": "Karim"}}, "neemt dat niet mee"),
        ({"antwoorden": {"": "x"}}, "neemt dat niet mee"),
        ({"antwoorden": {}, "zaak": 17}, "zaak"),
        ({"antwoorden": {}, "geslacht": "v"}, "neemt dat niet mee"),
        ({"antwoorden": {"Postcode": "7600AA"}}, "neemt dat niet mee"),
        ({"antwoorden": {"<script>": "x"}}, "neemt dat niet mee"),
    ],
)
def test_wrong_input_is_refused_in_one_line(document: Any, words: str) -> None:
    with pytest.raises(InvoerFout) as caught:
        from_document(document)
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("word", ["geslacht", "leeftijd", "herkomst", "nationaliteit", "geboorteland", "godsdienst",
                                  "seksuele gerichtheid", "gezinssamenstelling", "diagnose", "postcode", "buurt",
                                  "uiterlijk", "motivatiescore", "fraudegegevens", "handhavingsgegevens"])  # fmt: skip
def test_what_must_never_be_used_is_refused_with_its_own_reason(catalogus: Catalogus, word: str) -> None:
    with pytest.raises(InvoerFout) as caught:
        choose({word: "x"})
    assert any(entry.tekst in str(caught.value) for entry in catalogus.niet_gebruiken)


@pytest.mark.parametrize(
    ("word", "reason"),
    [
        ("verhouding", None),
        ("schuldverhouding", None),
        ("afwijking", None),
        ("inzetbaarheid", None),
        ("kinderopvang", None),
        ("werkgeversnaam", None),
        ("Motivatie-score", "oordeel"),
        ("houding", "oordeel"),
        ("score2", "oordeel"),
        ("wijk", "woont"),
        ("adres.straat", "woont"),
        ("achternaam", "Wie u bent"),
        ("land van herkomst", "vandaan"),
    ],
)
def test_the_reason_of_a_refusal_is_about_the_whole_word(word: str, reason: str | None) -> None:
    with pytest.raises(InvoerFout, match="neemt dat niet mee") as caught:
        choose({word: "x"})
    assert reason in str(caught.value) if reason else "Laat" not in str(caught.value)


@pytest.mark.parametrize(
    "document",
    [
        {"antwoorden": {"doel": "x" * 5000}},
        {"antwoorden": {"k" * 5000: "x"}},
        {"antwoorden": {"postcode" + "k" * 5000: "x"}},
        {"k" * 5000: "x"},
        {"antwoorden": {}, "weegt": ["x" * 5000]},
        {"antwoorden": {}, "peildatum": "x" * 5000},
    ],
)
def test_a_very_long_wrong_key_or_value_is_cut_in_the_message(document: Any) -> None:
    with pytest.raises(InvoerFout) as caught:
        from_document(document)
    assert len(str(caught.value)) < 500


@pytest.mark.parametrize(
    "document",
    [
        {"antwoorden": {"\x1b[31mdo\u202eel\x00": "x"}},
        {"antwoorden": {"postcode\x1b[2J": "x"}},
        {"antwoorden": {"doel": "\x1b[2J\u200bx"}},
        {"\x07\x1b": 1},
        {"antwoorden": {}, "weegt": ["\x9b2J"]},
        {"antwoorden": {}, "peildatum": "\x1b\u202e"},
    ],
)
def test_nothing_that_steers_a_screen_comes_back_in_the_message(document: Any) -> None:
    with pytest.raises(InvoerFout) as caught:
        from_document(document)
    assert [sign for sign in str(caught.value) if category(sign) in ("Cc", "Cf")] == []


@pytest.mark.parametrize("zaak", ["\ud800", "half \udfff", "\x00", "", "é" * 10_000])
def test_any_text_may_name_the_conversation_half_a_character_too(capsys: Any, monkeypatch: Any, zaak: str) -> None:
    code, out, err = call(capsys, monkeypatch, json.dumps({"antwoorden": {}, "zaak": zaak}), "--json")
    assert (code, err) == (0, "")
    assert len(json.loads(out)["opties"]) == 4


def test_everything_open_gives_a_fair_set_and_says_why(catalogus: Catalogus) -> None:
    for answers in ({}, dict.fromkeys(catalogus.vragen), {"belangrijk": [], "hoofd_vol": []}):
        found = choose(answers)
        assert len(found.opties) == 4
        assert len({optie.categorie for optie in found.opties}) == 4
        assert "U liet alles open" in found.uitleg
        assert found.wat_verandert_dit == ()
        for optie in (*found.opties, *found.ernaast):
            one = catalogus.instrumenten[optie.instrument]
            assert one.poort is None
            assert not one.alleen_op_eigen_wens


def test_null_is_the_same_as_left_out() -> None:
    assert choose({"doel": None, "groep": "samen"}).as_json() == choose({"groep": "samen"}).as_json()


def test_one_answer_may_stand_without_a_list_where_more_are_allowed() -> None:
    assert choose({"belangrijk": "leren"}).as_json() == choose({"belangrijk": ["leren"]}).as_json()


def test_what_weighs_most_counts_as_important_and_may_stand_among_the_answers() -> None:
    outside, inside = choose({}, weegt=["leren"]), choose({"weegt": ["leren"]})
    assert outside.as_json() == inside.as_json() == choose({"belangrijk": ["leren"]}, weegt="leren").as_json()


@pytest.mark.parametrize(
    ("answers", "word"),
    [
        ({"doel": "zo snel mogelijk betaald werk", "zoeken": "ik zoek nu niet"}, "Wat houdt u tegen"),
        ({"belangrijk": ["zelf doen", "iemand die meegaat"]}, "Waarbij wilt u hulp"),
        ({"hoofd_vol": ["nee", "wonen"]}, "Hoe is het?"),
    ],
)
def test_answers_that_clash_are_asked_back_and_nothing_is_settled(answers: dict[str, Any], word: str) -> None:
    found = choose(answers)
    assert any(word in question for question in found.vragen)
    assert places(found)


def test_answers_that_go_together_are_not_asked_back() -> None:
    assert choose({"doel": "een beroep of diploma", "belangrijk": ["leren"], "groep": "samen"}).vragen == ()


def test_an_own_word_against_stands_as_an_argument_against() -> None:
    found = choose({"doel": "een eigen bedrijf", "belangrijk": ["zekerheid"]})
    optie = next(one for one in found.opties if one.instrument == "ondernemen")
    assert any(argument.soort == "uw_woorden" and "zekerheid" in argument.tekst for argument in optie.tegen)


def test_silence_about_care_language_and_debts_is_respected() -> None:
    found = choose({"doel": "ontdekken wat bij mij past", "groep": "samen"})
    hidden = {"ips", "taalcursus", "duaal", "schuldhulp", "gezondheid-plus", "brede-aanpak", "diploma-waardering"}
    assert hidden.isdisjoint({*places(found), *beside(found)})


def call(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, text: str, *more: str
) -> tuple[int, str, str]:
    monkeypatch.setattr("sys.stdin", type("Stdin", (), {"buffer": io.BytesIO(text.encode())}))
    code = run(main, ["-", *more])
    out, err = capsys.readouterr()
    return code, out, err


def test_the_command_prints_exactly_one_document(capsys: Any, monkeypatch: Any) -> None:
    text = json.dumps({"antwoorden": {"doel": "een beroep of diploma", "zoeken": "ik zoek nu niet"}, "zaak": "demo-17",
                       "peildatum": "2026-11-22"})  # fmt: skip
    code, out, err = call(capsys, monkeypatch, text, "--json")
    document = json.loads(out)
    assert (code, err) == (0, "")
    assert {"opties", "ernaast", "meer", "niets_extra", "wat_verandert_dit", "bijgewerkt_op"} <= set(document)
    keys = {"instrument", "naam", "voor", "tegen", "eerst_regelen", "zekerheid", "waarom_hier"}
    assert all(keys <= set(optie) for optie in document["opties"])
    assert all({"antwoord", "anders_dan"} <= set(row) for row in document["wat_verandert_dit"])
    shown = [*document["opties"], *document["ernaast"], document["niets_extra"]]
    assert document["bijgewerkt_op"] == max(optie["bijgewerkt_op"] for optie in shown)


def test_without_json_it_is_text_for_a_person(capsys: Any, monkeypatch: Any) -> None:
    code, out, _ = call(capsys, monkeypatch, '{"antwoorden": {"groep": "samen"}, "zaak": "x"}')
    assert code == 0
    assert "Welke stap kiest u nu?" in out
    assert "Nog niets extra" in out
    assert "Alle andere hulp" in out


@pytest.mark.parametrize(
    "text", ["", "{", "null", '"x"', '{"antwoorden": {"doel": "x"}}', '{"a": 1, "a": 2}', "[" * 9000]
)
def test_wrong_input_ends_with_exit_code_two_and_one_line(capsys: Any, monkeypatch: Any, text: str) -> None:
    code, out, err = call(capsys, monkeypatch, text, "--json")
    assert (code, out) == (2, "")
    assert err.count("\n") == 1


@pytest.mark.parametrize("arguments", [[], ["a", "b"], ["--wat"], ["bestaat-niet.json"]])
def test_a_wrong_call_ends_with_exit_code_two(capsys: Any, arguments: list[str]) -> None:
    assert run(main, arguments) == 2
    assert capsys.readouterr().err.count("\n") == 1
