"""The sheet of parts and the pages for everybody, in a real browser."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.browser.hulp import controleer, paginagewicht


def test_every_part_is_accessible_on_a_phone_and_on_a_wide_screen(page: Page) -> None:
    page.goto("/onderdelen/")
    controleer(page, "onderdelen")


def test_the_pages_for_everybody_are_accessible(page: Page) -> None:
    for name in ("privacy", "toegankelijkheid"):
        page.goto(f"/{name}/")
        controleer(page, name)


def test_a_page_that_is_not_there_says_how_to_go_on(page: Page) -> None:
    page.goto("/bestaat-niet/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Deze bladzijde is er niet")
    expect(page.get_by_role("link", name="088")).to_be_visible()
    controleer(page, "niet-gevonden")


def test_a_page_weighs_little_and_brings_its_own_letter(page: Page) -> None:
    weight = paginagewicht(page, lambda: page.goto("/privacy/"))
    assert weight.bladzijde < 25 * 1024
    assert page.evaluate("document.fonts.check('1em \"Atkinson Hyperlegible\"')")


def test_the_page_goes_on_in_english_without_javascript(kale_page: Page) -> None:
    kale_page.goto("/privacy/")
    kale_page.get_by_role("button", name="English").click()
    expect(kale_page).to_have_url("/privacy/")
    expect(kale_page.locator("html")).to_have_attribute("lang", "en")
    expect(kale_page.get_by_role("heading", level=1)).to_have_text("What we keep about you")
    kale_page.get_by_role("button", name="Nederlands").click()
    expect(kale_page.get_by_role("heading", level=1)).to_have_text("Wat wij van u bewaren")


def test_an_error_has_the_focus_and_leads_to_its_field(page: Page) -> None:
    page.goto("/onderdelen/")
    summary = page.locator("[data-fouten]")
    expect(summary).to_be_focused()
    summary.get_by_role("link", name="Schrijf de datum zo").click()
    expect(page.locator("#id_sinds")).to_be_focused()
    expect(page.locator("#id_sinds")).to_have_value("31 augstus")
    expect(page).to_have_title("Fout: Alle onderdelen · Gemeente Voorbeeld")


def test_what_was_typed_is_still_there_without_javascript(kale_page: Page) -> None:
    kale_page.goto("/onderdelen/")
    form = kale_page.locator("form[action='#velden']")
    form.locator("[name=vraag]").fill("Telt mijn verjaardagsgeld mee?")
    form.locator("[name=bedrag]").fill("tien")
    once = form.locator("[name=eenmalig]").get_attribute("value")
    form.get_by_role("button", name="Verstuur").click()
    expect(form.locator("[name=vraag]")).to_have_value("Telt mijn verjaardagsgeld mee?")
    expect(form.locator("[name=bedrag]")).to_have_value("tien")
    expect(form.locator("[name=eenmalig]")).to_have_attribute("value", once or "none")


def test_the_question_under_an_answer_shows_with_that_answer_only(kale_page: Page) -> None:
    kale_page.goto("/onderdelen/")
    amount = kale_page.locator("#leeg_bedrag")
    expect(amount).to_be_hidden()
    kale_page.locator("#leeg_gift_0").check()
    expect(amount).to_be_visible()
    kale_page.locator("#leeg_gift_1").check()
    expect(amount).to_be_hidden()


def test_a_form_is_sent_once_however_often_it_is_pressed(page: Page) -> None:
    page.goto("/onderdelen/")
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url) if request.method == "POST" else None)
    page.route("**/onderdelen/", lambda route: page.wait_for_timeout(300) or route.continue_())
    page.evaluate(
        "() => { const knop = document.querySelector('form[action=\"#velden\"] button'); knop.click(); knop.click() }"
    )
    page.wait_for_load_state("load")
    page.wait_for_timeout(500)
    assert len(sent) == 1


def test_the_keyboard_walks_a_list_and_opens_what_it_says(page: Page) -> None:
    page.goto("/onderdelen/")
    page.evaluate("document.activeElement.blur()")
    rows = page.locator("table[data-rijen] tbody tr")
    expect(rows.nth(0)).to_have_attribute("aria-current", "true")
    page.keyboard.press("j")
    expect(rows.nth(1)).to_have_attribute("aria-current", "true")
    expect(rows.nth(1).get_by_role("link")).to_be_focused()
    page.keyboard.press("j")
    expect(rows.nth(1)).to_have_attribute("aria-current", "true")
    page.keyboard.press("k")
    expect(rows.nth(0).get_by_role("link")).to_be_focused()
    page.keyboard.press("s")
    expect(page).to_have_url(re.compile(r"#status$"))


def test_keys_do_nothing_while_someone_types(page: Page) -> None:
    page.goto("/onderdelen/")
    page.locator("#leeg_vraag").press_sequentially("js")
    expect(page.locator("#leeg_vraag")).to_have_value("js")
    expect(page.locator("table[data-rijen] tbody tr").nth(0)).to_have_attribute("aria-current", "true")
    assert not page.url.endswith("#status")


def test_everything_can_be_reached_with_the_tab_key_and_seen(page: Page) -> None:
    page.goto("/privacy/")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Naar de inhoud")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineWidth")
    assert outline == "3px"


def test_text_at_twice_its_size_needs_no_sideways_scroll(page: Page) -> None:
    page.goto("/onderdelen/")
    page.evaluate("document.documentElement.style.setProperty('font-size', '200%')")
    page.set_viewport_size({"width": 640, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= 640
