"""The catalogue as this municipality uses it: the shared content with its own studies, wording and craft over it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db.models import Sum

from opstap.kern.models import Gemeente
from opstap.keuzehulp.eigen.meting import read_own_meting
from opstap.keuzehulp.eigen.stukken import StukFout, read_own_instrument, read_own_studie, read_own_zin
from opstap.keuzehulp.methode.laden import catalogus as shared
from opstap.keuzehulp.methode.model import Catalogus, Herkomst, Instrument, Vakkennis
from opstap.keuzehulp.models import Inhoudstuk, Vakkennisregel
from opstap.taal import teksten

Soort = Inhoudstuk.Soort


def local_catalogue(gemeente: Gemeente, taal: str = "nl") -> Catalogus:
    """What the options of this municipality are made from. `taal`: the language of the shared content.

    Two small reads say whether anything changed; the rest is kept. A piece that is no longer right after a new version
    of the shared content is left out here and named in `beheer`: a talk never breaks on it.
    """
    known = shared(taal)
    stamp = _stamp(gemeente)
    return _layered(known, gemeente.pk, stamp, taal) if any(stamp) else known


def layer(base: Catalogus, pieces: Iterable[tuple[str, str, Mapping[str, Any]]]) -> Catalogus:
    """The catalogue with these pieces (kind, key, document) over it. Raises StukFout for one that is not right."""
    found = base
    for soort, sleutel, document in sorted(pieces, key=lambda one: (list(Soort).index(Soort(one[0])), one[1])):
        found = _with(found, soort, sleutel, document)
    return found


def broken(gemeente: Gemeente) -> dict[UUID, str]:
    """The published pieces that are no longer right, with the reason."""
    faults = {}
    for row in Inhoudstuk.objects.filter(gemeente=gemeente).exclude(gepubliceerd=None):
        try:
            _with(shared(), row.soort, row.sleutel, row.gepubliceerd or {})
        except StukFout as fault:
            faults[row.pk] = str(fault)
    return faults


def _with(base: Catalogus, soort: str, sleutel: str, document: Mapping[str, Any]) -> Catalogus:
    if soort == Soort.ONDERZOEK:
        own = read_own_studie(sleutel, document, base)
        linked = {
            key: replace(base.instrumenten[key], koppelingen=(*base.instrumenten[key].koppelingen, link))
            for key, link in own.koppelingen.items()
        }
        return replace(
            base, studies={**base.studies, sleutel: own.studie}, instrumenten={**base.instrumenten, **linked}
        )
    if soort == Soort.INSTRUMENT:
        new = read_own_instrument(sleutel, document, base)
        return replace(base, instrumenten={**base.instrumenten, sleutel: _keep_links(base.instrumenten[sleutel], new)})
    if soort == Soort.METING:
        read_own_meting(sleutel, document, base)  # checked here, shown by `local_metingen`: it changes no catalogue
        return base
    return replace(base, zinnen={**base.zinnen, sleutel: read_own_zin(sleutel, document, base)})


def _keep_links(now: Instrument, new: Instrument) -> Instrument:
    """Another wording never drops a study that was coupled here."""
    told = {link.studie for link in new.koppelingen}
    return replace(new, koppelingen=(*new.koppelingen, *(link for link in now.koppelingen if link.studie not in told)))


def _stamp(gemeente: Gemeente) -> tuple[int, int]:
    """Every change of a piece or a line raises its version, so the sums say whether anything is new."""
    first, second = (
        model.objects.filter(gemeente=gemeente).aggregate(som=Sum("versie"))["som"] or 0
        for model in (Inhoudstuk, Vakkennisregel)
    )
    return first, second


@lru_cache(maxsize=64)
def _layered(base: Catalogus, gemeente: UUID, stamp: tuple[int, int], taal: str) -> Catalogus:
    found = base
    rows = Inhoudstuk.objects.filter(gemeente=gemeente).exclude(gepubliceerd=None)
    for row in sorted(rows, key=lambda one: (list(Soort).index(Soort(one.soort)), one.sleutel)):
        try:
            found = _with(found, row.soort, row.sleutel, row.gepubliceerd or {})
        except StukFout:
            continue
    return replace(found, vakkennis=_craft(found, gemeente, taal))


def _craft(base: Catalogus, gemeente: UUID, taal: str) -> dict[str, tuple[Vakkennis, ...]]:
    found = dict(base.vakkennis)
    rows = Vakkennisregel.objects.filter(gemeente=gemeente, gestopt_op=None).prefetch_related("tegenspraken")
    for row in rows:
        if row.instrument in found:
            found[row.instrument] = (*found[row.instrument], as_vakkennis(row, taal))
    return found


def as_vakkennis(row: Vakkennisregel, taal: str = "nl") -> Vakkennis:
    """A line of a team as the method reads it; when another team sees it otherwise, that is said with it."""
    others = sorted({other.team for other in row.tegenspraken.all() if other.gestopt_op is None})
    said = row.tekst
    if others:
        said += " " + teksten.tekst("aanbod.ander_team", taal, teams=", ".join(others))
    herkomst = Herkomst(row.team, row.nagekeken_op, row.herzien_voor)
    return Vakkennis(str(row.pk), row.instrument, row.kant, said, row.team, herkomst)  # type: ignore[arg-type]
