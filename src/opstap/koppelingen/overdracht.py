"""The port for applications that were filed with UWV and are passed on to the municipality (Pw 41 lid 1)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

from django.conf import settings
from django.utils.module_loading import import_string


class OverdrachtWeg(Exception):
    """The other side does not answer now. Nothing is lost: what was not confirmed comes again."""


@dataclass(frozen=True, slots=True)
class Overdracht:
    """One application as passed on. `kenmerk` is the other side's own name for it, the same each time it is sent.

    `gemeld_op`: the day the person turned to UWV, from which the right can run (Pw 44); `aangevraagd_op`: the day of
    filing, from which the clock runs (Awb 4:13). `gezegd`: fact code → value, as said there. The name is for when the
    population register does not know the person.
    """

    kenmerk: str
    gemeente: str
    bsn: str
    gemeld_op: date
    aangevraagd_op: date
    gezegd: Mapping[str, Any] = field(default_factory=dict)
    voornaam: str = ""
    achternaam: str = ""


class Overdrachten(Protocol):
    """At least once: what `haal_op` gives comes again until `bevestig` or `leg_opzij` was called for it."""

    def haal_op(self) -> list[Overdracht]: ...
    def bevestig(self, kenmerk: str) -> None: ...
    def leg_opzij(self, kenmerk: str, reden: str) -> None: ...


def overdrachten() -> Overdrachten:
    """The transfers of this installation (setting OVERDRACHT). Raises OverdrachtWeg in its methods, never here."""
    adapter: Overdrachten = import_string(settings.OVERDRACHT)()
    return adapter
