"""Small secrets in the database: sealed under the ring of main keys, and a keyed mark to find one without opening
it.
"""

from __future__ import annotations

import hashlib
import hmac
from functools import cache

from django.conf import settings

from opstap.kern.opslag import Opslag
from opstap.kern.sleutelring import NONCE_BYTES, Sleutelring, Verpakt, ring_uit_omgeving


@cache
def ring() -> Sleutelring:
    """The main keys of this installation."""
    return ring_uit_omgeving(settings.DATA)


@cache
def opslag() -> Opslag:
    """The store of papers of this installation."""
    return Opslag(settings.OPSLAG_MAP, ring())


def seal(secret: bytes, about: str) -> bytes:
    """Seal a short secret, bound to what it is about: the same bytes do not open elsewhere."""
    wrapped = ring().wrap(secret, about.encode())
    name = wrapped.sleutel_id.encode()
    return bytes([len(name)]) + name + wrapped.nonce + wrapped.zegel


def unseal(sealed: bytes, about: str) -> bytes:
    """Open what `seal` made. Raises InvalidTag when it was altered, SleutelFout when its main key is gone."""
    size = 1 + sealed[0]
    nonce_end = size + NONCE_BYTES
    return ring().unwrap(Verpakt(sealed[1:size].decode(), sealed[size:nonce_end], sealed[nonce_end:]), about.encode())


def mark(secret: str, about: str) -> str:
    """A keyed hash (64 hex signs): equal secrets give equal marks, and nobody can guess one without OPSTAP_GEHEIM."""
    key = hashlib.sha256(b"opstap zoekmerk" + settings.SECRET_KEY.encode()).digest()
    return hmac.new(key, f"{about}\n{secret}".encode(), hashlib.sha256).hexdigest()
