"""`opstap reken`: the right to bijstand of one household, or of a table of them, on the command line (contract 2)."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any

from opstap.kern.commands import InvoerFout, read_json, say, write_json
from opstap.kern.content import InhoudFout
from opstap.recht.regels.motor import RegelFout
from opstap.recht.regels.reken import reken
from opstap.recht.regels.tekst import als_tekst

HULP = """Gebruik: ./opstap reken BESTAND [--json]
         ./opstap reken --tabel IN.(jsonl|parquet) --uit UIT.(jsonl|parquet) [--kort]
BESTAND is een huishouden in JSON (docs/contracten); - is de standaardinvoer.
--json   geef één JSON-document; anders een leesbare tekst
--tabel  reken veel huishoudens tegelijk uit; elke rij mag een sleutel rij hebben, die terugkomt
--kort   laat bij een tabel de stappen weg"""


def main(arguments: Sequence[str]) -> int:
    """Run the command; gives the exit code. Raises InvoerFout for a wrong call or wrong input.

    A fault in the amounts or the rules ends with 1 and one line that names the file or the rule.
    """
    options = _parse(list(arguments))
    if options.get("help"):
        print(HULP)
        return 0
    try:
        return _run(options)
    except (InhoudFout, RegelFout) as error:
        say(" ".join(str(error).split()))
        return 1


def _run(options: dict[str, Any]) -> int:
    if "tabel" in options:
        from opstap.recht.regels.tabel import reken_bestand

        return reken_bestand(options["tabel"], options["uit"], kort="kort" in options)
    document = read_json(options["bestand"])
    if not isinstance(document, dict):
        raise InvoerFout(f"{options['bestand']}: hier hoort één huishouden te staan, tussen {{ en }}.")
    answer = reken(document, document.get("schakelaars"))
    if "json" in options:
        write_json(answer)
    else:
        sys.stdout.write(als_tekst(answer))
    return 0


def _parse(arguments: list[str]) -> dict[str, Any]:
    options: dict[str, Any] = {}
    while arguments:
        each = arguments.pop(0)
        if each in ("-h", "--help", "help"):
            return {"help": True}
        if each in ("--json", "--kort"):
            options[each[2:]] = True
        elif each in ("--tabel", "--uit"):
            if not arguments:
                raise InvoerFout(f"Na {each} hoort de naam van een bestand te staan.")
            options[each[2:]] = arguments.pop(0)
        elif each.startswith("--") or "bestand" in options:
            raise InvoerFout(f"{each} begrijp ik niet. Probeer: ./opstap reken --help")
        else:
            options["bestand"] = each
    if ("tabel" in options) != ("uit" in options):
        raise InvoerFout("Geef bij een tabel twee bestanden: --tabel IN.jsonl --uit UIT.jsonl")
    if ("tabel" in options) == ("bestand" in options):
        raise InvoerFout("Noem één bestand met een huishouden. Probeer: ./opstap reken --help")
    return options
