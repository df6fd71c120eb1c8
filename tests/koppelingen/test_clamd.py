"""A real clamd (Debian's, put there by `./opstap test`) with a small list of signatures of our own."""

from __future__ import annotations

import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from opstap.dossier.models import Bestand, Bewijsstuk
from opstap.koppelingen.scanner import Oordeel, is_there, scan
from opstap.project.dagwerk import scan_again
from tests.reis import MT940
from tests.spelers import Cast, hand_in

CLAMD = shutil.which("clamd") or "/usr/sbin/clamd"
BESMET = b"dit is het bedachte virus van Opstap"


class Clamd:
    """A scanner in a folder of its own, that can be away and come back. Takes at most 1 MB."""

    def __init__(self, folder: Path) -> None:
        self.socket, self.process = folder / "clamd.sock", None
        self.config = folder / "clamd.conf"
        (folder / "lijst").mkdir()
        (folder / "lijst" / "opstap.ndb").write_text(f"Opstap.Bedacht:0:*:{BESMET.hex()}\n")
        self.config.write_text(
            f"DatabaseDirectory {folder / 'lijst'}\nLocalSocket {self.socket}\nForeground yes\nStreamMaxLength 1M\n"
            f"LogFile {folder / 'log'}\nTemporaryDirectory {folder}\n"
        )

    def start(self) -> None:
        self.process = subprocess.Popen([CLAMD, "-c", str(self.config)], stdout=subprocess.DEVNULL)
        end = time.monotonic() + 60
        while not is_there():
            assert self.process.poll() is None, "clamd ended by itself"
            assert time.monotonic() < end, "clamd does not answer"
            time.sleep(0.05)

    def stop(self) -> None:
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.socket.unlink(missing_ok=True)
            self.process = None


@pytest.fixture
def clamd(tmp_path: Path, settings: object) -> Iterator[Clamd]:
    scanner = Clamd(tmp_path)
    settings.CLAMD = str(scanner.socket)  # type: ignore[attr-defined]
    yield scanner
    scanner.stop()


@pytest.mark.django_db
@pytest.mark.usefixtures("opslag")
def test_away_then_back_clean_infected_and_too_large_are_different_facts(cast: Cast, clamd: Clamd) -> None:
    """One walk, because starting a clamd takes a second."""
    dossier = cast.dossier()
    clean, bad = hand_in(cast, dossier, MT940, "af.940"), hand_in(cast, dossier, MT940 + BESMET, "virus.940")
    assert (is_there(), scan([MT940])) == (False, Oordeel.WEG)
    assert {row.scan for row in Bestand.objects.all()} == {"niet_gecontroleerd"}
    assert {row.lezen for row in Bestand.objects.all()} == {"klaar"}  # away never holds anything up
    assert scan_again() == 0
    clamd.start()
    assert scan([MT940, b"", MT940]) is Oordeel.SCHOON
    assert scan([b"x" * 500, BESMET[:10], BESMET[10:]]) is Oordeel.VIRUS
    assert scan([bytes(600_000)] * 3) is Oordeel.WEG
    assert scan([b""]) is Oordeel.SCHOON
    assert scan_again() == 2
    clean.refresh_from_db()
    bad.refresh_from_db()
    assert (clean.scan, clean.lezen) == ("schoon", "klaar")
    assert (bad.scan, bad.lezen, bad.leesfout) == ("virus", "niet_gelezen", "virus")
    assert not Bewijsstuk.objects.filter(bestand=bad).exclude(staat="verworpen").exists()
    clamd.stop()
    assert (is_there(), scan([BESMET])) == (False, Oordeel.WEG)
