"""A consulent has looked at a paper."""

from __future__ import annotations

from dataclasses import dataclass

from opstap.dossier.models import Bewijsstuk, Feit
from opstap.dossier.toegang import may_establish
from opstap.kern.actie import Actie, Melding


@dataclass(kw_only=True)
class JudgeBewijsstuk(Actie[Bewijsstuk]):
    """Put the paper down as looked at; with `telt_mee` False its facts no longer count, and the reason is kept."""

    bewijsstuk: Bewijsstuk
    telt_mee: bool = True
    soort: str = ""
    reden: str = ""

    def may(self) -> bool:
        return may_establish(self.door, self.bewijsstuk.dossier)

    def change(self) -> Bewijsstuk:
        if self.soort:
            self.bewijsstuk.soort = self.soort
        self.bewijsstuk.staat = Bewijsstuk.Staat.BEOORDEELD if self.telt_mee else Bewijsstuk.Staat.VERWORPEN
        self.bewijsstuk.save(update_fields=["soort", "staat"])
        if self.telt_mee:
            rows = self.bewijsstuk.feiten.filter(staat=Feit.Staat.VERWORPEN, vervangen_door=None)
            rows.update(staat=Feit.Staat.VOORGESTELD)
        else:
            self.bewijsstuk.feiten.exclude(staat=Feit.Staat.VASTGESTELD).update(staat=Feit.Staat.VERWORPEN)
        return self.bewijsstuk

    def melding(self, result: Bewijsstuk) -> Melding:
        words = {"bewijsstuk": str(result.pk), "soort": result.soort, "telt_mee": self.telt_mee,
            "reden": self.reden.strip()}
        return Melding("papier.beoordeeld", result.dossier_id, words)
