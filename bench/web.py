"""The pages in process: a bare view, an empty signed-in page, the work list of 10,000 dossiers; one reading.

On SQLite in a folder that is thrown away, with a made-up municipality. CPU of this process, medians; a new process, so
that settings and memory are its own.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
DOSSIERS = 10_000
ROUNDS = 5
BACKEND = "opstap.koppelingen.aanmelden.Aanmelding"
Row = dict[str, Any]


def measure() -> list[Row]:
    return in_process(__file__)


def in_process(script: str) -> list[Row]:
    """Measure by a script in a process of its own, on a folder of its own."""
    with tempfile.TemporaryDirectory(prefix="opstap-meting-") as folder:
        environment = {
            **os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT))), "OPSTAP_MAP": folder,
            "OPSTAP_GEHEIM": "alleen voor deze meting, nergens anders", "OPSTAP_DATABASE_URL": "",
            "OPSTAP_OEFENSTAD": "1",
            "DJANGO_SETTINGS_MODULE": "opstap.project.settings.base", "OPSTAP_HOSTS": "testserver",
        }  # fmt: skip
        done = subprocess.run([sys.executable, script], check=True, stdout=subprocess.PIPE, env=environment)
        return list(json.loads(done.stdout.splitlines()[-1]))


def row(naam: str, waarde: float, eenheid: str, lat: str = "", toelichting: str = "") -> Row:
    return {"naam": naam, "waarde": waarde, "eenheid": eenheid, "lat": lat, "toelichting": toelichting}


def cpu_ms(action: Callable[[], object], times: int) -> float:
    """Milliseconds of CPU for one call: the median of five rounds of `times` calls, after one warm call."""
    action()
    rounds = []
    for _ in range(ROUNDS):
        began = time.process_time()
        for _ in range(times):
            action()
        rounds.append(1000 * (time.process_time() - began) / times)
    return statistics.median(rounds)


def pages(client: Any, bare: Any) -> list[Row]:
    """The bare view, the empty page in the frame of the workplace, the work list."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    one = cpu_ms(lambda: bare.get("/kaal/"), 100)
    empty = cpu_ms(lambda: client.get("/leeg/"), 40)
    full = cpu_ms(lambda: client.get("/werkplek/"), 15)
    with CaptureQueriesContext(connection) as seen:
        answer = client.get("/werkplek/")
    if answer.status_code != 200 or answer.content.count(b"<tr>") <= 50:
        raise RuntimeError("the work list does not show its 50 rows")
    return [
        row("kale view", one, "ms CPU"),
        row("lege bladzijde, ingelogd", empty, "ms CPU"),
        row("lege bladzijde tegen kale view", empty / one, "keer", "≤ 6"),
        row(f"werkvoorraad van {DOSSIERS:,} dossiers".replace(",", "."), full, "ms CPU"),
        row("werkvoorraad tegen lege bladzijde", full / empty, "keer", "≤ 8", "streven: 6"),
        row(
            "vragen aan de database",
            len(seen),
            "stuks",
            "≤ 6",
            "; ".join(query["sql"][:40] for query in seen.captured_queries),
        ),
    ]


def timed(action: Callable[[], object]) -> float:
    began = time.perf_counter()
    action()
    return time.perf_counter() - began


def reading() -> list[Row]:
    """One `reken` with its explanation, and one `lees` of a pile of ten files, two workers."""
    from bench.stapel.stapel import maak_doos
    from opstap.lezen.model import Bestand
    from opstap.lezen.stapel.pijplijn import lees_stapel
    from opstap.recht.regels.reken import reken

    household = {
        "peildatum": "2026-09-01", "rechtmatig_verblijf": True, "in_inrichting": False,
        "personen": [{"id": "a", "rol": "aanvrager", "geboortedatum": "1985-03-14"}],
        "inkomsten": [{"persoon": "a", "soort": "loon", "netto": "412.60"}],
        "vermogen": [{"soort": "banktegoed", "waarde": "1200.00"}],
    }  # fmt: skip
    pile = [Bestand(naam, inhoud) for naam, inhoud in maak_doos(3, "oefen", 10).bestanden][:10]
    seconds = timed(lambda: lees_stapel(pile, werkers=2))
    return [
        row("één reken, met uitleg", cpu_ms(lambda: reken(household), 200), "ms CPU", "< 0,2"),
        row(f"lees van {len(pile)} bestanden", seconds, "s", "", "eerste keer in een nieuw proces, twee werkers"),
    ]


def municipality() -> Any:
    """Ten thousand made-up households with an application each; gives a consulent."""
    from django.utils import timezone

    from opstap.aanvraag.models import Aanvraag
    from opstap.dossier.models import Dossier
    from opstap.inwoner.models import Inwoner
    from opstap.kern.models import Gebruiker
    from opstap.project.klaarzetten import fill

    gemeente = fill()
    consulent = Gebruiker.objects.get(gemeente=gemeente, gebruikersnaam="farida")
    now, work = timezone.now(), ("oppakken", "papieren", "besluit", "nakijken", "voorschot")
    people = [
        Inwoner(gemeente=gemeente, bsn_zegel=f"{number:064x}", bsn=b"x", voornaam=f"Voornaam{number % 97}",
            achternaam=f"Achternaam{number}")
        for number in range(DOSSIERS)
    ]  # fmt: skip
    Inwoner.objects.bulk_create(people, batch_size=500)
    folders = [Dossier(gemeente=gemeente, inwoner=person, begonnen_op=now) for person in people]
    Dossier.objects.bulk_create(folders, batch_size=500)
    Aanvraag.objects.bulk_create([
        Aanvraag(
            gemeente=gemeente, dossier=folder, nummer=f"2025-{number:06d}", staat="in_behandeling", begonnen_op=now,
            aan_zet="gemeente" if number % 5 else "inwoner", werk=work[number % 5] if number % 5 else "aanvullen",
            aan_zet_sinds=date(2026, 1, 1) + timedelta(days=number % 200), uiterlijk_op=date(2026, 9, 1),
            consulent=consulent,
        )
        for number, folder in enumerate(folders)
    ], batch_size=500)  # fmt: skip
    return consulent


def ready() -> None:
    """Set Django up with a bare view and an empty signed-in page beside the product's own."""
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command
    from django.http import HttpRequest, HttpResponse
    from django.shortcuts import render
    from django.urls import path

    from opstap.project import urls
    from opstap.project.klaarzetten import collect_static

    def bare(request: HttpRequest) -> HttpResponse:
        return HttpResponse("kaal")

    def empty(request: HttpRequest) -> HttpResponse:
        return render(request, "onderdelen/werkplek_basis.html")

    urls.urlpatterns += [path("kaal/", bare), path("leeg/", empty)]
    settings.DEBUG = False
    call_command("migrate", verbosity=0, interactive=False)
    collect_static()


def worker_with_empty_page() -> tuple[Any, Any]:
    """A signed-in consulent of Gemeente Voorbeeld, and that municipality."""
    ready()
    from django.test import Client

    from opstap.kern.models import Gebruiker
    from opstap.project.klaarzetten import fill

    gemeente, client = fill(), Client()
    client.force_login(Gebruiker.objects.get(gemeente=gemeente, gebruikersnaam="farida"), backend=BACKEND)
    return client, gemeente


def main() -> None:
    ready()
    from django.test import Client

    worker = Client()
    worker.force_login(municipality(), backend=BACKEND)
    rows = [*pages(worker, Client()), *reading()]
    print(json.dumps(rows))


if __name__ == "__main__":
    main()
