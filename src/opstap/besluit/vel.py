"""From the page of a letter to a tagged PDF (PDF/UA-1). Weasyprint is slow to import: import this where you draw."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

from weasyprint import HTML
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

LETTERS = ("AtkinsonHyperlegible-Regular.ttf", "AtkinsonHyperlegible-Bold.ttf")


class _AlleenLetters(URLFetcher):
    """Gives the two weights of the type from their package, as `letter:<name>`; a letter fetches nothing else."""

    def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:
        name = url.removeprefix("letter:")
        if name not in LETTERS:
            raise ValueError(f"a letter fetches nothing: {url}")
        font = files("fontpkg_atkinson_hyperlegible") / "files" / name
        return URLFetcherResponse(url, font.read_bytes(), {"Content-Type": "font/ttf"})


def to_pdf(page: str) -> bytes:
    """The PDF of this HTML. Raises ValueError when the page asks for anything from outside."""
    try:
        made = HTML(string=page, url_fetcher=_AlleenLetters(fail_on_errors=True)).write_pdf(pdf_variant="pdf/ua-1")
    except FatalURLFetchingError as error:  # no Exception of Python's: it would end the process that draws
        raise ValueError(str(error)) from error
    return bytes(made)
