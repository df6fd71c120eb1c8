"""A second person approves: the decision is taken, the right begins, the letter lies in the dossier."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from opstap.aanvraag.actions.base import OpAanvraag
from opstap.aanvraag.models import Aanvraag
from opstap.besluit import brief
from opstap.besluit.models import Besluit
from opstap.besluit.rules import check_facts
from opstap.besluit.toegang import may_check
from opstap.contact.kennisgeving import notify
from opstap.kern import clock
from opstap.kern.actie import Melding, NietMogelijk
from opstap.recht.models import Recht


@dataclass(kw_only=True)
class ApproveBesluit(OpAanvraag[Besluit]):
    """Everything in one transaction. The letter is drawn before it: a letter that cannot be drawn stops the
    decision.
    """

    zet: ClassVar[str] = "approve_besluit"
    besluit: Besluit

    def may(self) -> bool:
        return may_check(self.door, self.besluit) and self.besluit.aanvraag_id == self.aanvraag.pk

    def prepare(self) -> None:
        self._says = self._text()
        self._letter = brief.draw(self.besluit, checked_by=self.door)

    def check(self) -> None:
        super().check()
        self.besluit.refresh_from_db()
        if self.besluit.staat != Besluit.Staat.TER_CONTROLE or self._text() != self._says:
            raise NietMogelijk("besluit.al_weg")
        check_facts(self.besluit)

    def change(self) -> Besluit:
        besluit = self.besluit
        besluit.staat, besluit.gecontroleerd_door, besluit.genomen_op = Besluit.Staat.GENOMEN, self.door, clock.now()
        besluit.save(update_fields=["staat", "gecontroleerd_door", "genomen_op"])
        self.move(uitkomst=besluit.uitkomst)
        if besluit.uitkomst in (Aanvraag.Uitkomst.TOEGEKEND, Aanvraag.Uitkomst.DEELS):
            assert besluit.berekening is not None
            Recht.objects.create(
                gemeente=self.gemeente, dossier=self.aanvraag.dossier, aanvraag=self.aanvraag,
                berekening=besluit.berekening,
                ingangsdatum=date.fromisoformat(besluit.berekening.uitkomst["ingangsdatum"]),
            )  # fmt: skip
        brief.keep(besluit, self._letter)
        return besluit

    def melding(self, result: Besluit) -> Melding:
        words = {"besluit": str(result.pk), "uitkomst": result.uitkomst, "datum": clock.today(),
            "aanvraag": str(self.aanvraag.pk)}
        return Melding("besluit.genomen", self.aanvraag.dossier_id, words)

    def tell(self, result: Besluit) -> None:
        notify(self.aanvraag.dossier.inwoner, "kennisgeving.besluit")

    def _text(self) -> tuple[object, ...]:
        """What the letter was drawn from: a decision that was rewritten meanwhile gets no letter with the old words."""
        return (self.besluit.uitkomst, self.besluit.motivering, self.besluit.berekening_id)
