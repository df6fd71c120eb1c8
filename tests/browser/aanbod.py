"""What keeps the keuzehulp up to date, done by clicking: supply, a list, research, craft, sharing, trials."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

LIJST = (
    "Organisatie;Titel;Type instrument;Looptijd tot;Beheerder\n"
    "Taalhuis De Brug;Taal aan tafel;taalcursus;31-12-2026;Team Meedoen\n"
    "Bakkerij Zonneveld;Bakken leren;Leren en werken;31-12-2026;Team Werk\n"
    "Bakkerij Zonneveld;Te laat;leerwerk;1-1-2020;Team Werk\n"
)


def zet_erbij(page: Page) -> str:
    """Add a work place of an employer who opens the door; the address of its page."""
    page.goto("/beheer/aanbod/nieuw/")
    page.get_by_label("werkplek bij een werkgever").check()
    page.get_by_label("Soort hulp").select_option("directe-plaatsing")
    for label, words in (
        ("Naam", "Werken in de kas"), ("Wie geeft het", "Kwekerij De Roos"), ("Plaats", "Voorbeeld"),
        ("Vrije plekken", "2"), ("Wachttijd in weken", "0"), ("Deze eisen vervallen", "geen diploma, geen rijbewijs"),
        ("Dit past de werkgever aan", "beginnen met 8 uur"), ("Wie houdt dit bij", "Team Werk"),
        ("Klopt tot en met", "30-6-2027"),
    ):  # fmt: skip
        page.get_by_label(label, exact=True).fill(words)
    page.get_by_role("button", name="Opslaan").click()
    return page.url


def lees_in(page: Page, folder: Path) -> str:
    """Hand in a foreign list with a fault and an unknown name for help; the address of its preview."""
    path = folder / "gids.csv"
    path.write_text(LIJST, encoding="utf-8")
    page.goto("/beheer/aanbod/inlezen/")
    page.get_by_label("Bestand").set_input_files(path)
    page.get_by_role("button", name="Bekijk wat er verandert").click()
    return page.url


def schrijf_onderzoek(page: Page) -> str:
    """Write a study as a draft; the address of its page."""
    page.goto("/beheer/studies/nieuw/")
    for label, words in (
        ("Korte naam", "Jansen2026"), ("Titel met schrijvers", "Jansen (2026). Samen zoeken in Voorbeeld"),
        ("Schrijvers en jaar", "Jansen 2026"), ("Waar te vinden", "https://voorbeeld.invalid/jansen"), ("Jaar", "2026"),
        ("Waar las u het?", "het hele stuk"), ("Welke mensen deden mee?", "mensen met bijstand"),
        ("Welk land?", "Nederland"), ("Hoe is het gedaan?", "Met een loting."), ("Wat is gemeten?", "werk"),
        ("Na hoeveel tijd?", "na één jaar"), ("Wat kwam eruit, in één zin?", "Met deze hulp vonden meer mensen werk."),
        ("Hetzelfde in gewone woorden, iets langer", "Met deze hulp vonden meer mensen werk. Het verschil is klein."),
        ("Waarom zo zeker?", "Er was een loting, bij mensen met bijstand."),
    ):  # fmt: skip
        page.get_by_label(label, exact=True).fill(words)
    for group, answer in (
        ("Welke kant wees het op?", "het hielp"), ("Hoe zeker is dit onderzoek?", "hoog"),
        ("Gaat het over mensen met bijstand?", "ja"), ("Las u de uitkomst zelf in de bron?", "Ja"),
    ):  # fmt: skip
        page.get_by_role("group", name=group).get_by_label(answer, exact=True).check()
    page.get_by_label("Soort hulp 1").select_option("cv-hulp")
    page.get_by_label("Wat betekent het daarvoor?").first.select_option("voor")
    page.get_by_role("button", name="Bewaar als concept").click()
    return page.url


def schrijf_vakkennis(page: Page) -> None:
    page.goto("/beheer/vakkennis/nieuw/")
    page.get_by_label("Soort hulp").select_option("orientatie")
    page.get_by_label("ervoor").check()
    page.get_by_label("Wat leerde uw team?").fill("Het lukt vaker als de coach de eerste dag meegaat.")
    page.get_by_label("Welk team tekent dit?").fill("Team Werk")
    page.get_by_role("button", name="Opslaan").click()


def deel_en_neem_over(page: Page, folder: Path) -> str:
    """Make a bundle and hand it in again; the address of its preview."""
    page.goto("/beheer/bundel/")
    page.get_by_label("Vakkennis").check()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Maak het bestand").click()
    path = folder / "bundel.json"
    waiting.value.save_as(path)
    page.goto("/beheer/bundel/")
    page.get_by_label("Bestand").set_input_files(path)
    page.get_by_role("button", name="Bekijk wat er verandert").click()
    return page.url


def leg_vast(page: Page) -> None:
    page.goto("/beheer/beproeving/")
    page.get_by_label("De adviesraad van inwoners keek ernaar").check()
    for label, words in (
        ("Wanneer?", "1-9-2026"), ("Met wie?", "Adviesraad van inwoners"), ("Met hoeveel mensen?", "7"),
        ("Wat bekeken zij?", "Het gespreksblad"), ("Wat vonden zij?", "Kortere zinnen graag."),
    ):  # fmt: skip
        page.get_by_label(label, exact=True).fill(words)
    page.get_by_role("button", name="Opslaan").click()
