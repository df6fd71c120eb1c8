"""UWV passes on an application (Pw 41 lid 1). Both dates come along and are not ours to change."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from opstap.aanvraag.models import Aanvraag
from opstap.aanvraag.nummer import next_nummer
from opstap.dossier.models import Dossier
from opstap.kern import clock
from opstap.kern.actie import Actie, Melding


@dataclass(kw_only=True)
class TransferAanvraag(Actie[Aanvraag]):
    """Take in an application as UWV transferred it. The same transfer again gives the same row."""

    dossier: Dossier
    kenmerk: str
    gemeld_op: date
    aangevraagd_op: date

    def may(self) -> bool:
        return self.door is None

    def change(self) -> Aanvraag:
        known = Aanvraag.objects.filter(gemeente=self.gemeente, dossier=self.dossier, kanaal=f"uwv:{self.kenmerk}"[:20]).first()
        self._is_new = known is None
        return known or Aanvraag.objects.create(
            gemeente=self.gemeente, dossier=self.dossier, nummer=next_nummer(self.gemeente), kanaal=f"uwv:{self.kenmerk}"[:20],
            staat=Aanvraag.Staat.INGEDIEND, begonnen_op=clock.now(), ingediend_op=clock.now(),
            gemeld_op=self.gemeld_op, aangevraagd_op=self.aangevraagd_op,
        )  # fmt: skip

    def melding(self, result: Aanvraag) -> Melding | None:
        if not self._is_new:
            return None
        words = {"aanvraag": str(result.pk), "nummer": result.nummer, "datum": self.aangevraagd_op, "gemeld": self.gemeld_op}
        return Melding("aanvraag.overgedragen", self.dossier.pk, words)
