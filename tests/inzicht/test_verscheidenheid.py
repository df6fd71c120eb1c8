"""The monitor: whole quarters that have passed, people and not talks, rounded, and nothing anybody can be found in."""

from __future__ import annotations

import itertools
from datetime import datetime
from typing import Any

import pytest

from opstap.inwoner.models import Inwoner
from opstap.inzicht.verscheidenheid import (
    KLEIN,
    MINSTENS,
    Kwartaal,
    Verscheidenheid,
    diversity,
    hidden,
    quarters,
    rounded,
)
from opstap.kern import clock
from opstap.kern.models import Gemeente
from opstap.keuzehulp.models import Gesprek, Keuze
from tests.spelers import Cast

TWEEDE = Kwartaal(2026, 2)
MEI = datetime(2026, 5, 12, 10, tzinfo=clock.AMSTERDAM)


def talk(cast: Cast, number: int, moment: datetime = MEI, gemeente: Gemeente | None = None, **said: Any) -> Keuze:
    """A choice of a made-up person with this number."""
    here = gemeente or cast.gemeente
    person, _ = Inwoner.objects.get_or_create(gemeente=here, bsn_zegel=f"n{number}",
        defaults={"voornaam": f"Mens{number}", "achternaam": "Bedacht", "bsn": b""})  # fmt: skip
    sheet = Gesprek.objects.create(gemeente=here, inwoner=person, begonnen_op=moment, gewijzigd_op=moment)
    table = {"getoond": ["orientatie", "leerwerk", "nog-niets"], "optie": "orientatie", "wie": "samen"}
    return Keuze.objects.create(gemeente=here, gesprek=sheet, gekozen_op=moment, vastgelegd_door=cast.farida,
        **(table | said))  # fmt: skip


def told(cast: Cast) -> dict[str, tuple[int | None, int | None]]:
    found = diversity(cast.gemeente, TWEEDE)
    return {one.sleutel: (one.getoond, one.gekozen) for one in found.regels or ()}


@pytest.mark.django_db
def test_below_25_people_nothing_is_told(cast: Cast) -> None:
    for number in range(MINSTENS - 1):
        talk(cast, number)
    for _ in range(10):
        talk(cast, 0)  # ten more talks of one person are not ten people
    assert diversity(cast.gemeente, TWEEDE) == Verscheidenheid(TWEEDE, None)
    talk(cast, MINSTENS)
    assert diversity(cast.gemeente, TWEEDE).regels is not None


@pytest.mark.django_db
def test_people_are_counted_rounded_and_fewer_than_five_are_not_told(cast: Cast) -> None:
    for number in range(28):
        talk(cast, number)
    for number in range(4):
        talk(cast, number, optie="leerwerk", ernaast=["schuldhulp"])
    for number in range(7):
        talk(cast, number, optie="", getoond=["uitzend", "nog-niets"])
    assert told(cast) == {
        "orientatie": (30, 30), "leerwerk": (30, None), "nog-niets": (30, 0), "uitzend": (5, 0),
        "schuldhulp": (0, None), "nog-niet": (0, None),
    }  # fmt: skip
    found = diversity(cast.gemeente, TWEEDE)
    assert found.mensen == 30
    assert found.vooraan == 80  # 32 of 39 talks, rounded to five
    assert "Een vak leren" in found.nooit
    assert len(found.gini) == 4


@pytest.mark.django_db
def test_a_quarter_that_still_runs_is_not_told_and_no_window_lies_over_another(cast: Cast) -> None:
    for number in range(40):
        talk(cast, number, clock.now())
    assert quarters(cast.gemeente) == []
    assert diversity(cast.gemeente, Kwartaal(2026, 3)).regels is None
    talk(cast, 1, datetime(2025, 12, 31, 23, 30, tzinfo=clock.AMSTERDAM))
    assert [one.code for one in quarters(cast.gemeente)] == ["2026-2", "2026-1", "2025-4"]
    days = [(one.van, one.na) for one in quarters(cast.gemeente)]
    assert all(newer[0] == older[1] for newer, older in itertools.pairwise(days))


@pytest.mark.django_db
def test_next_door_is_not_counted(cast: Cast) -> None:
    for number in range(30):
        talk(cast, number)
        talk(cast, number, gemeente=cast.buurgemeente, getoond=["uitzend"])
    assert "uitzend" not in told(cast)


def test_no_hidden_count_can_be_worked_out_from_the_others_and_the_total() -> None:
    """Whatever the true counts are, every count that is not told stays possible at two values at least.

    An attacker knows all that is told, the rounded total and how we hide; the counts of a column add up to the total.
    """
    for size in (2, 3, 4, 5):
        for counts in itertools.combinations_with_replacement((1, 3, 4, 5, 7, 8, 12, 26), size):
            told = hidden({str(place): count for place, count in enumerate(counts)})
            gone = [place for place, shown in enumerate(told.values()) if shown is None]
            if not gone or sum(counts) < MINSTENS or not any(told.values()):
                continue  # of such a quarter nothing is told
            total = rounded(sum(counts)) or 0
            known = [shown for shown in told.values() if shown is not None]
            low = sum(shown - 2 for shown in known)
            high = sum(shown + 2 for shown in known)
            left = [value - told_sum for value in range(total - 2, total + 3) for told_sum in range(low, high + 1)]
            for place in gone:
                assert len(possible(len(gone), left)) > 1, (counts, place)


def possible(gone: int, left: list[int]) -> set[int]:
    """The values that one count that is not told can have, when these counts together are one of `left`.

    All but one are small, and nobody knows which one is not.
    """
    found = set()
    for small in itertools.product(range(1, KLEIN), repeat=gone - 1):
        rest = {value - sum(small) for value in left if value - sum(small) >= KLEIN}
        found |= rest | ({small[0]} if small and rest else set())
    return found


def test_nothing_is_told_of_a_quarter_in_which_every_choice_is_small() -> None:
    assert not any(hidden(dict.fromkeys("abcdefg", 4)).values())


def test_one_hidden_count_takes_the_smallest_other_with_it() -> None:
    assert hidden({"a": 3, "b": 12, "c": 30, "d": 0}) == {"a": None, "b": None, "c": 30, "d": 0}
    assert hidden({"a": 3, "b": 2, "c": 30, "d": 12}) == {"a": None, "b": None, "c": 30, "d": None}
    assert hidden({"a": 3, "b": 0}) == {"a": None, "b": 0}
    assert hidden({"a": 7, "b": 30}) == {"a": 5, "b": 30}


@pytest.mark.parametrize(("count", "shown"), [(0, 0), (1, None), (4, None), (5, 5), (7, 5), (8, 10), (12, 10)])
def test_counts_are_rounded_to_five(count: int, shown: int | None) -> None:
    assert rounded(count) == shown
