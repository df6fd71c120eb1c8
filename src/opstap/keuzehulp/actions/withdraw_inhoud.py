"""Take a published piece of content back, or drop a draft. The history keeps both."""

from __future__ import annotations

from dataclasses import dataclass

from opstap.kern.actie import Actie, Melding, NietMogelijk
from opstap.keuzehulp.models import Inhoudstuk
from opstap.keuzehulp.rollen import edits_content


@dataclass(kw_only=True)
class WithdrawInhoud(Actie[Inhoudstuk]):
    """Drops the draft when there is one, else takes back what was published. A reason is always needed."""

    stuk: Inhoudstuk
    reden: str

    def may(self) -> bool:
        return edits_content(self.door)

    def check(self) -> None:
        self.stuk = Inhoudstuk.objects.select_for_update().get(pk=self.stuk.pk)
        if self.stuk.concept is None and self.stuk.gepubliceerd is None:
            raise NietMogelijk("aanbod.niets_terug_te_halen")
        if not self.reden.strip():
            raise NietMogelijk("aanbod.reden_nodig")

    def change(self) -> Inhoudstuk:
        self.draft = self.stuk.concept is not None
        if self.draft:
            self.stuk.concept = None
        else:
            self.stuk.gepubliceerd = None
        self.stuk.versie += 1
        self.stuk.save()
        return self.stuk

    def melding(self, result: Inhoudstuk) -> Melding:
        kind = "inhoud.concept_weg" if self.draft else "inhoud.teruggehaald"
        return Melding(kind, result.pk, {"naam": result.sleutel, "reden": self.reden.strip()})
