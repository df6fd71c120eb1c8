"""What happens by itself: readings that were cut off go on, the scanner is asked again, leftovers go."""

from __future__ import annotations

import os
from datetime import timedelta
from io import BytesIO

import pytest
from django_tasks_db.models import DBTaskResult

from opstap.dossier import reading
from opstap.dossier.models import Bestand, Bewijsstuk
from opstap.dossier.tasks import read_bestand
from opstap.kern import clock
from opstap.kern.opslag import Opslag
from opstap.koppelingen.scanner import Oordeel
from opstap.project import dagwerk
from tests.reis import MT940
from tests.spelers import Cast, hand_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("opslag")]


@pytest.fixture
def waiting(cast: Cast, settings: object, monkeypatch: pytest.MonkeyPatch) -> Bestand:
    bestand = hand_in(cast, cast.dossier(), MT940, "afschrift.940")
    early = clock.now() - timedelta(hours=1)
    Bestand.objects.update(lezen=Bestand.Lezen.BEZIG, ontvangen_op=early)
    return Bestand.objects.get(pk=bestand.pk)


def task(bestand: Bestand, status: str, minutes_ago: int) -> None:
    began = clock.now() - timedelta(minutes=minutes_ago)
    DBTaskResult.objects.create(
        status=status, started_at=began, args_kwargs={"args": [str(bestand.pk)], "kwargs": {}},
        task_path=read_bestand.module_path, backend_name="default", run_after=began, exception_class_path="",
        traceback="",
    )  # fmt: skip


def test_a_reading_whose_worker_was_killed_is_finished(waiting: Bestand) -> None:
    task(waiting, "RUNNING", 30)
    assert dagwerk.resume_readings() == 1
    waiting.refresh_from_db()
    assert waiting.lezen == "klaar"
    assert Bewijsstuk.objects.exclude(staat="verworpen").count() == 1


@pytest.mark.parametrize(("status", "minutes"), [("READY", 30), ("RUNNING", 2)])
def test_what_stands_in_the_queue_or_is_being_read_is_left(waiting: Bestand, status: str, minutes: int) -> None:
    task(waiting, status, minutes)
    assert dagwerk.resume_readings() == 0


def test_a_file_that_breaks_the_reader_each_time_gets_a_sentence(waiting: Bestand) -> None:
    Bewijsstuk.objects.update(staat="verworpen")  # it was never read
    for _ in range(dagwerk.MAX_KEER):
        task(waiting, "FAILED", 30)
    assert dagwerk.resume_readings() == 0
    waiting.refresh_from_db()
    assert (waiting.lezen, waiting.leesfout) == ("niet_gelezen", "lukt_niet")
    assert "iemand kijkt" in waiting.uitleg


def test_a_file_that_came_while_the_scanner_was_away_is_asked_about_again(
    waiting: Bestand, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert waiting.scan == "niet_gecontroleerd"
    monkeypatch.setattr(reading, "scan", lambda _: Oordeel.VIRUS)
    assert dagwerk.scan_again() == 0  # nobody there
    monkeypatch.setattr(dagwerk, "is_there", lambda: True)
    assert dagwerk.scan_again() == 1
    waiting.refresh_from_db()
    assert (waiting.scan, waiting.lezen) == ("virus", "niet_gelezen")
    assert not Bewijsstuk.objects.exclude(staat="verworpen").exists()


def test_files_that_the_scanner_cannot_take_do_not_hold_up_the_others(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    dossier = cast.dossier()
    kept = [hand_in(cast, dossier, MT940 + b"x" * number, f"{number}.940") for number in range(4)]
    monkeypatch.setattr(dagwerk, "is_there", lambda: True)
    monkeypatch.setattr(dagwerk, "PER_KEER", 2)
    asked: list[str] = []
    monkeypatch.setattr(dagwerk, "scan_file", lambda bestand: asked.append(bestand.naam))  # never an answer
    for _ in range(4):
        assert dagwerk.scan_again() == 0
    assert set(asked) == {bestand.naam for bestand in kept}


def test_bytes_that_no_row_refers_to_go_after_a_day_and_not_before(waiting: Bestand, opslag: Opslag) -> None:
    orphan = opslag.schrijf(BytesIO(b"een brief die niet bewaard werd"), 100).sleutel
    assert dagwerk.clean_storage() == 0
    path = opslag.map / orphan[:2] / orphan
    old = path.stat().st_mtime - 2 * 24 * 3600
    for kept in opslag.map.glob("??/*"):
        os.utime(kept, (old, old))
    assert dagwerk.clean_storage() == 1
    assert not path.exists()
    assert waiting.sleutel in set(opslag.sleutels())


def test_a_fault_in_one_work_does_not_stop_the_other(waiting: Bestand, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> int:
        raise RuntimeError

    monkeypatch.setattr(dagwerk, "send_waiting", broken)
    dagwerk.every_minute()
    waiting.refresh_from_db()
    assert waiting.lezen == "klaar"
