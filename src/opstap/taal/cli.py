"""`opstap taal BESTAND [--json]`: is this text kind and clear? Contract 5."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import NoReturn

from opstap.kern.commands import InvoerFout, read_text, write_json
from opstap.taal.leestekst import parse
from opstap.taal.niveau import Niveau, niveau
from opstap.taal.regels import Bevinding, find
from opstap.taal.zinnen import split

MAX_TEKENS = 300_000
NAMEN = {
    "vermijd_woord": "Woord om te vermijden",
    "lange_zin": "Lange zin",
    "moeilijk_woord": "Moeilijk woord",
    "lijdende_vorm": "Lijdende vorm",
    "naamwoordstijl": "Veel naamwoord, weinig werkwoord",
    "dreigend": "Klinkt als een dreigement of verwijt",
    "afkorting": "Afkorting",
    "dubbele_ontkenning": "Twee keer nee",
    "hoofdletters": "Klinkt als roepen",
}
_BREED = 90


class _Lezer(argparse.ArgumentParser):
    """Says in Dutch what is wrong with the call."""

    def error(self, message: str) -> NoReturn:
        raise InvoerFout(
            f"Zo werkt het niet ({message}). Schrijf: ./opstap taal BESTAND [--json] [--soort html|markdown]"
        )


def main(arguments: Sequence[str]) -> int:
    """Check one text and print the findings and the level; exit 0 also when there are findings."""
    parser = _Lezer(prog="opstap taal", description="Is deze tekst vriendelijk en duidelijk?")
    parser.add_argument("bestand", help="gewone tekst, Markdown of HTML; - is standaardinvoer")
    parser.add_argument("--json", action="store_true", help="één JSON-document (contract 5)")
    parser.add_argument("--soort", choices=["html", "markdown"], help="sla het raden van de soort over")
    options = parser.parse_args(list(arguments))
    source = read_text(options.bestand)
    if len(source) > MAX_TEKENS:
        raise InvoerFout(f"{options.bestand} is te lang: hoogstens {MAX_TEKENS} tekens. Deel de tekst in stukken.")
    if "\x00" in source:
        raise InvoerFout(f"{options.bestand} is geen tekst. Geef gewone tekst, Markdown of HTML.")
    lees = parse(source, options.soort)
    zinnen = split(lees.tekst)
    if not zinnen:
        raise InvoerFout(f"In {options.bestand} staat geen tekst om te lezen.")
    found, level = find(lees), niveau(zinnen)
    if options.json:
        write_json({"bevindingen": [row.as_json() for row in found], "niveau": level.as_json()})
    else:
        sys.stdout.write(report(source, found, level))
    return 0


def report(source: str, found: Sequence[Bevinding], level: Niveau) -> str:
    """The answer for a person: per finding its line, the words and the advice."""
    lines = []
    for row in found:
        number = source.count("\n", 0, row.van) + 1
        words = " ".join(row.tekst.split())
        shown = words if len(words) <= _BREED else words[: _BREED - 1].rstrip() + "…"
        lines += [f"regel {number}: {NAMEN[row.regel]}: “{shown}”", f"    {row.advies}"]
    count = f"{len(found)} {'bevinding' if len(found) == 1 else 'bevindingen'}" if found else "Geen bevindingen"
    lines += [
        f"{count}. Geschat leesniveau: {level.label} "
        f"({level.zinnen} zinnen, {_nl(level.woorden_per_zin)} woorden per zin).",
        "Het leesniveau is een ruwe schatting. Laat belangrijke teksten ook door mensen lezen.",
    ]
    return "\n".join(lines) + "\n"


def _nl(number: float) -> str:
    return f"{number:.1f}".replace(".", ",")
