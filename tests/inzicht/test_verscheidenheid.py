"""The monitor: whole quarters that have passed, people and not talks, rounded, and nothing anybody can be found in."""

from __future__ import annotations

import itertools
from datetime import datetime
from typing import Any

import pytest

from opstap.inwoner.models import Inwoner
from opstap.inzicht.verscheidenheid import KLEIN, MINSTENS, Kwartaal, Verscheidenheid, diversity, quarters, rounded
from opstap.kern import clock
from opstap.kern.models import Gemeente
from opstap.keuzehulp.models import Gesprek, Keuze
from tests.spelers import Cast

TWEEDE = Kwartaal(2026, 2)
MEI = datetime(2026, 5, 12, 10, tzinfo=clock.AMSTERDAM)


def talk(cast: Cast, number: int, moment: datetime = MEI, gemeente: Gemeente | None = None, **said: Any) -> Keuze:
    """A choice of a made-up person with this number."""
    here = gemeente or cast.gemeente
    person, _ = Inwoner.objects.get_or_create(
        gemeente=here, bsn_zegel=f"n{number}", defaults={"voornaam": f"Mens{number}", "achternaam": "X"}
    ) if False else (_person(here, number), True)
    sheet = Gesprek.objects.create(gemeente=here, inwoner=person, begonnen_op=moment, gewijzigd_op=moment)
    table = {"getoond": ["orientatie", "leerwerk", "nog-niets"], "optie": "orientatie", "wie": "samen"}
    return Keuze.objects.create(gemeente=here, gesprek=sheet, gekozen_op=moment, vastgelegd_door=cast.farida,
        **(table | said))  # fmt: skip


def _person(gemeente: Gemeente, number: int) -> Inwoner:
    found = Inwoner.objects.filter(gemeente=gemeente, voornaam=f"Mens{number}").first()
    return found or Inwoner.objects.create(gemeente=gemeente, voornaam=f"Mens{number}", achternaam="X",
        bsn=f"{number:09d}")  # fmt: skip


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
        "schuldhulp": (0, None), "nog-niet": (0, 5),
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
    """Whatever the true counts are, a hidden cell stays possible at two values at least, given all that is told.

    One hidden cell beside one, two or three cells that are told, and a total: the worst case for differencing.
    """
    for others in (1, 2, 3):
        for counts in itertools.product((5, 7, 8, 10, 12, 13, 23), repeat=others):
            for hidden in range(1, KLEIN):
                shown = tuple(rounded(count) for count in counts)
                total = rounded(sum(counts) + hidden)
                spans = [range(count - 2, count + 3) for count in shown if count is not None]
                possible = {
                    guess
                    for guess in range(1, KLEIN)
                    for low in [sum(span[0] for span in spans) + guess]
                    for high in [sum(span[-1] for span in spans) + guess]
                    if any(rounded(value) == total for value in range(low, high + 1))
                }
                assert len(possible) > 1, (counts, hidden)


@pytest.mark.parametrize(("count", "shown"), [(0, 0), (1, None), (4, None), (5, 5), (7, 5), (8, 10), (12, 10), (13, 15)])
def test_counts_are_rounded_to_five(count: int, shown: int | None) -> None:
    assert rounded(count) == shown
