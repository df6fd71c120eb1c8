"""The way from a pile of papers to a decision, step by step, in a real browser: with and without JavaScript alike."""

from __future__ import annotations

import re
import time
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.hulp import meld_aan
from tests.reis import ANTWOORDEN

SECONDEN_LEZEN = 60
_VRAGEN = re.compile(r"/aanvraag/vragen/")


def begin(page: Page, naam: str) -> None:
    """Sign in and begin; the browser stands on the first question."""
    meld_aan(page, naam)
    page.get_by_role("button", name="Begin met de aanvraag").click()
    expect(page).to_have_url(_VRAGEN)


def beantwoord(page: Page) -> int:
    """Answer every question as Danielle would; the number of pages it took."""
    for pages in range(20):
        if not _VRAGEN.search(page.url):
            return pages
        vul_in(page)
        page.get_by_role("button", name="Verder").click()
    raise AssertionError("the questionnaire does not end")


def vul_in(page: Page) -> None:
    """Fill what this page asks; a field under an answer that was not chosen stays empty."""
    for name, value in ANTWOORDEN.items():
        for answer in value if isinstance(value, list) else [value]:
            choice = page.locator(f"main [name='{name}'][value='{answer}']")
            if choice.count():
                choice.check()
            elif page.locator(f"main input[type=text][name='{name}'], main input[type=tel][name='{name}']").count():
                page.locator(f"main [name='{name}']").fill(str(answer))


def stuur(page: Page, *files: Path, js: bool = True) -> float:
    """Hand files in and wait until each was read; the seconds that took."""
    page.goto("/papieren/")
    page.get_by_label("Foto of bestand").set_input_files(list(files))
    page.get_by_role("button", name="Stuur", exact=True).click()
    for file in files:
        expect(page.locator("main")).to_contain_text(f"Goed aangekomen: {file.name}")
    start = time.monotonic()
    wacht_op_lezen(page, js=js)
    return time.monotonic() - start


def wacht_op_lezen(page: Page, *, js: bool = True) -> None:
    """With JavaScript the page shows by itself that all is read; without it one asks with the link."""
    waiting = page.get_by_text(re.compile(r"Wij lezen \d+ "))
    end = time.monotonic() + SECONDEN_LEZEN
    while not js and waiting.count() and time.monotonic() < end:
        page.wait_for_timeout(700)
        page.get_by_role("link", name="Kijk opnieuw").click()
    expect(page.locator("form[data-kijkt]")).to_have_count(0, timeout=SECONDEN_LEZEN * 1000)
    expect(waiting).to_have_count(0, timeout=SECONDEN_LEZEN * 1000)


def open_papier(page: Page, bestandsnaam: str) -> None:
    """From "Lazen wij het goed?" to the page of the paper that came with this file."""
    page.goto("/papieren/")
    page.locator("section[aria-labelledby=bevestigen] li", has_text=bestandsnaam).get_by_role("link").click()
    expect(page).to_have_url(re.compile(r"/papieren/[0-9a-f-]{36}/$"))


def dien_in(page: Page) -> str:
    """From looking back to the receipt; the number of the application."""
    page.goto("/aanvraag/nakijken/")
    page.get_by_role("button", name="Dien de aanvraag in").click()
    expect(page).to_have_url("/aanvraag/ontvangst/")
    return page.locator("main .lead").first.locator("strong").inner_text()


def verander_huur(page: Page, label: str, bedrag: str) -> None:
    """Say that one reading is wrong, and what it should be."""
    page.get_by_role("link", name="Nee, ik verbeter het").click()
    page.get_by_label(label).first.fill(bedrag)
    page.get_by_role("button", name="Opslaan").click()


def plekken(page: Page) -> Sequence[tuple[float, float]]:
    """Where the lit spots stand on the screen: width and height in pixels of each."""
    boxes = [spot.bounding_box() for spot in page.locator(".papier .spot").all()]
    return [(box["width"], box["height"]) for box in boxes if box]


def pak_op(page: Page, naam: str) -> str:
    """From the work list to the dossier of this person, and take it up; the address of the dossier."""
    page.goto("/werkplek/")
    page.locator("section[aria-labelledby=wij]").get_by_role("link", name=naam).click()
    page.get_by_role("button", name="Ik pak dit op").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(naam)
    return page.url


def beoordeel_papieren(page: Page) -> int:
    """Paper by paper: all of it is right; how many there were. The browser stands on the dossier again."""
    page.get_by_role("link", name="Papier beoordelen").click()
    for seen in range(1, 20):
        page.get_by_label("Verschilt iets?").fill("Zo staat het op het papier.")
        page.get_by_role("button", name="Alles klopt, leg vast").click()
        if "/papier/" not in page.url:
            return seen
    raise AssertionError("there is no end to the papers")


def stel_vast(page: Page, dossier: str) -> None:
    """Establish all that does not differ, and choose where sources differ."""
    page.goto(dossier)
    button = page.get_by_role("button", name="Stel vast wat niet verschilt")
    if button.count():
        button.click()
    for _ in range(10):
        differing = page.locator("section[aria-labelledby^=verschil-]")
        if not differing.count():
            return
        differing.first.get_by_role("radio").last.check()
        differing.first.get_by_label("Waarom deze waarde?").fill("Dit is het nieuwste.")
        differing.first.get_by_role("button", name="Leg vast").click()
    raise AssertionError("there is no end to what differs")


def vraag_aanvulling(page: Page, dossier: str) -> None:
    """One request for everything that is missing."""
    page.goto(dossier)
    page.get_by_role("link", name="Vraag dit in één keer").click()
    for box in page.locator("input[name=vereisten]").all():
        box.check()
    page.get_by_role("button", name="Stuur het verzoek").click()
    expect(page).to_have_url(dossier)


def schrijf_besluit(page: Page, dossier: str) -> None:
    """Keep the calculation, write the decision from it, and hand it to a second person."""
    page.goto(dossier)
    page.locator("a[href$='/recht/']").first.click()
    page.get_by_role("button", name="Leg deze berekening vast").click()
    page.get_by_label("Bijstand toekennen").check()
    page.get_by_label("Waarom?").fill("U hebt te weinig geld om van te leven. Daarom krijgt u bijstand.")
    page.get_by_role("button", name="Geef aan een tweede persoon").click()
    expect(page).to_have_url(dossier)


def keur_goed(page: Page, naam: str) -> None:
    """The second pair of eyes: from the work list to the letter as it will be, and agree."""
    page.goto("/werkplek/")
    page.get_by_role("link", name=naam, exact=True).first.click()
    page.get_by_role("link", name="Besluit nakijken").click()
    page.get_by_role("button", name="Keur goed en stuur de brief").click()
