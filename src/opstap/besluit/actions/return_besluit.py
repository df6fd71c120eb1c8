"""The second person gives the decision back, with what should be better."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from opstap.aanvraag.actions.base import OpAanvraag
from opstap.besluit.models import Besluit
from opstap.besluit.toegang import may_check
from opstap.kern.actie import Melding, NietMogelijk


@dataclass(kw_only=True)
class ReturnBesluit(OpAanvraag[Besluit]):
    zet: ClassVar[str] = "return_besluit"
    besluit: Besluit
    opmerking: str

    def may(self) -> bool:
        return may_check(self.door, self.besluit) and self.besluit.aanvraag_id == self.aanvraag.pk

    def check(self) -> None:
        super().check()
        self.besluit.refresh_from_db()
        if self.besluit.staat != Besluit.Staat.TER_CONTROLE:
            raise NietMogelijk("besluit.al_weg")
        if not self.opmerking.strip():
            raise NietMogelijk("besluit.opmerking_nodig")

    def change(self) -> Besluit:
        self.move()
        self.besluit.staat, self.besluit.opmerking = Besluit.Staat.TERUG, self.opmerking.strip()
        self.besluit.save(update_fields=["staat", "opmerking"])
        return self.besluit

    def melding(self, result: Besluit) -> Melding:
        return Melding("besluit.terug", self.aanvraag.dossier_id, {"besluit": str(result.pk)}, voor_inwoner=False)
