"""Take over what another municipality shared: content as drafts that someone here still publishes, craft with its
signature. All of it or nothing, and only what somebody looked at.
"""

from __future__ import annotations

from dataclasses import dataclass

from opstap.kern import clock
from opstap.kern.actie import Actie, Melding, NietMogelijk
from opstap.kern.models import Gemeente
from opstap.keuzehulp.bundel import Bundelplan, plan_bundel, read_bundel
from opstap.keuzehulp.eigen.jaar import in_a_year
from opstap.keuzehulp.models import Inhoudstuk, Inlezing, Vakkennisregel
from opstap.keuzehulp.rollen import keeps_supply


@dataclass(kw_only=True)
class ApplyBundel(Actie[Inlezing]):
    inlezing: Inlezing
    gezien: str

    def may(self) -> bool:
        return keeps_supply(self.door)

    def check(self) -> None:
        Gemeente.objects.select_for_update().get(pk=self.gemeente.pk)
        self.inlezing = Inlezing.objects.select_for_update().get(pk=self.inlezing.pk)
        if self.inlezing.toegepast_op is not None:
            raise NietMogelijk("aanbod.al_ingelezen")
        self.plan = bundel_plan(self.inlezing)
        if not self.plan.kan:
            raise NietMogelijk("aanbod.niet_inleesbaar")
        if self.plan.vingerafdruk != self.gezien:
            raise NietMogelijk("aanbod.intussen_anders")

    def change(self) -> Inlezing:
        self._pieces()
        self._craft()
        self.inlezing.toegepast_op = clock.now()
        self.inlezing.save(update_fields=["toegepast_op"])
        return self.inlezing

    def melding(self, result: Inlezing) -> Melding:
        said = {
            "naam": result.naam, "van": self.plan.van, "stukken": [key for _, key, _, _ in self.plan.stukken],
            "vakkennis": len(self.plan.vakkennis),
        }  # fmt: skip
        return Melding("inlezing.overgenomen", result.pk, said)

    def _pieces(self) -> None:
        assert self.door is not None
        for soort, key, document, _ in self.plan.stukken:
            row = Inhoudstuk.objects.filter(gemeente=self.gemeente, soort=soort, sleutel=key).first()
            row = row or Inhoudstuk(gemeente=self.gemeente, soort=soort, sleutel=key, versie=0)
            row.concept, row.van, row.versie = document, self.plan.van, row.versie + 1
            row.geschreven_door, row.geschreven_op = self.door, clock.now()
            row.save()

    def _craft(self) -> None:
        assert self.door is not None
        Vakkennisregel.objects.bulk_create(
            Vakkennisregel(
                gemeente=self.gemeente, van=self.plan.van, geschreven_door=self.door, geschreven_op=clock.now(),
                nagekeken_op=day, herzien_voor=in_a_year(day), **line,
            )
            for line, day in self.plan.vakkennis
        )  # fmt: skip


def bundel_plan(inlezing: Inlezing) -> Bundelplan:
    """What this file would do now."""
    return plan_bundel(inlezing.gemeente, read_bundel(bytes(inlezing.inhoud)))
