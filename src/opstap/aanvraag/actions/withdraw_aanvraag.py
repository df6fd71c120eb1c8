"""The person no longer wants it. Everything handed in stays theirs to see."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from opstap.aanvraag.actions.base import OpAanvraag
from opstap.aanvraag.models import Aanvraag
from opstap.aanvraag.toegang import is_applicant
from opstap.kern.actie import Melding


@dataclass(kw_only=True)
class WithdrawAanvraag(OpAanvraag[Aanvraag]):
    zet: ClassVar[str] = "withdraw_aanvraag"

    def may(self) -> bool:
        return is_applicant(self.door, self.aanvraag)

    def change(self) -> Aanvraag:
        return self.move()

    def melding(self, result: Aanvraag) -> Melding:
        return Melding("aanvraag.ingetrokken", result.dossier_id, {"aanvraag": str(result.pk)})
