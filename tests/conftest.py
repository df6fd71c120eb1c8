"""The fixed cast, the frozen clock and a store that is thrown away; shared by all tests that need a database."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from opstap.kern import clock
from opstap.kern.opslag import Opslag

VANDAAG = datetime(2026, 9, 18, 9, 20, tzinfo=clock.AMSTERDAM)


@pytest.fixture(autouse=True)
def klok() -> Iterator[datetime]:
    """It is Friday 18 September 2026, 9.20 in the morning, in every test."""
    with clock.at(VANDAAG):
        yield VANDAAG


@pytest.fixture
def opslag(tmp_path: Path, settings: object, monkeypatch: pytest.MonkeyPatch) -> Opslag:
    """A store of papers in a folder of this test."""
    from opstap.kern import geheim

    store = Opslag(tmp_path / "bestanden", geheim.ring())
    monkeypatch.setattr(geheim, "opslag", lambda: store)
    return store


@pytest.fixture
def cast(db: None) -> object:
    """Everyone of ontwerp.md section 9, in Gemeente Voorbeeld and next door."""
    from tests.spelers import make_cast

    return make_cast()
