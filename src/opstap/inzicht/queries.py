"""Where it waits: counts over a municipality, never over a person. Small numbers are not told apart."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Min

from opstap.aanvraag.models import Aanvraag
from opstap.kern import clock
from opstap.kern.models import Gemeente

KLEIN = 5


@dataclass(frozen=True, slots=True)
class Wachten:
    """How many applications stand in one place, and since when the oldest. `aantal` None: fewer than five, not told."""

    plek: str
    aantal: int | None
    oudste: date | None


def where_it_waits(gemeente: Gemeente) -> list[Wachten]:
    """Open applications by what lies ready, most first; under five neither number nor date is shown."""
    rows = Aanvraag.objects.filter(gemeente=gemeente).exclude(aan_zet=Aanvraag.AanZet.NIEMAND).exclude(werk="")
    counted = rows.values("werk").annotate(aantal=Count("pk"), oudste=Min("aan_zet_sinds")).order_by("-aantal", "werk")
    return [
        Wachten(row["werk"], *((row["aantal"], row["oudste"]) if row["aantal"] >= KLEIN else (None, None)))
        for row in counted
    ]


def too_late(gemeente: Gemeente) -> int:
    """How many open terms have passed, for the municipality as a whole."""
    rows = Aanvraag.objects.filter(gemeente=gemeente, aan_zet=Aanvraag.AanZet.GEMEENTE, uiterlijk_op__lt=clock.today())
    return rows.count()
