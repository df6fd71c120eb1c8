"""Handing in a paper, against the raw encrypted durable write of the same bytes: the store alone, and every way in.

Raw is the least that encrypted and durable can mean: seal each MiB, write it, make the file durable, no hash, no name.
"""

from __future__ import annotations

import io
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from opstap.kern.opslag import Opslag
from opstap.kern.sleutelring import Sleutelring

MB = 1 << 20
RING = Sleutelring({"meting": b"m" * 32})
_SOURCE = str(Path(__file__).resolve().parents[1] / "src")


def measure() -> list[dict]:
    rows = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for megabytes, rounds in ((1, 40), (100, 5)):
            rows.append(_share(folder, megabytes, rounds))
        rows.append(_memory(folder))
    from bench.web import in_process

    return rows + in_process(str(Path(__file__).with_name("_inleveren.py")))


def _share(folder: Path, megabytes: int, rounds: int) -> dict:
    """How fast it is against the raw write, in turns so that both meet the same machine; medians."""
    data = os.urandom(megabytes * MB)
    store = Opslag(folder / "bestanden", RING)
    for number in range(256):  # an installation that is in use has its folders
        (store.map / f"{number:02x}").mkdir(parents=True, exist_ok=True)
    mine, bare = [], []
    for number in range(rounds):
        bare.append(timed(lambda: raw(folder / f"ruw-{megabytes}-{number}", data)))  # noqa: B023  called at once
        mine.append(timed(lambda: store.schrijf(io.BytesIO(data), len(data))))
    share = 100 * statistics.median(bare) / statistics.median(mine)
    ours, theirs = (1000 * statistics.median(times) for times in (mine, bare))
    return {
        "naam": f"opslag alleen: {megabytes} MB tegen ruw",
        "waarde": share,
        "eenheid": "%",
        "lat": "≥ 60",
        "toelichting": f"{ours:.1f} ms tegen {theirs:.1f} ms ruw, mediaan van {rounds}".replace(".", ","),
    }


def timed(action: Callable[[], object]) -> float:
    began = time.perf_counter()
    action()
    return time.perf_counter() - began


def raw(path: Path, data: bytes) -> None:
    """Seal each MiB, write it, make it durable."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    cipher = AESGCM(AESGCM.generate_key(256))
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    view = memoryview(data)
    for number in range(0, len(data), MB):
        os.write(handle, cipher.encrypt(number.to_bytes(12, "big"), view[number : number + MB], None))
    os.fsync(handle)
    os.close(handle)


def _memory(folder: Path) -> dict:
    """Growth of the memory of a fresh process over a file of 100 MB, that first stored a small one."""
    command = [sys.executable, __file__, str(folder / "geheugen")]
    done = subprocess.run(command, check=True, capture_output=True, env={**os.environ, "PYTHONPATH": _SOURCE})
    return {
        "naam": "opslag alleen: geheugengroei bij 100 MB",
        "waarde": int(done.stdout) / 1024,
        "eenheid": "MiB",
        "lat": "≤ 8",
        "toelichting": "hoogste stand van het proces na min voor, schrijven en weer lezen",
    }


class _Stream:
    """100 MB that never stand in memory together."""

    def __init__(self, size: int) -> None:
        self.left = size

    def read(self, size: int) -> bytes:
        size = min(size, self.left)
        self.left -= size
        return bytes(size)


def _grow(folder: str) -> None:
    store = Opslag(Path(folder), RING)
    store.schrijf(_Stream(1000), 1000)
    Path("/proc/self/clear_refs").write_text("5")  # the highest mark starts anew; ru_maxrss would carry our parent's
    before = kib("VmRSS")
    kept = store.schrijf(_Stream(100 * MB), 100 * MB)
    for _part in store.lees(kept.sleutel):
        pass
    sys.stdout.write(str(kib("VmHWM") - before))


def kib(name: str) -> int:
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(f"{name}:"))


if __name__ == "__main__":
    _grow(sys.argv[1])
