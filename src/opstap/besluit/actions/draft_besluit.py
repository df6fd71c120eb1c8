"""A consulent writes a decision."""

from __future__ import annotations

from dataclasses import dataclass

from opstap.aanvraag.actions.base import OpAanvraag
from opstap.aanvraag.models import Aanvraag
from opstap.aanvraag.toegang import is_consulent
from opstap.besluit.models import Besluit
from opstap.besluit.rules import check_stop
from opstap.kern import clock
from opstap.kern.actie import Melding, NietMogelijk
from opstap.recht.models import Berekening

SCHRIJFBAAR = (Aanvraag.Staat.INGEDIEND, Aanvraag.Staat.IN_BEHANDELING, Aanvraag.Staat.WACHT_OP_AANVULLING)
IN_DE_MAAK = (Besluit.Staat.CONCEPT, Besluit.Staat.TERUG)


def in_the_making(aanvraag: Aanvraag) -> Besluit | None:
    """The draft that is being written, if there is one."""
    rows = Besluit.objects.filter(gemeente=aanvraag.gemeente_id, aanvraag=aanvraag, staat__in=IN_DE_MAAK)
    return rows.select_related("opgesteld_door").first()


@dataclass(kw_only=True)
class DraftBesluit(OpAanvraag[Besluit]):
    """Write or rewrite the decision that is in the making. A granting rests on a calculation that says so.

    `gezien` is the `versie` of the draft that the writer had before them, empty when there was none: who did not see
    what another wrote since does not write over it.
    """

    berekening: Berekening | None
    uitkomst: str
    motivering: str
    gezien: str = ""

    def may(self) -> bool:
        own = self.berekening is None or self.berekening.aanvraag_id == self.aanvraag.pk
        return is_consulent(self.door, self.aanvraag) and own

    def check(self) -> None:
        super().check()
        if self.aanvraag.staat not in SCHRIJFBAAR:
            raise NietMogelijk("aanvraag.niet_in_deze_stand", staat=self.aanvraag.staat)
        if not self.motivering.strip():
            raise NietMogelijk("besluit.reden_nodig")
        granted = self.uitkomst in (Aanvraag.Uitkomst.TOEGEKEND, Aanvraag.Uitkomst.DEELS)
        says_right = self.berekening is not None and self.berekening.uitkomst["uitkomst"] == "recht"
        if granted and not says_right:
            raise NietMogelijk("besluit.berekening_nodig")
        if self.uitkomst == Aanvraag.Uitkomst.NIET_BEHANDELD:
            check_stop(self.aanvraag)
        self._draft = in_the_making(self.aanvraag)
        if self._draft is not None and self._draft.versie != self.gezien:
            raise NietMogelijk("besluit.intussen_geschreven", naam=self._draft.opgesteld_door.weergavenaam,
                tekst=self._draft.motivering)

    def change(self) -> Besluit:
        assert self.door is not None
        besluit = self._draft or Besluit(gemeente=self.gemeente, aanvraag=self.aanvraag)
        besluit.berekening, besluit.uitkomst = self.berekening, self.uitkomst
        besluit.motivering = self.motivering.strip()
        besluit.opgesteld_door, besluit.opgesteld_op = self.door, clock.now()
        besluit.save()
        return besluit

    def melding(self, result: Besluit) -> Melding:
        return Melding("besluit.geschreven", self.aanvraag.dossier_id, {"besluit": str(result.pk)}, voor_inwoner=False)
