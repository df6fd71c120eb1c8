"""One page per person, and what a consulent does from it."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from opstap.aanvraag.actions.ask_aanvulling import AskAanvulling
from opstap.aanvraag.actions.close_aanvulling import CloseAanvulling
from opstap.aanvraag.actions.take_aanvraag import TakeAanvraag
from opstap.contact.actions.send_bericht import SendBericht
from opstap.contact.queries import conversation
from opstap.dossier import tus
from opstap.dossier.actions.establish_feit import EstablishFeit
from opstap.dossier.models import Feit
from opstap.dossier.ontvangst import take_in
from opstap.dossier.queries import busy
from opstap.kern.actie import NietMogelijk
from opstap.kern.publiek import DOSSIERLEZERS, Rol, alleen
from opstap.onderdelen.eenmalig import posted
from opstap.onderdelen.teksten import t
from opstap.werkplek import dossierblad, stapel
from opstap.werkplek.formulieren import AanvullingFormulier, BerichtFormulier, ScanFormulier
from opstap.werkplek.toegang import open_aanvraag, worker


@alleen(*DOSSIERLEZERS)
@require_GET
def dossier(request: HttpRequest, pk: UUID) -> HttpResponse:
    return render(request, "werkplek/dossier.html", dossierblad.page(open_aanvraag(request, pk)))


@alleen(Rol.CONSULENT)
@require_POST
def oppakken(request: HttpRequest, pk: UUID) -> HttpResponse:
    user, gemeente = worker(request)
    TakeAanvraag(door=user, gemeente=gemeente, aanvraag=open_aanvraag(request, pk)).run(posted(request))
    return redirect("werkplek:dossier", pk)


@alleen(Rol.CONSULENT)
@require_POST
def vaststellen(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Establish one fact, or (without a choice) every fact that does not differ from another."""
    user, gemeente = worker(request)
    aanvraag = open_aanvraag(request, pk)
    try:
        if request.POST.get("feit"):
            rows = Feit.objects.select_related("dossier__inwoner", "dossier__partner")
            feit = get_object_or_404(rows, gemeente=gemeente, dossier=aanvraag.dossier, pk=_uuid(request.POST["feit"]))
            EstablishFeit(door=user, gemeente=gemeente, feit=feit, reden=request.POST.get("reden",
                "")).run(posted(request))
        else:
            dossierblad.establish_clear(aanvraag, user)
    except NietMogelijk as refusal:
        messages.error(request, t(refusal.sleutel, **refusal.waarden))
    return redirect("werkplek:dossier", pk)


@alleen(Rol.CONSULENT)
def aanvulling(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Ask for everything that is missing, in one request."""
    user, gemeente = worker(request)
    aanvraag = open_aanvraag(request, pk)
    form = AanvullingFormulier.van(request, keuzes=dossierblad.missing(aanvraag))
    if request.method == "POST" and form.is_valid():
        try:
            AskAanvulling(door=user, gemeente=gemeente, aanvraag=aanvraag, **form.cleaned_data).run(form.eenmalig)
            return redirect("werkplek:dossier", pk)
        except NietMogelijk as refusal:
            form.add_error(None, t(refusal.sleutel, **refusal.waarden))
    return render(request, "werkplek/aanvulling.html", {"form": form, "aanvraag": aanvraag,
        "als": dossierblad.what_if_asked(aanvraag, form)})


@alleen(Rol.CONSULENT)
@require_POST
def compleet(request: HttpRequest, pk: UUID) -> HttpResponse:
    user, gemeente = worker(request)
    CloseAanvulling(door=user, gemeente=gemeente, aanvraag=open_aanvraag(request, pk)).run(posted(request))
    return redirect("werkplek:dossier", pk)


@alleen(Rol.CONSULENT, Rol.BALIE)
def bericht(request: HttpRequest, pk: UUID) -> HttpResponse:
    user, gemeente = worker(request)
    aanvraag = open_aanvraag(request, pk)
    form = BerichtFormulier.van(request)
    if request.method == "POST" and form.is_valid():
        SendBericht(
            door=user, gemeente=gemeente, inwoner=aanvraag.dossier.inwoner, onderwerp=form.cleaned_data["onderwerp"],
            tekst=form.cleaned_data["tekst"],
        ).run(form.eenmalig)  # fmt: skip
        return redirect("werkplek:bericht", pk)
    rows = conversation(aanvraag.dossier.inwoner)
    return render(request, "werkplek/bericht.html", {"form": form, "aanvraag": aanvraag, "berichten": rows})


@alleen(Rol.CONSULENT, Rol.BALIE)
def scannen(request: HttpRequest, pk: UUID) -> HttpResponse:
    """At the desk: a pile goes into someone's dossier in one go."""
    user, _ = worker(request)
    aanvraag = open_aanvraag(request, pk)
    form = ScanFormulier.van(request)
    if request.method == "POST" and form.is_valid():
        files = form.cleaned_data["bestanden"]
        for row in take_in(aanvraag.dossier, files, user, kanaal="balie", eenmalig=form.eenmalig):
            messages.add_message(request, messages.SUCCESS if row.bestand else messages.ERROR, t(row.sleutel,
                **row.waarden))
        return redirect("werkplek:scannen", pk)
    return render(request, "werkplek/scannen.html", stapel.page(aanvraag) | {"form": form})


@alleen(Rol.CONSULENT, Rol.BALIE)
@require_GET
def voortgang(request: HttpRequest, pk: UUID) -> HttpResponse:
    """How many files of the pile are still being read; the page asks this while it waits."""
    return JsonResponse({"bezig": busy(open_aanvraag(request, pk).dossier)})


@alleen(Rol.CONSULENT, Rol.BALIE)
def opladingen(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Begin to send a file of the pile in pieces."""
    dossier = open_aanvraag(request, pk).dossier
    return tus.collection(request, dossier, "balie", lambda row: reverse("werkplek:oplading", args=[row]), t)


@alleen(Rol.CONSULENT, Rol.BALIE)
def oplading(request: HttpRequest, pk: UUID) -> HttpResponse:
    return tus.one(request, pk, t)


def _uuid(value: str) -> UUID:
    try:
        return UUID(value)
    except ValueError:
        raise Http404 from None
