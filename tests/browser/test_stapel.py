"""Twelve files on a phone: they sort themselves, a cut connection goes on, one is corrected, two lines are covered; a
page that was closed half-way goes on when it is opened again; and a pile at the desk.
"""

from __future__ import annotations

import re
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import numpy as np
from PIL import Image
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser import reis
from tests.browser.conftest import _context
from tests.browser.hulp import axe, geen_zijwaarts, meld_aan, meld_aan_als_medewerker, schermafdruk
from tests.browser.papieren import CAMT, HUUR, MT940, leg_klaar
from tests.browser.server import Server
from tests.conftest import VANDAAG
from tests.lezen.papieren import brief

MB = 1 << 20
LOON = ("LOONSTROOK", "Werkgever: Bakkerij De Korenaar BV", "Werknemer: D. Verkerk", "Periode: {maand} 2026",
        "Bruto loon: 520,00", "Netto loon: 412,60", "Datum: 25 {maand} 2026")  # fmt: skip


def pile(folder: Path) -> list[Path]:
    """Twelve files in no order: photos, PDF, bank exports, a double, one of nothing, one that is broken."""
    drawer = leg_klaar(folder)
    months = ("mei", "juni", "juli")
    wages = {f"loon-{maand}.pdf": brief(*(row.format(maand=maand) for row in LOON)) for maand in months}
    made = {
        "huur.pdf": brief(*HUUR), **wages, "nog-een-keer.940": MT940, "brief.txt": b"Beste mevrouw Verkerk",
        "leeg.jpg": b"", "stuk.pdf": b"%PDF-1.7 en dan niets",
        # large, so that the connection can be cut in the middle of it: bytes after the end of a photo are no part of it
        "grote-foto.jpg": drawer["huurfoto"].read_bytes() + bytes(4 * MB),
    }  # fmt: skip
    for name, content in made.items():
        (folder / name).write_bytes(content)
    files = [folder / name for name in made] + [drawer["afschrift"], drawer["mt940"], drawer["camt"]]
    return sorted(files, key=lambda path: path.name[::-1])


class Cut:
    """The network between the browser and us, that goes away in the middle of the large file; with `cut` it stays."""

    def __init__(self, page: Page, *, cut: bool = False) -> None:
        self.away, self.cut = False, cut
        self.sent: list[int] = []
        page.route("**/papieren/oplading/**", self.handle)

    def handle(self, route: Route) -> None:
        offset = int(route.request.headers.get("upload-offset", "0"))
        if offset >= 2 * MB and not self.cut:
            self.away = self.cut = True
        if self.away:
            route.abort("connectionfailed")
            return
        if route.request.method == "PATCH":
            self.sent.append(offset)
        route.continue_()


def same_page(page: Page) -> bool:
    return bool(page.evaluate("window.dezelfde === 1"))


def test_a_pile_on_a_phone(browser: Browser, server: Server, tmp_path: Path) -> None:
    for context in _context(browser, server, has_touch=True, is_mobile=True):
        page = context.new_page()
        page.set_default_timeout(30_000)
        meld_aan(page, "Karim Bouali")
        page.goto("/papieren/")
        hand_in_with_a_cut(page, pile(tmp_path))
        watch_it_sort(page)
        correct_one(page)
        cover_two_lines(page)
        go_on_after_closing(page, server, large(tmp_path))


def hand_in_with_a_cut(page: Page, files: list[Path]) -> None:
    assert len(files) == 12
    line = Cut(page)
    page.evaluate("window.dezelfde = 1")
    page.get_by_label("Foto of bestand").set_input_files(files)
    page.get_by_role("button", name="Stuur", exact=True).tap()
    form = page.locator("form[data-opladen]")
    expect(form).to_contain_text("grote-foto.jpg wacht op verbinding", timeout=30_000)
    assert line.cut
    schermafdruk(page, "stapel-wacht")
    line.away = False
    expect(form).to_contain_text("11 van de 12 zijn binnen", timeout=40_000)
    expect(form).to_contain_text("leeg.jpg is leeg. Maak de foto of het bestand opnieuw")
    expect(form).to_contain_text("Goed aangekomen: grote-foto.jpg")


def watch_it_sort(page: Page) -> None:
    """The page fills by itself, without being loaded anew."""
    found = page.locator("section[aria-labelledby=bevestigen] li")
    expect(found.first).to_be_visible(timeout=30_000)
    expect(found).to_have_count(9, timeout=60_000)
    reis.wacht_op_lezen(page)
    expect(page.locator("section[aria-labelledby=nietgelezen]")).to_contain_text("stuk.pdf")
    expect(page.locator("main")).to_contain_text("1 papier kregen wij twee keer")
    assert same_page(page)
    axe(page)
    geen_zijwaarts(page)
    schermafdruk(page, "stapel-gesorteerd")


def correct_one(page: Page) -> None:
    reis.open_papier(page, "loon-juni.pdf")
    paper, read = page.url, page.locator("section[aria-labelledby=gelezen]")
    expect(read).to_contain_text("412,60")
    page.get_by_role("link", name="Nee, ik verbeter het").tap()
    field = page.locator("main input[type=text]").first
    expect(field).to_have_value("412,60")
    field.fill("410,00")
    page.locator("main form .button-primary").tap()
    expect(page.locator("main")).to_contain_text("Dank u wel. Dit is bewaard.")
    page.goto(paper)
    expect(read).to_contain_text("410,00")
    expect(read).not_to_contain_text("412,60")


