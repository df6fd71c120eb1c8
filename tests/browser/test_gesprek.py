"""A whole talk in real Chromium: Fenna at home on her phone, then together at one screen, the choice, the plan on
paper, the plan of the law, three months later, and four questions that nobody can trace.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import pikepdf
from playwright.sync_api import Browser, Page, expect

from tests.browser.hulp import BREED, TELEFOON, axe, geen_zijwaarts, meld_aan, meld_aan_als_medewerker, schermafdruk
from tests.browser.server import Server

WOORDEN = (
    "Ik stopte met school toen mijn moeder ziek werd. Ik help haar nog elke dag. Ik wil graag iets met mijn handen "
    "doen, en mijn eigen geld verdienen. Alles tegelijk lukt niet."
)
THUIS = {"doel": "een beroep of diploma", "energie": "12-24", "opvang": "nog regelen", "groep": "samen"}
KEUZE = {
    "reden": "Dan leer ik een vak, en ik hou tijd voor mijn moeder.", "doel": "Over een jaar heb ik een diploma.",
    "eerste_stap": "Kijken bij het zorghuis", "stap_wie": "Fenna, Farida gaat mee", "stap_op": "25-9-2026",
    "evaluatie_op": "18-12-2026", "niet_gekozen": "Een cursus. Die is te kort.",
    "kijk_consulent": "Ik zie hoe goed Fenna plant.",
}  # fmt: skip
# The voice of a phone: it says at once what it is given, and remembers it. One voice lives elsewhere.
STEM = """() => {
  window.gezegd = [];
  const made = (name, localService) => ({ lang: "nl-NL", name, localService });
  const voices = [made("ver weg", false), made("hier", true)];
  class Line { constructor(text) { this.text = text; } }
  window.SpeechSynthesisUtterance = Line;
  Object.defineProperty(window, "speechSynthesis", { value: {
    getVoices: () => voices, cancel() {}, addEventListener() {},
    speak(line) { window.gezegd.push([line.text, line.lang, line.voice && line.voice.name]); },
  } });
}"""


def judge(page: Page, naam: str) -> None:
    """No fault of axe at both widths, no sideways scroll, one heading, and a picture of each."""
    assert page.locator("h1").count() == 1
    for width in (TELEFOON, BREED):
        page.set_viewport_size({"width": width, "height": 900})
        axe(page)
    geen_zijwaarts(page)
    schermafdruk(page, f"gesprek-{naam}")


@contextmanager
def somebody(browser: Browser, server: Server, width: int) -> Iterator[Page]:
    context = browser.new_context(
        base_url=server.adres, locale="nl-NL", timezone_id="Europe/Amsterdam", viewport={"width": width, "height": 900}
    )
    context.set_default_timeout(30_000)
    yield context.new_page()
    context.close()


def test_a_whole_talk(browser: Browser, server: Server, tmp_path: Path) -> None:
    with somebody(browser, server, TELEFOON) as fenna, somebody(browser, server, BREED) as farida:
        fenna.add_init_script(f"({STEM})()")
        meld_aan(fenna, "Fenna Wiersma")
        meld_aan_als_medewerker(farida, "Farida Benali")
        at_home(fenna)
        home = together(farida)
        everything_there_is(farida, home)
        chooses(farida)
        on_paper(farida, tmp_path / "werkplek.pdf")
        writes_the_plan_of_the_law(farida)
        reads_the_plan(fenna, tmp_path)
        four_questions(fenna)
        three_months_later(server, fenna)
        looks_back_together(farida, fenna, home, tmp_path)


def at_home(page: Page) -> None:
    """Own words first, the voice of the phone, a few answers; the rest stays open."""
    page.goto("/gesprek/")
    part = page.locator("details.blad-deel").first
    part.get_by_role("button", name="Lees dit deel voor").click()
    said = page.evaluate("window.gezegd")
    assert ["Wat wilt u het liefst bereiken in de komende maanden?", "nl", "hier"] in said
    assert {voice for _, _, voice in said} == {"hier"}
    part.get_by_role("button", name="Stop met voorlezen").click()
    expect(part.get_by_role("button", name="Lees dit deel voor")).to_be_visible()
    page.locator("[name=eigen_woorden]").fill(WOORDEN)
    page.locator("[name=sterk]").fill("Ik kan goed plannen.")
    for words in ("Werk en zoeken", "Wat er meespeelt"):
        page.locator("summary", has_text=words).click()
    for name, value in THUIS.items():
        page.locator(f"[name={name}][value='{value}']").check()
    for name in ("belangrijk", "weegt"):
        page.locator(f"[name={name}][value='leren']").check()
    judge(page, "thuis")
    page.get_by_role("button", name="Bewaar mijn antwoorden").click()
    expect(page.get_by_role("status")).to_contain_text("Uw antwoorden zijn bewaard")


def together(page: Page) -> str:
    """Farida sees it partly otherwise; both stand there, and the options come from Fenna's answers."""
    page.goto("/werkplek/gesprekken/")
    page.get_by_role("link", name="Fenna Wiersma").first.click()
    home = page.url
    expect(page.locator("[name=eigen_woorden]")).to_have_value(WOORDEN)
    page.locator("[name=kijk_energie][value='4-12']").check()
    page.locator("[name=sterk_consulent]").fill("Fenna vraagt door.")
    judge(page, "blad")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Welke stap kiest u nu, Fenna?")
    talk = page.locator("section[aria-labelledby=praten]")
    expect(talk).to_contain_text("Fenna zegt: 12-24")
    expect(talk).to_contain_text("Farida Benali zegt: 4-12")
    for words in ("Werken en leren tegelijk", "Nog niets extra", "Een eigen idee", "Ervoor", "Ertegen"):
        expect(page.locator("section[aria-labelledby=opties]")).to_contain_text(words)
    assert page.locator("main input:checked").count() == 0
    page.locator("summary", has_text="Waarom staat dit hier?").first.click()
    expect(page.locator(".optie details[open]").first).to_contain_text("De hele regel")
    judge(page, "opties")
    return home


