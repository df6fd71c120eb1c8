"""Where do I stand, who looked, my letters and my details."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET

from opstap.besluit.actions.open_brief import OpenBrief
from opstap.besluit.models import Brief
from opstap.dossier.queries import who_looked
from opstap.inwoner.actions.change_gegevens import ChangeGegevens
from opstap.kern import geheim
from opstap.kern.publiek import Rol, alleen
from opstap.onderdelen.rekenblad import amounts, steps
from opstap.portaal import stand
from opstap.portaal.formulieren import GegevensFormulier
from opstap.portaal.mijn import mijn
from opstap.recht.queries import latest


@alleen(Rol.INWONER)
@require_GET
def waar_sta_ik(request: HttpRequest) -> HttpResponse:
    me = mijn(request)
    if me.aanvraag is None:
        return render(request, "portaal/welkom.html", {"ik": me})
    return render(request, "portaal/waar_sta_ik.html", stand.overview(me))


@alleen(Rol.INWONER)
@require_GET
def wie_keek(request: HttpRequest) -> HttpResponse:
    me = mijn(request)
    return render(request, "portaal/wie_keek.html", {"blikken": who_looked(me.dossier) if me.dossier else []})


@alleen(Rol.INWONER)
@require_GET
def brief(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A letter as a page; the PDF lies beside it."""
    me = mijn(request)
    letter = get_object_or_404(Brief, gemeente=me.gemeente, dossier=me.need_dossier(), pk=pk)
    OpenBrief(door=me.gebruiker, gemeente=me.gemeente, brief=letter).run()
    return render(request, "portaal/brief.html", {"brief": letter})


@alleen(Rol.INWONER)
@require_GET
def brief_pdf(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    me = mijn(request)
    letter = get_object_or_404(Brief, gemeente=me.gemeente, dossier=me.need_dossier(), pk=pk)
    name = f"brief-{letter.verzonden_op:%Y-%m-%d}.pdf"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return StreamingHttpResponse(geheim.opslag().lees(letter.sleutel), content_type="application/pdf", headers=headers)


@alleen(Rol.INWONER)
def mijn_gegevens(request: HttpRequest) -> HttpResponse:
    me = mijn(request)
    if me.is_helper:
        raise Http404
    form = GegevensFormulier.van(request, initial={name: getattr(me.inwoner, name) for name in ("telefoon", "email",
        "voorkeur")})
    if request.method == "POST" and form.is_valid():
        said = {name: form.cleaned_data[name] for name in ("telefoon", "email", "voorkeur")}
        ChangeGegevens(door=me.gebruiker, gemeente=me.gemeente, inwoner=me.inwoner, **said).run(form.eenmalig)
        return redirect("portaal:mijn_gegevens")
    return render(request, "portaal/mijn_gegevens.html", {"form": form, "ik": me})


@alleen(Rol.INWONER)
@require_GET
def meer(request: HttpRequest) -> HttpResponse:
    return render(request, "portaal/meer.html", {"ik": mijn(request)})


@alleen(Rol.INWONER)
@require_GET
def berekening(request: HttpRequest) -> HttpResponse:
    """How the amount was worked out: the same steps that the workers see."""
    me = mijn(request)
    kept = latest(me.need_aanvraag())
    if kept is None:
        raise Http404
    shown = {"berekening": kept, "stappen": steps(kept.uitkomst), **amounts(kept.uitkomst)}
    return render(request, "portaal/berekening.html", shown)
