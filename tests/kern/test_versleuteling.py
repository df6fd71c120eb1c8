"""Any bytes come back the same; any change to what is stored is found."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from opstap.kern import versleuteling
from opstap.kern.sleutelring import SleutelFout, Sleutelring
from opstap.kern.versleuteling import Beschadigd, decrypt, encrypt, new_file_id

RING = Sleutelring({"s1": b"1" * 32})
SMALL = 64  # chunk size in these tests, so that many boundaries fit in few bytes


@pytest.fixture(autouse=True)
def small_chunks(monkeypatch):
    monkeypatch.setattr(versleuteling, "CHUNK", SMALL)


def seal(plain: bytes, ring: Sleutelring = RING) -> tuple[bytes, list[bytes]]:
    file_id = new_file_id()
    return file_id, list(encrypt(io.BytesIO(plain).read, ring, file_id))


def unseal(stored: bytes, file_id: bytes, ring: Sleutelring = RING) -> bytes:
    return b"".join(decrypt(io.BytesIO(stored).read, ring, file_id))


class Dribble:
    """A stream that gives fewer bytes than were asked for, as sockets do."""

    def __init__(self, data: bytes, step: int) -> None:
        self.stream, self.step = io.BytesIO(data), step

    def read(self, size: int) -> bytes:
        return self.stream.read(min(size, self.step))


@given(plain=st.binary(max_size=5 * SMALL), step=st.integers(1, 3 * SMALL))
@settings(deadline=None)
def test_any_bytes_come_back_however_slowly_they_arrive(plain, step):
    file_id = new_file_id()
    stored = b"".join(encrypt(Dribble(plain, step).read, RING, file_id))
    assert b"".join(decrypt(Dribble(stored, step).read, RING, file_id)) == plain


@pytest.mark.parametrize("size", [0, 1, SMALL - 1, SMALL, SMALL + 1, 2 * SMALL, 2 * SMALL + 1])
def test_every_chunk_boundary_comes_back(size):
    plain = bytes(range(256))[:1] * size
    file_id, parts = seal(plain)
    assert unseal(b"".join(parts), file_id) == plain


@given(plain=st.binary(max_size=4 * SMALL), data=st.data())
@settings(deadline=None)
def test_any_flipped_bit_is_found(plain, data):
    file_id, parts = seal(plain)
    stored = bytearray(b"".join(parts))
    place = data.draw(st.integers(0, len(stored) - 1))
    stored[place] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises((Beschadigd, SleutelFout)):
        unseal(bytes(stored), file_id)


@given(plain=st.binary(max_size=4 * SMALL), data=st.data())
@settings(deadline=None)
def test_any_cut_is_found(plain, data):
    file_id, parts = seal(plain)
    stored = b"".join(parts)
    with pytest.raises(Beschadigd):
        unseal(stored[: data.draw(st.integers(0, len(stored) - 1))], file_id)


def test_a_cut_between_chunks_is_found():
    file_id, parts = seal(b"a" * 3 * SMALL)
    for count in range(1, len(parts)):
        with pytest.raises(Beschadigd):
            unseal(b"".join(parts[:count]), file_id)


@pytest.mark.parametrize("order", [(0, 2, 1, 3), (0, 1, 1, 3), (0, 1, 3, 2), (0, 1, 2, 3, 3), (0, 1, 3)])
def test_chunks_that_were_swapped_repeated_or_dropped_are_found(order):
    file_id, parts = seal(b"a" * SMALL + b"b" * SMALL + b"c" * SMALL)
    assert len(parts) == 4
    with pytest.raises(Beschadigd):
        unseal(b"".join(parts[index] for index in order), file_id)


def test_a_chunk_of_another_file_is_found():
    file_id, mine = seal(b"a" * 2 * SMALL)
    _, other = seal(b"a" * 2 * SMALL)
    with pytest.raises(Beschadigd):
        unseal(mine[0] + other[1] + mine[2], file_id)


def test_two_files_that_changed_places_are_found():
    mine, _ = seal(b"a")
    _, other = seal(b"a")
    with pytest.raises(Beschadigd, match="ander bestand"):
        unseal(b"".join(other), mine)


def test_bytes_added_behind_the_end_are_found():
    file_id, parts = seal(b"a" * SMALL)
    with pytest.raises(Beschadigd):
        unseal(b"".join(parts) + b"x", file_id)


def test_equal_plaintexts_never_look_alike_and_never_show():
    _, first = seal(b"dezelfde brief" * 20)
    _, second = seal(b"dezelfde brief" * 20)
    assert set(first).isdisjoint(second)
    assert b"brief" not in b"".join(first)


def test_another_main_key_under_the_same_name_does_not_open_it():
    file_id, parts = seal(b"geheim")
    with pytest.raises(Beschadigd):
        unseal(b"".join(parts), file_id, Sleutelring({"s1": b"2" * 32}))
