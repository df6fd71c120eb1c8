"""The tus server: what has come stays, only who began it goes on, limits say a sentence, nothing is handed in twice."""

from __future__ import annotations

import hashlib
import os
from base64 import b64encode
from datetime import timedelta
from io import BytesIO, RawIOBase
from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.test import Client

from opstap.dossier import opladingen
from opstap.dossier.models import Bestand, Oplading
from opstap.dossier.som import HOOGSTENS
from opstap.kern import clock, log
from opstap.kern.opslag import Opslag
from opstap.project.dagwerk import clean_storage, every_day
from tests.conftest import VANDAAG
from tests.reis import BACKEND, MT940, signed_in
from tests.spelers import Cast

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("opslag")]
MB = 1024 * 1024
ADRES = "/papieren/oplading/"


@pytest.fixture
def client(cast: Cast) -> Client:
    client = signed_in(cast.danielle.account)
    client.post("/aanvraag/beginnen/", {"eenmalig": str(uuid4())})
    return client


def tus(client: Client, method: str, path: str, body: bytes = b"", **headers: object) -> HttpResponse:
    sent = {"Tus-Resumable": "1.0.0"} | {name.replace("_", "-"): str(value) for name, value in headers.items()}
    kind = "application/offset+octet-stream" if method == "PATCH" else ""
    return client.generic(method, path, body, content_type=kind, headers=sent)


def begin(client: Client, size: int, name: str = "afschrift.940", path: str = ADRES) -> HttpResponse:
    said = f"filename {b64encode(name.encode()).decode()}"
    return tus(client, "POST", path, Upload_Length=size, Upload_Metadata=said)


def lying(store: Opslag) -> list[str]:
    return [path.name for path in store.map.rglob("*") if path.is_file() and path.name != ".tijd"]


def test_a_file_in_one_piece_is_handed_in_like_any_other(cast: Cast, client: Client, opslag: Opslag) -> None:
    made = begin(client, len(MT940))
    assert (made.status_code, made["Tus-Resumable"]) == (201, "1.0.0")
    done = tus(client, "PATCH", made["Location"], MT940, Upload_Offset=0)
    assert (done.status_code, done["Upload-Offset"]) == (204, str(len(MT940)))
    bestand = Bestand.objects.get()
    assert (bestand.naam, bestand.kanaal, bestand.lezen) == ("afschrift.940", "portaal", Bestand.Lezen.KLAAR)
    assert opslag.lees_alles(bestand.sleutel, MB) == MT940
    assert [row.soort for row in log.read(cast.gemeente, [bestand.dossier_id])].count("papier.ontvangen") == 1
    assert tus(client, "HEAD", made["Location"])["Upload-Offset"] == str(len(MT940))


def test_in_pieces_it_is_one_file_and_the_program_may_forget_everything_in_between(
    client: Client, opslag: Opslag
) -> None:
    data = os.urandom(MB + 700_000)
    place, at = begin(client, len(data), "foto.jpg")["Location"], 0
    for size in (10, 400_000, MB, 250_000, MB):
        assert tus(client, "HEAD", place)["Upload-Offset"] == str(at)
        piece = data[at : at + size]
        answer = tus(client, "PATCH", place, piece, Upload_Offset=at)
        at += len(piece)
        assert answer["Upload-Offset"] == str(at)
    assert opslag.lees_alles(Bestand.objects.get().sleutel, 2 * MB) == data
    assert lying(opslag) == [Bestand.objects.get().sleutel]


class Cut(RawIOBase):
    """A body of which the connection breaks half-way."""

    def __init__(self, data: bytes) -> None:
        self.data = BytesIO(data)

    def read(self, size: int = -1) -> bytes:
        part = self.data.read(size)
        if not part:
            raise ConnectionResetError("weg")
        return part


def test_a_piece_that_is_cut_half_way_goes_on_where_it_stopped(client: Client, opslag: Opslag) -> None:
    data = os.urandom(2 * MB)
    place = begin(client, len(data))["Location"]
    client.generic(
        "PATCH", place, CONTENT_TYPE="application/offset+octet-stream", CONTENT_LENGTH=str(len(data)),
        headers={"Tus-Resumable": "1.0.0", "Upload-Offset": "0"}, **{"wsgi.input": Cut(data[:1_500_001])},
    )  # type: ignore[arg-type]  # fmt: skip
    assert tus(client, "HEAD", place)["Upload-Offset"] == "1500001"
    tus(client, "PATCH", place, data[1_500_001:], Upload_Offset=1_500_001)
    assert opslag.lees_alles(Bestand.objects.get().sleutel, 2 * MB) == data


