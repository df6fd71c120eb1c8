"""The plan of art. 44a Pw beside the plan of who is 18 to 26: which help, what was agreed, when to look back."""

from __future__ import annotations

from dataclasses import dataclass

from opstap.kern import clock
from opstap.kern.actie import Actie, Melding, NietMogelijk
from opstap.keuzehulp.jongeren import has_plan_44a
from opstap.keuzehulp.models import Jongerenplan, Plan
from opstap.keuzehulp.toegang import may_join


@dataclass(kw_only=True)
class RecordJongerenplan(Actie[Jongerenplan]):
    """Write it, or write it anew when looking back asks for that (art. 44a lid 2 Pw).

    The help and the agreements are both needed: lid 1 names them (a and b). What follows when an agreement does not
    work out is lid 1 b too; it is a text of the content, so that nobody writes a threat.
    """

    plan: Plan
    hulp: str
    afspraken: str
    terugkijken: str
    school: str = ""

    def may(self) -> bool:
        return self.door is not None and self.door.is_medewerker and may_join(self.door, self.plan.inwoner)

    def check(self) -> None:
        if not has_plan_44a(self.plan.inwoner.geboortedatum, clock.today()):
            raise NietMogelijk("keuzehulp.alleen_jonger")
        if not all(each.strip() for each in (self.hulp, self.afspraken, self.terugkijken)):
            raise NietMogelijk("keuzehulp.jong_nodig")

    def change(self) -> Jongerenplan:
        said = {
            "school": self.school.strip(), "hulp": self.hulp.strip(), "afspraken": self.afspraken.strip(),
            "terugkijken": self.terugkijken.strip(),
            "vastgelegd_op": clock.now(), "vastgelegd_door": self.door,
        }  # fmt: skip
        made, _ = Jongerenplan.objects.update_or_create(gemeente=self.gemeente, plan=self.plan, defaults=said)
        return made

    def melding(self, result: Jongerenplan) -> Melding:
        return Melding("gesprek.jongerenplan", self.plan.keuze.gesprek_id)
