"""The calculation as parts of a page, for inwoner and worker alike: the sixteen steps, and the facts they rest on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from opstap.kern.geld import Geld
from opstap.onderdelen.delen import Link, Stap
from opstap.onderdelen.teksten import plat, t, taal
from opstap.recht.regels.in_taal import in_taal
from opstap.recht.regels.zinnen import HOOFDTAAL
from opstap.recht.stappen import grouped
from opstap.taal.teksten import bestaat

UITBETALEN = 15


def told(outcome: Mapping[str, Any]) -> Mapping[str, Any]:
    """The outcome in the language of the reader; the rules know its sentences, the screens what the questions left
    open. What cannot be is named by its key; the Dutch line of the rules says more.
    """
    if taal() == HOOFDTAAL:
        return outcome
    said = in_taal(outcome, taal())
    return {**said, "ontbreekt": [row | {"vraag": _question(row)} for row in said["ontbreekt"]]}


def _question(row: Mapping[str, str]) -> str:
    if row["gegeven"] == "invoer":
        return plat("recht.vraag_invoer", waar=row["vraag"].partition(":")[0])
    key = f"recht.vraag_{row['gegeven']}"
    return plat(key) if bestaat(key, taal()) else row["vraag"]


def steps(outcome: Mapping[str, Any]) -> list[Stap]:
    """The sixteen steps in the words of the reader, the amount that is paid marked as the sum."""
    return [
        Stap(t(row.naam), " ".join(row.teksten), row.uitkomst, tuple(Link(artikel) for artikel in row.artikelen),
             som=row.nummer == UITBETALEN)
        for row in grouped(in_taal(outcome, taal()))
    ]  # fmt: skip


def amounts(outcome: Mapping[str, Any]) -> dict[str, Geld | None]:
    """The amounts of an outcome as Geld, None where they are not known."""
    paid, norm, bezit = (outcome.get(key) or {} for key in ("uitkering", "norm", "vermogen"))
    return {
        "bijstand": _geld(paid.get("incl_vakantietoeslag")), "per_maand": _geld(paid.get("excl_vakantietoeslag")),
        "norm": _geld(norm.get("incl_vakantietoeslag")), "inkomen": _geld(outcome.get("inkomen_in_aanmerking")),
        "bezit": _geld(bezit.get("in_aanmerking")), "grens": _geld(bezit.get("grens")),
    }  # fmt: skip


def _geld(value: str | None) -> Geld | None:
    return Geld.parse(value) if value is not None else None
