"""Words with places from one file: text layer first, else the picture, with two readers that check each other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from opstap.lezen.fouten import LeesFout
from opstap.lezen.model import Bladzijde

__all__ = ["LeesFout", "lees_bladzijden", "lees_hier"]

BEELDEN = {"jpeg", "png", "heic", "heif", "tiff", "webp"}
ONBEKEND = "Dit soort bestand kan ik niet als bladzijde lezen. Lever een PDF of een foto in."
MEER = "Dit bestand heeft meer dan {maximum} bladzijden. De eerste {maximum} zijn gelezen; deel het bestand op voor de rest."  # noqa: E501


def lees_bladzijden(inhoud: bytes, formaat: str, wachtwoord: str | None = None) -> list[Bladzijde]:
    """Every page of the file, in order; `formaat`: pdf, jpeg, png, heic, tiff or webp.

    Two papers in one photo give two Bladzijden with the same number. Works in a watched child process that is
    renewed, so
    that a bad file never takes the caller down. Raises LeesFout with a Dutch sentence (wachtwoord, beschadigd,
    te_groot, …).
    """
    from opstap.lezen.woorden.kind import lees_in_kind

    return lees_in_kind(inhoud, formaat, wachtwoord)


def lees_hier(
    inhoud: bytes, formaat: str, wachtwoord: str | None = None, voortgang: Callable[[int], None] = lambda done: None
) -> list[Bladzijde]:
    """As `lees_bladzijden`, in this process: for the child itself and for tests. `voortgang` hears each page that is
    done."""
    if formaat == "pdf":
        found = _pdf(inhoud, wachtwoord)
    elif formaat in BEELDEN:
        found = _beelden(inhoud)
    else:
        raise LeesFout("soort_bestand", ONBEKEND)
    pages: list[Bladzijde] = []
    for page in found:
        pages.append(page)
        voortgang(len(pages))
    return pages


def _pdf(inhoud: bytes, wachtwoord: str | None) -> Iterator[Bladzijde]:
    from opstap.lezen.woorden import tekstlaag

    document = tekstlaag.open_pdf(inhoud, wachtwoord)
    try:
        count = len(document)
        last = min(count, tekstlaag.MAX_BLADZIJDEN)
        for index in range(last):
            page = tekstlaag.bladzijde_uit_tekst(document, index)
            pages = [page] if page is not None else _als_beeld(document, index)
            if index == last - 1 and count > last:
                pages[-1].problemen.append(MEER.format(maximum=last))
            yield from pages
    finally:
        document.close()


def _als_beeld(document: Any, index: int) -> list[Bladzijde]:
    from opstap.lezen.woorden import tekstlaag
    from opstap.lezen.woorden.foto import lees_beeld

    return lees_beeld(tekstlaag.beeld_van(document, index), index + 1)


def _beelden(inhoud: bytes) -> Iterator[Bladzijde]:
    from opstap.lezen.beeld.openen import open_beelden
    from opstap.lezen.woorden.foto import lees_beeld

    for number, beeld in enumerate(open_beelden(inhoud), 1):
        yield from lees_beeld(beeld, number)
