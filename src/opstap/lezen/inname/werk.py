"""The work of the reading process: one file in, Documents and inner files out."""

from __future__ import annotations

import hashlib
from typing import Any

from opstap.lezen.inname.formaat import BANK, BEELD, herken
from opstap.lezen.inname.fout import fout
from opstap.lezen.inname.overdracht import bladzijden_uit, document_in
from opstap.lezen.model import Bladzijde, Document

Antwoord = tuple[dict[str, Any], list[bytes]]


def doe(taak: dict[str, Any], inhoud: bytes) -> Antwoord:
    """Read one file. `taak`: naam, wachtwoord, als ("tekst" forces plain text, "bladzijden": pages of words).

    The answer holds `documenten` with `delen`, the names of inner files whose bytes are the blobs; or `beeld`, the
    format, when the picture reader must look first. Raises LeesFout.
    """
    naam, als = str(taak["naam"]), taak.get("als")
    if als == "bladzijden":
        return _answer(_begrijp(bladzijden_uit(inhoud), naam), str(taak.get("sha256", "")))
    formaat = als if als == "tekst" else herken(inhoud, naam)
    digest = hashlib.sha256(inhoud).hexdigest()
    if formaat in BANK:
        from opstap.lezen.bank.lezer import lees_bank

        return _answer(lees_bank(inhoud, formaat, naam), digest)
    if formaat == "eml":
        from opstap.lezen.inname.bericht import lees_bericht

        delen = lees_bericht(inhoud)
        return {"documenten": [], "delen": [[d.naam, d.als] for d in delen]}, [d.inhoud for d in delen]
    if formaat in ("docx", "odt", "tekst"):
        return _words(inhoud, formaat, naam, digest)
    return _pages(taak, inhoud, formaat, naam, digest)


def _words(inhoud: bytes, formaat: str, naam: str, digest: str) -> Antwoord:
    from opstap.lezen.inname.document import lees_document

    bladzijden, delen, remarks = lees_document(inhoud, formaat)
    answer, _ = _answer(_begrijp(bladzijden, naam), digest) if bladzijden else ({"documenten": []}, [])
    for row in answer["documenten"]:
        row["problemen"].extend(remarks)
    answer["delen"] = [[deel.naam, deel.als] for deel in delen]
    return answer, [deel.inhoud for deel in delen]


def _pages(taak: dict[str, Any], inhoud: bytes, formaat: str, naam: str, digest: str) -> Antwoord:
    if formaat in BEELD:
        return {"beeld": formaat, "opmerkingen": [], "sha256": digest}, []
    from opstap.lezen.inname.pdf import controleer_pdf

    checked = controleer_pdf(inhoud, taak.get("wachtwoord"))
    bladzijden = _text_pages(inhoud, taak.get("wachtwoord"))
    if bladzijden is None:
        return {"beeld": formaat, "opmerkingen": list(checked.opmerkingen), "sha256": digest}, []
    answer, blobs = _answer(_begrijp(bladzijden, naam), digest)
    for row in answer["documenten"]:
        row["problemen"].extend(checked.opmerkingen)
    return answer, blobs


def _text_pages(inhoud: bytes, wachtwoord: str | None) -> list[Bladzijde] | None:
    """Every page by its text layer; None when one page has none that is sound, so that the picture reader must look."""
    from opstap.lezen.woorden.tekstlaag import bladzijde_uit_tekst, open_pdf

    document = open_pdf(inhoud, wachtwoord)
    try:
        pages: list[Bladzijde] = []
        for index in range(len(document)):
            page = bladzijde_uit_tekst(document, index)
            if page is None:
                return None
            pages.append(page)
        return pages
    finally:
        document.close()


def _begrijp(bladzijden: list[Bladzijde], naam: str) -> list[Document]:
    from opstap.lezen.stapel.sporen import leg_sporen
    from opstap.lezen.velden import begrijp

    documents: list[Document] = begrijp(bladzijden, naam)
    if not documents:
        raise fout("leeg")
    for document in documents:
        leg_sporen(document, bladzijden)
    return documents


def _answer(documents: list[Document], digest: str) -> Antwoord:
    rows = [document_in(document) for document in documents]
    for place, row in enumerate(rows):
        row["sporen"] |= {"sha256": digest, "plaats": place}
    return {"documenten": rows}, []
