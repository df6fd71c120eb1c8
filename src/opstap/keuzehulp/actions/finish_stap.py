"""A step is done; marking it again undoes the mark."""

from __future__ import annotations

from dataclasses import dataclass

from opstap.kern import clock
from opstap.kern.actie import Actie, Melding
from opstap.keuzehulp.models import Stap
from opstap.keuzehulp.toegang import may_join


@dataclass(kw_only=True)
class FinishStap(Actie[Stap]):
    stap: Stap
    klaar: bool = True

    def may(self) -> bool:
        return may_join(self.door, self.stap.plan.inwoner)

    def change(self) -> Stap:
        self.stap.klaar_op = clock.now() if self.klaar else None
        self.stap.save(update_fields=["klaar_op"])
        return self.stap

    def melding(self, result: Stap) -> Melding:
        return Melding(
            "gesprek.stap_klaar" if self.klaar else "gesprek.stap_open",
            result.plan.keuze.gesprek_id,
            {"stap": result.wat},
        )
