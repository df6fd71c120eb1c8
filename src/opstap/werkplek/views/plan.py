"""The plan after the talk: steps, looking back together, and the plan of the law for who is under 27."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from opstap.kern.publiek import Rol, alleen
from opstap.keuzehulp.actions.add_stap import AddStap
from opstap.keuzehulp.actions.finish_stap import FinishStap
from opstap.keuzehulp.actions.record_jongerenplan import RecordJongerenplan
from opstap.keuzehulp.actions.record_voortgang import RecordVoortgang
from opstap.keuzehulp.queries import find_stap, latest_plan
from opstap.onderdelen.eenmalig import posted
from opstap.onderdelen.gesprek import StapFormulier
from opstap.onderdelen.teksten import t
from opstap.onderdelen.voortgang import JongerenFormulier, VoortgangFormulier
from opstap.werkplek.planblad import HIER, open_plan, plan_context
from opstap.werkplek.toegang import worker


@alleen(Rol.CONSULENT)
def plan(request: HttpRequest, inwoner: UUID) -> HttpResponse:
    """The plan as the person sees it too; a step can be added."""
    user, gemeente = worker(request)
    person, found = open_plan(request, inwoner)
    if found is None:
        return redirect("werkplek:gesprek", inwoner)
    form = StapFormulier.van(request)
    if request.method == "POST" and form.is_valid():
        AddStap(door=user, gemeente=gemeente, plan=found, **form.cleaned_data).run(form.eenmalig)
        messages.success(request, t("keuzehulp.stap_bewaard"))
        return redirect("werkplek:plan", inwoner)
    return render(request, "werkplek/plan.html", plan_context(person, found, form))


@alleen(Rol.CONSULENT)
@require_POST
def stap_klaar(request: HttpRequest, inwoner: UUID, stap: UUID) -> HttpResponse:
    user, gemeente = worker(request)
    found = latest_plan(open_plan(request, inwoner)[0])
    step = find_stap(found, stap) if found else None
    if step is None:
        raise Http404
    FinishStap(door=user, gemeente=gemeente, stap=step, klaar=request.POST.get("klaar") != "nee").run(posted(request))
    return redirect("werkplek:plan", inwoner)


@alleen(Rol.CONSULENT)
def terugkijken(request: HttpRequest, inwoner: UUID) -> HttpResponse:
    """A progress talk: what helped, what did not, how it goes on. "Something else" leads to the options."""
    user, gemeente = worker(request)
    person, found = open_plan(request, inwoner)
    if found is None:
        return redirect("werkplek:gesprek", inwoner)
    form = VoortgangFormulier.van(request)
    if request.method == "POST" and form.is_valid():
        made = RecordVoortgang(door=user, gemeente=gemeente, plan=found, **form.cleaned_data).run(form.eenmalig)
        messages.success(request, t("keuzehulp.voortgang_bewaard"))
        return redirect("werkplek:gesprek" if made.koers == made.Koers.ANDERS else "werkplek:plan", inwoner)
    context = {"form": form, "plan": found, "inwoner": person, "hier": HIER}
    return render(request, "werkplek/terugkijken.html", context)


@alleen(Rol.CONSULENT)
@require_POST
def jongerenplan(request: HttpRequest, inwoner: UUID) -> HttpResponse:
    """The plan of art. 44a Pw, beside the plan of who is under 27."""
    user, gemeente = worker(request)
    person, found = open_plan(request, inwoner)
    if found is None:
        raise Http404
    form = JongerenFormulier.van(request)
    if not form.is_valid():
        return render(request, "werkplek/plan.html", plan_context(person, found, jong_form=form))
    RecordJongerenplan(door=user, gemeente=gemeente, plan=found, **form.cleaned_data).run(form.eenmalig)
    messages.success(request, t("keuzehulp.jong_bewaard"))
    return redirect("werkplek:plan", inwoner)
