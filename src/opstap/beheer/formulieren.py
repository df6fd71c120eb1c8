"""The forms of the beheerder."""

from __future__ import annotations

from typing import Any

from opstap.kern.models import Rol
from opstap.onderdelen.formulieren import Formulier
from opstap.onderdelen.teksten import later
from opstap.onderdelen.velden import JaNeeWeetNietVeld, KeuzeVeld, TekstVeld


class MedewerkerFormulier(Formulier):
    aanmeldnaam = TekstVeld(label=later("beheer.aanmeldnaam"), help_text=later("beheer.aanmeldnaam_uitleg"), kort=True)
    naam = TekstVeld(label=later("beheer.naam"))
    rol = KeuzeVeld(
        label=later("beheer.rol"),
        keuzes=[(rol.value, later(f"keuze.rol_{rol.value}")) for rol in Rol if rol != Rol.INWONER],
    )
    toegelaten = JaNeeWeetNietVeld(label=later("beheer.toegelaten"), weet_niet=False, initial="ja", naast=True)

    def said(self) -> dict[str, Any]:
        """The words of the action."""
        return {**self.cleaned_data, "toegelaten": self.cleaned_data["toegelaten"] == "ja"}
