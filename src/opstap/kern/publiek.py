"""Every view names its audience. A test walks all URLs and fails when one does not, or lets another in.

Who is not signed in goes to the sign-in page; who is signed in but not meant gets "not found".
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect

from opstap.kern.models import Rol

View = Callable[..., HttpResponseBase]
IEDEREEN = frozenset({"iedereen"})
DOSSIERLEZERS = (Rol.CONSULENT, Rol.KWALITEIT, Rol.BALIE)


def iedereen(view: View) -> View:
    """A page for everybody, signed in or not."""
    view.publiek = IEDEREEN  # type: ignore[attr-defined]
    return view


def alleen(*rollen: Rol) -> Callable[[View], View]:
    """A page for these roles only, of the municipality that the request is for."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            user: Any = request.user
            if not user.is_authenticated:
                return _to_sign_in(request, rollen)
            if user.rol not in rollen or user.gemeente_id != request.gemeente.pk:  # type: ignore[attr-defined]
                raise Http404
            return view(request, *args, **kwargs)

        guarded.publiek = frozenset(rollen)  # type: ignore[attr-defined]
        return guarded

    return decorate


def _to_sign_in(request: HttpRequest, rollen: tuple[Rol, ...]) -> HttpResponse:
    """To the door; back afterwards to the page that was asked for, or to the form whose words are kept meanwhile.

    A program that uploads in pieces (tus) cannot sign in: it is told so, and goes on when the person did.
    """
    if "Tus-Resumable" in request.headers:
        return HttpResponse(status=401)
    keep = getattr(request, "bewaar_invoer", None)
    target = request.get_full_path() if request.method == "GET" else request.path
    if request.method == "POST" and keep is not None:
        target = keep().pad
    where = settings.LOGIN_URL if Rol.INWONER in rollen else settings.LOGIN_URL_MEDEWERKER
    return redirect(f"{where}?{urlencode({'verder': target})}")
