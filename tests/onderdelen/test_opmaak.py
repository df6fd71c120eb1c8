"""The stylesheet, the scripts and the templates: light, and without anything that a strict content policy refuses."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from opstap.kern.content import INHOUD
from opstap.onderdelen.letters import BESTANDEN, MAP, Letters
from opstap.taal import teksten
from opstap.taal.teksten import names

BRON = INHOUD.parent
STATISCH = BRON / "onderdelen" / "static" / "opstap"
CSS = (STATISCH / "opstap.css").read_text(encoding="utf-8")
GEZICHTEN = ("portaal", "werkplek", "beheer", "onderdelen", "koppelingen")  # a letter for print is no page
SJABLONEN = sorted(path for name in GEZICHTEN for path in BRON.glob(f"{name}/**/templates/**/*.html"))


def test_the_stylesheet_is_at_most_10_kb_gzipped() -> None:
    assert len(gzip.compress(CSS.encode(), 9)) <= 10 * 1024


def test_a_script_is_at_most_5_kb_and_all_together_over_the_wire_too() -> None:
    scripts = [path.read_bytes() for path in STATISCH.glob("*.js")]
    assert all(len(script) <= 5 * 1024 for script in scripts)
    assert len(gzip.compress(b"".join(scripts), 9)) <= 5 * 1024


def test_nothing_is_fetched_from_elsewhere() -> None:
    for path in STATISCH.iterdir():
        addresses = re.findall(r"(?:https?:)?//[a-z0-9.-]+\.[a-z]+", path.read_text(encoding="utf-8"))
        assert [address for address in addresses if address != "http://www.w3.org"] == [], path.name


@pytest.mark.parametrize("path", SJABLONEN, ids=lambda path: path.name)
def test_a_template_has_no_inline_style_or_script(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"\sstyle=|<style|\son(?:click|load|submit|change|input|error|key\w+)=|javascript:", text)
    assert all("src=" in tag for tag in re.findall(r"<script[^>]*>", text))


def test_only_logical_directions_are_used_so_that_the_page_can_be_mirrored() -> None:
    sides = r"[{;]\s*((?:margin|padding|border)-(?:left|right)|left|right|text-align:\s*(?:left|right))"
    physical = re.findall(sides, CSS)
    assert physical == []


def test_every_colour_of_the_theme_falls_back_from_a_design_token() -> None:
    assert len(re.findall(r"var\(--utrecht-[a-z-]+,", CSS)) >= 12


def test_touch_targets_are_52_px_in_the_portaal_and_48_in_the_werkplek() -> None:
    assert re.findall(r"--touch: ([\d.]+rem)", CSS)[:2] == ["3.25rem", "3rem"]


@pytest.mark.parametrize("name", BESTANDEN)
def test_the_letter_comes_from_its_package(name: str) -> None:
    found = finders.find(f"{MAP}/{name}")
    assert found
    assert "fontpkg_atkinson_hyperlegible" in str(found)
    assert BRON not in Path(str(found)).parents


def test_the_letter_brings_its_licence_and_nothing_else_of_the_package() -> None:
    assert {name for name, _ in Letters().list([])} == set(BESTANDEN)
    assert finders.find(f"{MAP}/AtkinsonHyperlegible-Italic.ttf") is None
    assert finders.find(f"{MAP}/../metadata.json") is None


def test_the_letter_is_shown_after_the_words() -> None:
    assert CSS.count("font-display: swap") == CSS.count("@font-face") == 2


def test_the_texts_of_the_parts_are_complete_in_both_languages() -> None:
    faults = [str(fault) for fault in teksten.check() if "onderdelen.yaml" in str(fault)]
    assert faults == []


def test_templates_ask_only_for_texts_that_there_are() -> None:
    wanted = {
        (path.name, key)
        for path in SJABLONEN
        if path.is_relative_to(BRON / "onderdelen")
        for key in re.findall(r'{% t "([a-z_.0-9]+)"[^|]', path.read_text(encoding="utf-8"))
    }
    missing = [pair for pair in wanted if not teksten.bestaat(pair[1]) or not teksten.bestaat(pair[1], "en")]
    assert missing == []
    assert len(wanted) > 30


def test_a_text_and_its_translation_take_the_same_values() -> None:
    texts = teksten.bundel().talen
    for key in teksten.sleutels("onderdelen."):
        assert names(texts["nl"][key].delen) == names(texts["en"][key].delen), key
