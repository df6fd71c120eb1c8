"""An action that was refused ends in a calm page, never in a fault: not allowed reads as "not found", not now says
how to go on.
"""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from opstap.kern.actie import NietBevoegd, NietMogelijk
from opstap.onderdelen.delen import Link
from opstap.onderdelen.fouten import niet_gevonden
from opstap.onderdelen.teksten import t

Handler = Callable[[HttpRequest], HttpResponse]


class Weigeren:
    """Middleware that turns a refusal which the view did not handle itself into its page (404 or 409)."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, NietBevoegd):
            return niet_gevonden(request)
        if isinstance(exception, NietMogelijk):
            words = t(exception.sleutel, **exception.waarden)
            back = Link(t("onderdelen.ga_verder"), request.headers.get("Referer") or "/")
            context = {"titel": t("onderdelen.kan_nu_niet"), "zin": words, "verder": back}
            return render(request, "onderdelen/fout.html", context, status=409)
        return None
