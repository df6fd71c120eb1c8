"""Django's own SQLite backend, bound to `pysqlite3` instead of to the library that Python came with.

SQLite 3.7.0 up to 3.51.2 can damage the database when it starts the write-ahead log anew; 3.51.3 mended it
(https://sqlite.org/releaselog/3_51_3.html). Only Django's modules see the other library: coverage and others that
import `sqlite3` keep the standard one.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType

from django.core.exceptions import ImproperlyConfigured

OLDEST = (3, 51, 3)
_BACKEND = "django.db.backends.sqlite3.base"
_NAMES = ("sqlite3", "sqlite3.dbapi2")


def require_version(version: tuple[int, ...]) -> None:
    """Raise ImproperlyConfigured when this version of the SQLite library can damage a database."""
    if version < OLDEST:
        found, needed = (".".join(map(str, each)) for each in (version, OLDEST))
        raise ImproperlyConfigured(
            f"De SQLite-bibliotheek is versie {found} en kan gegevens beschadigen. Opstap heeft {needed} of nieuwer "
            "nodig: installeer de pakketten van requirements/start.txt opnieuw."
        )


def pysqlite() -> ModuleType:
    """The library, new enough. Raises ImproperlyConfigured when it is missing or too old."""
    try:
        library = import_module("pysqlite3")
    except ImportError:
        raise ImproperlyConfigured(
            "Het pakket pysqlite3 ontbreekt. Installeer de pakketten van requirements/start.txt, of gebruik PostgreSQL."
        ) from None
    require_version(library.sqlite_version_info)
    return library


def django_backend() -> ModuleType:
    """Django's SQLite backend, loaded so that it uses `pysqlite`."""
    library = pysqlite()
    with _standing_in(library):
        backend = import_module(_BACKEND)
    if backend.Database is not library.dbapi2:
        raise ImproperlyConfigured(
            f"{_BACKEND} was al geladen met de SQLite van Python. Laad opstap.kern.sqlite eerder."
        )
    return backend


@contextmanager
def _standing_in(library: ModuleType) -> Iterator[None]:
    """While inside, `import sqlite3` gives `library`."""
    before = {name: sys.modules.get(name) for name in _NAMES}
    sys.modules.update(dict(zip(_NAMES, (library, library.dbapi2), strict=True)))
    try:
        yield
    finally:
        for name, module in before.items():
            if module is None:
                del sys.modules[name]
            else:
                sys.modules[name] = module
