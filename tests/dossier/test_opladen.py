"""Files go into the store while the form is read: only of who is signed in, only what a form takes over stays."""

from __future__ import annotations

from io import RawIOBase
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import UnreadablePostError
from django.test import Client

from opstap.dossier import opladen
from opstap.dossier.models import Bestand
from opstap.kern.opslag import Opslag
from tests.reis import BACKEND, MT940, plain, signed_in
from tests.spelers import Cast

pytestmark = pytest.mark.django_db(transaction=True)
MB = 1024 * 1024


@pytest.fixture(autouse=True)
def limit(settings: object, opslag: Opslag) -> None:
    """A limit of 1 MB, and a store of this test."""
    settings.BESTAND_MAX_BYTES = MB  # type: ignore[attr-defined]


def lying(store: Opslag) -> list[str]:
    """Everything in the store, whole or half."""
    return [path.name for path in store.map.rglob("*") if path.is_file()]


def applicant(cast: Cast) -> Client:
    client = signed_in(cast.danielle.account)
    client.post("/aanvraag/beginnen/", {"eenmalig": str(uuid4())})
    return client


def send(cast: Cast, *files: tuple[str, bytes]) -> tuple[Client, str]:
    client = applicant(cast)
    uploads = [SimpleUploadedFile(name, content) for name, content in files]
    client.post("/papieren/sturen/", {"bestanden": uploads, "eenmalig": str(uuid4())})
    return client, plain(client.get("/papieren/").content)


def test_a_file_above_the_limit_gets_a_sentence_and_the_others_arrive(cast: Cast, opslag: Opslag) -> None:
    _, page = send(cast, ("film.mp4", b"x" * (3 * MB)), ("afschrift.940", MT940))
    assert "film.mp4 is te groot. Stuur een bestand van hoogstens 1 MB" in page
    assert "Goed aangekomen: afschrift.940" in page
    assert list(Bestand.objects.values_list("naam", flat=True)) == ["afschrift.940"]
    assert lying(opslag) == [Bestand.objects.get().sleutel]


def test_a_file_of_exactly_the_limit_arrives_byte_for_byte(cast: Cast, opslag: Opslag) -> None:
    content = b"%PDF" + bytes(range(256)) * (MB // 256 - 1) + b"x" * 252
    _, page = send(cast, ("precies.pdf", content))
    assert "Goed aangekomen: precies.pdf" in page
    assert opslag.lees_alles(Bestand.objects.get().sleutel, MB) == content


def test_the_same_form_sent_twice_leaves_one_file_in_the_store(cast: Cast, opslag: Opslag) -> None:
    client, once = applicant(cast), str(uuid4())
    for _ in range(2):
        client.post("/papieren/sturen/", {"bestanden": SimpleUploadedFile("a.940", MT940), "eenmalig": once})
    assert lying(opslag) == [Bestand.objects.get().sleutel]


def test_bytes_that_no_form_takes_over_leave_the_store(cast: Cast, opslag: Opslag) -> None:
    client = applicant(cast)
    seen: list[int] = []
    before = opladen.Aangekomen.close
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(opladen.Aangekomen, "close", lambda file: (seen.append(len(lying(opslag))), before(file)))
        client.post("/berichten/", {"tekst": "dag", "iets": SimpleUploadedFile("a.940", MT940)})
    assert seen == [1]  # it did lie there, so that this test can fail
    assert lying(opslag) == []


def test_an_empty_file_leaves_nothing_behind(cast: Cast, opslag: Opslag) -> None:
    _, page = send(cast, ("leeg.jpg", b""))
    assert "leeg.jpg" in page
    assert lying(opslag) == []


@pytest.mark.parametrize("wie", ["niemand", "ander formulier"])
def test_nothing_is_stored_for_nobody_and_for_a_forged_form(
    cast: Cast, opslag: Opslag, wie: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[int] = []
    begin = Opslag.begin
    monkeypatch.setattr(Opslag, "begin", lambda store, size: (begun.append(size), begin(store, size))[1])
    client = Client(enforce_csrf_checks=True)
    if wie != "niemand":
        applicant(cast)
        client.force_login(cast.danielle.account, backend=BACKEND)
    client.get("/aanmelden/")
    form = {"csrfmiddlewaretoken": "x" * 64, "bestanden": SimpleUploadedFile("a.940", MT940)}
    assert client.post("/papieren/sturen/", form).status_code in (302, 403)
    assert (begun, lying(opslag), Bestand.objects.count()) == ([], [], 0)


def test_with_the_token_of_the_page_it_arrives(cast: Cast, opslag: Opslag) -> None:
    applicant(cast)
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.danielle.account, backend=BACKEND)
    client.get("/papieren/")
    token = client.cookies["csrftoken"].value
    form = {"csrfmiddlewaretoken": token, "eenmalig": str(uuid4()), "bestanden": SimpleUploadedFile("a.940", MT940)}
    assert client.post("/papieren/sturen/", form).status_code == 302
    assert lying(opslag) == [Bestand.objects.get().sleutel]


def test_a_token_after_the_file_comes_too_late_to_store_it(cast: Cast, opslag: Opslag) -> None:
    applicant(cast)
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.danielle.account, backend=BACKEND)
    client.get("/papieren/")
    form = {"bestanden": SimpleUploadedFile("a.940", MT940), "csrfmiddlewaretoken": client.cookies["csrftoken"].value}
    client.post("/papieren/sturen/", form)
    assert "a.940 is niet goed aangekomen. Stuur het nog een keer." in plain(client.get("/papieren/").content)
    assert lying(opslag) == []


