"""A progress talk: what helped, what did not, and how the plan goes on. Both may write it down."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from opstap.kern import clock
from opstap.kern.actie import Actie, Melding, NietMogelijk
from opstap.keuzehulp.models import Plan, Voortgangsgesprek
from opstap.keuzehulp.toegang import may_join


@dataclass(kw_only=True)
class RecordVoortgang(Actie[Voortgangsgesprek]):
    """One talk about a plan, with the next day to talk. Earlier talks stay as they were."""

    plan: Plan
    koers: str
    weer_op: date
    hielp: str = ""
    hielp_niet: str = ""
    afspraak: str = ""

    def may(self) -> bool:
        return may_join(self.door, self.plan.inwoner)

    def check(self) -> None:
        if self.weer_op <= clock.today():
            raise NietMogelijk("keuzehulp.dag_ligt_voor_ons")
        if self.koers not in Voortgangsgesprek.Koers.values:
            raise NietMogelijk("keuzehulp.kies_koers")

    def change(self) -> Voortgangsgesprek:
        assert self.door is not None
        made = Voortgangsgesprek.objects.create(
            gemeente=self.gemeente, plan=self.plan, koers=self.koers, weer_op=self.weer_op, hielp=self.hielp.strip(),
            hielp_niet=self.hielp_niet.strip(), afspraak=self.afspraak.strip(), gesproken_op=clock.now(),
            opgeschreven_door=self.door,
        )  # fmt: skip
        self.plan.evaluatie_op = self.weer_op
        self.plan.save(update_fields=["evaluatie_op"])
        return made

    def melding(self, result: Voortgangsgesprek) -> Melding:
        return Melding("gesprek.voortgang", self.plan.keuze.gesprek_id)
