"""The backend on a real file: its settings, when the gate is held, and many processes at once."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import IntegrityError, OperationalError

from opstap.kern.sqlite import library
from opstap.kern.sqlite.base import DatabaseWrapper, is_writing

HERE = Path(__file__).parent
DEFAULTS = {
    "ATOMIC_REQUESTS": False,
    "AUTOCOMMIT": True,
    "CONN_MAX_AGE": 0,
    "CONN_HEALTH_CHECKS": False,
    "TIME_ZONE": None,
    "USER": "",
    "PASSWORD": "",
    "HOST": "",
    "PORT": "",
    "TEST": {"NAME": None, "CHARSET": None, "COLLATION": None, "MIGRATE": True, "MIRROR": None},
}


def wrapper(path: Path, alias: str = "proef", **options) -> DatabaseWrapper:
    return DatabaseWrapper({**DEFAULTS, "NAME": str(path), "OPTIONS": options}, alias)


@pytest.fixture
def database(tmp_path, settings, monkeypatch):
    """A wrapper that `transaction.atomic(using="proef")` finds, on a fresh file with one table."""
    from django.db import connections

    made = wrapper(tmp_path / "proef.sqlite3")
    connections.settings["proef"] = made.settings_dict
    connections["proef"] = made
    made.inc_thread_sharing()
    run(made, "CREATE TABLE t (id integer primary key, x text unique)")
    yield made
    made.close()
    del connections["proef"], connections.settings["proef"]


@pytest.fixture(autouse=True)
def allow_this_database(django_db_blocker):
    with django_db_blocker.unblock():
        yield


def run(database, query, params=()):
    with database.cursor() as cursor:
        cursor.execute(query, params)
        return cursor.fetchall()


def is_held(database) -> bool:
    return database.connection.poort.is_held


@pytest.mark.parametrize(
    ("pragma", "value"), [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("mmap_size", 0)]
)
def test_its_settings_are_the_safe_ones(database, pragma, value):
    assert run(database, f"PRAGMA {pragma}") == [(value,)]


def test_transactions_are_immediate_and_wait_twenty_seconds(database):
    assert database.transaction_mode == "IMMEDIATE"
    assert run(database, "PRAGMA busy_timeout") == [(20_000,)]


def test_only_django_gets_the_newer_library(database):
    assert database.Database.sqlite_version_info >= library.OLDEST
    assert sys.modules["sqlite3"] is sqlite3
    assert sqlite3.connect is not database.Database.connect


@pytest.mark.parametrize("version", [(3, 40, 1), (3, 51, 2)])
def test_a_library_that_can_damage_data_is_refused(version):
    with pytest.raises(ImproperlyConfigured, match=r"3\.51\.3"):
        library.require_version(version)


def test_the_first_good_version_is_accepted():
    assert library.require_version((3, 51, 3)) is None


def test_a_missing_library_is_said_in_words(monkeypatch):
    monkeypatch.setitem(sys.modules, "pysqlite3", None)
    with pytest.raises(ImproperlyConfigured, match="pysqlite3 ontbreekt"):
        library.pysqlite()


def test_a_backend_that_was_loaded_with_the_other_library_is_refused(monkeypatch):
    import django.db.backends.sqlite3.base as backend

    monkeypatch.setattr(backend, "Database", sqlite3.dbapi2)
    with pytest.raises(ImproperlyConfigured, match="al geladen"):
        library.django_backend()


@pytest.mark.parametrize(
    "query",
    [
        "INSERT INTO t VALUES (1)", "  update t set x=1", "-- why\nDELETE FROM t", "/* why */ CREATE TABLE u (x)",
        "BEGIN IMMEDIATE", "begin exclusive", "WITH a AS (SELECT 1) INSERT INTO t SELECT * FROM a", "VACUUM", "(odd",
    ],
)  # fmt: skip
def test_it_knows_what_writes(query):
    assert is_writing(query)


@pytest.mark.parametrize("query", ["SELECT 1", "PRAGMA journal_mode", "BEGIN", "BEGIN DEFERRED", "WITH a AS (SELECT 1) SELECT * FROM a", "COMMIT", 'SAVEPOINT "s1"'])  # fmt: skip  # noqa: E501
def test_it_knows_what_reads(query):
    assert not is_writing(query)


def test_a_transaction_holds_the_gate_from_begin_to_commit_over_savepoints(database):
    from django.db import transaction

    with transaction.atomic(using="proef"):
        assert is_held(database)
        with pytest.raises(IntegrityError), transaction.atomic(using="proef"):
            run(database, "INSERT INTO t (x) VALUES ('a'), ('a')")
        assert is_held(database)
        run(database, "INSERT INTO t (x) VALUES ('b')")
    assert not is_held(database)
    assert run(database, "SELECT x FROM t") == [("b",)]


def test_a_rolled_back_transaction_leaves_the_gate(database):
    from django.db import transaction

    def write_and_fail():
        with transaction.atomic(using="proef"):
            run(database, "INSERT INTO t (x) VALUES ('a')")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_and_fail()
    assert not is_held(database)
    assert run(database, "SELECT x FROM t") == []


@pytest.mark.parametrize("query", ["INSERT INTO t (x) VALUES ('a')", "INSERT INTO t (x) VALUES ('a') RETURNING id", "SELECT 1"])  # fmt: skip  # noqa: E501
def test_a_single_statement_leaves_the_gate_behind_it(database, query):
    run(database, query)
    assert not is_held(database)


def test_a_failing_statement_leaves_the_gate(database):
    with pytest.raises(OperationalError):
        run(database, "INSERT INTO nergens VALUES (1)")
    assert not is_held(database)


def test_many_rows_and_scripts_pass_the_gate_too(database):
    with database.cursor() as cursor:
        cursor.executemany("INSERT INTO t (x) VALUES (%s)", [("a",), ("b",)])
        assert not is_held(database)
    database.connection.executescript("BEGIN; INSERT INTO t (x) VALUES ('c');")
    assert is_held(database)
    database.connection.commit()
    assert not is_held(database)
    assert run(database, "SELECT count(*) FROM t") == [(3,)]


def test_without_autocommit_the_first_change_takes_the_gate(database):
    database.set_autocommit(False)
    run(database, "SELECT 1")
    assert not is_held(database)
    run(database, "INSERT INTO t (x) VALUES ('a')")
    assert is_held(database)
    database.rollback()
    assert not is_held(database)


def test_closing_in_the_middle_leaves_the_gate(database, tmp_path):
    from django.db import transaction

    with transaction.atomic(using="proef"):
        database.close()
    other = wrapper(tmp_path / "proef.sqlite3", timeout=0.1)
    run(other, "INSERT INTO t (x) VALUES ('a')")
    other.close()


def test_a_second_connection_of_one_thread_gets_sqlites_own_error(database, tmp_path):
    from django.db import transaction

    other = wrapper(tmp_path / "proef.sqlite3")
    with transaction.atomic(using="proef"), pytest.raises(OperationalError, match="database is locked"):
        run(other, "INSERT INTO t (x) VALUES ('a')")
    other.close()


def test_readers_never_wait_for_a_writer(database, tmp_path):
    from django.db import transaction

    other, seen = wrapper(tmp_path / "proef.sqlite3"), []
    other.inc_thread_sharing()
    with transaction.atomic(using="proef"):
        run(database, "INSERT INTO t (x) VALUES ('a')")
        thread = threading.Thread(target=lambda: seen.append(run(other, "SELECT count(*) FROM t")))
        thread.start()
        thread.join(10)
        assert seen == [[(0,)]]
    other.close()


def test_a_database_in_memory_has_no_gate():
    memory = DatabaseWrapper({**DEFAULTS, "NAME": ":memory:", "OPTIONS": {}}, "geheugen")
    run(memory, "CREATE TABLE t (x)")
    assert memory.connection.poort is None


def test_a_test_database_takes_its_files_along(database, tmp_path):
    run(database, "INSERT INTO t (x) VALUES ('a')")
    database.creation._destroy_test_db(str(tmp_path / "proef.sqlite3"), 0)
    assert list(tmp_path.iterdir()) == []


def test_many_processes_lose_nothing_and_none_sees_a_locked_database(tmp_path):
    """Six processes start at once on a database that is not there yet; each adds to one counter, half in savepoints."""
    path = tmp_path / "samen.sqlite3"
    command = [sys.executable, str(HERE / "writer.py"), str(path), "60"]
    processes = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(6)]
    answers = [process.communicate(timeout=120) for process in processes]
    assert [error.decode() for _, error in answers] == [""] * 6
    assert sum(json.loads(out)["written"] for out, _ in answers) == 360
    check = wrapper(path)
    assert run(check, "SELECT n FROM teller") == [(360,)]
    assert run(check, "SELECT count(*) FROM rij") == [(360,)]
    check.close()
