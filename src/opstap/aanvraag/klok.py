"""The clock of an aanvraag: events in, terms and whose turn out; and the summary that the work list reads.

Every event about a dossier lets the clock of its open aanvraag be looked at again, in the same transaction.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db import transaction

from opstap.aanvraag.models import Aanvraag
from opstap.dossier.models import Bewijsstuk
from opstap.kern import clock, log
from opstap.termijn import Gebeurtenis, Klok, Persoon, klok

logger = logging.getLogger("opstap.klok")
_DIRECT = {
    "aanvulling.gevraagd": "verzoek_aanvulling",
    "aanvulling.compleet": "aanvulling_compleet",
    "voorschot.betaald": "voorschot_betaald",
    "besluit.genomen": "besluit",
}


def of(aanvraag: Aanvraag, op: date | None = None, taal: str = "nl") -> Klok:
    """All terms of an aanvraag on a day (today), from its two dates and its events, in the language `taal`."""
    inwoner = aanvraag.dossier.inwoner
    personen = [Persoon("aanvrager", inwoner.geboortedatum)]
    return klok(happened(aanvraag), op or clock.today(), personen, taal)


def happened(aanvraag: Aanvraag) -> list[Gebeurtenis]:
    """What moves its clock, oldest first. A dossier holds an event of every paper and every look; those stay shut.

    A paper moves the clock only after something was asked, so papers are read of the log only then.
    """
    subject = [aanvraag.dossier_id]
    rows = log.read(aanvraag.gemeente, subject, soorten=_DIRECT)
    if any(row.soort == "aanvulling.gevraagd" for row in rows):
        rows += log.read(aanvraag.gemeente, subject, soorten=["papier.ontvangen"])
    return list(_events(aanvraag, sorted(rows, key=lambda row: row.volgnummer)))


def _events(aanvraag: Aanvraag, rows: Iterable[log.Regel]) -> Iterable[Gebeurtenis]:
    """Its two dates are outside facts that stand in the row, however often it was filed or passed on."""
    if aanvraag.gemeld_op:
        yield Gebeurtenis("melding", aanvraag.gemeld_op)
    if aanvraag.aangevraagd_op:
        yield Gebeurtenis("aanvraag", aanvraag.aangevraagd_op)
    asked = False
    for row in rows:
        day = _day(row.gegevens.get("datum")) or row.moment.astimezone(clock.AMSTERDAM).date()
        if row.soort == "papier.ontvangen" and asked:
            yield Gebeurtenis("aanvulling_ontvangen", day)
        if row.soort not in _DIRECT or row.gegevens.get("aanvraag", str(aanvraag.pk)) != str(aanvraag.pk):
            continue
        asked = asked or row.soort == "aanvulling.gevraagd"
        yield Gebeurtenis(_DIRECT[row.soort], day, uiterlijk=_day(row.gegevens.get("uiterlijk")))


def herzie(aanvraag: Aanvraag) -> Aanvraag:
    """Look at the clock again and write the summary for the work list; saves only what changed."""
    turn, work = _turn(aanvraag)
    terms = of(aanvraag)
    until = _until(aanvraag, terms, turn)
    if _advance_waits(aanvraag, terms) and turn != Aanvraag.AanZet.NIEMAND:
        turn, work, until = Aanvraag.AanZet.GEMEENTE, "voorschot", terms["voorschot"].uiterlijk
    since = aanvraag.aan_zet_sinds if (turn, work) == (aanvraag.aan_zet, aanvraag.werk) else clock.today()
    summary = {"aan_zet": turn, "werk": work, "uiterlijk_op": until, "aan_zet_sinds": since}
    if any(getattr(aanvraag, name) != value for name, value in summary.items()):
        Aanvraag.objects.filter(gemeente=aanvraag.gemeente, pk=aanvraag.pk).update(**summary)
        for name, value in summary.items():
            setattr(aanvraag, name, value)
    return aanvraag


@log.subscribe("aanvraag.")
@log.subscribe("aanvulling.")
@log.subscribe("papier.")
@log.subscribe("besluit.")
@log.subscribe("voorschot.")
def on_event(regel: log.Regel) -> None:
    """These events about a dossier may move the clock of its aanvraag."""
    rows = Aanvraag.objects.filter(gemeente=regel.gemeente, dossier_id=regel.onderwerp)
    for aanvraag in rows.select_related("gemeente", "dossier__inwoner"):
        herzie(aanvraag)


def herzie_alle() -> int:
    """Look at every open clock again: a new day can bring an advance or a term. Returns how many."""
    rows = Aanvraag.objects.exclude(staat__in=(Aanvraag.Staat.BESLOTEN, Aanvraag.Staat.INGETROKKEN))
    count = 0
    for key in list(rows.values_list("pk", flat=True)):
        try:
            with transaction.atomic():
                count += _herzie_one(key)
        except Exception:  # one clock that cannot run must not stop the others
            logger.exception("de klok van aanvraag %s loopt niet", key)
    return count


def _herzie_one(key: UUID) -> bool:
    """Locked and read again: an event that came meanwhile is not overwritten by what was known before it."""
    locked = Aanvraag.objects.select_for_update(of=("self",)).select_related("gemeente", "dossier__inwoner")
    aanvraag = locked.filter(pk=key).first()
    if aanvraag is None or not aanvraag.is_open:
        return False
    herzie(aanvraag)
    return True


def _turn(aanvraag: Aanvraag) -> tuple[str, str]:
    """Whose turn it is and for what, from the state and the papers that nobody looked at yet."""
    staat, zet = Aanvraag.Staat, Aanvraag.AanZet
    fresh = Bewijsstuk.objects.filter(
        gemeente=aanvraag.gemeente, dossier=aanvraag.dossier_id, dubbel_van=None,
        staat__in=(Bewijsstuk.Staat.GELEZEN, Bewijsstuk.Staat.BEVESTIGD),
    )  # fmt: skip
    if aanvraag.staat == staat.GEMELD:
        return zet.INWONER, "indienen"
    if aanvraag.staat == staat.INGEDIEND:
        return zet.GEMEENTE, "oppakken"
    if aanvraag.staat == staat.WACHT_OP_AANVULLING:
        asked = aanvraag.verzoeken.filter(afgerond_op=None).last()
        came = asked is not None and fresh.filter(bestand__ontvangen_op__date__gte=asked.gevraagd_op).exists()
        return (zet.GEMEENTE, "papieren") if came else (zet.INWONER, "aanvullen")
    if aanvraag.staat == staat.IN_BEHANDELING:
        return zet.GEMEENTE, "papieren" if fresh.exists() else "besluit"
    if aanvraag.staat == staat.TE_BESLISSEN:
        return zet.GEMEENTE, "nakijken"
    return zet.NIEMAND, ""


def _until(aanvraag: Aanvraag, terms: Klok, turn: str) -> date | None:
    term = terms.get("hersteltermijn" if turn == Aanvraag.AanZet.INWONER else "beslistermijn")
    return term.uiterlijk if term is not None else None


def _advance_waits(aanvraag: Aanvraag, terms: Klok) -> bool:
    """From day 20 after the application an advance is prepared; it is due on day 28 (Pw 52 lid 1)."""
    term = terms.get("voorschot")
    if term is None or term.uiterlijk is None or aanvraag.aangevraagd_op is None or term.gedaan_op is not None:
        return False
    return (clock.today() - aanvraag.aangevraagd_op).days >= 20


def _day(value: object) -> date | None:
    return date.fromisoformat(str(value)[:10]) if value else None
