"""The write gate: one at a time, in turn, and never stuck for good."""

from __future__ import annotations

import multiprocessing
import os
import threading
import time

import pytest

from opstap.kern.sqlite.poort import Poort, PoortBezet

FORK = multiprocessing.get_context("fork")


@pytest.fixture
def database(tmp_path):
    return str(tmp_path / "opstap.sqlite3")


@pytest.fixture
def gate(database):
    gate = Poort(database)
    yield gate
    gate.close()


def start(target, *arguments):
    process = FORK.Process(target=target, args=arguments, daemon=True)
    process.start()
    return process


def test_one_at_a_time_over_processes(database):
    counter = FORK.Value("i", 0, lock=False)
    clashes = FORK.Value("i", 0)

    def write():
        gate = Poort(database)
        for _ in range(200):
            gate.acquire(20)
            seen = counter.value
            time.sleep(0)
            clashes.value += counter.value != seen
            counter.value = seen + 1
            gate.release()

    processes = [start(write) for _ in range(4)]
    for process in processes:
        process.join(30)
    assert [process.exitcode for process in processes] == [0] * 4
    assert (counter.value, clashes.value) == (800, 0)


def test_one_at_a_time_over_threads(database):
    inside, clashes = [], []

    def write():
        gate = Poort(database)
        for _ in range(50):
            gate.acquire(20)
            inside.append(1)
            clashes.extend([1] * (len(inside) != 1))
            time.sleep(0)
            inside.pop()
            gate.release()
        gate.close()

    threads = [threading.Thread(target=write) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert not clashes
    assert not any(thread.is_alive() for thread in threads)


def test_who_just_wrote_cannot_pass_who_waits(database):
    """Four writers that want in all the time get their turns evenly."""
    turns = FORK.Array("i", 4, lock=False)
    total = 200

    def write(index):
        gate = Poort(database)
        while True:
            gate.acquire(20)
            done = sum(turns) >= total
            turns[index] += not done
            time.sleep(0.001)  # about as long as a durable commit
            gate.release()
            if done:
                return

    first = Poort(database)
    first.acquire(20)
    processes = [start(write, index) for index in range(4)]
    time.sleep(0.3)  # all four stand in the row
    first.close()
    for process in processes:
        process.join(30)
    assert sum(turns) == total
    assert max(turns) <= 2 * min(turns)


def test_the_row_goes_on_when_a_writer_is_killed(database, gate):
    ready = FORK.Event()

    def write_forever():
        other = Poort(database)
        other.acquire(20)
        ready.set()
        time.sleep(60)

    process = start(write_forever)
    assert ready.wait(10)
    with pytest.raises(PoortBezet):
        gate.acquire(0.05)
    process.kill()
    process.join(10)
    gate.acquire(10)
    assert gate.is_held


def test_a_gate_that_stays_shut_is_said_in_time_and_leaves_the_row_free(database, gate):
    gate.acquire(1)
    failed = FORK.Value("i", 0)

    def write():
        other = Poort(database)
        for _ in range(2):
            try:
                other.acquire(0.1)
            except PoortBezet:
                failed.value += 1

    processes = [start(write) for _ in range(3)]
    for process in processes:
        process.join(20)
    assert failed.value == 6


def test_the_same_thread_through_another_connection_is_refused_at_once(database, gate):
    gate.acquire(1)
    with pytest.raises(PoortBezet, match="another connection"):
        Poort(database).acquire(60)


def test_a_child_neither_holds_nor_frees_the_gate_of_its_parent(database, gate):
    gate.acquire(1)
    outcome = FORK.Value("i", 0)

    def child():
        outcome.value += not gate.is_held
        gate.release()
        gate.close()
        try:
            gate.acquire(0.1)
        except PoortBezet:
            outcome.value += 2

    process = start(child)
    process.join(20)
    assert outcome.value == 3
    assert gate.is_held


def test_the_parent_frees_the_gate_while_a_child_lives_on(database, gate):
    gate.acquire(1)
    process = start(time.sleep, 60)
    gate.release()
    other = Poort(database)
    other.acquire(1)
    other.close()
    process.kill()
    process.join(10)


def test_closing_frees_it_and_it_can_be_used_again(database, gate):
    gate.acquire(1)
    gate.close()
    other = Poort(database)
    other.acquire(0.1)
    other.close()
    gate.acquire(0.1)
    assert gate.is_held


def test_a_link_to_the_database_has_the_same_gate(tmp_path, database, gate):
    os.symlink(database, tmp_path / "link.sqlite3")
    assert Poort(str(tmp_path / "link.sqlite3")).paths == gate.paths
