"""The clock for the JSON of contract 3: `bereken` and the read-only what-if."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from opstap.termijn import inhoud, kalender
from opstap.termijn.clock import klok
from opstap.termijn.invoer import ordered, read_document, read_gebeurtenis
from opstap.termijn.model import Gebeurtenis, Klok, Persoon

lees_document = read_document


def bereken(document: Any, taal: str = "nl") -> dict[str, Any]:
    """The answer of contract 3 to its document. Raises InvoerFout with one Dutch line."""
    on, events, persons = read_document(document)
    return klok(events, on, persons, taal).as_dict()


def wat_als(document: Any, extra_gebeurtenis: Any) -> dict[str, Any]:
    """The clock before and after one event that did not happen (yet), and what would differ. Changes nothing."""
    on, events, persons = read_document(document)
    extra = extra_gebeurtenis
    if not isinstance(extra, Gebeurtenis):
        extra = read_gebeurtenis(extra, "de extra gebeurtenis")
    before, after = klok(events, on, persons), klok(ordered((*events, extra)), on, persons)
    return {"voor": before.as_dict(), "na": after.as_dict(), "verschil": differences(before, after)}


def what_if(
    events: Sequence[Gebeurtenis],
    extra: Gebeurtenis,
    on: date,
    persons: tuple[Persoon, ...] | None = None,
    taal: str = "nl",
) -> tuple[Klok, Klok, list[dict[str, Any]]]:
    """The same for typed events: (clock now, clock with the extra event, what differs)."""
    before, after = klok(events, on, persons, taal), klok((*events, extra), on, persons, taal)
    return before, after, differences(before, after)


def differences(before: Klok, after: Klok) -> list[dict[str, Any]]:
    """Per term that changes: the day it was, the day it becomes and a sentence."""
    was = {row.id: row for row in before.termijnen}
    rows: list[dict[str, Any]] = []
    for row in after.termijnen:
        old = was.get(row.id)
        if row.uiterlijk is None or (old and old.uiterlijk == row.uiterlijk and old.staat == row.staat):
            continue
        then = old.uiterlijk if old else None
        rows.append(
            {
                "id": row.id,
                "was": then.isoformat() if then else None,
                "wordt": row.uiterlijk.isoformat(),
                "tekst": _sentence(row.naam, then, row.uiterlijk, after.taal),
            }
        )
    return rows


def _sentence(name: str, was: date | None, becomes: date, taal: str) -> str:
    key = "begint" if was is None else "blijft" if was == becomes else "wordt"
    before = kalender.in_woorden(was, taal) if was else ""
    return inhoud.zin(f"verschil.{key}", taal, naam=name, was=before, wordt=kalender.in_woorden(becomes, taal))
