"""A change of norms for a whole municipality: every running right before and after, before anyone approves anything."""

from __future__ import annotations

from datetime import date

from opstap.kern.models import Gemeente
from opstap.recht.models import Recht
from opstap.recht.regels.herziening import Herziening, herzie


def preview(gemeente: Gemeente, voor: date, na: date) -> Herziening:
    """Who would change by how much, from the calculations that the running rights rest on. Changes nothing."""
    rows = Recht.objects.filter(gemeente=gemeente, staat=Recht.Staat.LOPEND).select_related("berekening",
        "dossier__inwoner")
    documents = {str(row.pk): row.berekening.invoer for row in rows.order_by("pk").iterator()}
    return herzie(documents, voor, na, dict(gemeente.instellingen.get("recht", {})))
