"""Work in the background. Each task may be run again: reading a file twice leaves one set of papers."""

from __future__ import annotations

from django.db import transaction
from django_tasks import task

from opstap.dossier.models import Bestand
from opstap.dossier.reading import read_file


@task()
def read_bestand(bestand_id: str) -> None:
    """Read one file, unless that was done already."""
    with transaction.atomic():
        bestand = Bestand.objects.select_for_update().select_related("gemeente", "dossier").get(pk=bestand_id)
        if bestand.lezen in (Bestand.Lezen.KLAAR, Bestand.Lezen.NIET_GELEZEN):
            return
        bestand.lezen = Bestand.Lezen.BEZIG
        bestand.save(update_fields=["lezen"])
    read_file(bestand)
