"""A named consulent establishes a fact."""

from __future__ import annotations

from dataclasses import dataclass

from opstap.dossier.feiten import lock
from opstap.dossier.models import Feit
from opstap.dossier.toegang import may_establish
from opstap.kern import clock
from opstap.kern.actie import Actie, Melding, NietMogelijk


@dataclass(kw_only=True)
class EstablishFeit(Actie[Feit]):
    """This value counts from now on. Where sources differ, a reason says why this one."""

    feit: Feit
    reden: str = ""

    def may(self) -> bool:
        return may_establish(self.door, self.feit.dossier)

    def check(self) -> None:
        self.feit = lock(self.feit)
        self._others = list(
            Feit.objects.filter(
                gemeente=self.gemeente, dossier=self.feit.dossier, soort=self.feit.soort, persoon=self.feit.persoon,
                betreft=self.feit.betreft, periode_van=self.feit.periode_van, vervangen_door=None,
            ).exclude(pk=self.feit.pk).exclude(staat=Feit.Staat.VERWORPEN)
        )  # fmt: skip
        differs = any(other.waarde not in (None, self.feit.waarde) for other in self._others)
        if differs and not self.reden.strip():
            raise NietMogelijk("feit.reden_nodig")

    def change(self) -> Feit:
        for other in self._others:
            other.vervangen_door = self.feit
            other.save(update_fields=["vervangen_door"])
        self.feit.staat = Feit.Staat.VASTGESTELD
        self.feit.reden = self.reden.strip()
        self.feit.door = self.door
        self.feit.geweten_op = clock.now()
        self.feit.save(update_fields=["staat", "reden", "door", "geweten_op"])
        return self.feit

    def melding(self, result: Feit) -> Melding:
        return Melding("feit.vastgesteld", result.dossier_id, {"feit": str(result.pk), "soort": result.soort})
