"""What the page of a plan shows to the worker: the same as the person sees, and the forms beside it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse

from opstap.inwoner.models import Inwoner
from opstap.kern import clock
from opstap.keuzehulp.jongeren import has_plan_44a
from opstap.keuzehulp.models import Jongerenplan, Plan
from opstap.keuzehulp.queries import latest_plan
from opstap.onderdelen.gesprek import StapFormulier, plan_page
from opstap.onderdelen.voortgang import JongerenFormulier
from opstap.werkplek.gesprekblad import open_person

HIER = "werkplek:gesprekken"


def open_plan(request: HttpRequest, pk: UUID) -> tuple[Inwoner, Plan | None]:
    """The person and the newest plan, after writing down that this worker looked. Raises Http404 for who may not."""
    person, _ = open_person(request, pk)
    return person, latest_plan(person)


def plan_context(
    person: Inwoner, plan: Plan, form: StapFormulier | None = None, jong_form: JongerenFormulier | None = None
) -> dict[str, Any]:
    """Everything on the page of the plan."""
    young = has_plan_44a(person.geboortedatum, clock.today())
    context = {
        **plan_page(plan, lambda stap: reverse("werkplek:stap_klaar", args=[person.pk, stap.pk])),
        "form": form or StapFormulier(), "hier": HIER, "jong": young,
    }  # fmt: skip
    if young:
        context["jong_form"] = jong_form or JongerenFormulier(initial=_before(context["jongerenplan"]))
    return context


def _before(row: Jongerenplan | None) -> dict[str, str]:
    return {name: getattr(row, name) for name in ("school", "hulp", "afspraken", "terugkijken")} if row else {}
