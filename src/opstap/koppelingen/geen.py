"""Nothing is connected: every look-up says so, and the person is asked instead; nothing is passed on."""

from __future__ import annotations

from opstap.koppelingen.overdracht import Overdracht, OverdrachtWeg
from opstap.koppelingen.registers import Loonopgave, Persoonsgegevens, RegisterWeg


class GeenRegisters:
    def persoon(self, bsn: str) -> Persoonsgegevens:
        raise RegisterWeg

    def loon(self, bsn: str) -> list[Loonopgave]:
        raise RegisterWeg


class GeenOverdrachten:
    """Nothing is passed on to this installation."""

    def haal_op(self) -> list[Overdracht]:
        return []

    def bevestig(self, kenmerk: str) -> None:
        raise OverdrachtWeg

    def leg_opzij(self, kenmerk: str, reden: str) -> None:
        raise OverdrachtWeg
