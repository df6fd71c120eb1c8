"""The whole way in real Chromium over the real server: from a pile of papers to a decision that both faces show."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pikepdf
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import gesprek, reis
from tests.browser.hulp import meld_aan_als_medewerker
from tests.browser.papieren import VAN_DE_BANK, leg_klaar, van_echte_banken
from tests.browser.server import Server

BESLUIT_EERST, BESLUIT_LATER = (
    "vrijdag 13 november 2026",
    re.compile(r"vrijdag 27 november 2026|donderdag 26 november 2026"),
)


@contextmanager
def werkplek(browser: Browser, server: Server, naam: str, *, js: bool = True) -> Iterator[Page]:
    """A worker at a wide screen, signed in."""
    context = browser.new_context(
        base_url=server.adres, locale="nl-NL", viewport={"width": 1280, "height": 900}, java_script_enabled=js
    )
    context.set_default_timeout(30_000)
    page = context.new_page()
    meld_aan_als_medewerker(page, naam)
    yield page
    context.close()


def test_from_a_pile_of_papers_to_a_decision(page: Page, browser: Browser, server: Server, tmp_path: Path) -> None:
    reis.begin(page, "Danielle Verkerk")
    assert reis.beantwoord(page) <= 12
    files = leg_klaar(tmp_path)
    sees_her_own_list(page)
    hands_in_and_sees_what_was_understood(page, files)
    confirms_one_and_corrects_one(page)
    number = sends_in_with_a_month_missing(page)
    with werkplek(browser, server, "Farida Benali") as farida:
        dossier = looks_and_establishes(farida, number)
        asks_for_the_missing_month(farida, page, dossier)
        goes_on_without(farida, dossier)
        works_out_and_writes(farida, dossier)
        talk_about_work(farida, page)
    with werkplek(browser, server, "Koen de Wit") as koen:
        reis.keur_goed(koen, "Danielle Verkerk")
        expect(koen.locator("main")).to_contain_text("Het besluit is genomen")
    reads_the_letter_and_sees_who_looked(page)


def test_the_same_way_without_javascript(
    eigen_kale_page: Page, browser: Browser, eigen_server: Server, tmp_path: Path
) -> None:
    page, server = eigen_kale_page, eigen_server
    reis.begin(page, "Danielle Verkerk")
    reis.beantwoord(page)
    files = leg_klaar(tmp_path)
    reis.stuur(page, files["afschrift"], files["mt940"], js=False)
    expect(page.locator("section[aria-labelledby=bevestigen] li")).to_have_count(2)
    reis.open_papier(page, "juni.940")
    page.get_by_role("button", name="Ja, dit klopt").click()
    reis.dien_in(page)
    with werkplek(browser, server, "Noor Jansma", js=False) as noor:
        dossier = reis.pak_op(noor, "Danielle Verkerk")
        assert reis.beoordeel_papieren(noor) == 2
        reis.stel_vast(noor, dossier)
        reis.vraag_aanvulling(noor, dossier)
        page.goto("/")
        expect(page.get_by_role("heading", name="U bent aan zet")).to_be_visible()
        goes_on_without(noor, dossier)
        reis.schrijf_besluit(noor, dossier)
    with werkplek(browser, server, "Koen de Wit", js=False) as koen:
        reis.keur_goed(koen, "Danielle Verkerk")
    reads_the_letter_and_sees_who_looked(page, medewerkers=("Noor Jansma", "Koen de Wit"))


def test_exports_of_real_banks_are_understood(page: Page) -> None:
    files = van_echte_banken()
    if not files:
        pytest.skip("the shared samples of banks are not here")
    reis.begin(page, "Fenna Wiersma")
    reis.stuur(page, *files)
    papers = page.locator("section[aria-labelledby=bevestigen] li")
    for file in files:
        expect(papers.filter(has_text=file.name).first).to_contain_text(re.compile("Bankafschrift|spaargeld"))


def sees_her_own_list(page: Page) -> None:
    page.goto("/papieren/")
    papers = page.locator("section[aria-labelledby=nodig] article")
    expect(papers).to_have_count(2)
    expect(papers.filter(has_text="Huurcontract")).to_contain_text("U huurt of betaalt kostgeld")
    expect(page.locator("main")).to_contain_text("Dit hoeft u niet te sturen")


def hands_in_and_sees_what_was_understood(page: Page, files: dict[str, Path]) -> None:
    assert reis.stuur(page, *files.values()) < reis.SECONDEN_LEZEN
    read = page.locator("section[aria-labelledby=bevestigen] li")
    for file, words in (("huurcontract", "Huurcontract"), ("augustus", "Bankafschrift augustus 2026"),
                        ("juni.940", "Bankafschrift juni 2026"), ("spaarrekening", "juli 2026")):  # fmt: skip
        expect(read.filter(has_text=file)).to_contain_text(words)
    expect(page.locator("section[aria-labelledby=klaar]")).to_contain_text("Huurcontract")
    tiles = page.get_by_label("Rekening die eindigt op 4300").get_by_role("listitem")
    expect(tiles.nth(0)).to_contain_text("binnen")
    expect(tiles.nth(1)).to_contain_text("ontbreekt")
    expect(tiles.nth(2)).to_contain_text("binnen")
    reis.open_papier(page, "afschrift-augustus.pdf")
    expect(page.locator(".gelezen")).to_contain_text("€ 804,54")
    assert all(width > 20 and height > 8 for width, height in reis.plekken(page))
    assert len(reis.plekken(page)) == 2
    assert VAN_DE_BANK not in page.content()


def confirms_one_and_corrects_one(page: Page) -> None:
    page.get_by_role("button", name="Ja, dit klopt").click()
    expect(page.locator("section[aria-labelledby=bevestigen]")).not_to_contain_text("afschrift-augustus.pdf")
    reis.open_papier(page, "huurcontract.jpg")
    expect(page.locator(".gelezen")).to_contain_text("€ 570,70")
    assert len(reis.plekken(page)) >= 1
    reis.verander_huur(page, "Huur per maand", "584,40")
    expect(page.locator("section[aria-labelledby=bevestigen]")).not_to_contain_text("huurcontract.jpg")


def sends_in_with_a_month_missing(page: Page) -> str:
    number = reis.dien_in(page)
    receipt = page.locator("main")
    assert re.fullmatch(r"2026-\d{6}", number)
    expect(receipt).to_contain_text("Wij zijn aan zet")
    expect(receipt).to_contain_text(BESLUIT_EERST)
    expect(receipt.locator("section[aria-labelledby=nodig]")).to_contain_text("Afschriften")
    expect(receipt.locator("section[aria-labelledby=gezegd]")).to_contain_text("€ 1.200,00")
    return number


def looks_and_establishes(farida: Page, number: str) -> str:
    dossier = reis.pak_op(farida, "Danielle Verkerk")
    expect(farida.locator("main")).to_contain_text(number)
    expect(farida.locator("main")).to_contain_text(BESLUIT_EERST)
    farida.get_by_role("link", name=re.compile("^Huurcontract")).first.click()
    assert all(width > 20 and height > 8 for width, height in reis.plekken(farida))
    expect(farida.locator(".papier .badge-nr").first).to_have_text("1")
    farida.goto(dossier)
    assert reis.beoordeel_papieren(farida) == 4
    reis.stel_vast(farida, dossier)
    expect(farida.locator("section[aria-labelledby=weten] .status")).to_contain_text(["vastgesteld"])
    return dossier


def asks_for_the_missing_month(farida: Page, page: Page, dossier: str) -> None:
    reis.vraag_aanvulling(farida, dossier)
    expect(farida.locator("main")).to_contain_text("Danielle is aan zet")
    expect(farida.locator("section[aria-labelledby=termijnen]")).to_contain_text(BESLUIT_LATER)
    page.goto("/")
    expect(page.get_by_role("heading", name="U bent aan zet")).to_be_visible()
    expect(page.locator("main")).to_contain_text("vrijdag 2 oktober 2026")
    expect(page.locator("main")).to_contain_text(BESLUIT_LATER)


def goes_on_without(consulent: Page, dossier: str) -> None:
    consulent.goto(dossier)
    consulent.get_by_role("button", name="Wij wachten niet langer").click()
    expect(consulent.locator("main")).to_contain_text("Wij zijn aan zet")


def works_out_and_writes(farida: Page, dossier: str) -> None:
    farida.goto(f"{dossier}recht/")
    steps = farida.locator(".stappen > li")
    assert steps.count() >= 10
    expect(farida.locator(".stappen")).to_contain_text("art. 21")
    farida.get_by_label("Netto loon per maand").fill("600")
    farida.get_by_role("button", name="Reken uit").click()
    expect(farida.locator("aside")).to_contain_text("€ 600,00")
    reis.schrijf_besluit(farida, dossier)
    expect(farida.locator("main")).to_contain_text("Besluit nakijken")


def talk_about_work(farida: Page, page: Page) -> None:
    page.goto("/gesprek/")
    gesprek.vul_blad(page)
    page.locator("main form .button-primary").click()
    gesprek.voer_gesprek(farida, "Danielle")
    options = farida.locator("section[aria-labelledby=opties]")
    expect(options).to_contain_text("Ervoor")
    expect(options).to_contain_text("Ertegen")
    assert options.locator("a[href*='/onderzoek/']").count() >= 1
    assert options.locator("input[name=keuze]").count() >= 4
    assert options.locator("input[name=keuze]:checked").count() == 0
    gesprek.beslis(farida)
    page.goto("/plan/")
    for face in (farida, page):
        for words in (gesprek.STAP, gesprek.REDEN, "18 december"):
            expect(face.locator("main")).to_contain_text(words)


def reads_the_letter_and_sees_who_looked(
    page: Page, medewerkers: tuple[str, ...] = ("Farida Benali", "Koen de Wit")
) -> None:
    page.goto("/")
    page.get_by_role("link", name="Lees de brief").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("U krijgt bijstand")
    with page.expect_download() as download:
        page.get_by_role("link", name="PDF").click()
    letter = Path(download.value.path()).read_bytes()
    assert letter.startswith(b"%PDF-")
    with pikepdf.open(io.BytesIO(letter)) as pdf:
        assert bool(pdf.Root.MarkInfo.Marked)
        assert str(pdf.Root.Lang).startswith("nl")
    page.goto("/wie-keek/")
    for name in medewerkers:
        expect(page.locator("main")).to_contain_text(name)
