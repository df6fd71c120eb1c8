"""Make the person known, the first time they sign in or an application about them arrives."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from opstap.inwoner.models import Inwoner
from opstap.inwoner.queries import bsn_mark, find_by_bsn
from opstap.kern import geheim
from opstap.kern.actie import Actie, Melding
from opstap.kern.models import Gebruiker, Gemeente, Rol


@dataclass(kw_only=True)
class RegisterInwoner(Actie[Inwoner]):
    """Give the person a row and an account. Who already has both gets the same ones back."""

    bsn: str
    voornaam: str
    achternaam: str
    geboortedatum: date | None = None
    adres: str = ""

    def may(self) -> bool:
        return self.door is None or self.door.is_medewerker

    def check(self) -> None:
        """One at a time: two tabs of a first sign-in must not make two people."""
        Gemeente.objects.select_for_update().get(pk=self.gemeente.pk)

    def change(self) -> Inwoner:
        self._is_new = False
        found = find_by_bsn(self.gemeente, self.bsn)
        if found is None:
            self._is_new = True
            found = Inwoner(gemeente=self.gemeente, bsn_zegel=bsn_mark(self.bsn), voornaam=self.voornaam,
                            achternaam=self.achternaam, geboortedatum=self.geboortedatum, adres=self.adres)  # fmt: skip
            found.bsn = geheim.seal(self.bsn.encode(), str(found.pk))
        if found.account is None:
            found.account = Gebruiker.objects.maak(self.gemeente, f"inwoner:{found.pk}", Rol.INWONER, found.naam)
        found.save()
        return found

    def melding(self, result: Inwoner) -> Melding | None:
        return Melding("inwoner.bekend", result.pk) if self._is_new else None
