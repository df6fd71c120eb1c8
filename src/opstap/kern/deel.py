"""A file that comes in pieces: what has come lies sealed on the disk, and is the only truth about how far it is.

Whole chunks are sealed in their place in the file that it will be. What is left over of a piece lies beside it, sealed
under a key of its own, and says before which chunk it belongs. So a connection that is lost, a session that ends or a
program that is killed costs nothing that was answered for, and nothing is written twice. Pieces may come from two
places at once (a lost connection that still hangs, and the one after it): each chunk is added under a lock and only
where the file still ends as expected; who comes second is told how far it is.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from io import BytesIO
from typing import BinaryIO

from opstap.kern.opslag import DEEL, REST, Leesbaar, Opgeslagen, Opslag
from opstap.kern.schrijver import HELPERS, clear_disk_errors, sync_both, write_all
from opstap.kern.versleuteling import CHUNK, TAG, Beschadigd, Verzegelaar, decrypt, encrypt, read_header

PIECE = 256 * 1024
_COUNT = 8


class AndereStand(Exception):
    """The piece does not begin where the file ends; `stand` is how far it is."""

    def __init__(self, stand: int) -> None:
        super().__init__(stand)
        self.stand = stand


class _Digest:
    """SHA-256 in a second thread, while the first seals and writes the same chunk."""

    def __init__(self) -> None:
        self._hash = hashlib.sha256()
        self._busy: Future[None] | None = None

    def update(self, chunk: bytearray) -> None:
        """Take a chunk that nobody changes any more."""
        self._wait()
        self._busy = HELPERS.submit(self._hash.update, chunk)

    def hexdigest(self) -> str:
        self._wait()
        return self._hash.hexdigest()

    def _wait(self) -> None:
        if self._busy is not None:
            self._busy.result()


class Deel:
    """The file that will stand in the store under `sleutel` (32 hex signs), of `totaal` bytes, more than none."""

    def __init__(self, opslag: Opslag, sleutel: str, totaal: int) -> None:
        self.opslag, self.sleutel, self.totaal = opslag, sleutel, totaal
        self.path = opslag.map / sleutel[:2] / sleutel
        self.half = self.path.with_name(f"{DEEL}{sleutel}")
        self.rest = self.path.with_name(f"{REST}{sleutel}")
        self.chunks = -(-totaal // CHUNK)
        self._sha256 = ""

    def stand(self) -> int:
        """How many bytes are there."""
        if self.path.exists():
            return self.totaal
        try:
            with open(self.half, "rb") as file:
                return self._where(file)[0]
        except FileNotFoundError:
            return 0

    def vervolg(self, vanaf: int, stroom: Leesbaar) -> int:
        """Add what the stream gives until it ends or breaks, and return how far it is: durable, or whole and then so
        after `klaar()`.

        Raises AndereStand when it is not at `vanaf`, SchijfVol when there is no room; what came before stays.
        """
        if self.path.exists():
            raise AndereStand(self.totaal)
        with clear_disk_errors(), self._opened() as file:
            number, chunk, sealer = self._begin(file, vanaf)
            digest = _Digest() if vanaf == 0 else None
            while number < self.chunks and _fill(chunk, self._size(number), stroom):
                if digest is not None:
                    digest.update(chunk)
                with self._turn(file):
                    sealed = sealer.seal(memoryview(chunk), is_last=number == self.chunks - 1)
                    write_all(file.fileno(), sealer.header + sealed)
                    sealer.header = b""
                number, chunk = number + 1, bytearray()
            with self._turn(file):
                self._keep_rest(number, bytes(chunk))
            if number < self.chunks:  # of a whole file `klaar` waits for the disk, once for the bytes and the name
                os.fsync(file.fileno())
        if digest is not None and number == self.chunks:
            self._sha256 = digest.hexdigest()
        return min(number * CHUNK + len(chunk), self.totaal)

    def klaar(self) -> Opgeslagen:
        """All came: give it its name. May be asked again. Raises BestandBeschadigd when the disk lost a part."""
        with clear_disk_errors():
            if not self.path.exists():
                os.link(self.half, self.path)
            self._drop()
            sync_both(self.path)
        if self._sha256:
            return Opgeslagen(self.sleutel, self.totaal, self._sha256)
        return self.opslag.controleer(self.sleutel)

    def weg(self) -> None:
        """Nobody goes on with it: all of it goes."""
        self._drop()
        self.path.unlink(missing_ok=True)

    def _drop(self) -> None:
        self.half.unlink(missing_ok=True)
        self.rest.unlink(missing_ok=True)

    def _size(self, number: int) -> int:
        return min(CHUNK, self.totaal - number * CHUNK)

    @contextmanager
    def _opened(self) -> Iterator[BinaryIO]:
        self.opslag.make_folder(self.half.parent)
        handle = os.open(self.half, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
        with open(handle, "r+b", buffering=0) as file:
            yield file

    def _begin(self, file: BinaryIO, vanaf: int) -> tuple[int, bytearray, Verzegelaar]:
        """The next chunk's number, what of it has come, and the seal to go on with. Raises AndereStand."""
        file_id = bytes.fromhex(self.sleutel)
        with _locked(file):
            stand, number, torn = self._where(file)
            if torn:  # a write was cut by a kill: that chunk is not sealed again under its number, so it begins anew
                file.truncate(0)
                stand = number = 0
            if vanaf != stand:
                raise AndereStand(stand)
            self._end = os.fstat(file.fileno()).st_size
            rest = self._read_rest(number)
            if self._end == 0:
                return 0, rest, Verzegelaar(self.opslag.ring, file_id)
            file.seek(0)
            return number, rest, Verzegelaar.verder(file.read, self.opslag.ring, file_id, number)

    def _where(self, file: BinaryIO) -> tuple[int, int, bool]:
        """How many bytes there are, how many whole chunks, and whether a chunk stands there half."""
        size = os.fstat(file.fileno()).st_size
        if size == 0:
            return len(self._read_rest(0)), 0, False
        try:
            file.seek(0)
            read_header(file.read)
        except Beschadigd:
            return 0, 0, True
        body = size - file.tell()
        if body == self.totaal + TAG * self.chunks:
            return self.totaal, self.chunks, False
        number, over = divmod(body, CHUNK + TAG)
        if over:
            return 0, 0, True
        return number * CHUNK + len(self._read_rest(number)), number, False

    @contextmanager
    def _turn(self, file: BinaryIO) -> Iterator[None]:
        """Add something, when nobody else did since. Raises AndereStand."""
        with _locked(file):
            if not self.half.exists() or os.fstat(file.fileno()).st_size != self._end:
                raise AndereStand(self._where(file)[0])
            yield
            self._end = os.fstat(file.fileno()).st_size

    def _read_rest(self, number: int) -> bytearray:
        """What lies beside it and belongs before chunk `number`; of another chunk it is an old one."""
        try:
            with open(self.rest, "rb") as file:
                kept = b"".join(decrypt(file.read, self.opslag.ring, bytes.fromhex(self.sleutel)))
        except (FileNotFoundError, Beschadigd):
            return bytearray()
        is_next = int.from_bytes(kept[:_COUNT], "big") == number
        return bytearray(kept[_COUNT:] if is_next else b"")

    def _keep_rest(self, number: int, chunk: bytes) -> None:
        if chunk:
            source = BytesIO(number.to_bytes(_COUNT, "big") + chunk)
            self.opslag.replace(self.rest, encrypt(source.read, self.opslag.ring, bytes.fromhex(self.sleutel)))


def _fill(chunk: bytearray, size: int, stream: Leesbaar) -> bool:
    """Read until the chunk has its size. False when the stream ended or broke before that."""
    while len(chunk) < size:
        try:
            part = stream.read(min(PIECE, size - len(chunk)))
        except OSError:  # the connection was lost: what came counts
            return False
        if not part:
            return False
        chunk += part
    return True


@contextmanager
def _locked(file: BinaryIO) -> Iterator[None]:
    fcntl.flock(file, fcntl.LOCK_EX)
    try:
        yield
    finally:
        fcntl.flock(file, fcntl.LOCK_UN)
