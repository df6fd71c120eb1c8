"""The pages in process: a bare view, an empty signed-in page, the work list of 10,000 dossiers, an upload by the form.

On SQLite in a folder that is thrown away, with a made-up municipality. CPU of this process, medians; a new process, so
that settings and memory are its own.
"""

from __future__ import annotations

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from io import BytesIO, RawIOBase
from pathlib import Path
from typing import Any
from uuid import uuid4

ROOT = Path(__file__).resolve().parents[1]
DOSSIERS = 10_000
MB = 1 << 20
ROUNDS = 5
Row = dict[str, Any]


def measure() -> list[Row]:
    """Measure in a process of its own, on a folder of its own."""
    with tempfile.TemporaryDirectory(prefix="opstap-meting-") as folder:
        environment = {
            **os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT))), "OPSTAP_MAP": folder,
            "OPSTAP_GEHEIM": "alleen voor deze meting, nergens anders", "OPSTAP_DATABASE_URL": "",
            "OPSTAP_OEFENSTAD": "1",
            "DJANGO_SETTINGS_MODULE": "opstap.project.settings.base", "OPSTAP_HOSTS": "testserver",
        }  # fmt: skip
        done = subprocess.run([sys.executable, __file__], check=True, stdout=subprocess.PIPE, env=environment)
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


def uploads(client: Any, folder: Path) -> list[Row]:
    """The plain form against the raw encrypted durable write of the same bytes, in turns; and the memory over 100
    MB.
    """
    from bench.upload import _raw

    rows = []
    for megabytes, rounds in ((1, 20), (100, 3)):
        data = os.urandom(megabytes * MB)
        mine, raw = [], []
        for number in range(rounds):
            raw.append(timed(lambda: _raw(folder / f"ruw-{megabytes}-{number}", data)))  # noqa: B023
            body = Form(data)
            mine.append(timed(lambda: body.send(client)))  # noqa: B023
            (folder / f"ruw-{megabytes}-{number}").unlink()
        ours, theirs = (1000 * statistics.median(times) for times in (mine, raw))
        words = f"{ours:.0f} ms tegen {theirs:.0f} ms ruw, mediaan van {rounds}; het hele verzoek, met sessie en rij"
        rows.append(row(f"{megabytes} MB inleveren tegen ruw", 100 * theirs / ours, "%", "≥ 60", words))
    return rows


def timed(action: Callable[[], object]) -> float:
    began = time.perf_counter()
    action()
    return time.perf_counter() - began


class Form(BytesIO):
    """A multipart form with one file, made beforehand so that only the server's work is timed."""

    def __init__(self, data: bytes) -> None:
        line = b"--grens\r\nContent-Disposition: form-data; name="
        once = line + b'"eenmalig"\r\n\r\n' + str(uuid4()).encode() + b"\r\n"
        head = line + b'"bestanden"; filename="foto.bin"\r\nContent-Type: application/octet-stream\r\n\r\n'
        super().__init__(once + head + data + b"\r\n--grens--\r\n")

    def send(self, client: Any) -> None:
        answer = client.generic(
            "POST", "/papieren/sturen/", CONTENT_TYPE="multipart/form-data; boundary=grens",
            CONTENT_LENGTH=str(self.getbuffer().nbytes), **{"wsgi.input": self},
        )  # fmt: skip
        assert answer.status_code == 302, answer.status_code


class Drip(RawIOBase):
    """The same form with a file of zeros that never stands in memory."""

    def __init__(self, size: int) -> None:
        whole = Form(b"|").getvalue()
        self.head, self.tail = whole.split(b"|")
        self.left, self.size = size, len(self.head) + size + len(self.tail)

    def read(self, size: int = -1) -> bytes:
        if self.head:
            part, self.head = self.head[:size], self.head[size:]
        elif self.left:
            part = bytes(min(size, self.left, MB))
            self.left -= len(part)
        else:
            part, self.tail = self.tail[:size], self.tail[size:]
        return part


def memory(client: Any) -> Row:
    """Growth of the highest memory over one form of 100 MB, after one of 1 MB. Must run before the large buffers."""

    def send(size: int) -> int:
        drip = Drip(size)
        answer = client.generic(
            "POST", "/papieren/sturen/", CONTENT_TYPE="multipart/form-data; boundary=grens",
            CONTENT_LENGTH=str(drip.size), **{"wsgi.input": drip},
        )  # fmt: skip
        assert answer.status_code == 302, answer.status_code
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    before = send(MB)
    return row(
        "geheugengroei bij 100 MB inleveren",
        (send(100 * MB) - before) / 1024,
        "MiB",
        "≤ 8",
        "hoogste stand van het proces",
    )


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


def applicant() -> Any:
    """One inwoner with an application, to hand in; in Gemeente Voorbeeld."""
    from opstap.aanvraag.actions.start_aanvraag import StartAanvraag
    from opstap.dossier.actions.open_dossier import OpenDossier
    from opstap.inwoner.actions.register_inwoner import RegisterInwoner
    from opstap.project.klaarzetten import fill

    gemeente = fill()
    person = RegisterInwoner(door=None, gemeente=gemeente, bsn="999990020", voornaam="Karim", achternaam="Bouali").run()
    dossier = OpenDossier(door=None, gemeente=gemeente, inwoner=person).run()
    StartAanvraag(door=person.account, gemeente=gemeente, dossier=dossier).run()
    return person.account


def municipality() -> Any:
    """Ten thousand made-up households with an application each; gives a consulent."""
    from django.utils import timezone

    from opstap.aanvraag.models import Aanvraag
    from opstap.dossier.models import Dossier
    from opstap.inwoner.models import Inwoner
    from opstap.kern.models import Gebruiker, Gemeente

    gemeente = Gemeente.objects.get()
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


def main() -> None:
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command
    from django.http import HttpRequest, HttpResponse
    from django.shortcuts import render
    from django.test import Client
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
    backend = "opstap.koppelingen.aanmelden.Aanmelding"
    worker, inwoner = Client(), Client()
    inwoner.force_login(applicant(), backend=backend)
    grown = memory(inwoner)  # first: the highest memory of later work would hide it
    worker.force_login(municipality(), backend=backend)
    rows = [*pages(worker, Client()), grown]
    rows += uploads(inwoner, Path(os.environ["OPSTAP_MAP"]))
    rows += reading()
    print(json.dumps(rows))


if __name__ == "__main__":
    main()
