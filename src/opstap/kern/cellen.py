"""Cells of a list that a spreadsheet opens: what it would run as a formula is made text, and back again."""

from __future__ import annotations

import re

_FORMULE = re.compile(r"'*[=+\-@\t\r]")


def escaped(text: str) -> str:
    """A cell that would be run gets an apostrophe in front; `unescaped` takes it off again, whatever stood there."""
    return f"'{text}" if _FORMULE.match(text) else text


def unescaped(text: str) -> str:
    return text[1:] if text.startswith("'") and _FORMULE.match(text) else text
