"""Who may see or change a dossier: one place, asked by every action and every view."""

from __future__ import annotations

from opstap.dossier.models import Dossier
from opstap.inwoner.queries import helped_by
from opstap.kern.models import Gebruiker, Rol

LEZERS = {Rol.CONSULENT, Rol.KWALITEIT, Rol.BALIE}


def is_own(gebruiker: Gebruiker, dossier: Dossier) -> bool:
    """Whether it is about this person: the applicant, the partner, or someone who helps one of them with a mandate."""
    people = [dossier.inwoner, *([dossier.partner] if dossier.partner else [])]
    if any(person.account_id == gebruiker.pk for person in people):
        return True
    return gebruiker.rol == Rol.INWONER and any(person in people for person in helped_by(gebruiker))


def may_read(gebruiker: Gebruiker | None, dossier: Dossier) -> bool:
    """Own people, and the workers whose work it is; a manager and a beheerder see no dossiers."""
    if gebruiker is None or gebruiker.gemeente_id != dossier.gemeente_id:
        return False
    return gebruiker.rol in LEZERS or is_own(gebruiker, dossier)


def may_hand_in(gebruiker: Gebruiker | None, dossier: Dossier) -> bool:
    """Own people hand in for themselves; desk and consulent scan what someone brings along."""
    return may_read(gebruiker, dossier) and gebruiker is not None and gebruiker.rol != Rol.KWALITEIT


def may_establish(gebruiker: Gebruiker | None, dossier: Dossier) -> bool:
    """Only a consulent of the municipality establishes facts."""
    return gebruiker is not None and gebruiker.rol == Rol.CONSULENT and gebruiker.gemeente_id == dossier.gemeente_id
