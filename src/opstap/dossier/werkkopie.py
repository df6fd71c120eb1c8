"""The copy of the pages that people see: drawn from the file and the boxes to cover, in place of the one before."""

from __future__ import annotations

from io import BytesIO

from django.db import transaction

from opstap.dossier.models import Bestand, Werkkopie
from opstap.kern import geheim
from opstap.lezen.model import Document, Vak

MAX_LEESBAAR = 60 * 1024 * 1024
MET_BEELD = ("pdf", "jpeg", "png", "heic", "tiff", "webp")
Plek = tuple[int, Vak]
Bladen = list[tuple[str, str]]


def draw(inhoud: bytes, documents: list[Document], dicht: list[Plek], los: list[Plek]) -> Bladen:
    """Store the pages; [(store key, content type)]. An export without pages has none."""
    from opstap.lezen.afdekken import werkkopie
    from opstap.lezen.inname.formaat import herken

    formaat = herken(inhoud)
    pictures = werkkopie(inhoud, formaat, documents, dicht, los) if formaat in MET_BEELD else []
    store = geheim.opslag()
    return [(store.schrijf(BytesIO(picture), MAX_LEESBAAR).sleutel, _content_type(picture)) for picture in pictures]


def put(bestand: Bestand, pages: Bladen) -> None:
    """These are the pages from now on; the old ones, which may show more, leave the store with this transaction."""
    rows = Werkkopie.objects.filter(gemeente=bestand.gemeente_id, bestand=bestand)
    old = list(rows.values_list("sleutel", flat=True))
    for number, (key, kind) in enumerate(pages, 1):
        Werkkopie.objects.update_or_create(
            gemeente=bestand.gemeente, bestand=bestand, bladzijde=number, defaults={"sleutel": key, "soort_beeld": kind}
        )
    rows.filter(bladzijde__gt=len(pages)).delete()
    transaction.on_commit(lambda: _forget(old))


def _forget(keys: list[str]) -> None:
    for key in keys:
        geheim.opslag().verwijder(key)


def _content_type(picture: bytes) -> str:
    return "image/jpeg" if picture[:2] == b"\xff\xd8" else "image/png"
