"""Begin an upload that may come in pieces."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from django.conf import settings

from opstap.dossier.actions.receive_bestand import clean_naam
from opstap.dossier.models import Dossier, Oplading
from opstap.dossier.toegang import may_hand_in
from opstap.kern import clock
from opstap.kern.actie import Actie, NietMogelijk

HOOGSTENS = 60
SAMEN = 20


@dataclass(kw_only=True)
class BeginOplading(Actie[Oplading]):
    """Nothing is in the dossier yet, so this writes no event; handing in does, when all has come."""

    dossier: Dossier
    naam: str
    grootte: int
    merk: str = ""
    vereiste: str = ""
    kanaal: str = "portaal"

    def may(self) -> bool:
        return may_hand_in(self.door, self.dossier)

    def check(self) -> None:
        naam, limit = clean_naam(self.naam), settings.BESTAND_MAX_BYTES
        if self.grootte == 0:
            raise NietMogelijk("bestand.leeg", naam=naam)
        if self.grootte > limit:
            raise NietMogelijk("bestand.te_groot", naam=naam, mb=limit // (1024 * 1024))
        open_rows = Oplading.objects.filter(gemeente=self.gemeente, dossier=self.dossier, bestand=None)
        sizes = list(open_rows.values_list("grootte", flat=True)[: HOOGSTENS + 1])
        if len(sizes) >= HOOGSTENS or sum(sizes) + self.grootte > SAMEN * limit:
            raise NietMogelijk("bestand.te_veel_tegelijk", naam=naam)

    def change(self) -> Oplading:
        assert self.door is not None  # may() said so
        return Oplading.objects.create(
            gemeente=self.gemeente, dossier=self.dossier, door=self.door, naam=clean_naam(self.naam),
            grootte=self.grootte, merk=self.merk, sleutel=secrets.token_hex(16), vereiste=self.vereiste,
            kanaal=self.kanaal, begonnen_op=clock.now(),
        )  # fmt: skip

    def melding(self, result: Oplading) -> None:
        return None