class Broken(RawIOBase):
    """A connection that is lost in the middle of the second file."""

    def __init__(self, *parts: bytes) -> None:
        self.parts = list(parts)

    def read(self, size: int = -1) -> bytes:
        if not self.parts:
            raise OSError("connection lost")
        part, self.parts[0] = self.parts[0][:size], self.parts[0][size:]
        if not self.parts[0]:
            self.parts.pop(0)
        return part


def test_a_connection_that_is_lost_leaves_neither_whole_nor_half_files(cast: Cast, opslag: Opslag) -> None:
    client = applicant(cast)
    line = b'--grens\r\nContent-Disposition: form-data; name="bestanden"; filename="%d.bin"\r\n\r\n'
    body = Broken(line % 1 + b"x" * (MB // 2) + b"\r\n" + line % 2 + b"y" * (MB // 2))
    with pytest.raises(UnreadablePostError):
        client.generic(
            "POST", "/papieren/sturen/", CONTENT_TYPE="multipart/form-data; boundary=grens",
            CONTENT_LENGTH=str(3 * MB), **{"wsgi.input": body},
        )  # type: ignore[arg-type]  # fmt: skip
    assert body.parts == []
    assert (lying(opslag), Bestand.objects.count()) == ([], 0)


def test_what_is_too_big_is_off_the_disk_before_the_form_has_ended(opslag: Opslag) -> None:
    handler = opladen.Opladen()
    handler._mag = True
    handler.new_file("bestanden", "film.mp4", "video/mp4", None)
    handler.receive_data_chunk(b"x" * MB, 0)
    assert len(lying(opslag)) == 1
    handler.receive_data_chunk(b"x", MB)
    assert lying(opslag) == []
    handler.receive_data_chunk(b"x" * MB, MB + 1)
    refused = handler.file_complete(2 * MB + 1)
    assert isinstance(refused, opladen.NietBewaard)
    assert (refused.name, refused.size, refused.reden) == ("film.mp4", 2 * MB + 1, "bestand.te_groot")


def test_many_files_in_one_form_never_take_more_than_five_times_the_limit(opslag: Opslag) -> None:
    handler, kept = opladen.Opladen(), []
    handler._mag = True
    for number in range(8):
        handler.new_file("bestanden", f"{number}.jpg", "image/jpeg", None)
        handler.receive_data_chunk(b"x" * MB, 0)
        kept.append(handler.file_complete(MB))
    assert [isinstance(row, opladen.NietBewaard) for row in kept] == [False] * 5 + [True] * 3
    assert len(lying(opslag)) == 5


def test_a_full_disk_is_said_for_that_file_and_the_next_one_arrives(
    cast: Cast, opslag: Opslag, monkeypatch: pytest.MonkeyPatch
) -> None:
    import errno
    import os

    link, calls = os.link, []

    def full_once(*paths: str) -> None:
        calls.append(paths)
        if len(calls) == 1:
            raise OSError(errno.ENOSPC, "No space left on device")
        link(*paths)

    monkeypatch.setattr(os, "link", full_once)
    _, page = send(cast, ("een.940", MT940), ("twee.940", MT940))
    assert "een.940 konden wij nu niet bewaren" in page
    assert "Goed aangekomen: twee.940" in page
    assert lying(opslag) == [Bestand.objects.get().sleutel]


def test_an_absurd_amount_is_refused_before_a_byte_is_read(cast: Cast) -> None:
    client = applicant(cast)
    answer = client.generic(
        "POST", "/papieren/sturen/", b"--grens\r\n", content_type="multipart/form-data; boundary=grens",
        CONTENT_LENGTH=str(opladen.UITERSTE * MB + 1),
    )  # fmt: skip
    assert answer.status_code == 413
    assert "te veel" in plain(answer.content).lower() or "te groot" in plain(answer.content).lower()
