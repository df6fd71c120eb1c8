"""Read a list into the supply: all of it or nothing, and only what somebody looked at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from opstap.kern import clock
from opstap.kern.actie import Actie, Melding, NietMogelijk
from opstap.kern.models import Gemeente
from opstap.keuzehulp.lijst.bestand import read
from opstap.keuzehulp.lijst.kolommen import KOLOMMEN
from opstap.keuzehulp.lijst.koppelen import Koppelwijze
from opstap.keuzehulp.lijst.plan import Voorgenomen, make_plan
from opstap.keuzehulp.models import Aanbod, Inlezing
from opstap.keuzehulp.rollen import keeps_supply

PER_KEER = 500
_WAARDEN = [kolom.naam for kolom in KOLOMMEN]


@dataclass(kw_only=True)
class ApplyLijst(Actie[Inlezing]):
    """`gezien`: the fingerprint of the preview; when the supply changed since, the preview is shown again first."""

    inlezing: Inlezing
    gezien: str

    def may(self) -> bool:
        return keeps_supply(self.door)

    def check(self) -> None:
        Gemeente.objects.select_for_update().get(pk=self.gemeente.pk)  # one list at a time
        self.inlezing = Inlezing.objects.select_for_update().get(pk=self.inlezing.pk)
        if self.inlezing.toegepast_op is not None:
            raise NietMogelijk("aanbod.al_ingelezen")
        self.plan = plan_of(self.inlezing)
        if not self.plan.kan:
            raise NietMogelijk("aanbod.niet_inleesbaar")
        if self.plan.vingerafdruk != self.gezien:
            raise NietMogelijk("aanbod.intussen_anders")

    def change(self) -> Inlezing:
        self.added = [Aanbod(gemeente=self.gemeente, **values) for _, values in self.plan.nieuw]
        Aanbod.objects.bulk_create(self.added, batch_size=PER_KEER)
        for one in self.plan.anders:
            for name in one.verschil:
                setattr(one.rij, name, one.waarden[name])
        Aanbod.objects.bulk_update([one.rij for one in self.plan.anders], _WAARDEN, batch_size=PER_KEER)
        self.inlezing.toegepast_op = clock.now()
        self.inlezing.save(update_fields=["toegepast_op"])
        return self.inlezing

    def melding(self, result: Inlezing) -> Melding:
        changed = {str(one.rij.pk): one.verschil for one in self.plan.anders}
        said: dict[str, Any] = {
            "naam": result.naam, "nieuw": [str(row.pk) for row in self.added], "verschil": changed,
            "aantal_nieuw": len(self.added), "aantal_anders": len(changed),
        }  # fmt: skip
        return Melding("inlezing.toegepast", result.pk, said)


def plan_of(inlezing: Inlezing) -> Voorgenomen:
    """What this list would change now. The file was readable when it came in."""
    return make_plan(inlezing.gemeente, read(bytes(inlezing.inhoud)), Koppelwijze.of(inlezing.keuzes))
