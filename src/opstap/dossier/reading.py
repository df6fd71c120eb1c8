"""From a file that came in to papers and proposed facts. Everything here proposes; a person confirms."""

from __future__ import annotations

from opstap.dossier.models import Bestand, Bewijsstuk, Dossier, Feit, Lezing, Werkkopie
from opstap.dossier.voorstellen import propose
from opstap.kern import clock, geheim, log
from opstap.kern.opslag import OpslagFout, TeGroot
from opstap.koppelingen.scanner import Oordeel, scan
from opstap.lezen import versie
from opstap.lezen.model import Document, NietGelezen

from django.db import transaction  # isort: skip
from django.db.models import QuerySet  # isort: skip

MAX_LEESBAAR = 60 * 1024 * 1024


def read_file(bestand: Bestand) -> None:
    """Scan and read one file and keep what was understood. Raises nothing for what is wrong with the file itself."""
    try:
        scan_file(bestand)
        if bestand.scan == Bestand.Scan.VIRUS:
            return
        inhoud = geheim.opslag().lees_alles(bestand.sleutel, MAX_LEESBAAR)
    except OpslagFout as error:
        code, more = ("te_groot", " Wij hebben het wel bewaard.") if isinstance(error, TeGroot) else ("kapot", "")
        refuse(bestand, NietGelezen(bestand.naam, code, f"{error}{more}"))
        return
    from opstap.lezen.stapel.pijplijn import lees_bestand

    documents, refused = lees_bestand(bestand.naam, inhoud)
    if not documents and refused:
        refuse(bestand, refused[0])
        return
    pages = _working_copy(inhoud, documents)
    with transaction.atomic():
        _keep(bestand, documents, refused, pages)


def scan_file(bestand: Bestand) -> None:
    """Ask the scanner. A virus: nothing of the file counts. Scanner away: it stays unchecked and is asked again
    later.
    """
    verdict = scan(geheim.opslag().lees(bestand.sleutel))
    if verdict is Oordeel.WEG:
        return
    bestand.scan = Bestand.Scan.VIRUS if verdict is Oordeel.VIRUS else Bestand.Scan.SCHOON
    bestand.save(update_fields=["scan"])
    if verdict is Oordeel.VIRUS:
        _put_aside(bestand, bestand.bewijsstukken.all())
        refuse(bestand, NietGelezen(bestand.naam, "virus",
            "Dit bestand is niet veilig. Maak een nieuwe foto of kies een ander bestand."))


def refuse(bestand: Bestand, why: NietGelezen) -> None:
    """Write down that a file was not read, and why; the file stays."""
    with transaction.atomic():
        bestand.lezen, bestand.leesfout, bestand.uitleg = Bestand.Lezen.NIET_GELEZEN, why.code, why.uitleg
        bestand.save(update_fields=["lezen", "leesfout", "uitleg"])
        log.write(bestand.gemeente, "papier.niet_gelezen", bestand.dossier_id, None, {"bestand": str(bestand.pk),
            "naam": bestand.naam})


def _working_copy(inhoud: bytes, documents: list[Document]) -> list[tuple[str, str]]:
    """Store the pages as people will see them; [(store key, content type)]. An export without pages has none."""
    from io import BytesIO

    from opstap.lezen.afdekken import werkkopie
    from opstap.lezen.inname.formaat import herken

    formaat = herken(inhoud)
    pictures = werkkopie(inhoud, formaat, documents) if formaat in ("pdf", "jpeg", "png", "heic", "tiff",
        "webp") else []
    store = geheim.opslag()
    return [(store.schrijf(BytesIO(picture), MAX_LEESBAAR).sleutel, _content_type(picture)) for picture in pictures]


def _content_type(picture: bytes) -> str:
    return "image/jpeg" if picture[:2] == b"\xff\xd8" else "image/png"


