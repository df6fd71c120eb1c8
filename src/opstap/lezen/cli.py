"""`opstap lees PAD… [--json] [--werkers N]`: read a pile of papers (contract 1)."""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from opstap.kern.commands import InvoerFout, say, write_json
from opstap.lezen.model import Bestand, Document
from opstap.lezen.stapel.pijplijn import lees_stapel
from opstap.lezen.tekst import SOORTEN, als_tekst

_NOISE = frozenset({"thumbs.db", "desktop.ini", "__macosx"})
_MAX_FILES = 2_000


def main(arguments: Sequence[str]) -> int:
    """Read the paths and write the outcome: one JSON document, or a readable Dutch text. Exit 0 or 2."""
    options = _options(arguments)
    pile = list(verzamel(options.paden))
    if not pile:
        raise InvoerFout("In deze map staan geen bestanden. Geef een map of bestand met papieren.")
    show = None if options.json or not sys.stderr.isatty() else _progress
    first = None if options.json else _eerste_ordening
    outcome = lees_stapel(pile, options.werkers, show, eerste=first)
    if options.json:
        write_json(_met_beide_namen(outcome.as_json()))
    else:
        print(als_tekst(outcome))
    return 0


VRAAGT_SOM = frozenset({"schuldbrief", "energienota"})


def _met_beide_namen(uitkomst: dict[str, Any]) -> dict[str, Any]:
    """A paper that asks for one sum bears it under both names of the contract, `bedrag` and `totaal`; our own screens
    know one."""
    for document in uitkomst["documenten"]:
        fields = document["velden"]
        if document["soort"] in VRAAGT_SOM and "bedrag" in fields:
            fields["totaal"] = fields["bedrag"]
    return uitkomst


def verzamel(paden: Sequence[str]) -> Iterator[Bestand]:
    """The files behind the paths, in order of name within a folder; links and hidden files in folders are left out."""
    count = 0
    for name in paden:
        for bestand in _one(name):
            count += 1
            if count > _MAX_FILES:
                raise InvoerFout(f"Dit zijn meer dan {_MAX_FILES} bestanden. Lees een kleinere map.")
            yield bestand


def _one(name: str) -> Iterator[Bestand]:
    if name == "-":
        yield Bestand("-", sys.stdin.buffer.read())
        return
    path = Path(name)
    try:
        found = path.is_dir(), path.exists()
    except (OSError, ValueError):
        found = (False, False)
    if not any(found):
        raise InvoerFout(f"Ik kan {name} niet vinden. Kijk of de naam en de map kloppen.")
    if not found[0]:
        yield Bestand(name, pad=path)
        return
    for folder, folders, files in os.walk(path, followlinks=False):
        folders[:] = sorted(inner for inner in folders if not _is_noise(inner))
        for file in sorted(files):
            inner = Path(folder) / file
            if not _is_noise(file) and not inner.is_symlink():
                yield Bestand(str(inner), pad=inner)


def _is_noise(name: str) -> bool:
    return name.startswith(".") or name.lower() in _NOISE


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> None:  # type: ignore[override]
        raise InvoerFout("Zo werkt het: ./opstap lees PAD… [--json] [--werkers N], met N van 1 tot en met 8.")


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = _Parser(prog="opstap lees", description="Lees een stapel papieren.")
    parser.add_argument("paden", nargs="+", metavar="PAD", help="bestanden of mappen; - leest van standaardinvoer")
    parser.add_argument("--json", action="store_true", help="geef één JSON-document")
    parser.add_argument(
        "--werkers", type=int, default=min(2, os.cpu_count() or 1), choices=range(1, 9), metavar="N",
        help="zoveel bestanden tegelijk (1 tot en met 8)",
    )  # fmt: skip
    return parser.parse_args(list(arguments))


def _eerste_ordening(documenten: list[Document]) -> None:
    """What the pile holds, as soon as every file was seen once; doubtful spots are looked at again after this."""
    counts = Counter(SOORTEN[document.soort] for document in documenten)
    say("Eerste ordening: " + ", ".join(f"{count} × {naam}" for naam, count in counts.most_common()))


def _progress(done: int, total: int, name: str) -> None:
    say(f"{done} van {total}: {name}")
