"""How it went afterwards: told for groups of 25 and more, never for one who answered just now."""

from __future__ import annotations

from datetime import timedelta

import pytest

from opstap.inzicht.terugblik import outcomes
from opstap.kern import clock
from opstap.keuzehulp.metingen import Uitkomstgroep
from opstap.keuzehulp.models import Keuze, Plan, Terugblik
from tests.keuzehulp.hulp import make_plan
from tests.reis import plain, signed_in
from tests.spelers import Cast

pytestmark = pytest.mark.django_db
TOEN = timedelta(days=120)


def answers(cast: Cast, count: int, working: int, maanden: int = 3) -> Plan:
    """So many plans like Karim's with an answer given a quarter ago."""
    first = make_plan(cast)
    plans = [first]
    for _ in range(count - 1):
        keuze = Keuze.objects.get(pk=first.keuze_id)
        keuze.pk = None
        keuze._state.adding = True
        keuze.id = Keuze._meta.pk.get_default()
        keuze.save()
        plans.append(Plan.objects.create(
            gemeente=cast.gemeente, keuze=keuze, inwoner=cast.karim, evaluatie_op=clock.today(), gemaakt_op=clock.now()
        ))  # fmt: skip
    Terugblik.objects.bulk_create(
        Terugblik(gemeente=cast.gemeente, plan=plan, maanden=maanden, gevraagd_op=clock.now() - TOEN,
                  beantwoord_op=clock.now() - TOEN, werk="ja" if number < working else "nee")
        for number, plan in enumerate(plans)
    )  # fmt: skip
    return first


def test_fewer_than_25_answers_are_not_told(cast: Cast) -> None:
    answers(cast, 24, 20)
    assert outcomes(cast.gemeente) == []
    words = plain(signed_in(cast.tessa).get("/werkplek/inzicht/keuzehulp/").content)
    assert "Er zijn nog te weinig antwoorden" in words


def test_a_group_is_told_rounded_and_does_not_move_by_an_answer_of_today(cast: Cast) -> None:
    answers(cast, 26, 9)
    told = [Uitkomstgroep("orientatie", 3, 25, 35)]
    assert outcomes(cast.gemeente) == told
    one = Terugblik.objects.filter(werk="nee").first()
    assert one is not None
    one.beantwoord_op, one.werk = clock.now(), "ja"
    one.save()
    assert outcomes(cast.gemeente) == told
    words = plain(signed_in(cast.tessa).get("/werkplek/inzicht/keuzehulp/").content)
    assert "Dit zegt niet dat de hulp het verschil maakte" in words


def test_another_municipality_sees_nothing_of_it(cast: Cast) -> None:
    answers(cast, 26, 9)
    assert outcomes(cast.buurgemeente) == []
