"""The rules written out for one household give what the rules called one by one give."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from opstap.recht.regels import boek, ops, uitschrijven
from opstap.recht.regels.beleid import STANDAARD
from opstap.recht.regels.boek import DOELEN
from opstap.recht.regels.motor import maak_functie, regel, werk
from opstap.recht.regels.reken import lees
from opstap.recht.regels.uitschrijven import _VORMEN, EERST_GEWOON, een_huishouden, schrijf_uit
from tests.recht.regels.huishoudens import gezin, willekeurig

DAGEN = (date(2018, 7, 1), date(2022, 12, 31), date(2023, 1, 1), date(2025, 12, 31), date(2026, 7, 1))


@pytest.mark.parametrize("alleen", [False, True])
@pytest.mark.parametrize("on", DAGEN)
def test_written_out_gives_every_value_that_calling_gives(on: date, alleen: bool) -> None:
    dag = boek.dag(on, STANDAARD)
    goals = (*DOELEN, *dag.opmerkingen, *dag.vragen)
    order, vast = boek.boek().volgorde(on, goals), dag._vast(alleen)
    written, called = schrijf_uit(order, vast), maak_functie(order, vast)
    assert written is not None
    rng = random.Random(on.toordinal())
    tried = 0
    while tried < 300:
        document = {**willekeurig(rng), "peildatum": on.isoformat()}
        for key in ("alleen_deze_maand_vanaf", *(("keuzes", "inkomsten") if alleen else ())):
            document.pop(key, None)
        document["personen"] = [
            {**each, "geboortedatum": min(each["geboortedatum"], on.isoformat())} if "geboortedatum" in each else each
            for each in document["personen"]
            if not (alleen and each["rol"] == "partner")
        ]
        feiten = lees(document)[0].feiten
        assert {**written(feiten)} == {**called(feiten)}, document
        tried += 1


@pytest.mark.parametrize("args", [(True, 5, 7), (False, 5, 7), (True, 3, 3), (False, -2, 9)])
@pytest.mark.parametrize("naam", sorted(_VORMEN))
def test_each_short_form_is_what_the_operation_is(naam: str, args: tuple[bool, int, int]) -> None:
    operation, form = getattr(ops, naam), _VORMEN[naam].replace("#", "tijdelijk_")
    given: tuple[Any, ...] = {
        "kies": args,
        "niet": args[:1],
        "getal": args[:1],
        "en": (args[0], args[1] > 0),
        "of": (args[0], args[1] > 0),
        "breed": args[1:2],
        "tabel": ((args[1], args[2]), 1),
        "deel": (args[2] * 1111, 1250),
    }.get(naam, args[1:])
    names = {f"A{place}": value for place, value in enumerate(given)}
    assert eval(form, names) == operation(*given)


def test_the_first_times_it_is_worked_out_as_before_and_then_written_out() -> None:
    calls = []

    @regel("art. 1")
    def dubbel(loon: int) -> int:
        return loon * 2

    def gewoon(feiten: Any) -> dict[str, Any]:
        calls.append(feiten["loon"])
        return {"dubbel": feiten["loon"] * 2}

    work = een_huishouden([dubbel], {}, gewoon)
    assert [work({"loon": n})["dubbel"] for n in range(EERST_GEWOON + 5)] == [2 * n for n in range(EERST_GEWOON + 5)]
    assert calls == list(range(EERST_GEWOON - 1))


def test_a_rule_with_a_choice_on_an_amount_is_called_as_it_is() -> None:
    @regel("art. 1")
    def som(loon: int, grens: int) -> int:
        if grens > 3:
            return loon
        return 0

    work = schrijf_uit([som], {"grens": 5})
    assert work is not None
    assert work({"loon": 7})["som"] == 7


def _kolom(rng: Any, soort: Any, size: int) -> Any:
    if soort == "ja_nee":
        return rng.random(size) < 0.5
    top = len(soort) if isinstance(soort, tuple) else 300_000
    return rng.integers(0, top, size).astype(np.int8 if isinstance(soort, tuple) else np.int32)


@pytest.mark.parametrize("on", DAGEN)
def test_a_rule_gives_nothing_where_what_it_needs_is_not_there(on: date) -> None:
    """What `alleen_bij` promises, for every rule that says it: 0 or no, whatever the other arguments are."""
    rng = np.random.default_rng(3)
    dag, soorten = boek.dag(on, STANDAARD), boek.soorten()
    seen = 0
    for each in dag.regels.values():
        if not each.alleen_bij or all(arg in dag.vast for arg in each.alleen_bij):
            continue
        columns = {arg: _kolom(rng, soorten[arg], 500) for arg in each.args if arg not in dag.vast}
        if "plaats" in columns:
            columns["plaats"] = rng.integers(0, 54, 500).astype(np.int16)
        if "plaats_thuis" in columns:
            columns["plaats_thuis"] = rng.integers(18, 36, 500).astype(np.int16) * 88
        for code in ("personen", "kostendelers", "jongeren_zonder_ouders", "delers"):
            if code in columns:
                columns[code] = rng.integers(0, 3, 500).astype(np.int16)
        filled = dict(columns)
        for arg in each.alleen_bij:
            columns[arg] = np.zeros(500, columns[arg].dtype)
        outcome = np.asarray(each.functie(*[columns.get(arg, dag.vast.get(arg)) for arg in each.args]))
        assert not outcome.any(), each.naam
        first = each.alleen_bij[0]
        columns[first] = filled[first] * (rng.random(500) < 0.2)
        args = [columns.get(arg, dag.vast.get(arg)) for arg in each.args]
        assert (np.asarray(werk(each)(*args)) == np.asarray(each.functie(*args))).all(), each.naam
        seen += 1
    assert seen >= 10


def test_who_is_not_there_has_no_aow_and_brings_no_remark() -> None:
    from opstap.recht.regels.reken import reken

    single = reken(gezin("2026-07-01", 40, keuzes={"regime_vrijlating": "34a"}))
    assert "nog_niet_verplicht" not in {each["code"] for each in single["let_op"]}
    unknown = gezin("2026-07-01", 40)
    del unknown["personen"][0]["geboortedatum"]
    assert "svb" not in {each["code"] for each in reken(unknown)["let_op"]}


def test_every_rule_of_today_but_a_few_is_written_out_and_a_replaced_file_is_left_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    dag = boek.dag(date(2026, 7, 1), STANDAARD)
    rules = [each for each in dag.regels.values() if each.soort != "tabel" and each.naam not in dag.vast]
    found = [each.naam for each in rules if uitschrijven._source(each.functie) is not None]
    assert len(found) == len(rules)
    uitschrijven._functions.cache_clear()
    read = Path.read_text
    monkeypatch.setattr(Path, "read_text", lambda self, **kw: read(self, **kw).replace(" + ", " - "))
    left = [each.naam for each in rules if uitschrijven._source(each.functie) is not None]
    assert "eigen_inkomen_a" in found
    assert "eigen_inkomen_a" not in left
    assert "werkt_a" in left
    uitschrijven._functions.cache_clear()
