"""Who is this? People sign in at a provider (DigiD, the municipality's own); Opstap keeps no passwords."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib.auth.backends import BaseBackend
from django.http import HttpRequest

from opstap.kern.models import Gebruiker


class Aanmelding(BaseBackend):
    """Finds the account of a session. Signing in itself happens in the OIDC callback, never with a password."""

    def authenticate(self, request: HttpRequest | None, **credentials: Any) -> None:
        return None

    def get_user(self, user_id: UUID) -> Gebruiker | None:
        return Gebruiker.objects.select_related("gemeente").filter(pk=user_id, is_active=True).first()
