"""A person covers more of a paper, or uncovers what was covered."""

from __future__ import annotations

from dataclasses import dataclass, field

from opstap.dossier import afdekken, werkkopie
from opstap.dossier.afdekken import Plek
from opstap.dossier.models import Bestand
from opstap.dossier.toegang import is_own
from opstap.kern import geheim
from opstap.kern.actie import Actie, Melding, NietMogelijk

HOOGSTENS = 600


@dataclass(kw_only=True)
class CoverBestand(Actie[Bestand]):
    """`erbij`: boxes to cover now; `eraf`: boxes in which nothing is covered any more. What was chosen before stays.

    The new pages are drawn before the transaction and replace the old ones in it: staff never see in between.
    """

    bestand: Bestand
    erbij: list[Plek]
    eraf: list[Plek]
    bladen: werkkopie.Bladen = field(default_factory=list, init=False, repr=False)

    def may(self) -> bool:
        return self.door is not None and is_own(self.door, self.bestand.dossier)

    def prepare(self) -> None:
        self.check()
        inhoud = geheim.opslag().lees_alles(self.bestand.sleutel, werkkopie.MAX_LEESBAAR)
        self.bladen = werkkopie.draw(inhoud, afdekken.documents(self.bestand), *self._after())

    def check(self) -> None:
        rules, documents = afdekken.regels(self.gemeente), afdekken.documents(self.bestand)
        if (self.erbij and not rules.mag_meer) or (self.eraf and not rules.mag_openen):
            raise NietMogelijk("afdekken.mag_niet")
        lost = afdekken.unreadable(self.gemeente, documents, self._after()[0])
        if lost:
            raise NietMogelijk(f"afdekken.moet_leesbaar_{lost[0]}")
        if sum(len(rows) for rows in self._after()) > HOOGSTENS:
            raise NietMogelijk("afdekken.te_veel")

    def change(self) -> Bestand:
        locked = Bestand.objects.select_for_update().get(pk=self.bestand.pk)
        if locked.afdekking != self.bestand.afdekking:  # another tab was first: these pages were drawn without it
            raise NietMogelijk("afdekken.niet_gelukt")
        dicht, los = self._after()
        self.bestand.afdekking = {"dicht": dicht, "open": los}
        self.bestand.save(update_fields=["afdekking"])
        werkkopie.put(self.bestand, self.bladen)
        return self.bestand

    def melding(self, result: Bestand) -> Melding:
        words = {"bestand": str(result.pk), "naam": result.naam, "erbij": len(self.erbij), "eraf": len(self.eraf)}
        return Melding("papier.afgedekt", result.dossier_id, words)

    def _after(self) -> tuple[list[Plek], list[Plek]]:
        """All covers and all openings together; what was said last about a place counts."""
        dicht, los = afdekken.chosen(self.bestand)
        dicht = [row for row in dicht if not _inside(row, self.eraf)] + self.erbij
        los = [row for row in los if not _inside(row, self.erbij)] + self.eraf
        return dicht, los


def _inside(place: Plek, others: list[Plek]) -> bool:
    return any(place[0] == page and afdekken.in_middle(place[1], box) for page, box in others)
