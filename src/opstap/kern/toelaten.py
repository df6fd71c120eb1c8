"""Let a worker in, change the role, or close the door. Whoever is not let in beforehand cannot sign in."""

from __future__ import annotations

from dataclasses import dataclass

from opstap.kern.actie import Actie, Melding, NietMogelijk
from opstap.kern.models import Gebruiker, Rol

MAX_NAAM = 200


@dataclass(kw_only=True)
class AdmitMedewerker(Actie[Gebruiker]):
    """`aanmeldnaam` is the subject that the municipality's own sign-in gives. An existing worker gets the new role."""

    aanmeldnaam: str
    naam: str
    rol: str
    toegelaten: bool = True

    def may(self) -> bool:
        return self.door is not None and self.door.rol == Rol.BEHEERDER

    def check(self) -> None:
        if self.rol not in Rol.values or self.rol == Rol.INWONER or not self.aanmeldnaam.strip():
            raise NietMogelijk("beheer.kies_rol")
        if self.door is not None and self.aanmeldnaam.strip() == self.door.gebruikersnaam:
            raise NietMogelijk("beheer.niet_zelf")
        taken = Gebruiker.objects.filter(gemeente=self.gemeente, gebruikersnaam=self.aanmeldnaam.strip(),
            rol=Rol.INWONER)
        if taken.exists() or max(len(self.aanmeldnaam), len(self.naam)) > MAX_NAAM:
            raise NietMogelijk("beheer.andere_naam")

    def change(self) -> Gebruiker:
        name = self.aanmeldnaam.strip()
        found = Gebruiker.objects.filter(gemeente=self.gemeente, gebruikersnaam=name).exclude(rol=Rol.INWONER).first()
        gebruiker = found or Gebruiker.objects.maak(self.gemeente, name, self.rol, self.naam.strip())
        gebruiker.rol, gebruiker.is_active = self.rol, self.toegelaten
        gebruiker.weergavenaam = self.naam.strip() or name
        gebruiker.save(update_fields=["rol", "weergavenaam", "is_active"])
        return gebruiker

    def melding(self, result: Gebruiker) -> Melding:
        words = {"naam": result.weergavenaam, "rol": result.rol, "toegelaten": result.is_active}
        return Melding("medewerker.toegelaten", result.pk, words, voor_inwoner=False)
