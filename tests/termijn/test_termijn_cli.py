"""`opstap termijn`: the command as a person or another program calls it."""

import json

import pytest

from opstap.kern.commands import run
from opstap.termijn.cli import main
from tests.termijn.test_termijn_invoer import VOORBEELD


@pytest.fixture
def bestand(tmp_path):
    path = tmp_path / "klok.json"
    path.write_text(json.dumps(VOORBEELD), encoding="utf-8")
    return str(path)


def test_json_is_exactly_one_document(bestand, capsys):
    assert run(main, [bestand, "--json"]) == 0
    out = capsys.readouterr()
    assert json.loads(out.out)["wie_is_aan_zet"] == "gemeente"
    assert out.err == ""


def test_without_json_it_is_text_for_a_person(bestand, capsys):
    assert run(main, [bestand]) == 0
    text = capsys.readouterr().out
    assert text.startswith("Op vrijdag 20 maart 2026 is de gemeente aan zet.")
    assert "2026-05-04  Beslissen op de aanvraag" in text
    assert "De klok stond 6 dagen stil." in text
    assert "Goed om te weten:" in text


def test_text_says_what_is_still_needed_and_what_to_look_at(tmp_path, capsys):
    path = tmp_path / "jong.json"
    document = {"peildatum": "2026-03-03", "gebeurtenissen": [
        {"soort": "melding", "datum": "2026-03-02"}, {"soort": "besluit", "datum": "2026-04-01"},
        {"soort": "aanvraag", "datum": "2026-03-02"}]}  # fmt: skip
    path.write_text(json.dumps(document), encoding="utf-8")
    assert run(main, [str(path)]) == 0
    text = capsys.readouterr().out
    assert "Nog nodig: Wanneer zijn de mensen die aanvragen geboren?" in text
    assert "Let op: Er staan gebeurtenissen in van na de peildatum." in text


def test_standard_input(monkeypatch, capsys, tmp_path):
    import io
    import sys

    class Stdin:
        buffer = io.BytesIO(json.dumps(VOORBEELD).encode())

    monkeypatch.setattr(sys, "stdin", Stdin())
    assert run(main, ["-", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["peildatum"] == "2026-03-20"


def test_what_if_on_the_command_line(bestand, capsys):
    event = '{"soort": "verzoek_aanvulling", "datum": "2026-03-20", "uiterlijk": "2026-04-03"}'
    assert run(main, [bestand, "--wat-als", event]) == 0
    assert "de datum wordt maandag 18 mei 2026" in capsys.readouterr().out
    assert run(main, [bestand, "--wat-als", event, "--json"]) == 0
    assert set(json.loads(capsys.readouterr().out)) == {"voor", "na", "verschil"}
    assert run(main, [bestand, "--wat-als", '{"soort": "storing_begin", "datum": "2026-03-18"}']) == 0
    assert capsys.readouterr().out == "Er verandert geen datum.\n"


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        ([], "Geef één bestand"),
        (["a", "b"], "Geef één bestand"),
        (["--jsn"], "--jsn ken ik niet"),
        (["BESTAND", "--wat-als"], "Achter --wat-als hoort"),
        (["BESTAND", "--wat-als", "{"], "geen goede JSON"),
        (["bestaat-niet.json"], "kan bestaat-niet.json niet vinden"),
    ],
)
def test_a_wrong_call_is_one_line_and_exit_2(arguments, part, bestand, capsys):
    arguments = [bestand if word == "BESTAND" else word for word in arguments]
    assert run(main, arguments) == 2
    out = capsys.readouterr()
    assert part in out.err
    assert out.out == ""
    assert out.err.count("\n") == 1


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("{", "geen goede JSON"),
        ('{"peildatum": "2026-03-20", "peildatum": "2026-03-21", "gebeurtenissen": []}', "twee keer"),
        ('{"peildatum": "2026-03-20", "gebeurtenissen": [{"soort": "feest", "datum": "2026-03-02"}]}', "feest"),
    ],
)
def test_a_wrong_file_is_one_line_and_exit_2(text, part, tmp_path, capsys):
    path = tmp_path / "fout.json"
    path.write_text(text, encoding="utf-8")
    assert run(main, [str(path), "--json"]) == 2
    assert part in capsys.readouterr().err


def test_help(capsys):
    assert run(main, ["--help"]) == 0
    assert "opstap termijn BESTAND" in capsys.readouterr().err
