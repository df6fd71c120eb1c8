"""Every sentence a person reads tells amounts and days as a person writes them, in every language."""

from __future__ import annotations

import random
import re
from typing import Any

import pytest

from opstap.recht.regels.in_taal import in_taal
from opstap.recht.regels.reken import reken
from tests.recht.regels.huishoudens import willekeurig

RAUW = re.compile(r"\d+\.\d\d(?!\d)|\d{4}-\d\d-\d\d|\w_\w|\bNone\b|\bTrue\b|\bFalse\b|[{}]")
SCHAKELAARS = {
    "regime_vrijlating": ("per persoon", "31", "34a"),
    "afronding_kostendelers": ("breuk", "procent_eerst"),
    "giften_boven_grens": ("vermogen", "inkomen", "vrij"),
    "grondslag_deel_maand": ("kalenderdagen", "30 dagen"),
    "vrij_bedrag_auto": (None, "5000.00", "1234.5"),
}


def _sentences(answer: dict[str, Any]) -> list[str]:
    rows = [*answer["stappen"], *answer["let_op"]]
    return [row["tekst"] for row in rows] + [row["vraag"] for row in answer["ontbreekt"]]


def _answers(seed: int, number: int) -> list[dict[str, Any]]:
    rng = random.Random(seed)
    chosen = [{naam: rng.choice(keuzes) for naam, keuzes in SCHAKELAARS.items()} for _ in range(number)]
    return [reken(willekeurig(rng), schakelaars) for schakelaars in chosen]


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_no_sentence_shows_a_raw_value(taal: str) -> None:
    answers = _answers(20261126, 400)
    told = answers if taal == "nl" else [in_taal(answer, taal) for answer in answers]
    # English writes €1,280.31 and 34.44%: there a number is raw only without its sign
    found = {
        text
        for answer in told
        for text in _sentences(answer)
        if RAUW.search(text if taal == "nl" else re.sub(r"€\s?[\d,]+\.\d\d|[\d.]+%", "", text))
    }
    assert not found


def test_what_the_municipality_chose_is_told_in_words() -> None:
    answer = reken(
        {"peildatum": "2026-07-01", "personen": [{"id": "a", "rol": "aanvrager", "geboortedatum": "1980-01-01"}]},
        {"vrij_bedrag_auto": "5000.00", "afronding_kostendelers": "procent_eerst"},
    )
    told = " ".join(step["tekst"] for step in answer["stappen"] if step["regel"].startswith("beleid."))
    assert "De gemeente koos: €\u00a05.000,00." in told
    assert "De gemeente koos: eerst het percentage afronden." in told
