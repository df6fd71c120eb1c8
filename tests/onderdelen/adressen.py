"""Addresses for the tests of this room: a page with a form behind the door, and pages that go wrong."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import login, logout
from django.core.exceptions import PermissionDenied, RequestDataTooBig, SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import include, path

from opstap.kern.models import Gebruiker, Rol
from opstap.kern.publiek import alleen, iedereen
from opstap.onderdelen.formulieren import Formulier
from opstap.onderdelen.velden import BestandenVeld, MeerkeuzeVeld, TekstVeld

handler400 = "opstap.onderdelen.fouten.verkeerd"
handler403 = "opstap.onderdelen.fouten.mag_niet"
handler404 = "opstap.onderdelen.fouten.niet_gevonden"
handler500 = "opstap.onderdelen.fouten.storing"

BLADZIJDE = (
    '{% extends "onderdelen/portaal_basis.html" %}{% block titel %}Uw vraag{% endblock %}{% block hoofd %}'
    '<h1>Uw vraag</h1><form method="post" enctype="multipart/form-data">{% csrf_token %}{% eenmalig %}{% fouten form %}'
    "{{ form.vraag.as_field_group }}{{ form.soort.as_field_group }}{{ form.bestand.as_field_group }}</form>"
    "{% endblock %}"
)


class Vraag(Formulier):
    vraag = TekstVeld(label="Uw vraag", regels=4)
    soort = MeerkeuzeVeld(label="Waarover?", keuzes=[("geld", "Geld"), ("werk", "Werk")])
    bestand = BestandenVeld(label="Papier", required=False)


@alleen(Rol.INWONER)
def vraag(request: HttpRequest) -> HttpResponse:
    form = Vraag.van(request)
    if request.method == "POST" and form.is_valid():
        return HttpResponse(f"aangekomen: {form.cleaned_data['vraag']} {form.eenmalig}")
    return HttpResponse(engines["django"].from_string(BLADZIJDE).render({"form": form}, request))


@iedereen
def binnen(request: HttpRequest, naam: str) -> HttpResponse:
    login(request, Gebruiker.objects.get(pk=naam), backend="opstap.koppelingen.aanmelden.Aanmelding")
    return HttpResponse("binnen")


@iedereen
def buiten(request: HttpRequest) -> HttpResponse:
    logout(request)
    return HttpResponse("buiten")


@iedereen
def mis(request: HttpRequest, hoe: str) -> HttpResponse:
    faults: dict[str, Any] = {
        "400": SuspiciousOperation("x"), "413": RequestDataTooBig("x"), "403": PermissionDenied("x"),
        "500": RuntimeError("geheim: 999990019"),
    }  # fmt: skip
    raise faults[hoe]


urlpatterns = [
    path("vraag/", vraag),
    path("antwoord/", vraag),
    path("binnen/<uuid:naam>/", binnen),
    path("buiten/", buiten),
    path("mis/<str:hoe>/", mis),
    path("", include(([path("vraag/", vraag, name="vraag")], "proef"))),
    path("", include("opstap.project.urls")),
]
