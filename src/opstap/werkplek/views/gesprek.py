"""The talk about work and the choice: a consulent and the person at one screen."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from opstap.kern.actie import NietMogelijk
from opstap.kern.publiek import Rol, alleen
from opstap.keuzehulp.actions.choose import Choose
from opstap.keuzehulp.actions.fill_gesprek import FillGesprek
from opstap.keuzehulp.queries import find_people, latest_plan, running
from opstap.onderdelen.gesprek import GesprekFormulier, initial
from opstap.onderdelen.keuzehulp import local_catalogue
from opstap.onderdelen.teksten import t
from opstap.werkplek import gesprekblad as blad
from opstap.werkplek.alle_hulp import everything
from opstap.werkplek.toegang import worker


@alleen(Rol.CONSULENT)
@require_GET
def gesprekken(request: HttpRequest) -> HttpResponse:
    """Talks that run, plans with their day to look back, and finding a person."""
    _, gemeente = worker(request)
    naam = request.GET.get("wie", "")[:100].strip()
    talks, plans = running(gemeente)
    people = find_people(gemeente, naam) if naam else None
    context = {"gesprekken": talks, "plannen": plans, "mensen": people, "wie": naam}
    return render(request, "werkplek/gesprekken.html", {**context, "ervaring": blad.experiences(gemeente)})


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
    made = blad.outcome(sheet, request.GET.getlist("naast"))
    form = blad.KeuzeFormulier.van(request, naam=person.voornaam)
    if request.method == "POST" and form.is_valid():
        try:
            Choose(door=user, gemeente=gemeente, gesprek=sheet, **form.said(blad.on_the_table(made))).run(form.eenmalig)
            return redirect("werkplek:plan", inwoner)
        except NietMogelijk as refusal:
            form.add_error(None, t(refusal.sleutel, **refusal.waarden))
    return render(request, "werkplek/gesprek_opties.html", blad.page(person, sheet, form, made))


@alleen(Rol.CONSULENT)
@require_GET
def alles(request: HttpRequest, inwoner: UUID) -> HttpResponse:
    """Everything there is, also what is full or stopped; what is looked for stands in the address."""
    person, sheet = blad.open_person(request, inwoner)
    return render(request, "werkplek/alle_hulp.html", everything(person, sheet, request.GET))


@alleen(Rol.CONSULENT)
@require_GET
def onderzoek(request: HttpRequest, studie: str) -> HttpResponse:
    """One study in plain words."""
    found = local_catalogue(worker(request)[1]).studies.get(studie)
    if found is None:
        raise Http404
    return render(request, "werkplek/onderzoek.html", {"studie": found, "hier": "werkplek:gesprekken"})
