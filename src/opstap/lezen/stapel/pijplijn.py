"""The pile, from files to an ordered whole: read each file, join, stack doubles, show the months."""

from __future__ import annotations

import stat
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from opstap.lezen.fouten import LeesFout
from opstap.lezen.inname import grenzen
from opstap.lezen.inname.deel import Deel
from opstap.lezen.inname.fout import UITLEG, fout
from opstap.lezen.inname.kind import KAMER, Kamer
from opstap.lezen.inname.namen import naam_in, schone_naam
from opstap.lezen.inname.overdracht import Verbroken, bladzijden_in, document_uit
from opstap.lezen.model import Bestand, Bladzijde, Document, NietGelezen, Uitkomst
from opstap.lezen.stapel.dubbel import stapel_dubbelen
from opstap.lezen.stapel.groepen import voeg_bladen_samen
from opstap.lezen.stapel.maanden import maandtegels
from opstap.lezen.stapel.rekeningen import merk_eigen_rekeningen

_PICTURES = (".jpg", ".jpeg", ".png", ".heic", ".heif", ".tif", ".tiff", ".webp")
Voortgang = Callable[[int, int, str], None]
Eerste = Callable[[list[Document]], None]
Gelezen = tuple[list[Document], list[NietGelezen]]


@dataclass(slots=True)
class Stuk:
    """One file as read: its papers, or why not. `dieper`: what the second reader still has to look at, if anything."""

    documenten: list[Document] = field(default_factory=list)
    niet_gelezen: list[NietGelezen] = field(default_factory=list)
    dieper: Callable[[], list[Document]] | None = None


def lees_stapel(
    bestanden: Iterable[Bestand],
    werkers: int = 1,
    voortgang: Voortgang | None = None,
    kamer: Kamer = KAMER,
    eerste: Eerste | None = None,
) -> Uitkomst:
    """Read a pile of papers. A file that cannot be read ends in `niet_gelezen`; the rest is read all the same.

    `werkers`: files read at the same time, 1 to 8. First every file is read once, pictures last, so that the pile is
    sorted soon: `eerste` then gets the papers with their kinds. After that the second reader looks where the first left
    a doubt. `voortgang` is called in this thread after each file of the first round with (files done, files in all,
    name of the file). Raises nothing for what is wrong with a file.
    """
    began = time.monotonic()
    pile = list(bestanden)
    pieces: list[list[Stuk]] = [[] for _ in pile]
    with ThreadPoolExecutor(max_workers=max(1, min(werkers, 8)), thread_name_prefix="lezen") as pool:
        order = sorted(range(len(pile)), key=lambda place: pile[place].naam.lower().endswith(_PICTURES))
        futures = {pool.submit(_lees, pile[place], kamer, False): place for place in order}
        for done, future in enumerate(as_completed(futures), 1):
            place = futures[future]
            pieces[place] = future.result()
            if voortgang is not None:
                voortgang(done, len(pile), schone_naam(pile[place].naam))
        everything = [piece for found in pieces for piece in found]
        if eerste is not None:
            eerste([document for piece in everything for document in piece.documenten])
        list(pool.map(_kijk_dieper, everything))
    documents = orden([document for piece in everything for document in piece.documenten])
    refused = [item for piece in everything for item in piece.niet_gelezen]
    return Uitkomst(documents, refused, maandtegels(documents), time.monotonic() - began)


def lees_bestand(naam: str, inhoud: bytes, wachtwoord: str | None = None, kamer: Kamer = KAMER) -> Gelezen:
    """Read one file: (the documents in it, what could not be read). Raises nothing for what is wrong with the file."""
    pieces = _lees(Bestand(naam, inhoud, wachtwoord=wachtwoord), kamer, True)
    documents = orden([document for piece in pieces for document in piece.documenten])
    return documents, [item for piece in pieces for item in piece.niet_gelezen]


def _kijk_dieper(piece: Stuk) -> None:
    """The second look; whatever goes wrong in it, the first reading stands."""
    if piece.dieper is not None:
        with suppress(Exception):
            piece.documenten = piece.dieper()


def orden(documenten: list[Document]) -> list[Document]:
    """Order readings that are already there (of this pile or of earlier ones): join, stack, and mark own accounts."""
    for document in documenten:
        document.dubbel_van = None
    joined = voeg_bladen_samen(documenten)
    stapel_dubbelen(joined)
    merk_eigen_rekeningen(joined)
    return joined


