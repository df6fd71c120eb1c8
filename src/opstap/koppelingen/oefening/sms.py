"""The stand-in for an SMS service: each message is a file in `sms/` of the data folder, whole or not at all."""

from __future__ import annotations

import os
import secrets

from django.conf import settings

from opstap.kern import clock
from opstap.koppelingen.sms import SmsWeg

MAX_TEKENS = 160


class SmsMap:
    """Takes one message of at most 160 signs, as a real service does for the price of one."""

    def send(self, nummer: str, tekst: str) -> None:
        if len(tekst) > MAX_TEKENS:
            raise ValueError(f"an SMS holds {MAX_TEKENS} signs, this is {len(tekst)}")
        folder = settings.DATA / "sms"
        name = f"{clock.now():%Y%m%dT%H%M%S}-{secrets.token_hex(4)}"
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            draft = folder / f".{name}"
            draft.write_text(f"Aan: {nummer}\n\n{tekst}\n", encoding="utf-8")
            os.replace(draft, folder / f"{name}.txt")
        except OSError as error:
            raise SmsWeg(type(error).__name__) from error
