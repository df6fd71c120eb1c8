"""`opstap test`: the one test run. Every suite runs, also when one before it failed; each has a budget in seconds.

`opstap test NAAM…` runs only those suites. With OPSTAP_GEHEEL=1 the seeded suites run whole, with wide budgets.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ElementTree
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

from opstap.kern.commands import InvoerFout
from opstap.project.throwaway_postgres import throwaway_postgres

ROOT = Path(__file__).resolve().parents[3]
ARTEFACTEN = ROOT / "artefacten"
BIN = Path(sys.executable).parent
UITLOOP = 2  # a busy machine may take twice the budget before a suite is ended; the table shows who went over
WIDE = 40  # how many times longer the whole of everything may take


@dataclass(frozen=True)
class Suite:
    """One part of the run: a program and its arguments, with how long it may take."""

    naam: str
    budget_s: int
    command: list[str]
    is_pytest: bool = False
    on_postgres: bool = False
    environment: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Uitslag:
    """What came of one suite. A suite that is not pytest counts as one."""

    naam: str
    passed: int
    failed: int
    duur_s: float
    budget_s: int
    reden: str = ""


def _python(*arguments: str) -> list[str]:
    return [sys.executable, *arguments]


def _pytest(*arguments: str) -> list[str]:
    return _python("-m", "pytest", "-q", "-o", "faulthandler_timeout=120", *arguments)


_COVERAGE = {"COVERAGE_FILE": str(ARTEFACTEN / "coverage")}
_COUNTED = ["--cov=src/opstap", "--cov-report="]
_DATABASE = ["-p", "tests.only_database"]  # the rest would be the same twice
_LONG = ["-o", "faulthandler_timeout=600"]  # every page of every face is one walk of some minutes
_MIGRATIONS = ["makemigrations", "--check", "--dry-run"]
_TESTING = {"DJANGO_SETTINGS_MODULE": "opstap.project.settings.test"}
SUITES = [
    Suite("ruff", 20, [str(BIN / "ruff"), "check", "src", "tests", "bench"]),
    Suite("mypy", 120, _python("-m", "mypy", "src/opstap")),
    Suite("laag", 20, [str(BIN / "lint-imports")]),
    Suite("bandit", 40, [str(BIN / "bandit"), "-q", "-c", "pyproject.toml", "-r", "-ll", "src/opstap"]),
    Suite("migraties", 20, _python("-m", "opstap", "beheer", *_MIGRATIONS), environment=_TESTING),
    Suite("sqlite", 600, _pytest("-n", "2", "-m", "not browser", *_COUNTED), True, environment=_COVERAGE),
    Suite("dekking", 20, _python("-m", "opstap.project.dekking"), environment=_COVERAGE),
    Suite("postgres", 180, _pytest("-n", "2", "-m", "not browser", *_DATABASE), True, on_postgres=True),
    # One file stays with one worker: its server and its people are shared.
    Suite("browser", 480, _pytest("-n", "2", "--dist", "loadfile", "-m", "browser", *_LONG), True),
]


def main(arguments: Sequence[str]) -> int:
    """Run the suites named, or all; 0 when everything passed."""
    chosen = _choose(arguments)
    ARTEFACTEN.mkdir(exist_ok=True)
    before = signal.signal(signal.SIGTERM, _stop_politely)
    try:
        uitslagen = [_report(_run(suite)) for suite in chosen]
    finally:
        signal.signal(signal.SIGTERM, before)
    (ARTEFACTEN / "test.json").write_text(json.dumps([vars(each) for each in uitslagen], indent=1), encoding="utf-8")
    _print_table(uitslagen)
    return 1 if any(each.failed for each in uitslagen) else 0


def _choose(names: Sequence[str]) -> list[Suite]:
    by_name = {suite.naam: suite for suite in SUITES}
    known = ", ".join(by_name)
    if any(name in ("-h", "--help") for name in names):
        raise InvoerFout(f"Gebruik: ./opstap test [NAAM…]. De namen zijn: {known}.")
    for name in names:
        if name not in by_name:
            raise InvoerFout(f"De controle {name} ken ik niet. Kies uit: {known}.")
    return [by_name[name] for name in names] if names else SUITES


def _run(suite: Suite) -> Uitslag:
    budget = suite.budget_s * (WIDE if os.environ.get("OPSTAP_GEHEEL") == "1" else 1)
    print(f"\n== {suite.naam} (budget {budget} s)", flush=True)
    began = time.monotonic()
    junit = ARTEFACTEN / f"{suite.naam}.xml"
    junit.unlink(missing_ok=True)
    try:
        with _database(suite) as url:
            code = _run_within(suite, UITLOOP * budget, url, junit)
    except InvoerFout as error:
        return Uitslag(suite.naam, 0, 1, time.monotonic() - began, budget, str(error))
    duration = time.monotonic() - began
    if code is None:
        passed, failed = _count(junit)
        return Uitslag(suite.naam, passed, failed + 1, duration, budget, "duurde langer dan mag")
    if suite.is_pytest:
        passed, failed = _count(junit)
        broke = code != 0 and not failed
        return Uitslag(suite.naam, passed, failed + broke, duration, budget, f"pytest eindigde met {code}" * broke)
    return Uitslag(suite.naam, int(code == 0), int(code != 0), duration, budget)


def _database(suite: Suite) -> AbstractContextManager[str]:
    return throwaway_postgres() if suite.on_postgres else nullcontext("")


def _run_within(suite: Suite, budget: int, url: str, junit: Path) -> int | None:
    """The exit code, or None when it took too long. Its temporary files and its children go with it."""
    folder = tempfile.mkdtemp(prefix="opstap-toets-")
    os.chmod(folder, 0o711)  # noqa: S103  a PostgreSQL of a test, another user, has to come through
    environment = {**os.environ, **suite.environment, "TMPDIR": folder, "PYTHONPATH": str(ROOT / "src")}
    environment["OPSTAP_DATABASE_URL"] = url
    command = [*suite.command, *([f"--junitxml={junit}"] if suite.is_pytest else [])]
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, start_new_session=True)
    try:
        return process.wait(timeout=budget)
    except subprocess.TimeoutExpired:
        return None
    finally:
        _end_group(process)
        shutil.rmtree(folder, ignore_errors=True)


def _end_group(process: subprocess.Popen[bytes]) -> None:
    """End what the suite left running: it has a session of its own, so this reaches nobody else."""
    for sign in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, sign)
        except ProcessLookupError:
            break
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            continue
    process.wait()


def _count(junit: Path) -> tuple[int, int]:
    """Passed and failed in a JUnit file of pytest; (0, 0) when there is none."""
    try:
        suites = list(ElementTree.parse(junit).iter("testsuite"))  # noqa: S314  written by pytest
    except (FileNotFoundError, ElementTree.ParseError):
        return 0, 0
    total, skipped, failed = (
        sum(int(suite.get(name, "0")) for suite in suites for name in names)
        for names in (("tests",), ("skipped",), ("failures", "errors"))
    )
    return max(total - skipped - failed, 0), failed


def _report(uitslag: Uitslag) -> Uitslag:
    word = "goed" if not uitslag.failed else "FOUT"
    reason = f": {uitslag.reden}" if uitslag.reden else ""
    print(f"-- {uitslag.naam}: {word} in {uitslag.duur_s:.1f} s{reason}", flush=True)
    return uitslag


def _print_table(uitslagen: list[Uitslag]) -> None:
    print(f"\n{'controle':<10} {'goed':>6} {'fout':>5} {'duur':>8} {'mag':>7}")
    for each in uitslagen:
        counts = f"{each.naam:<10} {each.passed:>6} {each.failed:>5}"
        over = "over het budget" if each.duur_s > each.budget_s else ""
        print(f"{counts} {each.duur_s:>6.1f} s {each.budget_s:>5} s  {each.reden or over}")
    print(f"Samen {sum(each.duur_s for each in uitslagen) / 60:.1f} minuten.")
    passed, failed = (sum(counts) for counts in zip(*((each.passed, each.failed) for each in uitslagen), strict=True))
    print(f"{passed} passed, {failed} failed", flush=True)


def _stop_politely(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt
