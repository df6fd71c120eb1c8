"""`opstap controleer` on what was tampered with: exit 1 and a line that says what is wrong."""

from __future__ import annotations

import pytest

from opstap.kern.models import Dossiersleutel, Gebeurtenis, Ketenkop
from opstap.kern.opslag import Opslag
from opstap.project import controleer
from tests.reis import MT940
from tests.spelers import Cast, hand_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(cast: Cast, opslag: Opslag) -> object:
    return hand_in(cast, cast.dossier(), MT940, "afschrift.940")


def run(capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    code = controleer.main([])
    return code, capsys.readouterr().out


def test_all_is_well(file: object, capsys: pytest.CaptureFixture[str]) -> None:
    code, text = run(capsys)
    assert (code, "Alles klopt." in text) == (0, True)


@pytest.mark.parametrize("where", [0, 30, -1])
def test_a_damaged_file_is_named(file: object, opslag: Opslag, capsys: pytest.CaptureFixture[str], where: int) -> None:
    path = opslag.map / file.sleutel[:2] / file.sleutel  # type: ignore[attr-defined]
    whole = bytearray(path.read_bytes())
    whole[where] ^= 1
    path.write_bytes(whole)
    code, text = run(capsys)
    assert code == 1
    assert f"Bestand {file.pk}" in text  # type: ignore[attr-defined]


def test_a_file_that_is_gone_is_named(file: object, opslag: Opslag, capsys: pytest.CaptureFixture[str]) -> None:
    (opslag.map / file.sleutel[:2] / file.sleutel).unlink()  # type: ignore[attr-defined]
    assert run(capsys)[0] == 1


def test_what_was_changed_in_the_database_shows(file: object, capsys: pytest.CaptureFixture[str]) -> None:
    middle = Gebeurtenis.objects.get(volgnummer=3)
    changes = [
        lambda: Gebeurtenis.objects.filter(pk=middle.pk).update(soort="papier.anders"),
        lambda: Gebeurtenis.objects.filter(pk=middle.pk).update(inhoud=b"kort"),
        lambda: Gebeurtenis.objects.filter(pk=middle.pk).update(zegel=b"0" * 32),
        lambda: Gebeurtenis.objects.filter(pk=middle.pk).delete(),
        lambda: Gebeurtenis.objects.order_by("-volgnummer")[0].delete(),
        lambda: Ketenkop.objects.update(volgnummer=1),
        lambda: Dossiersleutel.objects.filter(onderwerp=middle.onderwerp).delete(),
        lambda: Dossiersleutel.objects.update(sleutel=b""),
        lambda: Dossiersleutel.objects.update(sleutel=b"\x04weg!" + b"0" * 60),
    ]
    from django.db import transaction

    for change in changes:
        with transaction.atomic():
            change()
            code, text = run(capsys)
            assert code == 1, text
            assert "FOUT" in text
            transaction.set_rollback(True)


def test_a_database_that_cannot_be_read_is_said_so(capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch) -> None:
    from django.db import DatabaseError

    monkeypatch.setattr(controleer, "_check",
        lambda **_: (_ for _ in ()).throw(DatabaseError("file is not a database")))
    code, text = run(capsys)
    assert code == 1
    assert "reservekopie" in text
