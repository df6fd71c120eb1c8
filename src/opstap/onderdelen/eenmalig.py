"""The key that lets a form count once: made with the page, sent with the form, kept by the action."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest

NAAM = "eenmalig"


def read(value: object) -> UUID | None:
    """The key in a posted value, or None when it is absent or no key."""
    try:
        return UUID(str(value)) if value else None
    except ValueError:
        return None


def posted(request: HttpRequest | None) -> UUID | None:
    """The key that came with this request. A view without a Formulier hands it to its action."""
    return read(request.POST.get(NAAM)) if request is not None and request.method == "POST" else None
