"""Rules and model together: one kind with a certainty, or onbekend."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

from opstap.lezen.soort.model import kansen
from opstap.lezen.soort.regels import punten

SOORTEN = [
    "bankafschrift",
    "spaarsaldo_overzicht",
    "bank_app_schermafdruk",
    "loonstrook",
    "jaaropgave",
    "arbeidsovereenkomst",
    "beeindiging_dienstverband",
    "uwv_beslissing",
    "toeslag_beschikking",
    "belastingaanslag",
    "duo_bericht",
    "huurcontract",
    "huurspecificatie",
    "energienota",
    "zorgpolis",
    "schuldbrief",
    "echtscheiding_alimentatie",
    "identiteitsbewijs",
    "verblijfsdocument",
    "kassabon",
    "kentekenbewijs",
    "kvk_uittreksel",
    "uitkeringsspecificatie",
    "pensioenoverzicht",
    "woz_beschikking",
    "hypotheekstuk",
    "koopakte",
    "polis",
    "nota",
    "onderwijsbewijs",
    "jaarcijfers",
    "detentiebewijs",
    "zorgovereenkomst",
    "medische_brief",
    "niet_relevant",
]

DREMPEL = 0.5
MIN_PUNTEN = 3.0
SCHERPTE = 0.75
GEWICHT_MODEL = 0.6


@dataclass(frozen=True, slots=True)
class Keuze:
    """The chosen kind, how sure (0-1), and the next best with its share: what makes it doubtful."""

    soort: str
    zekerheid: float
    tweede: str = "onbekend"
    tweede_zekerheid: float = 0.0


def kies(text: str) -> Keuze:
    """The kind of the paper with this text. Too little text or too close a call: onbekend. Spaces do not matter, so
    that a page and the paper that holds only that page are weighed once."""
    return _kies("\n".join(" ".join(line.split()) for line in text.splitlines()))


@lru_cache(maxsize=64)
def _kies(text: str) -> Keuze:
    scores = punten(text)
    learned = kansen(text)
    totals = {}
    for soort in SOORTEN:
        total = SCHERPTE * scores.get(soort, 0.0)
        if learned:
            total += GEWICHT_MODEL * math.log(max(learned.get(soort, 0.0), 1e-4))
        totals[soort] = total
    top = max(totals.values())
    shares = {soort: math.exp(total - top) for soort, total in totals.items()}
    whole = sum(shares.values())
    first, second = sorted(shares, key=lambda soort: -shares[soort])[:2]
    certainty = shares[first] / whole
    if scores.get(first, 0.0) < MIN_PUNTEN or certainty < DREMPEL:
        return Keuze("onbekend", certainty, first, certainty)
    return Keuze(first, min(0.99, certainty), second, shares[second] / whole)
