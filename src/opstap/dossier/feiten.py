"""What is known: which of several facts about one thing counts, and how a new one takes the place of an old one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from opstap.dossier.feitsoorten import load_feiten
from opstap.dossier.models import Dossier, Feit
from opstap.kern import clock
from opstap.kern.models import Gebruiker
from opstap.kern.weigering import NietMogelijk

Onderwerp = tuple[str, str, str, Any]
_WEIGHT = {Feit.Staat.VASTGESTELD: 3, Feit.Staat.BEVESTIGD: 2, Feit.Staat.VOORGESTELD: 1, Feit.Staat.VERWORPEN: 0}


def current(dossier: Dossier) -> list[Feit]:
    """All facts that still stand: not replaced and not put aside, oldest first."""
    rows = dossier.feiten.filter(vervangen_door=None).exclude(staat=Feit.Staat.VERWORPEN)
    return list(rows.select_related("bewijsstuk", "bewijsstuk__bestand", "door").order_by("geweten_op", "id"))


def about(row: Feit) -> Onderwerp:
    """What a fact is about: kind, person, thing and period. Two facts about the same can differ."""
    return (row.soort, row.persoon, row.betreft, row.periode_van)


def strongest(rows: Iterable[Feit]) -> dict[Onderwerp, Feit]:
    """Per kind, person, thing and period the fact that counts: established over confirmed over proposed, then the
    newest.
    """
    best: dict[Onderwerp, Feit] = {}
    for row in rows:
        key = about(row)
        if key not in best or _WEIGHT[Feit.Staat(row.staat)] >= _WEIGHT[Feit.Staat(best[key].staat)]:
            best[key] = row
    return best


def known(dossier: Dossier) -> dict[str, Any]:
    """Code → value as questions and requirements ask it: the partner's under `partner.<code>`, of a period the
    latest.
    """
    values: dict[str, Any] = {}
    for row in sorted(strongest(current(dossier)).values(), key=lambda row: row.periode_van or date.min):
        values[code_of(row)] = row.waarde
    return values


def looked_up(dossier: Dossier) -> frozenset[str]:
    """Codes of facts that a register gave and that the person never said."""
    said = dossier.feiten.filter(bron=Feit.Bron.GEZEGD, bewijsstuk=None)
    found = {code_of(row) for row in current(dossier) if row.bron == Feit.Bron.REGISTER}
    return frozenset(found - {code_of(row) for row in said})


def said_for_two(dossier: Dossier) -> dict[str, Feit]:
    """Kind → the newest answer to a question that is about applicant and partner together, also where a register or a
    paper counts for the applicant since: for the partner it is still what was said.
    """
    rows = dossier.feiten.filter(bron=Feit.Bron.GEZEGD, persoon="a", betreft="", bewijsstuk=None)
    soorten = load_feiten().soorten
    newest = {row.soort: row for row in rows.order_by("geweten_op", "id")}
    return {soort: row for soort, row in newest.items() if soorten[soort].samen_gevraagd}


def code_of(row: Feit) -> str:
    """`inkomen_loon` for the applicant, `partner.inkomen_loon` for the partner."""
    return row.soort if row.persoon == "a" else f"partner.{row.soort}"


def split_code(code: str) -> tuple[str, str]:
    """The reverse of `code_of`: (kind, person)."""
    person, point, soort = code.partition(".")
    return (soort, "p") if point and person == "partner" else (code, "a")


def differing(rows: Iterable[Feit]) -> list[list[Feit]]:
    """Groups of facts about the same thing whose values differ: a person decides. Establishing one puts the others
    behind it, so beside an established fact only what was learned later can stand."""
    groups: dict[Onderwerp, list[Feit]] = {}
    for row in rows:
        groups.setdefault(about(row), []).append(row)
    return [
        group for group in groups.values()
        if len({repr(row.waarde) for row in group if row.waarde is not None}) > 1
    ]  # fmt: skip


def replace_said(dossier: Dossier, code: str, waarde: Any, door: Gebruiker | None) -> bool:
    """Write what the person says about one thing; an earlier saying is kept and points to the new one. False: no
    change.

    An established saying stays established: the new one stands beside it until a consulent decides.
    """
    soort, persoon = split_code(code)
    Dossier.objects.select_for_update().get(pk=dossier.pk)
    said = dossier.feiten.filter(
        soort=soort, persoon=persoon, betreft="", bron=Feit.Bron.GEZEGD, periode_van=None, vervangen_door=None
    )
    earlier = said.order_by("geweten_op", "id").last()
    if earlier is not None and earlier.waarde == waarde:
        return False
    fresh = Feit.objects.create(
        gemeente=dossier.gemeente, dossier=dossier, soort=soort, persoon=persoon, waarde=waarde,
        bron=Feit.Bron.GEZEGD, staat=Feit.Staat.BEVESTIGD, door=door, geweten_op=clock.now(),
    )  # fmt: skip
    if earlier is not None and earlier.staat != Feit.Staat.VASTGESTELD:
        earlier.vervangen_door = fresh
        earlier.save(update_fields=["vervangen_door"])
    return True


def lock(feit: Feit) -> Feit:
    """The fact as it is now, locked. Raises NietMogelijk when another tab was first: it no longer stands."""
    row = Feit.objects.select_for_update(of=("self",)).select_related("dossier").get(gemeente=feit.gemeente_id,
        pk=feit.pk)
    if row.vervangen_door_id is not None or row.staat == Feit.Staat.VERWORPEN:
        raise NietMogelijk("feit.al_veranderd")
    return row
