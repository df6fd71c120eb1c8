"""What stands on the pages of a decision."""

from __future__ import annotations

from typing import Any

from django.template.loader import render_to_string

from opstap.aanvraag.models import Aanvraag
from opstap.besluit.actions.draft_besluit import in_the_making
from opstap.besluit.brief import context
from opstap.besluit.models import Besluit
from opstap.kern.models import Gebruiker
from opstap.onderdelen.rekenblad import steps
from opstap.recht.models import Berekening
from opstap.recht.queries import latest
from opstap.werkplek.rechtblad import sources

TELT = (Aanvraag.Uitkomst.TOEGEKEND, Aanvraag.Uitkomst.DEELS)


def calculation(aanvraag: Aanvraag) -> Berekening | None:
    """The calculation that was kept last; a decision rests on that one."""
    return latest(aanvraag)


def proposal(aanvraag: Aanvraag) -> dict[str, Any]:
    """What the form begins with: what was written before. Never an outcome that the program chose."""
    made = Besluit.objects.filter(gemeente=aanvraag.gemeente, aanvraag=aanvraag).order_by("-opgesteld_op").first()
    return {"uitkomst": made.uitkomst, "motivering": made.motivering} if made else {}


def page(aanvraag: Aanvraag) -> dict[str, Any]:
    kept = latest(aanvraag)
    made = Besluit.objects.filter(gemeente=aanvraag.gemeente, aanvraag=aanvraag).order_by("-opgesteld_op").first()
    draft = in_the_making(aanvraag)
    return {"aanvraag": aanvraag, "inwoner": aanvraag.dossier.inwoner, "vastgelegd": kept, "besluit": made,
            "gezien": draft.versie if draft else "",
            "stappen": steps(kept.uitkomst) if kept else [],
            "bronnen": sources(aanvraag, kept.herkomst) if kept else []}  # fmt: skip


def to_check(aanvraag: Aanvraag) -> Besluit | None:
    """The decision that waits for a second pair of eyes."""
    rows = Besluit.objects.filter(gemeente=aanvraag.gemeente, aanvraag=aanvraag, staat=Besluit.Staat.TER_CONTROLE)
    return rows.select_related("aanvraag__dossier__inwoner", "berekening", "opgesteld_door", "gemeente").first()


def check_page(aanvraag: Aanvraag, made: Besluit, door: Gebruiker) -> dict[str, Any]:
    """The letter as it will be sent, and what it rests on."""
    letter = render_to_string("besluit/brief_tekst.html", context(made, door))
    kept = made.berekening
    return {"aanvraag": aanvraag, "inwoner": aanvraag.dossier.inwoner, "besluit": made, "brief": letter,
            "stappen": steps(kept.uitkomst) if kept else [],
            "bronnen": sources(aanvraag, kept.herkomst) if kept else []}  # fmt: skip
