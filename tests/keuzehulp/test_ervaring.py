"""The four questions after the talk: counted, shown only in numbers that hide nobody, and traceable to no one."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.apps import apps
from django.core.cache import cache
from django.db import connection
from django.db.models import ForeignKey
from django.test import Client

from opstap.kern import clock
from opstap.kern.actie import NietBevoegd, NietMogelijk
from opstap.keuzehulp.actions.count_ervaring import CountErvaring
from opstap.keuzehulp.ervaring import ANTWOORDEN, VRAGEN, last_counts, quarter, shown
from opstap.keuzehulp.models import Gesprekstelling
from tests.keuzehulp.hulp import make_plan
from tests.reis import plain, signed_in
from tests.spelers import Cast

pytestmark = pytest.mark.django_db
ADRES = "/gesprek/hoe-ging-het/"
JA = {"begrepen": "ja", "gehoord": "beetje", "past": "nee", "zeker": ""}


def table_rows() -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table, but for the session: what somebody with the whole database could read."""
    found = {}
    for model in apps.get_models(include_auto_created=True):
        if model._meta.label != "sessions.Session":
            with connection.cursor() as cursor:
                cursor.execute(f'SELECT * FROM "{model._meta.db_table}"')
                found[model._meta.label] = sorted(cursor.fetchall(), key=repr)
    return found


def counts() -> dict[tuple[str, str], int]:
    return {(row.vraag, row.antwoord): row.aantal for row in Gesprekstelling.objects.all() if row.aantal}


def answer(client: Client, **said: str) -> Any:
    return client.post(ADRES, {**JA, **said, "eenmalig": str(uuid4())})


def test_who_answered_cannot_be_read_anywhere_in_the_database(cast: Cast) -> None:
    """Karim and Danielle both had a talk; whoever of them answers, the whole database is the same."""
    make_plan(cast)
    make_plan(cast, cast.danielle)
    CountErvaring(door=None, gemeente=cast.gemeente, antwoorden=JA).run()  # the cells of this quarter are there
    clients = [signed_in(cast.karim.account), signed_in(cast.danielle.account)]
    for client in clients:
        assert client.get(ADRES).status_code == 200
    before, after = table_rows(), []
    for client in clients:
        assert answer(client).status_code == 302
        after.append(table_rows())
        Gesprekstelling.objects.filter(vraag="begrepen", antwoord="ja").update(aantal=1)
        Gesprekstelling.objects.filter(vraag="gehoord", antwoord="beetje").update(aantal=1)
        Gesprekstelling.objects.filter(vraag="past", antwoord="nee").update(aantal=1)
    assert after[0] == after[1]
    assert {label for label, rows in after[0].items() if rows != before[label]} == {"keuzehulp.Gesprekstelling"}


def test_a_count_holds_no_account_no_person_no_moment_and_no_key_with_the_time(cast: Cast) -> None:
    fields = {field.name: field for field in Gesprekstelling._meta.fields}
    assert set(fields) == {"id", "gemeente", "kwartaal", "vraag", "antwoord", "aantal"}
    assert [name for name, field in fields.items() if isinstance(field, ForeignKey)] == ["gemeente"]
    CountErvaring(door=None, gemeente=cast.gemeente, antwoorden=JA).run()
    assert {row.pk.version for row in Gesprekstelling.objects.all()} == {4}
    assert Gesprekstelling.objects.count() == len(VRAGEN) * len(ANTWOORDEN)


@pytest.mark.parametrize("who", ["farida", "koen"])
def test_the_action_takes_no_account_at_all(cast: Cast, who: str) -> None:
    with pytest.raises(NietBevoegd):
        CountErvaring(door=getattr(cast, who), gemeente=cast.gemeente, antwoorden=JA).run()
    with pytest.raises(NietBevoegd):
        CountErvaring(door=cast.karim.account, gemeente=cast.gemeente, antwoorden=JA).run()


@pytest.mark.parametrize("said", [{}, {"begrepen": ""}, {"begrepen": "misschien"}, {"motivatie": "ja"}])
def test_what_is_no_answer_counts_nowhere(cast: Cast, said: dict[str, str]) -> None:
    with pytest.raises(NietMogelijk):
        CountErvaring(door=None, gemeente=cast.gemeente, antwoorden=said).run()
    assert not Gesprekstelling.objects.exists()


def test_one_person_counts_once_in_one_browser_and_may_leave_all_open(cast: Cast) -> None:
    make_plan(cast)
    client = signed_in(cast.karim.account)
    assert answer(client).status_code == 302
    assert answer(client).status_code == 200  # the page says thank you, nothing is counted again
    assert counts() == {("begrepen", "ja"): 1, ("gehoord", "beetje"): 1, ("past", "nee"): 1}
    other = signed_in(cast.karim.account)
    assert other.post(ADRES, {"eenmalig": str(uuid4())}).status_code == 302
    assert sum(counts().values()) == 3


def test_a_form_sent_twice_counts_once_also_when_the_browser_did_not_hear_back(cast: Cast) -> None:
    make_plan(cast)
    cache.clear()
    said = {**JA, "eenmalig": str(uuid4())}
    for _ in range(2):
        assert signed_in(cast.karim.account).post(ADRES, said).status_code == 302
    assert sum(counts().values()) == 3


def test_without_a_talk_there_is_no_page_and_nobody_else_has_it(cast: Cast) -> None:
    assert signed_in(cast.karim.account).get(ADRES).status_code == 404
    make_plan(cast, cast.danielle)
    for user in (cast.helper, cast.farida, cast.koen):
        assert signed_in(user).get(ADRES).status_code == 404


def test_the_page_says_that_nobody_sees_who_answered(cast: Cast) -> None:
    make_plan(cast)
    words = plain(signed_in(cast.karim.account).get(ADRES).content)
    assert "Wij bewaren uw naam niet, en ook niet wanneer u antwoordde" in words
    assert "Elke vraag mag open blijven" in words


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ((20, 4, 0), None), ((24, 0, 0), None), ((25, 0, 0), (25, 0, 0)), ((20, 5, 5), (20, 5, 5)),
        ((30, 4, 8), (30, None, None)), ((30, 4, 0), (30, None, None)), ((30, 1, 2), (30, None, None)),
        ((4, 3, 40), (None, None, 40)),
    ],
)  # fmt: skip
def test_small_cells_are_hidden_and_cannot_be_worked_out(given: tuple[int, ...], kept: tuple[int, ...] | None) -> None:
    found = shown(dict(zip(ANTWOORDEN, given, strict=True)))
    assert (tuple(found.values()) if found else None) == kept
    if found and None in found.values():
        assert list(found.values()).count(None) >= 2


def test_the_running_quarter_is_never_shown(cast: Cast) -> None:
    for _ in range(30):
        CountErvaring(door=None, gemeente=cast.gemeente, antwoorden={"begrepen": "ja"}).run()
    assert last_counts(cast.gemeente, clock.today()) is None
    found = last_counts(cast.gemeente, quarter(clock.today()) + timedelta(days=100))
    assert found == (date(2026, 7, 1), {"begrepen": {"ja": 30, "beetje": 0, "nee": 0}})
    assert last_counts(cast.buurgemeente, date(2027, 1, 1)) is None
    with clock.at(date(2026, 12, 1)):
        words = plain(signed_in(cast.farida).get("/werkplek/gesprekken/").content)
    assert "Begreep u wat er te kiezen was? Ja: 30, Een beetje: 0, Nee: 0" in words
