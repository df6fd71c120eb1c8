"""Searching among all help: every kind can be found, and the order never looks at it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import opstap
from opstap.kern.content import InhoudFout
from opstap.keuzehulp.methode.kenmerken import BESTAND, Zoekvraag, categories, kenmerken, read_kenmerken
from opstap.keuzehulp.methode.model import Catalogus

SRC = Path(opstap.__path__[0])


def found(**asked: str) -> set[str]:
    search = Zoekvraag.van(asked)
    return {key for key, one in kenmerken().items() if search.fits(one)}


def test_without_a_search_everything_is_there(catalogus: Catalogus) -> None:
    assert found() == set(catalogus.instrumenten)
    assert found(categorie="bestaat-niet", dagen="zondag", wie="<script>", thuis="1", geslacht="v") == found()


@pytest.mark.parametrize("name", ["dagen", "wie", "thuis", "categorie"])
def test_every_kind_is_found_under_some_value_of_each_part(catalogus: Catalogus, name: str) -> None:
    values = {"dagen": ("zelf", "vast"), "wie": ("alleen", "samen"), "thuis": ("ja", "nee"), "categorie": categories()}
    every = [found(**{name: value}) for value in values[name]]
    assert set().union(*every) == set(catalogus.instrumenten)
    assert all(0 < len(part) < len(catalogus.instrumenten) for part in every)


def test_parts_of_a_search_hold_together() -> None:
    both = found(wie="samen", dagen="vast")
    assert both == found(wie="samen") & found(dagen="vast")
    assert "sollicitatie-groep" in both
    assert "sollicitatie-een" not in both


def test_what_the_texts_say_is_what_is_searched(catalogus: Catalogus) -> None:
    """The row "with whom" and the search may not contradict each other."""
    for key, one in kenmerken().items():
        words = catalogus.instrumenten[key].rijen["samen_of_alleen"].lower()
        if words.startswith("alleen, met") and "groep" not in words:
            assert one.wie == {"alleen"}, key
        if "in een groep" in words and "alleen" not in words:
            assert "samen" in one.wie, key
        if "thuis" in catalogus.instrumenten[key].rijen["plaats"].lower():
            assert one.thuis, key


def test_the_order_cannot_read_it() -> None:
    for path in (SRC / "keuzehulp" / "methode").glob("*.py"):
        if path.name == "kenmerken.py":
            continue
        named = {node.module for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
                 if isinstance(node, ast.ImportFrom)}  # fmt: skip
        assert "opstap.keuzehulp.methode.kenmerken" not in named, path


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("instrument: uitzend", "instrument: bestaat-niet", "bestaat niet"),
        ("instrument: uitzend", "instrument: beschut", "twee keer"),
        ("{instrument: uitzend, dagen: [vast]", "{instrument: uitzend, dagen: [zondag]", "dagen: kies uit"),
        ("{instrument: uitzend, dagen: [vast]", "{instrument: uitzend, dagen: []", "dagen: kies uit"),
        ("  - {instrument: uitzend, dagen: [vast], wie: [alleen], thuis: false}\n", "", "hier ontbreekt: uitzend"),
    ],
)  # fmt: skip
def test_a_wrong_file_is_refused_at_load(tmp_path: Path, old: str, new: str, words: str) -> None:
    text = BESTAND.read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "kenmerken.yaml"
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(InhoudFout, match=words):
        read_kenmerken(path)
