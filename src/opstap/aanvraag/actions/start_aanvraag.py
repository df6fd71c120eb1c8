"""The person turns to the municipality: from today the right can begin (Pw 44 lid 1 and 2)."""

from __future__ import annotations

from dataclasses import dataclass

from opstap.aanvraag.models import Aanvraag
from opstap.aanvraag.nummer import next_nummer
from opstap.dossier.models import Dossier
from opstap.dossier.toegang import may_hand_in
from opstap.kern import clock
from opstap.kern.actie import Actie, Melding


@dataclass(kw_only=True)
class StartAanvraag(Actie[Aanvraag]):
    """Begin an application. Who has an open one goes on with that one. The day is written down as `gemeld_op`."""

    dossier: Dossier
    kanaal: str = "portaal"

    def may(self) -> bool:
        return may_hand_in(self.door, self.dossier)

    def change(self) -> Aanvraag:
        Dossier.objects.select_for_update().get(pk=self.dossier.pk)
        staten = (Aanvraag.Staat.BESLOTEN, Aanvraag.Staat.INGETROKKEN)
        running = Aanvraag.objects.filter(gemeente=self.gemeente,
            dossier=self.dossier).exclude(staat__in=staten).first()
        self._is_new = running is None
        if running is not None:
            return running
        return Aanvraag.objects.create(
            gemeente=self.gemeente, dossier=self.dossier, nummer=next_nummer(self.gemeente), kanaal=self.kanaal,
            begonnen_op=clock.now(), gemeld_op=clock.today(), aan_zet=Aanvraag.AanZet.INWONER,
            aan_zet_sinds=clock.today(), werk="indienen",
        )  # fmt: skip

    def melding(self, result: Aanvraag) -> Melding | None:
        if not self._is_new:
            return None
        return Melding("aanvraag.gemeld", self.dossier.pk, {"aanvraag": str(result.pk), "datum": result.gemeld_op})
