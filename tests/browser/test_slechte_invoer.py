"""Bad input in a real browser: each gets a clear Dutch sentence, nothing is lost, and never a fault of the server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import reis
from tests.browser.hulp import meld_aan
from tests.browser.papieren import AFSCHRIFT, MT940
from tests.browser.server import Server, running


@pytest.fixture(scope="module")
def fenna(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """Fenna, who has begun, at her list of papers on an installation of her own."""
    with running(tmp_path_factory.mktemp("slecht")) as server:
        yield from _fenna(browser, server)


def _fenna(browser: Browser, server: Server) -> Iterator[Page]:
    context = browser.new_context(base_url=server.adres, locale="nl-NL", viewport={"width": 390, "height": 900})
    faults: list[str] = []
    context.on("response", lambda answer: faults.append(answer.url) if answer.status >= 500 else None)
    page = context.new_page()
    page.set_default_timeout(60_000)
    reis.begin(page, "Fenna Wiersma")
    yield page
    context.close()
    assert faults == []


def send(page: Page, *files: Path) -> None:
    page.goto("/papieren/")
    page.get_by_label("Foto of bestand").set_input_files(list(files))
    page.get_by_role("button", name="Stuur", exact=True).click()


def test_a_file_of_200_mb_gets_a_sentence_and_the_other_one_arrives(fenna: Page, tmp_path: Path) -> None:
    film, paper = tmp_path / "film.mp4", tmp_path / "juni.940"
    with film.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    paper.write_bytes(MT940)
    send(fenna, film, paper)
    expect(fenna.locator("main")).to_contain_text("film.mp4 is te groot. Stuur een bestand van hoogstens 100 MB")
    expect(fenna.locator("main")).to_contain_text("Goed aangekomen: juni.940")


def test_files_that_cannot_be_read_each_say_how_to_go_on(fenna: Page, tmp_path: Path) -> None:
    bad = {
        "leeg.pdf": b"", "foto.jpg": b"", "brief.pdf": b"dit is gewoon wat tekst " * 20,
        "onbekend.csv": b"kolom1;kolom2;kolom3\n1;2;3\n4;5;6\n", "slot.pdf": locked(AFSCHRIFT),
    }  # fmt: skip
    for name, content in bad.items():
        (tmp_path / name).write_bytes(content)
    send(fenna, *(tmp_path / name for name in bad))
    reis.wacht_op_lezen(fenna)
    fenna.goto("/papieren/")
    unread = fenna.locator("section[aria-labelledby=nietgelezen] li")
    expect(unread.filter(has_text="slot.pdf")).to_contain_text("wachtwoord")
    expect(unread.filter(has_text="onbekend.csv")).to_contain_text("Haal bij uw bank een pdf")
    reis.open_papier(fenna, "brief.pdf")
    expect(fenna.get_by_role("heading", level=1)).to_have_text("Papier dat wij niet herkennen")
    expect(fenna.locator("main")).to_contain_text("Dat is niet erg: een mens kijkt ernaar.")


def test_an_empty_file_is_said_at_once(fenna: Page, tmp_path: Path) -> None:
    (tmp_path / "leeg.pdf").write_bytes(b"")
    send(fenna, tmp_path / "leeg.pdf")
    expect(fenna.locator("main")).to_contain_text("leeg.pdf is leeg. Maak de foto of het bestand opnieuw")


def test_sending_nothing_says_what_to_do(fenna: Page) -> None:
    fenna.goto("/papieren/")
    fenna.get_by_role("button", name="Stuur", exact=True).click()
    expect(fenna.locator("[data-fouten]")).to_contain_text("Kies")


def test_two_tabs_do_not_undo_each_other(fenna: Page) -> None:
    second = fenna.context.new_page()
    for tab in (fenna, second):
        tab.goto("/aanvraag/vragen/schulden_giften/")
    choose(fenna, "schulden", "nee")
    choose(fenna, "giften", "nee")
    fenna.get_by_role("button", name="Verder").click()
    choose(second, "schulden", "ja")
    choose(second, "giften", "nee")
    second.locator("[name=schulden_bedrag]").fill("driehonderd")
    second.get_by_role("button", name="Verder").click()
    expect(second.locator("[data-fouten]")).to_contain_text("Schrijf het bedrag met cijfers")
    expect(second.locator("[name=schulden_bedrag]")).to_have_value("driehonderd")
    second.locator("[name=schulden_bedrag]").fill("300")
    second.get_by_role("button", name="Verder").click()
    fenna.goto("/aanvraag/vragen/schulden_giften/")
    expect(fenna.locator("[name=schulden_bedrag]")).to_have_value("300,00")
    second.close()


def test_an_answer_that_is_not_understood_keeps_the_other_ones(fenna: Page) -> None:
    fenna.goto("/aanvraag/vragen/schulden_giften/")
    choose(fenna, "schulden", "nee")
    choose(fenna, "giften", "ja")
    fenna.locator("[name=giften_bedrag]").fill("een paar tientjes")
    fenna.get_by_role("button", name="Verder").click()
    expect(fenna.locator("[data-fouten]")).to_be_focused()
    expect(fenna.locator("[name=giften_bedrag]")).to_have_value("een paar tientjes")
    expect(fenna.locator("[name=schulden][value=nee]")).to_be_checked()


def test_the_application_sent_in_twice_is_one_application(fenna: Page) -> None:
    fenna.goto("/aanvraag/nakijken/")
    form = fenna.locator("main form").last
    once = form.locator("[name=eenmalig]").get_attribute("value")
    token = form.locator("[name=csrfmiddlewaretoken]").get_attribute("value")
    fenna.get_by_role("button", name="Dien de aanvraag in").click()
    expect(fenna).to_have_url("/aanvraag/ontvangst/")
    again = fenna.request.post("/aanvraag/nakijken/", form={"eenmalig": once or "", "csrfmiddlewaretoken": token or ""})
    assert again.status in (200, 404, 409)
    fenna.goto("/")
    expect(fenna.get_by_text("U diende uw aanvraag in")).to_have_count(1)


def test_who_was_away_while_typing_finds_the_words_again(fenna: Page) -> None:
    fenna.goto("/berichten/")
    fenna.get_by_label("Waar gaat het over?").fill("Mijn broer")
    fenna.get_by_label("Uw bericht").fill("Mijn broer woont sinds deze week bij ons.")
    fenna.context.clear_cookies(name="sessionid")
    fenna.get_by_role("button", name="Stuur", exact=True).click()
    meld_aan(fenna, "Fenna Wiersma")
    fenna.goto("/berichten/")
    expect(fenna.get_by_label("Uw bericht")).to_have_value("Mijn broer woont sinds deze week bij ons.")


def choose(page: Page, name: str, value: str) -> None:
    page.locator(f"[name={name}][value={value}]").check()


def locked(pdf: bytes) -> bytes:
    """The same PDF behind a password."""
    import io

    import pikepdf

    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as open_pdf:
        open_pdf.save(target, encryption=pikepdf.Encryption(owner="geheim", user="geheim"))
    return target.getvalue()
