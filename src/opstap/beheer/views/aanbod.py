"""What is on offer here and now: to read for everybody who helps, to keep for the beheerder."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from opstap.beheer import bladen, historie
from opstap.beheer.aanbodblad import filtered, one
from opstap.beheer.formulieren_aanbod import AanbodFormulier, help_choices
from opstap.kern import clock
from opstap.kern.publiek import Rol, alleen
from opstap.keuzehulp.actions.save_aanbod import SaveAanbod
from opstap.keuzehulp.actions.stop_aanbod import StopAanbod
from opstap.keuzehulp.gaten import gaps, supply_list
from opstap.keuzehulp.inhoudlijst import find_aanbod, supply_history
from opstap.keuzehulp.lijst.uit import as_csv, as_json
from opstap.keuzehulp.models import Aanbod
from opstap.onderdelen.eenmalig import posted
from opstap.onderdelen.teksten import taal


@alleen(*bladen.MEEDENKERS)
@require_GET
def aanbod(request: HttpRequest) -> HttpResponse:
    """The list: what has to be looked at first on top, nothing left out; and the help there is no place for."""
    rows = supply_list(bladen.gemeente(request), taal())
    found, asked = filtered(rows, request.GET)
    shown = {**bladen.bladzijde(request, found), "gevraagd": asked, "hulpsoorten": help_choices(), "geheel": len(rows),
             "oud": sum(row.staat == "oud" for row in rows), "bijna": sum(row.bijna for row in rows),
             "gaten": gaps(bladen.gemeente(request), taal()), "hier": "beheer:aanbod"}  # fmt: skip
    return render(request, "beheer/aanbod.html", shown)


@alleen(*bladen.MEEDENKERS)
@require_GET
def aanbod_een(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One row with all that is known, and its history."""
    found = one(bladen.gemeente(request), pk)
    if found is None:
        raise Http404
    past = historie.lines(supply_history(bladen.gemeente(request), found.rij)) if found.eigen else []
    return render(request, "beheer/aanbod_een.html", {"regel": found, "historie": past, "hier": "beheer:aanbod"})


@alleen(Rol.BEHEERDER)
def aanbod_nieuw(request: HttpRequest) -> HttpResponse:
    form = AanbodFormulier.van(request)
    made = bladen.doe(form, lambda: SaveAanbod(**bladen.wie(request), waarden=form.said()))
    if made:
        bladen.goed(request, "aanbod.bewaard")
        return redirect("beheer:aanbod_een", made.pk)
    return render(request, "beheer/aanbod_form.html", {"form": form, "hier": "beheer:aanbod"})


@alleen(Rol.BEHEERDER)
def aanbod_wijzigen(request: HttpRequest, pk: UUID) -> HttpResponse:
    row = _own(request, pk)
    form = AanbodFormulier.van(request, rij=row)
    if bladen.doe(form, lambda: SaveAanbod(**bladen.wie(request), aanbod=row, waarden=form.said())):
        bladen.goed(request, "aanbod.bewaard")
        return redirect("beheer:aanbod_een", pk)
    return render(request, "beheer/aanbod_form.html", {"form": form, "rij": row, "hier": "beheer:aanbod"})


@alleen(Rol.BEHEERDER)
@require_POST
def aanbod_stoppen(request: HttpRequest, pk: UUID) -> HttpResponse:
    stop = request.POST.get("gestopt") != "nee"
    StopAanbod(**bladen.wie(request), aanbod=_own(request, pk), gestopt=stop).run(posted(request))
    bladen.goed(request, "aanbod.is_gestopt" if stop else "aanbod.is_hervat")
    return redirect("beheer:aanbod_een", pk)


@alleen(Rol.BEHEERDER)
@require_GET
def aanbod_csv(request: HttpRequest) -> HttpResponse:
    rows = Aanbod.objects.filter(gemeente=bladen.gemeente(request)).order_by("instrument", "naam", "aanbieder")
    return bladen.download(as_csv(rows), f"aanbod-{clock.today()}.csv", "text/csv")


@alleen(Rol.BEHEERDER)
@require_GET
def aanbod_json(request: HttpRequest) -> HttpResponse:
    here = bladen.gemeente(request)
    rows = Aanbod.objects.filter(gemeente=here).order_by("instrument", "naam", "aanbieder")
    text = as_json(rows, here.naam, clock.today())
    return bladen.download(text, f"aanbod-{clock.today()}.json", "application/json")


def _own(request: HttpRequest, pk: UUID) -> Aanbod:
    row = find_aanbod(bladen.gemeente(request), pk)
    if row is None:
        raise Http404
    return row
