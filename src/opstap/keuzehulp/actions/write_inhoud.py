"""Write a piece of content as a draft, checked as a content file is. Nothing on a screen changes by it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from opstap.kern import clock
from opstap.kern.actie import Actie, Melding, NietMogelijk
from opstap.keuzehulp.eigen.catalogus import layer
from opstap.keuzehulp.eigen.stukken import StukFout
from opstap.keuzehulp.methode.laden import catalogus
from opstap.keuzehulp.models import Inhoudstuk
from opstap.keuzehulp.rollen import edits_content


@dataclass(kw_only=True)
class WriteInhoud(Actie[Inhoudstuk]):
    """`document` has the shape of the file. Without `stuk` it is new; its key must be free."""

    soort: str
    sleutel: str
    document: Mapping[str, Any] = field(default_factory=dict)
    stuk: Inhoudstuk | None = None

    def may(self) -> bool:
        return edits_content(self.door)

    def check(self) -> None:
        rows = Inhoudstuk.objects.select_for_update().filter(gemeente=self.gemeente)
        there = rows.filter(soort=self.soort, sleutel=self.sleutel).first()
        if self.soort not in Inhoudstuk.Soort.values or (there is not None and self.stuk is None):
            raise NietMogelijk("aanbod.stuk_bestaat_al", naam=self.sleutel)
        self.row = there
        try:
            layer(catalogus(), [(self.soort, self.sleutel, self.document)])
        except StukFout as fault:
            raise NietMogelijk("aanbod.stuk_klopt_niet", zin=str(fault)) from None

    def change(self) -> Inhoudstuk:
        assert self.door is not None
        row = self.row or Inhoudstuk(gemeente=self.gemeente, soort=self.soort, sleutel=self.sleutel, versie=0)
        row.concept = dict(self.document)
        row.geschreven_door, row.geschreven_op, row.versie = self.door, clock.now(), row.versie + 1
        row.save()
        return row

    def melding(self, result: Inhoudstuk) -> Melding:
        return Melding("inhoud.geschreven", result.pk, {"naam": result.sleutel, "document": result.concept})
