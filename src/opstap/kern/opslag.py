"""Where the papers lie: each file encrypted on its own, under a random name, written once and never changed.

`Opslagpoort` is what the rest of Opstap may rely on; `Opslag` does it with a folder. A file is there whole or not at
all: it is written beside its place, made durable, and only then gets its name.
"""

from __future__ import annotations

import hashlib
import math
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Protocol

from opstap.kern.schrijver import (
    DRAFT,
    Opgeslagen,
    OpslagFout,
    SchijfVol,
    Schrijver,
    TeGroot,
    clear_disk_errors,
    megabytes,
    new_draft,
    open_draft,
    write_all,
)
from opstap.kern.sleutelring import SleutelFout, Sleutelring, sync_folder
from opstap.kern.versleuteling import CHUNK, Beschadigd, Verzegelaar, decrypt, new_file_id, read_header, rewrap_header

__all__ = [
    "BestandBeschadigd", "Leesbaar", "OnbekendeSleutel", "OpSlot", "Opgeslagen", "Opslag", "OpslagFout", "Opslagpoort",
    "SchijfVol", "Schrijver", "TeGroot",
]  # fmt: skip

DEEL, REST = ".deel-", ".rest-"
_SLEUTEL = re.compile(r"[0-9a-f]{32}\Z")
DAG = 24 * 3600


class OnbekendeSleutel(OpslagFout):
    """No file is stored under this key."""


class BestandBeschadigd(OpslagFout):
    """The stored bytes are not the ones that were written."""


class OpSlot(OpslagFout):
    """The main key of this file is not in the ring."""


class Leesbaar(Protocol):
    """A stream: `read(n)` gives at most n bytes, and b"" at the end."""

    def read(self, size: int, /) -> bytes: ...


class Opslagpoort(Protocol):
    """What every store can do, a folder or an object store."""

    def schrijf(self, stroom: Leesbaar, max_bytes: int) -> Opgeslagen: ...
    def begin(self, max_bytes: int) -> Schrijver: ...
    def verwijder(self, sleutel: str) -> None: ...
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
        with self.begin(max_bytes) as schrijver:
            while part := stroom.read(CHUNK):
                schrijver.write(part)
            return schrijver.klaar()

    def begin(self, max_bytes: int) -> Schrijver:
        """A new file that is written as its bytes come; it is there once `klaar()` gave its key."""
        file_id = new_file_id()
        path = self._path(file_id.hex())
        with clear_disk_errors():
            self.make_folder(path.parent)
            return Schrijver(path, Verzegelaar(self.ring, file_id), max_bytes)

    def verwijder(self, sleutel: str) -> None:
        """Remove a file that nothing refers to: who gave it in did not go through with it. Unknown is fine."""
        if _SLEUTEL.match(sleutel):
            self._path(sleutel).unlink(missing_ok=True)

    def lees(self, sleutel: str) -> Iterator[bytes]:
        """The plaintext in pieces of at most 1 MiB. OnbekendeSleutel comes at the call, other errors in between."""
        return self._decrypted(self._open(sleutel), sleutel)

    def lees_alles(self, sleutel: str, max_bytes: int) -> bytes:
        """The whole plaintext, only after its end was proven; TeGroot when it is more than `max_bytes`."""
        parts, size = [], 0
        for part in self.lees(sleutel):
            size += len(part)
            if size > max_bytes:
                raise TeGroot(f"Dit bestand is groter dan {megabytes(max_bytes)}.")
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
            sleutel = path.name.removeprefix(DEEL).removeprefix(REST)
            is_orphan = path.name.startswith(DRAFT) or (_SLEUTEL.match(sleutel) and not is_bekend(sleutel))
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
            self.replace(self._path(sleutel), _followed_by(header, file))
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

    def replace(self, path: Path, parts: Iterator[bytes]) -> None:
        """Write beside the place, make it durable, then take the place. Raises SchijfVol; then nothing changed."""
        draft = new_draft(path)
        with clear_disk_errors():
            try:
                _write_durably(draft, parts)
                os.replace(draft, path)
            finally:
                draft.unlink(missing_ok=True)
            sync_folder(path.parent)

    def make_folder(self, folder: Path) -> None:
        """Make one of the 256 subfolders, durable."""
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


def _write_durably(path: Path, parts: Iterator[bytes]) -> None:
    with open_draft(path) as file:
        for part in parts:
            write_all(file.fileno(), part)
        os.fsync(file.fileno())


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
