"""The options for one person: CPU time over random answers, and the monitor figures of how help is spread."""

from __future__ import annotations

import statistics
import time
from datetime import date
from random import Random
from typing import Any

from opstap.kern.content import INHOUD
from opstap.keuzehulp.methode.laden import catalogus, load_catalogus
from opstap.keuzehulp.methode.opties import opties
from opstap.keuzehulp.methode.volgorde import exposure

PROFIELEN = 300
SPREIDING = 2_000
DAG = date(2026, 11, 22)


def measure() -> list[dict[str, Any]]:
    began = time.process_time()
    load_catalogus(INHOUD)
    loading = 1000 * (time.process_time() - began)
    people = _profiles(17, PROFIELEN)
    opties({}, "warm", DAG)
    spent = []
    for number, answers in enumerate(people):
        began = time.process_time()
        opties(answers, f"zaak-{number}", DAG).as_json()
        spent.append(1000 * (time.process_time() - began))
    middle, high = statistics.median(spent), sorted(spent)[int(0.95 * len(spent))]
    gini, top, seen, known = _spread()
    return [
        _row(
            "opties voor één mens, midden", middle, "ms", "≤ 5", f"CPU, {PROFIELEN} willekeurige profielen, met as_json"
        ),
        _row("opties voor één mens, p95", high, "ms", "≤ 5", "dezelfde"),
        _row("catalogus laden", loading, "ms", "", "één keer per proces: 40 soorten hulp, 113 onderzoeken"),
        _row("Gini van wat getoond wordt", gini, "", "", f"hoofdstappen, {SPREIDING} profielen; monitor, geen doel"),
        _row("grootste aandeel eerste plaats", 100 * top, "%", "", "hoofdstappen; monitor, geen doel"),
        _row("soorten hulp ooit getoond", seen, "soorten", f"≥ {known}", "hoofdstappen en ernaast samen"),
    ]


def _row(naam: str, waarde: float, eenheid: str, lat: str, toelichting: str) -> dict[str, Any]:
    return {"naam": naam, "waarde": waarde, "eenheid": eenheid, "lat": lat, "toelichting": toelichting}


def _spread() -> tuple[float, float, int, int]:
    known = catalogus().instrumenten
    steps, seen = [], set()
    for number, answers in enumerate(_profiles(90_210, SPREIDING)):
        found = opties(answers, f"zaak-{number}", DAG)
        steps.append([optie.instrument for optie in found.opties])
        seen |= {*steps[-1], *(optie.instrument for optie in found.ernaast)}
    main = [key for key, one in known.items() if one.rol == "hoofdstap"]
    gini, top = exposure(steps, main)
    return gini, top, len(seen), sum(one.rol in ("hoofdstap", "ernaast") for one in known.values())


def _profiles(seed: int, count: int) -> list[dict[str, Any]]:
    """Random answers: each question is left open one time in three."""
    draw, people = Random(seed), []
    for _ in range(count):
        given: dict[str, Any] = {}
        for code, vraag in catalogus().vragen.items():
            if draw.random() < 1 / 3:
                continue
            answers = list(vraag.antwoorden)
            given[code] = draw.sample(answers, draw.randint(1, 3)) if vraag.meer_antwoorden else draw.choice(answers)
        people.append(given)
    return people
