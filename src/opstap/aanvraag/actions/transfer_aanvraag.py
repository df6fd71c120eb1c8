"""UWV passes on an application (Pw 41 lid 1). Both dates come along and are not ours to change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from opstap.aanvraag.models import Aanvraag, OvergedragenAanvraag
from opstap.aanvraag.nummer import next_nummer
from opstap.dossier.models import Dossier
from opstap.kern import clock
from opstap.kern.actie import Actie, Melding

GESLOTEN = (Aanvraag.Staat.BESLOTEN, Aanvraag.Staat.INGETROKKEN)


@dataclass(kw_only=True)
class TransferAanvraag(Actie[Aanvraag]):
    """Take in an application as UWV transferred it. The same transfer (`kenmerk`) again gives the same row.

    Who had begun one here goes on with that one: it counts as filed, and of each date the earliest holds.
    """

    dossier: Dossier
    kenmerk: str
    gemeld_op: date
    aangevraagd_op: date
    gezegd: Mapping[str, Any] = field(default_factory=dict)

    def may(self) -> bool:
        return self.door is None

    def check(self) -> None:
        Dossier.objects.select_for_update().get(pk=self.dossier.pk)

    def change(self) -> Aanvraag:
        known = OvergedragenAanvraag.objects.filter(gemeente=self.gemeente, kenmerk=self.kenmerk).first()
        self._is_new = known is None
        if known is not None:
            return known.aanvraag
        own = Aanvraag.objects.select_for_update().filter(gemeente=self.gemeente, dossier=self.dossier)
        running = own.exclude(staat__in=GESLOTEN).first()
        aanvraag = self._join(running) if running is not None else self._fresh()
        OvergedragenAanvraag.objects.create(
            gemeente=self.gemeente, aanvraag=aanvraag, kenmerk=self.kenmerk, gemeld_op=self.gemeld_op,
            aangevraagd_op=self.aangevraagd_op, gezegd=dict(self.gezegd), ontvangen_op=clock.now(),
        )  # fmt: skip
        return aanvraag

    def melding(self, result: Aanvraag) -> Melding | None:
        if not self._is_new:
            return None
        words = {"aanvraag": str(result.pk), "nummer": result.nummer, "datum": self.aangevraagd_op,
            "gemeld": self.gemeld_op}
        return Melding("aanvraag.overgedragen", self.dossier.pk, words)

    def _join(self, running: Aanvraag) -> Aanvraag:
        running.gemeld_op = min(self.gemeld_op, running.gemeld_op or self.gemeld_op)
        running.aangevraagd_op = min(self.aangevraagd_op, running.aangevraagd_op or self.aangevraagd_op)
        if running.staat == Aanvraag.Staat.GEMELD:
            running.staat, running.ingediend_op = Aanvraag.Staat.INGEDIEND, clock.now()
        running.save(update_fields=["gemeld_op", "aangevraagd_op", "staat", "ingediend_op"])
        return running

    def _fresh(self) -> Aanvraag:
        return Aanvraag.objects.create(
            gemeente=self.gemeente, dossier=self.dossier, nummer=next_nummer(self.gemeente), kanaal="uwv",
            staat=Aanvraag.Staat.INGEDIEND, begonnen_op=clock.now(), ingediend_op=clock.now(),
            gemeld_op=self.gemeld_op, aangevraagd_op=self.aangevraagd_op,
        )  # fmt: skip
