"""Hand the decision to a second pair of eyes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from opstap.aanvraag.actions.base import OpAanvraag
from opstap.aanvraag.toegang import is_consulent
from opstap.besluit.actions.draft_besluit import IN_DE_MAAK
from opstap.besluit.models import Besluit
from opstap.besluit.rules import check_facts
from opstap.kern.actie import Melding, NietMogelijk


@dataclass(kw_only=True)
class SubmitBesluit(OpAanvraag[Besluit]):
    """Only when the calculation still holds and a named consulent established every fact it used."""

    zet: ClassVar[str] = "submit_besluit"
    besluit: Besluit

    def may(self) -> bool:
        return is_consulent(self.door, self.aanvraag) and self.besluit.aanvraag_id == self.aanvraag.pk

    def check(self) -> None:
        super().check()
        self.besluit.refresh_from_db()
        if self.besluit.staat not in IN_DE_MAAK:
            raise NietMogelijk("besluit.al_weg")
        check_facts(self.besluit)

    def change(self) -> Besluit:
        self.move()
        self.besluit.staat = Besluit.Staat.TER_CONTROLE
        self.besluit.save(update_fields=["staat"])
        return self.besluit

    def melding(self, result: Besluit) -> Melding:
        return Melding("besluit.ter_controle", self.aanvraag.dossier_id, {"besluit": str(result.pk)})
