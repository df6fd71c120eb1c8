"""Send a message between an inwoner and the municipality."""

from __future__ import annotations

from dataclasses import dataclass

from opstap.contact.kennisgeving import notify
from opstap.contact.models import Bericht
from opstap.inwoner.models import Inwoner
from opstap.kern import clock
from opstap.kern.actie import Actie, Melding, NietMogelijk
from opstap.kern.publiek import DOSSIERLEZERS


@dataclass(kw_only=True)
class SendBericht(Actie[Bericht]):
    """One message. From a worker it also leaves a notice, so that the inwoner hears of it within 48 hours (Awb
    2:10).
    """

    inwoner: Inwoner
    onderwerp: str
    tekst: str

    def may(self) -> bool:
        return self.door is None or self.door.rol in DOSSIERLEZERS or self.inwoner.account_id == self.door.pk

    def check(self) -> None:
        if not self.tekst.strip():
            raise NietMogelijk("contact.leeg_bericht")

    def change(self) -> Bericht:
        from_worker = self.door if self.door is not None and self.door.is_medewerker else None
        return Bericht.objects.create(
            gemeente=self.gemeente, inwoner=self.inwoner, van_medewerker=from_worker,
            onderwerp=self.onderwerp.strip()[:200], tekst=self.tekst.strip(), verzonden_op=clock.now(),
        )  # fmt: skip

    def melding(self, result: Bericht) -> Melding:
        kind = "bericht.van_inwoner" if self.door and not self.door.is_medewerker else "bericht.aan_inwoner"
        return Melding(kind, self.inwoner.pk, {"onderwerp": result.onderwerp})

    def tell(self, result: Bericht) -> None:
        if self.door is None or self.door.is_medewerker:
            notify(self.inwoner, "kennisgeving.bericht")
