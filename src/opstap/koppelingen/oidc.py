"""The port for signing in: OpenID Connect. Which provider (the stand-in, DigiD's broker, the municipality's own) is a
setting.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from authlib.integrations.base_client.errors import OAuthError
from authlib.integrations.django_client import OAuth
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from joserfc.errors import JoseError
from requests import RequestException

INWONER, MEDEWERKER = "inwoner", "medewerker"


class AanmeldenMislukt(Exception):
    """Signing in did not work out. `reden` is the last part of a text key (`aanmelden.mislukt_…`)."""

    def __init__(self, reden: str) -> None:
        super().__init__(reden)
        self.reden = reden


@dataclass(frozen=True, slots=True)
class Identiteit:
    """Who the provider says it is: the subject, the BSN for an inwoner, and the level of assurance."""

    sub: str
    bsn: str
    niveau: str


@cache
def _client(wie: str) -> Any:
    provider = settings.AANMELDEN[wie]
    return OAuth().register(
        name=wie,
        client_id=provider["client_id"],
        client_secret=provider["client_secret"],
        server_metadata_url=f"{provider['adres'].rstrip('/')}/.well-known/openid-configuration",
        client_kwargs={"scope": "openid", "code_challenge_method": "S256", "timeout": 5},
    )


def begin(request: HttpRequest, wie: str, terug: str) -> HttpResponse:
    """Send the browser to the provider; `terug` is the full address it comes back to."""
    try:
        extra = {"acr_values": settings.AANMELDEN[wie]["niveau"]} if settings.AANMELDEN[wie].get("niveau") else {}
        return cast(HttpResponse, _client(wie).authorize_redirect(request, terug, **extra))
    except (RequestException, OAuthError, ValueError) as error:
        raise AanmeldenMislukt("weg") from error


def finish(request: HttpRequest, wie: str) -> Identiteit:
    """Check what the provider answered (state, nonce, signature, level) and say who it is."""
    try:
        token = _client(wie).authorize_access_token(request)
    except OAuthError as error:
        raise AanmeldenMislukt("gestopt" if error.error == "access_denied" else "verlopen") from error
    except (RequestException, JoseError, ValueError, KeyError) as error:
        raise AanmeldenMislukt("weg") from error
    claims = token.get("userinfo") or {}
    needed = settings.AANMELDEN[wie].get("niveau", "")
    if needed and claims.get("acr") != needed:
        raise AanmeldenMislukt("niveau")
    if wie == INWONER and not claims.get("bsn"):
        raise AanmeldenMislukt("geen_bsn")
    return Identiteit(str(claims["sub"]), str(claims.get("bsn", "")), str(claims.get("acr", "")))
