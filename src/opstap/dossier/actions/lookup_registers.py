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
        self._found: list[dict[str, Any]] = []
        self._answered: list[tuple[str, str]] = []
        self._silent: list[str] = []
        self._partner = ""
        self._look_up("a", open_bsn(self.dossier.inwoner))
        if self._partner:
            self._look_up("p", self._partner)

    def change(self) -> Dossier:
        """An answer takes the place of the earlier one of the same register; a silent register changes nothing."""
        for register, persoon in self._answered:
            self.dossier.feiten.filter(
                bron=Feit.Bron.REGISTER, register=register, persoon=persoon, staat=Feit.Staat.BEVESTIGD,
                vervangen_door=None,
            ).update(staat=Feit.Staat.VERWORPEN)  # fmt: skip
        Feit.objects.bulk_create(
            Feit(gemeente=self.gemeente, dossier=self.dossier, bron=Feit.Bron.REGISTER, staat=Feit.Staat.BEVESTIGD,
                 geweten_op=clock.now(), **row)
            for row in self._found
        )  # fmt: skip
        return self.dossier

    def melding(self, result: Dossier) -> Melding:
        words = {"registers": sorted({register for register, _ in self._answered}), "zwijgt": sorted(set(self._silent))}
        return Melding("register.geraadpleegd", result.pk, words)

    def _look_up(self, persoon: str, bsn: str) -> None:
        """Ask each register about one person. Of the partner only facts are kept, not the number."""
        for register, ask in (("brp", self._brp), ("uwv", self._uwv)):
            try:
                rows = ask(bsn, persoon)
            except (RegisterWeg, OnbekendInRegister):
                self._silent.append(register)
                continue
            self._found += [{"register": register, "persoon": persoon, **row} for row in rows]
            self._answered.append((register, persoon))

    def _brp(self, bsn: str, persoon: str) -> list[dict[str, Any]]:
        person = registers().persoon(bsn)
        own = {
            "identiteit": True, "naam": f"{person.voornaam} {person.achternaam}",
            "geboortedatum": person.geboortedatum.isoformat(), "rechtmatig_verblijf": person.rechtmatig_verblijf,
        }  # fmt: skip
        home: dict[str, Any] = {}
        if persoon == "a":
            self._partner = person.partner_bsn
            home = {"adres": person.adres, "woont_met": person.woont_met, "kinderen": person.kinderen,
                "medebewoners": person.medebewoners}
        rows = {**own, **home}
        return [{"soort": soort, "waarde": rows[soort]} for soort in rows if rows[soort] != [] or soort == "woont_met"]

    def _uwv(self, bsn: str, persoon: str) -> list[dict[str, Any]]:
        rows = registers().loon(bsn)
        work: list[dict[str, Any]] = [{"soort": "werk", "waarde": "werkt"}] if rows else []
        return work + [
            {"soort": "inkomen_loon", "waarde": row.netto, "betreft": self._payer(row.werkgever),
             "periode_van": row.maand, "periode_tot": _end(row.maand)}
            for row in rows
        ]  # fmt: skip

    def _payer(self, werkgever: str) -> str:
        return known_thing(self.dossier, "inkomen_loon", same_thing(werkgever))


def _end(month: date) -> date:
    """The last day of a month."""
    return month.replace(day=monthrange(month.year, month.month)[1])