def _keep(bestand: Bestand, documents: list[Document], refused: list[NietGelezen], pages: list[tuple[str,
    str]]) -> None:
    from opstap.lezen.inname.overdracht import document_in

    locked = Bestand.objects.select_for_update().get(pk=bestand.pk)
    if locked.lezen == Bestand.Lezen.KLAAR:
        return  # another worker was first; the pages drawn here are cleaned up as leftovers
    lezing = Lezing.objects.create(
        gemeente=bestand.gemeente, bestand=bestand, lezer_versie=versie(), gelezen_op=clock.now(),
        uitkomst={"documenten": [document_in(document) for document in documents],
                  "niet_gelezen": [item.as_json() for item in refused]},
    )  # fmt: skip
    for number, (key, kind) in enumerate(pages, 1):
        Werkkopie.objects.update_or_create(
            gemeente=bestand.gemeente, bestand=bestand, bladzijde=number, defaults={"sleutel": key, "soort_beeld": kind}
        )
    _put_aside(bestand, bestand.bewijsstukken.filter(staat=Bewijsstuk.Staat.GELEZEN))
    for document in documents:
        propose(_paper(bestand, lezing, document), document)
    bestand.lezen = Bestand.Lezen.KLAAR
    bestand.uitleg = " ".join(item.uitleg for item in refused)
    bestand.save(update_fields=["lezen", "uitleg"])
    words = {"bestand": str(locked.pk), "naam": locked.naam, "soorten": [document.soort for document in documents]}
    log.write(bestand.gemeente, "papier.gelezen", bestand.dossier_id, None, words)


def _put_aside(bestand: Bestand, papers: QuerySet[Bewijsstuk]) -> None:
    """These papers no longer count, and what they showed goes with them; what a consulent established stays."""
    keys = list(papers.values_list("pk", flat=True))
    facts = Feit.objects.filter(gemeente=bestand.gemeente, bewijsstuk__in=keys).exclude(staat=Feit.Staat.VASTGESTELD)
    facts.update(staat=Feit.Staat.VERWORPEN)
    Bewijsstuk.objects.filter(gemeente=bestand.gemeente, pk__in=keys).update(staat=Bewijsstuk.Staat.VERWORPEN)


def _paper(bestand: Bestand, lezing: Lezing, document: Document) -> Bewijsstuk:
    van, tot = document.periode or (None, None)
    return Bewijsstuk.objects.create(
        gemeente=bestand.gemeente, dossier=bestand.dossier, bestand=bestand, lezing=lezing,
        bladzijden=document.bladzijden, soort=document.soort, zekerheid=round(document.zekerheid * 100),
        datum=document.datum, periode_van=van, periode_tot=tot, gegevens=document.as_json(),
        dubbel_van=_earlier_double(bestand.dossier, bestand, document),
    )  # fmt: skip


def _earlier_double(dossier: Dossier, bestand: Bestand, document: Document) -> Bewijsstuk | None:
    """An earlier paper with the same bytes at the same place, or of the same account and period with the same
    balances.
    """
    earlier = Bewijsstuk.objects.filter(gemeente=dossier.gemeente, dossier=dossier, soort=document.soort,
        dubbel_van=None)
    earlier = earlier.exclude(staat=Bewijsstuk.Staat.VERWORPEN).exclude(bestand=bestand).select_related("bestand")
    for row in earlier:
        if row.bestand.sha256 == bestand.sha256 and row.bladzijden == document.bladzijden:
            return row
        if document.periode and (row.periode_van, row.periode_tot) == document.periode and _same_account(row, document):
            return row
    return None


def _same_account(row: Bewijsstuk, document: Document) -> bool:
    before = row.gegevens.get("velden", {})
    names = ("iban", "beginsaldo", "eindsaldo")
    now = {name: document.velden[name].waarde for name in names if name in document.velden}
    return "iban" in now and all(before.get(name, {}).get("waarde") == value for name, value in now.items())
