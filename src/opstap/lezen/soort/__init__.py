"""Which kind of paper is this: rules on words, and a small learned model; below the threshold the honest answer is
onbekend."""

from __future__ import annotations

from opstap.lezen.soort.keuze import SOORTEN, Keuze, kies

__all__ = ["SOORTEN", "Keuze", "kies"]
