"""Work out the right from what is known, and keep how it was done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from opstap.aanvraag.models import Aanvraag
from opstap.aanvraag.toegang import is_consulent
from opstap.kern import clock
from opstap.kern.actie import Actie, Melding
from opstap.recht.models import Berekening
from opstap.recht.uitrekenen import work_out


@dataclass(kw_only=True)
class Calculate(Actie[Berekening]):
    """Keep a calculation with its inputs, versions and steps. `keuzes` is what the law leaves to the municipality."""

    aanvraag: Aanvraag
    keuzes: Mapping[str, Any] = field(default_factory=dict)

    def may(self) -> bool:
        return is_consulent(self.door, self.aanvraag)

    def change(self) -> Berekening:
        today = clock.today()
        made = work_out(self.aanvraag, today, self.keuzes)
        versie = made.uitkomst["versie"]
        return Berekening.objects.create(
            gemeente=self.gemeente, aanvraag=self.aanvraag, peildatum=today, invoer=made.invoer, herkomst=made.herkomst,
            schakelaars=made.schakelaars, uitkomst=made.uitkomst, regels_versie=versie["regels"],
            bedragen_versie=versie["bedragen"], gemaakt_op=clock.now(), door=self.door,
        )  # fmt: skip

    def melding(self, result: Berekening) -> Melding:
        words = {"berekening": str(result.pk), "uitkomst": result.uitkomst["uitkomst"]}
        return Melding("recht.berekend", self.aanvraag.dossier_id, words)
