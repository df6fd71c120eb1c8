"""Who keeps the supply, the content and the craft of the keuzehulp. Nobody of these sees a conversation by it."""

from __future__ import annotations

from opstap.kern.models import Gebruiker, Rol


def keeps_supply(door: Gebruiker | None) -> bool:
    """The beheerder keeps the list of what is on offer."""
    return door is not None and door.rol == Rol.BEHEERDER


def edits_content(door: Gebruiker | None) -> bool:
    """Research is written and published by the beheerder and the kwaliteitsmedewerker: two people, each by name."""
    return door is not None and door.rol in (Rol.BEHEERDER, Rol.KWALITEIT)


def writes_craft(door: Gebruiker | None) -> bool:
    """Craft comes from who does the work."""
    return door is not None and door.rol in (Rol.CONSULENT, Rol.KWALITEIT, Rol.BEHEERDER)
