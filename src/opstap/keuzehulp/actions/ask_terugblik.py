"""Ask how it is going, 3, 6 or 12 months after a choice. The answer is a favour, never a duty."""

from __future__ import annotations

from dataclasses import dataclass

from opstap.contact.kennisgeving import notify
from opstap.kern import clock
from opstap.kern.actie import Actie, Melding, NietMogelijk
from opstap.keuzehulp.models import Plan, Terugblik
from opstap.keuzehulp.voortgang import NA_MAANDEN


@dataclass(kw_only=True)
class AskTerugblik(Actie[Terugblik]):
    """Lay the question ready in the portal and leave one notice. Only the daily work asks."""

    plan: Plan
    maanden: int

    def may(self) -> bool:
        return self.door is None

    def check(self) -> None:
        asked = Terugblik.objects.filter(gemeente=self.gemeente, plan=self.plan, maanden=self.maanden)
        if self.maanden not in NA_MAANDEN or asked.exists():
            raise NietMogelijk("keuzehulp.al_gevraagd")

    def change(self) -> Terugblik:
        return Terugblik.objects.create(
            gemeente=self.gemeente, plan=self.plan, maanden=self.maanden, gevraagd_op=clock.now()
        )

    def melding(self, result: Terugblik) -> Melding:
        return Melding("gesprek.terugblik_gevraagd", self.plan.keuze.gesprek_id, {"maanden": self.maanden})

    def tell(self, result: Terugblik) -> None:
        notify(self.plan.inwoner, "kennisgeving.terugblik")
