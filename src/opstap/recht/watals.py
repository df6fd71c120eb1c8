"""What if, for an aanvraag: the household as known today beside the household as it would be. Nothing is kept."""

from __future__ import annotations

from typing import Any

from opstap.aanvraag.models import Aanvraag
from opstap.kern import clock
from opstap.kern.commands import InvoerFout
from opstap.recht.regels import wat_als
from opstap.recht.uitrekenen import work_out


def with_pay(aanvraag: Aanvraag, netto: str) -> dict[str, Any]:
    """If the applicant's net pay a month were `netto` ("620.00"). Shape of `wat_als.vergelijk`. Raises InvoerFout."""
    made = work_out(aanvraag, clock.today())
    rest = [row for row in made.invoer.get("inkomsten", []) if (row["persoon"], row["soort"]) != ("a", "loon")]
    other = made.invoer | {"inkomsten": [*rest, {"persoon": "a", "soort": "loon", "netto": netto}]}
    return wat_als.vergelijk(made.invoer, other, made.schakelaars)


def with_work(aanvraag: Aanvraag, uren: str, uurloon: str) -> dict[str, Any]:
    """If the applicant worked `uren` hours a week at `uurloon` gross an hour; the net pay is a documented estimate."""
    made = work_out(aanvraag, clock.today())
    other = wat_als.met_werk(made.invoer, "a", uren=uren, uurloon=uurloon)
    return wat_als.vergelijk(made.invoer, other, made.schakelaars) | {"toelichting": other["keuzes"]["toelichting"]}


__all__ = ["InvoerFout", "with_pay", "with_work"]
