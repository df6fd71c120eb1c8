"""Ask to be called back."""

from __future__ import annotations

from dataclasses import dataclass

from opstap.contact.models import Terugbelverzoek
from opstap.inwoner.models import Inwoner
from opstap.kern import clock
from opstap.kern.actie import Actie, Melding
from opstap.kern.publiek import DOSSIERLEZERS


@dataclass(kw_only=True)
class RequestCall(Actie[Terugbelverzoek]):
    """Leave a number and a part of the day; a worker calls."""

    inwoner: Inwoner
    telefoon: str
    dagdeel: str
    vraag: str = ""

    def may(self) -> bool:
        return self.door is not None and (self.door.rol in DOSSIERLEZERS or self.inwoner.account_id == self.door.pk)

    def change(self) -> Terugbelverzoek:
        return Terugbelverzoek.objects.create(
            gemeente=self.gemeente, inwoner=self.inwoner, telefoon=self.telefoon.strip(), dagdeel=self.dagdeel,
            vraag=self.vraag.strip(), gevraagd_op=clock.now(),
        )  # fmt: skip

    def melding(self, result: Terugbelverzoek) -> Melding:
        return Melding("contact.bel_mij", self.inwoner.pk, {"dagdeel": result.dagdeel})
