"""The parsing process, seen from our side: started when needed, limited, watched, and renewed after a fault.

It parses what strangers made (PDF, office, mail, bank files) within 10 s of processor time and 512 MB a file, and works
out what the words of a page mean. It lives on from file to file, because starting one costs more than reading a page;
after a fault, or when it has grown, it is ended and the next file gets a new one. Pictures are read by a process of
their own (`woorden.kind`).
"""

from __future__ import annotations

import atexit
import os
import socket
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from typing import Any

from opstap.lezen.fouten import LeesFout
from opstap.lezen.inname.fout import UITLEG, fout
from opstap.lezen.inname.grenzen import MB
from opstap.lezen.inname.overdracht import Verbroken, ontvang, zend

_KEEP_ENV = (
    "PATH",
    "HOME",
    "LANG",
    "LC_ALL",
    "LC_CTYPE",
    "TMPDIR",
    "TESSDATA_PREFIX",
    "LD_LIBRARY_PATH",
    "VIRTUAL_ENV",
)
_ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "OMP_THREAD_LIMIT")


@dataclass(frozen=True, slots=True)
class Maat:
    """What one file may use: seconds of processor and of wall clock, bytes of memory; `resident`: too big to keep."""

    cpu_s: int
    wand_s: int
    geheugen: int
    resident: int


MAAT = Maat(cpu_s=10, wand_s=30, geheugen=512 * MB, resident=400 * MB)


class Kind:
    """One parsing process, for one caller at a time."""

    def __init__(self, maat: Maat = MAAT) -> None:
        self.maat = maat
        self.owner = os.getpid()
        self.sock, theirs = socket.socketpair()
        env = {name: os.environ[name] for name in _KEEP_ENV if name in os.environ}
        env |= dict.fromkeys(_ONE_THREAD, "1") | {
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONPATH": os.pathsep.join(os.path.abspath(path) for path in sys.path if path),
        }
        limits = [str(self.maat.cpu_s), str(self.maat.geheugen)]
        with theirs:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "opstap.lezen.inname.kindproces", str(theirs.fileno()), *limits],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                pass_fds=(theirs.fileno(),),
                env=env,
                cwd="/",
                start_new_session=True,
            )

    def vraag(self, taak: dict[str, Any], inhoud: bytes) -> tuple[dict[str, Any], list[bytes]]:
        """Have one file read. Raises LeesFout `te_zwaar` when it took too much, `fout` when the process broke."""
        began = time.monotonic()
        self.sock.settimeout(self.maat.wand_s)
        try:
            zend(self.sock, taak, [inhoud])
            return ontvang(self.sock)
        except TimeoutError:
            self.eind()
            raise fout("te_zwaar") from None
        except (Verbroken, OSError):
            signal = self.eind()
            heavy = signal in (-24, -9, -6, -11) or time.monotonic() - began > self.maat.cpu_s
            raise fout("te_zwaar" if heavy else "fout") from None

    def bruikbaar(self) -> bool:
        """Whether the process still lives and has not grown too big to keep."""
        return self.process.poll() is None and resident_bytes(self.process.pid) < self.maat.resident

    def eind(self) -> int | None:
        """End the process and all it started; gives how it ended."""
        self.sock.close()
        if self.owner != os.getpid():
            return None
        try:
            self.process.wait(0.2)
        except subprocess.TimeoutExpired:
            try:
                os.killpg(self.process.pid, 9)
            except ProcessLookupError:
                self.process.kill()
            self.process.wait(5)
        return self.process.returncode


class Kamer:
    """Keeps idle parsing processes, as many as were ever busy at once. Safe for threads and after a fork."""

    def __init__(self, maat: Maat = MAAT) -> None:
        self.maat = maat
        self._lock = threading.Lock()
        self._idle: list[Kind] = []

    def lees(self, taak: dict[str, Any], inhoud: bytes) -> tuple[dict[str, Any], list[bytes]]:
        """Lend a process, have it do `taak`, and keep it when it is still sound. Raises LeesFout."""
        kind = self._lend()
        try:
            answer, blobs = kind.vraag(taak, inhoud)
        except BaseException:
            kind.eind()
            raise
        if answer.get("fout") == "te_zwaar":
            kind.eind()  # its memory is spent; the process itself is about to stop
        else:
            self._give_back(kind)
        if "fout" in answer:
            code = str(answer["fout"])
            raise LeesFout(code, str(answer.get("uitleg") or UITLEG.get(code, UITLEG["fout"])))
        return answer, blobs

    def sluit(self) -> None:
        """End every idle process."""
        with self._lock:
            idle, self._idle = self._idle, []
        for kind in idle:
            kind.eind()

    def vergeet(self) -> None:
        """After a fork: the processes are our parent's. Let go of our copies of their sockets, and of a held lock."""
        self._lock = threading.Lock()
        idle, self._idle = self._idle, []
        for kind in idle:
            kind.sock.close()

    def _lend(self) -> Kind:
        with self._lock:
            while self._idle:
                kind = self._idle.pop()
                if kind.bruikbaar():
                    return kind
                kind.eind()
        return Kind(self.maat)

    def _give_back(self, kind: Kind) -> None:
        if not kind.bruikbaar():
            kind.eind()
            return
        with self._lock:
            self._idle.append(kind)


def resident_bytes(pid: int) -> int:
    """Resident memory of a process in bytes; 0 where the system does not tell."""
    try:
        with open(f"/proc/{pid}/statm", encoding="ascii") as statm:
            return int(statm.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError):
        return 0


KAMER = Kamer()
os.register_at_fork(after_in_child=KAMER.vergeet)
atexit.register(KAMER.sluit)
