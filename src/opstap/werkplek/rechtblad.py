"""The calculation for the screen: steps with their article and where each input came from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from opstap.aanvraag.models import Aanvraag
from opstap.dossier.models import Feit
from opstap.kern.geld import GeenBedrag, Geld
from opstap.onderdelen.delen import Link, Stap
from opstap.onderdelen.teksten import t
from opstap.recht.queries import latest, provisional
from opstap.recht.stappen import grouped
from opstap.recht.uitrekenen import work_out_if
from opstap.werkplek.dossierblad import fact

UITBETALEN = 15


def page(aanvraag: Aanvraag, query: Mapping[str, Any]) -> dict[str, Any]:
    """Today's calculation, the one that was kept last, and a what-if beside it."""
    made = provisional(aanvraag)
    return {
        "aanvraag": aanvraag, "inwoner": aanvraag.dossier.inwoner, "nu": made.uitkomst, "voorlopig": made.voorlopig,
        "stappen": steps(made.uitkomst), "vastgelegd": latest(aanvraag), "bronnen": sources(aanvraag, made.herkomst),
        "als": _what_if(aanvraag, query), "loon": query.get("loon", ""),
    }  # fmt: skip


def steps(outcome: Mapping[str, Any]) -> list[Stap]:
    """The sixteen steps in words, the amount that is paid marked as the sum."""
    return [
        Stap(t(row.naam), " ".join(row.teksten), row.uitkomst, tuple(Link(artikel) for artikel in row.artikelen),
             som=row.nummer == UITBETALEN)
        for row in grouped(outcome)
    ]  # fmt: skip


def sources(aanvraag: Aanvraag, herkomst: Mapping[str, list[str]]) -> list[dict[str, Any]]:
    """Each input with the facts it rests on."""
    used = {pk for ids in herkomst.values() for pk in ids}
    rows = {str(row.pk): row for row in Feit.objects.filter(gemeente=aanvraag.gemeente, pk__in=used).select_related("bewijsstuk", "door")}
    return [fact(rows[pk]) for pk in dict.fromkeys(pk for ids in herkomst.values() for pk in ids) if pk in rows]


def advance(aanvraag: Aanvraag) -> Geld | None:
    """The advance the rules propose now (95 % since 2026), or None when the norm is not known yet."""
    proposal = work_out_if(aanvraag, {"voorschot": True}).uitkomst.get("voorschot") or {}
    return Geld.parse(proposal["bedrag"]) if proposal.get("bedrag") else None


def _what_if(aanvraag: Aanvraag, query: Mapping[str, Any]) -> dict[str, Any] | None:
    """"If the pay is …": the outcome beside today's. Nothing in the dossier changes."""
    text = str(query.get("loon", "")).strip()
    if not text:
        return None
    try:
        pay = str(Geld.parse(text))
    except GeenBedrag:
        return {"fout": True}
    made = work_out_if(aanvraag, {}, loon=pay)
    return {"uitkomst": made.uitkomst, "loon": Geld.parse(pay)}
