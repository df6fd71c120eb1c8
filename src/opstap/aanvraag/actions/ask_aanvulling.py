"""Ask for everything that is still missing, in one request. The clock stands still from the day after (Awb 4:5,
4:15).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import ClassVar

from opstap.aanvraag.actions.base import OpAanvraag
from opstap.aanvraag.models import Aanvullingsverzoek
from opstap.aanvraag.toegang import is_consulent
from opstap.contact.kennisgeving import notify
from opstap.kern import clock
from opstap.kern.actie import Melding, NietMogelijk

REDELIJK = timedelta(days=7)


@dataclass(kw_only=True)
class AskAanvulling(OpAanvraag[Aanvullingsverzoek]):
    """`vereisten` are the ids of what is missing; `uiterlijk_op` gives at least a week."""

    zet: ClassVar[str] = "ask_aanvulling"
    vereisten: list[str] = field(default_factory=list)
    uiterlijk_op: date
    toelichting: str = ""

    def may(self) -> bool:
        return is_consulent(self.door, self.aanvraag)

    def check(self) -> None:
        super().check()
        if not self.vereisten:
            raise NietMogelijk("aanvulling.kies_papier")
        if self.uiterlijk_op < clock.today() + REDELIJK:
            raise NietMogelijk("aanvulling.te_kort", eerste=clock.today() + REDELIJK)

    def change(self) -> Aanvullingsverzoek:
        assert self.door is not None
        self.move(consulent=self.aanvraag.consulent or self.door)
        return Aanvullingsverzoek.objects.create(
            gemeente=self.gemeente, aanvraag=self.aanvraag, vereisten=self.vereisten,
            toelichting=self.toelichting.strip(),
            gevraagd_op=clock.today(), uiterlijk_op=self.uiterlijk_op, door=self.door,
        )  # fmt: skip

    def melding(self, result: Aanvullingsverzoek) -> Melding:
        words = {"aanvraag": str(self.aanvraag.pk), "datum": result.gevraagd_op, "uiterlijk": result.uiterlijk_op,
                 "vereisten": result.vereisten, "aantal": len(result.vereisten)}  # fmt: skip
        return Melding("aanvulling.gevraagd", self.aanvraag.dossier_id, words)

    def tell(self, result: Aanvullingsverzoek) -> None:
        notify(self.aanvraag.dossier.inwoner, "kennisgeving.papieren")
