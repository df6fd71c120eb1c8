"""Who may be at the table: the person and a consulent of the municipality, nobody else."""

from __future__ import annotations

from opstap.inwoner.models import Inwoner
from opstap.kern.models import Gebruiker, Rol


def may_join(gebruiker: Gebruiker | None, inwoner: Inwoner) -> bool:
    """Whether this account may see and fill the conversation of this person; a helper's account never does."""
    if gebruiker is None or gebruiker.gemeente_id != inwoner.gemeente_id:
        return False
    return gebruiker.rol == Rol.CONSULENT or inwoner.account_id == gebruiker.pk
