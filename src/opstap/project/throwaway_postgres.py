"""A PostgreSQL of its own for one test run or measurement: made in a temporary folder, thrown away at the end.

It listens on a socket in that folder only, so nothing else on the machine can meet it and no port can be taken.
PostgreSQL refuses to run as root; then it runs as `postgres` (or `nobody`). It may forget on a power cut unless
`durable` is asked for.
"""

from __future__ import annotations

import ctypes
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from opstap.kern.commands import InvoerFout

NAME = "opstap"
START_S = 60.0
_FORGETFUL = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")
_PR_SET_PDEATHSIG = 1


@contextmanager
def throwaway_postgres(*, durable: bool = False) -> Iterator[str]:
    """The address (`postgresql://…`) of an empty database that lives as long as the block.

    Raises InvoerFout when PostgreSQL is not installed or does not start.
    """
    folder = Path(tempfile.mkdtemp(prefix="opstap-pg-"))
    try:
        _give_away(folder)
        how = ["-U", NAME, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]
        _run([_program("initdb"), "-D", f"{folder}/data", *how])
        server = _start(folder, durable)
        try:
            _wait_until_ready(folder, server)
            yield f"postgresql://{NAME}@/{NAME}?host={quote(str(folder), safe='')}"
        finally:
            _stop(server)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _program(name: str) -> str:
    """The newest one of Debian, which keeps them out of the PATH, else the one in the PATH."""
    found = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=lambda path: float(path.parts[4]))
    program = str(found[-1]) if found else shutil.which(name)
    if not program:
        raise InvoerFout("PostgreSQL staat niet op deze machine. Installeer het met: apt install postgresql")
    return program


def _identity() -> dict[str, Any]:
    """How to start a program as somebody who is not root; empty when we are not."""
    if os.getuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        try:
            person = pwd.getpwnam(name)
        except KeyError:
            continue
        return {"user": person.pw_uid, "group": person.pw_gid, "extra_groups": []}
    raise InvoerFout("PostgreSQL wil niet als root draaien, en er is geen gebruiker postgres of nobody.")


def _give_away(folder: Path) -> None:
    identity = _identity()
    if identity:
        os.chown(folder, identity["user"], identity["group"])


def _run(command: list[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, cwd="/", env=_environment(), **_identity())
    if done.returncode:
        raise InvoerFout(f"PostgreSQL kan niet beginnen: {done.stderr.strip()[-500:]}")


def _start(folder: Path, durable: bool) -> subprocess.Popen[bytes]:
    settings = ["listen_addresses=", f"unix_socket_directories={folder}", "max_connections=60"]
    options = [part for setting in (*settings, *(() if durable else _FORGETFUL)) for part in ("-c", setting)]
    with open(folder / "log", "wb") as log:
        return subprocess.Popen(
            [_program("postgres"), "-D", f"{folder}/data", *options],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            cwd="/",
            env=_environment(),
            preexec_fn=_end_with_parent,
            **_identity(),
        )


def _environment() -> dict[str, str]:
    """Without PG* of the person who runs this: those point to another database."""
    return {"PATH": os.environ.get("PATH", "/usr/bin:/bin"), "LC_ALL": "C.UTF-8"}


def _end_with_parent() -> None:
    """Ask the kernel for a fast shutdown when we are killed and cannot clean up ourselves."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGINT)


def _wait_until_ready(folder: Path, server: subprocess.Popen[bytes]) -> None:
    import psycopg

    deadline = time.monotonic() + START_S
    while True:
        try:
            with psycopg.connect(f"host={folder} user={NAME} dbname=postgres", autocommit=True) as connection:
                connection.execute(f"CREATE DATABASE {NAME}")
                return
        except psycopg.OperationalError:
            if server.poll() is not None or time.monotonic() > deadline:
                log = (folder / "log").read_text(errors="replace").strip()[-500:]
                raise InvoerFout(f"PostgreSQL kan niet beginnen: {log}") from None
            time.sleep(0.05)


def _stop(server: subprocess.Popen[bytes]) -> None:
    for sign in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):
        if server.poll() is not None:
            return
        server.send_signal(sign)
        try:
            server.wait(timeout=20)
        except subprocess.TimeoutExpired:
            continue
