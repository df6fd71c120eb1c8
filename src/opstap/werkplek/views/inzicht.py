"""Where it waits, for a team manager: numbers of the work, never of a person."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from opstap.inzicht.queries import KLEIN, too_late, where_it_waits
from opstap.kern.publiek import Rol, alleen
from opstap.werkplek import verscheidenheidblad
from opstap.werkplek.toegang import worker


@alleen(Rol.TEAMMANAGER)
@require_GET
def inzicht(request: HttpRequest) -> HttpResponse:
    _, gemeente = worker(request)
    shown = {"rijen": where_it_waits(gemeente), "te_laat": too_late(gemeente), "klein": KLEIN}
    return render(request, "werkplek/inzicht.html", shown)


@alleen(Rol.TEAMMANAGER)
@require_GET
def verscheidenheid(request: HttpRequest) -> HttpResponse:
    """Which help lies on the table, what is chosen, what never comes by; and the gaps in the supply."""
    _, gemeente = worker(request)
    shown = verscheidenheidblad.page(gemeente, request.GET.get("kwartaal", ""))
    return render(request, "werkplek/verscheidenheid.html", shown)


@alleen(Rol.TEAMMANAGER)
@require_GET
def verscheidenheid_csv(request: HttpRequest) -> HttpResponse:
    _, gemeente = worker(request)
    text = verscheidenheidblad.as_csv(gemeente, request.GET.get("kwartaal", ""))
    answer = HttpResponse(text.encode("utf-8"), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="verscheidenheid.csv"'
    return answer
