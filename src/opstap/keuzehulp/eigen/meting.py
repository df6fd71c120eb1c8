"""Results measured in this municipality: handed in as a piece of content, published by a second person, and shown only
while the rules of the method hold and as many recorded outcomes stand behind them as they say they used.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from typing import Any

from opstap.kern.models import Gemeente
from opstap.keuzehulp.eigen.stukken import SLEUTEL, StukFout
from opstap.keuzehulp.lijst.kolommen import unkind
from opstap.keuzehulp.methode.gemeten import Meting, NietToonbaar, check
from opstap.keuzehulp.methode.laden import catalogus as shared
from opstap.keuzehulp.methode.model import Catalogus
from opstap.keuzehulp.metingen import backed, recorded
from opstap.keuzehulp.models import Inhoudstuk

TEKST = {"instrument", "uitkomst", "gepubliceerd_in"}
GEHEEL = {"termijn_maanden", "n_met", "n_zonder"}
DAG = {"gemeten_op", "herzien_voor"}
NAMEN = tuple(field.name for field in fields(Meting))


def read_own_meting(sleutel: str, document: Mapping[str, Any], catalogus: Catalogus) -> Meting:
    """The local result in this document: every field of `Meting`, days as text. Raises StukFout."""
    if not SLEUTEL.fullmatch(sleutel):
        raise StukFout("De korte naam heeft 3 tot 60 letters, cijfers of streepjes, zoals orientatie-2027.")
    if set(document) != set(NAMEN):
        wrong = sorted(set(document) ^ set(NAMEN))
        raise StukFout(f"Een meting heeft precies deze gegevens: {', '.join(NAMEN)}. Kijk naar {', '.join(wrong)}.")
    meting = Meting(**{name: _value(name, document[name]) for name in NAMEN})
    if meting.instrument not in catalogus.instrumenten:
        raise StukFout(f"De soort hulp {meting.instrument} is er niet.")
    found = unkind(meting.uitkomst)
    if found is not None:
        raise StukFout(f"“{found[0]}” staat niet op een scherm: {found[1]}.")
    try:
        check(meting, meting.gemeten_op)
    except NietToonbaar as refusal:
        raise StukFout(str(refusal)) from None
    return meting


def local_metingen(gemeente: Gemeente, catalogus: Catalogus) -> list[Meting]:
    """What this municipality published, as far as its own recorded outcomes carry it. `catalogus`: as it uses it; when
    that is the shared one it published nothing.
    """
    if catalogus is shared(catalogus.taal):
        return []
    rows = Inhoudstuk.objects.filter(gemeente=gemeente, soort=Inhoudstuk.Soort.METING).exclude(gepubliceerd=None)
    there = []
    for row in rows:
        try:
            there.append(read_own_meting(row.sleutel, row.gepubliceerd or {}, catalogus))
        except StukFout:
            continue  # no longer right: named in `beheer`, and a talk never breaks on it
    return backed(there, recorded(gemeente)) if there else []


def _value(name: str, value: Any) -> Any:
    """The value of one field in its own type. Raises StukFout."""
    try:
        if name in TEKST and isinstance(value, str) and value.strip():
            return value.strip()
        if name in DAG:
            return date.fromisoformat(value)
        if name in GEHEEL and type(value) is int:
            return value
        if name == "modellen" and isinstance(value, list):
            return tuple(_number(each) for each in value)
        if name not in TEKST | GEHEEL | {"modellen"}:
            return _number(value)
    except (TypeError, ValueError):
        pass
    raise StukFout(f"{name}: dit hoort een tekst, een getal of een dag te zijn, zoals docs/keuzehulp.md het zegt.")


def _number(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError(value)
    return float(value)
