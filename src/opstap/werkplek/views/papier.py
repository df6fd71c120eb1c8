"""Looking at a paper: the page with its spots lit on the left, the facts on the right."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from opstap.dossier import beelden
from opstap.dossier.actions.judge_bewijsstuk import JudgeBewijsstuk
from opstap.dossier.actions.reread_bestand import RereadBestand
from opstap.kern.actie import NietMogelijk
from opstap.kern.publiek import DOSSIERLEZERS, Rol, alleen
from opstap.onderdelen.eenmalig import posted
from opstap.onderdelen.teksten import t
from opstap.werkplek import papierblad
from opstap.werkplek.toegang import open_aanvraag, open_papier, worker


@alleen(*DOSSIERLEZERS)
@require_GET
def papier(request: HttpRequest, pk: UUID, stuk: UUID) -> HttpResponse:
    aanvraag = open_aanvraag(request, pk)
    return render(request, "werkplek/papier.html", papierblad.page(aanvraag, open_papier(request, aanvraag, stuk)))


@alleen(Rol.CONSULENT)
@require_POST
def klopt(request: HttpRequest, pk: UUID, stuk: UUID) -> HttpResponse:
    """Everything on this paper is right: correct what was changed, establish the facts, on to the next paper."""
    user, _ = worker(request)
    aanvraag = open_aanvraag(request, pk)
    paper = open_papier(request, aanvraag, stuk)
    try:
        papierblad.accept(aanvraag, paper, user, request.POST)
    except NietMogelijk as refusal:
        messages.error(request, t(refusal.sleutel, **refusal.waarden))
        return redirect("werkplek:papier", pk, stuk)
    following = papierblad.following(aanvraag)
    return redirect("werkplek:papier", pk, following.pk) if following else redirect("werkplek:dossier", pk)


@alleen(Rol.CONSULENT)
@require_POST
def telt_niet(request: HttpRequest, pk: UUID, stuk: UUID) -> HttpResponse:
    """This paper does not count, or is another kind."""
    user, gemeente = worker(request)
    aanvraag = open_aanvraag(request, pk)
    JudgeBewijsstuk(
        door=user, gemeente=gemeente, bewijsstuk=open_papier(request, aanvraag, stuk), telt_mee=False,
        reden=request.POST.get("reden", "")[:500],
    ).run(posted(request))  # fmt: skip
    return redirect("werkplek:dossier", pk)


@alleen(Rol.CONSULENT, Rol.BALIE)
@require_POST
def lees_opnieuw(request: HttpRequest, pk: UUID, stuk: UUID) -> HttpResponse:
    """Read the file of this paper again; what a person said about it stays."""
    user, gemeente = worker(request)
    aanvraag = open_aanvraag(request, pk)
    paper = open_papier(request, aanvraag, stuk)
    RereadBestand(door=user, gemeente=gemeente, bestand=paper.bestand).run(posted(request))
    messages.success(request, t("werkplek.papier.leest_opnieuw"))
    return redirect("werkplek:dossier", pk)


@alleen(*DOSSIERLEZERS)
@require_GET
def beeld(request: HttpRequest, pk: UUID, stuk: UUID, bladzijde: int) -> HttpResponseBase:
    aanvraag = open_aanvraag(request, pk)
    return beelden.picture(open_papier(request, aanvraag, stuk), bladzijde)
