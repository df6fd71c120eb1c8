"""The talk at one screen: the sheet, the options, the choice and its reason, and a plan in both faces."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

WOORDEN = "Ik werkte elf jaar in een magazijn. Ik wil rustig aan."
STAP = "Kennismaken bij de bakkerij"
REDEN = "Dan kan zij rustig opbouwen."


def vul_blad(page: Page) -> None:
    """Fill the sheet of the talk, in either face."""
    page.locator("[name=eigen_woorden]").fill(WOORDEN)
    for name, value in (("doel", "eerst rust en overzicht"), ("belangrijk", "rustig opbouwen"), ("energie", "4-12")):
        choice = page.locator(f"[name='{name}'][value='{value}']")
        fold = page.locator("details:not([open])", has=choice)
        if fold.count():
            fold.locator("summary").first.click()
        choice.check()


def voer_gesprek(consulent: Page, voornaam: str) -> str:
    """From the list of talks to the options; the address of the sheet."""
    consulent.goto("/werkplek/gesprekken/")
    consulent.get_by_role("link", name=re.compile(voornaam)).first.click()
    blad = consulent.url
    vul_blad(consulent)
    consulent.locator("main form .button-primary").click()
    expect(consulent).to_have_url(re.compile(r"/opties/$"))
    return blad


def beslis(consulent: Page) -> None:
    """She chooses one option, he records the reason, a first step and the day to look back."""
    consulent.locator("main input[name=keuze]").first.check()
    consulent.locator("main [name=wie][value=samen]").check()
    for name, value in (("reden", REDEN), ("doel", "Over een half jaar werk ik 12 uur."), ("eerste_stap", STAP),
                        ("stap_wie", "Danielle"), ("stap_op", "25-9-2026"), ("evaluatie_op",
                            "18-12-2026")):  # fmt: skip
        consulent.locator(f"main [name={name}]").fill(value)
    consulent.locator("main form .button-primary").click()
    expect(consulent).to_have_url(re.compile(r"/plan/$"))
