"""What stands on the page of a change of norms."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from opstap.kern.commands import InvoerFout
from opstap.kern.geld import Geld
from opstap.kern.models import Gemeente
from opstap.onderdelen.teksten import t
from opstap.recht.herziening import preview
from opstap.recht.models import Recht
from opstap.recht.regels.bedragen import dates


def page(gemeente: Gemeente, query: Mapping[str, Any]) -> dict[str, Any]:
    """The list for two days; without a choice the last two dates with amounts."""
    voor, na = dates()[-2:]
    try:
        voor, na = date.fromisoformat(str(query.get("voor") or voor)), date.fromisoformat(str(query.get("na") or na))
        found = preview(gemeente, voor, na)
    except (InvoerFout, ValueError) as error:
        words = str(error) if isinstance(error, InvoerFout) else t("algemeen.fout_datum")
        return {"fout": words, "voor": query.get("voor"), "na": query.get("na")}
    names = {
        str(row.pk): row
        for row in Recht.objects.filter(gemeente=gemeente).select_related("dossier__inwoner", "aanvraag")
    }
    rows = [
        {"recht": names[row.rij], "voor": Geld(row.uitkering_voor), "na": Geld(row.uitkering_na),
            "verschil": Geld(row.verschil)}
        for row in found.geraakt
    ]
    return {
        "voor": voor.isoformat(), "na": na.isoformat(), "voor_dag": voor, "na_dag": na, "rijen": rows,
        "aantal": len(found.wijzigingen), "verschil": Geld(found.verschil),
        "fouten": [(names[row], words) for row, words in found.fouten],
    }  # fmt: skip
