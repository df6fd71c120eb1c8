"""Who may act on an aanvraag."""

from __future__ import annotations

from opstap.aanvraag.models import Aanvraag
from opstap.dossier.toegang import is_own
from opstap.kern.models import Gebruiker, Rol


def is_applicant(gebruiker: Gebruiker | None, aanvraag: Aanvraag) -> bool:
    """The person it is about, the partner or a helper with a mandate."""
    return gebruiker is not None and is_own(gebruiker, aanvraag.dossier)


def is_consulent(gebruiker: Gebruiker | None, aanvraag: Aanvraag) -> bool:
    """A consulent of the municipality; any of them, so that nobody waits because one is away."""
    return gebruiker is not None and gebruiker.rol == Rol.CONSULENT and gebruiker.gemeente_id == aanvraag.gemeente_id
