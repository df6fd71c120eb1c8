"""The person opened a letter for the first time."""

from __future__ import annotations

from dataclasses import dataclass

from opstap.besluit.models import Brief
from opstap.dossier.toegang import is_own
from opstap.kern import clock
from opstap.kern.actie import Actie, Melding


@dataclass(kw_only=True)
class OpenBrief(Actie[Brief]):
    brief: Brief

    def may(self) -> bool:
        return self.door is not None and is_own(self.door, self.brief.dossier)

    def change(self) -> Brief:
        self._first = self.brief.gelezen_op is None
        if self._first:
            self.brief.gelezen_op = clock.now()
            self.brief.save(update_fields=["gelezen_op"])
        return self.brief

    def melding(self, result: Brief) -> Melding | None:
        return Melding("brief.gelezen", result.dossier_id, {"onderwerp": result.onderwerp}) if self._first else None
