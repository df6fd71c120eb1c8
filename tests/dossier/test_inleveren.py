"""Handing in: nothing lost, nothing twice."""

from __future__ import annotations

from io import BytesIO
from uuid import uuid4

import pytest

from opstap.dossier.actions.judge_bewijsstuk import JudgeBewijsstuk
from opstap.dossier.models import Bestand, Bewijsstuk, Feit
from opstap.dossier.ontvangst import take_in
from opstap.dossier.opladen import Aangekomen
from opstap.dossier.reading import read_file
from opstap.kern.opslag import Opslag
from tests.reis import MT940
from tests.spelers import Cast, hand_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("opslag")]


def photo(store: Opslag, content: bytes) -> Aangekomen:
    """As the form gives it: the bytes lie in the store already."""
    return Aangekomen("image.jpg", "image/jpeg", store.schrijf(BytesIO(content), 1000))


def test_two_photos_with_one_name_from_one_form_are_two_files(cast: Cast, opslag: Opslag) -> None:
    dossier, key = cast.dossier(), uuid4()
    for content in (b"een", b"twee"):
        rows = take_in(dossier, [photo(opslag, content)], cast.danielle.account, eenmalig=key)
        assert rows[0].sleutel == "bestand.aangekomen"
    assert Bestand.objects.count() == 2


def test_the_same_form_sent_twice_is_one_file(cast: Cast, opslag: Opslag) -> None:
    dossier, key = cast.dossier(), uuid4()
    first = take_in(dossier, [photo(opslag, b"een")], cast.danielle.account, eenmalig=key)
    again = take_in(dossier, [photo(opslag, b"een")], cast.danielle.account, eenmalig=key)
    assert again[0].bestand == first[0].bestand
    assert Bestand.objects.count() == 1
    assert list(opslag.sleutels()) == [Bestand.objects.get().sleutel]


def test_reading_again_after_a_kill_leaves_one_set_of_papers_and_facts(cast: Cast) -> None:
    bestand = hand_in(cast, cast.dossier(), MT940, "afschrift.940")
    read_once = Feit.objects.exclude(staat="verworpen").count()
    Bestand.objects.update(lezen=Bestand.Lezen.BEZIG)  # killed before it could say that it was done
    read_file(Bestand.objects.get(pk=bestand.pk))
    assert Bewijsstuk.objects.exclude(staat="verworpen").count() == 1
    assert Feit.objects.exclude(staat="verworpen").count() == read_once > 0


def test_a_second_worker_that_comes_later_adds_nothing(cast: Cast) -> None:
    bestand = hand_in(cast, cast.dossier(), MT940, "afschrift.940")
    read_file(Bestand.objects.get(pk=bestand.pk))
    assert Bewijsstuk.objects.count() == 1


def test_a_file_whose_bytes_are_gone_is_said_so(cast: Cast, opslag: Opslag) -> None:
    bestand = hand_in(cast, cast.dossier(), MT940, "afschrift.940")
    Bestand.objects.update(lezen=Bestand.Lezen.WACHT)
    (opslag.map / bestand.sleutel[:2] / bestand.sleutel).unlink()
    read_file(Bestand.objects.get(pk=bestand.pk))
    bestand.refresh_from_db()
    assert (bestand.lezen, bestand.leesfout) == ("niet_gelezen", "kapot")


def test_a_paper_put_aside_by_mistake_counts_again_with_its_facts(cast: Cast) -> None:
    hand_in(cast, cast.dossier(), MT940, "afschrift.940")
    paper = Bewijsstuk.objects.get()
    before = paper.feiten.filter(staat="voorgesteld").count()
    for telt_mee in (False, True):
        JudgeBewijsstuk(door=cast.farida, gemeente=cast.gemeente, bewijsstuk=paper, telt_mee=telt_mee).run()
    assert paper.feiten.filter(staat="voorgesteld").count() == before > 0
