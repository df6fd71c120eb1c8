"""What is checked before the first person comes."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from opstap.kern.commands import InvoerFout
from opstap.kern.content import INHOUD
from opstap.keuzehulp.methode import laden
from opstap.project.klaarzetten import check_content


@pytest.fixture
def inhoud(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the content of the keuzehulp that may be broken."""
    for name in ("instrumenten", "onderzoek", "vakkennis", "keuzehulp"):
        shutil.copytree(INHOUD / name, tmp_path / name)
    monkeypatch.setattr(laden, "INHOUD", tmp_path)
    laden._catalogus.cache_clear()
    yield tmp_path
    laden._catalogus.cache_clear()


def test_whole_content_starts(inhoud: Path) -> None:
    check_content()
    assert laden.catalogus("en").taal == "en"


def test_a_translation_that_is_not_whole_stops_the_start_in_one_line_with_its_file(inhoud: Path) -> None:
    (inhoud / "instrumenten" / "en" / "ips.yaml").unlink()
    with pytest.raises(InvoerFout) as caught:
        check_content()
    said = str(caught.value)
    assert "ips.yaml" in said
    assert "een taal is compleet of er niet" in said
    assert "\n" not in said
