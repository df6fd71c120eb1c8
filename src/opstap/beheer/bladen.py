"""What the pages of the beheer share: who works here, running the action of a form, and a part of a long list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from django.contrib import messages
from django.http import HttpRequest, HttpResponse

from opstap.kern.actie import Actie, NietMogelijk
from opstap.kern.models import Gebruiker, Gemeente, Rol
from opstap.onderdelen.formulieren import Formulier
from opstap.onderdelen.teksten import t

PER_BLADZIJDE = 100
MEEDENKERS = (Rol.CONSULENT, Rol.KWALITEIT, Rol.TEAMMANAGER, Rol.BEHEERDER)
REDACTIE = (Rol.KWALITEIT, Rol.BEHEERDER)
VAKMENSEN = (Rol.CONSULENT, Rol.KWALITEIT, Rol.BEHEERDER)
Ding = TypeVar("Ding")


def wie(request: HttpRequest) -> dict[str, Any]:
    """Who acts and for which municipality, as an action takes it."""
    return {"door": request.user, "gemeente": gemeente(request)}


def gemeente(request: HttpRequest) -> Gemeente:
    return request.gemeente  # type: ignore[attr-defined]


def gebruiker(request: HttpRequest) -> Gebruiker:
    return request.user  # type: ignore[return-value]


def doe(form: Formulier, maak: Callable[[], Actie[Any]]) -> Any:
    """Run the action of a form that was filled in well; its result, or None with the refusal above the form."""
    if not form.is_bound or not form.is_valid():
        return None
    try:
        return maak().run(form.eenmalig)
    except NietMogelijk as refusal:
        form.add_error(None, t(refusal.sleutel, **refusal.waarden))
        return None


def goed(request: HttpRequest, sleutel: str, **waarden: Any) -> None:
    messages.success(request, t(sleutel, **waarden))


def bladzijde(request: HttpRequest, rows: Sequence[Ding]) -> dict[str, Any]:
    """A hundred rows of a long list, with the way to those before and after."""
    asked = request.GET.get("bladzijde", "1")
    last = max(1, -(-len(rows) // PER_BLADZIJDE))
    number = min(max(int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 7 else 1, 1), last)
    part = rows[(number - 1) * PER_BLADZIJDE : number * PER_BLADZIJDE]
    return {"rijen": part, "nummer": number, "van": last, "aantal": len(rows), "vorige": number - 1,
            "volgende": number + 1 if number < last else 0}  # fmt: skip


def download(inhoud: str, naam: str, soort: str) -> HttpResponse:
    """A file to keep: never opened as a page."""
    answer = HttpResponse(inhoud.encode("utf-8"), content_type=f"{soort}; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{naam}"'
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
