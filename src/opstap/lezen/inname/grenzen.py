"""The limits of the reader, in one place. Bytes, seconds, pages and points."""

from __future__ import annotations

MB = 1024 * 1024

BESTAND_BYTES = 50 * MB
TEKST_BYTES = 20 * MB
BLADZIJDEN = 300
BLADZIJDE_PUNTEN = 14_400  # 200 inch: the largest page Acrobat itself accepts
UITPAK_BYTES = 100 * MB
UITPAK_VERHOUDING = 200
UITPAK_DELEN = 2_000
BIJLAGEN = 50
BERICHT_DIEPTE = 3
NAAM_TEKENS = 300
REGELS_CSV = 200_000
