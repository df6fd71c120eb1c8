"""The calculation for the screen: steps with their article and where each input came from."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from opstap.aanvraag.models import Aanvraag
from opstap.dossier.models import Feit
from opstap.kern.geld import GeenBedrag, Geld
from opstap.onderdelen.rekenblad import amounts, steps, told
from opstap.onderdelen.teksten import t, taal
from opstap.recht.queries import latest, provisional
from opstap.recht.regels.zinnen import HOOFDTAAL
from opstap.recht.uitrekenen import work_out_if
from opstap.recht.watals import InvoerFout, with_pay, with_work
from opstap.werkplek.dossierblad import fact


def page(aanvraag: Aanvraag, query: Mapping[str, Any]) -> dict[str, Any]:
    """Today's calculation, the one that was kept last, and a what-if beside it."""
    made = provisional(aanvraag)
    return {
        "aanvraag": aanvraag, "inwoner": aanvraag.dossier.inwoner, "nu": told(made.uitkomst),
        "voorlopig": made.voorlopig,
        "stappen": steps(made.uitkomst), "vastgelegd": latest(aanvraag), "bronnen": sources(aanvraag, made.herkomst),
        "als": _what_if(aanvraag, query), "vraag": query,
        "regels_van": date.fromisoformat(made.uitkomst["versie"]["regels"]),
        "bedragen_van": date.fromisoformat(made.uitkomst["versie"]["bedragen"]),
    }  # fmt: skip


def sources(aanvraag: Aanvraag, herkomst: Mapping[str, list[str]]) -> list[dict[str, Any]]:
    """Each input with the facts it rests on."""
    used = {pk for ids in herkomst.values() for pk in ids}
    rows = {str(row.pk): row for row in Feit.objects.filter(gemeente=aanvraag.gemeente,
        pk__in=used).select_related("bewijsstuk", "door")}
    return [fact(rows[pk]) for pk in dict.fromkeys(pk for ids in herkomst.values() for pk in ids) if pk in rows]


def advance(aanvraag: Aanvraag) -> Geld | None:
    """The advance the rules propose now (95 % since 2026), or None when the norm is not known yet."""
    proposal = work_out_if(aanvraag, {"voorschot": True}).uitkomst.get("voorschot") or {}
    return Geld.parse(proposal["bedrag"]) if proposal.get("bedrag") else None


def _what_if(aanvraag: Aanvraag, query: Mapping[str, Any]) -> dict[str, Any] | None:
    """"If the pay is …" or "if I work … hours at …": before and after with the steps that change."""
    said = {name: str(query.get(name, "")).strip() for name in ("loon", "uren", "uurloon")}
    if not any(said.values()):
        return None
    try:
        if said["uren"]:
            made = with_work(aanvraag, said["uren"].replace(",", "."), str(Geld.parse(said["uurloon"] or "0")), taal())
        else:
            made = with_pay(aanvraag, str(Geld.parse(said["loon"])), taal())
    except GeenBedrag:
        return {"fout": t("algemeen.fout_bedrag")}
    except InvoerFout as error:
        return {"fout": str(error) if taal() == HOOFDTAAL else t("werkplek.recht.fout_wat_als")}
    month = {name: amount and Geld.parse(amount) for name, amount in made["in_de_maand"].items()}
    return {"voor": amounts(made["voor"]), "na": amounts(made["na"]), "maand": month, "veranderd": made["veranderd"],
            "toelichting": made.get("toelichting", "")}  # fmt: skip
