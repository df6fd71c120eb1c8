"""The person says: yes, this is what it says."""

from __future__ import annotations

from dataclasses import dataclass

from opstap.dossier.models import Bewijsstuk, Feit
from opstap.dossier.toegang import is_own
from opstap.kern.actie import Actie, Melding


@dataclass(kw_only=True)
class ConfirmBewijsstuk(Actie[Bewijsstuk]):
    """Confirm a paper as it was read, with all its proposed facts."""

    bewijsstuk: Bewijsstuk

    def may(self) -> bool:
        return self.door is not None and is_own(self.door, self.bewijsstuk.dossier)

    def change(self) -> Bewijsstuk:
        self.bewijsstuk.feiten.filter(staat=Feit.Staat.VOORGESTELD).update(staat=Feit.Staat.BEVESTIGD)
        if self.bewijsstuk.staat == Bewijsstuk.Staat.GELEZEN:
            self.bewijsstuk.staat = Bewijsstuk.Staat.BEVESTIGD
            self.bewijsstuk.save(update_fields=["staat"])
        return self.bewijsstuk

    def melding(self, result: Bewijsstuk) -> Melding:
        return Melding("papier.bevestigd", result.dossier_id, {"bewijsstuk": str(result.pk), "soort": result.soort})