def everything_there_is(page: Page, home: str) -> None:
    """Search in all help, and put one kind beside the others."""
    page.get_by_role("link", name="Zoek in alle hulp").click()
    expect(page.get_by_role("status")).to_have_text("40 van 40 soorten hulp")
    page.get_by_label("Soort hulp").select_option(label="Leren voor een vak")
    page.get_by_label("Samen of alleen?").select_option("samen")
    page.get_by_role("button", name="Laat zien").click()
    expect(page).to_have_url(re.compile(r"categorie=scholing&.*wie=samen"))
    judge(page, "alles")
    page.get_by_role("link", name=re.compile("Zet naast.*Een vak leren")).click()
    expect(page.get_by_role("article", name="Een vak leren")).to_be_visible()
    widths = page.locator(".optie").evaluate_all("all => all.map((one) => one.getBoundingClientRect().width)")
    assert max(widths) - min(widths) <= 2, f"the columns are not equal: {widths}"
    schermafdruk(page, "gesprek-naast")


def chooses(page: Page) -> None:
    page.set_viewport_size({"width": BREED, "height": 900})
    page.get_by_role("article", name="Werken en leren tegelijk").get_by_role("radio").check()
    page.locator("main [name=wie][value=inwoner]").check()
    page.locator("main [name=ernaast]").first.check()
    for name, words in KEUZE.items():
        page.locator(f"main [name={name}]").fill(words)
    page.get_by_role("button", name="Leg onze keuze vast").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Het plan van Fenna Wiersma")
    step = page.locator("aside form", has_text="Een stap erbij")
    step.get_by_label("Wat is de stap?").fill("Hulp voor moeder op dinsdag")
    step.get_by_label("Wie doet dit?").fill("Farida belt")
    step.get_by_role("button").click()
    expect(page.get_by_role("status")).to_contain_text("De stap staat in het plan")


def on_paper(page: Page, path: Path) -> None:
    """The plan is one page, and the options to take home few."""
    page.pdf(path=path, format="A4", prefer_css_page_size=True)
    with pikepdf.open(path) as pdf:
        assert len(pdf.pages) == 1


