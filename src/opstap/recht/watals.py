"""What if, for an aanvraag: the household as known today beside the household as it would be. Nothing is kept."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from opstap.aanvraag.models import Aanvraag
from opstap.kern import clock
from opstap.kern.commands import InvoerFout
from opstap.kern.geld import Geld
from opstap.recht.regels import wat_als
from opstap.recht.regels.in_taal import schatting, verschil_in_taal
from opstap.recht.regels.nettoloon import schat
from opstap.recht.regels.zinnen import HOOFDTAAL
from opstap.recht.uitrekenen import work_out


def with_pay(aanvraag: Aanvraag, netto: str, taal: str = "nl") -> Mapping[str, Any]:
    """If the applicant's net pay a month were `netto` ("620.00"). Shape of `wat_als.vergelijk`. Raises InvoerFout."""
    made = work_out(aanvraag, clock.today())
    rest = [row for row in made.invoer.get("inkomsten", []) if (row["persoon"], row["soort"]) != ("a", "loon")]
    other = made.invoer | {"inkomsten": [*rest, {"persoon": "a", "soort": "loon", "netto": netto}]}
    return verschil_in_taal(wat_als.vergelijk(made.invoer, other, made.schakelaars), taal)


def with_work(aanvraag: Aanvraag, uren: str, uurloon: str, taal: str = "nl") -> Mapping[str, Any]:
    """If the applicant worked `uren` hours a week at `uurloon` gross an hour; the net pay is a documented estimate."""
    made = work_out(aanvraag, clock.today())
    other = wat_als.met_werk(made.invoer, "a", uren=uren, uurloon=uurloon)
    changed = verschil_in_taal(wat_als.vergelijk(made.invoer, other, made.schakelaars), taal)
    return {**changed, "toelichting": _estimate(uren, uurloon, made.invoer["peildatum"], taal)}


def _estimate(uren: str, uurloon: str, on: str, taal: str) -> str:
    """How sure the net pay is, in the language of the reader."""
    made = schat(uren, uurloon, date.fromisoformat(on))
    return made.toelichting if taal == HOOFDTAAL else schatting(uren, Geld.parse(uurloon), made.jaar, taal)


__all__ = ["InvoerFout", "with_pay", "with_work"]
