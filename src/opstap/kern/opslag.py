"""Where the papers lie: each file encrypted on its own, under a random name, written once and never changed.

`Opslagpoort` is what the rest of Opstap may rely on; `Opslag` does it with a folder. A file is there whole or not at
all: it is written beside its place, made durable, and only then gets its name.
"""

from __future__ import annotations

import errno
import hashlib
import math
import os
import re
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol

from opstap.kern.sleutelring import SleutelFout, Sleutelring, sync_folder
from opstap.kern.versleuteling import Beschadigd, decrypt, encrypt, new_file_id, read_header, rewrap_header

_SLEUTEL = re.compile(r"[0-9a-f]{32}\Z")
_DRAFT = ".half-"
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
DAG = 24 * 3600


class OpslagFout(Exception):
    """Storing or reading failed; the text is one Dutch sentence that a person may see."""


class TeGroot(OpslagFout):
    """More bytes came than are allowed. Nothing was kept."""


class SchijfVol(OpslagFout):
    """There was no room. Nothing was kept, so the person can simply try again later."""


class OnbekendeSleutel(OpslagFout):
    """No file is stored under this key."""


class BestandBeschadigd(OpslagFout):
    """The stored bytes are not the ones that were written."""


class OpSlot(OpslagFout):
    """The main key of this file is not in the ring."""


class Leesbaar(Protocol):
    """A stream: `read(n)` gives at most n bytes, and b"" at the end."""

    def read(self, size: int, /) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Opgeslagen:
    """What is kept of a stored file: its key in the store, its size in bytes, the SHA-256 of the plaintext (hex)."""

    sleutel: str
    grootte: int
    sha256: str


class Opslagpoort(Protocol):
    """What every store can do, a folder or an object store."""

    def schrijf(self, stroom: Leesbaar, max_bytes: int) -> Opgeslagen: ...
    def lees(self, sleutel: str) -> Iterator[bytes]: ...
    def lees_alles(self, sleutel: str, max_bytes: int) -> bytes: ...
    def controleer(self, sleutel: str, sha256: str | None = None) -> Opgeslagen: ...
    def sleutels(self) -> Iterator[str]: ...
    def verwijder_wees(self, is_bekend: Callable[[str], bool], ouder_dan_s: float = DAG) -> int: ...
    def rewrap(self, sleutel: str) -> bool: ...


