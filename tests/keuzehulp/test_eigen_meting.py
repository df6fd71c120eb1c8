"""A result measured here reaches the talk only when it passes the rules and its people were recorded here."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from opstap.kern import clock
from opstap.kern.models import Gemeente
from opstap.keuzehulp.actions.publish_inhoud import PublishInhoud
from opstap.keuzehulp.actions.write_inhoud import WriteInhoud
from opstap.keuzehulp.eigen.catalogus import local_catalogue
from opstap.keuzehulp.eigen.meting import local_metingen, read_own_meting
from opstap.keuzehulp.eigen.stukken import StukFout
from opstap.keuzehulp.methode.laden import catalogus
from tests.inzicht.test_terugblik import answers
from tests.spelers import Cast

pytestmark = pytest.mark.django_db


def meting(**changes: Any) -> dict[str, Any]:
    return {
        "instrument": "orientatie", "uitkomst": "betaald werk", "termijn_maanden": 6, "n_met": 26, "n_zonder": 40,
        "zonder_van_de_100": 30, "schatting": 9.0, "standaardfout": 2.0, "modellen": [8.0, 10.0], "overlap": 0.8,
        "placebo": 0.5, "placebo_standaardfout": 1.0, "literatuur": 3.0, "literatuur_standaardfout": 1.0,
        "gemeten_op": "2026-09-01", "herzien_voor": "2027-09-01", "gepubliceerd_in": "Jaarverslag 2026", **changes,
    }  # fmt: skip


def publish(cast: Cast, **changes: Any) -> None:
    made = WriteInhoud(door=cast.bea, gemeente=cast.gemeente, soort="meting", sleutel="orientatie-2026",
        document=meting(**changes)).run()
    PublishInhoud(door=cast.koen, gemeente=cast.gemeente, stuk=made, gezien=made.versie).run()


def shown(gemeente: Gemeente) -> list[str]:
    return [one.instrument for one in local_metingen(gemeente, local_catalogue(gemeente))]


def test_it_is_shown_only_with_its_people_recorded_here(cast: Cast) -> None:
    publish(cast)
    assert shown(cast.gemeente) == []
    answers(cast, 26, 9, maanden=6)
    assert shown(cast.gemeente) == ["orientatie"]
    assert shown(cast.buurgemeente) == []


def test_a_draft_is_not_shown(cast: Cast) -> None:
    answers(cast, 26, 9, maanden=6)
    WriteInhoud(door=cast.bea, gemeente=cast.gemeente, soort="meting", sleutel="orientatie-2026",
        document=meting()).run()
    assert shown(cast.gemeente) == []


def test_past_its_review_day_the_talk_goes_on_without_it(cast: Cast) -> None:
    from opstap.keuzehulp.methode.gemeten import measured

    publish(cast)
    answers(cast, 26, 9, maanden=6)
    with clock.at(clock.today() + timedelta(days=400)):
        found = local_metingen(cast.gemeente, local_catalogue(cast.gemeente))
        assert measured(found, catalogus().zinnen, clock.today()) == {}


@pytest.mark.parametrize(
    ("changes", "says"),
    [({"n_met": 24}, "minder dan 25"), ({"instrument": "bestaat-niet"}, "is er niet"), ({"modellen": [8.0]}, "twee"),
     ({"overlap": "veel"}, "overlap"), ({"gemeten_op": "ooit"}, "gemeten_op"), ({"score": 1}, "score"),
     ({"n_met": True}, "n_met"), ({"gepubliceerd_in": " "}, "gepubliceerd_in"), ({"placebo": 9.0}, "verschilden")],
)  # fmt: skip
def test_what_the_rules_forbid_is_refused_with_the_reason(changes: dict[str, Any], says: str) -> None:
    with pytest.raises(StukFout, match=says):
        read_own_meting("orientatie-2026", meting(**changes), catalogus())