def writes_the_plan_of_the_law(page: Page) -> None:
    form = page.locator("aside form", has_text="Plan voor wie jonger is dan 27")
    form.get_by_label("Deze hulp komt er").fill("Leerplek in de zorg, met een vaste coach.")
    form.get_by_label("Dit is afgesproken").fill("Elke week naar de leerplek.")
    form.get_by_label("Wanneer kijken wij samen terug?").fill("Elke zes weken")
    form.get_by_role("button").click()
    expect(page.locator("main")).to_contain_text("artikel 44a van de Participatiewet")
    judge(page, "plan-werkplek")


def reads_the_plan(page: Page, folder: Path) -> None:
    page.goto("/plan/")
    main = page.locator("main")
    for words in (WOORDEN, *(KEUZE[name] for name in ("reden", "doel", "eerste_stap", "kijk_consulent")),
                  "Hulp voor moeder op dinsdag", "Elke zes weken", "vrijdag 18 december 2026"):  # fmt: skip
        expect(main).to_contain_text(words)
    expect(page.get_by_role("button", name="Print dit plan")).to_be_visible()
    judge(page, "plan")
    on_paper(page, folder / "portaal.pdf")


def four_questions(page: Page) -> None:
    page.get_by_role("link", name="Naar de vier vragen").click()
    judge(page, "vier-vragen")
    for name in ("begrepen", "gehoord", "past"):
        page.locator(f"[name={name}][value=ja]").check()
    page.get_by_role("button", name="Verstuur zonder naam").click()
    expect(page.get_by_role("status")).to_have_text("Dank u wel.")
    expect(page.get_by_role("link", name="Naar de vier vragen")).to_have_count(0)


def three_months_later(server: Server, page: Page) -> None:
    """The daily work of that day asks; the answer may stay open, and the number is hers alone."""
    server.zet_klok(datetime.fromisoformat("2026-12-18T09:20:00+01:00"))
    environment = {**os.environ, "OPSTAP_KLOK": str(server.klok), "OPSTAP_MAP": str(server.map / "data")}
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    command = [sys.executable, "-m", "opstap", "beheer", "shell", "-c",
               "from opstap.keuzehulp.terugblikken import ask_due; ask_due()"]  # fmt: skip
    subprocess.run(command, env=environment, check=True, capture_output=True)
    page.goto("/plan/")
    if "/aanmelden/" in page.url:  # three months away: she signs in again
        meld_aan(page, "Fenna Wiersma")
        page.goto("/plan/")
    expect(page.locator("#hoe-gaat-het")).to_contain_text("U hoeft niet te antwoorden")
    judge(page, "hoe-gaat-het")
    page.locator("[name=werk][value=ja]").check()
    page.locator("[name=uren]").fill("12")
    page.locator("[name=welbevinden][value='7']").check()
    page.get_by_role("button", name="Bewaar mijn antwoord").click()
    expect(page.get_by_role("status")).to_contain_text("Dank u wel")


def looks_back_together(farida: Page, fenna: Page, home: str, folder: Path) -> None:
    farida.goto(f"{home}plan/terugkijken/")
    if "/aanmelden/" in farida.url:
        meld_aan_als_medewerker(farida, "Farida Benali")
        farida.goto(f"{home}plan/terugkijken/")
    judge(farida, "terugkijken")
    for name, words in (("hielp", "Dat Farida de eerste dag meeging."), ("hielp_niet", "Vroege diensten."),
                        ("afspraak", "Later beginnen."), ("weer_op", "18-3-2027")):  # fmt: skip
        farida.locator(f"[name={name}]").fill(words)
    farida.locator("[name=koers][value=bijstellen]").check()
    farida.get_by_role("button", name="Bewaar dit").click()
    expect(farida.get_by_role("status")).to_contain_text("U leest het terug in het plan")
    fenna.goto("/plan/")
    for words in ("Vroege diensten.", "Wij veranderen de stappen", "donderdag 18 maart 2027"):
        expect(fenna.locator("main")).to_contain_text(words)
    judge(fenna, "plan-later")
    on_paper(fenna, folder / "later.pdf")
    farida.goto(f"{home}opties/")
    farida.pdf(path=folder / "opties.pdf", format="A4", prefer_css_page_size=True)
    with pikepdf.open(folder / "opties.pdf") as pdf:
        assert len(pdf.pages) <= 4  # to take home: each option whole, what can go beside, room for an own idea
