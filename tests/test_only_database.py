"""The run on PostgreSQL leaves out only what meets no database."""

from __future__ import annotations

import pytest

pytest_plugins = ["pytester"]

TESTS = """
import pytest

@pytest.fixture
def db(): pass

@pytest.fixture
def cast(db): pass

@pytest.mark.django_db
def test_marked(): pass

def test_by_fixture(db): pass

def test_by_fixture_of_fixture(cast): pass

@pytest.mark.django_db
class TestGroup:
    def test_in_group(self): pass

def test_pure(): pass
"""


def test_it_keeps_every_test_that_meets_the_database(pytester: pytest.Pytester):
    pytester.makeini("[pytest]\nmarkers = django_db: meets the database")
    pytester.makepyfile(TESTS)
    result = pytester.runpytest_inprocess("-p", "no:django", "-p", "tests.only_database", "-v")
    result.assert_outcomes(passed=4, deselected=1)
    result.stdout.no_fnmatch_line("*test_pure*")