def test_a_session_that_ended_is_said_so_and_who_signs_in_again_goes_on(cast: Cast, client: Client) -> None:
    place = begin(client, len(MT940))["Location"]
    tus(client, "PATCH", place, MT940[:100], Upload_Offset=0)
    gone = Client()
    assert tus(gone, "PATCH", place, MT940[100:], Upload_Offset=100).status_code == 401
    assert tus(gone, "HEAD", place).status_code == 401
    gone.force_login(cast.danielle.account, backend=BACKEND)
    assert tus(gone, "HEAD", place)["Upload-Offset"] == "100"
    tus(gone, "PATCH", place, MT940[100:], Upload_Offset=100)
    assert Bestand.objects.get().grootte == len(MT940)


def test_what_was_begun_is_listed_for_who_began_it_alone(cast: Cast, client: Client) -> None:
    place = begin(client, 500, "loonstrook mei.pdf")["Location"]
    tus(client, "PATCH", place, b"x" * 200, Upload_Offset=0)
    mine = client.get(ADRES).json()["opladingen"]
    assert [(row["naam"], row["grootte"], row["stand"], row["adres"]) for row in mine] == [
        ("loonstrook mei.pdf", 500, 200, place)
    ]
    for wie in ("partner", "helper", "vreemde"):
        other = signed_in(cast.everyone()[wie])
        answer = other.get(ADRES)
        assert answer.status_code == 404 or answer.json()["opladingen"] == []


@pytest.mark.parametrize("method", ["HEAD", "PATCH", "DELETE"])
def test_nobody_else_reaches_an_upload(cast: Cast, client: Client, method: str) -> None:
    place = begin(client, 100)["Location"]
    key = place.rstrip("/").rsplit("/", 1)[1]
    for wie, user in cast.everyone().items():
        if wie in ("niemand", "aanvrager"):
            continue
        for path in (place, f"/werkplek/oplading/{key}/"):
            answer = tus(signed_in(user), method, path, b"x" if method == "PATCH" else b"", Upload_Offset=0)
            assert answer.status_code == 404, (wie, path)
    assert tus(client, "HEAD", place)["Upload-Offset"] == "0"


def test_at_the_desk_it_goes_into_the_dossier_of_the_person(cast: Cast, client: Client) -> None:
    omar = signed_in(cast.omar)
    aanvraag = cast.danielle.dossiers.get().aanvragen.get()
    made = begin(omar, len(MT940), path=f"/werkplek/dossier/{aanvraag.pk}/oplading/")
    tus(omar, "PATCH", made["Location"], MT940, Upload_Offset=0)
    assert (Bestand.objects.get().kanaal, Bestand.objects.get().door) == ("balie", cast.omar)
    stranger = begin(signed_in(cast.buurconsulent), 10, path=f"/werkplek/dossier/{aanvraag.pk}/oplading/")
    assert stranger.status_code == 404


def test_a_forged_request_begins_nothing_and_adds_nothing(cast: Cast, client: Client, opslag: Opslag) -> None:
    place = begin(client, 100)["Location"]
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(cast.danielle.account, backend=BACKEND)
    assert begin(strict, 100).status_code == 403
    assert tus(strict, "PATCH", place, b"x" * 100, Upload_Offset=0).status_code == 403
    assert tus(strict, "DELETE", place).status_code == 403
    assert (Oplading.objects.count(), lying(opslag)) == (1, [])


@pytest.mark.parametrize(
    ("size", "status", "words"),
    [
        (0, 400, "is leeg. Maak de foto of het bestand opnieuw"),
        (101 * MB, 413, "is te groot. Stuur een bestand van hoogstens 100 MB"),
        ("veel", 400, "Stuur het nog een keer"),
        (-5, 400, "Stuur het nog een keer"),
        ("9" * 30, 400, "Stuur het nog een keer"),
    ],
)
def test_a_size_that_cannot_be_gets_a_sentence(client: Client, size: object, status: int, words: str) -> None:
    answer = begin(client, size)  # type: ignore[arg-type]
    assert answer.status_code == status
    assert words in answer.content.decode()
    assert Oplading.objects.count() == 0


