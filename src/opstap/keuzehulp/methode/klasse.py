"""The class of the evidence, A to E: how sure we are that a kind of help makes a difference for work.

Source: the method of this aid (docs/keuzehulp.md), section "Klasse". Thresholds and weights are editorial choices.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache

from opstap.keuzehulp.methode.model import Catalogus, Instrument, Koppeling, Studie

KLASSEN = "ABCDE"
ZEKERHEID = {"hoog": 3, "matig": 2, "laag": 1, "zeer laag": 0}
DIRECTHEID = {"hoog": 1, "middel": 0, "laag": -1}
KLASSE_VAN_STUDIE = {"hoog": "A", "matig": "B", "laag": "C", "zeer laag": "C"}


def weight(studie: Studie) -> int:
    """How heavily one study counts: its certainty, and how directly it is about people with bijstand (-1 to 4)."""
    return ZEKERHEID[studie.zekerheid] + DIRECTHEID[studie.directheid]


def counted(instrument: Instrument, studies: Mapping[str, Studie]) -> list[tuple[Koppeling, Studie]]:
    """The links that count: the study was checked in its source and is about help, not about aids for choosing."""
    pairs = ((link, studies[link.studie]) for link in instrument.koppelingen)
    return [(link, studie) for link, studie in pairs if studie.nagekeken and studie.soort == "hulp"]


def klasse(instrument: Instrument, studies: Mapping[str, Studie]) -> str:
    """The class from the checked links: A to E. Mixed results count as contradiction, never as support."""
    pairs = counted(instrument, studies)
    voor = _heaviest(weight(studie) for link, studie in pairs if link.strekking == "voor")
    tegen = _heaviest(weight(studie) for link, studie in pairs if link.strekking in ("tegen", "gemengd"))
    if voor is None:
        return "E" if tegen is None else "D"
    if voor >= 3 and (tegen is None or tegen < 2):
        return "A"
    if voor >= 2 and (tegen is None or voor >= tegen + 1):
        return "B"
    return "C"


def outdated(instrument: Instrument, studies: Mapping[str, Studie], on: date) -> tuple[str, ...]:
    """Which content behind this option is past its review day: its own text, or studies that speak for it."""
    late = [instrument.id] if instrument.herkomst.is_outdated(on) else []
    for link, studie in counted(instrument, studies):
        if link.strekking == "voor" and studie.herkomst.is_outdated(on):
            late.append(studie.id)
    return tuple(late)


def klasse_on(instrument: Instrument, studies: Mapping[str, Studie], on: date) -> str:
    """The class on this day: outdated content costs one step, down to C (D and E already promise nothing)."""
    plain = klasse(instrument, studies)
    if plain in "AB" and outdated(instrument, studies, on):
        return KLASSEN[KLASSEN.index(plain) + 1]
    return plain


@lru_cache(maxsize=64)
def klassen(catalogus: Catalogus, on: date) -> Mapping[str, str]:
    """The class of every kind of help on this day."""
    return {key: klasse_on(instrument, catalogus.studies, on) for key, instrument in catalogus.instrumenten.items()}


def _heaviest(weights: Iterable[int]) -> int | None:
    return max(weights, default=None)
