"""Everything there is, with a search: no kind of help is left out because it is full, stopped or behind a gate."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from opstap.inwoner.models import Inwoner
from opstap.kern import clock
from opstap.keuzehulp.methode.aanbod import supply_lines
from opstap.keuzehulp.methode.kenmerken import DAGEN, THUIS, WIE, Zoekvraag, categories, kenmerken
from opstap.keuzehulp.methode.uitkomst import Uitkomst
from opstap.keuzehulp.models import Gesprek
from opstap.keuzehulp.plaatselijk import local_supply
from opstap.onderdelen.keuzehulp import catalogus
from opstap.onderdelen.teksten import plat, t, taal
from opstap.werkplek.gesprekblad import outcome


def everything(inwoner: Inwoner, gesprek: Gesprek | None, asked: Mapping[str, str]) -> dict[str, Any]:
    """The page: the search, and every kind of help it leaves, by group, with what is on offer here."""
    search = Zoekvraag.van(asked)
    made = outcome(gesprek) if gesprek is not None else None
    supply = local_supply(inwoner.gemeente, taal()) or {}
    reasons, standing = _places(made)
    groups: dict[str, list[dict[str, Any]]] = {}
    for key, one in catalogus().instrumenten.items():
        if not search.fits(kenmerken()[key]):
            continue
        lines, _ = supply_lines(supply.get(key), catalogus().zinnen, clock.today())
        groups.setdefault(one.categorie, []).append({
            "sleutel": key, "naam": one.naam, "wat": one.rijen["wat_is_het"], "dagen": one.rijen["dagen"],
            "wie": one.rijen["samen_of_alleen"], "plaats": one.rijen["plaats"], "aanbod": lines,
            "staat_al": key in standing, "reden": reasons.get(key, ""), "kan_naast": made and key in reasons,
        })  # fmt: skip
    named = sorted((plat(f"keuzehulp.soort_{name.replace('-', '_')}"), rows) for name, rows in groups.items())
    return {
        "inwoner": inwoner, "gesprek": gesprek, "groepen": named, "zoek": search, "keuzes": _choices(search),
        "aantal": sum(len(rows) for _, rows in named), "alle": len(catalogus().instrumenten),
        "hier": "werkplek:gesprekken",
    }  # fmt: skip


def _places(made: Uitkomst | None) -> tuple[dict[str, str], set[str]]:
    """Why each kind is not among the first, and what stands on the table already."""
    if made is None:
        return {}, set()
    shown = {optie.instrument for optie in (*made.opties, *made.ernaast, made.niets_extra)}
    return {row.instrument: row.reden for row in made.meer}, shown


def _choices(search: Zoekvraag) -> list[dict[str, Any]]:
    """The parts of the search, each with its words and what was chosen."""
    groups = sorted((plat(f"keuzehulp.soort_{name.replace('-', '_')}"), name) for name in categories())
    parts: list[tuple[str, list[tuple[str, Any]]]] = [("categorie", [(code, words) for words, code in groups])]
    for name, values in (("dagen", DAGEN), ("wie", WIE), ("thuis", THUIS)):
        parts.append((name, [(value, t(f"keuzehulp.zoek_{name}_{value}")) for value in values]))
    return [
        {"naam": name, "kop": t(f"keuzehulp.zoek_{name}"), "waarden": values, "gekozen": getattr(search, name)}
        for name, values in parts
    ]