def test_too_many_at_once_is_said_and_the_others_stay(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("opstap.dossier.actions.begin_oplading.HOOGSTENS", 2)
    assert [begin(client, 10).status_code for _ in range(3)] == [201, 201, 400]
    assert "kunt u straks sturen" in begin(client, 10, "derde.pdf").content.decode()
    assert Oplading.objects.count() == 2


def test_odd_requests_are_refused_as_the_protocol_says(client: Client) -> None:
    assert tus(client, "OPTIONS", ADRES)["Tus-Extension"] == "creation,termination,expiration,checksum"
    assert client.generic("POST", ADRES, headers={"Upload-Length": "10"}).status_code == 412
    place = begin(client, 10)["Location"]
    assert tus(client, "PATCH", place, b"x", Upload_Offset=5).status_code == 409
    assert tus(client, "PATCH", place, b"x" * 11, Upload_Offset=0).status_code == 400
    assert tus(client, "PATCH", place, b"x").status_code == 400
    wrong = client.generic(
        "PATCH", place, b"x", content_type="text/plain", headers={"Tus-Resumable": "1.0.0", "Upload-Offset": "0"}
    )
    assert wrong.status_code == 415
    assert tus(client, "GET", place).status_code == 405
    assert tus(client, "HEAD", place)["Upload-Offset"] == "0"
    odd = tus(client, "POST", ADRES, Upload_Length=5, Upload_Metadata="filename ?,,x,vereiste ////, filename")
    assert odd.status_code == 201


def test_a_name_with_a_path_is_only_a_label(client: Client) -> None:
    place = begin(client, len(MT940), "../../etc/pass\u202ewd.940")["Location"]
    tus(client, "PATCH", place, MT940, Upload_Offset=0)
    assert Bestand.objects.get().naam == "passwd.940"


def test_never_mind_takes_all_of_it_away(client: Client, opslag: Opslag) -> None:
    place = begin(client, 2 * MB)["Location"]
    tus(client, "PATCH", place, b"x" * (MB + 5), Upload_Offset=0)
    assert len(lying(opslag)) == 2
    assert tus(client, "DELETE", place).status_code == 204
    assert (lying(opslag), tus(client, "HEAD", place).status_code) == ([], 404)


def test_never_mind_after_handing_in_takes_nothing_away(client: Client, opslag: Opslag) -> None:
    place = begin(client, len(MT940))["Location"]
    tus(client, "PATCH", place, MT940, Upload_Offset=0)
    tus(client, "DELETE", place)
    assert opslag.lees_alles(Bestand.objects.get().sleutel, MB) == MT940


def test_what_nobody_goes_on_with_goes_after_three_days_and_not_before(client: Client, opslag: Opslag) -> None:
    place = begin(client, 100)["Location"]
    tus(client, "PATCH", place, b"x" * 50, Upload_Offset=0)
    with clock.at(VANDAAG + timedelta(days=2)):
        every_day(None)
    assert Oplading.objects.count() == 1
    assert lying(opslag) != []
    with clock.at(VANDAAG + timedelta(days=4)):
        every_day(None)
    assert (Oplading.objects.count(), lying(opslag)) == (0, [])


def test_killed_after_the_last_byte_it_is_handed_in_by_the_next_round(
    client: Client, opslag: Opslag, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = begin(client, len(MT940))["Location"]
    with monkeypatch.context() as patch:
        patch.setattr(opladingen, "finish", lambda row: None)  # the kill
        tus(client, "PATCH", place, MT940, Upload_Offset=0)
    assert (Bestand.objects.count(), tus(client, "HEAD", place)["Upload-Offset"]) == (0, str(len(MT940)))
    os.utime(opslag.map / Oplading.objects.get().sleutel[:2] / Oplading.objects.get().sleutel, (0, 0))
    assert clean_storage() == 0  # not yet a file of the dossier, and yet not nobody's
    with clock.at(VANDAAG + timedelta(minutes=2)):
        assert (opladingen.finish_waiting(), opladingen.finish_waiting()) == (1, 0)
    assert Bestand.objects.get().grootte == len(MT940)


def test_killed_between_the_row_and_the_upload_it_is_still_one_file(client: Client) -> None:
    place = begin(client, len(MT940))["Location"]
    tus(client, "PATCH", place, MT940, Upload_Offset=0)
    Oplading.objects.update(bestand=None)  # what a kill right after the registration leaves
    with clock.at(VANDAAG + timedelta(minutes=2)):
        assert opladingen.finish_waiting() == 1
    assert Bestand.objects.count() == 1


def test_a_helper_whose_mandate_ended_meanwhile_hands_nothing_in(cast: Cast, client: Client, opslag: Opslag) -> None:
    from opstap.inwoner.models import Machtiging

    helper = signed_in(cast.helper)
    place = begin(helper, len(MT940))["Location"]
    Machtiging.objects.all().delete()
    assert tus(helper, "PATCH", place, MT940, Upload_Offset=0).status_code == 404
    with clock.at(VANDAAG + timedelta(minutes=2)):
        opladingen.finish_waiting()
    assert Bestand.objects.count() == 0


def summed(client: Client, path: str, body: bytes, som: str, at: int = 0) -> HttpResponse:
    return tus(client, "PATCH", path, body, Upload_Offset=at, Upload_Checksum=som)


def sum_of(piece: bytes) -> str:
    return f"sha256 {b64encode(hashlib.sha256(piece).digest()).decode()}"


@pytest.mark.parametrize("sort", ["sha1", "sha256"])
def test_a_piece_with_its_sum_is_kept_when_the_sum_is_right(client: Client, opslag: Opslag, sort: str) -> None:
    path = begin(client, len(MT940))["Location"]
    right = b64encode(hashlib.new(sort, MT940).digest()).decode()
    assert summed(client, path, MT940, f"{sort} {right}").status_code == 204
    assert opslag.lees_alles(Bestand.objects.get().sleutel, MB) == MT940


@pytest.mark.parametrize(
    ("som", "status"),
    [
        ("sha1 " + b64encode(hashlib.sha1(b"something else").digest()).decode(), 460),
        ("sha1 no-base64!", 400),
        ("crc32 AAAAAA==", 400),
        ("", 400),
    ],
)
def test_a_piece_that_is_not_what_its_sum_says_leaves_nothing(client: Client, som: str, status: int) -> None:
    path = begin(client, len(MT940))["Location"]
    assert summed(client, path, MT940, som).status_code == status
    assert tus(client, "HEAD", path)["Upload-Offset"] == "0"
    assert tus(client, "PATCH", path, MT940, Upload_Offset=0).status_code == 204


def test_a_piece_with_a_sum_that_is_too_large_to_prove_is_refused(client: Client) -> None:
    body = b"x" * (HOOGSTENS + 1)
    path = begin(client, len(body))["Location"]
    right = b64encode(hashlib.sha1(body).digest()).decode()
    refused = summed(client, path, body, f"sha1 {right}")
    assert refused.status_code == 413
    assert "hoogstens 4 MB. Stuur kleinere stukken." in refused.content.decode()
    assert tus(client, "HEAD", path)["Upload-Offset"] == "0"
    assert summed(client, path, body[:HOOGSTENS], sum_of(body[:HOOGSTENS])).status_code == 204


@pytest.mark.parametrize("first", [700, MB, MB + 300_000])
def test_a_later_piece_that_is_not_what_its_sum_says_leaves_what_was_kept(
    client: Client, opslag: Opslag, first: int
) -> None:
    """Also where the kept piece ends in the middle of a chunk of the store, and also more than once."""
    data = os.urandom(2 * MB + 5)
    place, rest = begin(client, len(data), "foto.jpg")["Location"], data[first:]
    assert summed(client, place, data[:first], sum_of(data[:first])).status_code == 204
    spoiled = bytes([rest[0] ^ 1]) + rest[1:]
    for _ in range(2):
        assert summed(client, place, spoiled, sum_of(rest), first).status_code == 460
        assert tus(client, "HEAD", place)["Upload-Offset"] == str(first)
    assert not Bestand.objects.exists()
    assert summed(client, place, rest[:1000], sum_of(rest[:1000]), first)["Upload-Offset"] == str(first + 1000)
    assert tus(client, "PATCH", place, rest[1000:], Upload_Offset=first + 1000).status_code == 204
    assert opslag.lees_alles(Bestand.objects.get().sleutel, 3 * MB) == data
    assert lying(opslag) == [Bestand.objects.get().sleutel]


def test_the_server_says_which_sums_it_knows(client: Client) -> None:
    answer = tus(client, "OPTIONS", ADRES)
    assert "checksum" in answer["Tus-Extension"]
    assert answer["Tus-Checksum-Algorithm"] == "sha1,sha256"
