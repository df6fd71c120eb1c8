"""Fill the conversation sheet: by the person at home, or together at one screen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from opstap.inwoner.models import Inwoner
from opstap.kern import clock
from opstap.kern.actie import Actie, Melding, NietMogelijk
from opstap.kern.commands import InvoerFout
from opstap.keuzehulp.methode.invoer import read_antwoorden
from opstap.keuzehulp.methode.laden import catalogus
from opstap.keuzehulp.models import Gesprek
from opstap.keuzehulp.queries import latest_gesprek
from opstap.keuzehulp.toegang import may_join

OVERGENOMEN = ("consulent", "eigen_woorden", "sterk", "sterk_consulent", "antwoorden", "weegt", "antwoorden_consulent")


@dataclass(kw_only=True)
class FillGesprek(Actie[Gesprek]):
    """Keep own words and answers; what a worker sees otherwise stands beside it and never replaces the person's answer.

    What is None stays as it was. After a choice a new sheet begins with what was said before, so that the choice keeps
    the answers it was made with.
    """

    inwoner: Inwoner
    eigen_woorden: str | None = None
    sterk: str | None = None
    sterk_consulent: str | None = None
    antwoorden: Mapping[str, Any] | None = None
    weegt: list[str] | None = None
    antwoorden_consulent: Mapping[str, Any] = field(default_factory=dict)

    def may(self) -> bool:
        return may_join(self.door, self.inwoner)

    def check(self) -> None:
        try:
            read_antwoorden(dict(self.antwoorden or {}), self.weegt, catalogus())
            read_antwoorden(dict(self.antwoorden_consulent), None, catalogus())
        except InvoerFout as error:
            raise NietMogelijk("keuzehulp.neemt_niet_mee", reden=str(error)) from error

    def change(self) -> Gesprek:
        assert self.door is not None
        gesprek = self._sheet()
        for name in ("eigen_woorden", "sterk"):
            if getattr(self, name) is not None:
                setattr(gesprek, name, getattr(self, name).strip())
        if self.antwoorden is not None:
            gesprek.antwoorden = dict(self.antwoorden)
        if self.weegt is not None:
            gesprek.weegt = list(self.weegt)
        if self.door.is_medewerker:
            gesprek.consulent = self.door
            gesprek.antwoorden_consulent = dict(self.antwoorden_consulent)
            if self.sterk_consulent is not None:
                gesprek.sterk_consulent = self.sterk_consulent.strip()
        gesprek.gewijzigd_op = clock.now()
        gesprek.save()
        return gesprek

    def _sheet(self) -> Gesprek:
        """The sheet that is being filled, else a new one that starts from the last."""
        last = latest_gesprek(self.inwoner)
        if last is not None and not last.keuzes.exists():
            return last
        new = Gesprek(gemeente=self.gemeente, inwoner=self.inwoner, begonnen_op=clock.now())
        if last is not None:
            for name in OVERGENOMEN:
                setattr(new, name, getattr(last, name))
        return new

    def melding(self, result: Gesprek) -> Melding:
        return Melding("gesprek.ingevuld", result.pk)
