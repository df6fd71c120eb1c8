"""The person at home: the sheet that may stay open, the plan, and who sees it."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.staticfiles.finders import find
from django.test import Client

from opstap.kern import clock
from opstap.keuzehulp.actions.choose import Choose
from opstap.keuzehulp.actions.fill_gesprek import FillGesprek
from opstap.keuzehulp.methode.laden import catalogus
from opstap.keuzehulp.models import Gesprek, Plan, Stap, Terugblik
from opstap.keuzehulp.terugblikken import ask_due
from tests.reis import once, plain, signed_in
from tests.spelers import Cast

pytestmark = pytest.mark.django_db(transaction=True)


def make_plan(cast: Cast) -> Plan:
    sheet = FillGesprek(
        door=cast.karim.account, gemeente=cast.gemeente, inwoner=cast.karim, eigen_woorden="Rustig"
    ).run()
    chosen = Choose(
        door=cast.farida, gemeente=cast.gemeente, gesprek=sheet, optie="orientatie", wie="inwoner",
        reden="Ik wil kijken.", doel="Weten wat past.", eerste_stap="Bellen", stap_wie="Karim",
        evaluatie_op=clock.today() + timedelta(days=90),
    ).run()  # fmt: skip
    return chosen.plan


def test_the_page_says_what_it_is_for_and_who_sees_it(cast: Cast) -> None:
    words = plain(signed_in(cast.karim.account).get("/gesprek/").content)
    assert "Wij gebruiken het nooit om te kijken of u recht hebt op bijstand" in words
    assert "de consulenten van uw gemeente. Niemand anders." in words
    assert words.index("Vertel in uw eigen woorden") < words.index("Wat wilt u het liefst bereiken")


def test_every_question_may_stay_open(cast: Cast) -> None:
    assert signed_in(cast.karim.account).post("/gesprek/", once()).status_code == 302
    sheet = Gesprek.objects.get()
    assert (sheet.antwoorden, sheet.weegt, sheet.eigen_woorden) == ({}, [], "")


def test_an_answer_can_be_taken_back(cast: Cast) -> None:
    client = signed_in(cast.karim.account)
    client.post("/gesprek/", once(energie="4-12", hoofd_vol=["wonen"]))
    assert Gesprek.objects.get().antwoorden == {"energie": "4-12", "hoofd_vol": ["wonen"]}
    client.post("/gesprek/", once(energie=""))
    assert Gesprek.objects.get().antwoorden == {}


def test_three_things_that_weigh_most_are_one_too_many_and_nothing_typed_is_lost(cast: Cast) -> None:
    said = once(eigen_woorden="Ik kan goed koken.", weegt=["leren", "zekerheid", "snel loon"], energie="0-4")
    page = signed_in(cast.karim.account).post("/gesprek/", said)
    assert page.status_code == 200
    assert "Ik kan goed koken." in plain(page.content)
    assert 'value="0-4"' in page.content.decode()
    assert not Gesprek.objects.exists()


def test_an_answer_that_is_not_in_the_list_is_refused(cast: Cast) -> None:
    assert signed_in(cast.karim.account).post("/gesprek/", once(energie="40")).status_code == 200
    assert not Gesprek.objects.exists()


def test_what_the_worker_sees_otherwise_stays_when_the_person_writes(cast: Cast) -> None:
    FillGesprek(
        door=cast.farida, gemeente=cast.gemeente, inwoner=cast.karim, antwoorden_consulent={"energie": "12-24"}
    ).run()
    signed_in(cast.karim.account).post("/gesprek/", once(energie="4-12", kijk_energie="0-4"))
    assert Gesprek.objects.get().antwoorden_consulent == {"energie": "12-24"}


def test_without_a_plan_the_page_says_how_one_comes(cast: Cast) -> None:
    assert "Dat maakt u samen met uw consulent" in plain(signed_in(cast.karim.account).get("/plan/").content)


def test_both_add_a_step_and_mark_it(cast: Cast) -> None:
    make_plan(cast)
    him, farida = signed_in(cast.karim.account), signed_in(cast.farida)
    assert him.post("/plan/stap/", once(wat="Cv zoeken", wie="Karim", uiterlijk_op="1-10-2026")).status_code == 302
    his = Stap.objects.get(wat="Cv zoeken")
    assert "Cv zoeken" in plain(farida.get(f"/werkplek/gesprek/{cast.karim.pk}/plan/").content)
    farida.post(f"/werkplek/gesprek/{cast.karim.pk}/plan/stap/{his.pk}/klaar/", once(klaar="ja"))
    assert "Klaar op vrijdag 18 september" in plain(him.get("/plan/").content)
    him.post(f"/plan/stap/{his.pk}/klaar/", once(klaar="nee"))
    his.refresh_from_db()
    assert his.klaar_op is None


def test_a_step_without_words_keeps_the_rest(cast: Cast) -> None:
    make_plan(cast)
    page = signed_in(cast.karim.account).post("/plan/stap/", once(wat="", wie="Mijn zus", uiterlijk_op="32-1-2027"))
    assert page.status_code == 200
    assert "Schrijf op wat de stap is" in plain(page.content)
    assert "Mijn zus" in page.content.decode()
    assert Stap.objects.count() == 1


def test_nobody_marks_a_step_of_another(cast: Cast) -> None:
    step = make_plan(cast).stappen.get()
    for user in (cast.danielle.account, cast.helper):
        assert signed_in(user).post(f"/plan/stap/{step.pk}/klaar/", once()).status_code == 404
    step.refresh_from_db()
    assert step.klaar_op is None


def test_a_study_is_told_in_plain_words_without_unread_figures(cast: Cast) -> None:
    client = signed_in(cast.karim.account)
    assert "61 van de 100" in plain(client.get("/onderzoek/Smedslund2006/").content)
    assert client.get("/onderzoek/onbekend/").status_code == 404


DUTCH = re.compile(r"\b(?:het|een|niet|mensen|werkt?|wij|naar|geen|onderzoek|uw|bij)\b", re.IGNORECASE)


def in_english(client: Client, address: str) -> str:
    """The words of the main part of a page, read in English, without what a person typed."""
    client.post("/taal/", {"taal": "en"})
    page = client.get(address)
    assert page.status_code == 200
    return plain(page.content.decode().partition("<main")[2].partition("</main")[0].encode())


def test_the_sheet_asks_in_english_and_keeps_the_answer_of_the_contract(cast: Cast) -> None:
    client = signed_in(cast.karim.account)
    words = in_english(client, "/gesprek/")
    for said in ("What do you most want to reach", "Still to arrange", "Childcare", "Building up calmly"):
        assert said.lower() in words.lower()
    assert DUTCH.findall(words) == []
    client.post("/gesprek/", once(opvang="nog regelen", weegt=["snel loon"]))
    assert Gesprek.objects.get().antwoorden["opvang"] == "nog regelen"
    assert 'value="nog regelen"' in client.get("/gesprek/").content.decode()


def test_every_study_is_told_in_english(cast: Cast) -> None:
    client = signed_in(cast.karim.account)
    for studie in ("Smedslund2006", "SCION2014", "AMS-AT"):
        words = in_english(client, f"/onderzoek/{studie}/").partition("Redactie")[0]
        assert "How certain is it?" in words
        source = catalogus().studies[studie]
        assert DUTCH.findall(words.replace(source.titel, "").replace(source.vindplaats, "")) == []
    assert "61 of 100" in in_english(client, "/onderzoek/Smedslund2006/")


def test_the_plan_names_the_choice_in_english_and_leaves_own_words_alone(cast: Cast) -> None:
    make_plan(cast)
    words = in_english(signed_in(cast.karim.account), "/plan/")
    assert "Finding out what suits me" in words
    assert "Weten wat past." in words


def test_how_is_it_going_stands_in_the_plan_on_its_day_and_may_be_left(cast: Cast) -> None:
    make_plan(cast)
    him = signed_in(cast.karim.account)
    assert "Hoe gaat het met u?" not in plain(him.get("/plan/").content)
    assert him.post("/plan/hoe-gaat-het/", once(werk="ja")).status_code == 404
    with clock.at(clock.today() + timedelta(days=92)):
        ask_due()
    words = plain(him.get("/plan/").content)
    assert "U koos 3 maanden geleden een stap" in words
    assert "U hoeft niet te antwoorden" in words
    wrong = him.post("/plan/hoe-gaat-het/", once(werk="ja", uren="veel", welbevinden="7"))
    assert wrong.status_code == 200
    assert 'value="veel"' in wrong.content.decode()
    assert him.post("/plan/hoe-gaat-het/", once(werk="ja", uren="12", welbevinden="7")).status_code == 302
    row = Terugblik.objects.get()
    assert (row.werk, row.uren, row.welbevinden) == ("ja", 12, 7)
    assert him.post("/plan/hoe-gaat-het/", once()).status_code == 302
    row.refresh_from_db()
    assert (row.werk, row.uren, row.welbevinden) == ("", None, None)


def test_the_number_is_shown_to_the_person_alone(cast: Cast) -> None:
    plan = make_plan(cast)
    Terugblik.objects.create(
        gemeente=cast.gemeente, plan=plan, maanden=3, gevraagd_op=clock.now(), beantwoord_op=clock.now(), werk="ja",
        uren=31, welbevinden=9,
    )  # fmt: skip
    page = signed_in(cast.farida).get(f"/werkplek/gesprek/{cast.karim.pk}/plan/").content.decode()
    assert "welbevinden" not in page
    assert "Hoe gaat het met u" not in page
    assert ">31<" not in page
    own = signed_in(cast.karim.account).get("/plan/").content.decode()
    assert re.search(r'name="welbevinden" value="9"[^>]* checked', own)


def test_the_person_sees_who_looked_in_the_talk(cast: Cast) -> None:
    him = signed_in(cast.karim.account)
    him.post("/gesprek/", once(eigen_woorden="Rustig"))
    assert "Nog niemand van de gemeente keek hier" in plain(him.get("/gesprek/").content)
    signed_in(cast.farida).get(f"/werkplek/gesprek/{cast.karim.pk}/")
    assert "Wie keek hier? Farida Benali, vrijdag 18 september 2026" in plain(him.get("/gesprek/").content)


def test_reading_aloud_and_printing_are_extras_that_no_page_needs(cast: Cast) -> None:
    """Without a script there is no button: only a place that the script may fill, and the words stand on the page."""
    page = signed_in(cast.karim.account).get("/gesprek/").content.decode()
    assert page.count("data-voorlezen=") == 5
    assert "<button" not in re.sub(r'<button class="(button button-primary|als-link)[^>]*>', "", page)
    script = Path(find("opstap/gesprek.js")).read_text(encoding="utf-8")
    assert "localService" in script
    assert not re.search(r"fetch|XMLHttp|https?:|WebSocket|sendBeacon", script)
