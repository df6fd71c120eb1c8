"""What stands on the pages of the supply and of reading a list in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from opstap.beheer.formulieren_aanbod import fault_words
from opstap.kern.models import Gemeente
from opstap.keuzehulp.actions.apply_lijst import plan_of
from opstap.keuzehulp.gaten import Aanbodregel, supply_list
from opstap.keuzehulp.lijst.bestand import read
from opstap.keuzehulp.lijst.koppelen import Koppelwijze, unused
from opstap.keuzehulp.lijst.plan import Rijfout, Voorgenomen
from opstap.keuzehulp.models import Inlezing
from opstap.onderdelen.keuzehulp import catalogus
from opstap.onderdelen.teksten import t, taal

GETOOND = 50
STATEN = ("oud", "vrij", "vol", "gestopt")


def filtered(rows: Sequence[Aanbodregel], query: Mapping[str, Any]) -> tuple[list[Aanbodregel], dict[str, str]]:
    """The rows that were asked for, and what was asked. Without a question: all of them."""
    asked = {name: str(query.get(name, ""))[:100].strip() for name in ("hulp", "staat", "wie")}
    found = [row for row in rows if asked["hulp"] in ("", row.rij.instrument) and asked["staat"] in ("", row.staat)]
    words = asked["wie"].casefold().split()
    return [row for row in found if all(word in _words(row) for word in words)], asked


def _words(row: Aanbodregel) -> str:
    rij = row.rij
    return f"{row.hulp} {rij.naam} {rij.aanbieder} {rij.plaats} {rij.regio} {rij.laat_vallen}".casefold()


def one(gemeente: Gemeente, pk: UUID) -> Aanbodregel | None:
    """One row that can be read here: own, or shared in the region."""
    return next((row for row in supply_list(gemeente, taal()) if row.rij.pk == pk), None)


def inlees_page(inlezing: Inlezing) -> dict[str, Any]:
    """The preview: what would come, what would change and from what, and what is wrong in which line."""
    lijst, wijze = read(bytes(inlezing.inhoud)), Koppelwijze.of(inlezing.keuzes)
    plan = plan_of(inlezing)
    return {
        "inlezing": inlezing, "plan": plan, "opmerkingen": [t(f"aanbod.opmerking_{key}") for key in lijst.opmerkingen],
        "niet_gelezen": unused(lijst, wijze), "aantal": len(lijst.rijen) + len(lijst.scheef), "wijze": wijze,
        "ontbreekt": [t(f"aanbod.kolom_{name}") for name in plan.ontbreekt], **_parts(plan),
    }  # fmt: skip


def _parts(plan: Voorgenomen) -> dict[str, Any]:
    names = catalogus().instrumenten
    new = [(line, names[values["instrument"]].naam, values) for line, values in plan.nieuw[:GETOOND]]
    changed = [
        (one.regel, one.rij, [(t(f"aanbod.kolom_{name}"), *pair) for name, pair in one.verschil.items()])
        for one in plan.anders[:GETOOND]
    ]
    faults = [(one.regel, _where(one), fault_words(one.fout)) for one in plan.fouten[:GETOOND]]
    return {"nieuw": new, "anders": changed, "fouten": faults, "getoond": GETOOND,
            "foute_regels": len({one.regel for one in plan.fouten})}  # fmt: skip


def _where(one: Rijfout) -> str:
    return t(f"aanbod.kolom_{one.fout.kolom}") if one.fout.kolom else ""
