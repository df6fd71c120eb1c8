"""From a file that came in to papers and proposed facts. Everything here proposes; a person confirms."""

from __future__ import annotations

from opstap.dossier import noten, werkkopie
from opstap.dossier.afdekken import chosen
from opstap.dossier.models import Bestand, Bewijsstuk, Dossier, Feit, Lezing
from opstap.dossier.voorstellen import propose
from opstap.kern import clock, geheim, log
from opstap.kern.opslag import OpslagFout, TeGroot
from opstap.koppelingen.scanner import Oordeel, scan
from opstap.lezen import versie
from opstap.lezen.model import Document, NietGelezen

from django.db import transaction  # isort: skip
from django.db.models import QuerySet  # isort: skip


def read_file(bestand: Bestand) -> None:
    """Scan and read one file and keep what was understood. Raises nothing for what is wrong with the file itself."""
    try:
        scan_file(bestand)
        if bestand.scan == Bestand.Scan.VIRUS:
            return
        inhoud = geheim.opslag().lees_alles(bestand.sleutel, werkkopie.MAX_LEESBAAR)
    except OpslagFout as error:
        code = "te_groot_bewaard" if isinstance(error, TeGroot) else "kapot"
        refuse(bestand, noten.own(bestand, code), is_lost=code == "kapot")
        return
    from opstap.lezen.stapel.pijplijn import lees_bestand

    documents, refused = lees_bestand(bestand.naam, inhoud)
    if not documents and refused:
        refuse(bestand, refused[0])
        return
    while True:
        pages = werkkopie.draw(inhoud, documents, *chosen(bestand))
        with transaction.atomic():
            if _keep(bestand, documents, refused, pages):
                return
        bestand.refresh_from_db(fields=["afdekking"])  # covered meanwhile: these pages show too much


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
        refuse(bestand, noten.own(bestand, "virus"))


def refuse(bestand: Bestand, why: NietGelezen, *, is_lost: bool = False) -> None:
    """Write down that a file was not read, and why; the file stays. Papers of an earlier reading go on to count.

    `is_lost`: its bytes are gone or damaged in our store. That is said, also where it was read before.
    """
    with transaction.atomic():
        _reading(bestand, [], [why])
        was_read = not is_lost and why.code != "virus"
        if was_read and bestand.bewijsstukken.exclude(staat=Bewijsstuk.Staat.VERWORPEN).exists():
            bestand.lezen = Bestand.Lezen.KLAAR
            bestand.save(update_fields=["lezen"])
            return
        bestand.lezen, bestand.leesfout, bestand.uitleg = Bestand.Lezen.NIET_GELEZEN, noten.refused(why), why.uitleg
        bestand.save(update_fields=["lezen", "leesfout", "uitleg"])
        log.write(bestand.gemeente, "papier.niet_gelezen", bestand.dossier_id, None, {"bestand": str(bestand.pk),
            "naam": bestand.naam})


def _reading(bestand: Bestand, documents: list[Document], refused: list[NietGelezen]) -> Lezing:
    from opstap.lezen.inname.overdracht import document_in

    outcome = {"documenten": [document_in(document) for document in documents],
               "niet_gelezen": [item.as_json() for item in refused]}  # fmt: skip
    return Lezing.objects.create(
        gemeente=bestand.gemeente, bestand=bestand, lezer_versie=versie(), gelezen_op=clock.now(), uitkomst=outcome
    )


def _keep(
    bestand: Bestand, documents: list[Document], refused: list[NietGelezen], pages: werkkopie.Bladen
) -> bool:
    """Keep a reading. What a person confirmed, established or put aside stays; only other proposals come anew.

    False: the person covered something while the pages were drawn.
    """
    locked = Bestand.objects.select_for_update().get(pk=bestand.pk)
    if locked.lezen == Bestand.Lezen.KLAAR:
        return True  # another worker was first; the pages drawn here are cleaned up as leftovers
    if locked.afdekking != bestand.afdekking:
        return False
    standing = _standing(bestand)
    lezing = _reading(bestand, documents, refused)
    werkkopie.put(bestand, pages)
    _put_aside(bestand, bestand.bewijsstukken.filter(staat=Bewijsstuk.Staat.GELEZEN).exclude(pk__in=[row.pk for row in
        standing]))
    for document in documents:
        paper = next((row for row in standing if _same_pages(row, document)), None)
        if paper is None:
            paper = _paper(bestand, lezing, document)
        if paper.staat != Bewijsstuk.Staat.VERWORPEN:
            propose(paper, document)
    Bewijsstuk.objects.filter(gemeente=bestand.gemeente, pk__in=[row.pk for row in standing]).update(lezing=lezing)
    bestand.lezen, bestand.leesfout = Bestand.Lezen.KLAAR, ""
    bestand.uitleg = " ".join(item.uitleg for item in refused)
    bestand.save(update_fields=["lezen", "leesfout", "uitleg"])
    words = {"bestand": str(locked.pk), "naam": locked.naam, "soorten": [document.soort for document in documents]}
    log.write(bestand.gemeente, "papier.gelezen", bestand.dossier_id, None, words)
    return True


def _standing(bestand: Bestand) -> list[Bewijsstuk]:
    """The papers of the last reading about which a person said something, also that one does not count."""
    last = bestand.lezingen.exclude(bewijsstukken=None).order_by("gelezen_op", "id").last()
    papers = list(bestand.bewijsstukken.filter(lezing=last)) if last else []
    said = (Feit.Staat.BEVESTIGD, Feit.Staat.VASTGESTELD)
    sure = set(bestand.bewijsstukken.filter(feiten__staat__in=said).values_list("pk", flat=True))
    return [row for row in papers if row.staat != Bewijsstuk.Staat.GELEZEN or row.pk in sure]


def _same_pages(row: Bewijsstuk, document: Document) -> bool:
    return row.bladzijden == document.bladzijden or bool(set(row.bladzijden) & set(document.bladzijden))


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
        datum=document.datum, periode_van=van, periode_tot=tot,
        gegevens=document.as_json() | {"noten": noten.codes(document), "leesbaar": document.leesbaar},
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
