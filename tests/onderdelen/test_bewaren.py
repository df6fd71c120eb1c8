"""A session that ends while someone types: the words come back, to that person only, for an hour."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.test.utils import override_settings

from opstap.kern import clock
from opstap.onderdelen import bewaren
from tests.conftest import VANDAAG

pytestmark = pytest.mark.django_db
SLEUTEL = "0192aaaa-0000-7000-8000-000000000001"
TEKST = "Telt mijn verjaardagsgeld mee? <b>Groet</b>"


@pytest.fixture(autouse=True)
def adressen() -> Any:
    with override_settings(ROOT_URLCONF="tests.onderdelen.adressen"):
        yield


@pytest.fixture
def weg(client: Client, cast: Any) -> Client:
    """Danielle signed in on this device, and then her session ended by itself."""
    enter(client, cast.danielle.account)
    client.cookies.pop("sessionid")
    return client


def enter(client: Client, account: Any) -> None:
    assert client.get(f"/binnen/{account.pk}/").content == b"binnen"


def page(client: Client, path: str = "/vraag/") -> str:
    return client.get(path).content.decode()


def test_what_was_typed_comes_back_after_signing_in_again(weg: Client, cast: Any) -> None:
    response = weg.post("/vraag/", {"vraag": TEKST, "soort": ["werk"], "eenmalig": SLEUTEL})
    assert response.status_code == 302
    assert response["Location"] == "/aanmelden/?verder=%2Fvraag%2F"
    enter(weg, cast.danielle.account)
    shown = page(weg)
    assert "Telt mijn verjaardagsgeld mee? &lt;b&gt;Groet&lt;/b&gt;</textarea>" in shown
    assert "Wij bewaarden wat u typte" in shown
    assert 'value="werk" id="id_soort_1" checked' in shown or 'id="id_soort_1" checked' in shown
    assert SLEUTEL in shown, "the same key, so that it counts once"
    assert "Kies uw bestanden nog een keer" not in shown


def test_the_page_can_be_opened_twice_and_the_kept_words_go_when_they_are_sent(weg: Client, cast: Any) -> None:
    weg.post("/vraag/", {"vraag": TEKST})
    enter(weg, cast.danielle.account)
    assert "verjaardagsgeld" in page(weg)
    assert "verjaardagsgeld" in page(weg)
    assert b"aangekomen" in weg.post("/vraag/", {"vraag": TEKST}).content
    assert "verjaardagsgeld" not in page(weg)


def test_files_cannot_be_kept_and_the_page_says_so(weg: Client, cast: Any) -> None:
    weg.post("/vraag/", {"vraag": TEKST, "bestand": SimpleUploadedFile("huur.pdf", b"%PDF-1.4")})
    enter(weg, cast.danielle.account)
    assert "Kies uw bestanden nog een keer" in page(weg)


def test_another_person_on_the_same_device_sees_nothing(weg: Client, cast: Any) -> None:
    weg.post("/vraag/", {"vraag": TEKST})
    enter(weg, cast.karim.account)
    assert "verjaardagsgeld" not in page(weg)


def test_the_words_come_back_on_their_own_page_only(weg: Client, cast: Any) -> None:
    weg.post("/vraag/", {"vraag": TEKST})
    enter(weg, cast.danielle.account)
    assert "verjaardagsgeld" not in page(weg, "/antwoord/")


def test_a_form_that_was_sent_elsewhere_comes_back_on_the_page_where_it_stands(weg: Client, cast: Any) -> None:
    response = weg.post("/antwoord/", {"vraag": TEKST}, headers={"Referer": "http://testserver/vraag/"})
    assert response["Location"].endswith("verder=%2Fvraag%2F")
    enter(weg, cast.danielle.account)
    assert "verjaardagsgeld" in page(weg)


@pytest.mark.parametrize("referer", ["http://kwaad.example/vraag/", "http://testserver//kwaad.example/", "niets"])
def test_another_site_never_names_the_page(weg: Client, referer: str) -> None:
    response = weg.post("/antwoord/", {"vraag": TEKST}, headers={"Referer": referer})
    assert response["Location"].endswith("verder=%2Fantwoord%2F")


def test_after_an_hour_the_words_are_gone(weg: Client, cast: Any) -> None:
    weg.post("/vraag/", {"vraag": TEKST})
    with clock.at(VANDAAG + timedelta(minutes=59)):
        enter(weg, cast.danielle.account)
        assert "verjaardagsgeld" in page(weg)
    with clock.at(VANDAAG + timedelta(minutes=61)):
        assert "verjaardagsgeld" not in page(weg)


def test_who_never_signed_in_here_leaves_nothing_behind(client: Client, cast: Any) -> None:
    client.post("/vraag/", {"vraag": TEKST})
    assert bewaren.COOKIE_BEWAARD not in client.cookies


def test_who_logged_out_leaves_nothing_behind(client: Client, cast: Any) -> None:
    enter(client, cast.danielle.account)
    client.get("/buiten/")
    client.post("/vraag/", {"vraag": TEKST})
    assert bewaren.COOKIE_BEWAARD not in client.cookies


def test_more_than_32_kb_is_not_kept(weg: Client) -> None:
    weg.post("/vraag/", {"vraag": "a" * 33_000})
    assert bewaren.COOKIE_BEWAARD not in weg.cookies


def test_the_kept_words_lie_sealed(weg: Client) -> None:
    from django.contrib.sessions.models import Session

    weg.post("/vraag/", {"vraag": TEKST})
    stored = Session.objects.get(pk=weg.cookies[bewaren.COOKIE_BEWAARD].value).get_decoded()
    assert "verjaardagsgeld" not in str(stored)
    assert set(stored) == {"pad", "wie", "tot", "zegel", "_session_expiry"}


def test_sealed_words_do_not_open_for_another_person_even_when_the_row_is_changed(weg: Client, cast: Any) -> None:
    weg.post("/vraag/", {"vraag": TEKST})
    store = bewaren._sessions()(session_key=weg.cookies[bewaren.COOKIE_BEWAARD].value)
    store["wie"] = str(cast.karim.account.pk)
    store.save()
    enter(weg, cast.karim.account)
    assert "verjaardagsgeld" not in page(weg)


@pytest.mark.parametrize("waarde", ["", "x", "a" * 5000, "../../etc/passwd", "0192aaaa"])
def test_a_made_up_cookie_gives_nothing_and_breaks_nothing(client: Client, cast: Any, waarde: str) -> None:
    enter(client, cast.danielle.account)
    client.cookies[bewaren.COOKIE_BEWAARD] = waarde
    client.cookies[bewaren.COOKIE_WIE] = waarde
    assert client.get("/vraag/").status_code == 200
    assert client.post("/vraag/", {"vraag": "ja"}).status_code == 200


def test_the_cookie_that_names_a_person_never_comes_along_from_another_site(client: Client, cast: Any) -> None:
    enter(client, cast.danielle.account)
    cookie = client.cookies[bewaren.COOKIE_WIE]
    assert cookie["samesite"] == "Strict"
    assert cookie["httponly"]


def test_a_form_from_before_signing_in_again_is_kept_and_leads_back(cast: Any) -> None:
    client = Client(enforce_csrf_checks=True)
    enter(client, cast.danielle.account)
    response = client.post("/vraag/", {"vraag": TEKST})
    shown = response.content.decode()
    assert response.status_code == 403
    assert "U was even weg" in shown
    assert "Wij bewaarden wat u typte" in shown
    assert 'href="/vraag/"' in shown
    assert "verjaardagsgeld" in page(client)


def test_a_form_of_a_stranger_to_this_device_promises_nothing(db: None, cast: Any) -> None:
    client = Client(enforce_csrf_checks=True)
    shown = client.post("/taal/", {"taal": "en"}).content.decode()
    assert "U was even weg" in shown
    assert "bewaard" not in shown
    assert "Open haar opnieuw" in shown
