"""The registers of the practice town. OPSTAP_REGISTERS_WEG=1 makes them fall silent, as real ones sometimes do."""

from __future__ import annotations

import os
from datetime import date
from typing import Any

from opstap.kern import clock
from opstap.koppelingen.oefening.mensen import stad
from opstap.koppelingen.registers import Loonopgave, OnbekendInRegister, Persoonsgegevens, RegisterWeg


class OefenRegisters:
    """Answers about the made-up people only."""

    def persoon(self, bsn: str) -> Persoonsgegevens:
        row = self._find(bsn)
        brp = {key: _plain(value) for key, value in row["brp"].items()}
        return Persoonsgegevens(voornaam=row["voornaam"], achternaam=row["achternaam"], **brp)

    def loon(self, bsn: str) -> list[Loonopgave]:
        return [
            Loonopgave(row["werkgever"], _month_ago(row["maanden_geleden"]), row["netto"])
            for row in self._find(bsn)["uwv"]["loon"]
        ]

    def _find(self, bsn: str) -> dict[str, Any]:
        if os.environ.get("OPSTAP_REGISTERS_WEG") == "1":
            raise RegisterWeg
        for row in [*stad()["inwoners"], *stad()["anderen"]]:
            if row["bsn"] == bsn:
                return dict(row)
        raise OnbekendInRegister


def _month_ago(count: int) -> date:
    """The first day of the month so many months before this one."""
    today = clock.today()
    years, month = divmod(today.year * 12 + today.month - 1 - count, 12)
    return date(years, month + 1, 1)


def _plain(value: Any) -> Any:
    """Dates inside lists as text, the way facts are kept."""
    if isinstance(value, list):
        return [{key: str(part) for key, part in row.items()} if isinstance(row, dict) else row for row in value]
    return value
