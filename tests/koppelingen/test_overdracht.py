"""Transfers by UWV: at least once in, exactly once kept, broken ones set aside with a reason."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from opstap.aanvraag.models import Aanvraag, OvergedragenAanvraag
from opstap.dossier.feiten import known
from opstap.inwoner.models import Inwoner
from opstap.inwoner.queries import find_by_bsn
from opstap.kern.content import INHOUD
from opstap.koppelingen.oefening.overdracht import OverdrachtMap
from opstap.project import overdrachten
from opstap.project.overdrachten import is_bsn, take_in_transfers
from tests.spelers import BSN, Cast

pytestmark = pytest.mark.django_db
SAMPLE = INHOUD / "oefenstad" / "overdracht" / "uwv-2026-000417.json"


@pytest.fixture
def box(tmp_path: Path, settings: object) -> Path:
    settings.DATA = tmp_path  # type: ignore[attr-defined]
    folder = tmp_path / "overdracht"
    folder.mkdir()
    return folder


def lay(box: Path, name: str = "a.json", **other: object) -> None:
    row = json.loads(SAMPLE.read_text(encoding="utf-8")) | other
    (box / name).write_text(json.dumps(row), encoding="utf-8")


def test_the_message_of_the_practice_town_becomes_an_application(cast: Cast, box: Path) -> None:
    lay(box)
    assert take_in_transfers() == 1
    aanvraag = Aanvraag.objects.get()
    assert aanvraag.dossier.inwoner == cast.karim
    assert (aanvraag.staat, aanvraag.aan_zet) == ("ingediend", "gemeente")
    assert (aanvraag.gemeld_op, aanvraag.aangevraagd_op) == (date(2026, 9, 7), date(2026, 9, 9))
    assert known(aanvraag.dossier)["woonvorm"] == "huurt"
    assert [path.name for path in box.glob("**/*.json")] == ["a.json"]
    assert (box / "verwerkt" / "a.json").exists()


def test_who_is_not_known_here_yet_gets_a_row_from_the_register(cast: Cast, box: Path) -> None:
    lay(box, bsn=BSN["fenna"])
    assert take_in_transfers() == 1
    found = find_by_bsn(cast.gemeente, BSN["fenna"])
    assert found is not None
    assert (found.naam, found.geboortedatum) == ("Fenna Wiersma", date(2004, 6, 30))


def test_the_same_message_again_and_in_two_files_is_one_application(cast: Cast, box: Path) -> None:
    lay(box)
    lay(box, "b.json")
    take_in_transfers()
    lay(box, "c.json")
    take_in_transfers()
    assert (Aanvraag.objects.count(), OvergedragenAanvraag.objects.count()) == (1, 1)
    assert list(box.glob("*.json")) == []


def test_a_stop_before_confirming_does_nothing_twice(cast: Cast, box: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay(box)
    with monkeypatch.context() as patch:
        patch.setattr(OverdrachtMap, "bevestig", lambda *_: (_ for _ in ()).throw(RuntimeError))
        take_in_transfers()
    assert (box / "a.json").exists()
    assert take_in_transfers() == 1
    assert Aanvraag.objects.count() == 1


def test_a_stop_half_way_leaves_nothing_half(cast: Cast, box: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay(box, bsn=BSN["fenna"])
    before = Inwoner.objects.count()
    with monkeypatch.context() as patch:
        patch.setattr(overdrachten, "TransferAanvraag", lambda **_: (_ for _ in ()).throw(RuntimeError))
        assert take_in_transfers() == 0
    assert Inwoner.objects.count() == before
    assert take_in_transfers() == 1


def test_a_silent_register_makes_it_wait(cast: Cast, box: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay(box, bsn=BSN["fenna"])
    monkeypatch.setenv("OPSTAP_REGISTERS_WEG", "1")
    assert take_in_transfers() == 0
    assert (box / "a.json").exists()


@pytest.mark.parametrize(
    ("other", "word"),
    [({"bsn": "123456789"}, "burgerservicenummer"), ({"bsn": "999990056"}, "BRP"), ({"gemeente": "nergens"}, "nergens"),
     ({"gemeld_op": "2026-09-31"}, "geen datum"), ({"gemeld_op": "2026-09-10"}, "passen niet"),
     ({"aangevraagd_op": "2027-01-01"}, "toekomst"), ({"kenmerk": "../weg"}, "kenmerk"), ({"kenmerk": 7}, "kenmerk"),
     ({"gezegd": {"nationaliteit": "x"}}, "nationaliteit"), ({"gezegd": {"woonvorm": "paleis"}}, "woonvorm"),
     ({"gezegd": {"giften_dit_jaar": "veel"}}, "giften"), ({"gezegd": []}, "gezegd")],
)  # fmt: skip
def test_a_broken_message_is_set_aside_with_its_reason(cast: Cast, box: Path, other: dict[str, object],
    word: str) -> None:
    lay(box, **other)
    lay(box, "goed.json", kenmerk="uwv-goed")
    assert take_in_transfers() == 1
    assert word in (box / "opzij" / "a.reden.txt").read_text(encoding="utf-8")
    assert (box / "opzij" / "a.json").exists()


def test_what_is_no_json_is_kept_whole(cast: Cast, box: Path) -> None:
    (box / "a.json").write_bytes(b"\xff\x00 kapot")
    assert take_in_transfers() == 0
    assert (box / "opzij" / "a.json").read_bytes() == b"\xff\x00 kapot"


def test_a_bsn_passes_the_elfproef() -> None:
    assert all(is_bsn(number) for number in BSN.values())
    assert not any(is_bsn(text) for text in ("", "000000000", "99999001", "999990018", "\u0669" * 9, "99999001a"))
