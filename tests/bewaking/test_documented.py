"""What a person can type or set is written down, and nothing is written down that is not there."""

from __future__ import annotations

import re

from opstap.__main__ import COMMANDS
from tests.bewaking.house import ROOT, texts

SETTING = re.compile(r"\bOPSTAP_[A-Z][A-Z0-9_]*\b")


def settings_in_code() -> set[str]:
    names = [name for name in texts() if name.startswith("src/opstap/") or name == "opstap"]
    return {found for name in names for found in SETTING.findall(texts()[name])}


def settings_in_docs() -> set[str]:
    return set(re.findall(r"^\| `(OPSTAP_[A-Z0-9_]+)` \|", texts()["docs/instellingen.md"], re.M))


def test_every_setting_is_documented():
    assert sorted(settings_in_code() - settings_in_docs()) == [], "beschrijf deze in docs/instellingen.md"


def test_no_setting_is_documented_that_nothing_reads():
    assert sorted(settings_in_docs() - settings_in_code()) == []


def test_every_command_is_in_the_readme():
    readme = ROOT / "README.md"
    text = readme.read_text(encoding="utf-8") if readme.exists() else ""
    missing = [name for name in COMMANDS if not re.search(rf"opstap {name}\b", text)]
    assert missing == [], "beschrijf deze opdrachten in README.md"
