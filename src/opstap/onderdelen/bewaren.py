"""Who was away too long loses nothing that was typed.

When a form comes after the session has ended, its text is sealed and kept for one hour, and given back to the form on
the same page after the same person has signed in again. Only for that person: a signed cookie names who signed in
last on this device, and logging out takes it away. That cookie is SameSite=Strict, so a form that another site sends
here is never kept. Files are not kept; the page says so. The sealed text lies in a session row of its own, which goes
when it is used or after an hour.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib import import_module
from typing import Any
from urllib.parse import urlsplit

from cryptography.exceptions import InvalidTag
from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

from opstap.kern import clock
from opstap.kern.geheim import seal, unseal
from opstap.kern.sleutelring import SleutelFout
from opstap.onderdelen.formulieren import BESTANDEN

Handler = Callable[[HttpRequest], HttpResponse]
HOOGSTENS_BYTES = 32 * 1024
HOE_LANG = timedelta(hours=1)
COOKIE_WIE = "opstap_wie"
COOKIE_BEWAARD = "opstap_bewaard"
_ZOUT = "opstap.onderdelen.bewaren"
_NIET = {"csrfmiddlewaretoken"}


@dataclass(frozen=True, slots=True)
class Bewaring:
    """What became of a form that came too late: the page it stands on, and whether its words and files are kept."""

    pad: str
    bewaard: bool
    met_bestanden: bool = False

    def __str__(self) -> str:
        return self.pad


def bewaren(get_response: Handler) -> Handler:
    """Middleware, after authentication. Gives `request.bewaar_invoer()` and `request.bewaard`."""

    def middleware(request: HttpRequest) -> HttpResponse:
        offer: Any = request
        offer.bewaard = _offered(request)
        offer.bewaar_invoer = lambda: _keep(request)
        person = _person(request)
        used = person and request.method == "POST" and _used(request, person)
        response = get_response(request)
        _cookies(request, response, person, bool(used))
        return response

    return middleware


def _keep(request: HttpRequest) -> Bewaring:
    """Seal what was typed, for who signed in last on this device. Nobody known, or too much: nothing is kept."""
    path = form_path(request)
    person = _last_person(request)
    text = json.dumps(_typed(request)).encode()
    if not person or request.method != "POST" or len(text) > HOOGSTENS_BYTES:
        return Bewaring(path, False, bool(request.FILES))
    store = _sessions()()
    store["pad"] = path
    store["wie"] = person
    store["tot"] = (clock.now() + HOE_LANG).isoformat()
    store["zegel"] = b64encode(seal(text, _about(person, path))).decode()
    store.set_expiry(int(HOE_LANG.total_seconds()))
    store.create()
    request._bewaard_sleutel = store.session_key  # type: ignore[attr-defined]
    return Bewaring(path, True, bool(request.FILES))


def form_path(request: HttpRequest) -> str:
    """The page that the form stands on: where the browser came from when that was our own, else where it was sent."""
    came = urlsplit(request.headers.get("Referer", ""))
    own = came.netloc == request.get_host() and came.path.startswith("/") and not came.path.startswith("//")
    return came.path if own else request.path


def _typed(request: HttpRequest) -> dict[str, list[str]]:
    typed = {name: request.POST.getlist(name) for name in request.POST if name not in _NIET}
    if request.FILES:
        typed[BESTANDEN] = ["ja"]
    return typed


def _offered(request: HttpRequest) -> dict[str, list[str]] | None:
    """What was kept for this person on this page, or None."""
    key = request.COOKIES.get(COOKIE_BEWAARD)
    person = _person(request) if key else ""
    store = _open(key) if key and person and request.method == "GET" else None
    if store is None or store.get("pad") != request.path or store.get("wie") != person:
        return None
    if datetime.fromisoformat(store["tot"]) < clock.now():
        return None
    try:
        kept: dict[str, list[str]] = json.loads(unseal(b64decode(store["zegel"]), _about(person, request.path)))
    except (InvalidTag, SleutelFout, ValueError):
        return None
    return kept


def _used(request: HttpRequest, person: str) -> bool:
    """Whether this form is the kept one coming back; then its copy has done its work and goes."""
    store = _open(request.COOKIES.get(COOKIE_BEWAARD))
    if store is None or store.get("wie") != person or store.get("pad") != form_path(request):
        return False
    store.delete()
    return True


def _cookies(request: HttpRequest, response: HttpResponse, before: str, used: bool) -> None:
    kept = getattr(request, "_bewaard_sleutel", None)
    after = _person(request)
    options: dict[str, Any] = {"httponly": True, "secure": settings.SESSION_COOKIE_SECURE}
    if kept:
        hour = int(HOE_LANG.total_seconds())
        response.set_cookie(COOKIE_BEWAARD, kept, max_age=hour, samesite="Lax", **options)
    elif used:
        response.delete_cookie(COOKIE_BEWAARD)
    if after and _last_person(request) != after:
        response.set_cookie(COOKIE_WIE, signing.dumps(after, salt=_ZOUT), samesite="Strict", **options)
    elif before and not after:
        response.delete_cookie(COOKIE_WIE, samesite="Strict")


def _person(request: HttpRequest) -> str:
    return str(request.user.pk) if request.user.is_authenticated else ""


def _last_person(request: HttpRequest) -> str:
    """Who signed in last on this device, today."""
    try:
        return str(signing.loads(request.COOKIES.get(COOKIE_WIE, ""), salt=_ZOUT, max_age=24 * 60 * 60))
    except signing.BadSignature:
        return ""


def _about(person: str, path: str) -> str:
    return f"bewaarde invoer\n{person}\n{path}"


def _sessions() -> Any:
    return import_module(settings.SESSION_ENGINE).SessionStore


def _open(key: str | None) -> Any:
    store = _sessions()(session_key=key) if key else None
    return store if store is not None and "zegel" in store.keys() else None  # noqa: SIM118  a session has no `in`
