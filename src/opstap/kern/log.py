"""The one list of what happened. It feeds the timeline, the legal clock, the audit chain, notices and insight.

An event is written in the same transaction as the change. Its words lie encrypted under a key per subject that can
be destroyed; a salted hash of it stays in the chain of the municipality, so that a changed, missing or added event
shows.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.db import transaction

from opstap.kern import clock, geheim
from opstap.kern.models import Dossiersleutel, Gebeurtenis, Gebruiker, Gemeente, Ketenkop

Subscriber = Callable[["Regel"], None]
_subscribers: list[tuple[str, Subscriber]] = []


@dataclass(frozen=True, slots=True)
class Regel:
    """One event as people and rules read it. `gegevens` is empty once the words were destroyed."""

    gemeente: Gemeente
    volgnummer: int
    moment: datetime
    soort: str
    onderwerp: UUID
    door: Gebruiker | None
    voor_inwoner: bool
    gegevens: Mapping[str, Any]

    @property
    def woord(self) -> str:
        """The last part of the text keys that say this event: `gebeurtenis.…` to the person, `gebeurtenis_werk.…` at
        work.
        """
        return self.soort.replace(".", "_")

    @property
    def tekst_sleutel(self) -> str:
        """The key of the sentence that says this event to the person."""
        return f"gebeurtenis.{self.woord}"


def subscribe(prefix: str) -> Callable[[Subscriber], Subscriber]:
    """Call a function for every event whose kind starts with `prefix`, inside the transaction that writes it."""

    def register(function: Subscriber) -> Subscriber:
        _subscribers.append((prefix, function))
        return function

    return register


def write(
    gemeente: Gemeente,
    soort: str,
    onderwerp: UUID,
    door: Gebruiker | None,
    gegevens: Mapping[str, Any] | None = None,
    *,
    voor_inwoner: bool = True,
) -> Regel:
    """Add one event to the chain of `gemeente`. Must run inside the transaction of the change it tells of."""
    connection = transaction.get_connection()
    if not connection.in_atomic_block:
        raise RuntimeError("an event is written in the same transaction as its change")
    moment = clock.now()
    words = dict(gegevens or {})
    head = _head(gemeente)
    number = head.volgnummer + 1
    salt = secrets.token_hex(16)
    plain = _canonical({"zout": salt, "soort": soort, "gegevens": words})
    seal = hashlib.sha256(plain).digest()
    nonce = secrets.token_bytes(12)
    row = Gebeurtenis(
        gemeente=gemeente, volgnummer=number, moment=moment, soort=soort, onderwerp=onderwerp, door=door,
        voor_inwoner=voor_inwoner, zegel=seal,
        inhoud=nonce + AESGCM(_subject_key(gemeente, onderwerp)).encrypt(nonce, plain, _place(gemeente.pk, number)),
    )  # fmt: skip
    row.keten = link(bytes(head.keten), row)
    row.save(force_insert=True)
    head.volgnummer, head.keten = number, row.keten
    head.save(update_fields=["volgnummer", "keten"])
    regel = Regel(gemeente, number, moment, soort, onderwerp, door, voor_inwoner, words)
    for prefix, function in _subscribers:
        if soort.startswith(prefix):
            function(regel)
    return regel


def read(
    gemeente: Gemeente, onderwerpen: Iterable[UUID], prefix: str = "", *, soorten: Iterable[str] = ()
) -> list[Regel]:
    """The events about these subjects, oldest first, with their words where the key still exists.

    `soorten`: only these kinds. What is not asked for is not opened, and opening is what costs.
    """
    subjects = list(onderwerpen)
    rows = Gebeurtenis.objects.filter(gemeente=gemeente, onderwerp__in=subjects).select_related("door")
    if prefix:
        rows = rows.filter(soort__startswith=prefix)
    if kinds := list(soorten):
        rows = rows.filter(soort__in=kinds)
    keys = {key.onderwerp: key for key in Dossiersleutel.objects.filter(gemeente=gemeente, onderwerp__in=subjects)}
    return [_regel(gemeente, row, keys.get(row.onderwerp)) for row in rows]


def destroy_words(gemeente: Gemeente, onderwerp: UUID) -> None:
    """Destroy the key of the words about one subject, when its retention term has ended. The chain stays whole."""
    Dossiersleutel.objects.filter(gemeente=gemeente, onderwerp=onderwerp).update(
        sleutel=None, vernietigd_op=clock.now()
    )


def link(previous: bytes, row: Gebeurtenis) -> bytes:
    """The hash that ties an event to all before it: over its number, moment, kind, subject, actor and seal."""
    parts = [
        str(row.gemeente_id), str(row.volgnummer), row.moment.isoformat(), row.soort, str(row.onderwerp),
        str(row.door_id), str(row.voor_inwoner), bytes(row.zegel).hex(),
    ]  # fmt: skip
    return hashlib.sha256(previous + "\n".join(parts).encode()).digest()


def opened(row: Gebeurtenis, key: Dossiersleutel | None) -> bytes | None:
    """The decrypted words of an event, or None when their key was destroyed. Raises when they were tampered with."""
    if key is None or key.sleutel is None:
        return None
    sealed = bytes(row.inhoud)
    cipher = AESGCM(geheim.unseal(bytes(key.sleutel), str(key.onderwerp)))
    return cipher.decrypt(sealed[:12], sealed[12:], _place(row.gemeente_id, row.volgnummer))


def _regel(gemeente: Gemeente, row: Gebeurtenis, key: Dossiersleutel | None) -> Regel:
    plain = opened(row, key)
    words = json.loads(plain)["gegevens"] if plain else {}
    return Regel(gemeente, row.volgnummer, row.moment, row.soort, row.onderwerp, row.door, row.voor_inwoner, words)


def _head(gemeente: Gemeente) -> Ketenkop:
    Ketenkop.objects.get_or_create(gemeente=gemeente)
    return Ketenkop.objects.select_for_update().get(gemeente=gemeente)


def _subject_key(gemeente: Gemeente, onderwerp: UUID) -> bytes:
    found = Dossiersleutel.objects.filter(gemeente=gemeente, onderwerp=onderwerp).first()
    if found is None:
        fresh = AESGCM.generate_key(256)
        Dossiersleutel.objects.create(gemeente=gemeente, onderwerp=onderwerp, sleutel=geheim.seal(fresh,
            str(onderwerp)))
        return fresh
    if found.sleutel is None:
        raise RuntimeError("the words about this subject were destroyed; nothing can be added")
    return geheim.unseal(bytes(found.sleutel), str(onderwerp))


def _place(gemeente_id: UUID, number: int) -> bytes:
    return f"{gemeente_id}:{number}".encode()


def _canonical(document: Mapping[str, Any]) -> bytes:
    return json.dumps(document, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=str).encode()
