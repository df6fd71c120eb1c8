"""Reading calculations: the last one kept, and what the rules still need to know."""

from __future__ import annotations

from typing import Any

from opstap.aanvraag.models import Aanvraag
from opstap.kern import clock
from opstap.recht.models import Berekening
from opstap.recht.uitrekenen import Uitwerking, work_out


def latest(aanvraag: Aanvraag) -> Berekening | None:
    """The newest calculation that was kept."""
    return Berekening.objects.filter(gemeente=aanvraag.gemeente, aanvraag=aanvraag).order_by("-gemaakt_op",
        "-id").first()


def provisional(aanvraag: Aanvraag) -> Uitwerking:
    """What the rules say today with what is known now, proposed facts included; it is shown as provisional."""
    return work_out(aanvraag, clock.today())


def still_needed(aanvraag: Aanvraag) -> list[dict[str, Any]]:
    """What the rules need and nobody knows yet, as plain questions."""
    return list(provisional(aanvraag).uitkomst.get("ontbreekt", []))
