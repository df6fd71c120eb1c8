"""The one clock. Nothing else in Opstap asks the machine for the time.

Tests freeze it with `at(...)`. The practice town and the browser tests move a running server with a small
file: the environment variable OPSTAP_KLOK names a file that holds one ISO moment, and that moment is now.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
_frozen: ContextVar[datetime | None] = ContextVar("frozen", default=None)


def now() -> datetime:
    """This moment, with time zone UTC."""
    frozen = _frozen.get()
    if frozen is not None:
        return frozen
    return _moved() or datetime.now(UTC)


def today() -> date:
    """The day it is in the Netherlands."""
    return now().astimezone(AMSTERDAM).date()


@contextmanager
def at(moment: datetime | date) -> Iterator[None]:
    """Freeze the clock inside the block. A date means noon of that day in the Netherlands."""
    if not isinstance(moment, datetime):
        moment = datetime(moment.year, moment.month, moment.day, 12, tzinfo=AMSTERDAM)
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=AMSTERDAM)
    token = _frozen.set(moment.astimezone(UTC))
    try:
        yield
    finally:
        _frozen.reset(token)


def _moved() -> datetime | None:
    path = os.environ.get("OPSTAP_KLOK")
    if not path:
        return None
    try:
        moment = datetime.fromisoformat(Path(path).read_text(encoding="utf-8").strip())
    except (OSError, ValueError):
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=AMSTERDAM)).astimezone(UTC)
