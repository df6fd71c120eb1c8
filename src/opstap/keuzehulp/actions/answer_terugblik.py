"""The person says how it is going. Every question may stay open, and nobody else can answer for them."""

from __future__ import annotations

from dataclasses import dataclass

from opstap.kern import clock
from opstap.kern.actie import Actie, Melding, NietMogelijk
from opstap.keuzehulp.models import Terugblik

MEEST_UREN = 80


@dataclass(kw_only=True)
class AnswerTerugblik(Actie[Terugblik]):
    terugblik: Terugblik
    werk: str = ""
    uren: int | None = None
    welbevinden: int | None = None

    def may(self) -> bool:
        return self.door is not None and self.terugblik.plan.inwoner.account_id == self.door.pk

    def check(self) -> None:
        if self.werk not in ("", "ja", "nee"):
            raise NietMogelijk("keuzehulp.werk_ja_of_nee")
        if self.uren is not None and not 0 <= self.uren <= MEEST_UREN:
            raise NietMogelijk("keuzehulp.uren_kan_niet")
        if self.welbevinden is not None and not 1 <= self.welbevinden <= 10:
            raise NietMogelijk("keuzehulp.een_tot_tien")

    def change(self) -> Terugblik:
        row = self.terugblik
        row.werk, row.welbevinden = self.werk, self.welbevinden
        row.uren = self.uren if self.werk == "ja" else None
        row.beantwoord_op = clock.now()
        row.save(update_fields=["werk", "uren", "welbevinden", "beantwoord_op"])
        return row

    def melding(self, result: Terugblik) -> Melding:
        return Melding("gesprek.terugblik", result.plan.keuze.gesprek_id)
