"""`opstap standen`: draw the tables of states into docs/standen.md, so that text and code cannot differ."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from opstap.aanvraag.staten import AANVRAAG, BEZWAAR, RECHT, Zet
from opstap.kern.commands import say

DOEL = Path(__file__).resolve().parents[3] / "docs" / "standen.md"


def main(arguments: Sequence[str]) -> int:
    DOEL.write_text(draw(), encoding="utf-8")
    say("docs/standen.md is bijgewerkt.")
    return 0


def draw() -> str:
    """The whole page."""
    parts = ["# Standen", "",
        "Getekend uit `aanvraag/staten.py` met `./opstap standen`. Wat hier niet staat, kan niet."]
    for title, table in (("Een aanvraag", AANVRAAG), ("Een recht", RECHT), ("Een bezwaar", BEZWAAR)):
        parts += ["", f"## {title}", "", "| van | naar | door | wanneer |", "|---|---|---|---|"]
        parts += [_row(zet) for zet in table]
    return "\n".join(parts) + "\n"


def _row(zet: Zet) -> str:
    return f"| {', '.join(zet.van)} | {zet.naar} | `{zet.actie}` | {zet.wanneer} |"
