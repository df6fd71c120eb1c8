"""Handing in over the whole way of the server, in process: what a person waits for, against the raw write.

On SQLite in a folder that is thrown away, without a network: the request goes in, the answer comes out. Elapsed time,
medians, in turns with the raw write so that both meet the same machine. A request of one byte tells what every request
costs whatever its size (session, rows, events, the task that reads).
"""

from __future__ import annotations

import json
import os
import statistics
from collections.abc import Callable
from io import BytesIO, RawIOBase
from pathlib import Path
from typing import Any
from uuid import uuid4

from bench.upload import MB, kib, raw, timed
from bench.web import Row, row

TOKEN = "x" * 32
GRENS = b"----WebKitFormBoundary7MA4YWxkTrZu0gWx"  # as a browser makes it


def main() -> None:
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command
    from django.test import Client

    settings.DEBUG = False
    call_command("migrate", verbosity=0, interactive=False)
    client = Client()
    client.force_login(applicant(), backend="opstap.koppelingen.aanmelden.Aanmelding")
    rows = [memory(client)]
    rows += share(Path(os.environ["OPSTAP_MAP"]), "formulier", lambda data: Form(data), lambda form: form.send(client))
    tus = Tus(client)
    rows += share(
        Path(os.environ["OPSTAP_MAP"]), "tus", tus.begin, lambda piece: tus.patch(*piece),
        "de ene PATCH, tot het antwoord weggaat: de bytes zijn dan duurzaam; de rij komt daarna",
    )  # fmt: skip
    print(json.dumps(rows))


def share(
    folder: Path, naam: str, prepare: Callable[[bytes], Any], send: Callable[[Any], object],
    what: str = "het hele verzoek, met sessie en rij",
) -> list[Row]:  # fmt: skip
    """One way of handing in against the raw write, for 1 MB and 100 MB; and the same with one byte."""
    rows, small = [], []
    for _ in range(20):
        ready = prepare(os.urandom(1))
        small.append(timed(lambda: send(ready)))  # noqa: B023  called at once
    rows.append(row(f"{naam}: één byte inleveren", 1000 * statistics.median(small), "ms", "", "het vaste deel"))
    for megabytes, rounds in ((1, 30), (100, 5)):
        data, mine, theirs = os.urandom(megabytes * MB), [], []
        for number in range(rounds):
            path = folder / f"ruw-{megabytes}-{number}"
            theirs.append(timed(lambda: raw(path, data)))  # noqa: B023
            path.unlink()
            ready = prepare(data)
            mine.append(timed(lambda: send(ready)))  # noqa: B023
        ours, bare = (1000 * statistics.median(times) for times in (mine, theirs))
        words = f"{ours:.0f} ms tegen {bare:.0f} ms ruw, mediaan van {rounds}; {what}"
        rows.append(row(f"{naam}: {megabytes} MB inleveren tegen ruw", 100 * bare / ours, "%", "≥ 60", words))
    return rows


class Tus:
    """The server as WSGI calls it, so that the clock stops when the answer goes out, before what is done after it."""

    def __init__(self, client: Any) -> None:
        from opstap.project.wsgi import application

        self.client, self.application, self.answer = client, application, None
        client.cookies["csrftoken"] = TOKEN

    def begin(self, data: bytes) -> tuple[str, bytes]:
        """Begin an upload, beforehand: a form has come by its page too. First the one before is finished."""
        if self.answer is not None:
            self.answer.close()
        headers = {"Tus-Resumable": "1.0.0", "Upload-Length": str(len(data))}
        made = self.client.generic("POST", "/papieren/oplading/", headers=headers)
        if made.status_code != 201:
            raise RuntimeError(f"beginning was answered with {made.status_code}")
        return made["Location"], data

    def patch(self, path: str, data: bytes) -> None:
        """Send all of it in one piece, until the answer goes out."""
        environ = self.client._base_environ(
            REQUEST_METHOD="PATCH", PATH_INFO=path, CONTENT_TYPE="application/offset+octet-stream",
            CONTENT_LENGTH=str(len(data)), HTTP_TUS_RESUMABLE="1.0.0", HTTP_UPLOAD_OFFSET="0", HTTP_X_CSRFTOKEN=TOKEN,
            **{"wsgi.input": BytesIO(data)},
        )  # fmt: skip
        said: list[str] = []
        self.answer = self.application(environ, lambda status, headers: said.append(status))
        if not said[0].startswith("204"):
            raise RuntimeError(f"the piece was answered with {said[0]}")


class Form(BytesIO):
    """A multipart form with one file, made beforehand so that only the server's work is timed."""

    def __init__(self, data: bytes) -> None:
        line = b"--" + GRENS + b"\r\nContent-Disposition: form-data; name="
        once = line + b'"eenmalig"\r\n\r\n' + str(uuid4()).encode() + b"\r\n"
        head = line + b'"bestanden"; filename="foto.bin"\r\nContent-Type: application/octet-stream\r\n\r\n'
        super().__init__(once + head + data + b"\r\n--" + GRENS + b"--\r\n")

    def send(self, client: Any) -> None:
        post(client, self, self.getbuffer().nbytes)


def post(client: Any, body: Any, size: int) -> None:
    answer = client.generic(
        "POST", "/papieren/sturen/", CONTENT_TYPE=f"multipart/form-data; boundary={GRENS.decode()}",
        CONTENT_LENGTH=str(size), **{"wsgi.input": body},
    )  # fmt: skip
    if answer.status_code != 302:
        raise RuntimeError(f"the form was answered with {answer.status_code}")


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
    """How far the memory rises during one form of 100 MB, above where it lay after one of 1 byte."""

    def send(size: int) -> None:
        drip = Drip(size)
        post(client, drip, drip.size)

    send(1)
    Path("/proc/self/clear_refs").write_text("5")  # the highest mark starts anew
    before = kib("VmRSS")
    send(100 * MB)
    grown = (kib("VmHWM") - before) / 1024
    return row("formulier: geheugengroei bij 100 MB", grown, "MiB", "≤ 8", "hoogste stand na min voor")


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


if __name__ == "__main__":
    main()
