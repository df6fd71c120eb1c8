"""The rule book of the Participatiewet as Opstap knows it, and what holds for everybody on one day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from types import ModuleType
from typing import Any

from opstap.recht.regels import bedragen, inkomen, middelen, normen, opmerkingen, personen, uitkomst
from opstap.recht.regels.bedragen import Bedragen
from opstap.recht.regels.beleid import Beleid
from opstap.recht.regels.motor import Berekening, Boek, Regel
from opstap.recht.regels.ops import ONBEKEND
from opstap.recht.regels.velden import DAGFEITEN, FEITEN, MEDEBEWONER, PER_MENS

MODULES = (personen, normen, middelen, inkomen, uitkomst)
BELEID = {"giften_boven": "giften_boven_grens", "dertig_dagen": "grondslag_deel_maand", "auto_vrij": "vrij_bedrag_auto"}
MERKEN = ("bedragen_verouderd", "toeslag_onbevestigd", "tabel_onbevestigd")


def regels_van(module: ModuleType) -> list[Regel]:
    """The rules a module defines, in the order they stand there."""
    return [each for each in vars(module).values() if isinstance(each, Regel)]


def argument(sleutel: str) -> str:
    """The name of an amount as an argument of a rule: `norm.21.a` is `norm_21_a`."""
    return sleutel.replace(".", "_")


@lru_cache(maxsize=1)
def sleutels() -> dict[str, str]:
    """Argument name → key of the amount, for every key the amounts can have."""
    return {argument(naam): naam for naam in bedragen._keys(None)}


def maak(regels: Iterable[Regel]) -> Boek:
    """A checked book of these rules. Raises RegelFout."""
    vast = [*sleutels(), *BELEID, *MERKEN, *DAGFEITEN]
    return Boek(regels, [*FEITEN, *MEDEBEWONER, "leden"], PER_MENS, vast)


@lru_cache(maxsize=1)
def boek() -> Boek:
    """The book in use."""
    return maak([each for module in MODULES for each in regels_van(module)] + opmerkingen.REGELS)


@dataclass(frozen=True, eq=False)
class Dag:
    """All that holds for everybody on one day: rules, amounts, policy and what follows from them alone."""

    peildatum: date
    bedragen: Bedragen
    beleid: Beleid
    regels: dict[str, Regel]
    regels_vanaf: date
    start: dict[str, Any]
    vaste_stappen: tuple[Regel, ...]
    opmerkingen: tuple[str, ...]
    vragen: tuple[str, ...]


@lru_cache(maxsize=128)
def dag(peildatum: date, beleid: Beleid) -> Dag:
    """Rules, amounts and policy of one day. Raises VoorEersteBedragen before 2018."""
    in_force = bedragen.load(peildatum)
    rules, since = boek().versie(peildatum)
    start: dict[str, Any] = {name: _cents(in_force, key) for name, key in sleutels().items()}
    start["peildatum"] = peildatum.toordinal()
    start["bedragen_vanaf"] = in_force.peildatum.toordinal()
    start.update({name: beleid.get(switch) for name, switch in BELEID.items()})
    start["bedragen_verouderd"] = int(_is_outdated(in_force.peildatum, peildatum))
    start["toeslag_onbevestigd"] = int(_onbevestigd(in_force, "percentage.vakantietoeslag"))
    start["tabel_onbevestigd"] = tuple(_onbevestigd(in_force, key) for key in normen.NORM_SLEUTELS)
    work = Berekening(start, rules)
    for name in boek().constant(peildatum):
        work[name]
    told = tuple(each for each in work.volgorde if each.tekst is not None)
    return Dag(peildatum, in_force, beleid, rules, since, dict(work), told,
               tuple(n for n in opmerkingen.OPMERKINGEN if n in rules), tuple(n for n in opmerkingen.VRAGEN if n in rules))


def _cents(in_force: Bedragen, key: str) -> int:
    known = in_force.cents(key)
    return ONBEKEND if known is None else known


def _onbevestigd(in_force: Bedragen, key: str) -> bool:
    row = in_force.get(key)
    return row is not None and row.staat == "onbevestigd"


def _is_outdated(amounts: date, on: date) -> bool:
    """Amounts change in January and July: after half a year new ones should have been there."""
    if amounts.month < 7:
        return on >= date(amounts.year, 7, 1)
    return on >= date(amounts.year + 1, 1, 1)
