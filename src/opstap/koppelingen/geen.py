"""No register is connected: every look-up says so, and the person is asked instead."""

from __future__ import annotations

from opstap.koppelingen.registers import Loonopgave, Persoonsgegevens, RegisterWeg


class GeenRegisters:
    def persoon(self, bsn: str) -> Persoonsgegevens:
        raise RegisterWeg

    def loon(self, bsn: str) -> list[Loonopgave]:
        raise RegisterWeg
