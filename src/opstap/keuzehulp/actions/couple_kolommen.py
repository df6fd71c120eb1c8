"""Say what the columns of a foreign list mean. Nothing is read in by it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from opstap.kern.actie import Actie, Melding, NietMogelijk
from opstap.keuzehulp.lijst.kolommen import NAMEN
from opstap.keuzehulp.lijst.koppelen import Koppelwijze
from opstap.keuzehulp.methode.laden import catalogus
from opstap.keuzehulp.models import Inlezing
from opstap.keuzehulp.rollen import keeps_supply


@dataclass(kw_only=True)
class CoupleKolommen(Actie[Inlezing]):
    inlezing: Inlezing
    keuzes: dict[str, Any] = field(default_factory=dict)

    def may(self) -> bool:
        return keeps_supply(self.door)

    def check(self) -> None:
        self.inlezing = Inlezing.objects.select_for_update().get(pk=self.inlezing.pk)
        wijze = Koppelwijze.of(self.keuzes)
        theirs = list(wijze.kolommen.values())
        if self.inlezing.toegepast_op is not None:
            raise NietMogelijk("aanbod.al_ingelezen")
        if (set(wijze.kolommen) | set(wijze.vast)) - set(NAMEN) or set(theirs) - set(self.inlezing.kop):
            raise NietMogelijk("aanbod.onbekende_kolom")
        if len(theirs) != len(set(theirs)):
            raise NietMogelijk("aanbod.kolom_twee_keer")
        if set(wijze.hulp.values()) - set(catalogus().instrumenten):
            raise NietMogelijk("aanbod.fout_onbekende_hulp", wat="")

    def change(self) -> Inlezing:
        self.changed = self.inlezing.keuzes != self.keuzes
        self.inlezing.keuzes = self.keuzes
        self.inlezing.save(update_fields=["keuzes"])
        return self.inlezing

    def melding(self, result: Inlezing) -> Melding | None:
        return Melding("inlezing.gekoppeld", result.pk, {"naam": result.naam}) if self.changed else None
