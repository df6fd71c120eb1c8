"""What the actions on an aanvraag share: the row is locked, the move is in the table, the clock is looked at again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from opstap.aanvraag.models import Aanvraag
from opstap.aanvraag.staten import AANVRAAG, target
from opstap.kern.actie import Actie, Resultaat


@dataclass(kw_only=True)
class OpAanvraag(Actie[Resultaat]):
    """An action on one aanvraag. `zet` is its name in the table of moves; empty when the state does not change."""

    aanvraag: Aanvraag
    zet: ClassVar[str] = ""

    def check(self) -> None:
        """Lock the row and refuse a move that is not in the table."""
        self.aanvraag = Aanvraag.objects.select_for_update(of=("self",)).select_related("dossier__inwoner").get(
            gemeente=self.gemeente, pk=self.aanvraag.pk
        )
        if self.zet:
            self._naar = target(AANVRAAG, self.zet, self.aanvraag.staat)

    def move(self, **fields: object) -> Aanvraag:
        """Write the new state and the given fields."""
        if self.zet:
            fields["staat"] = self._naar
        for name, value in fields.items():
            setattr(self.aanvraag, name, value)
        self.aanvraag.save(update_fields=list(fields))
        return self.aanvraag
