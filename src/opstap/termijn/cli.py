"""`opstap termijn BESTAND [--json] [--wat-als '{…}']`: the clock of an application."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from opstap.kern.commands import InvoerFout, read_json, say, write_json
from opstap.termijn.clock import klok
from opstap.termijn.document import bereken, differences
from opstap.termijn.invoer import ordered, read_document, read_gebeurtenis
from opstap.termijn.kalender import in_woorden
from opstap.termijn.model import INFORMATIE, Klok, Termijn

HULP = """opstap termijn BESTAND [--json] [--wat-als GEBEURTENIS]
De klok van een aanvraag: welke termijnen lopen, tot wanneer, en wie aan zet is.
  BESTAND        JSON met peildatum en gebeurtenissen; - is standaardinvoer
  --json         het antwoord als JSON
  --wat-als      wat er verandert door één gebeurtenis, bijvoorbeeld
                 '{"soort": "verzoek_aanvulling", "datum": "2026-03-10", "uiterlijk": "2026-03-24"}'"""
_TURN = {"gemeente": "de gemeente", "inwoner": "de inwoner", "ander": "iemand anders", "niemand": "niemand"}


def main(arguments: Sequence[str]) -> int:
    """Run the command; raises InvoerFout for wrong input."""
    if any(argument in ("-h", "--help") for argument in arguments):
        say(HULP)
        return 0
    name, as_json, what_if = _options(list(arguments))
    document = read_json(name)
    if what_if is None:
        if as_json:
            write_json(bereken(document))
        else:
            on, events, persons = read_document(document)
            print(_text(klok(events, on, persons)))
        return 0
    on, events, persons = read_document(document)
    extra = read_gebeurtenis(_event(what_if), "--wat-als")
    before, after = klok(events, on, persons), klok(ordered((*events, extra)), on, persons)
    changes = differences(before, after)
    if as_json:
        write_json({"voor": before.as_dict(), "na": after.as_dict(), "verschil": changes})
    else:
        print(
            "\n".join(
                ["Dit verandert er:", *(f"- {row['tekst']}" for row in changes)]
                if changes
                else ["Er verandert geen datum."]
            )
        )
    return 0


def _options(arguments: list[str]) -> tuple[str, bool, str | None]:
    names: list[str] = []
    as_json, what_if = False, None
    while arguments:
        argument = arguments.pop(0)
        if argument == "--json":
            as_json = True
        elif argument == "--wat-als":
            if not arguments:
                raise InvoerFout("Achter --wat-als hoort een gebeurtenis als JSON.")
            what_if = arguments.pop(0)
        elif argument.startswith("-") and argument != "-":
            raise InvoerFout(
                f"{argument} ken ik niet. Gebruik: opstap termijn BESTAND [--json] [--wat-als GEBEURTENIS]."
            )
        else:
            names.append(argument)
    if len(names) != 1:
        raise InvoerFout("Geef één bestand: opstap termijn BESTAND [--json].")
    return names[0], as_json, what_if


def _event(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):  # a whole number of thousands of digits is a ValueError
        raise InvoerFout("Wat achter --wat-als staat is geen goede JSON.") from None


def _text(clock: Klok) -> str:
    lines = [f"Op {in_woorden(clock.peildatum)} is {_TURN[clock.wie_is_aan_zet]} aan zet. {clock.waarom}", ""]
    lines += [_line(row) for row in clock.termijnen if row.staat != INFORMATIE]
    lines += ["", "Goed om te weten:"] + [
        f"- {row.tekst} ({row.artikel})" for row in clock.termijnen if row.staat == INFORMATIE
    ]
    lines += [f"Let op: {row['tekst']}" for row in clock.let_op] + [
        f"Nog nodig: {row['vraag']}" for row in clock.ontbreekt
    ]
    return "\n".join(lines)


def _line(row: Termijn) -> str:
    day = row.uiterlijk.isoformat() if row.uiterlijk else "geen datum"
    stopped = f" De klok stond {row.opgeschort_dagen} dagen stil." if row.opgeschort_dagen else ""
    return f"{day:<11} {row.naam} [{row.staat}, {_TURN[row.aan_zet]}] {row.tekst}{stopped} ({row.artikel})"
