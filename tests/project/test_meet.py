"""`opstap meet`: every measurement stands in the table, with its bar, and one that breaks stops nobody."""

from __future__ import annotations

import json

import pytest

from opstap.kern.commands import InvoerFout
from opstap.project import meet

GOOD = (
    "def measure():\n    return [{'naam': 'lijst', 'waarde': 7.5, 'eenheid': '×', 'lat': '≤ 8', 'toelichting': ''},"
    " {'naam': 'rijen', 'waarde': 1234567, 'eenheid': 'per s', 'lat': '', 'toelichting': ''}]\n"
)


@pytest.fixture
def bench(tmp_path, monkeypatch):
    """A folder with made-up measurements, under a package name of its own."""
    folder = tmp_path / "bench"
    folder.mkdir()
    monkeypatch.setattr(meet, "BENCH", folder)

    def load(name):
        import importlib.util

        spec = importlib.util.spec_from_file_location(name, folder / f"{name.removeprefix('bench.')}.py")
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module

    monkeypatch.setattr(meet, "import_module", load)
    monkeypatch.delenv("OPSTAP_ONTWIKKEL", raising=False)
    return folder


def test_the_table_is_dutch_and_says_whether_the_bar_is_met(bench, capsys):
    (bench / "lijst.py").write_text(GOOD)
    assert meet.main([]) == 0
    out = capsys.readouterr().out
    assert "7,50 ×" in out
    assert "lat ≤ 8: gehaald" in out
    assert "1.234.567 per s" in out


def test_json_is_one_document(bench, capsys):
    (bench / "lijst.py").write_text(GOOD)
    assert meet.main(["lijst", "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert [(row["naam"], row["waarde"], row["gehaald"]) for row in document["metingen"]] == [
        ("lijst", 7.5, True),
        ("rijen", 1234567.0, None),
    ]
    assert document["mislukt"] == []


def test_one_that_breaks_is_named_and_the_others_go_on(bench, capsys):
    (bench / "stuk.py").write_text("def measure():\n    raise ValueError('geen schijf')\n")
    (bench / "tabel.py").write_text(GOOD)
    assert meet.main(["--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["mislukt"] == [{"onderdeel": "stuk", "reden": "ValueError: geen schijf"}]
    assert len(document["metingen"]) == 2


@pytest.mark.parametrize("arguments", [["bestaat-niet"], ["--snel"]])
def test_a_wrong_call_gets_a_sentence(bench, arguments):
    (bench / "lijst.py").write_text(GOOD)
    with pytest.raises(InvoerFout, match="ken ik niet"):
        meet.main(arguments)


@pytest.mark.parametrize(
    ("value", "bar", "met"),
    [(8, "≤ 8", True), (8.1, "≤ 8×", False), (5_000_000, "≥ 5.000.000", True), (0.2, "< 0,2 ms", False), (1, "", None)],
)
def test_bars_are_read_as_the_dutch_write_them(value, bar, met):
    assert meet.compare(value, bar) is met


def test_a_bar_that_cannot_be_read_is_no_bar_that_is_met():
    with pytest.raises(ValueError, match="snel genoeg"):
        meet.compare(1, "snel genoeg")


def test_every_measurement_of_the_project_can_be_measured():
    from importlib import import_module

    assert {"schrijven", "upload"} <= set(meet.available())
    for name in meet.available():
        assert callable(import_module(f"bench.{name}").measure)
