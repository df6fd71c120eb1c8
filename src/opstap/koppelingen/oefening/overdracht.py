"""The stand-in for UWV's transfers: one JSON message a file in `overdracht/` of the data folder.

As in the real exchange a message comes at least once, in no fixed order, and stays until it is confirmed. A message
that cannot be read is set aside in `overdracht/opzij/` with its reason beside it; nothing is ever thrown away.
"""

from __future__ import annotations

import json
import os
import re
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings

from opstap.koppelingen.overdracht import Overdracht, OverdrachtWeg

MAX_BYTES = 1_000_000
PER_KEER = 50
_KENMERK = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}\Z")
_NODIG = ("kenmerk", "gemeente", "bsn", "gemeld_op", "aangevraagd_op")


class OverdrachtMap:
    """Reads `*.json`; a file that is still being written (another ending) is left alone."""

    def __init__(self) -> None:
        self.map: Path = settings.DATA / "overdracht"

    def haal_op(self) -> list[Overdracht]:
        """The messages that wait, oldest name first. Raises OverdrachtWeg when the folder cannot be read."""
        found = []
        try:
            for path in sorted(self.map.glob("*.json"))[:PER_KEER]:
                try:
                    found.append(_read(path))
                except ValueError as error:
                    self._move(path, "opzij", str(error))
        except OSError as error:
            raise OverdrachtWeg(type(error).__name__) from error
        return found

    def bevestig(self, kenmerk: str) -> None:
        """Taken in: every message with this name goes to `verwerkt/`."""
        for path in self._of(kenmerk):
            self._move(path, "verwerkt", "")

    def leg_opzij(self, kenmerk: str, reden: str) -> None:
        """Cannot be taken in: a person has to look. The message stays, with the reason."""
        for path in self._of(kenmerk):
            self._move(path, "opzij", reden)

    def _of(self, kenmerk: str) -> list[Path]:
        found = []
        for path in sorted(self.map.glob("*.json")):
            try:
                if _read(path).kenmerk == kenmerk:
                    found.append(path)
            except ValueError:
                continue
        return found

    def _move(self, path: Path, where: str, why: str) -> None:
        folder = self.map / where
        folder.mkdir(mode=0o700, exist_ok=True)
        goal, number = folder / path.name, 1
        while goal.exists():
            number += 1
            goal = folder / f"{path.stem}-{number}{path.suffix}"
        if why:
            goal.with_suffix(".reden.txt").write_text(why + "\n", encoding="utf-8")
        os.replace(path, goal)


def _read(path: Path) -> Overdracht:
    """One message. Raises ValueError with a Dutch sentence that a beheerder can act on."""
    if path.stat().st_size > MAX_BYTES:
        raise ValueError("Dit bericht is groter dan 1 MB. Vraag UWV om een nieuw bericht.")
    try:
        row: Any = json.loads(path.read_text(encoding="utf-8"))
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError):
        raise ValueError("Dit is geen JSON-bericht. Vraag UWV om een nieuw bericht.") from None
    if not isinstance(row, dict):
        raise ValueError("Dit bericht hoort een blok { … } te zijn. Vraag UWV om een nieuw bericht.")
    for key in _NODIG:
        if not isinstance(row.get(key), str) or not row[key].strip():
            raise ValueError(f"In dit bericht ontbreekt {key}. Vraag UWV om een nieuw bericht.")
    if not _KENMERK.match(row["kenmerk"]):
        raise ValueError("Het kenmerk mag 100 letters, cijfers, punten en streepjes hebben.")
    said = row.get("gezegd", {})
    if not isinstance(said, dict):
        raise ValueError("gezegd hoort een blok { … } te zijn. Vraag UWV om een nieuw bericht.")
    first, last = (str(row.get(key, ""))[:100] for key in ("voornaam", "achternaam"))
    reported, applied = (_day(row[key], key) for key in ("gemeld_op", "aangevraagd_op"))
    return Overdracht(row["kenmerk"], row["gemeente"], row["bsn"], reported, applied, said, first, last)


def _day(text: str, key: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"{key} is {text[:20]!r}. Dat is geen datum; schrijf hem als 2026-03-02.") from None
