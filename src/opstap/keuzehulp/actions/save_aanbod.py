"""Add help that is on offer, or change it. What changed stays in the log, with what it was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from opstap.kern import clock
from opstap.kern.actie import Actie, Melding, NietMogelijk
from opstap.keuzehulp.lijst.kolommen import NAMEN, SLEUTEL, check
from opstap.keuzehulp.lijst.plan import difference
from opstap.keuzehulp.methode.laden import catalogus
from opstap.keuzehulp.models import Aanbod
from opstap.keuzehulp.rollen import keeps_supply


@dataclass(kw_only=True)
class SaveAanbod(Actie[Aanbod]):
    """`waarden`: a value for each column of the list (`gestopt` left as it was). Without `aanbod` a new row."""

    aanbod: Aanbod | None = None
    waarden: Mapping[str, Any] = field(default_factory=dict)
    verschil: dict[str, tuple[str, str]] = field(default_factory=dict, init=False)

    def may(self) -> bool:
        return keeps_supply(self.door)

    def check(self) -> None:
        if self.aanbod is not None:
            self.aanbod = Aanbod.objects.select_for_update().get(pk=self.aanbod.pk)
            self.verschil = difference(self.aanbod, self.waarden)
        if set(self.waarden) - set(NAMEN) or self.waarden["instrument"] not in catalogus().instrumenten:
            raise NietMogelijk("aanbod.fout_onbekende_hulp", wat=str(self.waarden.get("instrument", ""))[:60])
        unchanged = self.aanbod is not None and not self.verschil
        for fault in check(self.waarden, clock.today(), known=unchanged):
            raise NietMogelijk(f"aanbod.fout_{fault.sleutel}", **fault.waarden)
        same = Aanbod.objects.filter(gemeente=self.gemeente, **{name: self.waarden[name] for name in SLEUTEL})
        if (same.exclude(pk=self.aanbod.pk) if self.aanbod else same).exists():
            raise NietMogelijk("aanbod.bestaat_al")

    def change(self) -> Aanbod:
        row = self.aanbod or Aanbod(gemeente=self.gemeente)
        for name, value in self.waarden.items():
            setattr(row, name, value)
        row.save()
        return row

    def melding(self, result: Aanbod) -> Melding | None:
        if self.aanbod is not None:
            return Melding("aanbod.gewijzigd", result.pk, {"verschil": self.verschil}) if self.verschil else None
        return Melding("aanbod.toegevoegd", result.pk, {"naam": result.naam})
