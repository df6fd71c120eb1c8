"""The person changes how we can reach them."""

from __future__ import annotations

from dataclasses import dataclass

from opstap.inwoner.models import Inwoner
from opstap.kern.actie import Actie, Melding


@dataclass(kw_only=True)
class ChangeGegevens(Actie[Inwoner]):
    inwoner: Inwoner
    telefoon: str
    email: str
    voorkeur: str

    def may(self) -> bool:
        return self.door is not None and self.inwoner.account_id == self.door.pk

    def change(self) -> Inwoner:
        self.inwoner.telefoon, self.inwoner.email = self.telefoon.strip(), self.email.strip()
        self.inwoner.voorkeur = self.voorkeur
        self.inwoner.save(update_fields=["telefoon", "email", "voorkeur"])
        return self.inwoner

    def melding(self, result: Inwoner) -> Melding:
        return Melding("inwoner.gewijzigd", result.pk)
