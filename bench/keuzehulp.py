"""The options for one person, the page of the talk, and the monitor figures of how help is spread."""

from __future__ import annotations

import json
import statistics
import time
from datetime import date
from functools import partial
from random import Random
from typing import Any

from opstap.kern.content import INHOUD
from opstap.keuzehulp.methode.laden import catalogus, load_catalogus
from opstap.keuzehulp.methode.opties import opties
from opstap.keuzehulp.methode.volgorde import exposure

PROFIELEN = 300
SPREIDING = 2_000
DAG = date(2026, 11, 22)
KARIM = {
    "doel": "ontdekken wat bij mij past", "belangrijk": ["rustig opbouwen", "werk dat bij mij past", "zekerheid"],
    "zoeken": "ik weet niet waar te beginnen", "baan_in_zicht": "nee", "werkervaring": "1-5 jaar geleden",
    "werktempo": "met aanpassing", "energie": "4-12", "papieren": "nee", "hoofd_vol": ["thuis of zorg voor anderen"],
    "opvang": "nog regelen", "reizen": "beperkt", "groep": "maakt niet uit",
}  # fmt: skip


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
        *in_pages(),
        _row(
            "opties voor één mens, midden", middle, "ms", "≤ 5", f"CPU, {PROFIELEN} willekeurige profielen, met as_json"
        ),
        _row("opties voor één mens, p95", high, "ms", "≤ 5", "dezelfde"),
        _row("catalogus laden", loading, "ms", "", "één keer per proces: 40 soorten hulp, 113 onderzoeken"),
        _row("Gini van wat getoond wordt", gini, "", "", f"hoofdstappen, {SPREIDING} profielen; monitor, geen doel"),
        _row("grootste aandeel eerste plaats", 100 * top, "%", "", "hoofdstappen; monitor, geen doel"),
        _row("soorten hulp ooit getoond", seen, "soorten", f"≥ {known}", "hoofdstappen en ernaast samen"),
    ]


def in_pages() -> list[dict[str, Any]]:
    """The pages of the talk against an empty signed-in page, in a process and a folder of their own."""
    from bench.web import in_process

    return in_process(__file__)


def page_rows() -> list[dict[str, Any]]:
    """Karim's sheet with twelve answers, the supply of Gemeente Voorbeeld, and the pages of Farida."""
    from bench.web import cpu_ms, worker_with_empty_page

    client, gemeente = worker_with_empty_page()
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from opstap.inwoner.actions.register_inwoner import RegisterInwoner
    from opstap.keuzehulp.actions.fill_gesprek import FillGesprek

    person = RegisterInwoner(door=None, gemeente=gemeente, bsn="999990020", voornaam="Karim", achternaam="Bouali").run()
    FillGesprek(
        door=person.account, gemeente=gemeente, inwoner=person, eigen_woorden="Ik wil rustig aan.", antwoorden=KARIM,
        weegt=["rustig opbouwen", "werk dat bij mij past"],
    ).run()  # fmt: skip
    home = f"/werkplek/gesprek/{person.pk}/"
    empty = cpu_ms(lambda: client.get("/leeg/"), 20)
    rows = [_row("lege bladzijde, ingelogd", empty, "ms", "", "CPU, mediaan van vijf rondes")]
    for naam, adres, lat in (("bladzijde van het gesprek", f"{home}opties/", "≤ 8"), ("blad met de vragen", home, ""),
                             ("alle hulp", f"{home}alles/", "")):  # fmt: skip
        with CaptureQueriesContext(connection) as asked:
            answer = client.get(adres)
            questions = len(asked.captured_queries)
        if answer.status_code != 200 or len(answer.content) < 10_000:
            raise RuntimeError(f"{adres} is not the page that is measured")
        spent = cpu_ms(partial(client.get, adres), 5)
        words = f"{spent:.1f} ms CPU; {questions} vragen aan de database"
        rows.append(_row(f"{naam} tegen lege bladzijde", spent / empty, "keer", lat, words))
    return rows


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


if __name__ == "__main__":
    print(json.dumps(page_rows()))
