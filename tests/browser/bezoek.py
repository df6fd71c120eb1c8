"""Walks every page that can be reached by links, as a person would, and says what each is like."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from playwright.sync_api import Page, Response

from opstap.taal.woorden import verboden_woorden
from tests.browser.hulp import controleer

_VARIABLE = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|(?<=/)[0-9A-Z]*\d[0-9A-Z-]*(?=/)")


def soort(path: str) -> str:
    """One name for all pages that differ only in which row they show: /papieren/<id>/ is /papieren/*/."""
    return _VARIABLE.sub("*", path)


def bezoek(page: Page, hoogstens: int = 60) -> Iterator[str]:
    """From where `page` stands, follow every link inside Opstap once per kind of page; yields each kind when opened.

    Files (a letter, a paper) are left out. What a link leads to must open: 200, never "not found".
    """
    own = urlsplit(page.url).netloc
    todo, seen = [page.url], set()
    while todo and len(seen) < hoogstens:
        address = todo.pop(0)
        kind = soort(urlsplit(address).path)
        if kind in seen or kind.startswith("/static/"):
            continue
        seen.add(kind)
        response = _open(page, address)
        if response is None:
            continue
        assert response.status == 200, f"{address} geeft {response.status}"
        found = page.locator("a[href]").evaluate_all("links => links.map((link) => link.href)")
        todo += [link for link in found if urlsplit(link).netloc == own and urlsplit(link).scheme.startswith("http")]
        yield kind


def naam_van(kind: str) -> str:
    """A file name for the pictures of this kind of page."""
    return kind.strip("/").replace("/", "-").replace("*", "x") or "begin"


def beoordeel(page: Page, kind: str, wie: str) -> None:
    """All that must hold for a page: see `controleer`; and no word that no screen uses."""
    words = page.locator("body").inner_text()
    taal = page.locator("html").get_attribute("lang") or "nl"
    avoided = [vondst.tekst for vondst in verboden_woorden(words, taal)]
    assert avoided == [], f"{page.url} gebruikt woorden om te vermijden: {avoided}"
    assert page.title().partition("·")[0].strip(), f"{page.url} heeft geen titel"
    controleer(page, f"{wie}-{naam_van(kind)}")


def _open(page: Page, address: str) -> Response | None:
    """Open a page; None for what the browser shows or saves as a file."""
    head = page.request.head(address, max_redirects=5)
    if "text/html" not in head.headers.get("content-type", "text/html"):
        return None
    return page.goto(address)
