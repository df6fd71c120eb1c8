"""What every request gets: a strict content policy, the municipality it is for, and the language of the reader."""

from __future__ import annotations

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.middleware.gzip import GZipMiddleware
from django.utils import translation

from opstap.kern import clock
from opstap.kern.models import Gemeente

SESSIE_SCHRIJVEN_S = 60
Handler = Callable[[HttpRequest], HttpResponse]

BELEID = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    ]
)


def veiligheid(get_response: Handler) -> Handler:
    """A content policy without inline code; pages with personal facts are kept by no cache."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Content-Security-Policy", BELEID)
        response.headers.setdefault("Permissions-Policy", "geolocation=(), microphone=(), camera=(self)")
        response.headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
        if not request.path.startswith("/static/"):
            response.headers.setdefault("Cache-Control", "no-store")
        return response

    return middleware


def klein(get_response: Handler) -> Handler:
    """Pages go compressed over the wire, for slow phones. Files do not: they are small already, or covered and sealed.

    A secret that returns on a page could be guessed from its compressed size (BREACH): the CSRF token is masked anew on
    each page, and Django adds a random number of bytes.
    """
    compress = GZipMiddleware(get_response)

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        is_page = not response.streaming and response.headers.get("Content-Type", "").startswith("text/html")
        if is_page:
            compress.process_response(request, response)
        return response

    return middleware


def gemeente(get_response: Handler) -> Handler:
    """`request.gemeente`: the signed-in person's own; else the one whose domain was asked for; else the only one."""

    def middleware(request: HttpRequest) -> HttpResponse:
        request.gemeente = _gemeente(request)  # type: ignore[attr-defined]
        return get_response(request)

    return middleware


def sessie(get_response: Handler) -> Handler:
    """Each click puts off the end of the session, written at most once a minute: reading pages must not wait to
    write.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        seen = int(clock.now().timestamp())
        if request.user.is_authenticated and seen - request.session.get("gezien", 0) >= SESSIE_SCHRIJVEN_S:
            request.session["gezien"] = seen
        return get_response(request)

    return middleware


def taal(get_response: Handler) -> Handler:
    """The language chosen on the page, else Dutch. Never guessed from the browser: Dutch letters need Dutch pages."""

    def middleware(request: HttpRequest) -> HttpResponse:
        chosen = request.session.get("taal", "nl")
        with translation.override(chosen):
            request.LANGUAGE_CODE = chosen
            return get_response(request)

    return middleware


def _gemeente(request: HttpRequest) -> Gemeente:
    if request.user.is_authenticated:
        return request.user.gemeente
    host = request.get_host().partition(":")[0]
    found = Gemeente.objects.filter(domein=host).first() or Gemeente.objects.order_by("id").first()
    if found is None:
        raise Http404("Er is nog geen gemeente ingericht.")
    return found
