"""Write down that someone was called back."""

from __future__ import annotations

from dataclasses import dataclass

from opstap.contact.models import Terugbelverzoek
from opstap.kern import clock
from opstap.kern.actie import Actie, Melding


@dataclass(kw_only=True)
class RecordCall(Actie[Terugbelverzoek]):
    verzoek: Terugbelverzoek

    def may(self) -> bool:
        return self.door is not None and self.door.is_medewerker

    def change(self) -> Terugbelverzoek:
        if self.verzoek.gebeld_op is None:
            self.verzoek.gebeld_op = clock.now()
            self.verzoek.save(update_fields=["gebeld_op"])
        return self.verzoek

    def melding(self, result: Terugbelverzoek) -> Melding:
        return Melding("contact.gebeld", result.inwoner_id)
