"""Reading a list into the supply: hand in, look at what would change, say what columns mean, confirm."""

from __future__ import annotations

import csv
import io
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from opstap.beheer import bladen
from opstap.beheer.aanbodblad import inlees_page
from opstap.beheer.formulieren_aanbod import BestandFormulier, KoppelFormulier, fault_words
from opstap.kern.actie import NietMogelijk
from opstap.kern.cellen import escaped
from opstap.kern.publiek import Rol, alleen
from opstap.keuzehulp.actions.apply_lijst import ApplyLijst, plan_of
from opstap.keuzehulp.actions.couple_kolommen import CoupleKolommen
from opstap.keuzehulp.actions.receive_lijst import ReceiveLijst
from opstap.keuzehulp.inhoudlijst import find_inlezing, inlezingen
from opstap.keuzehulp.models import Inlezing
from opstap.onderdelen.eenmalig import posted
from opstap.onderdelen.teksten import plat, t

AANBOD = Inlezing.Soort.AANBOD


@alleen(Rol.BEHEERDER)
def inlezen(request: HttpRequest) -> HttpResponse:
    form = BestandFormulier.van(request)
    made = bladen.doe(form, lambda: ReceiveLijst(**bladen.wie(request), soort=AANBOD, **_file(form)))
    if made:
        return redirect("beheer:inlezing", made.pk)
    rows = inlezingen(bladen.gemeente(request), AANBOD)
    return render(request, "beheer/inlezen.html", {"form": form, "inlezingen": rows, "hier": "beheer:aanbod"})


@alleen(Rol.BEHEERDER)
def inlezing(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The preview; the form says what the columns mean and shows the preview again."""
    found = _found(request, pk)
    page = inlees_page(found)
    form = KoppelFormulier.van(request, kop=found.kop, onbekend=page["plan"].onbekende_hulp, wijze=page["wijze"])
    if bladen.doe(form, lambda: CoupleKolommen(**bladen.wie(request), inlezing=found, keuzes=form.said())):
        return redirect("beheer:inlezing", pk)
    return render(request, "beheer/inlezing.html", {**page, "form": form, "hier": "beheer:aanbod"})


@alleen(Rol.BEHEERDER)
@require_POST
def inlezing_toepassen(request: HttpRequest, pk: UUID) -> HttpResponse:
    """All of it, or nothing with the reason on the page that is shown again."""
    found, seen = _found(request, pk), request.POST.get("gezien", "")
    try:
        ApplyLijst(**bladen.wie(request), inlezing=found, gezien=seen).run(posted(request))
    except NietMogelijk as refusal:
        form = KoppelFormulier(kop=found.kop, onbekend=[], wijze=inlees_page(found)["wijze"])
        page = {**inlees_page(found), "form": form, "weigering": t(refusal.sleutel, **refusal.waarden),
                "hier": "beheer:aanbod"}  # fmt: skip
        return render(request, "beheer/inlezing.html", page, status=409)
    bladen.goed(request, "aanbod.is_ingelezen")
    return redirect("beheer:aanbod")


@alleen(Rol.BEHEERDER)
@require_GET
def inlezing_fouten(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The whole report per line as a list, to mend the file beside it."""
    goal = io.StringIO(newline="")
    writer = csv.writer(goal, delimiter=";", lineterminator="\r\n")
    writer.writerow([plat("aanbod.regel"), plat("aanbod.kolom"), plat("aanbod.wat_is_er")])
    for one in plan_of(_found(request, pk)).fouten:
        writer.writerow([one.regel, escaped(one.fout.kolom), escaped(fault_words(one.fout))])
    return bladen.download("\ufeff" + goal.getvalue(), "fouten.csv", "text/csv")


def _file(form: BestandFormulier) -> dict[str, Any]:
    naam, inhoud = form.cleaned_data["bestand"]
    return {"naam": naam, "inhoud": inhoud}


def _found(request: HttpRequest, pk: UUID) -> Inlezing:
    row = find_inlezing(bladen.gemeente(request), pk, AANBOD)
    if row is None:
        raise Http404
    return row
