"""Take in a file as it was handed in."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from hashlib import sha256

from opstap.dossier.models import Bestand, Dossier
from opstap.dossier.toegang import may_hand_in
from opstap.kern import clock
from opstap.kern.actie import Actie, Melding, NietMogelijk
from opstap.kern.opslag import Opgeslagen


def clean_naam(naam: str) -> str:
    """The name as a label: no path, no control or direction signs, at most 120 signs; the store never uses it."""
    last = naam.replace("\\", "/").rsplit("/", 1)[-1]
    shown = "".join(sign for sign in last if unicodedata.category(sign)[0] != "C").strip(" .")
    return shown[-120:] or "bestand"


@dataclass(kw_only=True)
class ReceiveBestand(Actie[Bestand]):
    """Register a file whose bytes already lie durable in the store, and queue its reading.

    The bytes come first: when the database fails after that, an orphan stays that the clean-up removes, never half a
    file.
    """

    dossier: Dossier
    opgeslagen: Opgeslagen
    naam: str
    vereiste: str = ""
    kanaal: str = "portaal"

    def may(self) -> bool:
        return may_hand_in(self.door, self.dossier)

    def check(self) -> None:
        if self.opgeslagen.grootte == 0:
            raise NietMogelijk("bestand.leeg", naam=clean_naam(self.naam))

    def fingerprint(self) -> str:
        """The same bytes are the same request, wherever the store put them."""
        return sha256(f"{self.dossier.pk}{self.naam}{self.vereiste}{self.opgeslagen.sha256}".encode()).hexdigest()

    def change(self) -> Bestand:
        return Bestand.objects.create(
            gemeente=self.gemeente, dossier=self.dossier, naam=clean_naam(self.naam), sleutel=self.opgeslagen.sleutel,
            grootte=self.opgeslagen.grootte, sha256=self.opgeslagen.sha256, kanaal=self.kanaal,
            vereiste=self.vereiste, door=self.door, ontvangen_op=clock.now(),
        )  # fmt: skip

    def melding(self, result: Bestand) -> Melding:
        return Melding("papier.ontvangen", self.dossier.pk, {"bestand": str(result.pk), "naam": result.naam,
            "kanaal": self.kanaal})

    def tell(self, result: Bestand) -> None:
        from opstap.dossier.tasks import read_bestand

        read_bestand.enqueue(str(result.pk))
