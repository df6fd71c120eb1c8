"""Every page that each of the cast can reach by links: accessible, at home on a phone, there without scripts."""

from __future__ import annotations

from playwright.sync_api import Browser, Page

from tests.browser.bezoek import beoordeel, bezoek
from tests.browser.hulp import geen_zijwaarts, meld_aan, meld_aan_als_medewerker
from tests.browser.server import Server
from tests.browser.wandeling import dien_in


def test_every_page_of_who_is_not_signed_in(page: Page) -> None:
    page.goto("/aanmelden/")
    seen = []
    for kind in bezoek(page):
        seen.append(kind)
        if kind != "/onderdelen/":
            beoordeel(page, kind, "niemand")
    assert {"/aanmelden/", "/privacy/", "/toegankelijkheid/"} <= set(seen)


def test_every_page_of_a_new_inwoner(page: Page) -> None:
    meld_aan(page, "Fenna Wiersma")
    for kind in bezoek(page):
        beoordeel(page, kind, "fenna")


def test_every_page_opens_without_javascript(kale_page: Page) -> None:
    meld_aan(kale_page, "Fenna Wiersma")
    for _ in bezoek(kale_page):
        assert kale_page.locator("h1").count() == 1
        geen_zijwaarts(kale_page)


def test_every_page_around_an_application_that_was_sent_in(page: Page, browser: Browser, server: Server) -> None:
    dien_in(page, "Danielle Verkerk")
    page.goto("/")
    seen = set()
    for kind in bezoek(page):
        seen.add(kind)
        beoordeel(page, kind, "danielle")
    assert {"/", "/papieren/", "/aanvraag/ontvangst/"} <= seen
    worker = browser.new_context(base_url=server.adres, locale="nl-NL").new_page()
    meld_aan_als_medewerker(worker, "Farida Benali")
    worker.goto("/werkplek/")
    seen = set()
    for kind in bezoek(worker):
        seen.add(kind)
        beoordeel(worker, kind, "farida")
    worker.context.close()
    assert {"/werkplek/", "/werkplek/dossier/*/", "/werkplek/dossier/*/recht/"} <= seen
