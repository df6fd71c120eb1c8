"""What has to happen by itself: notices go out, a reading that was cut off goes on, clocks are looked at each day."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

from django.db.models import OuterRef, Subquery
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from opstap.aanvraag.klok import herzie_alle
from opstap.contact.kennisgeving import send_waiting
from opstap.dossier import noten
from opstap.dossier.actions.reread_bestand import RereadBestand
from opstap.dossier.models import Bestand, Lezing, Oplading, Werkkopie
from opstap.dossier.opladingen import expire, finish_waiting
from opstap.dossier.reading import refuse, scan_file
from opstap.dossier.tasks import read_bestand
from opstap.kern import clock, geheim
from opstap.kern.opslag import OpslagFout
from opstap.keuzehulp.terugblikken import ask_due
from opstap.koppelingen.scanner import is_there
from opstap.lezen import versie
from opstap.project.overdrachten import take_in_transfers

from opstap.besluit.models import Brief  # isort: skip

logger = logging.getLogger("opstap.dagwerk")
OPNIEUW_NA = timedelta(minutes=3)
LEEST_HOOGSTENS = timedelta(minutes=10)
MAX_KEER = 5
PER_KEER = 50
HERLEES_PER_DAG = 200
_GEVRAAGD: list[UUID] = []  # the last file that the scanner was asked about again; none: begin at the first


def every_minute() -> None:
    """Take in transfers, send notices, pick up readings that were cut off, ask the scanner again. A fault in one does
    not stop the other.
    """
    for work in (take_in_transfers, send_waiting, finish_waiting, resume_readings, scan_again):
        _guarded(work)


def every_day(last: date | None) -> date:
    """The round of a new day; returns the day it was done for."""
    today = clock.today()
    if today != last:
        for work in (herzie_alle, expire, reread_older, clean_storage, ask_due):
            _guarded(work)
    return today


def resume_readings() -> int:
    """Queue the reading of files that wait too long: their worker was stopped half way. Reading twice does no harm."""
    waiting = Bestand.objects.filter(
        lezen__in=(Bestand.Lezen.WACHT, Bestand.Lezen.BEZIG), ontvangen_op__lt=clock.now() - OPNIEUW_NA
    )
    busy, tries = _tasks()
    queued = 0
    for bestand in waiting.select_related("gemeente").order_by("ontvangen_op"):
        key = str(bestand.pk)
        if key in busy:
            continue
        if tries[key] >= MAX_KEER:
            refuse(bestand, noten.own(bestand, "lukt_niet"))
            continue
        read_bestand.enqueue(key)
        queued += 1
        if queued == PER_KEER:
            break
    return queued


def reread_older() -> int:
    """Read again what an older reader read, some a day, the newest first; returns how many."""
    last = Lezing.objects.filter(bestand=OuterRef("pk")).order_by("-gelezen_op", "-id").values("lezer_versie")[:1]
    done = (Bestand.Lezen.KLAAR, Bestand.Lezen.NIET_GELEZEN)
    older = Bestand.objects.filter(lezen__in=done).exclude(scan=Bestand.Scan.VIRUS).annotate(door_versie=Subquery(last))
    rows = older.exclude(door_versie=versie()).exclude(door_versie=None).select_related("gemeente", "dossier")
    count = 0
    for bestand in list(rows.order_by("-ontvangen_op")[:HERLEES_PER_DAG]):
        RereadBestand(door=None, gemeente=bestand.gemeente, bestand=bestand).run()
        count += 1
    return count


def _tasks() -> tuple[set[str], Counter[str]]:
    """The files that stand in the queue or are being read now, and how often each was tried."""
    rows = DBTaskResult.objects.filter(task_path=read_bestand.module_path).values_list(
        "args_kwargs", "status", "started_at"
    )
    busy, tries = set(), Counter[str]()
    for call, status, began in rows.iterator():
        key = str(call["args"][0])
        tries[key] += 1
        at_work = status == TaskResultStatus.RUNNING and began is not None and began > clock.now() - LEEST_HOOGSTENS
        if status == TaskResultStatus.READY or at_work:
            busy.add(key)
    return busy, tries


def scan_again() -> int:
    """Ask about files that came while the scanner was away; returns how many it answered about.

    One that the scanner cannot take (too large for it) stays unchecked and does not hold up the others: each round
    goes on after the last file of the round before.
    """
    if not is_there():
        return 0
    rows = Bestand.objects.filter(scan=Bestand.Scan.NIET_GECONTROLEERD).select_related("gemeente").order_by("pk")
    after = rows.filter(pk__gt=_GEVRAAGD[-1]) if _GEVRAAGD else rows
    answered, asked = 0, list(after[:PER_KEER])
    for bestand in asked:
        try:
            scan_file(bestand)
        except OpslagFout as error:
            logger.error("bestand %s is niet te lezen: %s", bestand.pk, type(error).__name__)
            continue
        answered += bestand.scan != Bestand.Scan.NIET_GECONTROLEERD
    _GEVRAAGD[:] = [asked[-1].pk] if len(asked) == PER_KEER else []
    return answered


def clean_storage() -> int:
    """Remove what no row refers to: bytes whose registration was cut off, a day ago or longer."""
    known = set(Bestand.objects.values_list("sleutel", flat=True))
    known |= set(Oplading.objects.values_list("sleutel", flat=True))
    known |= set(Werkkopie.objects.values_list("sleutel", flat=True)) | set(
        Brief.objects.values_list("sleutel", flat=True)
    )
    return geheim.opslag().verwijder_wees(known.__contains__)


def _guarded(work: Callable[[], object]) -> None:
    try:
        work()
    except Exception:
        logger.exception("%s lukte niet; de volgende ronde probeert het weer", work.__name__)
