"""Reading messages."""

from __future__ import annotations

from django.db.models import QuerySet

from opstap.contact.models import Bericht
from opstap.inwoner.models import Inwoner
from opstap.kern import clock


def conversation(inwoner: Inwoner) -> QuerySet[Bericht]:
    """All messages with this person, newest first."""
    return Bericht.objects.filter(gemeente=inwoner.gemeente_id, inwoner=inwoner).select_related("van_medewerker")


def mark_read(inwoner: Inwoner) -> int:
    """The person has seen the messages of the municipality."""
    rows = conversation(inwoner).filter(gelezen_op=None).exclude(van_medewerker=None)
    return rows.update(gelezen_op=clock.now())
