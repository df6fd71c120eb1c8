"""Read a file again: a newer reader, or a worker who sees that something was missed."""

from __future__ import annotations

from dataclasses import dataclass

from opstap.dossier.models import Bestand
from opstap.dossier.toegang import may_read
from opstap.kern.actie import Actie, Melding, NietMogelijk
from opstap.kern.models import Rol


@dataclass(kw_only=True)
class RereadBestand(Actie[Bestand]):
    """What a person confirmed, established or put aside stays as it is; only proposals come anew."""

    bestand: Bestand

    def may(self) -> bool:
        if self.door is None:
            return True
        return self.door.rol in (Rol.CONSULENT, Rol.BALIE) and may_read(self.door, self.bestand.dossier)

    def check(self) -> None:
        self.bestand = Bestand.objects.select_for_update().select_related("gemeente", "dossier").get(pk=self.bestand.pk)
        if self.bestand.scan == Bestand.Scan.VIRUS:
            raise NietMogelijk("bestand.niet_veilig")

    def change(self) -> Bestand:
        self.bestand.lezen = Bestand.Lezen.WACHT
        self.bestand.save(update_fields=["lezen"])
        return self.bestand

    def melding(self, result: Bestand) -> Melding:
        words = {"bestand": str(result.pk), "naam": result.naam}
        return Melding("papier.opnieuw", result.dossier_id, words, voor_inwoner=self.door is not None)

    def tell(self, result: Bestand) -> None:
        from opstap.dossier.tasks import read_bestand

        read_bestand.enqueue(str(result.pk))
