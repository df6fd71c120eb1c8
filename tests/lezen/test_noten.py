"""What the reader says: every sentence has a code that gives it back, and a text in each language."""

from __future__ import annotations

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opstap.lezen.inname.fout import UITLEG
from opstap.lezen.noten import ZINNEN, herken
from opstap.taal import teksten
from opstap.taal.opmaak import names, parse
from tests.bewaking.house import ROOT

EIGEN = {"virus", "kapot", "te_groot_bewaard", "lukt_niet"}  # said by the dossier, not by the reader


@given(st.integers(min_value=0, max_value=10**6))
def test_a_sentence_gives_back_its_code_and_its_number(number: int) -> None:
    for code, zin in (UITLEG | ZINNEN).items():
        places = dict.fromkeys(names(parse(zin)), number)
        assert herken(zin.format(**places)) == (code, places)


@pytest.mark.parametrize("zin", ["", "Stuk.", ZINNEN["onscherp"] + " ", "Dit bestand heeft meer dan 2 bladzijden. "
    "De eerste 3 zijn gelezen; deel het bestand op voor de rest."])  # fmt: skip
def test_what_the_reader_never_says_has_no_code(zin: str) -> None:
    assert herken(zin) is None


def test_the_dutch_text_of_each_code_is_what_the_reader_says() -> None:
    said = UITLEG | ZINNEN
    assert len(said) == len(UITLEG) + len(ZINNEN)
    texts = {
        key.removeprefix("leesnoot."): teksten.bundel().talen["nl"][key].ruw for key in teksten.sleutels("leesnoot.")
    }
    assert {code: text for code, text in texts.items() if code not in EIGEN} == said


def test_no_two_codes_say_the_same() -> None:
    sentences = [*UITLEG.values(), *ZINNEN.values()]
    assert len(set(sentences)) == len(sentences)


def written_out(call: ast.Call) -> list[ast.expr]:
    """The arguments of a question, refusal or note that are a sentence and not a name."""
    name = getattr(call.func, "id", getattr(call.func, "attr", ""))
    place = {"Vraag": 1, "LeesFout": 1, "NietGelezen": 2}.get(name)
    if name in ("append", "extend") and isinstance(call.func, ast.Attribute):
        place = 0 if getattr(call.func.value, "attr", getattr(call.func.value, "id", "")) in NOTES else None
    given = call.args[place : place + 1] if place is not None else []
    return [one for one in given if isinstance(one, ast.JoinedStr) or (isinstance(one, ast.Constant) and one.value)]


NOTES = ("problemen", "opmerkingen", "remarks")


def sentences_outside() -> list[str]:
    found = []
    for path in sorted((ROOT / "src/opstap/lezen").rglob("*.py")):
        calls = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
        found += [f"{path.relative_to(ROOT)}:{call.lineno}" for call in calls if written_out(call)]
    return found


def test_the_reader_says_nothing_that_has_no_code() -> None:
    assert sentences_outside() == [], "zet deze zin met een code in lezen/noten.py"


def test_the_look_for_sentences_can_fail() -> None:
    for source in ('Vraag("x", f"bij {n} bedragen")', 'LeesFout("a", "Stuk.")', 'page.problemen.append("Donker.")'):
        call = ast.parse(source).body[0].value
        assert isinstance(call, ast.Call)
        assert written_out(call), source
