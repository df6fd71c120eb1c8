"""Send the application in. Never refused or delayed because papers are missing (Pw 41 lid 12; Awb 4:5)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from opstap.aanvraag.actions.base import OpAanvraag
from opstap.aanvraag.models import Aanvraag
from opstap.aanvraag.toegang import is_applicant
from opstap.contact.kennisgeving import notify
from opstap.dossier.toegang import may_hand_in
from opstap.kern import clock
from opstap.kern.actie import Melding


@dataclass(kw_only=True)
class SubmitAanvraag(OpAanvraag[Aanvraag]):
    """File it today. `afschrift` is the copy of what was said, kept with the receipt (Awb 2:17 lid 2)."""

    zet: ClassVar[str] = "submit_aanvraag"
    afschrift: Mapping[str, Any] = field(default_factory=dict)

    def may(self) -> bool:
        return is_applicant(self.door, self.aanvraag) or may_hand_in(self.door, self.aanvraag.dossier)

    def change(self) -> Aanvraag:
        return self.move(ingediend_op=clock.now(), aangevraagd_op=clock.today(), afschrift=dict(self.afschrift))

    def melding(self, result: Aanvraag) -> Melding:
        words = {"aanvraag": str(result.pk), "nummer": result.nummer, "datum": result.aangevraagd_op}
        return Melding("aanvraag.ingediend", result.dossier_id, words)

    def tell(self, result: Aanvraag) -> None:
        notify(result.dossier.inwoner, "kennisgeving.ontvangen")
