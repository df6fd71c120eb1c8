"""The page of the monitor: for policy only, the same rounded numbers on the page and in the file, no person behind."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.urls import reverse

from opstap.kern import clock
from tests.inzicht.test_verscheidenheid import talk
from tests.reis import plain, signed_in
from tests.spelers import Cast

pytestmark = pytest.mark.django_db
PAGE, FILE = "/werkplek/inzicht/keuzehulp/", "/werkplek/inzicht/keuzehulp.csv"


def fill(cast: Cast) -> None:
    for number in range(31):
        talk(cast, number, datetime(2026, 5, 12, 10, tzinfo=clock.AMSTERDAM),
             optie="leerwerk" if number < 3 else "uitzend" if number < 12 else "orientatie")  # fmt: skip


def test_policy_sees_bars_a_table_and_a_file_with_the_same_numbers(cast: Cast) -> None:
    fill(cast)
    client = signed_in(cast.tessa)
    page = client.get(PAGE).content.decode()
    words = plain(page.encode())
    for said in ("Ongeveer 30 mensen", "niet getoond", "nooit op tafel", "Hoe gelijk is het verdeeld?", "Gaten in"):
        assert said in words
    assert page.count("<rect") >= 6
    rows = client.get(FILE).content.decode("utf-8-sig").splitlines()
    assert "2026-2;Uitzoeken wat bij mij past;30;20" in rows
    assert any(row.endswith(";30;niet getoond") for row in rows)
    assert "31" not in words
    assert "Mens" not in page


@pytest.mark.parametrize("who", ["farida", "koen", "omar", "bea", "buurconsulent", "helper"])
def test_nobody_else_sees_it(cast: Cast, who: str) -> None:
    for address in (PAGE, FILE):
        assert signed_in(getattr(cast, who)).get(address).status_code == 404


@pytest.mark.parametrize("asked", ["2026-3", "2026-9", "'", "2026-2-1", "1999-1"])
def test_a_quarter_that_is_not_offered_shows_the_newest_that_is(cast: Cast, asked: str) -> None:
    fill(cast)
    answer = signed_in(cast.tessa).get(PAGE, {"kwartaal": asked})
    assert answer.context["gekozen"].code == "2026-2"


def test_policy_reaches_no_row_of_a_person(cast: Cast) -> None:
    """Every link on the pages of policy leads to a page that a team manager may see, and none holds a talk."""
    fill(cast)
    client = signed_in(cast.tessa)
    page = client.get(PAGE).content.decode()
    for name in ("gesprek", "opties", "plan"):
        person = talk(cast, 99).gesprek.inwoner
        assert client.get(reverse(f"werkplek:{name}", args=[person.pk])).status_code == 404
    assert "/werkplek/gesprek/" not in page


def test_without_talks_it_says_so_and_shows_the_gaps(cast: Cast) -> None:
    words = plain(signed_in(cast.tessa).get(PAGE).content)
    assert "nog geen kwartaal voorbij" in words
    assert "er is niets" in words
