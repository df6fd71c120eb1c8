"""The plan of art. 44a Pw beside the plan of who is under 27: which help, from the person's own choice."""

from __future__ import annotations

from dataclasses import dataclass

from opstap.kern import clock
from opstap.kern.actie import Actie, Melding, NietMogelijk
from opstap.keuzehulp.jongeren import is_jonger_dan_27
from opstap.keuzehulp.models import Jongerenplan, Plan
from opstap.keuzehulp.toegang import may_join


@dataclass(kw_only=True)
class RecordJongerenplan(Actie[Jongerenplan]):
    """Write it, or write it anew. Duties and what follows on them are no part of it: those belong to the decision."""

    plan: Plan
    hulp: str
    terugkijken: str
    school: str = ""

    def may(self) -> bool:
        return self.door is not None and self.door.is_medewerker and may_join(self.door, self.plan.inwoner)

    def check(self) -> None:
        if not is_jonger_dan_27(self.plan.inwoner.geboortedatum, clock.today()):
            raise NietMogelijk("keuzehulp.alleen_jonger")
        if not self.hulp.strip() or not self.terugkijken.strip():
            raise NietMogelijk("keuzehulp.hulp_en_terugkijken")

    def change(self) -> Jongerenplan:
        said = {
            "school": self.school.strip(), "hulp": self.hulp.strip(), "terugkijken": self.terugkijken.strip(),
            "vastgelegd_op": clock.now(), "vastgelegd_door": self.door,
        }  # fmt: skip
        made, _ = Jongerenplan.objects.update_or_create(gemeente=self.gemeente, plan=self.plan, defaults=said)
        return made

    def melding(self, result: Jongerenplan) -> Melding:
        return Melding("gesprek.jongerenplan", self.plan.keuze.gesprek_id)
