"""The fair write gate: who wants to write stands in a row, across threads and processes.

SQLite lets writers try again after a nap, and who naps longest loses: with eight writers some waited seconds. The gate
is two flock() locks on files beside the database. A writer takes the row, waits there as its head until the gate is
free, and then leaves the row to the next: who just wrote cannot pass the head. The kernel frees both locks when a
process dies. Not for network file systems; with more than one machine Opstap runs on PostgreSQL.
"""

from __future__ import annotations

import fcntl
import os
import threading
import time
import weakref
from pathlib import Path

_SPIN_S = 0.0002  # most transactions end within this; longer waits sleep
_NAP_S, _LONGEST_NAP_S = 0.00005, 0.002

_holders: dict[str, int] = {}
_gates: weakref.WeakSet[Poort] = weakref.WeakSet()


class PoortBezet(Exception):
    """The gate did not come free in time, or this thread holds it already through another connection."""


class Poort:
    """The gate of one database, for one connection: not shared between threads at one time, safe over a fork."""

    def __init__(self, database: str) -> None:
        self.database = os.path.realpath(database)
        self.is_held = False
        self._gate = self._row = -1
        _gates.add(self)

    @property
    def paths(self) -> tuple[Path, Path]:
        """The files of the gate and of the row."""
        return Path(f"{self.database}-poort"), Path(f"{self.database}-rij")

    def acquire(self, timeout_s: float) -> None:
        """Wait in the row until this connection may write; raises PoortBezet after `timeout_s` seconds."""
        if _holders.get(self.database) == threading.get_ident():
            raise PoortBezet("this thread is already writing through another connection")
        deadline = time.monotonic() + timeout_s
        if self._gate < 0:
            self._open()
        fcntl.flock(self._row, fcntl.LOCK_EX)
        try:
            self._wait_as_head(deadline)
            self.is_held = True
        finally:
            fcntl.flock(self._row, fcntl.LOCK_UN)
        _holders[self.database] = threading.get_ident()

    def release(self) -> None:
        """Let the head of the row go on."""
        if self.is_held:
            self.is_held = False
            _holders.pop(self.database, None)
            fcntl.flock(self._gate, fcntl.LOCK_UN)

    def close(self) -> None:
        """Release, and close the files; the gate may be used again after it."""
        self.release()
        self._drop_files()

    def forget_after_fork(self) -> None:
        """A child shares the files of its parent: closing leaves the parent's lock alone, unlocking would not."""
        self.is_held = False
        self._drop_files()

    def _open(self) -> None:
        self._gate, self._row = (os.open(path, os.O_RDWR | os.O_CREAT, 0o666) for path in self.paths)

    def _drop_files(self) -> None:
        for handle in (self._gate, self._row):
            if handle >= 0:
                os.close(handle)
        self._gate = self._row = -1

    def _wait_as_head(self, deadline: float) -> None:
        """Only the head of the row comes here, so trying again and again is fair and can have an end."""
        spin_until, nap = time.monotonic() + _SPIN_S, _NAP_S
        while not self._try():
            now = time.monotonic()
            if now >= deadline:
                raise PoortBezet("another connection keeps writing")
            if now < spin_until:
                time.sleep(0)
            else:
                time.sleep(nap)
                nap = min(nap * 1.3, _LONGEST_NAP_S)

    def _try(self) -> bool:
        try:
            fcntl.flock(self._gate, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def __del__(self) -> None:
        self.close()


def _after_fork() -> None:
    _holders.clear()
    for gate in list(_gates):
        gate.forget_after_fork()


os.register_at_fork(after_in_child=_after_fork)
