"""What the beheerder sees: the content with its owners and dates, and who may sign in. No dossiers."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from opstap.beheer.formulieren import MedewerkerFormulier
from opstap.beheer.inhoud import content_files
from opstap.kern.actie import NietMogelijk
from opstap.kern.models import Gebruiker
from opstap.kern.publiek import Rol, alleen
from opstap.kern.toelaten import AdmitMedewerker
from opstap.onderdelen.teksten import t


@alleen(Rol.BEHEERDER)
@require_GET
def begin(request: HttpRequest) -> HttpResponse:
    files = content_files()
    return render(request, "beheer/begin.html", {"bestanden": files, "nu": [row for row in files if row.is_now]})


@alleen(Rol.BEHEERDER)
def medewerkers(request: HttpRequest) -> HttpResponse:
    """Who may sign in, and a form to let someone in or to change a role."""
    gemeente = request.gemeente  # type: ignore[attr-defined]
    form = MedewerkerFormulier.van(request)
    if request.method == "POST" and form.is_valid():
        try:
            AdmitMedewerker(door=request.user, gemeente=gemeente, **form.said()).run(form.eenmalig)  # type: ignore[arg-type]
            messages.success(request, t("beheer.bewaard"))
            return redirect("beheer:medewerkers")
        except NietMogelijk as refusal:
            form.add_error(None, t(refusal.sleutel, **refusal.waarden))
    rows = Gebruiker.objects.filter(gemeente=gemeente).exclude(rol=Rol.INWONER).order_by("weergavenaam")
    return render(request, "beheer/medewerkers.html", {"form": form, "medewerkers": rows})
