"""Signing in and out as an inwoner, through DigiD."""

from __future__ import annotations

from django.contrib.auth import login, logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_POST

from opstap.inwoner.actions.register_inwoner import RegisterInwoner
from opstap.inwoner.models import Inwoner
from opstap.kern.models import Gemeente
from opstap.kern.publiek import iedereen
from opstap.koppelingen import oidc
from opstap.koppelingen.registers import OnbekendInRegister, RegisterWeg, registers

BACKEND = "opstap.koppelingen.aanmelden.Aanmelding"


@iedereen
@require_GET
def aanmelden(request: HttpRequest) -> HttpResponse:
    """The page with one button; where to go after it is kept in the session."""
    request.session["verder"] = safe_target(request, request.GET.get("verder", ""))
    reason = request.GET.get("reden", "")
    known = reason in ("weg", "gestopt", "verlopen", "niveau", "geen_bsn", "register")
    return render(request, "portaal/aanmelden.html", {"reden": f"aanmelden.mislukt_{reason}" if known else ""})


@iedereen
@require_GET
def naar_digid(request: HttpRequest) -> HttpResponse:
    try:
        return oidc.begin(request, oidc.INWONER, request.build_absolute_uri(reverse("portaal:terug_van_digid")))
    except oidc.AanmeldenMislukt as error:
        return redirect(f"{reverse('aanmelden')}?reden={error.reden}")


@iedereen
@require_GET
def terug_van_digid(request: HttpRequest) -> HttpResponse:
    try:
        who = oidc.finish(request, oidc.INWONER)
        inwoner = _inwoner(request.gemeente, who.bsn)  # type: ignore[attr-defined]
    except oidc.AanmeldenMislukt as error:
        return redirect(f"{reverse('aanmelden')}?reden={error.reden}")
    except (RegisterWeg, OnbekendInRegister):
        return redirect(f"{reverse('aanmelden')}?reden=register")
    target = request.session.get("verder") or reverse("portaal:waar_sta_ik")
    login(request, inwoner.account, backend=BACKEND)
    return redirect(target)


@iedereen
@require_POST
def uitloggen(request: HttpRequest) -> HttpResponse:
    """For inwoner and worker alike; each comes back at the own door."""
    was_worker = request.user.is_authenticated and request.user.is_medewerker
    logout(request)
    return redirect("werkplek:aanmelden" if was_worker else "aanmelden")


def safe_target(request: HttpRequest, target: str) -> str:
    """Only a path of our own; anything else is dropped."""
    allowed = url_has_allowed_host_and_scheme(target, {request.get_host()}, require_https=request.is_secure())
    return target if allowed and target.startswith("/") else ""


def _inwoner(gemeente: Gemeente, bsn: str) -> Inwoner:
    person = registers().persoon(bsn)
    return RegisterInwoner(
        door=None, gemeente=gemeente, bsn=bsn, voornaam=person.voornaam, achternaam=person.achternaam,
        geboortedatum=person.geboortedatum, adres=person.adres,
    ).run()  # fmt: skip
