"""The pile, from files to an ordered whole: read each file, join, stack doubles, show the months."""

from __future__ import annotations

import stat
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor, as_completed
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
Gelezen = tuple[list[Document], list[NietGelezen]]


def lees_stapel(
    bestanden: Iterable[Bestand], werkers: int = 1, voortgang: Voortgang | None = None, kamer: Kamer = KAMER
) -> Uitkomst:
    """Read a pile of papers. A file that cannot be read ends in `niet_gelezen`; the rest is read all the same.

    `werkers`: files read at the same time, 1 to 8. `voortgang` is called in this thread after each file with
    (files done, files in all, name of the file); pictures come last, so that a first order shows soon. Raises nothing
    for what is wrong with a file.
    """
    began = time.monotonic()
    pile = list(bestanden)
    readings: list[Gelezen] = [([], [])] * len(pile)
    with ThreadPoolExecutor(max_workers=max(1, min(werkers, 8)), thread_name_prefix="lezen") as pool:
        order = sorted(range(len(pile)), key=lambda place: pile[place].naam.lower().endswith(_PICTURES))
        futures = {pool.submit(_lees, pile[place], kamer): place for place in order}
        for done, future in enumerate(as_completed(futures), 1):
            place = futures[future]
            readings[place] = future.result()
            if voortgang is not None:
                voortgang(done, len(pile), schone_naam(pile[place].naam))
    documents = orden([document for found, _ in readings for document in found])
    refused = [item for _, items in readings for item in items]
    return Uitkomst(documents, refused, maandtegels(documents), time.monotonic() - began)


def lees_bestand(naam: str, inhoud: bytes, wachtwoord: str | None = None, kamer: Kamer = KAMER) -> Gelezen:
    """Read one file: (the documents in it, what could not be read). Raises nothing for what is wrong with the file."""
    documents, refused = _lees(Bestand(naam, inhoud, wachtwoord=wachtwoord), kamer)
    return orden(documents), refused


def orden(documenten: list[Document]) -> list[Document]:
    """Order readings that are already there (of this pile or of earlier ones): join, stack, and mark own accounts."""
    for document in documenten:
        document.dubbel_van = None
    joined = voeg_bladen_samen(documenten)
    stapel_dubbelen(joined)
    merk_eigen_rekeningen(joined)
    return joined


def _lees(bestand: Bestand, kamer: Kamer, diepte: int = 0, als: str | None = None) -> Gelezen:
    naam = schone_naam(bestand.naam)
    try:
        if diepte > grenzen.BERICHT_DIEPTE:
            raise fout("diep")
        inhoud = _bytes(bestand)
        documents, delen = _one(naam, inhoud, bestand.wachtwoord, kamer, als)
    except LeesFout as error:
        return [], [NietGelezen(naam, error.code, " ".join(error.uitleg.split()))]
    except Exception:  # one file may show a fault of ours; the rest of the pile is read all the same
        return [], [NietGelezen(naam, "fout", UITLEG["fout"])]
    refused: list[NietGelezen] = []
    for deel in delen:
        inner = Bestand(naam_in(naam, deel.naam), deel.inhoud, wachtwoord=bestand.wachtwoord)
        found, missed = _lees(inner, kamer, diepte + 1, deel.als)
        documents += found
        refused += missed
    return documents, refused


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


def _one(
    naam: str, inhoud: bytes, wachtwoord: str | None, kamer: Kamer, als: str | None
) -> tuple[list[Document], list[Deel]]:
    answer, blobs = kamer.lees({"naam": naam, "wachtwoord": wachtwoord, "als": als}, inhoud)
    remarks: list[str] = []
    if "beeld" in answer:
        remarks = [str(remark) for remark in answer.get("opmerkingen", [])]
        pages = lees_beeld(inhoud, str(answer["beeld"]), wachtwoord)
        task = {"naam": naam, "als": "bladzijden", "sha256": answer.get("sha256", "")}
        answer, blobs = kamer.lees(task, bladzijden_in(pages))
    try:
        documents = [document_uit(row) for row in answer["documenten"]]
        delen = _delen(answer, blobs)
    except (Verbroken, KeyError, TypeError):
        raise fout("fout") from None
    for document in documents:
        document.problemen += remarks
    return documents, delen


def _delen(answer: dict[str, Any], blobs: list[bytes]) -> list[Deel]:
    named = answer.get("delen", [])[: grenzen.BIJLAGEN]
    return [Deel(str(naam), blob, als) for (naam, als), blob in zip(named, blobs, strict=False)]


def lees_beeld(inhoud: bytes, formaat: str, wachtwoord: str | None) -> list[Bladzijde]:
    """The words of a picture or scan, read in the picture process."""
    from opstap.lezen.woorden import lees_bladzijden

    return lees_bladzijden(inhoud, formaat, wachtwoord)
