"""The outbox: a notice is a row in the same transaction; sending it is later work that may be tried again."""

from __future__ import annotations

import logging
from datetime import timedelta

from django.db.models import F, Q

from opstap.contact.models import Kennisgeving
from opstap.inwoner.models import Inwoner
from opstap.kern import clock
from opstap.koppelingen import post, sms

logger = logging.getLogger("opstap.kennisgeving")
WACHT_MINUTEN = (0, 1, 5, 15, 60, 240, 720, 1440)
MAX_POGINGEN = len(WACHT_MINUTEN)


def notify(inwoner: Inwoner, tekst_sleutel: str) -> Kennisgeving | None:
    """Leave a notice for who gave a mail address or else a mobile number; it says that something waits, never what
    (Awb 2:10). None: neither is known, and nobody is forced to have one.
    """
    kanaal = _kanaal(inwoner)
    if not kanaal:
        return None
    return Kennisgeving.objects.create(
        gemeente=inwoner.gemeente, inwoner=inwoner, kanaal=kanaal, tekst_sleutel=tekst_sleutel, gemaakt_op=clock.now()
    )


def send_waiting(limit: int = 100) -> int:
    """Send what is due; what fails is tried again later, eight times over a day. Returns how many went out."""
    now = clock.now()
    due = Q()
    for tries, minutes in enumerate(WACHT_MINUTEN):
        due |= Q(pogingen=tries, gemaakt_op__lte=now - timedelta(minutes=minutes))
    rows = Kennisgeving.objects.filter(due, staat=Kennisgeving.Staat.WACHT).select_related("inwoner", "gemeente")
    return sum(_send(row) for row in rows.order_by("gemaakt_op")[:limit])


def _send(row: Kennisgeving) -> bool:
    """Claim one notice, so that a second worker leaves it, and send it. A fault in one never stops the others."""
    mine = Kennisgeving.objects.filter(pk=row.pk, gemeente=row.gemeente, staat=row.staat, pogingen=row.pogingen)
    if not mine.update(pogingen=F("pogingen") + 1):
        return False
    row.pogingen += 1
    try:
        _hand_over(row)
    except (post.PostWeg, sms.SmsWeg):
        row.staat = Kennisgeving.Staat.MISLUKT if row.pogingen >= MAX_POGINGEN else Kennisgeving.Staat.WACHT
    except Exception as error:  # an address or a text that can never be sent
        logger.error("kennisgeving %s kan niet worden verstuurd: %s", row.pk, type(error).__name__)
        row.staat = Kennisgeving.Staat.MISLUKT
    else:
        row.staat, row.verzonden_op = Kennisgeving.Staat.VERZONDEN, clock.now()
    row.save(update_fields=["staat", "verzonden_op"])
    return row.staat == Kennisgeving.Staat.VERZONDEN


def _hand_over(row: Kennisgeving) -> None:
    """By the way that the person has now; who changed the address meanwhile gets it there."""
    inwoner, kanaal = row.inwoner, _kanaal(row.inwoner)
    if kanaal == "mail":
        post.send(inwoner.email, row.tekst_sleutel, inwoner.taal, row.gemeente.naam)
    elif kanaal == "sms":
        sms.send(inwoner.telefoon, row.tekst_sleutel, inwoner.taal, row.gemeente.naam)
    else:
        raise ValueError("no address any more")


def _kanaal(inwoner: Inwoner) -> str:
    return "mail" if inwoner.email else "sms" if sms.is_mobile(inwoner.telefoon) else ""
