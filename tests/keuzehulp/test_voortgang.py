"""After the choice: looking back together, "how is it going?" on its day, and the plan for who is under 27."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from opstap.contact.models import Kennisgeving
from opstap.kern import clock, log
from opstap.kern.actie import NietBevoegd, NietMogelijk
from opstap.keuzehulp.actions.answer_terugblik import AnswerTerugblik
from opstap.keuzehulp.actions.ask_terugblik import AskTerugblik
from opstap.keuzehulp.actions.record_jongerenplan import RecordJongerenplan
from opstap.keuzehulp.actions.record_voortgang import RecordVoortgang
from opstap.keuzehulp.jongeren import has_plan_44a
from opstap.keuzehulp.models import Jongerenplan, Plan, Terugblik, Voortgangsgesprek
from opstap.keuzehulp.terugblikken import after_months, ask_due
from opstap.project import dagwerk
from tests.keuzehulp.hulp import make_plan
from tests.spelers import Cast

pytestmark = pytest.mark.django_db
VANDAAG = date(2026, 9, 18)


def look_back(cast: Cast, plan: Plan, door: Any = None, **said: Any) -> Voortgangsgesprek:
    rest = {"koers": "door", "weer_op": clock.today() + timedelta(days=90), "hielp": "Dat iemand meeging."}
    return RecordVoortgang(door=door or cast.farida, gemeente=cast.gemeente, plan=plan, **(rest | said)).run()


def test_looking_back_keeps_what_helped_and_moves_the_day(cast: Cast) -> None:
    plan = make_plan(cast)
    first = look_back(cast, plan, hielp_niet="De bus.")
    second = look_back(cast, plan, door=cast.karim.account, koers="bijstellen", weer_op=date(2027, 3, 1))
    plan.refresh_from_db()
    first.refresh_from_db()
    assert plan.evaluatie_op == second.weer_op == date(2027, 3, 1)
    assert (first.hielp, first.hielp_niet, first.koers) == ("Dat iemand meeging.", "De bus.", "door")
    assert second.opgeschreven_door == cast.karim.account
    assert not Kennisgeving.objects.exists()


@pytest.mark.parametrize(
    ("said", "key"), [({"koers": "straf"}, "kies_koers"), ({"weer_op": VANDAAG}, "dag_ligt_voor_ons")]
)
def test_a_look_back_that_cannot_be_changes_nothing(cast: Cast, said: dict[str, Any], key: str) -> None:
    plan = make_plan(cast)
    with pytest.raises(NietMogelijk, match=key):
        look_back(cast, plan, **said)
    assert not Voortgangsgesprek.objects.exists()


@pytest.mark.parametrize("who", ["koen", "omar", "tessa", "bea", "buurconsulent", "helper"])
def test_nobody_else_writes_it_down(cast: Cast, who: str) -> None:
    plan = make_plan(cast)
    with pytest.raises(NietBevoegd):
        look_back(cast, plan, door=getattr(cast, who))
    with pytest.raises(NietBevoegd):
        RecordJongerenplan(door=getattr(cast, who), gemeente=cast.gemeente, plan=plan,
                               hulp="x", afspraken="x", terugkijken="x").run()  # fmt: skip


@pytest.mark.parametrize(
    ("day", "months", "after"),
    [
        (date(2026, 11, 30), 3, date(2027, 2, 28)), (date(2027, 11, 30), 3, date(2028, 2, 29)),
        (date(2026, 9, 18), 12, date(2027, 9, 18)), (date(2026, 12, 31), 6, date(2027, 6, 30)),
        (date(2026, 9, 18), -12, date(2025, 9, 18)),
    ],
)  # fmt: skip
def test_months_end_on_a_day_that_exists(day: date, months: int, after: date) -> None:
    assert after_months(day, months) == after


def on(day: date) -> int:
    with clock.at(day):
        return ask_due()


def test_the_question_comes_on_its_day_once_and_never_before(cast: Cast) -> None:
    cast.karim.email = "karim@example.org"
    cast.karim.save(update_fields=["email"])
    make_plan(cast)
    days = (VANDAAG, date(2026, 12, 17), date(2026, 12, 18), date(2026, 12, 18), date(2027, 1, 20))
    assert [on(day) for day in days] == [0, 0, 1, 0, 0]
    assert [on(date(2027, 3, 18)), on(date(2027, 9, 18)), on(date(2028, 9, 18))] == [1, 1, 0]
    assert list(Terugblik.objects.values_list("maanden", flat=True)) == [3, 6, 12]
    assert {row.tekst_sleutel for row in Kennisgeving.objects.all()} == {"kennisgeving.terugblik"}
    assert Kennisgeving.objects.count() == 3


def test_a_day_that_went_by_long_ago_is_left_alone(cast: Cast) -> None:
    make_plan(cast)
    assert on(date(2027, 2, 15)) == 0
    assert on(date(2027, 3, 20)) == 1
    assert Terugblik.objects.get().maanden == 6


def test_who_chose_nothing_yet_is_not_asked(cast: Cast) -> None:
    make_plan(cast, wie="nog_niet", optie="", eerste_stap="")
    assert on(date(2026, 12, 18)) == 0


def test_nobody_is_asked_twice_within_four_weeks_also_after_two_choices(cast: Cast) -> None:
    make_plan(cast)
    with clock.at(date(2026, 9, 28)):
        make_plan(cast, optie="nog-niets")
    assert [on(date(2026, 12, 18)), on(date(2026, 12, 28)), on(date(2027, 1, 20))] == [1, 0, 1]


def test_the_daily_work_asks(cast: Cast) -> None:
    make_plan(cast)
    with clock.at(date(2026, 12, 18)):
        dagwerk.every_day(None)
    assert Terugblik.objects.count() == 1


def test_only_the_daily_work_asks_and_each_month_once(cast: Cast) -> None:
    plan = make_plan(cast)
    with pytest.raises(NietBevoegd):
        AskTerugblik(door=cast.farida, gemeente=cast.gemeente, plan=plan, maanden=3).run()
    AskTerugblik(door=None, gemeente=cast.gemeente, plan=plan, maanden=3).run()
    for months in (3, 4):
        with pytest.raises(NietMogelijk, match="al_gevraagd"):
            AskTerugblik(door=None, gemeente=cast.gemeente, plan=plan, maanden=months).run()


def asked(cast: Cast) -> Terugblik:
    return AskTerugblik(door=None, gemeente=cast.gemeente, plan=make_plan(cast), maanden=3).run()


def test_every_part_of_the_answer_may_stay_open_and_can_be_changed(cast: Cast) -> None:
    row, him = asked(cast), {"door": cast.karim.account, "gemeente": cast.gemeente}
    AnswerTerugblik(**him, terugblik=row).run()
    assert (row.werk, row.uren, row.welbevinden) == ("", None, None)
    AnswerTerugblik(**him, terugblik=row, werk="ja", uren=12, welbevinden=7).run()
    assert (row.werk, row.uren, row.welbevinden) == ("ja", 12, 7)
    AnswerTerugblik(**him, terugblik=row, werk="nee", uren=12).run()
    assert (row.werk, row.uren, row.welbevinden) == ("nee", None, None)


@pytest.mark.parametrize(
    "said", [{"welbevinden": 0}, {"welbevinden": 11}, {"werk": "misschien"}, {"werk": "ja", "uren": 81}]
)
def test_an_answer_that_cannot_be_is_refused(cast: Cast, said: dict[str, Any]) -> None:
    row = asked(cast)
    with pytest.raises(NietMogelijk):
        AnswerTerugblik(door=cast.karim.account, gemeente=cast.gemeente, terugblik=row, **said).run()
    row.refresh_from_db()
    assert row.beantwoord_op is None


@pytest.mark.parametrize("who", ["farida", "koen", "helper", "buurconsulent"])
def test_nobody_answers_for_another(cast: Cast, who: str) -> None:
    row = asked(cast)
    with pytest.raises(NietBevoegd):
        AnswerTerugblik(door=getattr(cast, who), gemeente=cast.gemeente, terugblik=row, welbevinden=3).run()


def test_the_number_of_a_person_stands_in_no_event(cast: Cast) -> None:
    row = asked(cast)
    him = {"door": cast.karim.account, "gemeente": cast.gemeente}
    AnswerTerugblik(**him, terugblik=row, werk="ja", uren=31, welbevinden=9).run()
    lines = log.read(cast.gemeente, [row.plan.keuze.gesprek_id])
    assert [line.soort for line in lines][-2:] == ["gesprek.terugblik_gevraagd", "gesprek.terugblik"]
    assert dict(lines[-1].gegevens) == {}


@pytest.mark.parametrize(
    ("born", "young"),
    [
        (date(1999, 9, 18), False), (date(1999, 9, 19), True), (None, False), (date(2008, 1, 1), True),
        (date(2000, 2, 29), True), (date(2008, 9, 18), True), (date(2008, 9, 19), False),
    ],
)  # fmt: skip
def test_eighteen_and_twenty_seven_are_reached_on_the_birthday(born: date | None, young: bool) -> None:
    assert has_plan_44a(born, VANDAAG) is young


def test_the_plan_of_the_law_is_for_who_is_under_27_and_can_be_written_anew(cast: Cast) -> None:
    plan = make_plan(cast)
    said = {"door": cast.farida, "gemeente": cast.gemeente, "plan": plan, "hulp": "Een coach.",
            "afspraken": "Elke week een gesprek."}  # fmt: skip
    said["terugkijken"] = "Elke maand"
    with pytest.raises(NietMogelijk, match="alleen_jonger"):
        RecordJongerenplan(**said).run()
    cast.karim.geboortedatum = date(2004, 5, 1)
    cast.karim.save(update_fields=["geboortedatum"])
    plan.refresh_from_db()
    said["plan"] = Plan.objects.get()
    for part in ("hulp", "afspraken", "terugkijken"):
        with pytest.raises(NietMogelijk, match="jong_nodig"):
            RecordJongerenplan(**(said | {part: " "})).run()
    RecordJongerenplan(**said).run()
    RecordJongerenplan(**(said | {"school": "Avondschool"})).run()
    row = Jongerenplan.objects.get()
    assert (row.school, row.hulp, row.afspraken) == ("Avondschool", "Een coach.", "Elke week een gesprek.")
    assert row.terugkijken == "Elke maand"
