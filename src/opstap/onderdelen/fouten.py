"""Pages for when something went wrong: calm words, how to go on, nothing lost. The last works without a database."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from opstap.onderdelen.delen import Link
from opstap.onderdelen.teksten import t

TE_VEEL = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)
NOODTEKST = (
    '<!doctype html><html lang="nl"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    "<title>Er ging bij ons iets mis</title><h1>Er ging bij ons iets mis</h1>"
    "<p>Dat ligt niet aan u. Wat u eerder invulde, is bewaard. Probeer het over een paar minuten opnieuw, of bel de "
    "gemeente.</p>"
)


def verkeerd(request: HttpRequest, exception: BaseException | None = None) -> HttpResponse:
    """400: the request could not be read; 413 when it was too much at once."""
    if isinstance(exception, TE_VEEL):
        return te_veel(request)
    return _page(request, 400, "onderdelen.fout_400_titel", "onderdelen.fout_400")


def te_veel(request: HttpRequest, mb: int = 0) -> HttpResponse:
    """413: too much in one go. With `mb`: how much fits."""
    if mb:
        return _page(request, 413, "onderdelen.fout_413_titel", "onderdelen.fout_413_mb", mb=mb)
    return _page(request, 413, "onderdelen.fout_413_titel", "onderdelen.fout_413")


def mag_niet(request: HttpRequest, exception: BaseException | None = None) -> HttpResponse:
    """403."""
    return _page(request, 403, "algemeen.geen_toegang_titel", "algemeen.geen_toegang")


def niet_gevonden(request: HttpRequest, exception: BaseException | None = None) -> HttpResponse:
    """404: the same page for what does not exist and for what is somebody else's."""
    return _page(request, 404, "algemeen.niet_gevonden_titel", "algemeen.niet_gevonden")


def csrf(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form was too old, or its page came from before signing in again. What was typed is kept where safe."""
    keep = getattr(request, "bewaar_invoer", None)
    kept = keep() if keep is not None else None
    words = "onderdelen.verlopen_open"
    if kept is not None and kept.bewaard:
        words = "onderdelen.verlopen_bestanden" if kept.met_bestanden else "onderdelen.verlopen_bewaard"
    target = kept.pad if kept is not None else request.path
    context = {
        "titel": t("algemeen.verlopen_titel"),
        "zin": t(words),
        "klein": t("onderdelen.verlopen_cookies"),
        "verder": Link(t("onderdelen.ga_verder"), target),
    }
    return render(request, "onderdelen/fout.html", context, status=403)


def storing(request: HttpRequest) -> HttpResponse:
    """500: nothing here asks the database; when even the texts fail, there is one page without anything."""
    try:
        context = {"gemeente": _known_gemeente(request)}
        return HttpResponse(render_to_string("onderdelen/storing.html", context), status=500)
    except Exception:
        return HttpResponse(NOODTEKST, status=500)


def _known_gemeente(request: HttpRequest) -> Any:
    """The municipality that was found before it went wrong; never looked up here."""
    return request.__dict__.get("gemeente")


def _page(request: HttpRequest, status: int, titel: str, zin: str, **waarden: Any) -> HttpResponse:
    context = {
        "titel": t(titel),
        "zin": t(zin, **waarden),
        "verder": Link(t("algemeen.naar_begin"), "/"),
    }
    try:
        return render(request, "onderdelen/fout.html", context, status=status)
    except Exception:
        if settings.DEBUG:
            raise
        return storing(request)
