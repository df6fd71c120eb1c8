"""What was asked is there, or we no longer wait for it: the clock goes on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from opstap.aanvraag.actions.base import OpAanvraag
from opstap.aanvraag.models import Aanvraag
from opstap.aanvraag.toegang import is_consulent
from opstap.kern import clock
from opstap.kern.actie import Melding


@dataclass(kw_only=True)
class CloseAanvulling(OpAanvraag[Aanvraag]):
    """Close the open request. The clock goes on from the day the papers came, which the events tell."""

    zet: ClassVar[str] = "close_aanvulling"

    def may(self) -> bool:
        return is_consulent(self.door, self.aanvraag)

    def change(self) -> Aanvraag:
        self.aanvraag.verzoeken.filter(afgerond_op=None).update(afgerond_op=clock.today())
        return self.move()

    def melding(self, result: Aanvraag) -> Melding:
        return Melding("aanvulling.compleet", result.dossier_id, {"aanvraag": str(result.pk), "datum": clock.today()})
