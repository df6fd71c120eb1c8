"""A team looked at a line again: it still holds for a year, or it stops."""

from __future__ import annotations

from dataclasses import dataclass

from opstap.kern import clock
from opstap.kern.actie import Actie, Melding, NietMogelijk
from opstap.keuzehulp.eigen.jaar import in_a_year
from opstap.keuzehulp.models import Vakkennisregel
from opstap.keuzehulp.rollen import writes_craft


@dataclass(kw_only=True)
class ReviewVakkennis(Actie[Vakkennisregel]):
    regel: Vakkennisregel
    klopt: bool = True

    def may(self) -> bool:
        return writes_craft(self.door)

    def check(self) -> None:
        self.regel = Vakkennisregel.objects.select_for_update().get(pk=self.regel.pk)
        if self.regel.gestopt_op is not None:
            raise NietMogelijk("aanbod.vakkennis_gestopt")

    def change(self) -> Vakkennisregel:
        row, today = self.regel, clock.today()
        if self.klopt:
            row.nagekeken_op, row.herzien_voor = today, in_a_year(today)
        else:
            row.gestopt_op = clock.now()
        row.versie += 1
        row.save()
        return row

    def melding(self, result: Vakkennisregel) -> Melding:
        kind = "vakkennis.nagekeken" if self.klopt else "vakkennis.gestopt"
        return Melding(kind, result.pk, {"team": result.team, "tekst": result.tekst})
