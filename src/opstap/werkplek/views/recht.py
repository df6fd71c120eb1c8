"""The right worked out step by step, and the advance."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from opstap.aanvraag.actions.pay_voorschot import PayVoorschot
from opstap.kern.actie import NietMogelijk
from opstap.kern.publiek import DOSSIERLEZERS, Rol, alleen
from opstap.onderdelen.eenmalig import posted
from opstap.onderdelen.teksten import t
from opstap.recht.actions.calculate import Calculate
from opstap.werkplek import rechtblad
from opstap.werkplek.formulieren import VoorschotFormulier
from opstap.werkplek.toegang import open_aanvraag, worker


@alleen(*DOSSIERLEZERS)
@require_GET
def recht(request: HttpRequest, pk: UUID) -> HttpResponse:
    return render(request, "werkplek/recht.html", rechtblad.page(open_aanvraag(request, pk), request.GET))


@alleen(Rol.CONSULENT)
@require_POST
def vastleggen(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Keep the calculation as it is now."""
    user, gemeente = worker(request)
    Calculate(door=user, gemeente=gemeente, aanvraag=open_aanvraag(request, pk)).run(posted(request))
    return redirect("werkplek:besluit", pk)


@alleen(Rol.CONSULENT)
def voorschot(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The advance: proposed by the program, ordered by a person."""
    user, gemeente = worker(request)
    aanvraag = open_aanvraag(request, pk)
    proposal = rechtblad.advance(aanvraag)
    form = VoorschotFormulier.van(request, initial={"bedrag": proposal})
    if request.method == "POST" and form.is_valid():
        try:
            cents = form.cleaned_data["bedrag"].cents
            PayVoorschot(door=user, gemeente=gemeente, aanvraag=aanvraag, cents=cents).run(form.eenmalig)
            messages.success(request, t("werkplek.voorschot.klaargezet"))
            return redirect("werkplek:dossier", pk)
        except NietMogelijk as refusal:
            form.add_error(None, t(refusal.sleutel, **refusal.waarden))
    return render(request, "werkplek/voorschot.html", {"form": form, "aanvraag": aanvraag, "voorstel": proposal})
