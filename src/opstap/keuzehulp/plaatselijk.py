"""The supply of one municipality, in the shape the method reads."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from opstap.kern.models import Gemeente
from opstap.keuzehulp.methode.aanbod import Aanbod as Plek
from opstap.keuzehulp.methode.laden import catalogus
from opstap.keuzehulp.models import Aanbod
from opstap.taal import teksten, weergave

# what a person does without a provider: there is no supply to be missing
ZONDER_AANBIEDER = frozenset({"nog-niets", "bijverdienen", "eigen-regie"})


def local_supply(gemeente: Gemeente, taal: str = "nl") -> Mapping[str, Any] | None:
    """Per kind of help what is on offer here: a list, maybe empty; None as value for what needs no provider.

    `taal`: the language of the words around it; what a municipality wrote itself stands as it wrote it.
    None as a whole when this municipality has entered no supply at all.
    """
    rows = list(Aanbod.objects.filter(gemeente=gemeente))
    if not rows:
        return None
    found: dict[str, list[Plek] | None] = {
        key: None if key in ZONDER_AANBIEDER else [] for key in catalogus().instrumenten
    }
    for row in rows:
        found[row.instrument] = [*(found.get(row.instrument) or ()), _place(row, taal)]
    return found


def _place(row: Aanbod, taal: str) -> Plek:
    return Plek(
        naam=row.naam, aanbieder=row.aanbieder, geldig_tot=row.geldig_tot, plaats=row.plaats,
        wachttijd=_wait(row, taal), dagen=row.dagen, uren=row.uren, begint_op=row.start_op, plekken_vrij=row.plekken,
        gestopt=row.gestopt,
    )  # fmt: skip


def _wait(row: Aanbod, taal: str) -> str:
    if row.start_op is not None:
        words = teksten.tekst("keuzehulp.begint_op", taal, dag=weergave.datum(row.start_op, taal))
    elif row.wachttijd_weken is not None:
        key = "keuzehulp.wachttijd" if row.wachttijd_weken else "keuzehulp.meteen"
        words = teksten.tekst(key, taal, weken=row.wachttijd_weken)
    else:
        return ""
    places = teksten.tekst("keuzehulp.plekken", taal, aantal=row.plekken) if row.plekken else ""
    return f"{words} {places}".strip()
