"""Both the person and the consulent can add a step to the plan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from opstap.kern import clock
from opstap.kern.actie import Actie, Melding, NietMogelijk
from opstap.keuzehulp.models import Plan, Stap
from opstap.keuzehulp.toegang import may_join


@dataclass(kw_only=True)
class AddStap(Actie[Stap]):
    plan: Plan
    wat: str
    wie: str
    uiterlijk_op: date | None = None

    def may(self) -> bool:
        return may_join(self.door, self.plan.inwoner)

    def check(self) -> None:
        if not self.wat.strip():
            raise NietMogelijk("keuzehulp.schrijf_stap")

    def change(self) -> Stap:
        assert self.door is not None
        return Stap.objects.create(
            gemeente=self.gemeente, plan=self.plan, wat=self.wat.strip(), wie=self.wie.strip(),
            uiterlijk_op=self.uiterlijk_op, toegevoegd_door=self.door, toegevoegd_op=clock.now(),
        )  # fmt: skip

    def melding(self, result: Stap) -> Melding:
        return Melding("gesprek.stap", self.plan.keuze.gesprek_id, {"stap": result.wat})
