"""Verify the chain of events of a municipality: nothing changed, nothing missing, nothing slipped in."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidTag

from opstap.kern import log
from opstap.kern.models import Dossiersleutel, Gebeurtenis, Gemeente, Ketenkop
from opstap.kern.sleutelring import SleutelFout


@dataclass(slots=True)
class Verslag:
    """What the check found. `fouten` are Dutch sentences with the number of the event."""

    gemeente: str
    gebeurtenissen: int = 0
    vernietigd: int = 0
    fouten: list[str] = field(default_factory=list)


def verify(gemeente: Gemeente) -> Verslag:
    """Recompute the whole chain of one municipality, and each seal whose words still exist."""
    verslag = Verslag(gemeente.naam)
    keys = {key.onderwerp: key for key in Dossiersleutel.objects.filter(gemeente=gemeente)}
    previous = b""
    for row in Gebeurtenis.objects.filter(gemeente=gemeente).order_by("volgnummer").iterator():
        verslag.gebeurtenissen += 1
        if row.volgnummer != verslag.gebeurtenissen:
            verslag.fouten.append(f"Gebeurtenis {verslag.gebeurtenissen} ontbreekt.")
            verslag.gebeurtenissen = row.volgnummer
        if bytes(row.keten) != log.link(previous, row):
            verslag.fouten.append(f"Gebeurtenis {row.volgnummer} sluit niet aan op de vorige.")
        previous = bytes(row.keten)
        _check_words(row, keys.get(row.onderwerp), verslag)
    _check_head(gemeente, previous, verslag)
    return verslag


def _check_words(row: Gebeurtenis, key: Dossiersleutel | None, verslag: Verslag) -> None:
    try:
        plain = log.opened(row, key)
    except (InvalidTag, ValueError, IndexError, SleutelFout):
        verslag.fouten.append(f"De woorden van gebeurtenis {row.volgnummer} zijn veranderd.")
        return
    if plain is None:
        if key is None:
            verslag.fouten.append(f"De sleutel van de woorden van gebeurtenis {row.volgnummer} is weg.")
        verslag.vernietigd += 1
        return
    if hashlib.sha256(plain).digest() != bytes(row.zegel) or json.loads(plain)["soort"] != row.soort:
        verslag.fouten.append(f"De woorden van gebeurtenis {row.volgnummer} zijn niet die van toen.")


def _check_head(gemeente: Gemeente, last: bytes, verslag: Verslag) -> None:
    head = Ketenkop.objects.filter(gemeente=gemeente).first()
    number, keten = (head.volgnummer, bytes(head.keten)) if head else (0, b"")
    if number != verslag.gebeurtenissen or keten != last:
        verslag.fouten.append("Het einde van de keten klopt niet: er ontbreken gebeurtenissen.")
