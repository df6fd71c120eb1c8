"""The word list and the models say the same words, each once."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from django.apps import apps

from tests.bewaking.house import ROOT

LIST = ROOT / "docs" / "woordenlijst.md"
AVOID = re.compile(r"\b(klant\w*|cli[eë]nt\w*|fraude\w*)\b", re.I)


def rows() -> list[list[str]]:
    lines = [line for line in LIST.read_text(encoding="utf-8").splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in lines]
    return [row for row in cells if row[0] != "noun" and not set("".join(row)) <= {"-", " "}]


def nouns() -> set[str]:
    return {row[0].lower() for row in rows()}


def is_known(name: str, known: set[str]) -> bool:
    """Whether a name is a noun of the list or a compound of them, with the -s-, -e- or -en- Dutch puts between."""
    if not name or name in known:
        return True
    for noun in known:
        if not name.startswith(noun):
            continue
        rest = name[len(noun) :]
        tails = [rest[len(glue) :] for glue in ("", "s", "en", "e") if rest.startswith(glue) and rest != glue]
        if any(is_known(tail, known) for tail in tails):
            return True
    return False


def models() -> list[type]:
    return [model for model in apps.get_models() if model.__module__.startswith("opstap.")]


def test_every_row_is_whole():
    assert [row for row in rows() if len(row) != 4 or not all(row)] == []


def test_every_noun_stands_once():
    assert {noun: count for noun, count in Counter(row[0].lower() for row in rows()).items() if count > 1} == {}


def test_every_model_is_a_noun_of_the_list():
    known = nouns()
    unknown = [model for model in models() if not is_known(model.__name__.lower(), known)]
    missing = sorted(f"{model._meta.app_label}: {model.__name__}" for model in unknown)
    assert missing == [], "zet deze woorden in docs/woordenlijst.md"


def test_no_model_or_screen_word_calls_a_person_what_nobody_wants_to_be_called():
    words = [model.__name__ for model in models()] + [row[2] for row in rows()]
    assert [word for word in words if AVOID.search(word)] == []


@pytest.mark.parametrize(
    ("name", "known"), [("bewijsstuk", True), ("dossiersleutel", True), ("gemeentebesluit", True), ("klant", False)]
)
def test_compounds_are_read_as_the_dutch_make_them(name, known):
    assert is_known(name, {"bewijsstuk", "dossier", "sleutel", "gemeente", "besluit"}) is known
