"""Nothing in the project belongs to one machine, is unfinished by its own words, or fetches when it runs."""

from __future__ import annotations

import ast
import re

import pytest

from tests.bewaking.house import python, texts

# Written in pieces, so that this file does not find itself.
MACHINE = re.compile(
    r"(?<![\w.])/(?:wo" + r"rk|ro" + r"ot|ho" + r"me)/\w|(?<!no-emit-)index-" + r"url"
    r"|pypi\.or" + r"g/simple|registry\.np" + r"mjs"
)
UNFINISHED = re.compile(
    r"\bTO" + r"DO\b|\bFIX" + r"ME\b|#.*\bXX" + r"X\b|raise NotImplemented" + r"Error"
    r"|\bnot imple" + r"mented\b|later geb" + r"ouwd"
)
SECRET = re.compile(r"-----BEGIN (?:[A-Z]+ )?PRIVATE" + r" KEY-----|\bAKIA[0-9A-Z]{16}\b|\bghp_\w{36}\b")
LOADED = re.compile(
    r"<(?:script|img|iframe|source)[^>]*\ssrc=[\"'](?:https?:)?//|<link[^>]*\shref=[\"'](?:https?:)?//"
    r"|url\([\"']?(?:https?:)?//|@import\s+[\"'](?:https?:)?//|\bimport\([\"']https?://"
)


def places(pattern: re.Pattern[str], *endings: str, under: tuple[str, ...] = ("",)) -> list[str]:
    return [
        f"{name}:{number}: {line.strip()[:120]}"
        for name, text in texts().items()
        if name.startswith(under) and name.endswith(endings or ("",))
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]


def test_no_path_of_a_machine_and_no_host_of_a_registry():
    assert places(MACHINE) == []


def test_nothing_is_unfinished_by_its_own_words():
    assert places(UNFINISHED, under=("src/", "tests/", "bench/", "opstap")) == []


def test_no_secret_is_committed():
    assert places(SECRET) == []


def test_no_page_loads_anything_from_elsewhere():
    assert places(LOADED, ".html", ".css", ".js", under=("src/",)) == []


def test_every_test_runs():
    """A test may only step aside when the shared data are not there."""
    found = []
    for name, tree in python("tests").items():
        lines = texts()[name].splitlines()
        for node in ast.walk(tree):
            if not isinstance(node, ast.Attribute) or node.attr not in ("skip", "skipif", "xfail", "importorskip"):
                continue
            if ast.unparse(node).startswith(("pytest.mark.", "pytest.")):
                near = " ".join(lines[max(node.lineno - 3, 0) : node.lineno + 3])
                if node.attr == "xfail" or "shared" not in near.lower():
                    found.append(f"{name}:{node.lineno}: {ast.unparse(node)}")
    assert found == []


@pytest.mark.parametrize(
    ("pattern", "line"),
    [
        (MACHINE, "open('/wo" + "rk/main/x')"),
        (MACHINE, "--index-" + "url https://example.org"),
        (UNFINISHED, "# TO" + "DO later"),
        (SECRET, "-----BEGIN RSA PRIVATE" + " KEY-----"),
        (LOADED, '<script src="https://cdn.example.org/x.js">'),
        (LOADED, "src: url(//fonts.example.org/x.woff2)"),
    ],
)
def test_the_guards_see_what_they_look_for(pattern, line):
    assert pattern.search(line)


@pytest.mark.parametrize(
    ("pattern", "line"),
    [(MACHINE, "https://example.org/wo" + "rk/x"), (LOADED, '<a href="https://wetten.overheid.nl/">')],
)
def test_the_guards_leave_good_lines_alone(pattern, line):
    assert not pattern.search(line)
