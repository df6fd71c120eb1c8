"""Look up what registers know, so that nobody is asked for it (Pw 53a lid 1)."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Any

from opstap.dossier.models import Dossier, Feit
from opstap.dossier.toegang import may_hand_in
from opstap.dossier.voorstellen import known_thing, same_thing
from opstap.inwoner.queries import open_bsn
from opstap.kern import clock
from opstap.kern.actie import Actie, Melding
from opstap.koppelingen.registers import OnbekendInRegister, RegisterWeg, registers


@dataclass(kw_only=True)
class LookupRegisters(Actie[Dossier]):
    """Keep the facts, the source and the moment; never the raw answer. A silent register is written down as silent."""

    dossier: Dossier

    def may(self) -> bool:
        return self.door is None or may_hand_in(self.door, self.dossier)

    def prepare(self) -> None:
        bsn = open_bsn(self.dossier.inwoner)
        self._found: list[dict[str, Any]] = []
        self._answered: list[str] = []
        self._silent: list[str] = []
        for register, ask in (("brp", self._brp), ("uwv", self._uwv)):
            try:
                self._found += ask(bsn)
                self._answered.append(register)
            except (RegisterWeg, OnbekendInRegister):
                self._silent.append(register)

    def change(self) -> Dossier:
        """An answer takes the place of the earlier one of the same register; a silent register changes nothing."""
        self.dossier.feiten.filter(
            bron=Feit.Bron.REGISTER, register__in=self._answered, staat=Feit.Staat.BEVESTIGD, vervangen_door=None
        ).update(staat=Feit.Staat.VERWORPEN)
        Feit.objects.bulk_create(
            Feit(gemeente=self.gemeente, dossier=self.dossier, bron=Feit.Bron.REGISTER, staat=Feit.Staat.BEVESTIGD,
                 geweten_op=clock.now(), **row)
            for row in self._found
        )  # fmt: skip
        return self.dossier

    def melding(self, result: Dossier) -> Melding:
        words = {"registers": sorted(self._answered), "zwijgt": self._silent}
        return Melding("register.geraadpleegd", result.pk, words)

    def _brp(self, bsn: str) -> list[dict[str, Any]]:
        person = registers().persoon(bsn)
        values = {
            "identiteit": True, "naam": f"{person.voornaam} {person.achternaam}",
            "geboortedatum": person.geboortedatum.isoformat(), "adres": person.adres,
            "rechtmatig_verblijf": person.rechtmatig_verblijf, "woont_met": person.woont_met,
            "kinderen": person.kinderen, "medebewoners": person.medebewoners,
        }  # fmt: skip
        return [{"register": "brp", "soort": soort, "waarde": waarde} for soort,
            waarde in values.items() if waarde != []
                or soort == "woont_met"]  # fmt: skip

    def _uwv(self, bsn: str) -> list[dict[str, Any]]:
        rows = registers().loon(bsn)
        work: list[dict[str, Any]] = [{"register": "uwv", "soort": "werk", "waarde": "werkt"}] if rows else []
        return work + [
            {"register": "uwv", "soort": "inkomen_loon", "waarde": row.netto, "betreft": self._payer(row.werkgever),
             "periode_van": row.maand, "periode_tot": _end(row.maand)}
            for row in rows
        ]  # fmt: skip

    def _payer(self, werkgever: str) -> str:
        return known_thing(self.dossier, "inkomen_loon", same_thing(werkgever))


def _end(month: date) -> date:
    """The last day of a month."""
    return month.replace(day=monthrange(month.year, month.month)[1])
