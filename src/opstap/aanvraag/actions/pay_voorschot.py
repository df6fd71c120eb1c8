"""Money in advance (Pw 52): prepared by the program, ordered by a named consulent."""

from __future__ import annotations

from dataclasses import dataclass

from opstap.aanvraag.actions.base import OpAanvraag
from opstap.aanvraag.models import Aanvraag
from opstap.aanvraag.toegang import is_consulent
from opstap.contact.kennisgeving import notify
from opstap.kern import clock
from opstap.kern.actie import Melding, NietMogelijk
from opstap.kern.geld import Geld


@dataclass(kw_only=True)
class PayVoorschot(OpAanvraag[Aanvraag]):
    """Order the payment of an advance; `cents` is the amount in euro cents."""

    cents: int

    def may(self) -> bool:
        return is_consulent(self.door, self.aanvraag)

    def check(self) -> None:
        super().check()
        if not self.aanvraag.is_open or self.aanvraag.aangevraagd_op is None:
            raise NietMogelijk("aanvraag.niet_in_deze_stand", staat=self.aanvraag.staat)
        if self.cents <= 0:
            raise NietMogelijk("voorschot.geen_bedrag")

    def change(self) -> Aanvraag:
        return self.aanvraag

    def melding(self, result: Aanvraag) -> Melding:
        words = {"aanvraag": str(result.pk), "datum": clock.today(), "bedrag": str(Geld(self.cents))}
        return Melding("voorschot.betaald", result.dossier_id, words)

    def tell(self, result: Aanvraag) -> None:
        notify(result.dossier.inwoner, "kennisgeving.bericht")
