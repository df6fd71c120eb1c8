"""A worker opened the conversation sheet or the plan. The inwoner can see who, and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from opstap.kern import clock
from opstap.kern.actie import Actie, Melding
from opstap.kern.models import Gebeurtenis
from opstap.keuzehulp.models import Gesprek
from opstap.keuzehulp.toegang import may_join

GEZIEN = "gesprek.gezien"
OPNIEUW_NA = timedelta(minutes=30)


@dataclass(kw_only=True)
class ViewGesprek(Actie[Gesprek]):
    """Write that a worker looked, at most once per half hour of work."""

    gesprek: Gesprek

    def may(self) -> bool:
        return may_join(self.door, self.gesprek.inwoner)

    def change(self) -> Gesprek:
        return self.gesprek

    def melding(self, result: Gesprek) -> Melding | None:
        assert self.door is not None
        since = clock.now() - OPNIEUW_NA
        rows = Gebeurtenis.objects.filter(gemeente=self.gemeente, onderwerp=result.pk, soort=GEZIEN, door=self.door)
        if not self.door.is_medewerker or rows.filter(moment__gt=since).exists():
            return None
        return Melding(GEZIEN, result.pk, {"naam": self.door.weergavenaam})
