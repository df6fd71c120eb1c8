"""Handing in: each file gets its own clear sentence, and a bad one never stops the rest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID, uuid5

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from opstap.dossier.actions.receive_bestand import ReceiveBestand, clean_naam
from opstap.dossier.models import Bestand, Dossier
from opstap.dossier.opladen import TeGrootBestand
from opstap.kern import geheim
from opstap.kern.actie import NietMogelijk
from opstap.kern.models import Gebruiker
from opstap.kern.opslag import OpslagFout, TeGroot


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
    if isinstance(upload, TeGrootBestand):
        return _too_big(naam)
    try:
        stored = geheim.opslag().schrijf(upload, settings.BESTAND_MAX_BYTES)
        action = ReceiveBestand(
            door=door, gemeente=dossier.gemeente, dossier=dossier, opgeslagen=stored, naam=naam, vereiste=vereiste,
            kanaal=kanaal,
        )  # fmt: skip
        # A phone calls each photo image.jpg: the same form with other bytes is another file, never a repeat.
        once = uuid5(key, stored.sha256) if key else None
        return Ontvangen(naam, action.run(once), "bestand.aangekomen", {"naam": naam})
    except TeGroot:
        return _too_big(naam)
    except OpslagFout:
        return Ontvangen(naam, None, "bestand.geen_ruimte", {"naam": naam})
    except NietMogelijk as refusal:
        return Ontvangen(naam, None, refusal.sleutel, refusal.waarden)
    finally:
        upload.close()  # what lay beside the store goes now, not when the page is done


def _too_big(naam: str) -> Ontvangen:
    return Ontvangen(naam, None, "bestand.te_groot", {"naam": naam, "mb": settings.BESTAND_MAX_BYTES // (1024 * 1024)})
