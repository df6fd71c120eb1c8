"""What a command says when it ends badly: one line with the place, never a traceback, never what it was about."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from opstap.kern.commands import InvoerFout, kort, read_json, run
from opstap.kern.geld import Geld


def _raises(error: BaseException) -> object:
    def main(_: Sequence[str]) -> int:
        raise error

    return main


def _ends(main: object, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    code = run(main, [])  # type: ignore[arg-type]
    return code, capsys.readouterr().err


def test_wrong_input_is_one_line_and_ends_with_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert _ends(_raises(InvoerFout("personen[0].id:\n te lang")), capsys) == (2, "personen[0].id: te lang\n")


def test_a_slip_in_python_names_file_and_line(capsys: pytest.CaptureFixture[str]) -> None:
    def main(_: Sequence[str]) -> int:
        compile("def regel(:\n    return 1\n", "/a/b/woning.py", "exec")
        return 0

    code, said = _ends(main, capsys)
    assert code == 1
    assert said.startswith("woning.py:1: dit is geen goed Python.")
    assert said.count("\n") == 1


def test_a_fault_of_ours_names_the_place_and_nothing_of_the_input(capsys: pytest.CaptureFixture[str]) -> None:
    def main(_: Sequence[str]) -> int:
        return Geld.parse({"bsn": "123456782"}).cents  # type: ignore[arg-type]

    code, said = _ends(main, capsys)
    assert code == 1
    assert "geld.py:" in said
    assert "123456782" not in said
    assert said.count("\n") == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"a": ' + "9" * 5000 + "}", "^a: dit getal heeft te veel cijfers"),
        ('{"a": ' + "[" * 200_000, "te veel haken in elkaar"),
        ('{"a": NaN}', "^a: NaN is geen getal dat Opstap kent"),
        ('{"a": [{"b": 1}, {"b": -Infinity}]}', r"^a\[1\]\.b: -Infinity is geen getal"),
        ('{"a": [1, ' + "9" * 5000 + ', 2], "b": NaN}', r"^a\[1\]: dit getal heeft te veel cijfers"),
        ("NaN", "^het bestand: NaN is geen getal"),
        ('{"a": }', "regel 1, teken 7"),
        ('{"' + "a" * 5000 + '": 1, "' + "a" * 5000 + '": 2}', "staat er twee keer in"),
    ],
)
def test_what_is_no_good_json_is_one_short_line(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "x.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InvoerFout, match=said) as error:
        read_json(str(path))
    assert len(str(error.value).replace(str(path), "")) < 120


def test_what_a_person_typed_is_shown_short() -> None:
    assert kort("a" * 60) == "a" * 60
    assert kort("a" * 61) == "a" * 57 + "…"
    assert kort("een\ntwee") == "een twee"
    assert kort("\x1b[31mrood\u202e\x00") == "[31mrood"
    assert kort("\x1b" * 5000) == ""
    assert kort("half \ud800") == "half \ud800"
