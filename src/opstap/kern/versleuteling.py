"""One file, encrypted as a stream: AES-256-GCM in chunks of 1 MiB under a random key of its own.

On disk: a header (mark, id of the file, its key wrapped by a main key), then the chunks. Each chunk has its number
and a last-chunk flag in the nonce, and the id of the file and that flag as associated data: a chunk that was altered,
swapped, repeated, taken from another file or cut off does not open. Nothing here knows where the bytes live, so that
a folder and an object store can both be built on it. Never more than a few chunks are in memory.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from opstap.kern.sleutelring import KEY_BYTES, NONCE_BYTES, Sleutelring, Verpakt

CHUNK = 1 << 20
TAG = 16
ID_BYTES = 16
MARK = b"OPSTAP\x00\x01"
_WRAPPED = KEY_BYTES + TAG
_MAX_CHUNKS = 1 << 40

Read = Callable[[int], bytes]


class Beschadigd(Exception):
    """What is stored is not what was written: altered, cut off, or of another file."""


class Verzegelaar:
    """Seals one new file under a random key of its own: first `header`, then its chunks in order."""

    def __init__(self, ring: Sleutelring, file_id: bytes) -> None:
        key = AESGCM.generate_key(256)
        self.header = _header(ring.wrap(key, MARK + file_id), file_id)
        self._cipher, self._file_id, self._number = AESGCM(key), file_id, 0

    @classmethod
    def verder(cls, read: Read, ring: Sleutelring, file_id: bytes, number: int) -> Verzegelaar:
        """Go on with a file that `read` gives from its beginning, at chunk `number`, which was never sealed before:
        two chunks under one number would give each other away.
        """
        sealer = cls.__new__(cls)
        sealer.header = b""
        sealer._cipher, sealer._file_id, sealer._number = AESGCM(read_key(read, ring, file_id)), file_id, number
        return sealer

    def seal(self, chunk: bytes | memoryview, *, is_last: bool) -> bytes:
        """The stored form of the next chunk: CHUNK bytes, only the last may be smaller (and, of nothing, empty)."""
        sealed = bytearray(len(chunk) + TAG)
        self.seal_into(chunk, memoryview(sealed), is_last=is_last)
        return bytes(sealed)

    def seal_into(self, chunk: bytes | memoryview, sealed: memoryview, *, is_last: bool) -> None:
        """The same into a buffer of TAG bytes more than the chunk: fresh memory for each costs more than sealing."""
        self._cipher.encrypt_into(_nonce(self._number, is_last), chunk, _about(self._file_id, is_last), sealed)
        self._number += 1


def encrypt(read: Read, ring: Sleutelring, file_id: bytes) -> Iterator[bytes]:
    """The stored form of the plaintext that `read(n)` gives: first the header, then chunk by chunk."""
    sealer = Verzegelaar(ring, file_id)
    yield sealer.header
    chunk = read_full(read, CHUNK)
    while True:
        following = read_full(read, CHUNK) if len(chunk) == CHUNK else b""
        yield sealer.seal(chunk, is_last=not following)
        if not following:
            return
        chunk = following


def decrypt(read: Read, ring: Sleutelring, file_id: bytes) -> Iterator[bytes]:
    """The plaintext, chunk by chunk. Raises Beschadigd, or SleutelFout when the main key is not in the ring.

    The end is proven only by the last chunk: who needs all or nothing reads to the end before using any of it.
    """
    cipher = AESGCM(read_key(read, ring, file_id))
    number, sealed = 0, read_full(read, CHUNK + TAG)
    while True:
        following = read_full(read, CHUNK + TAG) if len(sealed) == CHUNK + TAG else b""
        is_last = not following
        try:
            yield cipher.decrypt(_nonce(number, is_last), sealed, _about(file_id, is_last))
        except InvalidTag:
            raise Beschadigd(f"deel {number} is veranderd of afgebroken") from None
        if is_last:
            return
        number, sealed = number + 1, following


def read_key(read: Read, ring: Sleutelring, file_id: bytes) -> bytes:
    """The key of the file, from the header that stands at the beginning of the stream."""
    wrapped, stored_id = read_header(read)
    if stored_id != file_id:
        raise Beschadigd("dit is een ander bestand")
    try:
        return ring.unwrap(wrapped, MARK + file_id)
    except InvalidTag:
        raise Beschadigd("het begin is veranderd") from None


def rewrap_header(read: Read, ring: Sleutelring, file_id: bytes) -> bytes:
    """A new header for the same file: the same key, wrapped by the newest main key. The chunks stay as they are."""
    return _header(ring.wrap(read_key(read, ring, file_id), MARK + file_id), file_id)


def read_header(read: Read) -> tuple[Verpakt, bytes]:
    """The wrapped key and the id of the file, read from the beginning of the stream."""
    fixed = read_full(read, len(MARK) + ID_BYTES + 1)
    if len(fixed) != len(MARK) + ID_BYTES + 1 or not fixed.startswith(MARK):
        raise Beschadigd("dit is geen bestand van Opstap")
    rest = read_full(read, fixed[-1] + NONCE_BYTES + _WRAPPED)
    if len(rest) != fixed[-1] + NONCE_BYTES + _WRAPPED:
        raise Beschadigd("het begin is afgebroken")
    name, nonce, sealed = rest[: fixed[-1]], rest[fixed[-1] : -_WRAPPED], rest[-_WRAPPED:]
    try:
        return Verpakt(name.decode("ascii"), nonce, sealed), fixed[len(MARK) : -1]
    except UnicodeDecodeError:
        raise Beschadigd("het begin is veranderd") from None


def read_full(read: Read, size: int) -> bytes:
    """Exactly `size` bytes, fewer only at the end of the stream; a socket or pipe may give less at a time."""
    first = read(size)
    if len(first) == size or not first:
        return first
    parts, missing = [first], size - len(first)
    while missing and (part := read(missing)):
        parts.append(part)
        missing -= len(part)
    return b"".join(parts)


def new_file_id() -> bytes:
    """Random, so that it tells nothing and never collides."""
    return secrets.token_bytes(ID_BYTES)


def _header(wrapped: Verpakt, file_id: bytes) -> bytes:
    name = wrapped.sleutel_id.encode("ascii")
    return MARK + file_id + bytes([len(name)]) + name + wrapped.nonce + wrapped.zegel


def _nonce(number: int, is_last: bool) -> bytes:
    if number >= _MAX_CHUNKS:
        raise ValueError("the file has more chunks than the counter allows")
    return number.to_bytes(NONCE_BYTES - 1, "big") + bytes([is_last])


def _about(file_id: bytes, is_last: bool) -> bytes:
    return MARK + file_id + bytes([is_last])
