"""The picture reader in a process of its own: long-lived, watched, and renewed when it grows, hangs or dies.

One child at a time reads one file; as many children as there are readers at once, at most two (one per core).
"""

from __future__ import annotations

import atexit
import json
import os
import queue
import resource
import select
import struct
import subprocess
import sys
import threading
import time
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any, BinaryIO

from opstap.lezen.fouten import LeesFout
from opstap.lezen.model import Bladzijde, Vak, Woord
from opstap.lezen.noten import ZINNEN

MAX_GEHEUGEN_KB = 1_400_000
HARDE_GRENS = 1_500 * 1024 * 1024
"""Bytes of its own that a child may ever hold: what asks more than this fails inside the child, not in ours."""
SECONDEN_PER_BLADZIJDE = 90
SECONDEN_PER_BESTAND = 900
MAX_KINDEREN = 2
TE_LANG = ZINNEN["lezen_te_lang"]
STUK = ZINNEN["lezen_beschadigd"]


class Lezerskind:
    """One reading process and its pipes."""

    def __init__(self) -> None:
        source = Path(__file__).resolve().parents[3]
        env = {
            **os.environ,
            "PYTHONPATH": os.pathsep.join([str(source), os.environ.get("PYTHONPATH", "")]).rstrip(os.pathsep),
        }
        env |= dict.fromkeys(("OMP_NUM_THREADS", "OMP_THREAD_LIMIT", "OPENBLAS_NUM_THREADS"), "1")
        self.owner = os.getpid()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "opstap.lezen.woorden.kind"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,  # select() sees only what no buffer of ours has taken yet
            env=env,
            start_new_session=True,
        )
        self.resident_kb = 0

    def vraag(self, taak: dict[str, Any], inhoud: bytes) -> tuple[dict[str, Any], list[bytes]]:
        """Send one task with its file; the answer and the pictures that came with it. Raises LeesFout, also on a
        hang."""
        assert self.process.stdin is not None
        try:
            _send(self.process.stdin, json.dumps(taak).encode())
            _send(self.process.stdin, inhoud)
        except OSError:
            self.stop()
            raise LeesFout("beschadigd", STUK) from None
        answer = self._wait()
        blobs = [self._piece() for _ in range(answer.pop("delen", 0))]
        self.resident_kb = int(answer.get("geheugen_kb", 0))
        if "code" in answer:
            raise LeesFout(answer["code"], answer["uitleg"])
        return answer, blobs

    def _wait(self) -> dict[str, Any]:
        """The answer; each page that comes through gives the child new time."""
        assert self.process.stdout is not None
        start = last = time.monotonic()
        while True:
            ready, _, _ = select.select([self.process.stdout], [], [], 1.0)
            now = time.monotonic()
            if ready:
                message = dict(json.loads(self._piece()))
                if "voortgang" not in message:
                    return message
                last = now
            if now - last > SECONDEN_PER_BLADZIJDE or now - start > SECONDEN_PER_BESTAND:
                self.stop()
                raise LeesFout("te_lang", TE_LANG)

    def _piece(self) -> bytes:
        assert self.process.stdout is not None
        data = _receive(self.process.stdout)
        if data is None:
            self.stop()
            raise LeesFout("beschadigd", STUK)
        return data

    @property
    def is_bruikbaar(self) -> bool:
        return self.owner == os.getpid() and self.process.poll() is None and self.resident_kb < MAX_GEHEUGEN_KB

    def stop(self) -> None:
        """End the child with all it started, and clean its pipes up; a child of another process is left alone."""
        if self.owner != os.getpid():
            return
        try:
            os.killpg(self.process.pid, 9)
        except (ProcessLookupError, PermissionError):
            self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()


_vrij: queue.LifoQueue[Lezerskind] = queue.LifoQueue()
_plaatsen = threading.BoundedSemaphore(MAX_KINDEREN)


def lees_in_kind(inhoud: bytes, formaat: str, wachtwoord: str | None = None, diep: bool = True) -> list[Bladzijde]:
    """Read in a free child (a new one when needed); waits when all are busy. Raises LeesFout."""
    answer, _ = _laat_doen({"werk": "lezen", "formaat": formaat, "wachtwoord": wachtwoord, "diep": diep}, inhoud)
    return [_page(row) for row in answer["bladzijden"]]


def verdiep_in_kind(
    inhoud: bytes, formaat: str, wachtwoord: str | None, bladzijden: list[Bladzijde]
) -> list[Bladzijde]:
    """Have the second reader look in a child. Raises LeesFout."""
    rows = [_row(page) for page in bladzijden]
    task = {"werk": "verdiepen", "formaat": formaat, "wachtwoord": wachtwoord, "bladzijden": rows}
    return [_page(row) for row in _laat_doen(task, inhoud)[0]["bladzijden"]]


