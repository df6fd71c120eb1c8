"""One file on its way into the store: sealed and written while its bytes come, durable before it gets its name.

Bytes are pushed, so that a form can be stored while it is still being parsed. From the second chunk on a second thread
hashes while the first seals and writes; memory is three buffers of a chunk, used again and again.
"""

from __future__ import annotations

import errno
import hashlib
import os
import secrets
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from opstap.kern.sleutelring import sync_folder
from opstap.kern.versleuteling import CHUNK, TAG, Verzegelaar

DRAFT = ".half-"
_FREE: deque[bytearray] = deque(maxlen=6)
HELPERS = ThreadPoolExecutor(8, "opslag")  # starts no thread before it is used
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


class OpslagFout(Exception):
    """Storing or reading failed; the text is one Dutch sentence that a person may see."""


class TeGroot(OpslagFout):
    """More bytes came than are allowed. Nothing was kept."""


class SchijfVol(OpslagFout):
    """There was no room. Nothing was kept, so the person can simply try again later."""


@dataclass(frozen=True, slots=True)
class Opgeslagen:
    """What is kept of a stored file: its key in the store, its size in bytes, the SHA-256 of the plaintext (hex)."""

    sleutel: str
    grootte: int
    sha256: str


class Schrijver:
    """Use as a context: what did not come to `klaar()` leaves nothing behind."""

    def __init__(self, path: Path, sealer: Verzegelaar, max_bytes: int) -> None:
        self.grootte = 0
        self._path, self._draft = path, new_draft(path)
        self._sealer, self._max_bytes = sealer, max_bytes
        self._hash = hashlib.sha256()
        self._chunk, self._other, self._filled = _buffer(), bytearray(), 0
        self._hashing: Future[None] | None = None
        self._file = open_draft(self._draft)
        self._header = sealer.header

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self.weg()

    def write(self, part: bytes | memoryview) -> None:
        """Take the next bytes, any number. Raises TeGroot or SchijfVol; the caller then ends it with `weg()`."""
        self.grootte += len(part)
        if self.grootte > self._max_bytes:
            limit = megabytes(self._max_bytes)
            raise TeGroot(f"Dit bestand is groter dan {limit}. Maak het kleiner of lever het in delen in.")
        view = memoryview(part)
        while view:
            if self._filled == CHUNK:  # only now it is known not to be the last
                self._send_on()
            fits = min(CHUNK - self._filled, len(view))
            self._chunk[self._filled : self._filled + fits] = view[:fits]
            self._filled += fits
            view = view[fits:]

    def klaar(self) -> Opgeslagen:
        """All bytes came: the file is durable under its name. Raises SchijfVol; then nothing was kept.

        The name is given just before everything is made durable, so that the disk does it all in one go; nobody
        knows the name before this returns.
        """
        with clear_disk_errors(), memoryview(self._chunk)[: self._filled] as last:
            try:
                self._wait()
                self._write(last, is_last=True)
                self._hash.update(last)  # the disk is at work meanwhile
                self._name()
            finally:
                self.weg()
        return Opgeslagen(self._path.name, self.grootte, self._hash.hexdigest())

    def weg(self) -> None:
        """End it without a file; after `klaar()` this does nothing more."""
        self._wait()
        _FREE.extend(buffer for buffer in (self._chunk, self._other) if buffer)
        self._chunk = self._other = bytearray()
        self._file.close()
        self._draft.unlink(missing_ok=True)

    def _name(self) -> None:
        os.link(self._draft, self._path)
        try:
            self._draft.unlink()
            sync_both(self._path)
        except OSError:
            self._path.unlink(missing_ok=True)
            raise

    def _send_on(self) -> None:
        """Seal and write a full chunk while the second thread hashes it, and go on in the other buffer."""
        self._wait()
        if not self._other:
            self._other = _buffer()
        self._hashing = HELPERS.submit(self._hash.update, memoryview(self._chunk)[:CHUNK])
        with clear_disk_errors():
            self._write(memoryview(self._chunk)[:CHUNK], is_last=False)
        self._chunk, self._other, self._filled = self._other, self._chunk, 0

    def _wait(self) -> None:
        if self._hashing is not None:
            self._hashing.result()
            self._hashing = None

    def _write(self, chunk: memoryview, *, is_last: bool) -> None:
        if self._header:
            write_all(self._file.fileno(), self._header)
            self._header = b""
        buffer = _buffer()
        sealed = memoryview(buffer)[: len(chunk) + TAG]
        self._sealer.seal_into(chunk, sealed, is_last=is_last)
        write_all(self._file.fileno(), sealed)
        sealed.release()
        _FREE.append(buffer)


def _buffer() -> bytearray:
    """Room for one sealed chunk. A few are kept: memory that is new to the process costs more than sealing."""
    try:
        return _FREE.pop()
    except IndexError:
        return bytearray(CHUNK + TAG)


def sync_both(path: Path) -> None:
    """Make a file and its name durable; together they wait for the disk once."""
    folder = HELPERS.submit(sync_folder, path.parent)
    with open(path, "rb", buffering=0) as file:
        os.fsync(file.fileno())
    folder.result()


def new_draft(path: Path) -> Path:
    """A name beside the place of a file, that the clean-up knows as half."""
    return path.with_name(f"{DRAFT}{secrets.token_hex(8)}")


def open_draft(path: Path) -> BinaryIO:
    """A new file for this program only; as an object, so that it is closed even when nobody gets to it."""
    return open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb", buffering=0)


def write_all(handle: int, part: bytes | memoryview) -> None:
    """Write all of it and let the disk begin at once, not only when everything must be durable."""
    view = memoryview(part)
    while view:
        view = view[os.write(handle, view) :]
    end = os.lseek(handle, 0, os.SEEK_CUR)
    os.posix_fadvise(handle, end - len(part), len(part), os.POSIX_FADV_DONTNEED)


@contextmanager
def clear_disk_errors() -> Iterator[None]:
    """A full disk becomes SchijfVol."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise SchijfVol("Er is nu geen ruimte voor dit bestand. Probeer het later nog eens.") from error
        raise


def megabytes(size: int) -> str:
    """A limit in words."""
    return f"{size // 1_000_000} MB" if size >= 1_000_000 else f"{size} bytes"
