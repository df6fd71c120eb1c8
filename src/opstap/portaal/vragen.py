"""Where someone is in the questionnaire, and what needs no question because it was looked up."""

from __future__ import annotations

from typing import Any

from opstap.aanvraag.vragen import Pagina, load_vragen
from opstap.dossier.feiten import known, looked_up
from opstap.dossier.models import Dossier
from opstap.kern import clock


def position(dossier: Dossier, page: Pagina) -> dict[str, Any]:
    """The number of this page, how many there are for this person now, and the page before."""
    route = load_vragen().route(known(dossier), clock.today(), looked_up(dossier))
    keys = [each.sleutel for each in route]
    number = keys.index(page.sleutel) + 1 if page.sleutel in keys else len(keys)
    return {"nummer": number, "aantal": len(keys), "vorige": keys[number - 2] if number > 1 else ""}


def next_page(dossier: Dossier) -> Pagina | None:
    """The first page with an open question; None when everything is answered."""
    return load_vragen().volgende(known(dossier), clock.today(), opgezocht=looked_up(dossier))
