"""Money in advance (Pw 52): prepared by the program, ordered by a named consulent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from opstap.aanvraag.actions.base import OpAanvraag
from opstap.aanvraag.models import Aanvraag
from opstap.aanvraag.toegang import is_consulent
from opstap.contact.kennisgeving import notify
from opstap.kern import clock, log
from opstap.kern.actie import Melding, NietMogelijk
from opstap.kern.geld import Geld

VIER_WEKEN = timedelta(weeks=4)


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
        for row in log.read(self.gemeente, [self.aanvraag.dossier_id], "voorschot.betaald"):
            paid = row.moment.astimezone(clock.AMSTERDAM).date()
            if row.gegevens.get("aanvraag") == str(self.aanvraag.pk) and clock.today() < paid + VIER_WEKEN:
                raise NietMogelijk("voorschot.al_betaald", datum=paid)

    def change(self) -> Aanvraag:
        return self.aanvraag

    def melding(self, result: Aanvraag) -> Melding:
        words = {"aanvraag": str(result.pk), "datum": clock.today(), "bedrag": str(Geld(self.cents))}
        return Melding("voorschot.betaald", result.dossier_id, words)

    def tell(self, result: Aanvraag) -> None:
        notify(result.dossier.inwoner, "kennisgeving.bericht")
