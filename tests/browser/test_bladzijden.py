"""Every page of every face: accessible, at home on a phone, light, titled, there without JavaScript; and its
picture.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.urls import resolve
from playwright.sync_api import Browser, Page

from tests.browser import aanbod, gesprek, reis
from tests.browser.bezoek import Bezoek, beoordeel, kale_page
from tests.browser.hulp import meld_aan, meld_aan_als_medewerker
from tests.browser.papieren import leg_klaar
from tests.browser.server import Server, running
from tests.wereld import _patterns as patterns

# What shows nothing of its own: it takes in a form and sends on, gives a file, or belongs to signing in.
GEEN_BLADZIJDE = {
    "portaal:naar_digid", "portaal:terug_van_digid", "portaal:beginnen", "portaal:verder", "portaal:sturen",
    "portaal:voortgang", "portaal:antwoord", "portaal:klopt", "portaal:beeld", "portaal:brief_pdf",
    "portaal:stap_toevoegen", "portaal:stap_klaar", "portaal:terugblik", "werkplek:jongerenplan",
    "werkplek:naar_inlog", "werkplek:terug_van_inlog",
    "werkplek:gebeld", "werkplek:oppakken", "werkplek:vaststellen", "werkplek:compleet", "werkplek:klopt",
    "werkplek:telt_niet", "werkplek:beeld", "werkplek:vastleggen", "werkplek:goedkeuren", "werkplek:stap_klaar",
    "werkplek:verscheidenheid_csv", "beheer:aanbod_csv", "beheer:aanbod_json", "beheer:aanbod_stoppen",
    "beheer:inlezing_toepassen", "beheer:inlezing_fouten", "beheer:stuk_yaml", "beheer:vakkennis_nakijken",
    "beheer:bundel_uit", "portaal:oplading", "portaal:opladingen", "werkplek:oplading", "werkplek:opladingen",
    "werkplek:voortgang", "werkplek:lees_opnieuw", "uitloggen", "taal", "onderdelen",
}  # fmt: skip


@pytest.fixture(scope="module")
def stad(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """An installation for this walk alone."""
    with running(tmp_path_factory.mktemp("bladzijden")) as found:
        yield found


@pytest.fixture
def bezoekers(browser: Browser, stad: Server) -> Iterator[dict[str, Bezoek]]:
    """Everyone with a browser of their own, each signed in once."""
    found: dict[str, Bezoek] = {}
    for wie, naam in (("danielle", "Danielle Verkerk"), ("fenna", "Fenna Wiersma"), ("farida", "Farida Benali"),
                      ("koen", "Koen de Wit"), ("omar", "Omar Haddad"), ("tessa", "Tessa Vos"),
                      ("bea", "Bea Smit"), ("niemand", "")):  # fmt: skip
        page = browser.new_context(base_url=stad.adres, locale="nl-NL", timezone_id="Europe/Amsterdam").new_page()
        page.set_default_timeout(30_000)
        if naam:
            (meld_aan if wie in ("danielle", "fenna") else meld_aan_als_medewerker)(page, naam)
        found[wie] = Bezoek(wie, page, kale_page(browser, stad, page))
    yield found
    for who in found.values():
        who.page.context.close()
        if who.kaal:
            who.kaal.context.close()


def test_every_page_of_every_face(bezoekers: dict[str, Bezoek], tmp_path: Path) -> None:
    danielle, farida, koen = (bezoekers[name] for name in ("danielle", "farida", "koen"))
    bezoekers["niemand"].rond("/aanmelden/")
    bezoekers["niemand"].rond("/werkplek/aanmelden/")
    _sign_in_of_workers(bezoekers["niemand"])
    for visitor in bezoekers.values():
        visitor.gezien |= bezoekers["niemand"].gezien  # what is the same for everybody is judged once
    bezoekers["fenna"].rond("/")
    before_sending_in(danielle, tmp_path)
    number = reis.dien_in(danielle.page)
    danielle.rond("/", opnieuw=("/",))
    assert "/aanvraag/ontvangst/" in danielle.gezien
    home = reis.pak_op(farida.page, "Danielle Verkerk")
    farida.rond(home)
    farida.rond(f"/werkplek/zoek/?naam={number}")
    bezoekers["omar"].rond("/werkplek/")
    the_decision(danielle, farida, koen, home)
    the_talk(danielle, farida)
    the_supply(bezoekers, tmp_path)
    everything_was_seen(bezoekers)


def before_sending_in(danielle: Bezoek, folder: Path) -> None:
    """The questions, the list with papers to look at, a paper, correcting it, and looking back."""
    page = danielle.page
    page.get_by_role("button", name="Begin met de aanvraag").click()
    number = 0
    while "/vragen/" in page.url:
        number += 1
        beoordeel(page, f"/vraag-{number}/", "danielle")
        reis.vul_in(page)
        page.get_by_role("button", name="Verder").click()
    files = leg_klaar(folder)
    reis.stuur(page, *files.values())
    danielle.rond("/papieren/")
    danielle.rond("/aanvraag/nakijken/")


def the_decision(danielle: Bezoek, farida: Bezoek, koen: Bezoek, home: str) -> None:
    """The dossier at its turns, the letter as it will be, and the letter in the dossier."""
    worker = farida.page
    worker.goto(home)
    reis.beoordeel_papieren(worker)
    reis.stel_vast(worker, home)
    reis.vraag_aanvulling(worker, home)
    beoordeel(worker, "/werkplek/dossier/aanvulling-gevraagd/", "farida")
    danielle.page.goto("/")
    beoordeel(danielle.page, "/aan-zet/", "danielle")
    worker.get_by_role("button", name="Wij wachten niet langer").click()
    worker.goto(f"{home}recht/?loon=600")
    beoordeel(worker, "/werkplek/dossier/recht-wat-als/", "farida")
    reis.schrijf_besluit(worker, home)
    farida.rond(f"{home}besluit/")
    koen.rond(home)
    reis.keur_goed(koen.page, "Danielle Verkerk")
    beoordeel(koen.page, "/werkplek/dossier/besloten/", "koen")
    danielle.rond("/", opnieuw=("/",))


def the_talk(danielle: Bezoek, farida: Bezoek) -> None:
    """The sheet, the options and the plan, in both faces."""
    danielle.rond("/gesprek/")
    danielle.page.goto("/gesprek/")
    gesprek.vul_blad(danielle.page)
    danielle.page.locator("main form .button-primary").click()
    gesprek.voer_gesprek(farida.page, "Danielle")
    farida.rond(farida.page.url)
    farida.page.goto(next(path for kind, path in farida.gezien.items() if kind.endswith("/opties/")))
    gesprek.beslis(farida.page)
    farida.rond(farida.page.url, opnieuw=("/werkplek/gesprekken/",))
    danielle.rond("/plan/", opnieuw=("/plan/",))
    study = next(path for kind, path in farida.gezien.items() if "/onderzoek/" in kind)
    danielle.rond(study.removeprefix("/werkplek"))


def the_supply(bezoekers: dict[str, Bezoek], folder: Path) -> None:
    """Supply, a list with faults, a study, craft, a bundle and a trial; and what policy sees of it."""
    bea, farida, koen = (bezoekers[name] for name in ("bea", "farida", "koen"))
    aanbod.schrijf_vakkennis(farida.page)
    farida.rond("/beheer/vakkennis/")
    addresses = [aanbod.zet_erbij(bea.page), aanbod.lees_in(bea.page, folder), aanbod.schrijf_onderzoek(bea.page),
                 aanbod.deel_en_neem_over(bea.page, folder)]  # fmt: skip
    aanbod.leg_vast(bea.page)
    bea.rond("/beheer/")
    for address in addresses:
        bea.rond(address)
    koen.page.goto(addresses[2])
    koen.page.get_by_role("button", name="Publiceer").click()
    beoordeel(koen.page, "/beheer/studies/gepubliceerd/", "koen")
    bezoekers["tessa"].gezien |= {kind: path for kind, path in bea.gezien.items() if kind.startswith("/beheer/")}
    bezoekers["tessa"].rond("/werkplek/inzicht/")


def everything_was_seen(bezoekers: dict[str, Bezoek]) -> None:
    """Every address of the product is a page that was judged here, or stands in the list of what is no page."""
    from django.urls import get_resolver

    seen = {resolve(path).view_name for visitor in bezoekers.values() for path in visitor.gezien.values()}
    every = {name for name, _ in patterns(get_resolver().url_patterns, "")}
    assert every - seen - GEEN_BLADZIJDE == set()
    assert every >= GEEN_BLADZIJDE


def _sign_in_of_workers(nobody: Bezoek) -> None:
    page: Page = nobody.page
    page.goto("/werkplek/aanmelden/")
    beoordeel(page, "/werkplek/aanmelden/", "niemand")
    nobody.gezien["/werkplek/aanmelden/"] = "/werkplek/aanmelden/"
