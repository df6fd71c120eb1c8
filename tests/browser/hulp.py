"""What browser tests say about a page: no axe faults, no sideways scroll, light enough, and pictures to look at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parents[2]
SCHERMEN = ROOT / "artefacten" / "schermen"
TELEFOON, BREED, SMAL = 390, 1280, 320
HOOGSTENS_BYTES = 50 * 1024
_REGELS = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"],
    },
    # The look promises AAA contrast (7:1), so it is held to it.
    "rules": {"color-contrast-enhanced": {"enabled": True}, "target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}
_OPEN = "document.querySelectorAll('details:not([open])').forEach((d) => { d.open = true; d.dataset.dicht = 1 })"
_CLOSE = "document.querySelectorAll('[data-dicht]').forEach((d) => { d.open = false; delete d.dataset.dicht })"
_SIDEWAYS = """() => {
  const page = document.documentElement, wide = page.clientWidth;
  if (page.scrollWidth <= wide) return [];
  const found = [...document.querySelectorAll("body *")].filter((e) =>
    e.getBoundingClientRect().right > wide + 1 && !e.closest(".table-scroll"));
  return [`${page.scrollWidth} px`, ...found.slice(0, 5).map((e) => e.outerHTML.slice(0, 90))];
}"""


@dataclass(frozen=True)
class Gewicht:
    """Bytes over the wire for one page in an empty browser; letters are counted apart, pictures of papers not at
    all.
    """

    bladzijde: int
    letters: int


def axe(page: Page) -> None:
    """Zero faults of axe on this page as it stands, all disclosures open: WCAG 2.2 AA, best practice, contrast 7:1."""
    page.evaluate(_OPEN)
    found = Axe().run(page, options=_REGELS)
    page.evaluate(_CLOSE)
    faults = [
        f"{fault['id']} ({fault['impact']}): {node['html'][:120]}\n    {node.get('failureSummary', '')[:200]}"
        for fault in found.response["violations"]
        for node in fault["nodes"]
    ]
    assert not faults, f"{page.url}\n" + "\n".join(faults)


def schermafdruk(page: Page, naam: str) -> None:
    """Pictures of the whole page at 390 and 1280 px, in artefacten/schermen/."""
    SCHERMEN.mkdir(parents=True, exist_ok=True)
    for width in (TELEFOON, BREED):
        page.set_viewport_size({"width": width, "height": 900})
        page.screenshot(path=SCHERMEN / f"{naam}-{width}.png", full_page=True, animations="disabled")


def geen_zijwaarts(page: Page) -> None:
    """The page can be read at 320 px without scrolling sideways."""
    before = page.viewport_size
    page.set_viewport_size({"width": SMAL, "height": 800})
    offenders = page.evaluate(_SIDEWAYS)
    if before:
        page.set_viewport_size(before)
    assert not offenders, f"{page.url} is breder dan {SMAL} px: " + "; ".join(offenders)


def controleer(page: Page, naam: str) -> None:
    """Everything at once, for one page: one h1, axe at both widths, no sideways scroll, pictures."""
    assert page.locator("h1").count() == 1, f"{page.url} heeft {page.locator('h1').count()} koppen h1"
    assert page.locator(".button-primary").count() <= 1, f"{page.url} heeft meer dan één hoofdknop"
    for width in (TELEFOON, BREED):
        page.set_viewport_size({"width": width, "height": 900})
        axe(page)
    geen_zijwaarts(page)
    schermafdruk(page, naam)


def paginagewicht(page: Page, open_page: Callable[[], Any]) -> Gewicht:
    """What `open_page` brings over the wire, with an empty cache. Fails above 50 KB, letters and papers apart."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    kinds: dict[str, str] = {}
    sizes: dict[str, int] = {}
    papers: set[str] = set()
    session.on("Network.responseReceived", lambda event: kinds.update({event["requestId"]: event["type"]}))
    session.on(
        "Network.responseReceived",
        lambda event: papers.add(event["requestId"]) if "/bladzijde/" in event["response"]["url"] else None,
    )
    session.on(
        "Network.loadingFinished", lambda event: sizes.update({event["requestId"]: int(event["encodedDataLength"])})
    )
    open_page()
    page.wait_for_load_state("load")
    session.detach()
    letters = sum(size for request, size in sizes.items() if kinds.get(request) == "Font")
    pictures = sum(size for request, size in sizes.items() if request in papers)
    found = Gewicht(sum(sizes.values()) - letters - pictures, letters)
    assert 0 < found.bladzijde <= HOOGSTENS_BYTES, f"{page.url} weegt {found.bladzijde} bytes"
    return found


def meld_aan(page: Page, naam: str) -> None:
    """Sign in as one of the made-up inwoners, through the stand-in for DigiD, as a person does."""
    page.goto("/aanmelden/")
    page.get_by_role("link", name="Inloggen met DigiD").click()
    page.get_by_role("link", name=naam).click()


def meld_aan_als_medewerker(page: Page, naam: str) -> None:
    """Sign in as one of the made-up workers, through the stand-in for the municipality's own sign-in."""
    page.goto("/werkplek/aanmelden/")
    page.get_by_role("link", name="Inloggen").click()
    page.get_by_role("link", name=naam).click()
