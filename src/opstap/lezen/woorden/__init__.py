"""Words with places from one file: text layer first, else the picture, with two readers that check each other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from opstap.lezen.fouten import LeesFout
from opstap.lezen.model import Bladzijde
from opstap.lezen.noten import ZINNEN

if TYPE_CHECKING:
    from opstap.lezen.beeld.openen import Beeld

    Blad = tuple[int, Bladzijde | None, Callable[[], Beeld], bool]

__all__ = ["LeesFout", "lees_bladzijden", "lees_hier", "verdiep", "verdiep_hier"]

Voortgang = Callable[[int], None]

BEELDEN = {"jpeg", "png", "heic", "heif", "tiff", "webp"}
MEER = ZINNEN["meer_bladzijden"]
ONBEKEND = ZINNEN["geen_bladzijde"]


def lees_bladzijden(inhoud: bytes, formaat: str, wachtwoord: str | None = None, diep: bool = True) -> list[Bladzijde]:
    """Every page of the file, in order; `formaat`: pdf, jpeg, png, heic, tiff or webp.

    Two papers in one photo give two Bladzijden with the same number. Works in a watched child process that is renewed,
    so that a bad file never takes the caller down. Raises LeesFout with a Dutch sentence (wachtwoord, beschadigd, …).
    Without `diep` the second reader waits: pages that want it say so (`wil_tweede`), and `verdiep` has it done.
    """
    from opstap.lezen.woorden.kind import lees_in_kind

    return lees_in_kind(inhoud, formaat, wachtwoord, diep)


def verdiep(inhoud: bytes, formaat: str, wachtwoord: str | None, bladzijden: list[Bladzijde]) -> list[Bladzijde]:
    """The same pages of the same file, after the second reader looked at those that want it. Raises LeesFout."""
    from opstap.lezen.woorden.kind import verdiep_in_kind

    return verdiep_in_kind(inhoud, formaat, wachtwoord, bladzijden)


def lees_hier(
    inhoud: bytes,
    formaat: str,
    wachtwoord: str | None = None,
    voortgang: Voortgang = lambda done: None,
    diep: bool = True,
) -> list[Bladzijde]:
    """As `lees_bladzijden`, in this process: for the child itself and for tests. `voortgang` hears each page that is
    done."""
    pages: list[Bladzijde] = []
    for number, tekst, beeld, is_cut in _bladen(inhoud, formaat, wachtwoord):
        pages += [tekst] if tekst is not None else _lees_beeld(beeld(), number, diep)
        if is_cut:
            pages[-1].problemen.append(MEER.format(maximum=number))
        voortgang(len(pages))
    return pages


def verdiep_hier(
    inhoud: bytes,
    formaat: str,
    wachtwoord: str | None,
    bladzijden: list[Bladzijde],
    voortgang: Voortgang = lambda done: None,
) -> None:
    """As `verdiep`, in this process; the pages themselves change."""
    from opstap.lezen.woorden.foto import verdiep_beeld

    doubtful = {page.nummer for page in bladzijden if page.wil_tweede}
    for number, _, beeld, _ in _bladen(inhoud, formaat, wachtwoord):
        if number in doubtful:
            verdiep_beeld(beeld(), [page for page in bladzijden if page.nummer == number])
            voortgang(number)


def _lees_beeld(beeld: Beeld, number: int, diep: bool) -> list[Bladzijde]:
    from opstap.lezen.woorden.foto import lees_beeld

    return lees_beeld(beeld, number, diep)


def _bladen(inhoud: bytes, formaat: str, wachtwoord: str | None) -> Iterator[Blad]:
    """Number, the page by its text layer (None: it must be read as a picture), how to get its picture, and whether the
    file goes on after the last page that we read.
    """
    if formaat == "pdf":
        yield from _pdf(inhoud, wachtwoord)
    elif formaat in BEELDEN:
        from opstap.lezen.beeld.openen import open_beelden

        for number, beeld in enumerate(open_beelden(inhoud), 1):
            yield number, None, partial(_zelf, beeld), False
    else:
        raise LeesFout("soort_bestand", ONBEKEND)


def _zelf(beeld: Beeld) -> Beeld:
    return beeld


def _pdf(inhoud: bytes, wachtwoord: str | None) -> Iterator[Blad]:
    from opstap.lezen.woorden import tekstlaag

    document = tekstlaag.open_pdf(inhoud, wachtwoord)
    try:
        count = len(document)
        last = min(count, tekstlaag.MAX_BLADZIJDEN)
        for index in range(last):
            page = tekstlaag.bladzijde_uit_tekst(document, index)
            yield index + 1, page, partial(tekstlaag.beeld_van, document, index), index == last - 1 and count > last
    finally:
        document.close()
