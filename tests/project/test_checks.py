"""The one test run: every suite runs, its count is true, and nothing it started lives on."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time

import pytest

from opstap.kern.commands import InvoerFout
from opstap.project import checks, dekking
from opstap.project.checks import Suite


@pytest.fixture
def run(monkeypatch, tmp_path, capsys):
    """Run made-up suites; gives the exit code, what was printed, and the kept outcome."""
    monkeypatch.setattr(checks, "ARTEFACTEN", tmp_path)
    monkeypatch.delenv("OPSTAP_GEHEEL", raising=False)

    def run_suites(*suites, names=()):
        monkeypatch.setattr(checks, "SUITES", list(suites))
        code = checks.main(names)
        return code, capsys.readouterr().out, json.loads((tmp_path / "test.json").read_text())

    return run_suites


def python(naam: str, code: str, budget_s: int = 60, **more) -> Suite:
    return Suite(naam, budget_s, [sys.executable, "-c", code], **more)


def made_up_tests(folder, body: str) -> Suite:
    path = folder / "test_made_up.py"
    path.write_text(body)
    plain = ["-c", os.devnull, "-p", "no:django", "-p", "no:cacheprovider"]
    command = [sys.executable, "-m", "pytest", "-q", *plain, str(path)]
    return Suite("toets", 60, command, is_pytest=True)


def test_all_suites_run_also_after_one_that_failed(run):
    code, out, kept = run(python("een", "raise SystemExit(3)"), python("twee", "print('gedraaid')"))
    assert code == 1
    assert [(each["naam"], each["passed"], each["failed"]) for each in kept] == [("een", 0, 1), ("twee", 1, 0)]
    assert out.rstrip().splitlines()[-1] == "1 passed, 1 failed"


def test_it_counts_what_pytest_counts(run, tmp_path):
    body = "import pytest\ndef test_a(): pass\ndef test_b(): assert 0\n@pytest.mark.skip\ndef test_c(): pass\n"
    code, out, _ = run(made_up_tests(tmp_path, body))
    assert code == 1
    assert out.rstrip().splitlines()[-1] == "1 passed, 1 failed"


def test_a_suite_without_any_test_fails(run, tmp_path):
    code, _, kept = run(made_up_tests(tmp_path, "x = 1\n"))
    assert code == 1
    assert "pytest eindigde met 5" in kept[0]["reden"]


def test_all_green_is_zero(run):
    code, out, _ = run(python("een", ""))
    assert code == 0
    assert out.rstrip().splitlines()[-1] == "1 passed, 0 failed"


def test_a_suite_over_its_budget_is_ended_with_all_it_started(run, tmp_path):
    child = tmp_path / "kind"
    script = (
        "import pathlib, subprocess, sys, time\n"
        "p = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
        f"pathlib.Path({str(child)!r}).write_text(str(p.pid))\ntime.sleep(60)\n"
    )
    code, _, kept = run(python("lang", script, budget_s=3))
    assert code == 1
    assert kept[0]["reden"] == "duurde langer dan mag"
    assert kept[0]["duur_s"] < 20
    assert has_ended(int(child.read_text()))


def has_ended(pid: int) -> bool:
    """Gone, or dead and waiting for its new parent."""
    for _ in range(100):
        try:
            with open(f"/proc/{pid}/stat") as file:
                if file.read().rpartition(")")[2].split()[0] == "Z":
                    return True
        except FileNotFoundError:
            return True
        time.sleep(0.05)
    return False


def test_a_suite_gets_no_input_and_a_folder_that_goes(run, tmp_path):
    place = tmp_path / "waar"
    script = (
        "import pathlib, sys, tempfile\nassert sys.stdin.read() == ''\n"
        f"pathlib.Path({str(place)!r}).write_text(tempfile.mkdtemp())\n"
    )
    assert run(python("een", script))[0] == 0
    assert not os.path.exists(place.read_text())


def test_a_suite_on_postgres_gets_its_address(run):
    script = "import os, psycopg\npsycopg.connect(os.environ['OPSTAP_DATABASE_URL']).execute('SELECT 1')\n"
    assert run(python("pg", script, on_postgres=True))[0] == 0


def test_only_the_named_suites_run(run):
    _, _, kept = run(python("een", ""), python("twee", ""), names=["twee"])
    assert [each["naam"] for each in kept] == ["twee"]


def test_an_unknown_name_gets_the_names_that_are_known():
    with pytest.raises(InvoerFout, match="ruff"):
        checks.main(["bestaat-niet"])


def test_the_budgets_stay_within_25_minutes():
    assert sum(suite.budget_s for suite in checks.SUITES) <= 25 * 60


def measured(monkeypatch, tmp_path, body: str, call: str) -> None:
    """Coverage data of a made-up room."""
    room = tmp_path / "bron" / "kern"
    room.mkdir(parents=True)
    (room / "proef.py").write_text(body)
    monkeypatch.setattr(dekking, "BRON", tmp_path / "bron")
    monkeypatch.setattr(dekking, "ROOMS", ("kern",))
    monkeypatch.setenv("COVERAGE_FILE", str(tmp_path / "data"))
    script = tmp_path / "run.py"
    script.write_text(
        "import runpy, sys\nfrom coverage import Coverage\n"
        f"c = Coverage(data_file={str(tmp_path / 'data')!r}, source=[{str(room)!r}], config_file=False)\n"
        f"c.start(); m = runpy.run_path({str(room / 'proef.py')!r}); {call}; c.stop(); c.save()\n"
    )
    subprocess.run([sys.executable, str(script)], check=True)


def test_a_room_below_the_bar_fails_and_names_the_lines(monkeypatch, tmp_path, capsys):
    measured(monkeypatch, tmp_path, "def f(x):\n    if x:\n        return 1\n    return 2\n", "pass")
    assert dekking.main() == 1
    assert "kern/proef.py: 3 regels niet" in capsys.readouterr().out


def test_a_room_above_the_bar_passes(monkeypatch, tmp_path, capsys):
    measured(monkeypatch, tmp_path, "def f():\n    return 1\n", "m['f']()")
    assert dekking.main() == 0
    assert "100.0 % van 2 regels" in capsys.readouterr().out


def test_nothing_measured_is_not_good(monkeypatch, tmp_path):
    monkeypatch.setenv("COVERAGE_FILE", str(tmp_path / "leeg"))
    assert dekking.main() == 1
