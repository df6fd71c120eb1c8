"""The supply as a file that comes back in unchanged: CSV for a spreadsheet, JSON for a program."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from opstap.kern.cellen import escaped
from opstap.keuzehulp.lijst.bestand import SOORT_BESTAND, VERSIE
from opstap.keuzehulp.lijst.kolommen import KOLOMMEN, NAMEN, as_text
from opstap.keuzehulp.models import Aanbod


def as_csv(rows: Iterable[Aanbod]) -> str:
    """Semicolons and a byte order mark, as a Dutch spreadsheet expects; what looks like a formula is made text."""
    goal = io.StringIO(newline="")
    goal.write("\ufeff")
    writer = csv.writer(goal, delimiter=";", lineterminator="\r\n")
    writer.writerow(NAMEN)
    for row in rows:
        writer.writerow([escaped(as_text(kolom, getattr(row, kolom.naam))) for kolom in KOLOMMEN])
    return goal.getvalue()


def as_json(rows: Iterable[Aanbod], van: str, op: date) -> str:
    """One document as docs/contracten/aanbod.json describes it."""
    found = [{kolom.naam: _value(getattr(row, kolom.naam)) for kolom in KOLOMMEN} for row in rows]
    document = {"soort": SOORT_BESTAND, "versie": VERSIE, "van": van, "gemaakt_op": op.isoformat(), "aanbod": found}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _value(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
