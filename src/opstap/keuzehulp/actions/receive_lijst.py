"""Take a file in. Nothing of it is read into the supply or the content yet: it waits for someone to look."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from opstap.kern import clock
from opstap.kern.actie import Actie, Melding, NietMogelijk
from opstap.keuzehulp.bundel import read_bundel
from opstap.keuzehulp.lijst.bestand import LijstFout, read
from opstap.keuzehulp.lijst.koppelen import Koppelwijze, guess
from opstap.keuzehulp.models import Inlezing
from opstap.keuzehulp.rollen import keeps_supply


@dataclass(kw_only=True)
class ReceiveLijst(Actie[Inlezing]):
    """Keep the bytes. A file that cannot be read at all is refused with a sentence that says how to go on."""

    soort: str
    naam: str
    inhoud: bytes
    kop: list[str] = field(default_factory=list, init=False)

    def may(self) -> bool:
        return keeps_supply(self.door)

    def check(self) -> None:
        try:
            if self.soort == Inlezing.Soort.AANBOD:
                self.kop = list(read(self.inhoud).kop)
            else:
                read_bundel(self.inhoud)
        except LijstFout as fault:
            raise NietMogelijk(f"aanbod.bestand_{fault.sleutel}", **fault.waarden) from None

    def change(self) -> Inlezing:
        assert self.door is not None
        return Inlezing.objects.create(
            gemeente=self.gemeente, soort=self.soort, naam=self.naam[:200], inhoud=self.inhoud, kop=self.kop,
            keuzes=self._choices(), ingelezen_door=self.door, ingelezen_op=clock.now(),
        )  # fmt: skip

    def melding(self, result: Inlezing) -> Melding:
        return Melding("inlezing.ontvangen", result.pk, {"naam": result.naam, "soort": result.soort})

    def _choices(self) -> dict[str, Any]:
        """What was chosen the last time for a file with the same columns, else what can be recognised."""
        if self.soort != Inlezing.Soort.AANBOD:
            return {}
        rows = Inlezing.objects.filter(gemeente=self.gemeente, soort=self.soort).exclude(toegepast_op=None)
        for row in rows[:20]:
            if row.kop == self.kop:
                return dict(row.keuzes)
        return Koppelwijze(guess(self.kop)).as_json()
