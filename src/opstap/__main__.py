"""`python -m opstap COMMAND …`: one table of commands; each is imported only when it is called, so that it starts
fast.
"""

from __future__ import annotations

import sys
from importlib import import_module

from opstap.kern.commands import run, say

COMMANDS = {
    "start": ("opstap.project.start", "start alles op deze machine met de bedachte Gemeente Voorbeeld"),
    "test": ("opstap.project.checks", "draai alle controles, zoals CI dat doet"),
    "lees": ("opstap.lezen.cli", "lees een stapel papieren"),
    "reken": ("opstap.recht.regels.cli", "reken het recht op bijstand uit, met uitleg"),
    "termijn": ("opstap.termijn.cli", "de klok van een aanvraag"),
    "keuzehulp": ("opstap.keuzehulp.methode.cli", "opties voor het gesprek over werk"),
    "taal": ("opstap.taal.cli", "is deze tekst vriendelijk en duidelijk?"),
    "controleer": ("opstap.project.controleer", "controleer de keten van gebeurtenissen en de bestanden"),
    "meet": ("opstap.project.meet", "meet de prestaties"),
    "standen": ("opstap.project.standen", "teken de tabel van standen in docs/standen.md"),
    "beheer": ("opstap.project.manage", "opdrachten van Django, voor beheer en ontwikkeling"),
}


def usage() -> str:
    lines = [f"  ./opstap {name:<11} {text}" for name, (_, text) in COMMANDS.items()]
    return "\n".join(["Opstap. Kies een opdracht:", *lines, "Meer over een opdracht: ./opstap OPDRACHT --help"])


def main() -> int:
    name = sys.argv[1] if len(sys.argv) > 1 else ""
    if name in ("", "-h", "--help", "help"):
        print(usage())
        return 0 if name else 2
    if name not in COMMANDS:
        say(f"De opdracht {name} ken ik niet.\n{usage()}")
        return 2
    return run(lambda arguments: int(import_module(COMMANDS[name][0]).main(arguments)), sys.argv[2:])


if __name__ == "__main__":
    sys.exit(main())
