"""The pages of papers as pictures, for portal and workplace alike."""

from __future__ import annotations

from io import BytesIO

from django.http import FileResponse, Http404

from opstap.dossier.models import Bewijsstuk, Werkkopie
from opstap.dossier.werkkopie import MAX_LEESBAAR
from opstap.kern import geheim


def picture(bewijsstuk: Bewijsstuk, bladzijde: int) -> FileResponse:
    """One page of the working copy: of a fixed kind, never guessed by the browser, never run. Raises Http404."""
    row = Werkkopie.objects.filter(gemeente=bewijsstuk.gemeente_id, bestand=bewijsstuk.bestand_id,
        bladzijde=bladzijde).first()
    if row is None or bladzijde not in bewijsstuk.bladzijden or row.soort_beeld not in ("image/png", "image/jpeg"):
        raise Http404
    response = FileResponse(geheim.opslag().lees(row.sleutel), content_type=row.soort_beeld)
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def content(bewijsstuk: Bewijsstuk, bladzijde: int) -> bytes:
    """The picture of one page, whole."""
    row = Werkkopie.objects.get(gemeente=bewijsstuk.gemeente_id, bestand=bewijsstuk.bestand_id, bladzijde=bladzijde)
    return geheim.opslag().lees_alles(row.sleutel, MAX_LEESBAAR)


def size(bewijsstuk: Bewijsstuk, bladzijde: int) -> tuple[int, int]:
    """Width and height of a page in pixels, from the head of its picture: only the first piece is decrypted."""
    from PIL import Image

    rows = Werkkopie.objects.filter(gemeente=bewijsstuk.gemeente_id, bestand=bewijsstuk.bestand_id)
    head = next(geheim.opslag().lees(rows.get(bladzijde=bladzijde).sleutel))
    with Image.open(BytesIO(head)) as shown:
        return shown.size


def pages(bewijsstuk: Bewijsstuk) -> list[int]:
    """The pages of this paper that can be shown; none for a bank export."""
    rows = Werkkopie.objects.filter(gemeente=bewijsstuk.gemeente_id, bestand=bewijsstuk.bestand_id)
    return sorted(set(rows.values_list("bladzijde", flat=True)) & set(bewijsstuk.bladzijden))
