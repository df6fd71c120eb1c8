"""The person answers questions about the household."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from opstap.dossier.feiten import replace_said
from opstap.dossier.models import Dossier
from opstap.dossier.toegang import may_hand_in
from opstap.kern.actie import Actie, Melding


@dataclass(kw_only=True)
class AnswerVragen(Actie[Dossier]):
    """Keep the answers of one page as facts said by the person. None means "that I do not know", and is kept as
    such.
    """

    dossier: Dossier
    antwoorden: Mapping[str, Any] = field(default_factory=dict)

    def may(self) -> bool:
        return may_hand_in(self.door, self.dossier)

    def change(self) -> Dossier:
        self._changed = [
            soort for soort, waarde in self.antwoorden.items()
            if replace_said(self.dossier, soort, waarde, self.door)
        ]  # fmt: skip
        return self.dossier

    def melding(self, result: Dossier) -> Melding | None:
        return Melding("dossier.beantwoord", result.pk, {"feiten": self._changed}) if self._changed else None
