"""Record that people looked at the keuzehulp or tried it: item 11 of the quality list stays open until they did."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from opstap.kern import clock
from opstap.kern.actie import Actie, Melding, NietMogelijk
from opstap.keuzehulp.models import Beproeving
from opstap.keuzehulp.rollen import edits_content


@dataclass(kw_only=True)
class RecordBeproeving(Actie[Beproeving]):
    """What was looked at, with whom, what they found and what changed. A day that has been, and at least one person."""

    soort: str
    gedaan_op: date
    met_wie: str
    aantal_mensen: int
    bekeken: str
    bevonden: str
    veranderd: str = ""

    def may(self) -> bool:
        return edits_content(self.door)

    def check(self) -> None:
        if self.soort not in Beproeving.Soort.values or self.aantal_mensen < 1:
            raise NietMogelijk("aanbod.beproeving_wie")
        if self.gedaan_op > clock.today():
            raise NietMogelijk("aanbod.beproeving_dag")
        if not self.bekeken.strip() or not self.bevonden.strip():
            raise NietMogelijk("aanbod.beproeving_wat")

    def change(self) -> Beproeving:
        assert self.door is not None
        return Beproeving.objects.create(
            gemeente=self.gemeente, soort=self.soort, gedaan_op=self.gedaan_op, met_wie=self.met_wie.strip(),
            aantal_mensen=self.aantal_mensen, bekeken=self.bekeken.strip(), bevonden=self.bevonden.strip(),
            veranderd=self.veranderd.strip(), vastgelegd_door=self.door, vastgelegd_op=clock.now(),
        )  # fmt: skip

    def melding(self, result: Beproeving) -> Melding:
        return Melding("beproeving.vastgelegd", result.pk, {"soort": result.soort})
