"""The fifty named cases: what must stand among the options, for several conversations and so several lots."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.keuzehulp.methode.conftest import beside, choose, places

GEVALLEN: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "gevallen.yaml").read_text(encoding="utf-8"))
ZAKEN = ("demo-1", "demo-17", "een ander gesprek", "")


def test_there_are_fifty_cases_each_with_a_reason() -> None:
    assert len(GEVALLEN) == 50
    assert all(geval["waarom"] for geval in GEVALLEN)


@pytest.mark.parametrize("geval", GEVALLEN, ids=lambda geval: geval["naam"])
@pytest.mark.parametrize("zaak", ZAKEN)
def test_the_named_case_stands_where_it_must(geval: dict[str, Any], zaak: str) -> None:
    found = choose(geval["antwoorden"], zaak, weegt=geval.get("weegt"))
    shown, by = places(found), beside(found)
    assert [key for key in geval.get("opties", []) if key not in shown] == [], shown
    assert [key for key in geval.get("ernaast", []) if key not in by] == [], by
    assert [key for key in geval.get("niet", []) if key in shown + by] == []
    if "een_van" in geval:
        assert set(geval["een_van"]) & set(shown + by), shown + by
