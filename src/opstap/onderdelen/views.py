"""Pages for everybody."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.html import format_html
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.safestring import SafeString
from django.views.decorators.http import require_GET, require_POST

from opstap.kern.publiek import iedereen
from opstap.onderdelen import voorbeelden
from opstap.onderdelen.teksten import t
from opstap.taal.teksten import sleutels

VAN = date(2026, 11, 22)


@iedereen
@require_POST
def choose_taal(request: HttpRequest) -> HttpResponse:
    """Go on in the other language, on the same page."""
    chosen = request.POST.get("taal", "")
    if chosen in dict(settings.LANGUAGES):
        request.session["taal"] = chosen
    target = request.POST.get("verder", "")
    safe = target.startswith("/") and url_has_allowed_host_and_scheme(target, {request.get_host()}, request.is_secure())
    return HttpResponseRedirect(target if safe else "/")


@iedereen
@require_GET
def privacy(request: HttpRequest) -> HttpResponse:
    """What is kept of whom, why, and for how long."""
    return _tekstbladzijde(request, "privacy")


@iedereen
@require_GET
def toegankelijkheid(request: HttpRequest) -> HttpResponse:
    """The accessibility statement: what works, what does not yet."""
    return _tekstbladzijde(request, "toegankelijkheid")


@iedereen
def onderdelen(request: HttpRequest) -> HttpResponse:
    """Every part on one page, with long words and errors; in development and the practice town only."""
    return render(request, "onderdelen/onderdelen.html", voorbeelden.alles(request))


def _tekstbladzijde(request: HttpRequest, naam: str) -> HttpResponse:
    """A page of words only: a title, a first line, and headings each with its text."""
    numbers = range(1, 1 + len(sleutels(f"onderdelen.{naam}_kop_")))
    delen = [(t(f"onderdelen.{naam}_kop_{n}"), _alinea(t(f"onderdelen.{naam}_{n}"))) for n in numbers]
    context = {"titel": t(f"onderdelen.{naam}_titel"), "lead": t(f"onderdelen.{naam}_lead"), "delen": delen}
    return render(request, "onderdelen/tekstbladzijde.html", {**context, "van": VAN})


def _alinea(words: SafeString) -> SafeString:
    return words if words.startswith("<p>") else format_html("<p>{}</p>", words)
