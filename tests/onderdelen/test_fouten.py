"""When something went wrong: calm words, how to go on, nothing of the machine, and a telephone number."""

from __future__ import annotations

from typing import Any
from unittest import mock

import pytest
from django.db import OperationalError
from django.test import Client
from django.test.utils import override_settings

from opstap.onderdelen import fouten
from opstap.taal.teksten import tekst
from opstap.taal.woorden import verboden_woorden

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def adressen() -> Any:
    with override_settings(ROOT_URLCONF="tests.onderdelen.adressen"):
        yield


@pytest.fixture
def bezoeker(cast: Any) -> Client:
    return Client(raise_request_exception=False)


@pytest.mark.parametrize(
    ("path", "status", "kop"),
    [
        ("/mis/400/", 400, "Dit konden wij niet lezen"),
        ("/mis/403/", 403, "Deze bladzijde is niet voor u"),
        ("/bestaat-niet/", 404, "Deze bladzijde is er niet"),
        ("/mis/413/", 413, "Dit is te veel in één keer"),
        ("/mis/500/", 500, "Er ging bij ons iets mis"),
    ],
)
def test_a_fault_says_how_to_go_on(bezoeker: Client, path: str, status: int, kop: str) -> None:
    response = bezoeker.get(path)
    shown = response.content.decode()
    assert response.status_code == status
    assert f"<h1>{kop}</h1>" in shown
    assert shown.count("<h1") == 1
    assert 'href="tel:+31880001234"' in shown
    assert 'href="/"' in shown
    for word in ("Traceback", "Exception", "Django", "999990019"):
        assert word not in shown
    assert verboden_woorden(shown) == []


def test_a_fault_is_told_in_the_language_of_the_reader(bezoeker: Client) -> None:
    bezoeker.post("/taal/", {"taal": "en"})
    shown = bezoeker.get("/bestaat-niet/").content.decode()
    assert '<html lang="en"' in shown
    assert f"<h1>{tekst('algemeen.niet_gevonden_titel', 'en')}</h1>" in shown


def test_a_fault_of_ours_shows_without_a_database(bezoeker: Client) -> None:
    with mock.patch("django.db.backends.utils.CursorWrapper.execute", side_effect=OperationalError("weg")):
        response = bezoeker.get("/privacy/")
    assert response.status_code == 500
    assert "Er ging bij ons iets mis" in response.content.decode()


def test_even_without_our_texts_there_is_a_page(bezoeker: Client) -> None:
    with mock.patch.object(fouten, "render_to_string", side_effect=RuntimeError):
        response = bezoeker.get("/mis/500/")
    assert response.status_code == 500
    assert "bel de gemeente" in response.content.decode()


def test_too_much_says_how_much_fits(rf: Any, cast: Any) -> None:
    request = rf.get("/")
    request.gemeente = cast.gemeente
    response = fouten.te_veel(request, mb=100)
    assert response.status_code == 413
    assert "samen hoogstens 100 MB" in response.content.decode()


@pytest.mark.parametrize("path", ["/privacy/", "/toegankelijkheid/", "/onderdelen/"])
def test_a_page_for_everybody_opens_in_both_languages(bezoeker: Client, path: str) -> None:
    for taal in ("nl", "en"):
        bezoeker.post("/taal/", {"taal": taal})
        response = bezoeker.get(path)
        shown = response.content.decode()
        assert response.status_code == 200
        assert f'<html lang="{taal}"' in shown
        assert shown.count("<h1") == 1
        assert verboden_woorden(shown, taal) == []
        assert response.headers["Content-Security-Policy"].startswith("default-src 'none'")


@pytest.mark.parametrize(
    ("verder", "naar"),
    [
        ("/privacy/?a=1", "/privacy/?a=1"), ("https://kwaad.example/", "/"), ("//kwaad.example/", "/"),
        ("/\\kwaad.example", "/"), ("javascript:alert(1)", "/"), ("", "/"), ("privacy/", "/"),
    ],
)  # fmt: skip
def test_the_other_language_goes_on_on_our_own_pages_only(bezoeker: Client, verder: str, naar: str) -> None:
    response = bezoeker.post("/taal/", {"taal": "en", "verder": verder})
    assert response["Location"] == naar


def test_an_unknown_language_changes_nothing(bezoeker: Client) -> None:
    bezoeker.post("/taal/", {"taal": "xx"})
    assert '<html lang="nl"' in bezoeker.get("/privacy/").content.decode()


def test_the_language_is_changed_by_a_form_only(bezoeker: Client) -> None:
    assert bezoeker.get("/taal/").status_code == 405
