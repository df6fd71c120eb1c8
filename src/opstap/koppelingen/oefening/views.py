"""What the stand-in answers. One process with threads: the codes live in memory."""

from __future__ import annotations

import base64
import binascii
from functools import cache
from urllib.parse import urlencode

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_POST

from opstap.koppelingen.oefening.mensen import inwoners, medewerkers
from opstap.koppelingen.oefening.provider import Geweigerd, Provider


@cache
def _provider(wie: str) -> Provider:
    people = {"inwoner": inwoners, "medewerker": medewerkers}.get(wie)
    if people is None:
        raise Http404
    client = settings.AANMELDEN[wie]
    return Provider(client["adres"], {client["client_id"]: client["client_secret"]}, people())


@require_GET
def discovery(request: HttpRequest, wie: str) -> HttpResponse:
    return JsonResponse(_provider(wie).discovery())


@require_GET
def jwks(request: HttpRequest, wie: str) -> HttpResponse:
    return JsonResponse(_provider(wie).jwks())


@csrf_exempt
def authorize(request: HttpRequest, wie: str) -> HttpResponse:
    """The page where a made-up person is chosen: each is a link, so that it works everywhere."""
    provider = _provider(wie)
    query = {name: str(value) for name, value in request.GET.items()}
    chosen = query.pop("wie", "")
    try:
        verzoek = provider.read_request(query)
        if not chosen:
            links = [(f"?{urlencode({**query, 'wie': sub})}", person) for sub, person in provider.people.items()]
            return render(request, "oefening/kies.html", {"wie": wie, "mensen": links,
                "stop": f"?{urlencode({**query, 'wie': '-'})}"})
        answer = {"code": provider.issue_code(verzoek, chosen), "state": verzoek.state}
    except Geweigerd as error:
        if str(error) != "access_denied":
            return JsonResponse({"error": str(error)}, status=400)
        answer = {"error": "access_denied", "state": query.get("state", "")}
    return HttpResponseRedirect(f"{query['redirect_uri']}?{urlencode(answer)}")


@csrf_exempt
@require_POST
def token(request: HttpRequest, wie: str) -> HttpResponse:
    form = {name: str(value) for name, value in request.POST.items()}
    name, secret = _basic(request.headers.get("Authorization", "")) or (form.get("client_id", ""),
        form.get("client_secret", ""))
    try:
        return JsonResponse(_provider(wie).redeem(form, name, secret))
    except Geweigerd as error:
        return JsonResponse({"error": str(error)}, status=400)


def _basic(header: str) -> tuple[str, str] | None:
    kind, _, value = header.partition(" ")
    try:
        name, _, secret = base64.b64decode(value).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError):
        return None
    return (name, secret) if kind.lower() == "basic" else None
