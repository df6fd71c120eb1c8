"""A file in pieces: whatever is cut, what was answered for is there, and the file comes out byte for byte."""

from __future__ import annotations

import hashlib
import io
import os
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from opstap.kern.deel import AndereStand, Deel
from opstap.kern.opslag import BestandBeschadigd, Opslag, SchijfVol
from opstap.kern.sleutelring import Sleutelring

RING = Sleutelring({"s1": b"1" * 32})
MB = 1 << 20
SLEUTEL = "ab" * 16


@pytest.fixture
def opslag(tmp_path):
    return Opslag(tmp_path / "bestanden", RING)


class Cut(io.BytesIO):
    """A connection that breaks after so many bytes."""

    def read(self, size=-1):
        part = super().read(size)
        if not part:
            raise ConnectionResetError("weg")
        return part


def files(store):
    return sorted(path.name for path in store.map.rglob("*") if path.is_file())


def test_in_one_piece_it_is_an_ordinary_file_of_the_store(opslag):
    data = os.urandom(2 * MB + 5)
    deel = Deel(opslag, SLEUTEL, len(data))
    assert deel.vervolg(0, io.BytesIO(data)) == len(data)
    kept = deel.klaar()
    assert (kept.sleutel, kept.grootte, kept.sha256) == (SLEUTEL, len(data), hashlib.sha256(data).hexdigest())
    assert opslag.lees_alles(SLEUTEL, 3 * MB) == data
    assert files(opslag) == [SLEUTEL]


@settings(max_examples=12, deadline=None)
@given(st.integers(1, 3 * MB), st.lists(st.integers(0, 2 * MB), max_size=6), st.randoms())
def test_however_it_is_cut_it_comes_out_byte_for_byte(tmp_path_factory, size, pieces, chance):
    store = Opslag(tmp_path_factory.mktemp("deel"), RING)
    data = random.Random(size).randbytes(size)
    for piece in [*pieces, size]:
        deel = Deel(store, SLEUTEL, size)  # a new request each time: nothing is remembered but what lies on the disk
        at = deel.stand()
        source = data[at : at + piece]
        assert deel.vervolg(at, Cut(source) if chance.random() < 0.5 else io.BytesIO(source)) == at + len(source)
        assert Deel(store, SLEUTEL, size).stand() == at + len(source)
    kept = deel.klaar()
    assert store.controleer(SLEUTEL) == kept
    assert kept.sha256 == hashlib.sha256(data).hexdigest()
    assert files(store) == [SLEUTEL]


def test_a_piece_from_another_place_is_refused_with_how_far_it_is(opslag):
    deel = Deel(opslag, SLEUTEL, 100)
    deel.vervolg(0, io.BytesIO(b"x" * 40))
    for wrong in (0, 39, 41, 100):
        with pytest.raises(AndereStand) as told:
            deel.vervolg(wrong, io.BytesIO(b"y" * 60))
        assert told.value.stand == 40


def test_a_connection_that_hangs_cannot_write_over_the_one_that_came_after_it(opslag):
    data = os.urandom(3 * MB)
    first, second = Deel(opslag, SLEUTEL, len(data)), Deel(opslag, SLEUTEL, len(data))

    class Hanging(io.BytesIO):
        """Its first chunk comes; while it hangs in the second, another request sends that chunk."""

        def read(self, size=-1):
            if self.tell() == MB + MB // 2:
                second.vervolg(MB, io.BytesIO(data[MB : 2 * MB]))
            return super().read(size)

    with pytest.raises(AndereStand) as told:
        first.vervolg(0, Hanging(data))
    assert told.value.stand == 2 * MB
    assert second.vervolg(2 * MB, io.BytesIO(data[2 * MB :])) == 3 * MB
    second.klaar()
    assert opslag.lees_alles(SLEUTEL, 3 * MB) == data


def test_a_chunk_that_a_kill_cut_in_two_is_never_sealed_again_under_its_number(opslag):
    data = os.urandom(3 * MB)
    deel = Deel(opslag, SLEUTEL, len(data))
    deel.vervolg(0, io.BytesIO(data[: 2 * MB]))
    os.truncate(deel.half, deel.half.stat().st_size - 10)
    before = deel.half.read_bytes()[:60]
    assert deel.stand() == 0
    assert deel.vervolg(0, io.BytesIO(data)) == 3 * MB
    assert deel.half.read_bytes()[:60] != before  # another key
    assert deel.klaar().sha256 == hashlib.sha256(data).hexdigest()


def test_it_may_be_said_ready_twice_and_after_a_kill_in_between(opslag):
    deel = Deel(opslag, SLEUTEL, 5)
    deel.vervolg(0, io.BytesIO(b"abcde"))
    kept = deel.klaar()
    again = Deel(opslag, SLEUTEL, 5)
    assert (again.stand(), again.klaar()) == (5, kept)


def test_the_disk_shows_nothing_of_what_has_come(opslag):
    deel = Deel(opslag, SLEUTEL, 1000)
    deel.vervolg(0, io.BytesIO(b"loonstrook van mevrouw Jansen"))
    for name in files(opslag):
        assert b"Jansen" not in (opslag.map / SLEUTEL[:2] / name).read_bytes()
    assert deel.rest.stat().st_mode & 0o077 == 0


def test_a_part_that_the_disk_lost_is_found_before_it_counts(opslag):
    data = os.urandom(2 * MB)
    Deel(opslag, SLEUTEL, len(data)).vervolg(0, io.BytesIO(data[:MB]))
    deel = Deel(opslag, SLEUTEL, len(data))
    deel.vervolg(MB, io.BytesIO(data[MB:]))
    with open(deel.half, "r+b") as file:
        file.seek(500_000)
        file.write(bytes(4096))
    with pytest.raises(BestandBeschadigd):
        deel.klaar()


def test_a_full_disk_keeps_what_was_answered_for(opslag, monkeypatch):
    import errno

    deel = Deel(opslag, SLEUTEL, 100)
    deel.vervolg(0, io.BytesIO(b"x" * 40))

    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        with pytest.raises(SchijfVol):
            deel.vervolg(40, io.BytesIO(b"x" * 60))
    assert deel.stand() == 40


def test_what_nobody_goes_on_with_goes(opslag):
    deel = Deel(opslag, SLEUTEL, 2 * MB)
    deel.vervolg(0, io.BytesIO(b"x" * (MB + 5)))
    deel.weg()
    assert (files(opslag), deel.stand()) == ([], 0)
