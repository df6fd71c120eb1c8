"""Uploads that come in pieces: how far each is, going on, and what becomes of it when all has come."""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import Any

from opstap.dossier.actions.receive_bestand import ReceiveBestand
from opstap.dossier.models import Dossier, Oplading
from opstap.kern import clock, geheim
from opstap.kern.actie import NietBevoegd
from opstap.kern.deel import Deel
from opstap.kern.opslag import Leesbaar, OpslagFout

logger = logging.getLogger("opstap.opladingen")
BLIJFT = timedelta(days=3)
RUST = timedelta(minutes=1)


def deel(row: Oplading) -> Deel:
    """Where its bytes lie."""
    return Deel(geheim.opslag(), row.sleutel, row.grootte)


def offset(row: Oplading) -> int:
    """How many bytes have come."""
    return row.grootte if row.bestand_id else deel(row).stand()


def add(row: Oplading, vanaf: int, stroom: Leesbaar) -> int:
    """Add a piece and return how far it is, durable; when all has come it was proven whole and has its name."""
    pieces = deel(row)
    now = pieces.vervolg(vanaf, stroom)
    if now == row.grootte:
        row.kept = pieces.klaar()
    return now


def finish(row: Oplading) -> None:
    """All came: hand it in. May be done again; the file is handed in once."""
    stored = row.kept or deel(row).klaar()
    action = ReceiveBestand(
        door=row.door, gemeente=row.gemeente, dossier=row.dossier, opgeslagen=stored, naam=row.naam,
        vereiste=row.vereiste, kanaal=row.kanaal,
    )  # fmt: skip
    Oplading.objects.filter(gemeente=row.gemeente_id, pk=row.pk).update(bestand=action.run(row.pk))


def unfinished(user: Any, dossier: Dossier) -> list[Oplading]:
    """What this person began for this dossier and can go on with."""
    rows = Oplading.objects.filter(gemeente=dossier.gemeente_id, dossier=dossier, door=user, bestand=None)
    return list(rows.order_by("begonnen_op"))


def drop(row: Oplading) -> None:
    """Never mind: the bytes go, unless they were handed in already."""
    if row.bestand_id is None:
        deel(row).weg()
    row.delete()


def finish_waiting() -> int:
    """Hand in what came whole when the program was killed before it could; returns how many."""
    done = 0
    rows = Oplading.objects.filter(bestand=None, begonnen_op__lt=clock.now() - RUST)
    for row in rows.select_related("gemeente", "dossier__gemeente", "dossier__inwoner", "dossier__partner", "door"):
        try:
            if offset(row) == row.grootte:
                finish(row)
                done += 1
        except NietBevoegd:  # the mandate ended meanwhile
            drop(row)
        except OpslagFout as error:
            logger.error("oplading %s is niet te lezen: %s", row.pk, type(error).__name__)
            deel(row).weg()
    return done


def expire() -> int:
    """What nobody went on with for three days goes; returns how many."""
    rows = list(Oplading.objects.filter(begonnen_op__lt=clock.now() - BLIJFT))
    for row in rows:
        drop(row)
    return len(rows)
