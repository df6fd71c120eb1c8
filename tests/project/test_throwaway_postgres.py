"""A PostgreSQL for one run: it works, it meets nobody else, and nothing of it stays."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import psycopg
import pytest

from opstap.kern.commands import InvoerFout
from opstap.project import throwaway_postgres as room
from opstap.project.throwaway_postgres import throwaway_postgres


def folder_of(url: str) -> Path:
    return Path(parse_qs(urlsplit(url).query)["host"][0])


def test_it_serves_one_empty_database_and_leaves_nothing_behind():
    with throwaway_postgres() as url:
        with psycopg.connect(url) as connection:
            assert connection.execute("SELECT current_database()").fetchone() == ("opstap",)
            assert connection.execute("SHOW listen_addresses").fetchone() == ("",)
            assert connection.execute("SHOW fsync").fetchone() == ("off",)
        folder = folder_of(url)
        pid = int((folder / "data/postmaster.pid").read_text().split()[0])
        owner = (folder / "data").stat().st_uid
        assert owner != 0
    assert not folder.exists()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_a_fault_inside_stops_it_too():
    seen = []

    def fail_inside():
        with throwaway_postgres(durable=True) as url:
            seen.append(folder_of(url))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_inside()
    assert not seen[0].exists()


def test_a_machine_without_postgresql_gets_a_sentence(monkeypatch):
    monkeypatch.setattr(Path, "glob", lambda self, pattern: iter(()))
    monkeypatch.setattr(room.shutil, "which", lambda name: None)
    with pytest.raises(InvoerFout, match="apt install postgresql"), throwaway_postgres():
        pass


def test_a_server_that_cannot_begin_gets_a_sentence(monkeypatch):
    monkeypatch.setattr(room, "_FORGETFUL", ("fsync=misschien",))
    with pytest.raises(InvoerFout, match="kan niet beginnen"), throwaway_postgres():
        pass