def _lees(bestand: Bestand, kamer: Kamer, diep: bool, diepte: int = 0, als: str | None = None) -> list[Stuk]:
    """The file, and after it the files in it. `diep`: both readers at once."""
    naam = schone_naam(bestand.naam)
    try:
        if diepte > grenzen.BERICHT_DIEPTE:
            raise fout("diep")
        piece, delen = _one(naam, bestand, kamer, als, diep)
    except LeesFout as error:
        return [Stuk(niet_gelezen=[NietGelezen(naam, error.code, " ".join(error.uitleg.split()))])]
    except Exception:  # one file may show a fault of ours; the rest of the pile is read all the same
        return [Stuk(niet_gelezen=[NietGelezen(naam, "fout", UITLEG["fout"])])]
    pieces = [piece]
    for deel in delen:
        inner = Bestand(naam_in(naam, deel.naam), deel.inhoud, wachtwoord=bestand.wachtwoord)
        pieces += _lees(inner, kamer, diep, diepte + 1, deel.als)
    return pieces


def _bytes(bestand: Bestand) -> bytes:
    if bestand.inhoud is not None:
        data = bestand.inhoud
    elif bestand.pad is not None:
        try:
            facts = bestand.pad.stat()
            if not stat.S_ISREG(facts.st_mode):
                raise fout("geen_bestand")
            if facts.st_size > grenzen.BESTAND_BYTES:
                raise fout("te_groot")
            data = bestand.pad.read_bytes()
        except (OSError, ValueError):
            raise fout("weg") from None
    else:
        raise fout("weg")
    if not data:
        raise fout("leeg")
    if len(data) > grenzen.BESTAND_BYTES:
        raise fout("te_groot")
    return data


def _one(naam: str, bestand: Bestand, kamer: Kamer, als: str | None, diep: bool) -> tuple[Stuk, list[Deel]]:
    inhoud = _bytes(bestand)
    answer, blobs = kamer.lees({"naam": naam, "wachtwoord": bestand.wachtwoord, "als": als}, inhoud)
    if "beeld" not in answer:
        return Stuk(_documenten(answer, [])), _delen(answer, blobs)
    formaat, digest = str(answer["beeld"]), str(answer.get("sha256", ""))
    remarks = [str(remark) for remark in answer.get("opmerkingen", [])]

    def understand(pages: list[Bladzijde]) -> list[Document]:
        task = {"naam": naam, "als": "bladzijden", "sha256": digest}
        return _documenten(kamer.lees(task, bladzijden_in(pages))[0], remarks)

    pages = lees_beeld(inhoud, formaat, bestand.wachtwoord, diep)
    piece = Stuk(understand(pages))
    if any(page.wil_tweede for page in pages):
        piece.dieper = lambda: understand(verdiep(_bytes(bestand), formaat, bestand.wachtwoord, pages))
    return piece, []


def _documenten(answer: dict[str, Any], remarks: list[str]) -> list[Document]:
    try:
        documents = [document_uit(row) for row in answer["documenten"]]
    except (Verbroken, KeyError, TypeError):
        raise fout("fout") from None
    for document in documents:
        document.problemen += remarks
    return documents


def _delen(answer: dict[str, Any], blobs: list[bytes]) -> list[Deel]:
    named = answer.get("delen", [])[: grenzen.BIJLAGEN]
    return [Deel(str(naam), blob, als) for (naam, als), blob in zip(named, blobs, strict=False)]


def lees_beeld(inhoud: bytes, formaat: str, wachtwoord: str | None, diep: bool) -> list[Bladzijde]:
    """The words of a picture or scan, read in the picture process; `diep`: by both readers at once."""
    from opstap.lezen.woorden import lees_bladzijden

    return lees_bladzijden(inhoud, formaat, wachtwoord, diep)


def verdiep(inhoud: bytes, formaat: str, wachtwoord: str | None, bladzijden: list[Bladzijde]) -> list[Bladzijde]:
    """The same pages after the second reader looked where the first left a doubt."""
    from opstap.lezen.woorden import verdiep as look

    return look(inhoud, formaat, wachtwoord, bladzijden)
