"""From an aanvraag to an outcome with its steps: the facts, the choices of the municipality, the rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from opstap.aanvraag.models import Aanvraag
from opstap.dossier.models import Feit
from opstap.kern import clock
from opstap.kern.commands import InvoerFout
from opstap.recht.huishouden import build
from opstap.recht.regels.reken import reken
from opstap.taal.teksten import tekst


@dataclass(frozen=True, slots=True)
class Uitwerking:
    """A calculation before it is kept. `voorlopig`: how many of the facts it used are not established yet."""

    invoer: dict[str, Any]
    herkomst: dict[str, list[str]]
    schakelaars: dict[str, Any]
    uitkomst: dict[str, Any]
    voorlopig: int


def work_out(aanvraag: Aanvraag, peildatum: date, keuzes: Mapping[str, Any] | None = None) -> Uitwerking:
    """Work out the right of the household of `aanvraag` as known now. Nothing is kept."""
    household = build(aanvraag, peildatum)
    invoer = household.invoer | ({"keuzes": dict(keuzes)} if keuzes else {})
    schakelaars = dict(aanvraag.gemeente.instellingen.get("recht", {}))
    uitkomst = _reckon(invoer, schakelaars)
    if household.open_vragen:
        open_rows = [{"gegeven": code, "vraag": tekst(f"recht.vraag_{code}")} for code in household.open_vragen]
        uitkomst = uitkomst | {"uitkomst": "nog_niet_te_bepalen", "ontbreekt": open_rows + uitkomst.get("ontbreekt",
            [])}
    voorlopig = sum(feit.staat != Feit.Staat.VASTGESTELD for feit in household.feiten)
    return Uitwerking(invoer, household.herkomst, schakelaars, uitkomst, voorlopig)


def _reckon(invoer: dict[str, Any], schakelaars: dict[str, Any]) -> dict[str, Any]:
    """What cannot be (a child that is not born yet) is a question to the consulent, never a page that breaks."""
    try:
        return reken(invoer, schakelaars)
    except InvoerFout as error:
        empty = reken({"peildatum": invoer["peildatum"], "personen": [{"id": "a", "rol": "aanvrager"}]}, schakelaars)
        return empty | {"uitkomst": "nog_niet_te_bepalen", "ontbreekt": [{"gegeven": "invoer", "vraag": str(error)}],
            "stappen": []}


def work_out_if(aanvraag: Aanvraag, extra: Mapping[str, Any]) -> Uitwerking:
    """The same as today with something asked along (an advance, a part of a month). Nothing is kept."""
    made = work_out(aanvraag, clock.today())
    invoer = made.invoer | dict(extra)
    return Uitwerking(invoer, made.herkomst, made.schakelaars, _reckon(invoer, made.schakelaars), made.voorlopig)
