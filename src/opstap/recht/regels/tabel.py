"""`opstap reken --tabel`: many households from a file to a file."""

from __future__ import annotations

import json
from pathlib import Path

from opstap.kern.commands import InvoerFout, read_text, say
from opstap.recht.regels.reken import reken


def reken_bestand(bron: str, doel: str, *, kort: bool = False) -> int:
    """Work out a JSON Lines file row by row; wrong rows come back with `fout`."""
    if not bron.endswith(".jsonl") or not doel.endswith(".jsonl"):
        raise InvoerFout("Geef twee bestanden met de naam .jsonl.")
    wrong = 0
    with Path(doel).open("w", encoding="utf-8") as out:
        for number, line in enumerate(read_text(bron).splitlines(), 1):
            if not line.strip():
                continue
            try:
                row = json.loads(line, parse_float=str)
                answer = {"rij": row.get("rij", number), **reken(row)}
                if kort:
                    del answer["stappen"]
            except (InvoerFout, ValueError, AttributeError) as error:
                wrong += 1
                answer = {"rij": number, "fout": str(error)}
            out.write(json.dumps(answer, ensure_ascii=False) + "\n")
    say(f"{wrong} rijen met een fout.")
    return 0
