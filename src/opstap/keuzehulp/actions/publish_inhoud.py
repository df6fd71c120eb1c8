"""Publish a draft: from now on the options of this municipality use it. By a second person, or with a reason."""

from __future__ import annotations

from dataclasses import dataclass

from opstap.kern import clock
from opstap.kern.actie import Actie, Melding, NietMogelijk
from opstap.keuzehulp.eigen.catalogus import layer
from opstap.keuzehulp.eigen.stukken import StukFout
from opstap.keuzehulp.methode.laden import catalogus
from opstap.keuzehulp.models import Inhoudstuk
from opstap.keuzehulp.rollen import edits_content


@dataclass(kw_only=True)
class PublishInhoud(Actie[Inhoudstuk]):
    """`gezien`: the version that was looked at; a draft that changed since is looked at again first."""

    stuk: Inhoudstuk
    gezien: int
    reden: str = ""

    def may(self) -> bool:
        return edits_content(self.door)

    def check(self) -> None:
        self.stuk = Inhoudstuk.objects.select_for_update().get(pk=self.stuk.pk)
        if self.stuk.concept is None:
            raise NietMogelijk("aanbod.geen_concept")
        if self.stuk.versie != self.gezien:
            raise NietMogelijk("aanbod.intussen_anders")
        if self.door is not None and self.stuk.geschreven_door_id == self.door.pk and not self.reden.strip():
            raise NietMogelijk("aanbod.tweede_of_reden")
        try:
            layer(catalogus(), [(self.stuk.soort, self.stuk.sleutel, self.stuk.concept)])
        except StukFout as fault:
            raise NietMogelijk("aanbod.stuk_klopt_niet", zin=str(fault)) from None

    def change(self) -> Inhoudstuk:
        row = self.stuk
        row.gepubliceerd, row.concept = row.concept, None
        row.gepubliceerd_door, row.gepubliceerd_op, row.versie = self.door, clock.now(), row.versie + 1
        row.save()
        return row

    def melding(self, result: Inhoudstuk) -> Melding:
        said = {"naam": result.sleutel, "document": result.gepubliceerd, "reden": self.reden.strip()}
        return Melding("inhoud.gepubliceerd", result.pk, said)
