"""What has to happen by itself: notices go out, a reading that was cut off goes on, clocks are looked at each day."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import date, timedelta

from opstap.aanvraag.klok import herzie_alle
from opstap.contact.kennisgeving import send_waiting
from opstap.dossier.models import Bestand, Werkkopie
from opstap.dossier.tasks import read_bestand
from opstap.kern import clock, geheim

from opstap.besluit.models import Brief  # isort: skip

logger = logging.getLogger("opstap.dagwerk")
OPNIEUW_NA = timedelta(minutes=3)


def every_minute() -> None:
    """Send notices and pick up readings that were cut off. A fault in one does not stop the other."""
    for work in (send_waiting, resume_readings):
        _guarded(work)


def every_day(last: date | None) -> date:
    """The round of a new day; returns the day it was done for."""
    today = clock.today()
    if today != last:
        for work in (herzie_alle, clean_storage):
            _guarded(work)
    return today


def resume_readings() -> int:
    """Queue the reading of files that wait too long: their worker was stopped half way. Reading twice does no harm."""
    waiting = Bestand.objects.filter(
        lezen__in=(Bestand.Lezen.WACHT, Bestand.Lezen.BEZIG), ontvangen_op__lt=clock.now() - OPNIEUW_NA
    )
    keys = list(waiting.values_list("pk", flat=True)[:50])
    for key in keys:
        read_bestand.enqueue(str(key))
    return len(keys)


def clean_storage() -> int:
    """Remove what no row refers to: bytes whose registration was cut off, a day ago or longer."""
    known = set(Bestand.objects.values_list("sleutel", flat=True))
    known |= set(Werkkopie.objects.values_list("sleutel", flat=True)) | set(Brief.objects.values_list("sleutel", flat=True))
    return geheim.opslag().verwijder_wees(known.__contains__)


def _guarded(work: Callable[[], object]) -> None:
    try:
        work()
    except Exception:
        logger.exception("%s lukte niet; de volgende ronde probeert het weer", work.__name__)
