"""Handing in: each file gets its own clear sentence, and a bad one never stops the rest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID, uuid5

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from opstap.dossier.actions.receive_bestand import ReceiveBestand, clean_naam
from opstap.dossier.models import Bestand, Dossier
from opstap.dossier.opladen import Aangekomen, NietBewaard
from opstap.kern.actie import AnderVerzoek, NietBevoegd, NietMogelijk
from opstap.kern.models import Gebruiker


@dataclass(frozen=True, slots=True)
class Ontvangen:
    """How one file ended: the row, or the key of the sentence that says why not and how to go on."""

    naam: str
    bestand: Bestand | None
    sleutel: str
    waarden: dict[str, object]


def take_in(
    dossier: Dossier, uploads: Iterable[UploadedFile], door: Gebruiker, *, vereiste: str = "", kanaal: str = "portaal",
    eenmalig: UUID | None = None,
) -> list[Ontvangen]:  # fmt: skip
    """Store and register each file. The same form sent again (`eenmalig`) registers nothing twice."""
    return [
        _one(dossier, upload, door, vereiste, kanaal, uuid5(eenmalig, str(number)) if eenmalig else None)
        for number, upload in enumerate(uploads)
    ]


def _one(
    dossier: Dossier, upload: UploadedFile, door: Gebruiker, vereiste: str, kanaal: str, key: UUID | None
) -> Ontvangen:
    naam = clean_naam(upload.name or "bestand")
    if isinstance(upload, NietBewaard):
        return _refused(naam, upload.reden)
    if not isinstance(upload, Aangekomen):
        raise TypeError("a file comes in through Opladen, which stores it")
    upload.houd()
    stored = upload.opgeslagen
    action = ReceiveBestand(
        door=door, gemeente=dossier.gemeente, dossier=dossier, opgeslagen=stored, naam=naam, vereiste=vereiste,
        kanaal=kanaal,
    )  # fmt: skip
    try:
        # A phone calls each photo image.jpg: the same form with other bytes is another file, never a repeat.
        bestand = action.run(uuid5(key, stored.sha256) if key else None)
    except NietMogelijk as refusal:
        upload.weg()
        return Ontvangen(naam, None, refusal.sleutel, refusal.waarden)
    except (NietBevoegd, AnderVerzoek):
        upload.weg()
        raise
    if bestand.sleutel != stored.sleutel:
        upload.weg()  # it had arrived already
    return Ontvangen(naam, bestand, "bestand.aangekomen", {"naam": naam})


def _refused(naam: str, sleutel: str) -> Ontvangen:
    mb = settings.BESTAND_MAX_BYTES // (1024 * 1024)
    return Ontvangen(naam, None, sleutel, {"naam": naam, "mb": mb} if sleutel == "bestand.te_groot" else {"naam": naam})
