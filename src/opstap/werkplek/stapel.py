"""The pile that was scanned into a dossier today, and how it was sorted."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from opstap.aanvraag.models import Aanvraag
from opstap.dossier.models import Bestand, Bewijsstuk
from opstap.dossier.queries import busy
from opstap.kern import clock
from opstap.onderdelen.leesnoten import refusal
from opstap.onderdelen.papierregels import summary
from opstap.werkplek.dossierblad import address

HOOGSTENS = 100


def page(aanvraag: Aanvraag) -> dict[str, Any]:
    """Each file of today from the desk, newest first, with the papers that were found in it."""
    today = datetime.combine(clock.today(), time.min, clock.AMSTERDAM)
    rows = Bestand.objects.filter(
        gemeente=aanvraag.gemeente_id, dossier=aanvraag.dossier_id, kanaal="balie", ontvangen_op__gte=today
    )
    files = list(rows.order_by("-ontvangen_op", "-id")[:HOOGSTENS])
    papers = Bewijsstuk.objects.filter(gemeente=aanvraag.gemeente_id, bestand__in=files).select_related("bestand")
    found: dict[Any, list[dict[str, Any]]] = {}
    for paper in papers.exclude(staat=Bewijsstuk.Staat.VERWORPEN).order_by("id"):
        line = summary(paper, address(aanvraag)) | {"dubbel": paper.dubbel_van_id is not None}
        found.setdefault(paper.bestand_id, []).append(line)
    pile = [
        {"bestand": file, "noot": refusal(file) if file.uitleg else None, "stukken": found.get(file.pk, [])}
        for file in files
    ]
    return {"aanvraag": aanvraag, "stapel": pile, "bezig": busy(aanvraag.dossier)}
