"""The person chooses, the consulent writes down why; a plan with a first step and a day to look back follows."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from opstap.kern import clock
from opstap.kern.actie import Actie, Melding, NietMogelijk
from opstap.keuzehulp.models import Gesprek, Keuze, Plan, Stap
from opstap.keuzehulp.toegang import may_join

EIGEN_IDEE = "eigen-idee"


@dataclass(kw_only=True)
class Choose(Actie[Keuze]):
    """One choice with its reason, what was on the table, and the plan. Choosing otherwise costs no extra step."""

    gesprek: Gesprek
    optie: str
    reden: str
    wie: str
    doel: str
    eerste_stap: str
    stap_wie: str
    evaluatie_op: date
    stap_op: date | None = None
    eigen_idee: str = ""
    kijk_consulent: str = ""
    ernaast: list[str] = field(default_factory=list)
    getoond: list[str] = field(default_factory=list)

    def may(self) -> bool:
        return self.door is not None and self.door.is_medewerker and may_join(self.door, self.gesprek.inwoner)

    def check(self) -> None:
        if not self.optie:
            raise NietMogelijk("keuzehulp.kies_of_nog_niets")
        if self.optie == EIGEN_IDEE and not self.eigen_idee.strip():
            raise NietMogelijk("keuzehulp.schrijf_idee")
        if not self.reden.strip():
            raise NietMogelijk("keuzehulp.reden_nodig")
        if self.evaluatie_op <= clock.today():
            raise NietMogelijk("keuzehulp.dag_ligt_voor_ons")

    def change(self) -> Keuze:
        assert self.door is not None
        keuze = Keuze.objects.create(
            gemeente=self.gemeente, gesprek=self.gesprek, optie=self.optie, eigen_idee=self.eigen_idee.strip(),
            ernaast=self.ernaast, reden=self.reden.strip(), wie=self.wie, kijk_consulent=self.kijk_consulent.strip(),
            getoond=self.getoond, gekozen_op=clock.now(), vastgelegd_door=self.door,
        )  # fmt: skip
        plan = Plan.objects.create(
            gemeente=self.gemeente, keuze=keuze, inwoner=self.gesprek.inwoner, doel=self.doel.strip(),
            evaluatie_op=self.evaluatie_op, gemaakt_op=clock.now(),
        )  # fmt: skip
        Stap.objects.create(
            gemeente=self.gemeente, plan=plan, wat=self.eerste_stap.strip(), wie=self.stap_wie.strip(),
            uiterlijk_op=self.stap_op, toegevoegd_door=self.door, toegevoegd_op=clock.now(),
        )  # fmt: skip
        return keuze

    def melding(self, result: Keuze) -> Melding:
        return Melding("gesprek.gekozen", self.gesprek.pk, {"keuze": str(result.pk)})
