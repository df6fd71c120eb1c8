"""Files that are too big: refused with a sentence, off the disk at once, and the others in the same form arrive."""

from __future__ import annotations

from pathlib import Path
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from opstap.dossier import opladen
from opstap.dossier.models import Bestand
from opstap.kern.opslag import Opslag
from tests.reis import MT940, plain, signed_in
from tests.spelers import Cast

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("opslag")]
MB = 1024 * 1024


@pytest.fixture
def onderweg(tmp_path: Path, settings: object) -> Path:
    """A limit of 1 MB, and the folder in which files lie while they come in."""
    folder = tmp_path / "onderweg"
    folder.mkdir()
    settings.FILE_UPLOAD_TEMP_DIR = str(folder)  # type: ignore[attr-defined]
    settings.BESTAND_MAX_BYTES = MB  # type: ignore[attr-defined]
    return folder


def send(cast: Cast, *files: tuple[str, bytes]) -> tuple[Client, str]:
    client = signed_in(cast.danielle.account)
    client.post("/aanvraag/beginnen/", {"eenmalig": str(uuid4())})
    uploads = [SimpleUploadedFile(name, content) for name, content in files]
    client.post("/papieren/sturen/", {"bestanden": uploads, "eenmalig": str(uuid4())})
    return client, plain(client.get("/papieren/").content)


def test_a_file_above_the_limit_gets_a_sentence_and_the_others_arrive(
    cast: Cast, opslag: Opslag, onderweg: Path
) -> None:
    _, page = send(cast, ("film.mp4", b"x" * (3 * MB)), ("afschrift.940", MT940))
    assert "film.mp4 is te groot. Stuur een bestand van hoogstens 1 MB" in page
    assert "Goed aangekomen: afschrift.940" in page
    assert list(Bestand.objects.values_list("naam", flat=True)) == ["afschrift.940"]
    assert list(onderweg.iterdir()) == []
    assert len(list(opslag.sleutels())) == 1


def test_a_file_of_exactly_the_limit_arrives(cast: Cast, opslag: Opslag, onderweg: Path) -> None:
    _, page = send(cast, ("precies.pdf", b"%PDF" + b"x" * (MB - 4)))
    assert "Goed aangekomen: precies.pdf" in page


def test_what_is_too_big_is_off_the_disk_before_the_form_has_ended(onderweg: Path) -> None:
    handler = opladen.Opladen()
    handler.new_file("bestanden", "film.mp4", "video/mp4", None)
    handler.receive_data_chunk(b"x" * MB, 0)
    assert sum(path.stat().st_size for path in onderweg.iterdir()) == MB
    handler.receive_data_chunk(b"x", MB)
    assert list(onderweg.iterdir()) == []
    handler.receive_data_chunk(b"x" * MB, MB + 1)
    refused = handler.file_complete(2 * MB + 1)
    assert isinstance(refused, opladen.TeGrootBestand)
    assert (refused.name, refused.size) == ("film.mp4", 2 * MB + 1)


def test_many_files_in_one_form_never_take_more_than_five_times_the_limit(onderweg: Path) -> None:
    handler, kept = opladen.Opladen(), []
    for number in range(8):
        handler.new_file("bestanden", f"{number}.jpg", "image/jpeg", None)
        handler.receive_data_chunk(b"x" * MB, 0)
        kept.append(handler.file_complete(MB))
    assert [isinstance(row, opladen.TeGrootBestand) for row in kept] == [False] * 5 + [True] * 3
    assert sum(path.stat().st_size for path in onderweg.iterdir()) == 5 * MB


def test_an_absurd_amount_is_refused_before_a_byte_is_read(cast: Cast, onderweg: Path) -> None:
    client, _ = send(cast)
    answer = client.generic(
        "POST", "/papieren/sturen/", b"--grens\r\n", content_type="multipart/form-data; boundary=grens",
        CONTENT_LENGTH=str(opladen.UITERSTE * MB + 1),
    )  # fmt: skip
    assert answer.status_code == 413
    assert "te veel" in plain(answer.content).lower() or "te groot" in plain(answer.content).lower()
