"""The work list, finding a person, and calling back."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from opstap.contact.actions.record_call import RecordCall
from opstap.contact.models import Terugbelverzoek
from opstap.kern.publiek import Rol, alleen
from opstap.onderdelen.eenmalig import posted
from opstap.werkplek import werkvoorraad as lijst
from opstap.werkplek.toegang import worker


@alleen(Rol.CONSULENT, Rol.KWALITEIT, Rol.BALIE)
@require_GET
def werkvoorraad(request: HttpRequest) -> HttpResponse:
    _, gemeente = worker(request)
    page = request.GET.get("bladzijde", "1")
    return render(request, "werkplek/werkvoorraad.html", lijst.work_list(gemeente,
        int(page) if page.isdecimal() and len(page) < 7 else 1))


@alleen(Rol.CONSULENT, Rol.KWALITEIT, Rol.BALIE)
@require_GET
def zoek(request: HttpRequest) -> HttpResponse:
    _, gemeente = worker(request)
    naam = request.GET.get("naam", "")[:100]
    return render(request, "werkplek/zoek.html", {"naam": naam, "rijen": lijst.find(gemeente, naam)})


@alleen(Rol.CONSULENT, Rol.BALIE)
@require_POST
def gebeld(request: HttpRequest, pk: UUID) -> HttpResponse:
    user, gemeente = worker(request)
    verzoek = get_object_or_404(Terugbelverzoek, gemeente=gemeente, pk=pk)
    RecordCall(door=user, gemeente=gemeente, verzoek=verzoek).run(posted(request))
    return redirect("werkplek:werkvoorraad")
