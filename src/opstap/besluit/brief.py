"""The letter of a decision: the same text as a page and as a tagged PDF (PDF/UA-1). Order: what, amount and date,
what to do, why, help, objection; and on a page of its own each step of the calculation with its article.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from io import BytesIO
from typing import Any

from django.template.loader import render_to_string

from opstap.aanvraag.models import Aanvraag
from opstap.besluit.models import Besluit, Brief
from opstap.kern import clock, geheim
from opstap.kern.geld import Geld
from opstap.kern.models import Gebruiker
from opstap.recht.stappen import grouped
from opstap.taal.teksten import HOOFDTAAL, tekst

MAX_BYTES = 20_000_000
BEZWAAR = timedelta(weeks=6)


@dataclass(frozen=True, slots=True)
class Getekend:
    """A letter that was drawn and lies in the store, not yet in the dossier."""

    onderwerp: str
    html: str
    sleutel: str


def draw(besluit: Besluit, checked_by: Gebruiker | None) -> Getekend:
    """Draw the letter and store its PDF. Nothing refers to it until `keep`; a leftover is cleaned up after a day."""
    from opstap.besluit.vel import to_pdf

    words = context(besluit, checked_by)
    body = render_to_string("besluit/brief_tekst.html", words)
    page = render_to_string("besluit/brief.html", words | {"tekst": body})
    stored = geheim.opslag().schrijf(BytesIO(to_pdf(page)), MAX_BYTES)
    return Getekend(words["onderwerp"], body, stored.sleutel)


def keep(besluit: Besluit, drawn: Getekend) -> Brief:
    """Put the letter in the dossier."""
    return Brief.objects.create(
        gemeente=besluit.gemeente, dossier=besluit.aanvraag.dossier, besluit=besluit, onderwerp=drawn.onderwerp,
        sleutel=drawn.sleutel, html=drawn.html, verzonden_op=clock.now(),
    )  # fmt: skip


def context(besluit: Besluit, checked_by: Gebruiker | None) -> dict[str, Any]:
    """Everything the letter says, in Dutch (Awb 2:6). Amounts come from the kept calculation, never from the text."""
    aanvraag, gemeente = besluit.aanvraag, besluit.gemeente
    outcome = besluit.berekening.uitkomst if besluit.berekening else {}
    granted = besluit.uitkomst in (Aanvraag.Uitkomst.TOEGEKEND, Aanvraag.Uitkomst.DEELS)
    return {
        "onderwerp": tekst(f"brief.onderwerp_{besluit.uitkomst}"), "taal": HOOFDTAAL, "besluit": besluit,
        "aanvraag": aanvraag, "inwoner": aanvraag.dossier.inwoner, "gemeente": gemeente, "toegekend": granted,
        "vanaf": date.fromisoformat(outcome["ingangsdatum"]) if outcome.get("ingangsdatum") else None,
        "bedragen": _amounts(outcome) if granted else None, "stappen": grouped(outcome),
        "vandaag": clock.today(), "bezwaar_tot": clock.today() + BEZWAAR, "controle": checked_by,
        "sleutel": f"brief.{besluit.uitkomst}",
    }  # fmt: skip


def _amounts(outcome: dict[str, Any]) -> dict[str, Geld]:
    including = Geld.parse(outcome["uitkering"]["incl_vakantietoeslag"])
    monthly = Geld.parse(outcome["uitkering"]["excl_vakantietoeslag"])
    return {"per_maand": monthly, "vakantie": including - monthly}