def cover_two_lines(page: Page) -> None:
    """One by its tick box, one by a tap on the page itself; both are black in the bytes that come back."""
    reis.open_papier(page, "huur.pdf")
    picture = f"{page.url}bladzijde/1/"
    before = grey(page, picture)
    page.get_by_role("link", name="Maak stukjes zwart").tap()
    boxes = page.locator("input[name=dicht]")
    expect(boxes).to_have_count(len([row for row in HUUR if row]) + 1)  # the last line has two columns
    axe(page)
    geen_zijwaarts(page)
    boxes.nth(3).check()
    page.locator(".papier rect").nth(5).tap(force=True)
    expect(boxes.nth(5)).to_be_checked()
    places = [str(boxes.nth(number).get_attribute("value")) for number in range(boxes.count())]
    schermafdruk(page, "stukjes-zwart")
    page.get_by_role("button", name="Bewaar").tap()
    expect(page.locator("main")).to_contain_text("Zo zien wij het papier nu")
    page.get_by_role("link", name="Maak stukjes zwart").tap()
    expect(page.locator("input[name=dicht]:checked")).to_have_count(2)
    after = grey(page, picture)
    for number, place in enumerate(places):
        was, now = part(before, place), part(after, place)
        assert was.max() > 200, "white paper with letters on it"
        assert now.max() < 40 if number in (3, 5) else np.abs(now - was).mean() < 3, number


def grey(page: Page, path: str) -> np.ndarray:
    """The page that was served, as pixels: a JPEG, which holds no text under them."""
    answer = page.request.get(path)
    assert answer.headers["content-type"] == "image/jpeg"
    picture = Image.open(BytesIO(answer.body()))
    assert (picture.format, dict(picture.getexif())) == ("JPEG", {})
    return np.asarray(picture.convert("L")).astype(int)


def part(pixels: np.ndarray, place: str) -> np.ndarray:
    """The pixels within a line that can be covered; `place`: page, colon, its four sides as shares of the page."""
    left, top, right, bottom = (float(side) for side in place.split(":")[1].split(","))
    high, wide = pixels.shape
    return pixels[round(top * high) + 1 : round(bottom * high) - 1, round(left * wide) + 1 : round(right * wide) - 1]


def large(folder: Path) -> Path:
    """A photo that takes several pieces."""
    path = folder / "later.jpg"
    path.write_bytes((folder / "huurcontract.jpg").read_bytes() + bytes(4 * MB + 1))
    return path


def go_on_after_closing(page: Page, server: Server, file: Path) -> None:
    """The connection is cut, she closes the page; later she opens it, chooses the same file and the rest is sent."""
    context, form = page.context, "form[data-opladen]"
    page.goto("/papieren/")
    line = Cut(page)
    page.get_by_label("Foto of bestand").set_input_files(file)
    page.get_by_role("button", name="Stuur", exact=True).tap()
    expect(page.locator(form)).to_contain_text("later.jpg wacht op verbinding", timeout=30_000)
    kept = line.sent[-1] + MB
    assert line.sent[0] == 0
    page.close()
    server.zet_klok(VANDAAG + timedelta(minutes=5))
    later = context.new_page()
    later.goto("/papieren/")
    expect(later.locator("main")).to_contain_text("Kies hetzelfde bestand nog een keer")
    expect(later.locator("section[aria-labelledby=sturen]")).to_contain_text("later.jpg")
    rest = Cut(later, cut=True)
    later.get_by_label("Foto of bestand").set_input_files(file)
    later.get_by_role("button", name="Stuur", exact=True).tap()
    expect(later.locator(form)).to_contain_text("Goed aangekomen: later.jpg", timeout=30_000)
    assert rest.sent[0] == kept == 2 * MB  # nothing that was kept is sent again
    reis.wacht_op_lezen(later)
    later.goto("/papieren/")
    expect(later.locator("main")).not_to_contain_text("Kies hetzelfde bestand nog een keer")
    expect(later.locator("section[aria-labelledby=bevestigen]")).to_contain_text("later.jpg")


def test_at_the_desk_a_pile_goes_into_a_dossier_in_one_go(browser: Browser, server: Server, tmp_path: Path) -> None:
    drawer = leg_klaar(tmp_path)
    (tmp_path / "spaar.xml").write_bytes(CAMT)
    context = browser.new_context(base_url=server.adres, locale="nl-NL", viewport={"width": 1280, "height": 900})
    omar = context.new_page()
    omar.set_default_timeout(30_000)
    meld_aan_als_medewerker(omar, "Omar Haddad")
    omar.goto("/werkplek/zoek/?naam=Bouali")
    omar.get_by_role("link", name="Karim Bouali").first.click()
    omar.get_by_role("link", name=re.compile("[Ss]can")).click()
    files = [drawer["mt940"], drawer["afschrift"], tmp_path / "spaar.xml"]
    omar.get_by_label("Bestanden van de scanner").set_input_files(files)
    omar.get_by_role("button", name="Zet in het dossier").click()
    expect(omar.locator("form[data-opladen]")).to_contain_text("3 van de 3 zijn binnen")
    pile = omar.locator("section[aria-labelledby=stapel]")
    for name in ("juni.940", "afschrift-augustus.pdf", "spaar.xml"):
        expect(pile.locator("li", has_text=name).get_by_role("link").first).to_be_visible(timeout=40_000)
    axe(omar)
    schermafdruk(omar, "balie-stapel")
    context.close()
