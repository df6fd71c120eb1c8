"""The engine finds at load what cannot work, and says which rule, which name and what to do."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
import pytest

from opstap.recht.regels.kolommen import _ask
from opstap.recht.regels.motor import Boek, Regel, RegelFout, maak_functie, regel


def _boek(*regels: Regel) -> Boek:
    return Boek(regels, ["loon", "geboren_lid"], ["leeftijd"], ["grens"])


def _regel(naam: str, functie: Any, **meer: Any) -> Regel:
    return regel("art. 1", naam=naam, **meer)(functie)


def test_an_unknown_name_is_named() -> None:
    with pytest.raises(RegelFout, match="Regel som vraagt om lon, maar dat is geen regel, feit, bedrag of keuze"):
        _boek(_regel("som", lambda lon: lon))


def test_a_circle_is_drawn_out() -> None:
    with pytest.raises(RegelFout, match="kring om elkaar: a → b → a"):
        _boek(_regel("a", lambda b: b), _regel("b", lambda a: a))


def test_two_versions_on_one_day_are_refused_with_the_day() -> None:
    with pytest.raises(RegelFout, match=r"Regel a geldt op 2026-01-01 twee keer.*tot-datum van 2026-01-01"):
        _boek(_regel("a", lambda loon: loon), _regel("a", lambda loon: loon, vanaf=date(2026, 1, 1)))


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(RegelFout, match="eindigt op 2018-01-01"):
        _boek(_regel("a", lambda loon: loon, tot=date(2018, 1, 1)))


def test_a_rule_that_is_needed_on_a_day_it_does_not_exist_is_named() -> None:
    with pytest.raises(RegelFout, match="Regel b vraagt op 2018-01-01 om a"):
        _boek(_regel("a", lambda loon: loon, vanaf=date(2026, 1, 1)), _regel("b", lambda a: a))


def test_a_rule_cannot_take_the_name_of_a_fact() -> None:
    with pytest.raises(RegelFout, match="De naam loon is al een feit"):
        _boek(_regel("loon", lambda grens: grens))


def test_a_sentence_that_names_what_is_not_there_is_refused() -> None:
    with pytest.raises(RegelFout, match="De zin van regel a noemt lon"):
        _boek(_regel("a", lambda loon: loon, tekst={0: "Niets.", None: "Het loon is {lon}."}))


def test_only_what_is_asked_for_is_worked_out_each_once_and_in_order() -> None:
    calls: list[str] = []

    def note(naam: str, value: int) -> int:
        calls.append(naam)
        return value

    book = _boek(
        _regel("dubbel", lambda loon: note("dubbel", 2 * loon)),
        _regel("som", lambda dubbel, ander: note("som", dubbel + ander)),
        _regel("ander", lambda dubbel: note("ander", dubbel + 1)),
        _regel("los", lambda loon: note("los", loon)),
    )
    order = book.volgorde(date(2026, 1, 1), ["som"])
    assert [each.naam for each in order] == ["dubbel", "ander", "som"]
    assert maak_functie(order, {})({"loon": 5})["som"] == 21
    assert calls == ["dubbel", "ander", "som"]


def test_a_version_holds_from_its_first_day_until_the_day_before_its_end() -> None:
    book = _boek(_regel("a", lambda loon: 1, tot=date(2026, 1, 1)), _regel("a", lambda loon: 2, vanaf=date(2026, 1, 1)))
    for day, value, since in ((date(2025, 12, 31), 1, date(2018, 1, 1)), (date(2026, 1, 1), 2, date(2026, 1, 1))):
        assert maak_functie(book.volgorde(day, ["a"]), {})({"loon": 0})["a"] == value
        assert book.versie(day)[1] == since


def test_a_rule_per_adult_is_made_for_both_and_can_look_at_the_other() -> None:
    book = _boek(_regel("ouder", lambda leeftijd, ander_leeftijd: leeftijd > ander_leeftijd, per="volwassene"))
    work = maak_functie(book.volgorde(date(2026, 1, 1), ["ouder_a", "ouder_p"]), {})
    values = work({"leeftijd_a": 30, "leeftijd_p": 40})
    assert (values["ouder_a"], values["ouder_p"]) == (False, True)


def test_a_rule_per_housemate_gives_one_value_for_each() -> None:
    book = _boek(_regel("oud", lambda geboren_lid, grens: geboren_lid <= grens, per="medebewoner"))
    work = maak_functie(book.volgorde(date(2026, 1, 1), ["oud"]), {"grens": 5})
    assert work({"geboren_lid": (3, 9, 5)})["oud"] == (True, False, True)
    assert work({"geboren_lid": ()})["oud"] == ()


def test_what_asks_no_household_is_the_same_for_everybody() -> None:
    book = _boek(_regel("helft", lambda grens: grens // 2), _regel("rest", lambda helft, loon: loon - helft))
    assert book.constant(date(2026, 1, 1)) == ("helft",)


def test_a_day_without_any_version_is_refused_with_the_mend() -> None:
    with pytest.raises(RegelFout, match=r"test_recht_motor\.py:\d+: Tussen 2025-12-01 en 2026-01-01 geldt geen versie"):
        _boek(
            _regel("a", lambda loon: loon, tot=date(2025, 12, 1)),
            _regel("a", lambda loon: loon, vanaf=date(2026, 1, 1)),
        )


def test_a_goal_that_does_not_hold_on_a_day_says_how_to_mend_it() -> None:
    book = _boek(_regel("a", lambda loon: loon, vanaf=date(2026, 1, 1)))
    with pytest.raises(RegelFout, match=r'Elk antwoord heeft regel a nodig.*naam="a"'):
        book.volgorde(date(2025, 1, 1), ["a"])


@pytest.mark.parametrize(
    ("meer", "part"),
    [
        ({"soort": "gelt"}, "heeft soort gelt. Kies uit: geld, getal"),
        ({"stap": 25}, "heeft stap 25"),
        ({"alleen_bij": ("kind",)}, "kind staat in alleen_bij, maar de regel vraagt er niet om"),
    ],
)
def test_a_slip_in_one_rule_names_file_line_and_rule(meer: Any, part: str) -> None:
    with pytest.raises(RegelFout, match=r"test_recht_motor\.py:\d+: Regel a") as caught:
        _boek(_regel("a", lambda loon: loon, **meer))
    assert part in str(caught.value)


def test_a_choice_on_a_household_names_the_rule_once_it_meets_a_table() -> None:
    @regel("art. 1")
    def leeft_samen(heeft_partner: Any) -> int:
        return 2 if heeft_partner else 0

    work = maak_functie([leeft_samen], {})
    assert work({"heeft_partner": True})["leeft_samen"] == 2
    with pytest.raises(RegelFout, match=r"Regel leeft_samen kiest met if.*Gebruik kies"):
        _ask(work, {"heeft_partner": np.array([True, False])})
