"""Real Chromium over a real server. `server` and `browser` live for the whole run; every test has its own context."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.server import Server, running
from tests.conftest import VANDAAG

CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--no-first-run",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder is a browser test."""
    for item in items:
        if "tests/browser/" in item.nodeid:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The product as its users start it, in a folder of its own. Friday 18 September 2026, 9.20, unless moved."""
    with running(tmp_path_factory.mktemp("opstap")) as found:
        yield found


@pytest.fixture
def eigen_server(tmp_path: Path) -> Iterator[Server]:
    """An installation for one test alone, where nobody has done anything yet."""
    with running(tmp_path / "opstap") as found:
        yield found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture
def context(browser: Browser, server: Server) -> Iterator[BrowserContext]:
    """A fresh browser: no cookies, Dutch, at phone width."""
    yield from _context(browser, server)


@pytest.fixture
def zonder_js(browser: Browser, server: Server) -> Iterator[BrowserContext]:
    """The same with JavaScript off: everything has to work here too."""
    yield from _context(browser, server, java_script_enabled=False)


@pytest.fixture
def eigen_kale_page(browser: Browser, eigen_server: Server) -> Iterator[Page]:
    """A page with JavaScript off on an installation of its own."""
    for context in _context(browser, eigen_server, java_script_enabled=False):
        yield context.new_page()


@pytest.fixture
def page(context: BrowserContext, server: Server) -> Page:
    """A page of a fresh browser. The test fails at the end when the page complained (console, content policy, 5xx)."""
    return context.new_page()


@pytest.fixture
def kale_page(zonder_js: BrowserContext) -> Page:
    """A page with JavaScript off."""
    return zonder_js.new_page()


def _context(browser: Browser, server: Server, **options: Any) -> Iterator[BrowserContext]:
    """When the test is done the server's clock is set back, and what the browser complained about fails the test."""
    context = browser.new_context(
        base_url=server.adres, locale="nl-NL", timezone_id="Europe/Amsterdam", viewport={"width": 390, "height": 900},
        **options,
    )  # fmt: skip
    context.set_default_timeout(10_000)
    complaints: list[str] = []
    context.on("weberror", lambda error: complaints.append(str(error.error)))
    context.on("console", lambda line: complaints.append(line.text) if _is_fault(line) else None)
    context.on("response", lambda response: complaints.append(response.url) if response.status >= 500 else None)
    yield context
    context.close()
    server.zet_klok(VANDAAG)
    assert not complaints, "the browser complained: " + "; ".join(complaints)


def _is_fault(line: Any) -> bool:
    """Errors in scripts and of the content policy; a page that is rightly 403 or 404 is no fault."""
    return line.type == "error" and "Failed to load resource" not in line.text
