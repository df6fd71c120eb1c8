"""The database backend `opstap.kern.sqlite`: WAL, synchronous FULL, IMMEDIATE, foreign keys, no mmap, the gate."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from opstap.kern.sqlite.library import django_backend
from opstap.kern.sqlite.poort import Poort, PoortBezet

backend: Any = django_backend()
Database: Any = backend.Database

TIMEOUT_S = 20.0
PRAGMAS = ("PRAGMA synchronous = FULL", "PRAGMA mmap_size = 0", "PRAGMA journal_size_limit = 67108864")

_FIRST = re.compile(r"(?:\s|--[^\n]*(?:\n|\Z)|/\*.*?\*/|;)*(\w+)", re.S)
_READING = {"SELECT", "VALUES", "EXPLAIN", "PRAGMA", "SAVEPOINT", "RELEASE", "COMMIT", "END", "ROLLBACK"}
_BEGINS_WRITING = re.compile(r"\b(?:IMMEDIATE|EXCLUSIVE)\b", re.I)
_CHANGES = re.compile(r"\b(?:INSERT|UPDATE|DELETE|REPLACE)\b", re.I)


def is_writing(query: str) -> bool:
    """Whether SQLite takes its write lock for this statement; in doubt yes."""
    found = _FIRST.match(query)
    word = found.group(1).upper() if found else ""
    if word == "BEGIN":
        return bool(_BEGINS_WRITING.search(query))
    if word == "WITH":
        return bool(_CHANGES.search(query))
    return word not in _READING


class Connection(Database.Connection):
    """A connection that passes the gate before it writes and leaves it when its transaction has ended."""

    poort: Poort | None = None
    timeout_s = TIMEOUT_S

    def enter(self) -> None:
        """Pass the gate; the error of a gate that stays shut is SQLite's own, so that callers know one."""
        if self.poort is None or self.poort.is_held:
            return
        try:
            self.poort.acquire(self.timeout_s)
        except PoortBezet as error:
            raise Database.OperationalError(f"database is locked ({error})") from None
        except OSError as error:
            raise Database.OperationalError(f"unable to open the write gate: {error.strerror}") from None

    def leave(self) -> None:
        """Leave the gate unless a transaction is still open."""
        if self.poort is not None and self.poort.is_held and not self.in_transaction:
            self.poort.release()

    def cursor(self, factory: Any = None) -> Any:
        return super().cursor(factory or Cursor)

    def commit(self) -> None:
        try:
            super().commit()
        finally:
            self.leave()

    def rollback(self) -> None:
        try:
            super().rollback()
        finally:
            self.leave()

    def close(self) -> None:
        try:
            super().close()
        finally:
            if self.poort is not None:
                self.poort.close()


class Cursor(backend.SQLiteCursorWrapper):
    """Every statement goes through here: Django's, and those of libraries that write their own SQL.

    With autocommit the gate is left as soon as the statement has run. One with RETURNING keeps SQLite's own lock until
    its rows are fetched; who comes next waits those microseconds in SQLite's busy handler.
    """

    def execute(self, query: str, params: Any = None) -> Any:
        if is_writing(query):
            self.connection.enter()
        try:
            return super().execute(query, params)
        finally:
            self.connection.leave()

    def executemany(self, query: str, param_list: Any) -> Any:
        if is_writing(query):
            self.connection.enter()
        try:
            return super().executemany(query, param_list)
        finally:
            self.connection.leave()

    def executescript(self, script: str) -> Any:
        self.connection.enter()
        try:
            return super().executescript(script)
        finally:
            self.connection.leave()


class DatabaseCreation(backend.DatabaseCreation):
    """A test database takes the files beside it along when it goes."""

    def _destroy_test_db(self, test_database_name: str, verbosity: int) -> None:
        super()._destroy_test_db(test_database_name, verbosity)
        if test_database_name and not self.is_in_memory_db(test_database_name):
            for suffix in ("-wal", "-shm", "-poort", "-rij"):
                Path(f"{test_database_name}{suffix}").unlink(missing_ok=True)


class DatabaseWrapper(backend.DatabaseWrapper):
    creation_class = DatabaseCreation

    def get_connection_params(self) -> dict[str, Any]:
        options = self.settings_dict["OPTIONS"]
        options.setdefault("transaction_mode", "IMMEDIATE")
        options.setdefault("timeout", TIMEOUT_S)
        return {**super().get_connection_params(), "factory": Connection}

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        connection = super().get_new_connection(conn_params)
        connection.timeout_s = conn_params["timeout"]
        if not self.is_in_memory_db():
            connection.poort = Poort(_path(str(conn_params["database"])))
            _use_wal(connection)
        for pragma in PRAGMAS:
            connection.execute(pragma)
        return connection

    def create_cursor(self, name: str | None = None) -> Any:
        return self.connection.cursor(factory=Cursor)


def _path(name: str) -> str:
    return name.removeprefix("file:").partition("?")[0] if name.startswith("file:") else name


def _use_wal(connection: Connection) -> None:
    """Switch once, inside the gate: two first starts at once would find the file locked."""
    if connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal":
        return
    connection.enter()
    try:
        connection.execute("PRAGMA journal_mode = WAL")
    finally:
        connection.leave()
