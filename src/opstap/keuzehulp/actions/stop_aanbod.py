"""Help is no longer on offer, or is again. It stays in the list, so that people see what became of it."""

from __future__ import annotations

from dataclasses import dataclass

from opstap.kern import clock
from opstap.kern.actie import Actie, Melding, NietMogelijk
from opstap.keuzehulp.models import Aanbod
from opstap.keuzehulp.rollen import keeps_supply


@dataclass(kw_only=True)
class StopAanbod(Actie[Aanbod]):
    """Stop (`gestopt`), or begin again; that only when it has not expired meanwhile."""

    aanbod: Aanbod
    gestopt: bool = True

    def may(self) -> bool:
        return keeps_supply(self.door)

    def check(self) -> None:
        self.aanbod = Aanbod.objects.select_for_update().get(pk=self.aanbod.pk)
        if not self.gestopt and self.aanbod.geldig_tot < clock.today():
            raise NietMogelijk("aanbod.eerst_datum")

    def change(self) -> Aanbod:
        self.changed = self.aanbod.gestopt != self.gestopt
        self.aanbod.gestopt = self.gestopt
        self.aanbod.save(update_fields=["gestopt"])
        return self.aanbod

    def melding(self, result: Aanbod) -> Melding | None:
        kind = "aanbod.gestopt" if self.gestopt else "aanbod.hervat"
        return Melding(kind, result.pk, {"naam": result.naam}) if self.changed else None
