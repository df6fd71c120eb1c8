"""Is the first reading enough? Not when the kind or a needed field is missing, a check fails, or it is a card or a
receipt."""

from __future__ import annotations

from opstap.lezen.model import Bladzijde

PASJES_EN_BONNEN = {"identiteitsbewijs", "verblijfsdocument", "kassabon", "kentekenbewijs", "onbekend"}

ZEKER = 0.9
"""Under this certainty a value with digits is read twice: one misread digit is a wrong amount."""


def wil_tweede_lezing(page: Bladzijde) -> bool:
    """Reads kind and fields of the first reading and asks for a second where those leave a doubt."""
    from opstap.lezen.velden import begrijp, verwacht

    for document in begrijp([page], ""):
        if document.soort in PASJES_EN_BONNEN or document.vragen:
            return True
        if any(name not in document.velden for name in verwacht(document.soort)):
            return True
        if any(
            veld.zekerheid < ZEKER and any(char.isdigit() for char in veld.waarde) for veld in document.velden.values()
        ):
            return True
    return False
