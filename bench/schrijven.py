"""Writing to SQLite: a small durable transaction against what the disk can do, and eight writers at one gate."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

WRITERS = 8
SECONDS = 2.0
ROUNDS = 5
_SOURCE = str(Path(__file__).resolve().parents[1] / "src")


def measure() -> list[dict]:
    with tempfile.TemporaryDirectory() as folder:
        bare_sql, atomic, disk = [], [], []
        for number in range(ROUNDS):  # in turns, so that all meet the same machine
            bare_sql.append(_alone(Path(folder) / f"sql-{number}.sqlite3", "sql"))
            atomic.append(_alone(Path(folder) / f"atomic-{number}.sqlite3", "atomic"))
            disk.append(_overwrite(Path(folder) / "schijf"))
        gated = _together(Path(folder) / "met.sqlite3", gate=True)
        bare = _together(Path(folder) / "zonder.sqlite3", gate=False)
    best = statistics.median(disk)
    share, share_atomic = (100 * statistics.median(rates) / best for rates in (bare_sql, atomic))
    return [
        _row("transactie met poort tegen overschrijven", share, "%", "≥ 80", _rates(bare_sql, disk)),
        _row("dezelfde met transaction.atomic van Django", share_atomic, "%", "", _rates(atomic, disk)),
        _row(f"{WRITERS} schrijvers met poort: p99/p50", gated["p99"] / gated["p50"], "×", "≤ 8", _tail(gated)),
        _row("langste wachttijd met poort", gated["longest"] * 1000, "ms", "", "zonder poort: " + _tail(bare)),
        _row("schrijfacties met poort", gated["rate"], "per s", "", f"zonder poort: {bare['rate']:.0f} per s"),
        _row("minste tegen meeste beurten", 100 * gated["fair"], "%", "", f"zonder poort: {100 * bare['fair']:.0f} %"),
    ]


def _row(naam: str, waarde: float, eenheid: str, lat: str, toelichting: str) -> dict:
    return {"naam": naam, "waarde": waarde, "eenheid": eenheid, "lat": lat, "toelichting": toelichting}


def _rates(alone: list[float], disk: list[float]) -> str:
    return f"{statistics.median(alone):.0f} transacties en {statistics.median(disk):.0f} keer 4 KiB + fdatasync per s"


def _tail(result: dict) -> str:
    p50, p99, longest = (1000 * result[key] for key in ("p50", "p99", "longest"))
    return f"p50 {p50:.1f} ms, p99 {p99:.1f} ms, langste {longest:.0f} ms".replace(".", ",")


def _overwrite(path: Path, seconds: float = 0.5) -> float:
    """How often a second the disk makes 4 KiB durable in a file that is already there."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT)
    block = os.urandom(4096)
    os.pwrite(handle, bytes(4 << 20), 0)
    os.fsync(handle)
    count, began = 0, time.perf_counter()
    while (passed := time.perf_counter() - began) < seconds:
        os.pwrite(handle, block, (count % 1024) * 4096)
        os.fdatasync(handle)
        count += 1
    os.close(handle)
    return count / passed


def _alone(path: Path, how: str, seconds: float = 0.5) -> float:
    """Durable transactions a second of one process."""
    return json.loads(_start(path, seconds, how).communicate()[0])["count"] / seconds


def _together(path: Path, *, gate: bool) -> dict:
    how = "atomic" if gate else "zonder"
    _start(path, 0.0, how).communicate()
    processes = [_start(path, SECONDS, how) for _ in range(WRITERS)]
    answers = [json.loads(process.communicate()[0]) for process in processes]
    times = sorted(duration for answer in answers for duration in answer["times"])
    counts = [answer["count"] for answer in answers]
    return {
        "p50": times[len(times) // 2],
        "p99": times[int(len(times) * 0.99)],
        "longest": times[-1],
        "rate": len(times) / SECONDS,
        "fair": min(counts) / max(counts),
    }


def _start(path: Path, seconds: float, how: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, __file__, str(path), str(seconds), how]
    return subprocess.Popen(command, stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": _SOURCE})


def _write(path: str, seconds: float, how: str) -> None:
    """One writer: transactions of one row until the time is up, by Django (`zonder`: no gate) or in plain SQL."""
    import django
    from django.conf import settings

    settings.configure(DATABASES={"default": {"ENGINE": "opstap.kern.sqlite", "NAME": path}}, INSTALLED_APPS=[])
    django.setup()
    from django.db import connection, transaction

    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("CREATE TABLE IF NOT EXISTS rij (id integer primary key, tekst text)")
    if how == "zonder":
        connection.connection.poort = None
    plain = connection.connection

    def by_django() -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("INSERT INTO rij (tekst) VALUES (%s)", ["x" * 200])

    def by_sql() -> None:
        plain.execute("BEGIN IMMEDIATE")
        plain.execute("INSERT INTO rij (tekst) VALUES (%s)", ["x" * 200])
        plain.execute("COMMIT")

    write = by_sql if how == "sql" else by_django
    times, end = [], time.perf_counter() + seconds
    while (began := time.perf_counter()) < end:
        write()
        times.append(time.perf_counter() - began)
    json.dump({"count": len(times), "times": times}, sys.stdout)


if __name__ == "__main__":
    _write(sys.argv[1], float(sys.argv[2]), sys.argv[3])
