"""Sharing content with other municipalities: one file out, one file in, looked at before anything is taken over."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from opstap.beheer import bladen
from opstap.beheer.formulieren_aanbod import BestandFormulier, BundelFormulier
from opstap.kern import clock
from opstap.kern.actie import NietMogelijk
from opstap.kern.publiek import Rol, alleen
from opstap.keuzehulp.actions.apply_bundel import ApplyBundel, bundel_plan
from opstap.keuzehulp.actions.receive_lijst import ReceiveLijst
from opstap.keuzehulp.bundel import make_bundel
from opstap.keuzehulp.inhoudlijst import find_inlezing, inlezingen
from opstap.keuzehulp.models import Inlezing
from opstap.onderdelen.eenmalig import posted
from opstap.onderdelen.teksten import t

BUNDEL = Inlezing.Soort.BUNDEL


@alleen(Rol.BEHEERDER)
def bundel(request: HttpRequest) -> HttpResponse:
    """Hand a bundle in, or choose what to share."""
    form = BestandFormulier.van(request)
    made = bladen.doe(form, lambda: ReceiveLijst(**bladen.wie(request), soort=BUNDEL, **_file(form)))
    if made:
        return redirect("beheer:bundel_in", made.pk)
    rows = inlezingen(bladen.gemeente(request), BUNDEL)
    return render(request, "beheer/bundel.html", {"form": form, "uit": BundelFormulier(), "inlezingen": rows})


@alleen(Rol.BEHEERDER)
@require_POST
def bundel_uit(request: HttpRequest) -> HttpResponse:
    """The file with the parts that were ticked. Nothing of a person is in it."""
    form = BundelFormulier(request.POST)
    if not form.is_valid():
        rows = inlezingen(bladen.gemeente(request), BUNDEL)
        return render(request, "beheer/bundel.html", {"form": BestandFormulier(), "uit": form, "inlezingen": rows})
    here = bladen.gemeente(request)
    text = json.dumps(make_bundel(here, frozenset(form.cleaned_data["delen"])), ensure_ascii=False, indent=1)
    return bladen.download(text + "\n", f"bundel-{here.code}-{clock.today()}.json", "application/json")


@alleen(Rol.BEHEERDER)
def bundel_in(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What taking over would do; the button does it, all or nothing."""
    found = find_inlezing(bladen.gemeente(request), pk, BUNDEL)
    if found is None:
        raise Http404
    refused, status = "", 200
    if request.method == "POST":
        try:
            seen = request.POST.get("gezien", "")
            ApplyBundel(**bladen.wie(request), inlezing=found, gezien=seen).run(posted(request))
            bladen.goed(request, "beheer.bundel.is_overgenomen")
            return redirect("beheer:onderzoeken")
        except NietMogelijk as refusal:
            refused, status = t(refusal.sleutel, **refusal.waarden), 409
    page = {"inlezing": found, "plan": bundel_plan(found), "weigering": refused}
    return render(request, "beheer/bundel_in.html", page, status=status)


def _file(form: BestandFormulier) -> dict[str, Any]:
    naam, inhoud = form.cleaned_data["bestand"]
    return {"naam": naam, "inhoud": inhoud}
