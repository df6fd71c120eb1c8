"""`opstap meet [NAAM…] [--json]`: the measurements in `bench/`, each with the bar it is held against.

Every `bench/<naam>.py` has `measure() -> list[dict]`: rows with `naam`, `waarde` (a number), `eenheid`, `lat` (a text
such as "≤ 8" or "≥ 60", empty when there is none) and `toelichting`.
A measurement is no test: a slow machine is not wrong.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from importlib import import_module
from pathlib import Path

from opstap.kern.commands import InvoerFout, say, write_json

ROOT = Path(__file__).resolve().parents[3]
BENCH = ROOT / "bench"
_LAT = re.compile(r"([≤≥<>])\s*(\d[\d.]*(?:,\d+)?)")


@dataclass(frozen=True)
class Meting:
    """One figure: its value in `eenheid`, and whether it meets `lat` (None: there is no bar)."""

    onderdeel: str
    naam: str
    waarde: float
    eenheid: str
    lat: str
    gehaald: bool | None
    toelichting: str


def main(arguments: Sequence[str]) -> int:
    """Measure what is named, or all; prints a table, or one JSON document with --json."""
    parser = argparse.ArgumentParser("opstap meet", description="Meet de prestaties van Opstap.", exit_on_error=False)
    parser.add_argument("naam", nargs="*", help="een of meer metingen; zonder naam allemaal")
    parser.add_argument("--json", action="store_true", help="één JSON-document")
    try:
        options, unknown = parser.parse_known_args(list(arguments))
    except argparse.ArgumentError as error:
        raise InvoerFout(f"Ik begrijp deze opdracht niet: {error}.") from None
    if unknown:
        raise InvoerFout(f"De optie {unknown[0]} ken ik niet. Gebruik: ./opstap meet [NAAM…] [--json].")
    names = _choose(options.naam)
    began = time.monotonic()
    metingen, mislukt = _measure_all(names)
    if options.json:
        rows = [asdict(each) for each in metingen]
        duration = round(time.monotonic() - began, 1)
        write_json({"machine": _machine(), "metingen": rows, "mislukt": mislukt, "duur_s": duration})
    else:
        _print_table(metingen, mislukt)
    return 0


def available() -> list[str]:
    """The names of the measurements."""
    return sorted(path.stem for path in BENCH.glob("*.py") if not path.stem.startswith("_"))


def compare(value: float, bar: str) -> bool | None:
    """Whether a value meets a bar such as "≤ 8" or "≥ 5.000.000" (Dutch figures); None when the bar is empty."""
    if not bar.strip():
        return None
    found = _LAT.match(bar.strip())
    if not found:
        raise ValueError(f"no bar: {bar!r}")
    limit = float(found.group(2).replace(".", "").replace(",", "."))
    return {"≤": value <= limit, "≥": value >= limit, "<": value < limit, ">": value > limit}[found.group(1)]


def _choose(names: list[str]) -> list[str]:
    known = available()
    for name in names:
        if name not in known:
            raise InvoerFout(f"De meting {name} ken ik niet. Kies uit: {', '.join(known)}.")
    return names or known


def _measure_all(names: list[str]) -> tuple[list[Meting], list[dict[str, str]]]:
    """Every measurement; one that breaks is named and the others go on."""
    sys.path.insert(0, str(ROOT))
    metingen: list[Meting] = []
    mislukt: list[dict[str, str]] = []
    for name in names:
        say(f"• Ik meet {name}")
        try:
            metingen += [_meting(name, row) for row in import_module(f"bench.{name}").measure()]
        except Exception as error:  # the others still have to be measured
            if os.environ.get("OPSTAP_ONTWIKKEL"):
                raise
            mislukt.append({"onderdeel": name, "reden": f"{type(error).__name__}: {error}"})
    return metingen, mislukt


def _meting(name: str, row: dict[str, object]) -> Meting:
    value, bar = float(str(row["waarde"])), str(row.get("lat") or "")
    return Meting(
        onderdeel=name,
        naam=str(row["naam"]),
        waarde=value,
        eenheid=str(row["eenheid"]),
        lat=bar,
        gehaald=compare(value, bar),
        toelichting=str(row.get("toelichting") or ""),
    )


def _machine() -> dict[str, object]:
    return {"kernen": os.cpu_count(), "python": platform.python_version(), "belasting": round(os.getloadavg()[0], 2)}


def _print_table(metingen: list[Meting], mislukt: list[dict[str, str]]) -> None:
    machine = _machine()
    load = _dutch(os.getloadavg()[0])
    print(f"Gemeten op {machine['kernen']} kernen, Python {machine['python']}, belasting {load}\n")
    width = max([len(each.naam) for each in metingen] + [6])
    name = ""
    for each in metingen:
        if each.onderdeel != name:
            name = each.onderdeel
            print(f"{name}\n{'-' * len(name)}")
        mark = {None: "", True: "gehaald", False: "NIET gehaald"}[each.gehaald]
        bar = f"lat {each.lat}: {mark}" if each.lat else ""
        print(f"  {each.naam:<{width}}  {_dutch(each.waarde):>12} {each.eenheid:<10} {bar}")
        if each.toelichting:
            print(f"  {'':<{width}}  {each.toelichting}")
    for broken in mislukt:
        print(f"\n{broken['onderdeel']} kon ik niet meten ({broken['reden']})")


def _dutch(value: float) -> str:
    """A number as a Dutch reader writes it, with three figures that matter."""
    if value == int(value) or abs(value) >= 1000:
        return f"{round(value):,}".replace(",", ".")
    decimals = 3 if abs(value) < 1 else 2 if abs(value) < 100 else 1
    return f"{value:.{decimals}f}".replace(".", ",")
