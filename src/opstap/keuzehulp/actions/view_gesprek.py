"""A worker opened the conversation sheet or the plan. The inwoner can see who, and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from opstap.kern import clock
from opstap.kern.actie import Actie, Melding
from opstap.kern.models import Gebeurtenis, Gebruiker
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
        if not self.door.is_medewerker or seen_just_now(self.door, result):
            return None
        return Melding(GEZIEN, result.pk, {"naam": self.door.weergavenaam})


def seen_just_now(door: Gebruiker, gesprek: Gesprek) -> bool:
    """Whether this look is written down already: a page that only reads then needs no place in the line of writers."""
    since = clock.now() - OPNIEUW_NA
    rows = Gebeurtenis.objects.filter(gemeente=gesprek.gemeente_id, onderwerp=gesprek.pk, soort=GEZIEN, door=door)
    return rows.filter(moment__gt=since).exists()
