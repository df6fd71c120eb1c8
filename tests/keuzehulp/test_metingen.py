"""Outcomes come near "hier gemeten" as groups of 25 and more, never as a person."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

from opstap.keuzehulp.methode.gemeten import MINSTENS, Meting
from opstap.keuzehulp.metingen import Uitkomstgroep, Uitkomstrij, backed, groups

METING = Meting(
    instrument="orientatie", uitkomst="betaald werk", termijn_maanden=6, n_met=30, n_zonder=40, zonder_van_de_100=50,
    schatting=4, standaardfout=2, modellen=(3, 5), overlap=0.8, placebo=0, placebo_standaardfout=1, literatuur=2,
    literatuur_standaardfout=1, gemeten_op=date(2026, 9, 1), herzien_voor=date(2027, 9, 1), gepubliceerd_in="x",
)  # fmt: skip


def rows(count: int, working: int, maanden: int = 6) -> list[Uitkomstrij]:
    return [Uitkomstrij("orientatie", maanden, number < working) for number in range(count)]


def test_a_group_below_25_does_not_exist() -> None:
    assert groups(rows(MINSTENS - 1, 20)) == []
    assert groups(rows(MINSTENS, 10)) == [Uitkomstgroep("orientatie", 6, 25, 40)]


def test_terms_and_kinds_of_help_are_never_put_together() -> None:
    other = [replace(row, instrument="leerwerk") for row in rows(20, 5)]
    assert groups([*rows(20, 5), *rows(20, 5, maanden=12), *other]) == []


def test_a_local_result_needs_its_people_here() -> None:
    assert backed([METING], groups(rows(30, 10))) == [METING]
    assert backed([METING], groups(rows(29, 10))) == []
    assert backed([METING], groups(rows(60, 10, maanden=12))) == []


def test_no_row_names_a_person() -> None:
    names = {field.name for kind in (Uitkomstrij, Uitkomstgroep) for field in fields(kind)}
    assert names == {"instrument", "maanden", "werkt", "mensen", "werk_van_de_100"}
