"""Walks every page that can be reached by links, as a person would, and judges each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page

from opstap.taal.woorden import verboden_woorden
from tests.browser.hulp import controleer, geen_zijwaarts, paginagewicht
from tests.browser.server import Server

_VARIABLE = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|(?<=/)[0-9A-Z]*\d[0-9A-Z-]*(?=/)")
_STUDIE = re.compile(r"(?<=/onderzoek/)[^/]+")
_FILE = re.compile(
    r"^/static/|/pdf/$|\.(csv|json|yaml)$|/bladzijde/\d+/$|^/aanmelden/(digid|terug)/|^/werkplek/aanmelden/"
)


def soort(path: str) -> str:
    """One name for all pages that differ only in which row they show: /papieren/<id>/ is /papieren/*/."""
    return _STUDIE.sub("*", _VARIABLE.sub("*", path))


def naam_van(kind: str) -> str:
    """A file name for the pictures of this kind of page."""
    return kind.strip("/").replace("/", "-").replace("*", "x") or "begin"


@dataclass
class Bezoek:
    """One person with two browsers: `page`, and `kaal` without JavaScript in the same session."""

    wie: str
    page: Page
    kaal: Page | None = None
    gezien: dict[str, str] = field(default_factory=dict)

    def rond(self, begin: str, opnieuw: tuple[str, ...] = ()) -> None:
        """From `begin`, judge each kind of page once; those of `opnieuw` again, because they have changed since."""
        for kind in opnieuw:
            self.gezien.pop(kind, None)
        for address in self._links(begin):
            self._judge(address)

    def _links(self, begin: str) -> Iterator[str]:
        """Every address that links lead to; each is open in `page` while its turn lasts."""
        self.page.goto(begin)
        own = urlsplit(self.page.url).netloc
        todo = [self.page.url]
        while todo:
            address = todo.pop(0)
            kind = soort(urlsplit(address).path)
            if kind in self.gezien or _FILE.search(urlsplit(address).path):
                continue
            self.gezien[kind] = urlsplit(address).path
            yield address
            found = self.page.locator("a[href]").evaluate_all("links => links.map((link) => link.href)")
            todo += [link for link in found if urlsplit(link).netloc == own and link.startswith("http")]

    def _judge(self, address: str) -> None:
        answers: list[int] = []
        paginagewicht(self.page, lambda: answers.append(_status(self.page, address)))
        assert answers == [200], f"{self.wie}: {address} geeft {answers}"
        kind = soort(urlsplit(self.page.url).path)
        beoordeel(self.page, kind, self.wie)
        if self.kaal is not None:
            assert _status(self.kaal, address) == 200
            assert self.kaal.locator("h1:visible").count() == 1, f"{address} heeft zonder JavaScript geen kop"
            geen_zijwaarts(self.kaal)


def kale_page(browser: Browser, server: Server, page: Page) -> Page:
    """A page without JavaScript for who is signed in at `page`."""
    context = browser.new_context(
        base_url=server.adres, locale="nl-NL", java_script_enabled=False, storage_state=page.context.storage_state()
    )
    return context.new_page()


def beoordeel(page: Page, kind: str, wie: str) -> None:
    """All that must hold for a page: see `controleer`; a title; and no word that no screen uses."""
    words = page.locator("body").inner_text()
    taal = page.locator("html").get_attribute("lang") or "nl"
    avoided = [vondst.tekst for vondst in verboden_woorden(words, taal)]
    assert avoided == [], f"{page.url} gebruikt woorden om te vermijden: {avoided}"
    assert page.title().partition("·")[0].strip(), f"{page.url} heeft geen titel"
    controleer(page, f"{wie}-{naam_van(kind)}")


def _status(page: Page, address: str) -> int:
    answer = page.goto(address)
    return answer.status if answer is not None else 0
