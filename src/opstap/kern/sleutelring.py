"""The ring of main keys: the newest one wraps the key of each new file, every one of them unwraps.

A ring is written as `id:base64,id:base64` (or one pair a line), oldest first. To change keys: add a new one at the
end, wrap every file again (`Opslag.rewrap`), and take the old one out.
"""

from __future__ import annotations

import base64
import binascii
import os
import re
import secrets
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES = 32
NONCE_BYTES = 12
OMGEVING = "OPSTAP_SLEUTELS"
BESTAND = "hoofdsleutels"
_ID = re.compile(r"[a-z0-9][a-z0-9.-]{0,31}\Z")


class SleutelFout(Exception):
    """The ring of main keys cannot be used; one Dutch sentence says what and how to mend it, never with a key in it."""


@dataclass(frozen=True, slots=True)
class Verpakt:
    """The key of one file, wrapped: which main key did it, the nonce, and the sealed key."""

    sleutel_id: str
    nonce: bytes
    zegel: bytes


class Sleutelring:
    """Main keys by id, oldest first. Raises SleutelFout for an empty ring, a wrong id or a wrong length."""

    def __init__(self, sleutels: Mapping[str, bytes]) -> None:
        if not sleutels:
            raise SleutelFout(f"Er is geen hoofdsleutel. Zet er een in {OMGEVING}, in de vorm naam:base64.")
        for name, key in sleutels.items():
            if not _ID.match(name):
                raise SleutelFout("De naam van een hoofdsleutel heeft alleen kleine letters, cijfers, punt of -.")
            if len(key) != KEY_BYTES:
                raise SleutelFout(f"Hoofdsleutel {name} heeft niet de goede lengte: het moeten {KEY_BYTES} bytes zijn.")
        self._keys = {name: AESGCM(key) for name, key in sleutels.items()}
        self.nieuwste = list(sleutels)[-1]

    @classmethod
    def parse(cls, text: str) -> Sleutelring:
        """Read `id:base64` pairs, parted by commas or new lines; lines that begin with # are comment."""
        lines = [line for line in text.splitlines() if not line.lstrip().startswith("#")]
        keys: dict[str, bytes] = {}
        for pair in filter(None, (part.strip() for line in lines for part in line.split(","))):
            name, colon, encoded = pair.partition(":")
            if not colon:
                raise SleutelFout("Een hoofdsleutel moet de vorm naam:base64 hebben.")
            if name in keys:
                raise SleutelFout(f"Hoofdsleutel {name} staat er twee keer in.")
            try:
                keys[name] = base64.b64decode(encoded, validate=True)
            except (binascii.Error, ValueError):
                raise SleutelFout("Een hoofdsleutel is geen goede base64. Plak hem opnieuw, zonder spaties.") from None
        return cls(keys)

    @property
    def namen(self) -> tuple[str, ...]:
        """The ids, oldest first."""
        return tuple(self._keys)

    def wrap(self, key: bytes, about: bytes) -> Verpakt:
        """Seal the key of a file under the newest main key, bound to `about` (the id of that file)."""
        nonce = secrets.token_bytes(NONCE_BYTES)
        sealed = self._keys[self.nieuwste].encrypt(nonce, key, about + self.nieuwste.encode())
        return Verpakt(self.nieuwste, nonce, sealed)

    def unwrap(self, wrapped: Verpakt, about: bytes) -> bytes:
        """The key of a file. Raises SleutelFout: its main key is not in the ring, or InvalidTag: it was altered."""
        main = self._keys.get(wrapped.sleutel_id)
        if main is None:
            raise SleutelFout(
                f"De hoofdsleutel {wrapped.sleutel_id} waarmee dit bestand op slot zit, staat niet in de ring. "
                f"Zet hem terug in {OMGEVING} of in het bestand {BESTAND}."
            )
        return main.decrypt(wrapped.nonce, wrapped.zegel, about + wrapped.sleutel_id.encode())


def ring_uit_omgeving(map: Path) -> Sleutelring:  # noqa: A002  the Dutch word for a folder
    """The ring of this installation: from OPSTAP_SLEUTELS, else from the key file in the data folder `map`.

    The key file is made once, with one random key, readable by its owner only, and is never overwritten.
    Raises SleutelFout when it is wrong or readable by others.
    """
    text = os.environ.get(OMGEVING, "").strip()
    if text:
        return Sleutelring.parse(text)
    path = map / BESTAND
    if not path.exists():
        _make_key_file(path)
    if stat.S_IMODE(path.stat().st_mode) & 0o077:
        raise SleutelFout(f"Anderen kunnen het bestand met de hoofdsleutels lezen. Geef: chmod 600 {path}")
    return Sleutelring.parse(path.read_text(encoding="utf-8"))


def _make_key_file(path: Path) -> None:
    """Written whole beside its place and then linked: two starts at once agree, and a cut leaves no half file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}-{secrets.token_hex(8)}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with open(handle, "w", encoding="utf-8") as file:
            file.write("# Hoofdsleutels. Zonder deze zijn de papieren niet meer te lezen: bewaar er een kopie van.\n")
            file.write(f"s{secrets.token_hex(4)}:{base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode()}\n")
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(draft, path)
        except FileExistsError:
            return
    finally:
        draft.unlink()
        sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
