"""Fill the conversation sheet: by the person at home, or together at one screen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from opstap.inwoner.models import Inwoner
from opstap.kern import clock
from opstap.kern.actie import Actie, Melding, NietMogelijk
from opstap.keuzehulp.methode.invoer import InvoerGeweigerd, controleer
from opstap.keuzehulp.models import Gesprek
from opstap.keuzehulp.queries import current_gesprek
from opstap.keuzehulp.toegang import may_join


@dataclass(kw_only=True)
class FillGesprek(Actie[Gesprek]):
    """Keep own words and answers; what a worker sees otherwise stands beside it and never replaces the person's answer."""

    inwoner: Inwoner
    eigen_woorden: str | None = None
    antwoorden: Mapping[str, Any] | None = None
    weegt: list[str] | None = None
    antwoorden_consulent: Mapping[str, Any] = field(default_factory=dict)

    def may(self) -> bool:
        return may_join(self.door, self.inwoner)

    def check(self) -> None:
        try:
            controleer({"antwoorden": dict(self.antwoorden or {}), "weegt": self.weegt or []})
            controleer({"antwoorden": dict(self.antwoorden_consulent)})
        except InvoerGeweigerd as error:
            raise NietMogelijk("keuzehulp.neemt_niet_mee", reden=str(error)) from error

    def change(self) -> Gesprek:
        assert self.door is not None
        gesprek = current_gesprek(self.inwoner) or Gesprek(
            gemeente=self.gemeente, inwoner=self.inwoner, begonnen_op=clock.now()
        )
        if self.eigen_woorden is not None:
            gesprek.eigen_woorden = self.eigen_woorden.strip()
        if self.antwoorden is not None:
            gesprek.antwoorden = dict(self.antwoorden)
        if self.weegt is not None:
            gesprek.weegt = list(self.weegt)
        if self.door.is_medewerker:
            gesprek.consulent = self.door
            gesprek.antwoorden_consulent = gesprek.antwoorden_consulent | dict(self.antwoorden_consulent)
        gesprek.gewijzigd_op = clock.now()
        gesprek.save()
        return gesprek

    def melding(self, result: Gesprek) -> Melding:
        return Melding("gesprek.ingevuld", result.pk)
