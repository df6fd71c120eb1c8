"""What was chosen from a short list, and what an event says, in the language of the reader."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from opstap.onderdelen.teksten import plat

if TYPE_CHECKING:  # the stand-in for DigiD shows pages too, without the models of the product
    from opstap.besluit.models import Brief

_EERDER = {"'s ochtends": "ochtend", "'s middags": "middag", "maakt niet uit": "maakt_niet_uit"}
"""Events of before kept the Dutch word instead of the choice."""


def keuze(veld: str, waarde: str) -> str:
    """The word for a choice: `voorkeur`, `dagdeel`, `scan`, `staat` (of an aanvraag) or `rol`."""
    return plat(f"keuze.{veld}_{waarde}") if waarde else ""


def onderwerp(brief: Brief) -> str:
    """What a letter is about. The letter itself stays Dutch; a link to it is read in the language of the page."""
    return plat(f"brief.onderwerp_{brief.besluit.uitkomst}") if brief.besluit else brief.onderwerp


def said(gegevens: Mapping[str, Any]) -> dict[str, Any]:
    """The values of an event for its sentence: a role and a part of the day in words, the rest as it is."""
    found = dict(gegevens)
    if "rol" in found:
        found["rol"] = keuze("rol", found["rol"])
    if "dagdeel" in found:
        found["dagdeel"] = keuze("dagdeel", _EERDER.get(found["dagdeel"], found["dagdeel"]))
    return found
