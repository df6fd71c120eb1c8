"""A consulent takes the application on: one name from begin to end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from opstap.aanvraag.actions.base import OpAanvraag
from opstap.aanvraag.models import Aanvraag
from opstap.aanvraag.toegang import is_consulent
from opstap.kern.actie import Melding


@dataclass(kw_only=True)
class TakeAanvraag(OpAanvraag[Aanvraag]):
    zet: ClassVar[str] = "take_aanvraag"

    def may(self) -> bool:
        return is_consulent(self.door, self.aanvraag)

    def change(self) -> Aanvraag:
        return self.move(consulent=self.door)

    def melding(self, result: Aanvraag) -> Melding:
        assert self.door is not None
        return Melding("aanvraag.opgepakt", result.dossier_id, {"aanvraag": str(result.pk),
            "naam": self.door.weergavenaam})
