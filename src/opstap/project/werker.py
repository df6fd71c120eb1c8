"""The worker: reads papers, sends notices, looks at the clocks of a new day. One process; killed and started again it
goes on where it was, because every task may be run twice.
"""

from __future__ import annotations

import os
import signal
import threading

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "opstap.project.settings.base")
django.setup()

from django.db import close_old_connections  # noqa: E402
from django_tasks_db.management.commands.db_worker import Worker  # noqa: E402

from opstap.project.dagwerk import every_day, every_minute  # noqa: E402

MINUUT = 60.0


def _rounds(stop: threading.Event) -> None:
    """The small round each minute, and the large one when a new day has come."""
    last_day = None
    while not stop.is_set():
        close_old_connections()
        every_minute()
        last_day = every_day(last_day)
        stop.wait(MINUUT)


def main() -> None:
    stop = threading.Event()
    worker = Worker(
        queue_names=["default"], interval=0.3, batch=False, backend_name="default", startup_delay=False,
        max_tasks=None, worker_id=f"werker-{os.getpid()}", excluded_queue_names=[],
    )  # fmt: skip

    def end(*_: object) -> None:
        stop.set()
        worker.running = False

    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, end)
    threading.Thread(target=_rounds, args=(stop,), daemon=True).start()
    worker.run()


if __name__ == "__main__":
    main()
