"""A real server of the product in a folder of its own, that can be killed; and a proxy that cuts connections."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from tests.bewaking.house import ROOT

TOKEN = "t" * 32
_FILL = """
import django; django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0, interactive=False)
from django.test import Client
from opstap.aanvraag.actions.start_aanvraag import StartAanvraag
from opstap.dossier.actions.open_dossier import OpenDossier
from tests.spelers import make_cast
cast = make_cast()
StartAanvraag(door=cast.danielle.account, gemeente=cast.gemeente, dossier=cast.dossier()).run()
for who in (cast.danielle.account, cast.karim.account):
    client = Client()
    client.force_login(who, backend="opstap.koppelingen.aanmelden.Aanmelding")
    print(client.cookies["sessionid"].value)
"""


class Opstap:
    """The web server alone; Danielle and Karim are signed in, in two sessions."""

    def __init__(self, folder: Path) -> None:
        self.map, self.poort = folder, free_port()
        self.environment = {name: value for name, value in os.environ.items() if not name.startswith("OPSTAP_")} | {
            "OPSTAP_MAP": str(folder), "OPSTAP_GEHEIM": "alleen voor deze test", "OPSTAP_OEFENSTAD": "1",
            "DJANGO_SETTINGS_MODULE": "opstap.project.settings.base", "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}",
            "OPSTAP_HOSTS": "localhost,127.0.0.1,testserver",
        }  # fmt: skip
        done = subprocess.run([sys.executable, "-c", _FILL], env=self.environment, check=True, capture_output=True)
        self.danielle, self.karim = done.stdout.decode().split()[-2:]
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        how = ["--log-level", "error", "--worker-class", "gthread", "--threads", "4"]
        command = [sys.executable, "-m", "gunicorn", *how, "--bind", f"127.0.0.1:{self.poort}", "opstap.project.wsgi"]
        self.process = subprocess.Popen(command, env=self.environment, start_new_session=True)
        end = time.monotonic() + 60
        while time.monotonic() < end:
            with suppress(OSError), closing(socket.create_connection(("127.0.0.1", self.poort), 1)) as probe:
                probe.sendall(b"GET /static/x HTTP/1.0\r\nHost: localhost\r\n\r\n")
                if probe.recv(10):
                    return
            time.sleep(0.1)
        raise RuntimeError("the server did not start")

    def kill(self) -> None:
        """As a power cut does: without a word, and everything of it."""
        if self.process is not None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
            self.process = None

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """What the database says."""
        import pysqlite3

        with closing(pysqlite3.connect(self.map / "opstap.sqlite3", timeout=20)) as database:
            return list(database.execute(query))


class Proxy:
    """Passes bytes on to a port; the next connections are cut after so many bytes, from `knip`."""

    def __init__(self, poort: int, knip: list[int]) -> None:
        self.doel, self.knip = poort, knip
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.poort = self.listener.getsockname()[1]
        self.geknipt = 0
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        self.listener.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self.listener.accept()
                threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        with closing(client), suppress(OSError), closing(socket.create_connection(("127.0.0.1", self.doel))) as server:
            threading.Thread(target=_pass_on, args=(server, client), daemon=True).start()
            passed = 0
            while part := client.recv(65536):
                server.sendall(part)
                passed += len(part)
                if self.knip and passed > self.knip[0]:
                    self.knip.pop(0)
                    self.geknipt += 1
                    for side in (client, server):
                        side.shutdown(socket.SHUT_RDWR)
                    return


def _pass_on(source: socket.socket, target: socket.socket) -> None:
    with suppress(OSError):
        while part := source.recv(65536):
            target.sendall(part)


def free_port() -> int:
    with closing(socket.create_server(("127.0.0.1", 0))) as probe:
        return int(probe.getsockname()[1])
