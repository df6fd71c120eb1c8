"""Answer in place of a paper: not there, brought along, cannot be found, you have it already."""

from __future__ import annotations

from dataclasses import dataclass

from opstap.dossier.models import Dossier, VereisteAntwoord
from opstap.dossier.toegang import may_hand_in
from opstap.kern import clock
from opstap.kern.actie import Actie, Melding, NietMogelijk


@dataclass(kw_only=True)
class AnswerVereiste(Actie[VereisteAntwoord]):
    dossier: Dossier
    vereiste: str
    antwoord: str
    toelichting: str = ""

    def may(self) -> bool:
        return may_hand_in(self.door, self.dossier)

    def check(self) -> None:
        if self.antwoord not in VereisteAntwoord.Antwoord.values:
            raise NietMogelijk("algemeen.fout_keuze")

    def change(self) -> VereisteAntwoord:
        row, _ = VereisteAntwoord.objects.update_or_create(
            gemeente=self.gemeente, dossier=self.dossier, vereiste=self.vereiste,
            defaults={"antwoord": self.antwoord, "toelichting": self.toelichting.strip(), "gegeven_op": clock.now()},
        )  # fmt: skip
        return row

    def melding(self, result: VereisteAntwoord) -> Melding:
        return Melding("papier.beantwoord", self.dossier.pk, {"vereiste": self.vereiste, "antwoord": self.antwoord})
