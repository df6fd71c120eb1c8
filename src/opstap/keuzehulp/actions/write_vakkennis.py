"""A team adds what it learned about a kind of help, or says that it sees a line of another team otherwise."""

from __future__ import annotations

from dataclasses import dataclass

from opstap.kern import clock
from opstap.kern.actie import Actie, Melding, NietMogelijk
from opstap.keuzehulp.eigen.jaar import in_a_year
from opstap.keuzehulp.eigen.woorden import refusal
from opstap.keuzehulp.methode.laden import catalogus
from opstap.keuzehulp.models import Vakkennisregel
from opstap.keuzehulp.rollen import writes_craft


@dataclass(kw_only=True)
class WriteVakkennis(Actie[Vakkennisregel]):
    """Signed by a team, dated, about the help and how it is done; never about a group of people."""

    instrument: str
    kant: str
    tekst: str
    team: str
    weerspreekt: Vakkennisregel | None = None

    def may(self) -> bool:
        return writes_craft(self.door)

    def check(self) -> None:
        if self.instrument not in catalogus().instrumenten or self.kant not in Vakkennisregel.Kant.values:
            raise NietMogelijk("aanbod.kies_hulp_en_kant")
        if not self.tekst.strip() or not self.team.strip():
            raise NietMogelijk("aanbod.tekst_en_team")
        hit = refusal(self.tekst)
        if hit is not None:
            raise NietMogelijk(f"aanbod.vakkennis_{hit[0]}", **hit[1])
        other = self.weerspreekt
        if other is not None and (other.instrument != self.instrument or other.team == self.team.strip()):
            raise NietMogelijk("aanbod.weerspreek_ander")
        same = Vakkennisregel.objects.filter(
            gemeente=self.gemeente, instrument=self.instrument, kant=self.kant, tekst=self.tekst.strip(),
            team=self.team.strip(),
        )  # fmt: skip
        if same.exists():
            raise NietMogelijk("aanbod.vakkennis_bestaat_al")

    def change(self) -> Vakkennisregel:
        assert self.door is not None
        today = clock.today()
        return Vakkennisregel.objects.create(
            gemeente=self.gemeente, instrument=self.instrument, kant=self.kant, tekst=self.tekst.strip(),
            team=self.team.strip(), weerspreekt=self.weerspreekt, geschreven_door=self.door,
            geschreven_op=clock.now(), nagekeken_op=today, herzien_voor=in_a_year(today),
        )  # fmt: skip

    def melding(self, result: Vakkennisregel) -> Melding:
        return Melding("vakkennis.geschreven", result.pk, {"team": result.team, "tekst": result.tekst})
