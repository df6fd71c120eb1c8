"""Research that a municipality adds: a draft, its checks, what it would change, and publishing by a second person."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from opstap.beheer import bladen
from opstap.beheer.formulieren_kennis import RedenFormulier
from opstap.beheer.formulieren_onderzoek import OnderzoekFormulier, initial
from opstap.beheer.onderzoekblad import list_page, piece_page
from opstap.kern import clock
from opstap.kern.publiek import alleen
from opstap.keuzehulp.actions.publish_inhoud import PublishInhoud
from opstap.keuzehulp.actions.withdraw_inhoud import WithdrawInhoud
from opstap.keuzehulp.actions.write_inhoud import WriteInhoud
from opstap.keuzehulp.eigen.jaar import in_a_year
from opstap.keuzehulp.eigen.stukken import as_yaml
from opstap.keuzehulp.inhoudlijst import find_stuk
from opstap.keuzehulp.models import Inhoudstuk


@alleen(*bladen.REDACTIE)
@require_GET
def onderzoeken(request: HttpRequest) -> HttpResponse:
    """What was written here, and the shared studies by review day."""
    return render(request, "beheer/onderzoeken.html", list_page(bladen.gemeente(request)))


@alleen(*bladen.REDACTIE)
def onderzoek_nieuw(request: HttpRequest) -> HttpResponse:
    start = {"eigenaar": bladen.gebruiker(request).weergavenaam, "herzien_voor": in_a_year(clock.today())}
    form = OnderzoekFormulier.van(request, initial=start)
    made = bladen.doe(form, lambda: _write(request, form, None))
    if made:
        return redirect("beheer:stuk", made.pk)
    return render(request, "beheer/onderzoek_form.html", {"form": form})


@alleen(*bladen.REDACTIE)
def onderzoek_wijzigen(request: HttpRequest, pk: UUID) -> HttpResponse:
    found = _found(request, pk)
    if found.soort != Inhoudstuk.Soort.ONDERZOEK:
        raise Http404
    start = initial(found.sleutel, found.concept or found.gepubliceerd or {})
    form = OnderzoekFormulier.van(request, vast=True, initial=start)
    if bladen.doe(form, lambda: _write(request, form, found)):
        return redirect("beheer:stuk", pk)
    return render(request, "beheer/onderzoek_form.html", {"form": form, "stuk": found})


@alleen(*bladen.REDACTIE)
def stuk(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One piece: what it says, what it would change, its history; publish or take back."""
    found = _found(request, pk)
    form, back = RedenFormulier.van(request), request.POST.get("doe") == "terug"
    if bladen.doe(form, lambda: _decide(request, found, form, back=back)):
        bladen.goed(request, "beheer.onderzoek.is_terug" if back else "beheer.onderzoek.is_gepubliceerd")
        return redirect("beheer:stuk", pk)
    return render(request, "beheer/stuk.html", {**piece_page(found, bladen.gebruiker(request)), "form": form})


@alleen(*bladen.REDACTIE)
@require_GET
def stuk_yaml(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The piece as a content file."""
    found = _found(request, pk)
    return bladen.download(as_yaml(found.concept or found.gepubliceerd or {}), f"{found.sleutel}.yaml", "text/plain")


def _write(request: HttpRequest, form: OnderzoekFormulier, found: Inhoudstuk | None) -> WriteInhoud:
    document = form.document()
    if found is not None:
        document["id"] = found.sleutel
    return WriteInhoud(
        **bladen.wie(request), soort=Inhoudstuk.Soort.ONDERZOEK, sleutel=document["id"], document=document, stuk=found
    )


def _decide(
    request: HttpRequest, found: Inhoudstuk, form: RedenFormulier, *, back: bool
) -> PublishInhoud | WithdrawInhoud:
    both = {**bladen.wie(request), "stuk": found, "reden": form.cleaned_data["reden"]}
    return WithdrawInhoud(**both) if back else PublishInhoud(**both, gezien=_seen(request))


def _seen(request: HttpRequest) -> int:
    given = request.POST.get("gezien", "")
    return int(given) if given.isascii() and given.isdigit() and len(given) < 9 else 0


def _found(request: HttpRequest, pk: UUID) -> Inhoudstuk:
    row = find_stuk(bladen.gemeente(request), pk)
    if row is None:
        raise Http404
    return row
