"""Writing the decision and the second pair of eyes."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from opstap.besluit.actions.approve_besluit import ApproveBesluit
from opstap.besluit.actions.draft_besluit import DraftBesluit
from opstap.besluit.actions.return_besluit import ReturnBesluit
from opstap.besluit.actions.submit_besluit import SubmitBesluit
from opstap.kern.actie import NietMogelijk
from opstap.kern.publiek import Rol, alleen
from opstap.onderdelen.eenmalig import posted
from opstap.onderdelen.teksten import t
from opstap.werkplek import besluitblad
from opstap.werkplek.formulieren import BesluitFormulier, OpmerkingFormulier
from opstap.werkplek.toegang import open_aanvraag, worker


@alleen(Rol.CONSULENT)
def besluit(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Write the decision and hand it to a second person; what was written is kept when that is not possible yet."""
    user, gemeente = worker(request)
    aanvraag = open_aanvraag(request, pk)
    form = BesluitFormulier.van(request, initial=besluitblad.proposal(aanvraag))
    if request.method == "POST" and form.is_valid():
        try:
            made = DraftBesluit(
                door=user, gemeente=gemeente, aanvraag=aanvraag, berekening=besluitblad.calculation(aanvraag),
                gezien=request.POST.get("gezien", ""), **form.cleaned_data
            ).run()
            SubmitBesluit(door=user, gemeente=gemeente, aanvraag=aanvraag, besluit=made).run(form.eenmalig)
            return redirect("werkplek:dossier", pk)
        except NietMogelijk as refusal:
            form.add_error(None, t(refusal.sleutel, **refusal.waarden))
    return render(request, "werkplek/besluit.html", besluitblad.page(aanvraag) | {"form": form})


@alleen(Rol.KWALITEIT, Rol.CONSULENT)
def controle(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The second pair of eyes: the letter as it will be, and two ways on."""
    user, gemeente = worker(request)
    aanvraag = open_aanvraag(request, pk)
    made = besluitblad.to_check(aanvraag)
    if made is None or made.opgesteld_door_id == user.pk:
        raise Http404
    form = OpmerkingFormulier.van(request)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data["opmerking"]
        ReturnBesluit(door=user, gemeente=gemeente, aanvraag=aanvraag, besluit=made, opmerking=said).run(form.eenmalig)
        return redirect("werkplek:dossier", pk)
    return render(request, "werkplek/controle.html", besluitblad.check_page(aanvraag, made, user) | {"form": form})


@alleen(Rol.KWALITEIT, Rol.CONSULENT)
@require_POST
def goedkeuren(request: HttpRequest, pk: UUID) -> HttpResponse:
    user, gemeente = worker(request)
    aanvraag = open_aanvraag(request, pk)
    made = besluitblad.to_check(aanvraag)
    if made is None:
        messages.error(request, t("besluit.al_weg"))
        return redirect("werkplek:dossier", pk)
    ApproveBesluit(door=user, gemeente=gemeente, aanvraag=aanvraag, besluit=made).run(posted(request))
    messages.success(request, t("werkplek.besluit.genomen"))
    return redirect("werkplek:dossier", pk)
