"""From a photo or scan to a flat, evenly lit page: outline, straightening, shadow, quarter turns, quality."""

from __future__ import annotations

from opstap.lezen.beeld.openen import open_beelden
from opstap.lezen.beeld.vlak import Vlak, vlakken

__all__ = ["Vlak", "open_beelden", "vlakken"]
