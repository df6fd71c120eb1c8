"""A worker looked in a dossier. The inwoner sees who, and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from opstap.dossier.models import Dossier
from opstap.dossier.toegang import is_own, may_read
from opstap.kern import clock
from opstap.kern.actie import Actie, Melding
from opstap.kern.models import Gebeurtenis

INGEZIEN = "dossier.ingezien"
OPNIEUW_NA = timedelta(minutes=30)


@dataclass(kw_only=True)
class ViewDossier(Actie[Dossier]):
    """Write that a worker looked, at most once per half hour of work; looking in one's own dossier is not written."""

    dossier: Dossier

    def may(self) -> bool:
        return may_read(self.door, self.dossier)

    def change(self) -> Dossier:
        return self.dossier

    def melding(self, result: Dossier) -> Melding | None:
        assert self.door is not None
        if is_own(self.door, result):
            return None
        recent = Gebeurtenis.objects.filter(
            gemeente=self.gemeente, onderwerp=result.pk, soort=INGEZIEN, door=self.door,
            moment__gt=clock.now() - OPNIEUW_NA,
        )  # fmt: skip
        return None if recent.exists() else Melding(INGEZIEN, result.pk, {"naam": self.door.weergavenaam,
            "rol": self.door.rol})
