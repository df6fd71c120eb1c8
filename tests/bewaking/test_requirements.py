"""What comes from others is pinned by hash, comes from no named place, and has a licence that goes with ours."""

from __future__ import annotations

import re
from importlib.metadata import Distribution, PackageNotFoundError, distribution

import pytest

from tests.bewaking.house import ROOT

LISTS = ("start", "test")
PINNED = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==([^\s;\\]+)\s*(;[^\\]*)?\\?$")

# Weaker copyleft: fine as a dependency that we do not change. Each is looked at by hand before it joins.
COPYLEFT_OK = {
    "certifi": "MPL-2.0",
    "hypothesis": "MPL-2.0, tests only",
    "pathspec": "MPL-2.0, tests only",
    "pi-heif": "BSD-3-Clause around libheif, LGPL-3.0",
    "pikepdf": "MPL-2.0",
    "psycopg": "LGPL-3.0",
    "psycopg-binary": "LGPL-3.0",
    "psycopg-pool": "LGPL-3.0",
    "pyphen": "GPL-2.0 or LGPL-2.1 or MPL-1.1, at our choice",
    "python-stdnum": "LGPL-2.1",
    "tqdm": "MPL-2.0 and MIT",
}
SILENT_OK = {"axe-playwright-python": "MIT, carries axe-core MPL-2.0; tests only", "pysqlite3": "zlib/libpng"}
_STRONG = re.compile(r"AGPL|Affero|SSPL|BUSL|Commons Clause|(?<![L])GPL|(?<!Lesser )General Public License", re.I)
_WEAK = re.compile(r"LGPL|Lesser General|MPL|Mozilla Public", re.I)


def blocks(name: str) -> list[str]:
    """Each requirement with its hashes as one text."""
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    joined = "\n".join(lines)
    return re.split(r"\n(?=\S)", joined)


def pinned(name: str) -> dict[str, str | None]:
    """Names with their marker, if any."""
    found = {}
    for block in blocks(name):
        match = PINNED.match(block.splitlines()[0])
        assert match, f"niet vastgezet: {block.splitlines()[0]}"
        found[canonical(match.group(1))] = match.group(3)
    return found


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def licence_of(package: Distribution) -> str:
    data = package.metadata
    classifiers = [each for each in data.get_all("Classifier") or [] if each.startswith("License")]
    named = data.get("License-Expression") or ""
    free = (data.get("License") or "").strip().splitlines()
    return "; ".join(filter(None, [named, *classifiers, free[0][:80] if free else ""]))


@pytest.mark.parametrize("name", LISTS)
def test_every_package_is_pinned_by_hash(name):
    assert [block.splitlines()[0] for block in blocks(name) if "--hash=sha256:" not in block] == []
    assert len(pinned(name)) > 40


@pytest.mark.parametrize("name", LISTS)
def test_no_list_names_a_place_to_fetch_from(name):
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    assert re.findall(r"https?://\S+|^-[if]\b.*|^--(?!hash).*", text, re.M) == []


@pytest.mark.parametrize("name", LISTS)
def test_every_wish_is_pinned(name):
    text = (ROOT / "requirements" / f"{name}.in").read_text(encoding="utf-8")
    wishes = [re.split(r"[\[=~<>!;\s#]", line)[0] for line in text.splitlines() if line and line[0] not in "#-"]
    assert [wish for wish in wishes if canonical(wish) not in pinned(name)] == []


def test_the_tests_use_what_the_product_uses():
    start, test = (set(blocks(name)) for name in LISTS)
    assert start - test == set()


def test_no_package_has_a_licence_that_ours_cannot_live_with():
    refused, unknown = [], []
    for name, marker in pinned("test").items():
        try:
            licence = licence_of(distribution(name))
        except PackageNotFoundError:
            assert marker, f"{name} is niet geïnstalleerd"
            continue
        if name in COPYLEFT_OK or name in SILENT_OK:
            continue
        if _STRONG.search(licence) or _WEAK.search(licence):
            refused.append(f"{name}: {licence}")
        elif not licence:
            unknown.append(name)
    assert refused == []
    assert unknown == []


def test_the_lists_of_exceptions_are_not_longer_than_needed():
    assert (set(COPYLEFT_OK) | set(SILENT_OK)) - set(pinned("test")) == set()


@pytest.mark.parametrize("licence", ["GPL-3.0-only", "AGPL-3.0", "GNU General Public License v3 (GPLv3)"])
def test_the_guard_sees_strong_copyleft(licence):
    assert _STRONG.search(licence)


@pytest.mark.parametrize("licence", ["LGPL-3.0-only", "GNU Lesser General Public License v2 (LGPLv2+)", "MPL-2.0"])
def test_the_guard_knows_weak_copyleft(licence):
    assert not _STRONG.search(licence)
    assert _WEAK.search(licence)
