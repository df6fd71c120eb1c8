"""One of several processes that write to one database: `writer.py DATABASE COUNT` adds COUNT times to a counter."""

from __future__ import annotations

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[3] / "src"))

import django
from django.conf import settings

settings.configure(DATABASES={"default": {"ENGINE": "opstap.kern.sqlite", "NAME": sys.argv[1]}}, INSTALLED_APPS=[])
django.setup()

from django.db import connection, transaction  # noqa: E402


def main(count: int) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("CREATE TABLE IF NOT EXISTS teller (id integer primary key, n integer)")
        cursor.execute("CREATE TABLE IF NOT EXISTS rij (id integer primary key, x integer)")
        cursor.execute("INSERT OR IGNORE INTO teller VALUES (1, 0)")
    for number in range(count):
        with transaction.atomic(), connection.cursor() as cursor:
            (before,) = cursor.execute("SELECT n FROM teller").fetchone()
            with transaction.atomic(savepoint=number % 2 == 0):
                cursor.execute("UPDATE teller SET n = %s", [before + 1])
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO rij (x) VALUES (%s) RETURNING id", [number])
            cursor.fetchone()
    json.dump({"written": count}, sys.stdout)


main(int(sys.argv[2]))
