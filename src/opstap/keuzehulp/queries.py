"""Reading the conversation and the plan. Nothing here knows of entitlement."""

from __future__ import annotations

from opstap.inwoner.models import Inwoner
from opstap.keuzehulp.models import Gesprek, Plan


def current_gesprek(inwoner: Inwoner) -> Gesprek | None:
    """The conversation that has no choice yet, else None: a new one begins after a choice."""
    rows = Gesprek.objects.filter(gemeente=inwoner.gemeente, inwoner=inwoner, keuzes=None)
    return rows.order_by("-begonnen_op").first()


def latest_plan(inwoner: Inwoner) -> Plan | None:
    rows = Plan.objects.filter(gemeente=inwoner.gemeente, inwoner=inwoner).select_related("keuze__gesprek")
    return rows.prefetch_related("stappen").order_by("-gemaakt_op").first()
