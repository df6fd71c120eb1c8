"""The outbox: a notice is a row in the same transaction; sending it is later work that may be tried again."""

from __future__ import annotations

from opstap.contact.models import Kennisgeving
from opstap.inwoner.models import Inwoner
from opstap.kern import clock
from opstap.koppelingen.post import PostWeg, send

MAX_POGINGEN = 8


def notify(inwoner: Inwoner, tekst_sleutel: str) -> Kennisgeving | None:
    """Leave a notice for someone who gave a mail address; the notice says that something waits, never what (Awb 2:10)."""
    if not inwoner.email:
        return None
    return Kennisgeving.objects.create(
        gemeente=inwoner.gemeente, inwoner=inwoner, kanaal="mail", tekst_sleutel=tekst_sleutel, gemaakt_op=clock.now()
    )


def send_waiting(limit: int = 100) -> int:
    """Send what waits; what fails waits for the next round, up to eight times. Returns how many went out."""
    sent = 0
    rows = Kennisgeving.objects.filter(staat=Kennisgeving.Staat.WACHT).select_related("inwoner", "gemeente")
    for row in rows.order_by("gemaakt_op")[:limit]:
        row.pogingen += 1
        try:
            send(row.inwoner.email, row.tekst_sleutel, row.inwoner.taal, row.gemeente.naam)
        except PostWeg:
            if row.pogingen >= MAX_POGINGEN:
                row.staat = Kennisgeving.Staat.MISLUKT
        else:
            row.staat, row.verzonden_op = Kennisgeving.Staat.VERZONDEN, clock.now()
            sent += 1
        row.save(update_fields=["staat", "pogingen", "verzonden_op"])
    return sent
