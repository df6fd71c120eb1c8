"""Signing in as a worker, through the municipality's own sign-in."""

from __future__ import annotations

from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET

from opstap.kern.models import Gebruiker, Rol
from opstap.kern.publiek import iedereen
from opstap.koppelingen import oidc

BACKEND = "opstap.koppelingen.aanmelden.Aanmelding"
BEGIN = {Rol.BEHEERDER: "beheer:begin", Rol.TEAMMANAGER: "werkplek:inzicht"}


@iedereen
@require_GET
def aanmelden(request: HttpRequest) -> HttpResponse:
    target = request.GET.get("verder", "")
    is_own = url_has_allowed_host_and_scheme(target, {request.get_host()}, require_https=request.is_secure())
    request.session["verder"] = target if is_own and target.startswith("/") else ""
    reason = request.GET.get("reden", "")
    known = reason in ("weg", "gestopt", "verlopen", "niveau", "onbekend")
    return render(request, "werkplek/aanmelden.html", {"reden": f"aanmelden.mislukt_{reason}" if known else ""})


@iedereen
@require_GET
def naar_inlog(request: HttpRequest) -> HttpResponse:
    try:
        return oidc.begin(request, oidc.MEDEWERKER, request.build_absolute_uri(reverse("werkplek:terug_van_inlog")))
    except oidc.AanmeldenMislukt as error:
        return redirect(f"{reverse('werkplek:aanmelden')}?reden={error.reden}")


@iedereen
@require_GET
def terug_van_inlog(request: HttpRequest) -> HttpResponse:
    """Only who was let in beforehand by the beheerder gets in; the provider's word alone gives no role."""
    try:
        who = oidc.finish(request, oidc.MEDEWERKER)
    except oidc.AanmeldenMislukt as error:
        return redirect(f"{reverse('werkplek:aanmelden')}?reden={error.reden}")
    rows = Gebruiker.objects.filter(gemeente=request.gemeente, gebruikersnaam=who.sub, is_active=True)  # type: ignore[attr-defined]
    gebruiker = rows.exclude(rol=Rol.INWONER).first()
    if gebruiker is None:
        return redirect(f"{reverse('werkplek:aanmelden')}?reden=onbekend")
    target = request.session.get("verder") or reverse(BEGIN.get(Rol(gebruiker.rol), "werkplek:werkvoorraad"))
    login(request, gebruiker, backend=BACKEND)
    return redirect(target)
