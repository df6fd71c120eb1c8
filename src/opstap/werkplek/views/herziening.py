"""A change of norms: who would change by how much, before anyone approves anything."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from opstap.kern.publiek import Rol, alleen
from opstap.werkplek.herzieningblad import page
from opstap.werkplek.toegang import worker


@alleen(Rol.CONSULENT, Rol.KWALITEIT)
@require_GET
def herziening(request: HttpRequest) -> HttpResponse:
    _, gemeente = worker(request)
    return render(request, "werkplek/herziening.html", page(gemeente, request.GET))
