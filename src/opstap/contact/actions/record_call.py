"""Write down that someone was called back."""

from __future__ import annotations

from dataclasses import dataclass

from opstap.contact.models import Terugbelverzoek
from opstap.kern import clock
from opstap.kern.actie import Actie, Melding
from opstap.kern.publiek import DOSSIERLEZERS


@dataclass(kw_only=True)
class RecordCall(Actie[Terugbelverzoek]):
    verzoek: Terugbelverzoek

    def may(self) -> bool:
        return self.door is not None and self.door.rol in DOSSIERLEZERS

    def check(self) -> None:
        self.verzoek = Terugbelverzoek.objects.select_for_update().get(gemeente=self.gemeente, pk=self.verzoek.pk)

    def change(self) -> Terugbelverzoek:
        self._first = self.verzoek.gebeld_op is None
        if self._first:
            self.verzoek.gebeld_op = clock.now()
            self.verzoek.save(update_fields=["gebeld_op"])
        return self.verzoek

    def melding(self, result: Terugbelverzoek) -> Melding | None:
        return Melding("contact.gebeld", result.inwoner_id) if self._first else None
