"""Texts in the language of the receiver, not of who presses the button."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe

from opstap.taal.teksten import html

register = template.Library()


@register.simple_tag(takes_context=True)
def brieftekst(context: template.Context, sleutel: str, **waarden: Any) -> SafeString:
    return mark_safe(html(sleutel, context["taal"], **waarden))  # noqa: S308  values are escaped there
