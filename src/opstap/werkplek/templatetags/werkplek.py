"""Small helpers for the workplace's templates."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from opstap.aanvraag.models import Aanvraag
from opstap.besluit.models import Besluit
from opstap.dossier.models import Bewijsstuk
from opstap.dossier.voorwaarden import leeftijd as years_old
from opstap.kern import clock
from opstap.kern.geld import GeenBedrag, Geld
from opstap.kern.models import Gebruiker, Rol
from opstap.onderdelen.rekenblad import amounts
from opstap.onderdelen.teksten import t
from opstap.recht.uitrekenen import Uitwerking

register = template.Library()


@register.simple_tag
def werkwoord(werk: str) -> SafeString:
    """What lies ready, in words."""
    return t(f"werkplek.werk.{werk}") if werk else t("werkplek.werk.niets")


@register.filter
def wie(aan_zet: str) -> str:
    return "inwoner" if aan_zet == Aanvraag.AanZet.INWONER else "gemeente"


@register.filter
def leeftijd(geboren: date) -> int:
    return years_old(geboren, clock.today())


@register.filter
def stukstaat(staat: str) -> str:
    return {"gelezen": "gelezen", "bevestigd": "bevestigd", "beoordeeld": "vastgesteld"}.get(staat, "verworpen")


@register.filter
def invoer(value: Any) -> str:
    """A value as it is typed in a field: amounts with a comma."""
    try:
        return Geld.parse(value).nl.removeprefix("€\u00a0") if isinstance(value,
            str) and "." in value else str(value or "")
    except GeenBedrag:
        return str(value)


@register.simple_tag(takes_context=True)
def volgende_stap(
    context: template.Context, aanvraag: Aanvraag, te_bekijken: list[Bewijsstuk], besluit: Besluit | None,
    user: Gebruiker
) -> SafeString:
    """The one main action of this dossier for this worker."""
    if besluit is not None and besluit.staat == Besluit.Staat.TER_CONTROLE and besluit.opgesteld_door_id != user.pk:
        return _link("controle", reverse("werkplek:controle", args=[aanvraag.pk]))
    if user.rol != Rol.CONSULENT or not aanvraag.is_open or aanvraag.staat in ("gemeld", "te_beslissen"):
        return SafeString("")
    if aanvraag.staat == Aanvraag.Staat.INGEDIEND:
        return SafeString(render_to_string("werkplek/oppakken.html", {"aanvraag": aanvraag,
            "csrf_token": context["csrf_token"]}))
    if te_bekijken:
        return _link("papier", reverse("werkplek:papier", args=[aanvraag.pk, te_bekijken[0].pk]))
    return _link("recht", reverse("werkplek:recht", args=[aanvraag.pk]))


@register.inclusion_tag("werkplek/berekening_kort.html")
def berekening_kort(made: Uitwerking) -> dict[str, Any]:
    return {"nu": made.uitkomst, "voorlopig": made.voorlopig, **amounts(made.uitkomst)}


@register.inclusion_tag("werkplek/uitkomst_regel.html")
def uitkomst_regel(outcome: Mapping[str, Any]) -> dict[str, Any]:
    return {"nu": outcome, **amounts(outcome)}


@register.inclusion_tag("werkplek/vergelijk.html")
def vergelijk(als: Mapping[str, Any]) -> dict[str, Any]:
    return dict(als)


def _link(name: str, address: str) -> SafeString:
    return format_html('<a class="button button-primary" href="{}" data-toets="p">{} <kbd>P</kbd></a>', address,
        t(f"werkplek.stap.{name}"))
