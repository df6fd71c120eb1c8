"""The pile: what belongs together, what is there twice, which months are in."""

from opstap.lezen.stapel.maanden import maandtegels
from opstap.lezen.stapel.pijplijn import lees_bestand, lees_stapel, orden

__all__ = ["lees_bestand", "lees_stapel", "maandtegels", "orden"]
