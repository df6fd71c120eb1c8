"""Pytest plugin (`-p tests.only_database`): keep the tests that meet the database.

The others give the same answer whatever the database is; the run on PostgreSQL need not repeat them.
"""

from __future__ import annotations

import pytest


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    chosen = [item for item in items if meets_database(item)]
    config.hook.pytest_deselected(items=[item for item in items if item not in set(chosen)])
    items[:] = chosen


def meets_database(item: pytest.Item) -> bool:
    """Marked for the database, or with a fixture that opens it."""
    opens = {"db", "transactional_db", "live_server"} & set(getattr(item, "fixturenames", ()))
    return bool(opens) or item.get_closest_marker("django_db") is not None
