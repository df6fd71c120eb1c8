"""Every limit and every exemption of every date decides: a case up to the amount, and one just above it.

The cases are made from the amounts themselves, so a new date has them by itself. A row that holds all year is tried in
July too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest

from opstap.recht.regels import bedragen
from opstap.recht.regels.reken import reken
from tests.recht.regels.huishoudens import gezin

OUD = 80
Zaak = tuple[dict[str, Any], Callable[[dict[str, Any]], Any], Any]


def _euro(cents: int) -> str:
    return f"{cents // 100}.{cents % 100:02d}"


def _telt(answer: dict[str, Any]) -> Any:
    return answer["inkomen_in_aanmerking"]


def _bezit(answer: dict[str, Any]) -> Any:
    return answer["vermogen"]["in_aanmerking"]


def _norm(answer: dict[str, Any]) -> Any:
    return answer["norm"]["incl_vakantietoeslag"]


def _heeft(code: str) -> Callable[[dict[str, Any]], bool]:
    return lambda answer: code in {each["code"] for each in answer["let_op"]}


def _inkomen(soort: str, cents: int, **meer: Any) -> list[dict[str, Any]]:
    return [{"persoon": "a", "soort": soort, "netto": _euro(cents), **meer}]


def _grens(day: date, cents: int, **gezin_van: Any) -> Iterator[Zaak]:
    for waarde, uitkomst in ((cents, "recht"), (cents + 1, "geen_recht")):
        bezit = [{"soort": "banktegoed", "waarde": _euro(waarde)}]
        yield gezin(day, vermogen=bezit, **gezin_van), lambda answer: answer["uitkomst"], uitkomst


def _vrij(day: date, cents: int, soort: str, **gezin_van: Any) -> Iterator[Zaak]:
    for netto, telt in ((cents, 0), (cents + 1, 1)):
        yield gezin(day, inkomsten=_inkomen(soort, netto), **gezin_van), _telt, _euro(telt)


def _loon(day: date, cents: int, procent: int, regeling: str, **gezin_van: Any) -> Iterator[Zaak]:
    """Wages of which the share is exactly the most, a cent less, and well above it."""
    feiten = gezin_van.pop("feiten", {})
    genoeg = -(-(cents * 10_000 - 5_000) // procent)
    for loon, vrij in ((genoeg, cents), (genoeg - 1, cents - 1), (genoeg + 50_000, cents)):
        keuzes = {"vrijlating": {"a": {"regeling": regeling, "maanden_gebruikt": 0}}}
        household = gezin(day, inkomsten=_inkomen("loon", loon), keuzes=keuzes, **gezin_van)
        household["personen"][0].update(feiten)
        yield household, _telt, _euro(loon - vrij)


def _studie(day: date, cents: int, key: str) -> Iterator[Zaak]:
    onderwijs, woont = key.split(".")[2:]
    norm = _inkomen("studiefinanciering", 12_345, onderwijs=onderwijs, woont=woont)
    yield gezin(day, inkomsten=norm), _telt, _euro(cents)
    yield gezin(day, inkomsten=_inkomen("studiefinanciering", 12_345)), _telt, "123.45"


def _jongere(day: date, cents: int, known: bedragen.Bedragen) -> Iterator[Zaak]:
    norm = known["norm.20.1.a"].cents
    for mee, verhoging in ((True, 0), (False, cents)):
        household = gezin(day, 19)
        household["personen"][0]["ouders_betalen_mee"] = mee
        yield household, _norm, _euro(norm + verhoging)


def _kindbedrag(day: date, cents: int, known: bedragen.Bedragen) -> Iterator[Zaak]:
    half = known["norm.21.b"].cents
    for kind, erbij in ((None, 0), (3, cents)):
        household = gezin(day, 40, partner=40, kind=kind)
        household["personen"][1]["heeft_recht"] = False
        yield household, _norm, _euro((12 * half + 2 * erbij + 12) // 24)


def _vrijwilliger_per_jaar(day: date, cents: int, known: bedragen.Bedragen) -> Iterator[Zaak]:
    maand = known["vrijwilliger.31_2_k.per_maand"].cents
    for eerder, telt in ((cents - maand, 0), (cents - maand + 1, 1)):
        lijst = _inkomen("vrijwilligersvergoeding", maand, eerder_dit_jaar=_euro(eerder))
        yield gezin(day, inkomsten=lijst), _telt, _euro(telt)


def _buffer(day: date, cents: int) -> Iterator[Zaak]:
    for bedrag, over in ((cents, False), (cents + 1, True)):
        keuzes = {"bufferbudget": {"bedrag": _euro(bedrag), "reden": "wisselend inkomen"}}
        yield gezin(day, keuzes=keuzes), lambda answer: answer["bufferbudget"], _euro(cents)
        yield gezin(day, keuzes=keuzes), _heeft("buffer_grens"), over


def _los(day: date, cents: int, known: bedragen.Bedragen, key: str) -> Iterator[Zaak]:
    if key == "vermogen.eigen_woning":
        for waarde, lening in ((cents, False), (cents + 1, True)):
            bezit = [{"soort": "eigen_woning", "waarde": _euro(waarde)}]
            yield gezin(day, vermogen=bezit), _heeft("lening_eigen_woning"), lening
    elif key == "lijfrente.15.waarde":
        for waarde, telt in ((cents, 0), (cents + 1, 1)):
            yield gezin(day, vermogen=[{"soort": "lijfrente", "waarde": _euro(waarde)}]), _bezit, _euro(telt)
    elif key == "lijfrente.15.inleg":
        for inleg, over in ((cents, False), (cents + 1, True)):
            bezit = [{"soort": "lijfrente", "waarde": "1000.00", "inleg_per_jaar": _euro(inleg)}]
            yield gezin(day, vermogen=bezit), _heeft("lijfrente_inleg"), over
    elif key == "giften.31_2_m.per_jaar":
        for giften, telt in ((cents, 0), (cents + 1, 1)):
            yield gezin(day, giften_dit_jaar=_euro(giften)), _bezit, _euro(telt)


ZAKEN: dict[str, Callable[[date, int, bedragen.Bedragen], Iterator[Zaak]]] = {
    "vermogen.grens.alleenstaand": lambda day, cents, _: _grens(day, cents),
    "vermogen.grens.gehuwd_of_kind": lambda day, cents, _: (
        zaak for gezin_van in ({"partner": 40}, {"kind": 5}) for zaak in _grens(day, cents, **gezin_van)
    ),
    "vermogen.eigen_woning": lambda day, cents, known: _los(day, cents, known, "vermogen.eigen_woning"),
    "lijfrente.15.waarde": lambda day, cents, known: _los(day, cents, known, "lijfrente.15.waarde"),
    "lijfrente.15.inleg": lambda day, cents, known: _los(day, cents, known, "lijfrente.15.inleg"),
    "giften.31_2_m.per_jaar": lambda day, cents, known: _los(day, cents, known, "giften.31_2_m.per_jaar"),
    "bufferbudget.34b.per_jaar": lambda day, cents, _: _buffer(day, cents),
    "vrijlating.31_2_n.maximum": lambda day, cents, _: _loon(day, cents, 2500, "31_2_n"),
    "vrijlating.31_2_r.maximum": lambda day, cents, _: _loon(day, cents, 1250, "31_2_r", kind=5),
    "vrijlating.31_2_y_z_aa.maximum": lambda day, cents, _: _loon(
        day, cents, 1500, "31_2_y", feiten={"medisch_urenbeperkt": True}
    ),
    "vrijlating.34a.aow.maximum": lambda day, cents, _: _loon(day, cents, 2500, "34a", age=OUD),
    "premie.31_2_j.per_jaar": lambda day, cents, _: _vrij(day, cents, "premie"),
    "vrijwilliger.31_2_k.per_maand": lambda day, cents, _: _vrij(day, cents, "vrijwilligersvergoeding"),
    "vrijwilliger.31_2_k.per_jaar": _vrijwilliger_per_jaar,
    "pensioen.33_5.alleenstaand": lambda day, cents, _: _vrij(day, cents, "pensioen", age=OUD),
    "pensioen.33_5.gehuwd": lambda day, cents, _: _vrij(day, cents, "pensioen", age=OUD, partner=OUD),
    "verhoging.20_3": _jongere,
    "kindbedrag.24a.per_jaar": _kindbedrag,
    **{
        key: lambda day, cents, _, key=key: _studie(day, cents, key)  # type: ignore[misc]
        for key in ("studie.33_2.ho.thuis", "studie.33_2.ho.uit", "studie.33_2.mbo.thuis", "studie.33_2.mbo.uit")
    },
}
ELDERS = {
    "norm.": "test_recht_normrijen",
    "kostendeler.": "test_recht_normrijen",
    "percentage.": "used by every case of its rule",
    "maanden.": "test_recht_middelen: the months used",
    "leeftijd.": "test_recht_norm: 21 and 27",
    "ioaw.": "kept for reference",
    "studie.33_2.eenouder": "below",
}


def _dagen(start: date, ritme: str) -> list[date]:
    july = start.replace(month=7, day=1)
    return [start] if ritme == "januari_juli" or start.month >= 7 or july > bedragen.dates()[-1] else [start, july]


def _rijen() -> Iterator[tuple[date, str]]:
    for start in bedragen.dates():
        for key, row in bedragen.load(start).rijen.items():
            if key in ZAKEN and row.vanaf == start:
                yield from ((day, key) for day in _dagen(start, row.ritme))


@pytest.mark.parametrize(("day", "key"), list(_rijen()))
def test_a_row_decides_on_each_side(day: date, key: str) -> None:
    known = bedragen.load(day)
    cases = list(ZAKEN[key](day, known[key].cents, known))
    assert len(cases) >= 2
    for household, look, expected in cases:
        assert look(reken(household)) == expected, household


def test_every_key_is_tried_here_or_elsewhere() -> None:
    keys = set(bedragen._keys(None))
    assert {key for key in keys - ZAKEN.keys() if not key.startswith(tuple(ELDERS))} == set()


@pytest.mark.parametrize("toeslag", [True, False])
def test_the_allowance_of_a_single_parent_who_studies_is_added(toeslag: bool) -> None:
    tried = 0
    for start in bedragen.dates():
        known = bedragen.load(start)
        if "studie.33_2.eenouder" not in known or "studie.33_2.ho.uit" not in known:
            continue
        lijst = _inkomen("studiefinanciering", 1, onderwijs="ho", woont="uit", eenoudertoeslag=toeslag)
        telt = known["studie.33_2.ho.uit"].cents + toeslag * known["studie.33_2.eenouder"].cents
        assert _telt(reken(gezin(start, kind=3, inkomsten=lijst))) == _euro(telt)
        tried += 1
    assert tried
