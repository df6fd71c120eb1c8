"""Talking about work: the sheet at home, my plan, and the research behind it."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from opstap.kern.actie import NietMogelijk
from opstap.kern.publiek import Rol, alleen
from opstap.keuzehulp.actions.add_stap import AddStap
from opstap.keuzehulp.actions.fill_gesprek import FillGesprek
from opstap.keuzehulp.actions.finish_stap import FinishStap
from opstap.keuzehulp.queries import find_stap, latest_gesprek, latest_plan, who_looked
from opstap.onderdelen.eenmalig import posted
from opstap.onderdelen.gesprek import GesprekFormulier, StapFormulier, initial
from opstap.onderdelen.keuzehulp import local_catalogue
from opstap.onderdelen.teksten import t
from opstap.portaal.gesprek import HIER, my_plan, myself, show_plan


@alleen(Rol.INWONER)
def gesprek(request: HttpRequest) -> HttpResponse:
    """The sheet: own words first, then questions that may all be left open; saved with one button."""
    me = myself(request)
    sheet = latest_gesprek(me.inwoner)
    form = GesprekFormulier.van(request, initial=initial(sheet))
    if request.method == "POST" and form.is_valid():
        said = {name: value for name, value in form.said().items() if not name.endswith("_consulent")}
        try:
            FillGesprek(door=me.gebruiker, gemeente=me.gemeente, inwoner=me.inwoner, **said).run(form.eenmalig)
            messages.success(request, t("portaal.gesprek.bewaard"))
            return redirect("portaal:gesprek")
        except NietMogelijk as refusal:
            form.add_error(None, t(refusal.sleutel, **refusal.waarden))
    context = {"form": form, "plan": latest_plan(me.inwoner), "blikken": who_looked(me.inwoner), "hier": HIER}
    return render(request, "portaal/gesprek.html", context)


@alleen(Rol.INWONER)
@require_GET
def plan(request: HttpRequest) -> HttpResponse:
    """My words, my choice, my steps, and the day we talk again."""
    me = myself(request)
    return show_plan(request, me)


@alleen(Rol.INWONER)
@require_POST
def stap_toevoegen(request: HttpRequest) -> HttpResponse:
    me = myself(request)
    found = my_plan(me)
    form = StapFormulier.van(request)
    if not form.is_valid():
        return show_plan(request, me, form)
    AddStap(door=me.gebruiker, gemeente=me.gemeente, plan=found, **form.cleaned_data).run(form.eenmalig)
    messages.success(request, t("keuzehulp.stap_bewaard"))
    return redirect("portaal:plan")


@alleen(Rol.INWONER)
@require_POST
def stap_klaar(request: HttpRequest, stap: UUID) -> HttpResponse:
    me = myself(request)
    step = find_stap(my_plan(me), stap)
    if step is None:
        raise Http404
    FinishStap(door=me.gebruiker, gemeente=me.gemeente, stap=step, klaar=request.POST.get("klaar") != "nee").run(
        posted(request)
    )
    return redirect("portaal:plan")


@alleen(Rol.INWONER)
@require_GET
def onderzoek(request: HttpRequest, studie: str) -> HttpResponse:
    """One study in plain words."""
    found = local_catalogue(myself(request).gemeente).studies.get(studie)
    if found is None:
        raise Http404
    return render(request, "portaal/onderzoek.html", {"studie": found, "hier": HIER})
