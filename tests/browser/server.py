"""A real Opstap for the browser tests: its own folder and database, its own ports, and a clock that can be moved."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tests.conftest import VANDAAG

GENOEG_S = 180


@dataclass(frozen=True)
class Server:
    """Where it listens, where its data lie, and the file that says what time it is."""

    adres: str
    map: Path
    klok: Path

    def zet_klok(self, moment: datetime) -> None:
        """From now on it is this moment, for the server and its worker."""
        self.klok.write_text(moment.isoformat(), encoding="ascii")


def command(poort: int, folder: Path) -> list[str]:
    """How the product is started: as its users do. The one thing to change when that changes."""
    return [sys.executable, "-m", "opstap", "start", "--poort", str(poort), "--map", str(folder)]


@contextmanager
def running(folder: Path) -> Iterator[Server]:
    """Start, wait until it answers, and stop only what was started here."""
    poort = _free_pair()
    server = Server(f"http://localhost:{poort}", folder, folder / "klok")
    folder.mkdir(parents=True, exist_ok=True)
    server.zet_klok(VANDAAG)
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("OPSTAP_", "DJANGO_"))}
    environment |= {"OPSTAP_KLOK": str(server.klok)}
    with (folder / "uitvoer.log").open("wb") as log:
        process = subprocess.Popen(
            command(poort, folder / "data"), env=environment, stdout=log, stderr=log, start_new_session=True
        )
        try:
            _wait(server, process, folder / "uitvoer.log")
            yield server
        finally:
            _stop(process)


def _free_pair() -> int:
    """Two ports side by side: the website and the stand-in for DigiD."""
    for _ in range(50):
        with socket.socket() as first, socket.socket() as second:
            first.bind(("127.0.0.1", 0))
            port = int(first.getsockname()[1])
            with contextlib.suppress(OSError, OverflowError):
                if port < 65000:
                    second.bind(("127.0.0.1", port + 1))
                    return port
    raise RuntimeError("no two free ports side by side")


def _wait(server: Server, process: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + GENOEG_S
    while time.monotonic() < end:
        if process.poll() is not None:
            break
        with contextlib.suppress(OSError):
            try:
                urllib.request.urlopen(f"{server.adres}/toegankelijkheid/", timeout=5)
                return
            except urllib.error.HTTPError:
                return
        time.sleep(0.1)
    raise RuntimeError(f"the server did not start:\n{log.read_text(errors='replace')[-3000:]}")


def _stop(process: subprocess.Popen[bytes]) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait(timeout=10)
