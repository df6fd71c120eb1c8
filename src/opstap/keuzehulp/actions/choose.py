"""The person chooses, the consulent writes down why; a plan with a first step and a day to look back follows."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from opstap.kern import clock
from opstap.kern.actie import Actie, Melding, NietMogelijk
from opstap.keuzehulp.methode.laden import catalogus
from opstap.keuzehulp.models import Gesprek, Keuze, Plan, Stap
from opstap.keuzehulp.toegang import may_join

EIGEN_IDEE = "eigen-idee"


@dataclass(kw_only=True)
class Choose(Actie[Keuze]):
    """One choice with its reason, what was on the table, and the plan. Choosing otherwise costs no extra step.

    Nothing chosen yet (`wie` is `nog_niet`) needs only a day to talk again. Choosing again makes a new plan; the
    earlier one stays as it was.
    """

    gesprek: Gesprek
    wie: str
    evaluatie_op: date
    optie: str = ""
    reden: str = ""
    doel: str = ""
    eerste_stap: str = ""
    stap_wie: str = ""
    stap_op: date | None = None
    eigen_idee: str = ""
    eigen_redenen: dict[str, str] = field(default_factory=dict)
    niet_gekozen: str = ""
    kijk_consulent: str = ""
    ernaast: list[str] = field(default_factory=list)
    getoond: list[str] = field(default_factory=list)

    def may(self) -> bool:
        return self.door is not None and self.door.is_medewerker and may_join(self.door, self.gesprek.inwoner)

    def check(self) -> None:
        if self.evaluatie_op <= clock.today():
            raise NietMogelijk("keuzehulp.dag_ligt_voor_ons")
        if self.wie == Keuze.Wie.NOG_NIET:
            return
        known = catalogus().instrumenten
        if self.wie not in Keuze.Wie.values or (self.optie != EIGEN_IDEE and self.optie not in known):
            raise NietMogelijk("keuzehulp.kies_of_nog_niets")
        if self.optie == EIGEN_IDEE and not self.eigen_idee.strip():
            raise NietMogelijk("keuzehulp.schrijf_idee")
        if not self.reden.strip():
            raise NietMogelijk("keuzehulp.reden_nodig")
        if not self.eerste_stap.strip():
            raise NietMogelijk("keuzehulp.schrijf_stap")

    def change(self) -> Keuze:
        assert self.door is not None
        chosen = "" if self.wie == Keuze.Wie.NOG_NIET else self.optie
        keuze = Keuze.objects.create(
            gemeente=self.gemeente, gesprek=self.gesprek, optie=chosen, eigen_idee=self.eigen_idee.strip(),
            eigen_redenen=self.eigen_redenen, ernaast=self.ernaast, reden=self.reden.strip(), wie=self.wie,
            niet_gekozen=self.niet_gekozen.strip(), kijk_consulent=self.kijk_consulent.strip(), getoond=self.getoond,
            gekozen_op=clock.now(), vastgelegd_door=self.door,
        )  # fmt: skip
        plan = Plan.objects.create(
            gemeente=self.gemeente, keuze=keuze, inwoner=self.gesprek.inwoner, doel=self.doel.strip(),
            evaluatie_op=self.evaluatie_op, gemaakt_op=clock.now(),
        )  # fmt: skip
        if self.eerste_stap.strip():
            Stap.objects.create(
                gemeente=self.gemeente, plan=plan, wat=self.eerste_stap.strip(), wie=self.stap_wie.strip(),
                uiterlijk_op=self.stap_op, toegevoegd_door=self.door, toegevoegd_op=clock.now(),
            )  # fmt: skip
        return keuze

    def melding(self, result: Keuze) -> Melding:
        kind = "gesprek.gekozen" if result.optie else "gesprek.nog_niet"
        return Melding(kind, self.gesprek.pk, {"keuze": str(result.pk)})
