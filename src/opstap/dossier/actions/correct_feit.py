"""Something was read wrong: the person or a worker says what it should be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from opstap.dossier.feiten import lock
from opstap.dossier.models import Feit
from opstap.dossier.toegang import is_own, may_hand_in
from opstap.kern import clock
from opstap.kern.actie import Actie, Melding, NietMogelijk


@dataclass(kw_only=True)
class CorrectFeit(Actie[Feit]):
    """Put a wrong reading aside and keep what the person says instead; both stay visible, with who said it."""

    feit: Feit
    waarde: Any

    def may(self) -> bool:
        return may_hand_in(self.door, self.feit.dossier)

    def check(self) -> None:
        self.feit = lock(self.feit)
        if self.feit.staat == Feit.Staat.VASTGESTELD:
            raise NietMogelijk("feit.al_vastgesteld")

    def change(self) -> Feit:
        assert self.door is not None
        by_person = is_own(self.door, self.feit.dossier)
        fresh = Feit.objects.create(
            gemeente=self.gemeente, dossier=self.feit.dossier, soort=self.feit.soort, persoon=self.feit.persoon,
            betreft=self.feit.betreft,
            periode_van=self.feit.periode_van, periode_tot=self.feit.periode_tot,
            waarde=self.waarde, bron=Feit.Bron.GEZEGD if by_person else Feit.Bron.MEDEWERKER,
            bewijsstuk=self.feit.bewijsstuk,
            bladzijde=self.feit.bladzijde, vak=self.feit.vak, staat=Feit.Staat.BEVESTIGD, door=self.door,
            geweten_op=clock.now(),
        )  # fmt: skip
        self.feit.vervangen_door = fresh
        self.feit.staat = Feit.Staat.VERWORPEN
        self.feit.save(update_fields=["vervangen_door", "staat"])
        return fresh

    def melding(self, result: Feit) -> Melding:
        return Melding("feit.verbeterd", result.dossier_id, {"feit": str(result.pk), "soort": result.soort})
