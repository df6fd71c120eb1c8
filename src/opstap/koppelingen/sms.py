"""The port for SMS. Like mail it only says that something waits in the portal; it never carries the news itself."""

from __future__ import annotations

import re
from typing import Protocol

from django.conf import settings
from django.utils.module_loading import import_string

from opstap.taal.teksten import tekst

_MOBIEL = re.compile(r"(?:\+31|0031|0)6(\d{8})\Z")


class SmsWeg(Exception):
    """The SMS service did not take it now; trying again later is right."""


class Sms(Protocol):
    """A service that takes one message for one number ("+31612345678"). Raises SmsWeg when it is away."""

    def send(self, nummer: str, tekst: str) -> None: ...


def normal(telefoon: str) -> str:
    """A Dutch mobile number in the international notation; empty when it is none."""
    found = _MOBIEL.match(re.sub(r"[\s().-]", "", telefoon))
    return f"+316{found.group(1)}" if found else ""


def is_mobile(telefoon: str) -> bool:
    """Whether a message can reach this number."""
    return bool(normal(telefoon))


def send(telefoon: str, tekst_sleutel: str, taal: str, gemeente: str) -> None:
    """Send one notice. Raises SmsWeg when the service is away, ValueError when the number is no mobile one."""
    nummer = normal(telefoon)
    if not nummer:
        raise ValueError("no mobile number")
    service: Sms = import_string(settings.SMS)()
    service.send(nummer, tekst(f"{tekst_sleutel}_sms", taal, gemeente=gemeente))
