"""My papers: my own list, handing in, what was understood, and answers in place of a paper."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from opstap.dossier import tus
from opstap.dossier.actions.answer_vereiste import AnswerVereiste
from opstap.dossier.actions.confirm_bewijsstuk import ConfirmBewijsstuk
from opstap.dossier.models import Bewijsstuk, VereisteAntwoord
from opstap.dossier.queries import busy
from opstap.kern.actie import NietMogelijk
from opstap.kern.publiek import Rol, alleen
from opstap.onderdelen.eenmalig import posted
from opstap.onderdelen.teksten import t
from opstap.portaal import afdekken
from opstap.portaal import papieren as lijst
from opstap.portaal.formulieren import StuurFormulier
from opstap.portaal.mijn import Mijn, mijn
from opstap.portaal.verbeteren import VerbeterFormulier, save_corrections


@alleen(Rol.INWONER)
@require_GET
def papieren(request: HttpRequest) -> HttpResponse:
    """The list; who has no aanvraag yet comes to the page where one begins."""
    if mijn(request).aanvraag is None:
        return redirect("portaal:waar_sta_ik")
    return render(request, "portaal/papieren.html",
        lijst.overview(_with_dossier(request)) | {"form": StuurFormulier.van(request)})


@alleen(Rol.INWONER)
@require_POST
def sturen(request: HttpRequest) -> HttpResponse:
    """Take in one or more files; each ends in its own sentence, one bad file never stops the others."""
    me = _with_dossier(request)
    form = StuurFormulier.van(request)
    if not form.is_valid():
        return render(request, "portaal/papieren.html", lijst.overview(me) | {"form": form})
    for outcome in lijst.take_in(me, form.cleaned_data["bestanden"], request.POST.get("vereiste", ""), form.eenmalig):
        messages.add_message(request, messages.SUCCESS if outcome.goed else messages.ERROR, outcome.tekst)
    return redirect("portaal:papieren")


@alleen(Rol.INWONER)
@require_GET
def voortgang(request: HttpRequest) -> HttpResponse:
    """How many files are still being read; the page asks this while it waits."""
    return JsonResponse({"bezig": busy(_with_dossier(request).need_dossier())})


@alleen(Rol.INWONER)
def opladingen(request: HttpRequest) -> HttpResponse:
    """Begin to send a file in pieces; what was begun and did not finish."""
    dossier = _with_dossier(request).need_dossier()
    return tus.collection(request, dossier, "portaal", lambda pk: reverse("portaal:oplading", args=[pk]), t)


@alleen(Rol.INWONER)
def oplading(request: HttpRequest, pk: UUID) -> HttpResponse:
    return tus.one(request, pk, t)


@alleen(Rol.INWONER)
@require_GET
def papier(request: HttpRequest, pk: UUID) -> HttpResponse:
    me = _with_dossier(request)
    return render(request, "portaal/papier.html", lijst.one(me, _paper(me, pk)))


@alleen(Rol.INWONER)
@require_POST
def klopt(request: HttpRequest, pk: UUID) -> HttpResponse:
    me = _with_dossier(request)
    ConfirmBewijsstuk(door=me.gebruiker, gemeente=me.gemeente, bewijsstuk=_paper(me, pk)).run(posted(request))
    messages.success(request, t("portaal.papieren.bedankt"))
    return redirect("portaal:papieren")


@alleen(Rol.INWONER)
def verbeteren(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Say what it should be; what was read stays visible beside it."""
    me = _with_dossier(request)
    paper = _paper(me, pk)
    form = VerbeterFormulier.van(request, bewijsstuk=paper)
    if request.method == "POST" and form.is_valid():
        save_corrections(me, paper, form)
        messages.success(request, t("portaal.papieren.bedankt"))
        return redirect("portaal:papieren")
    return render(request, "portaal/verbeteren.html", lijst.one(me, paper) | {"form": form})


@alleen(Rol.INWONER)
def zwart(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Black out lines of a paper, or show them again. A refusal says why and keeps what was ticked."""
    me = _with_dossier(request)
    paper, fout, ticked = _paper(me, pk), "", None
    if request.method == "POST":
        ticked = request.POST.getlist("dicht")
        try:
            afdekken.save(me, paper, ticked, request.POST.getlist("was"), posted(request))
        except NietMogelijk as refusal:
            fout = t(refusal.sleutel, **refusal.waarden)
        else:
            messages.success(request, t("afdekken.bewaard"))
            return redirect("portaal:papier", pk)
    context = lijst.one(me, paper) | {"fout": fout, "bladen": afdekken.page(paper, ticked)}
    return render(request, "portaal/afdekken.html", context)


@alleen(Rol.INWONER)
@require_POST
def antwoord(request: HttpRequest, vereiste: str) -> HttpResponse:
    me = _with_dossier(request)
    chosen = request.POST.get("antwoord", "")
    if chosen not in VereisteAntwoord.Antwoord.values or vereiste not in lijst.known_ids():
        messages.error(request, t("portaal.papieren.kies_antwoord"))
        return redirect("portaal:papieren")
    AnswerVereiste(
        door=me.gebruiker, gemeente=me.gemeente, dossier=me.need_dossier(), vereiste=vereiste, antwoord=chosen,
        toelichting=request.POST.get("toelichting", "")[:1000],
    ).run(posted(request))  # fmt: skip
    messages.success(request, t("portaal.papieren.antwoord_bewaard"))
    return redirect("portaal:papieren")


@alleen(Rol.INWONER)
@require_GET
def beeld(request: HttpRequest, pk: UUID, bladzijde: int) -> HttpResponseBase:
    """One page of a paper as a picture: the working copy, never the raw file."""
    me = _with_dossier(request)
    return lijst.picture(_paper(me, pk), bladzijde)


def _with_dossier(request: HttpRequest) -> Mijn:
    me = mijn(request)
    if me.dossier is None or me.aanvraag is None:
        raise Http404
    return me


def _paper(me: Mijn, pk: UUID) -> Bewijsstuk:
    rows = Bewijsstuk.objects.select_related("bestand", "dossier")
    return get_object_or_404(rows, gemeente=me.gemeente, dossier=me.need_dossier(), pk=pk)
