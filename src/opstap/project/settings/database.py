"""Which database: PostgreSQL when OPSTAP_DATABASE_URL says so, else the embedded SQLite in the data folder."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured


def database(url: str, data: Path) -> dict[str, Any]:
    """Django's settings for one database. `url` is empty or `postgresql://user:password@host:port/name?host=/socket`."""
    if not url:
        # Kept open: closing the last connection writes the whole log back, and that at the end of every request.
        return {"ENGINE": "opstap.kern.sqlite", "NAME": str(data / "opstap.sqlite3"), "CONN_MAX_AGE": 60}
    parts = urlsplit(url)
    if parts.scheme not in ("postgresql", "postgres"):
        raise ImproperlyConfigured("OPSTAP_DATABASE_URL begint met postgresql://. Laat hem leeg voor SQLite.")
    query = parse_qs(parts.query)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.get("host", [parts.hostname or ""])[0],
        "PORT": str(query.get("port", [parts.port or ""])[0]),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"connect_timeout": 5},
    }
