"""The stand-in for DigiD and for a municipality's own sign-in: a small but real OpenID Connect provider.

It runs as a process of its own and could be replaced by a real provider with settings alone: discovery, authorization
code with PKCE, one-time codes, a signed id_token with nonce and level of assurance, and its public keys.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
import time
from dataclasses import dataclass, field
from typing import Any

from joserfc import jwt
from joserfc.jwk import RSAKey

CODE_GELDIG_S = 60
TOKEN_GELDIG_S = 300


class Geweigerd(Exception):
    """A request that a real provider refuses too; the text is the OAuth error code."""


@dataclass(frozen=True, slots=True)
class Verzoek:
    """What the client asked for at the authorization endpoint."""

    client_id: str
    redirect_uri: str
    state: str
    nonce: str
    code_challenge: str
    acr: str


@dataclass(slots=True)
class Provider:
    """One provider with its clients ({client_id: secret}) and its people ({sub: claims}). Codes live in memory."""

    issuer: str
    clients: dict[str, str]
    people: dict[str, dict[str, Any]]
    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"use": "sig", "alg": "RS256"}))
    codes: dict[str, tuple[float, str, Verzoek]] = field(default_factory=dict)

    def discovery(self) -> dict[str, Any]:
        return {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/jwks",
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256"],
            "code_challenge_methods_supported": ["S256"],
            "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post"],
            "scopes_supported": ["openid"],
        }

    def jwks(self) -> dict[str, Any]:
        self.key.ensure_kid()
        return {"keys": [self.key.as_dict(private=False)]}

    def read_request(self, query: dict[str, str]) -> Verzoek:
        """Check what a client asks. Raises Geweigerd."""
        if query.get("client_id") not in self.clients or query.get("response_type") != "code":
            raise Geweigerd("unauthorized_client")
        if query.get("code_challenge_method") != "S256" or not query.get("code_challenge"):
            raise Geweigerd("invalid_request")
        names = ("client_id", "redirect_uri", "state", "nonce", "code_challenge", "acr_values")
        return Verzoek(*(query.get(name, "") for name in names))

    def issue_code(self, verzoek: Verzoek, sub: str) -> str:
        """A code that works once, for one minute."""
        if sub not in self.people:
            raise Geweigerd("access_denied")
        code = secrets.token_urlsafe(24)
        self.codes[code] = (time.monotonic() + CODE_GELDIG_S, sub, verzoek)
        return code

    def redeem(self, form: dict[str, str], client_id: str, client_secret: str) -> dict[str, Any]:
        """Trade a code for tokens. Raises Geweigerd for a wrong secret, a used or old code, or a wrong verifier."""
        if not hmac.compare_digest(self.clients.get(client_id, ""), client_secret) or not client_secret:
            raise Geweigerd("invalid_client")
        until, sub, verzoek = self.codes.pop(form.get("code", ""), (0.0, "", None))
        if verzoek is None or until < time.monotonic() or verzoek.client_id != client_id:
            raise Geweigerd("invalid_grant")
        digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        if base64.urlsafe_b64encode(digest).rstrip(b"=").decode() != verzoek.code_challenge:
            raise Geweigerd("invalid_grant")
        if form.get("redirect_uri") != verzoek.redirect_uri:
            raise Geweigerd("invalid_grant")
        return {"access_token": secrets.token_urlsafe(24), "token_type": "Bearer", "expires_in": TOKEN_GELDIG_S,
                "id_token": self._id_token(sub, verzoek)}  # fmt: skip

    def _id_token(self, sub: str, verzoek: Verzoek) -> str:
        self.key.ensure_kid()
        now = int(time.time())
        claims = {"iss": self.issuer, "aud": verzoek.client_id, "sub": sub, "iat": now, "exp": now + TOKEN_GELDIG_S,
                  "auth_time": now, "nonce": verzoek.nonce, "acr": verzoek.acr,
                  **self.people[sub]["claims"]}  # fmt: skip
        return jwt.encode({"alg": "RS256", "kid": self.key.kid}, claims, self.key)
