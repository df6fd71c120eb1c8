"""The talk about work, the choice and the plan: a consulent and the person at one screen."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from opstap.kern.actie import NietMogelijk
from opstap.kern.publiek import Rol, alleen
from opstap.keuzehulp.actions.add_stap import AddStap
from opstap.keuzehulp.actions.choose import Choose
from opstap.keuzehulp.actions.fill_gesprek import FillGesprek
from opstap.keuzehulp.actions.finish_stap import FinishStap
from opstap.keuzehulp.queries import find_people, find_stap, latest_plan, running
from opstap.onderdelen.eenmalig import posted
from opstap.onderdelen.gesprek import GesprekFormulier, StapFormulier, initial, plan_page
from opstap.onderdelen.keuzehulp import local_catalogue
from opstap.onderdelen.teksten import t
from opstap.werkplek import gesprekblad as blad
from opstap.werkplek.toegang import worker


@alleen(Rol.CONSULENT)
@require_GET
def gesprekken(request: HttpRequest) -> HttpResponse:
    """Talks that run, plans with their day to look back, and finding a person."""
    _, gemeente = worker(request)
    naam = request.GET.get("wie", "")[:100].strip()
    talks, plans = running(gemeente)
    people = find_people(gemeente, naam) if naam else None
    return render(
        request, "werkplek/gesprekken.html", {"gesprekken": talks, "plannen": plans, "mensen": people, "wie": naam}
    )


@alleen(Rol.CONSULENT)
def gesprek(request: HttpRequest, inwoner: UUID) -> HttpResponse:
    """The sheet, filled in together; the worker's view stands beside and never in place of the person's answer."""
    user, gemeente = worker(request)
    person, sheet = blad.open_person(request, inwoner)
    form = GesprekFormulier.van(request, met_kijk=True, initial=initial(sheet))
    if request.method == "POST" and form.is_valid():
        try:
            FillGesprek(door=user, gemeente=gemeente, inwoner=person, **form.said()).run(form.eenmalig)
            return redirect("werkplek:opties", inwoner)
        except NietMogelijk as refusal:
            form.add_error(None, t(refusal.sleutel, **refusal.waarden))
    context = {
        "inwoner": person,
        "gesprek": sheet,
        "form": form,
        "plan": latest_plan(person),
        "hier": "werkplek:gesprekken",
    }
    return render(request, "werkplek/gesprek.html", context)


@alleen(Rol.CONSULENT)
def opties(request: HttpRequest, inwoner: UUID) -> HttpResponse:
    """The options beside each other, and what was chosen."""
    user, gemeente = worker(request)
    person, sheet = blad.open_person(request, inwoner)
    if sheet is None:
        return redirect("werkplek:gesprek", inwoner)
    made = blad.outcome(sheet)
    form = blad.KeuzeFormulier.van(request, naam=person.voornaam)
    if request.method == "POST" and form.is_valid():
        try:
            Choose(door=user, gemeente=gemeente, gesprek=sheet, **form.said(blad.on_the_table(made))).run(form.eenmalig)
            return redirect("werkplek:plan", inwoner)
        except NietMogelijk as refusal:
            form.add_error(None, t(refusal.sleutel, **refusal.waarden))
    return render(request, "werkplek/gesprek_opties.html", blad.page(person, sheet, form, made))


@alleen(Rol.CONSULENT)
def plan(request: HttpRequest, inwoner: UUID) -> HttpResponse:
    """The plan as the person sees it too; a step can be added."""
    user, gemeente = worker(request)
    person, _ = blad.open_person(request, inwoner)
    found = latest_plan(person)
    if found is None:
        return redirect("werkplek:gesprek", inwoner)
    form = StapFormulier.van(request)
    if request.method == "POST" and form.is_valid():
        AddStap(door=user, gemeente=gemeente, plan=found, **form.cleaned_data).run(form.eenmalig)
        messages.success(request, t("keuzehulp.stap_bewaard"))
        return redirect("werkplek:plan", inwoner)
    context = plan_page(found, lambda stap: reverse("werkplek:stap_klaar", args=[inwoner, stap.pk]))
    return render(request, "werkplek/plan.html", {**context, "form": form, "hier": "werkplek:gesprekken"})


@alleen(Rol.CONSULENT)
@require_POST
def stap_klaar(request: HttpRequest, inwoner: UUID, stap: UUID) -> HttpResponse:
    user, gemeente = worker(request)
    person, _ = blad.open_person(request, inwoner)
    found = latest_plan(person)
    step = find_stap(found, stap) if found else None
    if step is None:
        raise Http404
    FinishStap(door=user, gemeente=gemeente, stap=step, klaar=request.POST.get("klaar") != "nee").run(posted(request))
    return redirect("werkplek:plan", inwoner)


@alleen(Rol.CONSULENT)
@require_GET
def onderzoek(request: HttpRequest, studie: str) -> HttpResponse:
    """One study in plain words."""
    found = local_catalogue(worker(request)[1]).studies.get(studie)
    if found is None:
        raise Http404
    return render(request, "werkplek/onderzoek.html", {"studie": found, "hier": "werkplek:gesprekken"})
