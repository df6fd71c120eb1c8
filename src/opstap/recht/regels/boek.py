"""The rule book of the Participatiewet as Opstap knows it, and what holds for everybody on one day."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from types import ModuleType
from typing import Any

from opstap.recht.regels import (
    bedragen,
    inkomen,
    middelen,
    normen,
    normtabellen,
    opmerkingen,
    personen,
    uitkomst,
    vragen,
    vrijlating,
    woning,
)
from opstap.recht.regels.bedragen import Bedragen
from opstap.recht.regels.beleid import Beleid
from opstap.recht.regels.motor import BEGIN, Boek, Regel, Soort, Waarden, maak_functie, vooraf
from opstap.recht.regels.ops import ONBEKEND
from opstap.recht.regels.uitschrijven import een_huishouden
from opstap.recht.regels.velden import ALLE, DAGFEITEN, FEITEN, MEDEBEWONER, PER_MENS

MODULES = (personen, woning, normtabellen, normen, vrijlating, middelen, inkomen, uitkomst)
BELEID = {"giften_boven": "giften_boven_grens", "dertig_dagen": "grondslag_deel_maand", "auto_vrij": "vrij_bedrag_auto"}
DOELEN = (
    "datum_en_versie",
    "leeftijd_a",
    "leeftijd_p",
    "aanvraag_vanaf",
    "leefvorm",
    "vrijgelaten",
    "kostendelersdeel",
    "norm",
    "norm_excl",
    "inkomen",
    "bezit_vrij",
    "vermogen_te_hoog",
    "overwaarde",
    "uitkomst",
    "hoogte",
    "uitkering",
    "uitkering_excl",
    "deel_a",
    "deel_p",
    "ingangsdatum",
    "voorschot",
    "voorschot_uiterlijk",
    "buffer",
    "gegevens_hergebruiken",
)
"""What every answer needs, on every day."""
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
    made = maak([each for module in MODULES for each in regels_van(module)] + vragen.REGELS + opmerkingen.REGELS)
    for on in {BEGIN, *(each.vanaf for versions in made.regels.values() for each in versions)}:
        made.volgorde(on, DOELEN)
    return made


@lru_cache(maxsize=1)
def soorten() -> dict[str, Soort]:
    """How to show each name: facts, amounts and rules. Tables and marks are not shown."""
    result: dict[str, Soort] = {name: veld.soort for name, veld in {**ALLE, **DAGFEITEN}.items()}
    result.update(dict.fromkeys(MEDEBEWONER, "lijst"))
    result.update({"dertig_dagen": "getal", "giften_boven": "getal", "auto_vrij": "geld"})
    result.update({name: _soort_van(key) for name, key in sleutels().items()})
    for name, versions in boek().regels.items():
        result[name] = "lijst" if versions[-1].per == "medebewoner" else versions[-1].soort
    return result


def _soort_van(key: str) -> str:
    if key.startswith("percentage."):
        return "procent"
    return "getal" if key.startswith(("maanden.", "leeftijd.")) else "geld"


@dataclass(frozen=True, eq=False)
class Dag:
    """All that holds for everybody on one day: rules, amounts, policy and what follows from them alone.

    `vast`: the values of amounts, policy and of every rule that asks nothing of a household.
    """

    peildatum: date
    bedragen: Bedragen
    beleid: Beleid
    regels: dict[str, Regel]
    regels_vanaf: date
    vast: dict[str, Any]
    opmerkingen: tuple[str, ...]
    vragen: tuple[str, ...]

    def functie(
        self, doelen: Iterable[str], houd: Iterable[str] | None = None, *, alleen: bool = False
    ) -> Callable[[Waarden], dict[str, Any]]:
        """The function that works out these goals (see `motor.maak_functie`).

        `alleen`: for households without a partner. Nothing is worked out about somebody who is not there.
        """
        return maak_functie(boek().volgorde(self.peildatum, doelen), self._vast(alleen), houd)

    def een_huishouden(self, doelen: Iterable[str], *, alleen: bool) -> Callable[[Waarden], dict[str, Any]]:
        """The same for single values only, and faster once it is used often (see `uitschrijven`)."""
        order = boek().volgorde(self.peildatum, doelen)
        vast = self._vast(alleen)
        return een_huishouden(order, vast, maak_functie(order, vast), sleutels())

    def vast_zonder_partner(self, doelen: Iterable[str]) -> dict[str, Any]:
        """All that is the same for every household without a partner, as far as these goals need it."""
        return vooraf(boek().volgorde(self.peildatum, doelen), self._vast(True))[0]

    def _vast(self, alleen: bool) -> dict[str, Any]:
        return {**self.vast, **self.zonder_partner} if alleen else self.vast

    @property
    def zonder_partner(self) -> dict[str, Any]:
        """What holds for every household without a partner: no facts of one, and no outcome of a rule about one."""
        feiten = {naam + "_p": veld.begin for naam, veld in PER_MENS.items()}
        over_partner = [each for each in self.regels.values() if each.per == "volwassene" and each.naam[-2:] == "_p"]
        return {"heeft_partner": False, **feiten, **{each.naam: each.leeg for each in over_partner}}


@lru_cache(maxsize=512)
def dag(peildatum: date, beleid: Beleid) -> Dag:
    """Rules, amounts and policy of one day. Raises VoorEersteBedragen before 2018."""
    in_force = bedragen.load(peildatum)
    rules, since = boek().versie(peildatum)
    vast: dict[str, Any] = {name: _cents(in_force, key) for name, key in sleutels().items()}
    vast["peildatum"] = peildatum.toordinal()
    vast["bedragen_vanaf"] = in_force.peildatum.toordinal()
    vast.update({name: beleid.get(switch) for name, switch in BELEID.items()})
    vast["bedragen_verouderd"] = int(_is_outdated(in_force.peildatum, peildatum))
    vast["toeslag_onbevestigd"] = int(_onbevestigd(in_force, "percentage.vakantietoeslag"))
    vast["tabel_onbevestigd"] = tuple(_onbevestigd(in_force, key) for key in normtabellen.NORM_SLEUTELS)
    for each in boek().volgorde(peildatum, boek().constant(peildatum)):
        vast[each.naam] = each.functie(*[vast[arg] for arg in each.args])
    return Dag(
        peildatum,
        in_force,
        beleid,
        rules,
        since,
        vast,
        tuple(n for n in opmerkingen.OPMERKINGEN if n in rules),
        tuple(n for n in vragen.VRAGEN if n in rules),
    )


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
