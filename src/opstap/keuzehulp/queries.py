"""Reading the conversation and the plan. Nothing here knows of entitlement."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q, QuerySet

from opstap.inwoner.models import Inwoner
from opstap.kern import log
from opstap.kern.models import Gemeente
from opstap.keuzehulp.actions.view_gesprek import GEZIEN
from opstap.keuzehulp.models import Gesprek, Plan, Stap, Terugblik

HOOGSTENS = 50


def latest_gesprek(inwoner: Inwoner) -> Gesprek | None:
    """The newest conversation sheet, with or without a choice."""
    rows = Gesprek.objects.filter(gemeente=inwoner.gemeente_id, inwoner=inwoner).select_related("consulent")
    return rows.order_by("-begonnen_op", "-pk").first()


def latest_plan(inwoner: Inwoner) -> Plan | None:
    """The newest plan with its choice and steps."""
    rows = Plan.objects.filter(gemeente=inwoner.gemeente, inwoner=inwoner)
    rows = rows.select_related("keuze__gesprek", "keuze__vastgelegd_door", "inwoner")
    return rows.prefetch_related("stappen").order_by("-gemaakt_op", "-pk").first()


def earlier_plans(plan: Plan) -> QuerySet[Plan]:
    """The plans that came before this one, newest first; they stay as they were."""
    rows = Plan.objects.filter(gemeente=plan.gemeente, inwoner=plan.inwoner, gemaakt_op__lt=plan.gemaakt_op)
    return rows.select_related("keuze").order_by("-gemaakt_op", "-pk")


def open_terugblik(inwoner: Inwoner) -> Terugblik | None:
    """The newest question "how is it going?", also when it was answered already: an answer may be changed."""
    rows = Terugblik.objects.filter(gemeente=inwoner.gemeente, plan__inwoner=inwoner)
    return rows.select_related("plan__inwoner", "plan__keuze").order_by("-gevraagd_op", "-pk").first()


def who_looked(inwoner: Inwoner) -> list[log.Regel]:
    """Which workers opened the talk or the plan of this person, and when, newest first."""
    sheets = Gesprek.objects.filter(gemeente=inwoner.gemeente, inwoner=inwoner).values_list("pk", flat=True)
    return log.read(inwoner.gemeente, sheets, GEZIEN)[::-1]


def find_stap(plan: Plan, pk: UUID) -> Stap | None:
    """A step of this plan, or None when it belongs to another."""
    return plan.stappen.select_related("plan__inwoner", "plan__keuze").filter(pk=pk).first()


def running(gemeente: Gemeente) -> tuple[list[Gesprek], list[Plan]]:
    """Talks that wait for a choice, longest first, and of each person the newest plan, first day to look back first."""
    open_rows = Gesprek.objects.filter(gemeente=gemeente, keuzes=None).select_related("inwoner", "consulent")
    plans: dict[object, Plan] = {}
    rows = Plan.objects.filter(gemeente=gemeente).select_related("inwoner", "keuze").prefetch_related("stappen")
    for plan in rows.order_by("-gemaakt_op", "-pk")[: HOOGSTENS * 4]:
        plans.setdefault(plan.inwoner_id, plan)
    soonest = sorted(plans.values(), key=lambda plan: plan.evaluatie_op)
    return list(open_rows.order_by("begonnen_op")[:HOOGSTENS]), soonest[:HOOGSTENS]


def find_people(gemeente: Gemeente, naam: str) -> QuerySet[Inwoner]:
    """People of this municipality whose name holds every word that was typed."""
    rows = Inwoner.objects.filter(gemeente=gemeente)
    for word in naam.split()[:5]:
        rows = rows.filter(Q(voornaam__icontains=word) | Q(achternaam__icontains=word))
    return rows.order_by("achternaam", "voornaam")[:20]
