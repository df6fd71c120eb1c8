"""The supply of the practice town, from content."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from opstap.kern.content import INHOUD, InhoudFout, Rij, load, require
from opstap.kern.models import Gemeente
from opstap.keuzehulp.methode.laden import catalogus
from opstap.keuzehulp.models import Aanbod

BESTAND = INHOUD / "oefenstad" / "aanbod.yaml"
NODIG: dict[str, type | tuple[type, ...]] = {
    "instrument": str, "naam": str, "aanbieder": str, "eigenaar": str, "geldig_tot": date,
}  # fmt: skip
MAG: dict[str, Any] = {
    "plaats": str, "dagen": str, "uren": str, "plekken": int, "wachttijd_weken": int, "start_op": date, "taal": str,
    "kosten": str, "contact": str, "gestopt": bool,
}  # fmt: skip


@cache
def rows() -> tuple[Rij, ...]:
    """The supply of the content file, checked. Raises InhoudFout with file and line."""
    document = load(BESTAND)
    require(BESTAND, document, {"eigenaar": str, "geldig_vanaf": date, "herzien_voor": date, "aanbod": list})
    for row in document["aanbod"]:
        require(BESTAND, row, NODIG, MAG)
        if row["instrument"] not in catalogus().instrumenten:
            raise InhoudFout(BESTAND, row.line, f"onbekende hulp {row['instrument']}")
    return tuple(document["aanbod"])


def fill_aanbod(gemeente: Gemeente) -> int:
    """Add the supply that is not there yet; what is there stays as the municipality left it. Gives how many came."""
    added = 0
    for row in rows():
        key = {name: row[name] for name in ("instrument", "naam", "aanbieder")}
        rest = {name: value for name, value in row.items() if name not in key}
        _, is_new = Aanbod.objects.get_or_create(gemeente=gemeente, **key, defaults=rest)
        added += is_new
    return added
