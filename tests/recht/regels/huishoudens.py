"""Builders of households for the tests of entitlement: one by hand, many at random with every edge drawn often."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

from opstap.recht.regels import aow, bedragen

PEILDATA = (
    *bedragen.dates(),
    date(2018, 12, 31),
    date(2020, 2, 29),
    date(2022, 12, 31),
    date(2025, 12, 31),
    date(2026, 2, 28),
    date(2026, 7, 14),
    date(2027, 3, 1),
)
SOORTEN = (
    "loon",
    "uitkering",
    "alimentatie",
    "pensioen",
    "studiefinanciering",
    "onderhuur",
    "overig",
    "premie",
    "vrijwilligersvergoeding",
)
BEZIT = (
    "banktegoed",
    "contant",
    "auto",
    "overig",
    "schuld",
    "eigen_woning",
    "lijfrente",
    "spaargeld_bijstand",
    "immateriele_schade",
)
REGELINGEN = ("31_2_n", "31_2_r", "31_2_y", "31_2_z", "31_2_aa", "34a")


def jaren_eerder(on: date, years: int, days: int = 0) -> str:
    """The birthday of who is `years` old on `on`; `days` later makes them that much younger."""
    try:
        birth = on.replace(year=on.year - years)
    except ValueError:
        birth = on.replace(year=on.year - years, day=28)
    return (birth + timedelta(days=days)).isoformat()


def persoon(naam: str, rol: str, on: date, age: int, **meer: Any) -> dict[str, Any]:
    return {"id": naam, "rol": rol, "geboortedatum": jaren_eerder(on, age), **meer}


def gezin(
    on: date | str,
    age: int = 40,
    partner: int | None = None,
    kind: int | None = None,
    leden: tuple[int, ...] = (),
    **meer: Any,
) -> dict[str, Any]:
    """A household about which everything is known, without income or capital, unless `meer` says otherwise."""
    day = date.fromisoformat(on) if isinstance(on, str) else on
    personen = [persoon("a", "aanvrager", day, age)]
    if partner is not None:
        personen.append(persoon("p", "partner", day, partner))
    if kind is not None:
        personen.append(persoon("k", "kind", day, kind))
    personen += [persoon(f"m{n}", "medebewoner", day, lid) for n, lid in enumerate(leden)]
    return {
        "peildatum": day.isoformat(),
        "personen": personen,
        "in_inrichting": False,
        "rechtmatig_verblijf": True,
        "inkomsten": [],
        "vermogen": [],
        **meer,
    }


def willekeurig(rng: random.Random) -> dict[str, Any]:
    """A random household: all leefvormen, dates, incomes, capital and choices, with the edges drawn often."""
    on = rng.choice(PEILDATA)
    personen = [_adult(rng, on, "a", "aanvrager")]
    if rng.random() < 0.45:
        personen.append(_adult(rng, on, "p", "partner"))
    for n in range(rng.choice((0, 0, 0, 1, 2))):
        personen.append({"id": f"k{n}", "rol": "kind", "geboortedatum": _birth(rng, on, (0, 11, 12, 17, 18, 21, 27))})
    for n in range(rng.choice((0, 0, 0, 1, 2, 5, 12))):
        personen.append(_housemate(rng, on, f"m{n}"))
    result: dict[str, Any] = {"peildatum": on.isoformat(), "personen": personen}
    _known(rng, result, "in_inrichting", rng.random() < 0.06)
    _known(rng, result, "rechtmatig_verblijf", rng.random() < 0.96)
    _known(
        rng,
        result,
        "inkomsten",
        [_income(rng, rng.choice(personen)["id"]) for _ in range(rng.choice((0, 0, 1, 1, 2, 4)))],
    )
    _known(rng, result, "vermogen", [_bezit(rng) for _ in range(rng.choice((0, 0, 1, 2, 3)))])
    _maybe(rng, result, "giften_dit_jaar", _money(rng, (1_200, 1_300)), 0.2)
    _maybe(rng, result, "eerder_vrijgelaten_vermogen", _money(rng, (1_000, 8_000)), 0.1)
    gemeld = on - timedelta(days=rng.randrange(60))
    _maybe(rng, result, "gemeld_op", gemeld.isoformat(), 0.6)
    _maybe(rng, result, "aangevraagd_op", (gemeld + timedelta(days=rng.randrange(20))).isoformat(), 0.6)
    _maybe(rng, result, "alleen_deze_maand_vanaf", on.replace(day=rng.randrange(1, 29)).isoformat(), 0.1)
    _maybe(rng, result, "voorschot", rng.random() < 0.7, 0.4)
    if rng.random() < 0.5:
        result["keuzes"] = _choices(rng, personen, gemeld)
    return result


def _adult(rng: random.Random, on: date, naam: str, rol: str) -> dict[str, Any]:
    result: dict[str, Any] = {"id": naam, "rol": rol}
    if rng.random() < 0.98:
        result["geboortedatum"] = _birth(rng, on, (17, 18, 20, 21, 26, 27, 40, 60))
    for key, share in (
        ("gedetineerd", 0.02),
        ("staakt", 0.02),
        ("onbetaald_verlof", 0.02),
        ("kan_onderwijs_volgen", 0.04),
        ("medisch_urenbeperkt", 0.1),
        ("doelgroep_loonkostensubsidie", 0.1),
        ("mantelzorg_tijdelijk", 0.03),
    ):
        if rng.random() < share:
            result[key] = True
    _maybe(rng, result, "heeft_recht", rng.random() < 0.6, 0.15)
    _maybe(rng, result, "ouderschapsverlof", rng.random() < 0.5, 0.05)
    _maybe(rng, result, "ouders_betalen_mee", rng.random() < 0.3, 0.4)
    _maybe(rng, result, "dagen_buitenland_dit_jaar", rng.choice((0, 28, 29, 91, 92)), 0.1)
    _maybe(
        rng,
        result,
        "praktijkonderwijs_tot",
        (on - timedelta(days=rng.choice((300, 364, 365, 366, 400)))).isoformat(),
        0.05,
    )
    if rol == "partner":
        _maybe(rng, result, "in_inrichting", True, 0.08)
    return result


def _housemate(rng: random.Random, on: date, naam: str) -> dict[str, Any]:
    result: dict[str, Any] = {"id": naam, "rol": "medebewoner"}
    if rng.random() < 0.98:
        result["geboortedatum"] = _birth(rng, on, (10, 20, 21, 26, 27, 50))
    for key, share in (
        ("student", 0.15),
        ("zakelijk_contract", 0.2),
        ("zelfde_verhuurder", 0.1),
        ("mantelzorg_tijdelijk", 0.05),
    ):
        drawn = rng.random()
        if drawn < share + 0.35:
            result[key] = True if drawn < share else False if drawn < share + 0.3 else None
    _maybe(rng, result, "relatie", rng.choice(("ouder", "kind", "broer_zus", "grootouder", "kleinkind", "overig")), 0.6)
    return result


def _bezit(rng: random.Random) -> dict[str, Any]:
    result: dict[str, Any] = {
        "soort": rng.choice(BEZIT),
        "waarde": _money(rng, (5_000, 6_120, 7_770, 8_000, 16_000, 67_500, 340_000)),
    }
    if result["soort"] == "lijfrente":
        _maybe(rng, result, "inleg_per_jaar", _money(rng, (6_000, 8_112)), 0.3)
        _maybe(rng, result, "waardetoename", min(result["waarde"], "2500.00", key=float), 0.4)
    return result


def _income(rng: random.Random, naam: str) -> dict[str, Any]:
    soort = rng.choice(SOORTEN)
    result: dict[str, Any] = {
        "persoon": naam,
        "soort": soort,
        "netto": _money(rng, (26, 53, 220, 300, 812, 1_400, 2_100)),
    }
    if soort == "loon":
        _maybe(rng, result, "met_loonkostensubsidie", rng.random() < 0.6, 0.4)
    if soort in ("premie", "vrijwilligersvergoeding"):
        _maybe(rng, result, "eerder_dit_jaar", _money(rng, (1_000, 2_000, 3_000)), 0.5)
    if soort == "studiefinanciering" and rng.random() < 0.5:
        result.update(
            onderwijs=rng.choice(("ho", "mbo")), woont=rng.choice(("thuis", "uit")), eenoudertoeslag=rng.random() < 0.3
        )
    return result


def _choices(rng: random.Random, personen: list[dict[str, Any]], gemeld: date) -> dict[str, Any]:
    result: dict[str, Any] = {}
    _maybe(rng, result, "verlaging_art27_procent", rng.choice((0, 10, 12.5, 20)), 0.3)
    _maybe(rng, result, "verlaging_art28_procent", rng.choice((0, 10, 20)), 0.2)
    _maybe(rng, result, "regime_vrijlating", rng.choice(("31", "34a")), 0.3)
    _maybe(rng, result, "afronding_kostendelers", rng.choice(("breuk", "procent_eerst")), 0.3)
    _maybe(
        rng,
        result,
        "afstemming_art18",
        {
            "bedrag": _money(rng, (50, 500, 1_500)),
            "reden": "woont bij vrienden",
            "richting": rng.choice(("verlaging", "verhoging")),
        },
        0.2,
    )
    _maybe(rng, result, "bufferbudget", {"bedrag": _money(rng, (400, 1_000, 1_100)), "reden": "wisselend loon"}, 0.1)
    _maybe(
        rng,
        result,
        "ingangsdatum_eerder",
        {"datum": (gemeld - timedelta(days=rng.randrange(150))).isoformat(), "reden": "lag in het ziekenhuis"},
        0.1,
    )
    adults = [each["id"] for each in personen if each["rol"] in ("aanvrager", "partner")]
    chosen = {naam: _exemption(rng) for naam in adults if rng.random() < 0.7}
    if chosen:
        result["vrijlating"] = chosen
    return result


def _birth(rng: random.Random, on: date, edges: tuple[int, ...]) -> str:
    if rng.random() < 0.15:
        return _around_aow(rng, on)
    if rng.random() < 0.4:
        return min(date.fromisoformat(jaren_eerder(on, rng.choice(edges), rng.choice((-1, 0, 1)))), on).isoformat()
    return (on - timedelta(days=rng.randrange(0, 85 * 365))).isoformat()


def _around_aow(rng: random.Random, on: date) -> str:
    """Born so that the pensionable age is reached within a few days of `on`."""
    birth = date.fromisoformat(jaren_eerder(on, 66))
    while aow.aow_datum(birth) > on:
        birth -= timedelta(days=15)
    while aow.aow_datum(birth) < on:
        birth += timedelta(days=1)
    return (birth + timedelta(days=rng.choice((-1, 0, 1)))).isoformat()


def _exemption(rng: random.Random) -> dict[str, Any]:
    result = {"regeling": rng.choice(REGELINGEN), "maanden_gebruikt": rng.choice((0, 5, 6, 11, 12, 17, 18, 29, 30))}
    if result["regeling"] == "34a" and rng.random() < 0.4:
        result.update(verlengd_maanden=rng.choice((0, 1, 6)), reden="meer uren kan niet")
    return result


def _money(rng: random.Random, edges: tuple[int, ...]) -> str:
    cents = rng.choice(edges) * 100 + rng.choice((-1, 0, 0, 1)) if rng.random() < 0.6 else rng.randrange(0, 300_000)
    return f"{max(cents, 0) // 100}.{max(cents, 0) % 100:02d}"


def _known(rng: random.Random, into: dict[str, Any], key: str, value: Any) -> None:
    if rng.random() < 0.96:
        into[key] = value


def _maybe(rng: random.Random, into: dict[str, Any], key: str, value: Any, share: float) -> None:
    if rng.random() < share:
        into[key] = value
