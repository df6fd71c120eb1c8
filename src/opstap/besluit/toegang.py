"""Who may be the second pair of eyes."""

from __future__ import annotations

from opstap.besluit.models import Besluit
from opstap.kern.models import Gebruiker, Rol


def may_check(gebruiker: Gebruiker | None, besluit: Besluit) -> bool:
    """A kwaliteitsmedewerker or consulent of the municipality, never the one who wrote it."""
    return (
        gebruiker is not None
        and gebruiker.gemeente_id == besluit.gemeente_id
        and gebruiker.rol in (Rol.KWALITEIT, Rol.CONSULENT)
        and gebruiker.pk != besluit.opgesteld_door_id
    )
