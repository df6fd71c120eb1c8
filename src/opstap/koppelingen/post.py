"""The port for mail. A notice says that something waits in the portal; it never carries the news itself."""

from __future__ import annotations

from smtplib import SMTPException

from django.core.mail import EmailMessage

from opstap.taal.teksten import tekst


class PostWeg(Exception):
    """The mail server did not take it now; trying again later is right."""


def send(adres: str, tekst_sleutel: str, taal: str, gemeente: str) -> None:
    """Send one notice. Raises PostWeg when the mail server is away or refuses."""
    message = EmailMessage(
        subject=tekst(f"{tekst_sleutel}_onderwerp", taal, gemeente=gemeente),
        body=tekst(tekst_sleutel, taal, gemeente=gemeente),
        to=[adres],
    )
    try:
        message.send()
    except (SMTPException, OSError) as error:
        raise PostWeg(type(error).__name__) from error
