"""What the tests of the method share: the real catalogue, one day, and profiles drawn from a seed."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from opstap.keuzehulp.methode.laden import catalogus as load
from opstap.keuzehulp.methode.model import Catalogus
from opstap.keuzehulp.methode.opties import opties
from opstap.keuzehulp.methode.uitkomst import Uitkomst

DAG = date(2026, 11, 22)


@pytest.fixture(scope="session")
def catalogus() -> Catalogus:
    return load()


def choose(antwoorden: dict[str, Any], zaak: str = "demo-17", **more: Any) -> Uitkomst:
    """The options on the fixed day."""
    return opties(antwoorden, zaak, more.pop("peildatum", DAG), **more)


def profiles(seed: int, count: int, open_share: float = 0.35) -> Iterator[tuple[dict[str, Any], list[str]]]:
    """Random answers: each question is left open with `open_share`; at most three answers where more are allowed."""
    known, draw = load(), random.Random(seed)
    for _ in range(count):
        given: dict[str, Any] = {}
        for code, vraag in known.vragen.items():
            if draw.random() < open_share:
                continue
            answers = list(vraag.antwoorden)
            given[code] = draw.sample(answers, draw.randint(1, 3)) if vraag.meer_antwoorden else draw.choice(answers)
        heavy = list(given.get("belangrijk", []))
        yield given, draw.sample(heavy, min(len(heavy), draw.randint(0, 2)))


def places(uitkomst: Uitkomst) -> list[str]:
    """The options in the order of the page."""
    return [optie.instrument for optie in uitkomst.opties]


def beside(uitkomst: Uitkomst) -> list[str]:
    """The help that can go beside, in the order of the page."""
    return [optie.instrument for optie in uitkomst.ernaast]
