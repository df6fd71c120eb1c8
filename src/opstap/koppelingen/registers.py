"""The port for looking things up: the population register (BRP) and UWV. Of an answer only the facts are kept, never
the
raw answer. Which adapter answers is a setting; the practice town answers from its own content and can be put away.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

from django.conf import settings
from django.utils.module_loading import import_string


class RegisterWeg(Exception):
    """The register does not answer now. That is a fact of its own: nothing is concluded from it."""


class OnbekendInRegister(Exception):
    """The register answers that it does not know this person."""


@dataclass(frozen=True, slots=True)
class Persoonsgegevens:
    """What the BRP says of a person and the home. `woont_met` holds codes of the fact of that name.

    `partner_bsn` is there only when the partner lives at the same address: someone who left is no partner for the law
    (Pw 3 lid 3), and is not looked up.
    """

    voornaam: str
    achternaam: str
    geboortedatum: date
    adres: str
    rechtmatig_verblijf: bool
    partner_bsn: str = ""
    woont_met: list[str] = field(default_factory=list)
    kinderen: list[dict[str, Any]] = field(default_factory=list)
    medebewoners: list[dict[str, Any]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Loonopgave:
    """What an employer reported to UWV for one month. `netto` in the notation "412.60"."""

    werkgever: str
    maand: date
    netto: str


class Registers(Protocol):
    def persoon(self, bsn: str) -> Persoonsgegevens: ...
    def loon(self, bsn: str) -> list[Loonopgave]: ...


def registers() -> Registers:
    """The registers of this installation (setting REGISTERS)."""
    adapter: Registers = import_string(settings.REGISTERS)()
    return adapter
