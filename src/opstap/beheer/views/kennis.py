"""Craft: what teams learned about a kind of help, signed and dated, looked at again each year. And trials."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from opstap.beheer import bladen
from opstap.beheer.formulieren_aanbod import help_choices
from opstap.beheer.formulieren_kennis import BeproevingFormulier, VakkennisFormulier
from opstap.kern.publiek import alleen
from opstap.keuzehulp.actions.record_beproeving import RecordBeproeving
from opstap.keuzehulp.actions.review_vakkennis import ReviewVakkennis
from opstap.keuzehulp.actions.write_vakkennis import WriteVakkennis
from opstap.keuzehulp.inhoudlijst import beproevingen, find_vakkennis, made_and_tried, teams
from opstap.keuzehulp.inhoudlijst import vakkennis as craft_lines
from opstap.onderdelen.eenmalig import posted, read


@alleen(*bladen.VAKMENSEN)
@require_GET
def vakkennis(request: HttpRequest) -> HttpResponse:
    """The lines of the teams here, those to look at again first."""
    asked = request.GET.get("hulp", "")[:60]
    rows = craft_lines(bladen.gemeente(request), asked)
    names = dict(help_choices())
    shown = {**bladen.bladzijde(request, [(one, names.get(one.rij.instrument, one.rij.instrument)) for one in rows]),
             "hulp": asked, "hulpsoorten": help_choices(), "verlopen": sum(one.verlopen for one in rows)}  # fmt: skip
    return render(request, "beheer/vakkennis.html", shown)


@alleen(*bladen.VAKMENSEN)
def vakkennis_nieuw(request: HttpRequest) -> HttpResponse:
    """A new line; with `weerspreekt` a line of another team that this one sees otherwise."""
    here = bladen.gemeente(request)
    other = find_vakkennis(here, read(request.GET.get("weerspreekt")))
    start = {"instrument": other.instrument, "kant": "tegen" if other.kant == "voor" else "voor"} if other else {}
    form = VakkennisFormulier.van(request, teams=teams(here), initial=start)
    if bladen.doe(form, lambda: WriteVakkennis(**bladen.wie(request), weerspreekt=other, **form.cleaned_data)):
        bladen.goed(request, "beheer.vakkennis.bewaard")
        return redirect("beheer:vakkennis")
    return render(request, "beheer/vakkennis_form.html", {"form": form, "ander": other})


@alleen(*bladen.VAKMENSEN)
@require_POST
def vakkennis_nakijken(request: HttpRequest, pk: UUID) -> HttpResponse:
    row = find_vakkennis(bladen.gemeente(request), pk)
    if row is None:
        raise Http404
    holds = request.POST.get("klopt") != "nee"
    ReviewVakkennis(**bladen.wie(request), regel=row, klopt=holds).run(posted(request))
    bladen.goed(request, "beheer.vakkennis.nog_een_jaar" if holds else "beheer.vakkennis.is_gestopt")
    return redirect("beheer:vakkennis")


@alleen(*bladen.REDACTIE)
def beproeving(request: HttpRequest) -> HttpResponse:
    """Made and tried with people: open until the council of inwoners and a trial both happened; each time recorded."""
    form = BeproevingFormulier.van(request)
    if bladen.doe(form, lambda: RecordBeproeving(**bladen.wie(request), **form.cleaned_data)):
        bladen.goed(request, "beheer.beproeving.bewaard")
        return redirect("beheer:beproeving")
    rows = beproevingen(bladen.gemeente(request))
    done = made_and_tried(rows)
    shown = {"form": form, "beproevingen": rows, "gedaan": done.items(), "klaar": all(done.values())}
    return render(request, "beheer/beproeving.html", shown)
