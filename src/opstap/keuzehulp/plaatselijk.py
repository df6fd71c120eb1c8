"""The supply of one municipality, in the shape the method reads."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Q, QuerySet

from opstap.kern.models import Gemeente
from opstap.keuzehulp.methode.aanbod import Aanbod as Plek
from opstap.keuzehulp.methode.laden import catalogus
from opstap.keuzehulp.models import Aanbod
from opstap.taal import teksten, weergave

# what a person does without a provider: there is no supply to be missing
ZONDER_AANBIEDER = frozenset({"nog-niets", "bijverdienen", "eigen-regie"})


class Rij(NamedTuple):
    """What the method asks of a row. A page of the talk reads every row anew, so it reads no whole models."""

    soort: str
    instrument: str
    naam: str
    aanbieder: str
    plaats: str
    dagen: str
    uren: str
    plekken: int | None
    wachttijd_weken: int | None
    start_op: date | None
    taal: str
    kosten: str
    contact: str
    laat_vallen: str
    past_aan: str
    geldig_tot: date
    gestopt: bool


def local_supply(gemeente: Gemeente, taal: str = "nl") -> Mapping[str, Any] | None:
    """Per kind of help what is on offer here: a list, maybe empty; None as value for what needs no provider.

    `taal`: the language of the words around it; what a municipality wrote itself stands as it wrote it.
    None as a whole when this municipality has entered no supply at all.
    """
    rows = [Rij(*values) for values in supply_rows(gemeente).values_list(*Rij._fields)]
    if not rows:
        return None
    found: dict[str, list[Plek] | None] = {
        key: None if key in ZONDER_AANBIEDER else [] for key in catalogus().instrumenten
    }
    for row in rows:
        found[row.instrument] = [*(found.get(row.instrument) or ()), place(row, taal)]
    return found


def supply_rows(gemeente: Gemeente) -> QuerySet[Aanbod]:
    """What is on offer here: its own, and what other municipalities of its region in this installation share."""
    region = str(gemeente.instellingen.get("regio") or "")
    shared = Q(regio__iexact=region) if region else Q(pk=None)
    return Aanbod.objects.filter(Q(gemeente=gemeente) | shared)


def place(row: Aanbod | Rij, taal: str = "nl") -> Plek:
    """One row in the shape of the method."""
    return Plek(
        naam=row.naam, aanbieder=row.aanbieder, geldig_tot=row.geldig_tot, plaats=row.plaats,
        wachttijd=_wait(row, taal), dagen=row.dagen, uren=row.uren, begint_op=row.start_op, plekken_vrij=row.plekken,
        gestopt=row.gestopt, bijzonder=_good_to_know(row, taal), van_werkgever=row.soort != Aanbod.Soort.HULP,
    )  # fmt: skip


def _good_to_know(row: Aanbod | Rij, taal: str) -> str:
    said = {name: getattr(row, name) for name in ("laat_vallen", "past_aan", "taal", "kosten", "contact")}
    first = [] if row.soort == Aanbod.Soort.HULP else [teksten.tekst(f"aanbod.soort_zin_{row.soort}", taal)]
    rest = (teksten.tekst(f"aanbod.zin_{name}", taal, wat=text) for name, text in said.items() if text)
    return " ".join([*first, *rest])


def _wait(row: Aanbod | Rij, taal: str) -> str:
    if row.start_op is not None:
        words = teksten.tekst("keuzehulp.begint_op", taal, dag=weergave.datum(row.start_op, taal))
    elif row.wachttijd_weken is not None:
        key = "keuzehulp.wachttijd" if row.wachttijd_weken else "keuzehulp.meteen"
        words = teksten.tekst(key, taal, weken=row.wachttijd_weken)
    else:
        return ""
    places = teksten.tekst("keuzehulp.plekken", taal, aantal=row.plekken) if row.plekken else ""
    return f"{words} {places}".strip()