def kopie_in_kind(inhoud: bytes, formaat: str, vakken: list[tuple[int, Vak]], wachtwoord: str | None) -> list[bytes]:
    """Make the covered pictures of a file in a child. Raises LeesFout."""
    _, pictures = _laat_doen({"werk": "kopie", "formaat": formaat, "wachtwoord": wachtwoord, "vakken": vakken}, inhoud)
    return pictures


def _laat_doen(taak: dict[str, Any], inhoud: bytes) -> tuple[dict[str, Any], list[bytes]]:
    with _plaatsen:
        child = _bruikbaar_kind()
        try:
            return child.vraag(taak, inhoud)
        finally:
            if child.is_bruikbaar:
                _vrij.put(child)
            else:
                child.stop()


def _bruikbaar_kind() -> Lezerskind:
    while True:
        try:
            child = _vrij.get_nowait()
        except queue.Empty:
            return Lezerskind()
        if child.is_bruikbaar:
            return child
        child.stop()


@atexit.register
def stop_kinderen() -> None:
    """End the children that wait for work (also at the end of the program, and between tests)."""
    while True:
        try:
            _vrij.get_nowait().stop()
        except queue.Empty:
            return


def _send(pipe: Any, data: bytes) -> None:
    view = memoryview(struct.pack(">Q", len(data)) + data)
    while view:
        written = pipe.write(view)
        view = view[len(view) if written is None else written :]
    pipe.flush()


def _receive(pipe: Any) -> bytes | None:
    head = _exactly(pipe, 8)
    return None if head is None else _exactly(pipe, struct.unpack(">Q", head)[0])


def _exactly(pipe: Any, size: int) -> bytes | None:
    """So many bytes, or None when the other side is gone before."""
    parts = []
    while size > 0:
        part = pipe.read(min(size, 1 << 20))
        if not part:
            return None
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def _page(row: dict[str, Any]) -> Bladzijde:
    for name in ("woorden", "tweede"):
        row[name] = [Woord(tekst, tuple(vak), zekerheid, regel) for tekst, vak, zekerheid, regel in row[name]]
    return Bladzijde(**row)


def _row(page: Bladzijde) -> dict[str, Any]:
    row = asdict(page)
    for name in ("woorden", "tweede"):
        row[name] = [[word.tekst, word.vak, word.zekerheid, word.regel] for word in getattr(page, name)]
    return row


def _geheugen_kb() -> int:
    """What this process holds now; 0 where the system does not tell."""
    try:
        with open("/proc/self/statm", encoding="ascii") as statm:
            return int(statm.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") // 1024
    except (OSError, ValueError, IndexError):
        return 0


def _work(source: BinaryIO, target: BinaryIO) -> None:
    """The child: take a task, answer it, until the parent closes the pipe."""
    while (head := _receive(source)) is not None:
        content = _receive(source)
        if content is None:
            return
        blobs: list[bytes] = []
        try:
            answer = _doe(json.loads(head), content, target, blobs)
        except LeesFout as fault:
            answer, blobs = {"code": fault.code, "uitleg": fault.uitleg}, []
        except Exception:  # a decoder may fail in any way on a bad file; the words of the fault stay here
            answer, blobs = {"code": "beschadigd", "uitleg": STUK}, []
        _send(target, json.dumps({**answer, "geheugen_kb": _geheugen_kb(), "delen": len(blobs)}).encode())
        for blob in blobs:
            _send(target, blob)


def _doe(taak: dict[str, Any], content: bytes, target: BinaryIO, blobs: list[bytes]) -> dict[str, Any]:
    def alive(done: int) -> None:
        _send(target, json.dumps({"voortgang": done}).encode())

    if taak["werk"] == "kopie":
        from opstap.lezen.afdekken.kopie import kopie_hier

        boxes = [(int(page), tuple(box)) for page, box in taak["vakken"]]
        for picture in kopie_hier(content, taak["formaat"], boxes, taak["wachtwoord"]):
            blobs.append(picture)
            alive(len(blobs))
        return {}
    from opstap.lezen.woorden import lees_hier, verdiep_hier

    if taak["werk"] == "verdiepen":
        pages = [_page(row) for row in taak["bladzijden"]]
        verdiep_hier(content, taak["formaat"], taak["wachtwoord"], pages, alive)
    else:
        pages = lees_hier(content, taak["formaat"], taak["wachtwoord"], alive, taak["diep"])
    return {"bladzijden": [_row(page) for page in pages]}


def main() -> None:
    """Keep the answer pipe for ourselves: what a library prints goes nowhere."""
    resource.setrlimit(resource.RLIMIT_DATA, (HARDE_GRENS, HARDE_GRENS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    target = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    _work(sys.stdin.buffer, target)


if __name__ == "__main__":
    main()
