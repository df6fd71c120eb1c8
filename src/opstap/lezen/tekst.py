"""The outcome of a pile as a readable Dutch text for a person at a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from opstap.kern.geld import Geld
from opstap.lezen.model import Document, Uitkomst

SOORTEN = {
    "bankafschrift": "Bankafschrift", "spaarsaldo_overzicht": "Overzicht van spaargeld",
    "bank_app_schermafdruk": "Schermafdruk van de bank-app", "loonstrook": "Loonstrook", "jaaropgave": "Jaaropgave",
    "arbeidsovereenkomst": "Arbeidsovereenkomst", "beeindiging_dienstverband": "Einde van het werk",
    "uwv_beslissing": "Beslissing van UWV", "toeslag_beschikking": "Beschikking over toeslag",
    "belastingaanslag": "Belastingaanslag", "duo_bericht": "Bericht van DUO", "huurcontract": "Huurcontract",
    "huurspecificatie": "Huurspecificatie", "energienota": "Energienota", "zorgpolis": "Zorgpolis",
    "schuldbrief": "Brief over een schuld", "echtscheiding_alimentatie": "Echtscheiding of alimentatie",
    "identiteitsbewijs": "Identiteitsbewijs", "verblijfsdocument": "Verblijfsdocument", "kassabon": "Kassabon",
    "kentekenbewijs": "Kentekenbewijs", "kvk_uittreksel": "Uittreksel KVK",
    "uitkeringsspecificatie": "Uitkeringsspecificatie", "pensioenoverzicht": "Pensioenoverzicht",
    "woz_beschikking": "WOZ-beschikking", "hypotheekstuk": "Hypotheekstuk", "koopakte": "Koopakte", "polis": "Polis",
    "nota": "Nota", "onderwijsbewijs": "Bewijs van onderwijs", "jaarcijfers": "Jaarcijfers",
    "detentiebewijs": "Detentiebewijs", "zorgovereenkomst": "Zorgovereenkomst", "medische_brief": "Medische brief",
    "niet_relevant": "Hier niet nodig", "onbekend": "Nog niet herkend",
}  # fmt: skip
STATEN = {"binnen": "binnen", "deels": "deels binnen", "ontbreekt": "ontbreekt nog", "niet_leesbaar": "niet leesbaar"}
_MONEY = frozenset({"beginsaldo", "eindsaldo", "nettoloon", "brutoloon", "huur", "bedrag", "maandbedrag", "totaal"})


def als_tekst(uitkomst: Uitkomst) -> str:
    """All of it in plain Dutch: what was found, what could not be read, which months are in."""
    return "\n".join([*_head(uitkomst), *_papers(uitkomst), *_refused(uitkomst), *_months(uitkomst)])


def _head(uitkomst: Uitkomst) -> Iterator[str]:
    count = len(uitkomst.documenten)
    yield f"{count} {'papier' if count == 1 else 'papieren'} gevonden in {uitkomst.duur_s:.1f} seconden."


def _papers(uitkomst: Uitkomst) -> Iterator[str]:
    for document in uitkomst.documenten:
        yield ""
        yield f"{SOORTEN.get(document.soort, document.soort)} – {', '.join(document.bestanden) or document.bestand}"
        yield from (f"  {line}" for line in _paper(document))


def _paper(document: Document) -> Iterator[str]:
    if document.periode:
        yield f"periode: {document.periode[0]:%d-%m-%Y} tot en met {document.periode[1]:%d-%m-%Y}"
    elif document.datum:
        yield f"datum: {document.datum:%d-%m-%Y}"
    for naam, veld in document.velden.items():
        label = naam.upper() if naam in ("iban", "bsn") else naam.replace("_", " ")
        yield f"{label}: {Geld.parse(veld.waarde).nl if naam in _MONEY else veld.waarde}"
    if document.transacties:
        received = [booking for booking in document.transacties if booking.bedrag.cents >= 0]
        total = Geld(sum(booking.bedrag.cents for booking in received))
        yield f"{len(document.transacties)} bedragen, waarvan {len(received)} erbij, samen {total.nl}"
    if document.dubbel_van:
        yield f"dit papier zit er al in: {document.dubbel_van}"
    for question in document.vragen:
        yield f"vraag over {question.veld}: {question.reden} ({' of '.join(question.waarden)})"
    yield from document.problemen


def _refused(uitkomst: Uitkomst) -> Iterator[str]:
    if uitkomst.niet_gelezen:
        yield "\nDit lukte niet:"
        yield from (f"  {item.bestand}: {item.uitleg}" for item in uitkomst.niet_gelezen)


def _months(uitkomst: Uitkomst) -> Iterator[str]:
    for iban, tiles in groupby(uitkomst.maanden, key=lambda tegel: tegel.iban):
        yield f"\nRekening {iban}:"
        yield from (f"  {tegel.maand}: {STATEN[tegel.staat]}" for tegel in tiles)
