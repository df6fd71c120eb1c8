"""The checksum extension of tus 1.0: a piece that comes with its sum is proven before a byte of it is kept.

Such a piece is read into memory first, so it may be at most `HOOGSTENS` bytes: a chunk of the store is never sealed
twice under one number, so what was kept cannot be taken back.
"""

from __future__ import annotations

import binascii
import hashlib
from base64 import b64decode
from collections.abc import Callable
from hmac import compare_digest
from io import BytesIO
from typing import Any

from opstap.kern.opslag import Leesbaar

HOOGSTENS = 4 * 1024 * 1024
SOORTEN: dict[str, Callable[..., Any]] = {"sha1": hashlib.sha1, "sha256": hashlib.sha256}
AANBOD = {"Tus-Checksum-Algorithm": ",".join(SOORTEN)}


class SomFout(Exception):
    """`status`: 400 for a sum that cannot be read or a sort we do not know, 413 too large, 460 not what came."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


def proven(stream: Leesbaar, header: str | None) -> Leesbaar:
    """The piece to keep. Without a sum the stream itself; with one what it gave, after proof. Raises SomFout."""
    if header is None:
        return stream
    sort, _, said = header.strip().partition(" ")
    try:
        wanted = b64decode(said, validate=True)
    except (binascii.Error, ValueError):
        raise SomFout(400) from None
    if sort not in SOORTEN:
        raise SomFout(400)
    piece = _whole(stream)
    if not compare_digest(SOORTEN[sort](piece, usedforsecurity=False).digest(), wanted):
        raise SomFout(460)
    return BytesIO(piece)


def _whole(stream: Leesbaar) -> bytes:
    piece = bytearray()
    while len(piece) <= HOOGSTENS:
        try:
            part = stream.read(HOOGSTENS + 1 - len(piece))
        except OSError:  # the connection was lost: its sum will not be right, and nothing of it is kept
            break
        if not part:
            break
        piece += part
    if len(piece) > HOOGSTENS:
        raise SomFout(413)
    return bytes(piece)
