"""Begin a dossier for a household."""

from __future__ import annotations

from dataclasses import dataclass

from opstap.dossier.models import Dossier
from opstap.inwoner.models import Inwoner
from opstap.kern import clock
from opstap.kern.actie import Actie, Melding


@dataclass(kw_only=True)
class OpenDossier(Actie[Dossier]):
    """The one dossier of a person; who has one gets it back."""

    inwoner: Inwoner

    def may(self) -> bool:
        return self.door is None or self.door.is_medewerker or self.inwoner.account_id == self.door.pk

    def change(self) -> Dossier:
        dossier, self._is_new = Dossier.objects.get_or_create(
            gemeente=self.gemeente, inwoner=self.inwoner, defaults={"begonnen_op": clock.now()}
        )
        return dossier

    def melding(self, result: Dossier) -> Melding | None:
        return Melding("dossier.begonnen", result.pk) if self._is_new else None
