"""The four questions after the talk: counted, never kept. Nothing here says who answered, when, or what together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db.models import F

from opstap.kern import clock
from opstap.kern.actie import Actie, Melding, NietMogelijk
from opstap.keuzehulp.ervaring import ANTWOORDEN, VRAGEN, quarter
from opstap.keuzehulp.models import Gesprekstelling


@dataclass(kw_only=True)
class CountErvaring(Actie[Gesprekstelling]):
    """Add one to the count of each answer. `door` is None on purpose: with an account the log and the memory of sent
    forms would say who answered. All cells of a quarter are made at once, so that their order tells nothing."""

    antwoorden: Mapping[str, str] = field(default_factory=dict)

    def may(self) -> bool:
        return self.door is None

    def check(self) -> None:
        given = {vraag: answer for vraag, answer in self.antwoorden.items() if answer}
        if not given:
            raise NietMogelijk("keuzehulp.alles_open_mag")
        if any(vraag not in VRAGEN or answer not in ANTWOORDEN for vraag, answer in given.items()):
            raise NietMogelijk("algemeen.fout_keuze")

    def change(self) -> Gesprekstelling:
        first = quarter(clock.today())
        cells = [
            Gesprekstelling(gemeente=self.gemeente, kwartaal=first, vraag=vraag, antwoord=answer)
            for vraag in VRAGEN
            for answer in ANTWOORDEN
        ]
        Gesprekstelling.objects.bulk_create(cells, ignore_conflicts=True)
        rows = Gesprekstelling.objects.filter(gemeente=self.gemeente, kwartaal=first)
        for vraag, answer in sorted(self.antwoorden.items()):
            if answer:
                rows.filter(vraag=vraag, antwoord=answer).update(aantal=F("aantal") + 1)
        return rows.order_by("vraag", "antwoord")[0]

    def melding(self, result: Gesprekstelling) -> Melding | None:
        """None: an event has a moment, and a moment beside a sign-in says who answered."""
        return None
