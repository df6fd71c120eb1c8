"""Where someone is in the questionnaire, and what needs no question because it was looked up."""

from __future__ import annotations

from typing import Any

from opstap.aanvraag.vragen import Pagina, load_vragen
from opstap.dossier.feiten import code_of, current, known
from opstap.dossier.models import Dossier, Feit
from opstap.kern import clock


def looked_up(dossier: Dossier) -> frozenset[str]:
    """Codes of facts that a register gave."""
    return frozenset(code_of(row) for row in current(dossier) if row.bron == Feit.Bron.REGISTER)


def position(dossier: Dossier, page: Pagina) -> dict[str, Any]:
    """The number of this page, how many there are for this person now, and the page before."""
    route = load_vragen().route(known(dossier), clock.today(), looked_up(dossier))
    keys = [each.sleutel for each in route]
    number = keys.index(page.sleutel) + 1 if page.sleutel in keys else len(keys)
    return {"nummer": number, "aantal": len(keys), "vorige": keys[number - 2] if number > 1 else ""}
