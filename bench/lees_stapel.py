"""A mixed pile of 40 files with two workers: when is the first sorting known, when is all done, at what cost.

Bank exports, PDFs, scans, photos, hard photos and screenshots as a person hands them in. Wall time depends on what else
the machine does; the processor time of all that was started stands beside it, and half of it is what two free cores
need.
"""

from __future__ import annotations

import os
import random
import resource
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from bench.lees_bank import long_mt940
from bench.stapel.camera import neem_op
from bench.stapel.huishouden import Huishouden
from bench.stapel.papier import maak
from bench.stapel.stapel import ALLE
from opstap.lezen.inname.kind import Kamer
from opstap.lezen.model import Bestand, Document
from opstap.lezen.stapel import lees_stapel
from opstap.lezen.woorden.kind import stop_kinderen

VORMEN = {"pdf": 11, "scan": 9, "foto": 12, "moeilijk": 4, "scherm": 2}
BANKBESTANDEN = 2


def maak_stapel() -> list[Bestand]:
    """The 40 files, the same each time; layouts of the part in which faults are sought."""
    rng = random.Random("stapel van veertig")
    mens = Huishouden(rng)
    files = [Bestand(f"bank{number}.sta", long_mt940(200)) for number in range(BANKBESTANDEN)]
    kinds = iter(ALLE * 2)
    for form, count in VORMEN.items():
        for number in range(count):
            paper = maak("bank_app_schermafdruk" if form == "scherm" else next(kinds), "ontwikkel", mens, rng)
            content, extension = (paper.pdf, "pdf") if form == "pdf" else neem_op(paper.pdf, form, rng)[:2]
            files.append(Bestand(f"{form}{number:02d}.{extension}", content))
    return files


def measure() -> list[dict[str, Any]]:
    """Rows {naam, waarde, eenheid, lat, toelichting}."""
    pile = maak_stapel()
    stop_kinderen()
    room, seen = Kamer(), {}
    before, began = _children(), time.monotonic()

    def first(documents: list[Document]) -> None:
        seen["s"], seen["cpu"] = time.monotonic() - began, _children() - before
        seen["bekend"] = sum(document.soort != "onbekend" for document in documents)

    outcome = lees_stapel(pile, werkers=2, kamer=room, eerste=first)
    whole = time.monotonic() - began
    room.sluit()
    stop_kinderen()
    busy = _children() - before
    told = f"{len(pile)} bestanden, twee werkers; {seen['bekend']} soorten bekend, {len(outcome.documenten)} papieren"
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return [
        _row("stapel van 40: eerste ordening", seen["s"], "s", "≤ 60", told),
        _row("stapel van 40: eerste ordening, per kern", seen["cpu"] / 2, "s", "≤ 60", "processortijd"),
        _row("stapel van 40: alles klaar", whole, "s", "≤ 120", "wandklok, met wat de machine verder doet"),
        _row("stapel van 40: alles klaar, per kern", busy / 2, "s", "≤ 120", "processortijd"),
        _row("stapel van 40: geheugen", peak, "MB", "≤ 1.500", "hoogste piek van één leesproces"),
    ]  # fmt: skip


def _children() -> float:
    """Processor seconds of all children: those that ended, and those that live with what ended under them."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    ticks = 0
    lists = Path("/proc/self/task").glob("*/children")  # a child is listed under the thread that started it
    for number in [number for children in lists for number in children.read_text(encoding="ascii").split()]:
        with suppress(OSError):
            fields = Path(f"/proc/{number}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
            ticks += sum(int(field) for field in fields[11:15])
    return usage.ru_utime + usage.ru_stime + ticks / os.sysconf("SC_CLK_TCK")


def _row(naam: str, value: float, eenheid: str, lat: str, toelichting: str) -> dict[str, Any]:
    return {"naam": naam, "waarde": round(value, 1), "eenheid": eenheid, "lat": lat, "toelichting": toelichting}
