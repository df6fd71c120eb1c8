"""The store: whole or not at all, never changed, never named after a person."""

from __future__ import annotations

import errno
import hashlib
import io
import os
import resource
import stat
import subprocess
import tracemalloc

import pytest

from opstap.kern import opslag as room
from opstap.kern.opslag import (
    BestandBeschadigd,
    OnbekendeSleutel,
    Opslag,
    OpSlot,
    SchijfVol,
    TeGroot,
)
from opstap.kern.sleutelring import Sleutelring

RING = Sleutelring({"s1": b"1" * 32})
MB = 1 << 20


@pytest.fixture
def opslag(tmp_path):
    return Opslag(tmp_path / "bestanden", RING)


def files(store: Opslag) -> list[str]:
    return [path.name for path in store.map.rglob("*") if path.is_file()]


def put(store: Opslag, data: bytes) -> str:
    return store.schrijf(io.BytesIO(data), 10 * MB).sleutel


def test_what_goes_in_comes_out_with_its_size_and_hash(opslag):
    data = os.urandom(2 * MB + 17)
    kept = opslag.schrijf(io.BytesIO(data), 3 * MB)
    assert kept.grootte == len(data)
    assert kept.sha256 == hashlib.sha256(data).hexdigest()
    assert b"".join(opslag.lees(kept.sleutel)) == data
    assert opslag.lees_alles(kept.sleutel, len(data)) == data
    assert opslag.controleer(kept.sleutel, kept.sha256) == kept


def test_an_empty_file_is_a_file(opslag):
    assert opslag.lees_alles(put(opslag, b""), 0) == b""


def test_the_disk_shows_neither_words_nor_readable_files(opslag):
    sleutel = put(opslag, b"loonstrook van mevrouw Jansen")
    path = opslag.map / sleutel[:2] / sleutel
    assert b"Jansen" not in path.read_bytes()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert len(sleutel) == 32


def test_the_same_file_twice_is_two_files(opslag):
    assert put(opslag, b"x") != put(opslag, b"x")


def test_too_large_is_refused_and_leaves_nothing(opslag):
    with pytest.raises(TeGroot, match="5 MB"):
        opslag.schrijf(io.BytesIO(b"x" * 6_000_000), 5_000_000)
    assert files(opslag) == []


def test_exactly_the_limit_is_allowed_and_a_larger_read_is_refused(opslag):
    sleutel = opslag.schrijf(io.BytesIO(b"x" * 100), 100).sleutel
    with pytest.raises(TeGroot):
        opslag.lees_alles(sleutel, 99)


def test_a_stream_that_breaks_off_leaves_nothing(opslag):
    class Broken:
        turns = 0

        def read(self, size):
            self.turns += 1
            if self.turns > 2:
                raise ConnectionResetError("weg")
            return b"x" * size

    with pytest.raises(ConnectionResetError):
        opslag.schrijf(Broken(), 100 * MB)
    assert files(opslag) == []


def test_an_existing_file_is_never_overwritten(opslag, monkeypatch):
    monkeypatch.setattr(room, "new_file_id", lambda: b"\x01" * 16)
    sleutel = put(opslag, b"eerste")
    with pytest.raises(FileExistsError):
        put(opslag, b"tweede")
    assert opslag.lees_alles(sleutel, 100) == b"eerste"
    assert files(opslag) == [sleutel]


@pytest.mark.parametrize("sleutel", ["0" * 32, "../../etc/passwd", "", "A" * 32, "0" * 31 + "\n"])
def test_an_unknown_key_is_refused_before_anything_is_read(opslag, sleutel):
    with pytest.raises(OnbekendeSleutel):
        opslag.lees(sleutel)


def test_a_damaged_file_is_found(opslag):
    sleutel = put(opslag, b"x" * 100)
    path = opslag.map / sleutel[:2] / sleutel
    path.write_bytes(path.read_bytes()[:-1] + b"?")
    with pytest.raises(BestandBeschadigd, match="reservekopie"):
        opslag.controleer(sleutel)


def test_a_file_that_is_whole_but_not_the_one_handed_in_is_found(opslag):
    sleutel = put(opslag, b"x")
    with pytest.raises(BestandBeschadigd):
        opslag.controleer(sleutel, hashlib.sha256(b"y").hexdigest())


def test_a_full_disk_is_said_and_leaves_nothing(opslag, monkeypatch):
    written = os.write

    def full(handle, data):
        if len(data) > MB // 2:
            raise OSError(errno.ENOSPC, "No space left on device")
        return written(handle, data)

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(SchijfVol, match="Probeer het later"):
        put(opslag, b"x" * 2 * MB)
    assert files(opslag) == []


@pytest.mark.parametrize("failing", ["fsync", "link"])
def test_a_disk_that_is_full_at_the_last_step_leaves_nothing(opslag, monkeypatch, failing):
    put(opslag, b"x")
    before = files(opslag)

    def full(*_arguments):
        raise OSError(errno.EDQUOT, "Disk quota exceeded")

    monkeypatch.setattr(os, failing, full)
    with pytest.raises(SchijfVol):
        put(opslag, b"y")
    assert files(opslag) == before


@pytest.fixture
def small_disk(tmp_path):
    """A disk of 2 MB; where none may be mounted, the kernel's own limit on the size of a file."""
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(tmp_path)]
    if subprocess.run(mount, capture_output=True).returncode == 0:
        yield tmp_path
        subprocess.run(["umount", str(tmp_path)], check=True)
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (3 * MB // 2, hard))
    yield tmp_path
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_really_full_disk_leaves_what_was_there_and_nothing_half(small_disk):
    store = Opslag(small_disk / "bestanden", RING)
    sleutel = put(store, b"x" * MB)
    with pytest.raises(SchijfVol):
        put(store, b"y" * 2 * MB)
    assert files(store) == [sleutel]
    assert store.lees_alles(sleutel, MB) == b"x" * MB


def test_orphans_go_and_young_or_known_files_stay(opslag):
    known, orphan, young = put(opslag, b"1"), put(opslag, b"2"), put(opslag, b"3")
    draft = opslag.map / orphan[:2] / ".half-0123"
    draft.write_bytes(b"half")
    for path in (opslag.map / known[:2] / known, opslag.map / orphan[:2] / orphan, draft):
        os.utime(path, (0, 0))
    assert opslag.verwijder_wees(lambda sleutel: sleutel == known) == 2
    assert set(opslag.sleutels()) == {known, young}
    assert not draft.exists()


def test_a_new_main_key_takes_over_and_the_old_one_can_go(opslag):
    data = os.urandom(2 * MB + 5)
    sleutel = put(opslag, data)
    both = Opslag(opslag.map, Sleutelring({"s1": b"1" * 32, "s2": b"2" * 32}))
    assert both.rewrap(sleutel) is True
    assert both.rewrap(sleutel) is False
    only_new = Opslag(opslag.map, Sleutelring({"s2": b"2" * 32}))
    assert only_new.lees_alles(sleutel, 3 * MB) == data
    assert files(opslag) == [sleutel]
    with pytest.raises(OpSlot, match="s2"):
        opslag.lees_alles(sleutel, 3 * MB)


def test_memory_stays_small_for_a_large_file(opslag):
    class Zeros:
        left = 40 * MB

        def read(self, size):
            size = min(size, self.left)
            self.left -= size
            return bytes(size)

    tracemalloc.start()
    try:
        sleutel = opslag.schrijf(Zeros(), 40 * MB).sleutel
        for _part in opslag.lees(sleutel):
            pass
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak <= 8 * MB
