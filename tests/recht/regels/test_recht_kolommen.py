"""One household and columns of many give the same answer, to the cent and to the word."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from datetime import date
from typing import Any

import numpy as np
import pytest

from opstap.recht.regels import boek, kolommen, motor, ops
from opstap.recht.regels.beleid import STANDAARD
from opstap.recht.regels.invoer import Lezing
from opstap.recht.regels.kolommen import UIT, antwoorden, kolommen_van, reken_kolommen
from opstap.recht.regels.motor import Regel, werk
from opstap.recht.regels.reken import lees, reken, werk_uit
from opstap.recht.regels.tabel import reken_rijen
from opstap.recht.regels.velden import ALLE
from tests.recht.regels.huishoudens import gezin, willekeurig

GEHEEL = bool(os.environ.get("OPSTAP_GEHEEL"))
SCHAKELAARS = {
    "giften_boven_grens": "inkomen",
    "grondslag_deel_maand": "30 dagen",
    "vrij_bedrag_auto": "5000.00",
    "regime_vrijlating": "34a",
    "afronding_kostendelers": "procent_eerst",
}


@pytest.mark.langzaam
@pytest.mark.parametrize("seed", range(50 if GEHEEL else 1))
def test_one_household_and_columns_give_the_same_answer(seed: int) -> None:
    rng = random.Random(seed)
    documents = [willekeurig(rng) for _ in range(2_000)]
    many = antwoorden([Lezing(each) for each in documents])
    for document, answer in zip(documents, many, strict=True):
        assert answer == reken(document), document


def test_the_same_holds_with_every_switch_of_the_municipality_on() -> None:
    rng = random.Random(77)
    documents = [willekeurig(rng) for _ in range(400)]
    many = list(reken_rijen([{**each, "rij": n, "schakelaars": SCHAKELAARS} for n, each in enumerate(documents)]))
    for n, (document, answer) in enumerate(zip(documents, many, strict=True)):
        assert answer == {"rij": n, **reken(document, SCHAKELAARS)}, document


@pytest.mark.langzaam
@pytest.mark.parametrize("seed", range(1000, 1025 if GEHEEL else 1001))
def test_bare_columns_over_many_days_equal_the_values_of_one_household(seed: int) -> None:
    rng = random.Random(seed)
    documents = [willekeurig(rng) for _ in range(2_000)]
    columns = reken_kolommen(kolommen_van([Lezing(each) for each in documents]))
    for place, document in enumerate(documents):
        values = werk_uit(lees(document)[0].feiten, lees(document)[1])
        found = {naam: columns[naam][place].item() for naam in UIT}
        assert found == {naam: values[naam] for naam in UIT}, document


def test_more_households_than_one_block_are_all_worked_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kolommen, "BLOK", 5_000)
    one = Lezing(gezin("2026-07-01", leden=(30,)))
    two = Lezing(gezin("2026-07-01", partner=40))
    columns = kolommen_van([one, two] * 6_000)
    norm = reken_kolommen(columns, houd=("bijstandsnorm",))["bijstandsnorm"]
    assert norm.shape == (12_000,)
    assert set(norm[::2]) == {101_390}
    assert set(norm[1::2]) == {202_779}


def test_whether_any_member_fits_is_the_same_for_one_household_and_for_columns() -> None:
    families: list[tuple[bool, ...]] = [(), (False,), (True, False), (False, False, True), ()]
    owners = np.array([row for row, family in enumerate(families) for _ in family], np.int32)
    flat = np.array([each for family in families for each in family])
    members = kolommen.Leden(owners, len(families))
    assert ops.ergens(flat, members).tolist() == [ops.ergens(family, len(family)) for family in families]
    assert not ops.ergens(flat & False, members)


@pytest.mark.parametrize("alleen", [False, True])
def test_no_rule_joins_a_column_and_a_yes_or_no_of_everybody(monkeypatch: pytest.MonkeyPatch, alleen: bool) -> None:
    """`column | False` takes numpy twenty times as long as two columns: `of` and `en` leave it out."""
    slow: set[str] = set()

    def watched(each: Regel) -> Callable[..., Any]:
        functie = werk(each)

        def ask(*args: Any) -> Any:
            _Kolom.found = False
            result = functie(*[arg.view(_Kolom) if isinstance(arg, np.ndarray) else arg for arg in args])
            if _Kolom.found:
                slow.add(each.naam)
            return result.view(np.ndarray) if isinstance(result, _Kolom) else result

        return ask

    monkeypatch.setattr(motor, "werk", watched)
    rng = random.Random(5)
    documents = [{**willekeurig(rng), "peildatum": "2026-07-01"} for _ in range(400)]
    readings = [each for each in map(Lezing, documents) if not (alleen and each.feiten["heeft_partner"])]
    dag = boek.dag(date(2026, 7, 1), STANDAARD)
    names = (*UIT, *dag.opmerkingen, *dag.vragen)
    columns = kolommen_van(readings)
    columns.velden = {naam: np.zeros(len(readings), ALLE[naam].dtype) + each for naam, each in columns.velden.items()}
    outcome = dag.functie(names, names, alleen=alleen)(kolommen._block(columns, 0, len(readings)))
    assert outcome["norm"].shape == (len(readings),)
    assert not slow


class _Kolom(np.ndarray):
    """A column that notices when it is joined with one yes or no."""

    found = False

    def __array_ufunc__(self, ufunc: Any, method: str, *inputs: Any, **options: Any) -> Any:
        _Kolom.found |= ufunc.__name__.startswith("bitwise") and any(isinstance(each, bool) for each in inputs)
        plain = [each.view(np.ndarray) if isinstance(each, _Kolom) else each for each in inputs]
        result = getattr(ufunc, method)(*plain, **options)
        return result.view(_Kolom) if isinstance(result, np.ndarray) and result.ndim else result


def test_the_rows_of_a_take_keep_their_own_housemates() -> None:
    columns = kolommen_van([Lezing(gezin("2026-07-01", leden=leden)) for leden in ((), (30, 30), (30,), (20, 30, 40))])
    part = columns.take(np.array([3, 0, 1]))
    assert reken_kolommen(part, houd=("kostendelers",))["kostendelers"].tolist() == [2, 0, 2]
