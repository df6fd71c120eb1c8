"""Somebody types, is called away, and the session ends: nothing typed is lost."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.hulp import axe, meld_aan


def type_and_lose_the_session(page: Page) -> None:
    meld_aan(page, "Karim Bouali")
    page.goto("/berichten/")
    page.get_by_label("Uw bericht").fill("Telt mijn verjaardagsgeld mee?")
    page.context.clear_cookies(name="sessionid")
    page.get_by_role("button", name="Stuur").click()
    page.get_by_role("link", name="Inloggen met DigiD").click()


def test_the_words_come_back_after_signing_in_again(page: Page) -> None:
    type_and_lose_the_session(page)
    page.get_by_role("link", name="Karim Bouali").click()
    expect(page).to_have_url("/berichten/")
    expect(page.get_by_label("Uw bericht")).to_have_value("Telt mijn verjaardagsgeld mee?")
    expect(page.get_by_role("status")).to_contain_text("Wij bewaarden wat u typte")
    axe(page)


def test_somebody_else_on_this_device_finds_nothing_also_without_javascript(kale_page: Page) -> None:
    type_and_lose_the_session(kale_page)
    kale_page.get_by_role("link", name="Danielle Verkerk").click()
    kale_page.goto("/berichten/")
    expect(kale_page.get_by_label("Uw bericht")).to_have_value("")


def test_a_page_that_stood_open_before_signing_in_again_loses_nothing(page: Page) -> None:
    meld_aan(page, "Karim Bouali")
    page.goto("/berichten/")
    page.get_by_label("Uw bericht").fill("Telt mijn verjaardagsgeld mee?")
    page.context.clear_cookies(name="csrftoken")
    page.get_by_role("button", name="Stuur").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("U was even weg")
    axe(page)
    page.get_by_role("link", name="Ga verder").click()
    expect(page.get_by_label("Uw bericht")).to_have_value("Telt mijn verjaardagsgeld mee?")