class Opslag:
    """A store in the folder `map`, with files in 256 subfolders by the first two signs of their key."""

    def __init__(self, map: Path, ring: Sleutelring) -> None:  # noqa: A002  the Dutch word for a folder
        self.map = Path(map)
        self.ring = ring

    def schrijf(self, stroom: Leesbaar, max_bytes: int) -> Opgeslagen:
        """Store the stream and return its key once it is durable. Raises TeGroot or SchijfVol; then nothing is kept."""
        file_id = new_file_id()
        sleutel = file_id.hex()
        source = _Meter(stroom, max_bytes)
        self._keep(sleutel, source.hashing(encrypt(source.read, self.ring, file_id)), replace=False)
        return Opgeslagen(sleutel, source.size, source.hash.hexdigest())

    def lees(self, sleutel: str) -> Iterator[bytes]:
        """The plaintext in pieces of at most 1 MiB. OnbekendeSleutel comes at the call, other errors in between."""
        return self._decrypted(self._open(sleutel), sleutel)

    def lees_alles(self, sleutel: str, max_bytes: int) -> bytes:
        """The whole plaintext, only after its end was proven; TeGroot when it is more than `max_bytes`."""
        parts, size = [], 0
        for part in self.lees(sleutel):
            size += len(part)
            if size > max_bytes:
                raise TeGroot(f"Dit bestand is groter dan {_megabytes(max_bytes)}.")
            parts.append(part)
        return b"".join(parts)

    def controleer(self, sleutel: str, sha256: str | None = None) -> Opgeslagen:
        """Read a file to its end and return what it is; BestandBeschadigd when it is not whole or not `sha256`."""
        digest, size = hashlib.sha256(), 0
        for part in self.lees(sleutel):
            digest.update(part)
            size += len(part)
        if sha256 is not None and digest.hexdigest() != sha256:
            raise BestandBeschadigd("Dit is niet het bestand dat is ingeleverd. Zet het terug uit de reservekopie.")
        return Opgeslagen(sleutel, size, digest.hexdigest())

    def sleutels(self) -> Iterator[str]:
        """Every key in the store."""
        for path in self.map.glob("??/*"):
            if _SLEUTEL.match(path.name):
                yield path.name

    def verwijder_wees(self, is_bekend: Callable[[str], bool], ouder_dan_s: float = DAG) -> int:
        """Remove files that nothing refers to and drafts of cut-off writes, and return how many.

        Only what is older than `ouder_dan_s` seconds by the clock of the disk itself: a younger file may belong to
        a transaction that is still open, and the clock of Opstap can be moved.
        """
        before = self._disk_time() - ouder_dan_s
        removed = 0
        for path in list(self.map.glob("??/*")):
            is_orphan = path.name.startswith(_DRAFT) or (_SLEUTEL.match(path.name) and not is_bekend(path.name))
            if is_orphan and _modified(path) <= before:
                path.unlink(missing_ok=True)
                removed += 1
        return removed

    def rewrap(self, sleutel: str) -> bool:
        """Wrap the key of one file by the newest main key; the chunks are copied as they are. False: it already was."""
        with self._open(sleutel) as file, _clear_errors():
            if read_header(file.read)[0].sleutel_id == self.ring.nieuwste:
                return False
            file.seek(0)
            header = rewrap_header(file.read, self.ring, bytes.fromhex(sleutel))
            self._keep(sleutel, _followed_by(header, file), replace=True)
        return True

    def _open(self, sleutel: str) -> BinaryIO:
        if not _SLEUTEL.match(sleutel):
            raise OnbekendeSleutel("Dit bestand is er niet.")
        try:
            return open(self._path(sleutel), "rb")
        except FileNotFoundError:
            raise OnbekendeSleutel("Dit bestand is er niet meer.") from None

    def _decrypted(self, file: BinaryIO, sleutel: str) -> Iterator[bytes]:
        with file, _clear_errors():
            yield from decrypt(file.read, self.ring, bytes.fromhex(sleutel))

    def _path(self, sleutel: str) -> Path:
        return self.map / sleutel[:2] / sleutel

    def _keep(self, sleutel: str, parts: Iterator[bytes], *, replace: bool) -> None:
        """Write beside the place, make it durable, then give it its name."""
        path = self._path(sleutel)
        draft = path.with_name(f"{_DRAFT}{secrets.token_hex(8)}")
        try:
            self._make_folder(path.parent)
            try:
                _write_durably(draft, parts)
                if replace:
                    os.replace(draft, path)
                else:
                    os.link(draft, path)
            finally:
                draft.unlink(missing_ok=True)
            sync_folder(path.parent)
        except OSError as error:
            if error.errno in _FULL:
                raise SchijfVol("Er is nu geen ruimte voor dit bestand. Probeer het later nog eens.") from error
            raise

    def _make_folder(self, folder: Path) -> None:
        if folder.is_dir():
            return
        self.map.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.mkdir(mode=0o700, exist_ok=True)
        sync_folder(self.map)

    def _disk_time(self) -> float:
        self.map.mkdir(mode=0o700, parents=True, exist_ok=True)
        mark = self.map / ".tijd"
        mark.write_bytes(b"")
        os.utime(mark)
        return mark.stat().st_mtime


class _Meter:
    """Counts and bounds what goes by, and hashes it when the disk is at work."""

    def __init__(self, stream: Leesbaar, max_bytes: int) -> None:
        self.stream, self.max_bytes = stream, max_bytes
        self.size = 0
        self.hash = hashlib.sha256()
        self._waiting: list[bytes] = []

    def read(self, size: int) -> bytes:
        part = self.stream.read(size)
        self.size += len(part)
        if self.size > self.max_bytes:
            limit = _megabytes(self.max_bytes)
            raise TeGroot(f"Dit bestand is groter dan {limit}. Maak het kleiner of lever het in delen in.")
        self._waiting.append(part)
        return part

    def hashing(self, sealed: Iterator[bytes]) -> Iterator[bytes]:
        """Pass on what goes to the disk; hash the plaintext each time the disk has begun on a piece."""
        for piece in sealed:
            yield piece
            for part in self._waiting:
                self.hash.update(part)
            self._waiting.clear()


def _write_durably(path: Path, parts: Iterator[bytes]) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        start = 0
        for part in parts:
            view = memoryview(part)
            while view:
                view = view[os.write(handle, view) :]
            os.posix_fadvise(handle, start, len(part), os.POSIX_FADV_DONTNEED)  # the disk begins now, not at fsync
            start += len(part)
        os.fsync(handle)
    finally:
        os.close(handle)


def _modified(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except FileNotFoundError:
        return math.inf


def _followed_by(header: bytes, file: BinaryIO) -> Iterator[bytes]:
    yield header
    while part := file.read(1 << 20):
        yield part


@contextmanager
def _clear_errors() -> Iterator[None]:
    try:
        yield
    except Beschadigd as error:
        raise BestandBeschadigd(f"Dit bestand is beschadigd ({error}). Zet het terug uit de reservekopie.") from error
    except SleutelFout as error:
        raise OpSlot(str(error)) from error


def _megabytes(size: int) -> str:
    return f"{size // 1_000_000} MB" if size >= 1_000_000 else f"{size} bytes"
