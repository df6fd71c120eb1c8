"""The forms of the workplace."""

from __future__ import annotations

from datetime import date, timedelta

from opstap.aanvraag.models import Aanvraag
from opstap.kern import clock
from opstap.onderdelen.formulieren import Formulier
from opstap.onderdelen.teksten import later
from opstap.onderdelen.velden import BedragVeld, BestandenVeld, DatumVeld, KeuzeVeld, MeerkeuzeVeld, TekstVeld


def over_een_week() -> date:
    return clock.today() + timedelta(days=7)


class AanvullingFormulier(Formulier):
    """One request for everything that is still missing. `keuzes`: (id, label) of what may be asked."""

    def __init__(self, *args: object, keuzes: list[tuple[str, str]], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["vereisten"] = MeerkeuzeVeld(keuzes=keuzes, label=later("werkplek.aanvulling.welke"), required=True)
        self.fields["uiterlijk_op"] = DatumVeld(
            label=later("werkplek.aanvulling.uiterlijk"), help_text=later("werkplek.aanvulling.uiterlijk_uitleg"),
            niet_voor=over_een_week
        )
        self.fields["toelichting"] = TekstVeld(label=later("werkplek.aanvulling.toelichting"), regels=3, required=False)
        self.initial.setdefault("vereisten", [keuze[0] for keuze in keuzes])
        self.initial.setdefault("uiterlijk_op", clock.today() + timedelta(days=14))


class BesluitFormulier(Formulier):
    uitkomst = KeuzeVeld(
        label=later("werkplek.besluit.uitkomst"),
        keuzes=[(name, later(f"werkplek.besluit.uitkomst_{name}")) for name in Aanvraag.Uitkomst.values],
    )
    motivering = TekstVeld(label=later("werkplek.besluit.motivering"),
        help_text=later("werkplek.besluit.motivering_uitleg"), regels=8)


class OpmerkingFormulier(Formulier):
    opmerking = TekstVeld(label=later("werkplek.besluit.opmerking"), regels=3)


class BerichtFormulier(Formulier):
    onderwerp = TekstVeld(label=later("werkplek.bericht.onderwerp"))
    tekst = TekstVeld(label=later("werkplek.bericht.tekst"), regels=5)


class VoorschotFormulier(Formulier):
    bedrag = BedragVeld(label=later("werkplek.voorschot.bedrag"))


class ScanFormulier(Formulier):
    bestanden = BestandenVeld(label=later("werkplek.scan.bestanden"), help_text=later("werkplek.scan.uitleg"),
        accept="")
