"""`opstap keuzehulp BESTAND --json`: options for the conversation (contract 4)."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from opstap.kern import clock
from opstap.kern.commands import InvoerFout, kort, read_json, say, write_json
from opstap.keuzehulp.methode.invoer import refusal
from opstap.keuzehulp.methode.laden import catalogus
from opstap.keuzehulp.methode.opties import opties
from opstap.keuzehulp.methode.tekst import as_text
from opstap.keuzehulp.methode.uitkomst import Uitkomst

DATUM = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
SLEUTELS = ("antwoorden", "weegt", "zaak", "peildatum")


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> Any:
        raise InvoerFout("Zo werkt het: ./opstap keuzehulp BESTAND --json (of - voor wat u zelf invoert).")


def main(arguments: Sequence[str]) -> int:
    """Read the answers, print the options. Raises InvoerFout for wrong input."""
    parser = _Parser(prog="opstap keuzehulp", description="Opties voor het gesprek over werk.", add_help=False)
    parser.add_argument("bestand", nargs="?")
    parser.add_argument("--json", action="store_true", dest="as_json")
    parser.add_argument("-h", "--help", action="store_true", dest="help")
    options = parser.parse_args(list(arguments))
    if options.help:
        say(__doc__ or "")
        return 0
    if options.bestand is None:
        parser.error("")
    result = from_document(read_json(options.bestand))
    if options.as_json:
        write_json(result.as_json())
    else:
        print(as_text(result))
    return 0


def from_document(document: Any) -> Uitkomst:
    """The options for one document of contract 4. Raises InvoerFout."""
    if not isinstance(document, dict):
        raise InvoerFout('De invoer moet één blok zijn, zoals {"antwoorden": {…}, "zaak": "…"}.')
    for key in document:
        if key not in SLEUTELS:
            raise InvoerFout(refusal(key, catalogus()))
    zaak = document.get("zaak")
    if zaak is not None and not isinstance(zaak, str):
        raise InvoerFout("zaak moet een tekst zijn tussen aanhalingstekens.")
    answers = document.get("antwoorden")
    day = _day(document.get("peildatum"))
    return opties({} if answers is None else answers, zaak or "", day, document.get("weegt"))


def _day(value: Any) -> date:
    if value is None:
        return clock.today()
    try:
        if not isinstance(value, str) or not DATUM.fullmatch(value):
            raise ValueError
        return date.fromisoformat(value)
    except ValueError:
        raise InvoerFout(f"peildatum: {kort(repr(value))} is geen datum. Schrijf het als 2026-11-22.") from None
