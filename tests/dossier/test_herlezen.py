"""Reading again: each reading is kept, what a person said stays, and only what is new is proposed."""

from __future__ import annotations

import pytest

from opstap.dossier import reading
from opstap.dossier.actions.confirm_bewijsstuk import ConfirmBewijsstuk
from opstap.dossier.actions.correct_feit import CorrectFeit
from opstap.dossier.actions.judge_bewijsstuk import JudgeBewijsstuk
from opstap.dossier.actions.reread_bestand import RereadBestand
from opstap.dossier.models import Bestand, Bewijsstuk, Feit, Lezing
from opstap.kern.actie import NietBevoegd, NietMogelijk
from opstap.project.dagwerk import reread_older
from tests.reis import MT940
from tests.spelers import Cast, hand_in

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("opslag")]


def standing() -> list[tuple[str, object, str]]:
    rows = Feit.objects.exclude(staat=Feit.Staat.VERWORPEN).filter(vervangen_door=None)
    return sorted((row.soort, str(row.waarde), row.staat) for row in rows)


def again(cast: Cast, bestand: Bestand) -> None:
    RereadBestand(door=cast.farida, gemeente=cast.gemeente, bestand=bestand).run()


def test_every_reading_is_kept_with_its_reader_and_papers_are_not_doubled(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    bestand = hand_in(cast, cast.dossier(), MT940, "afschrift.940")
    before = standing()
    monkeypatch.setattr(reading, "versie", lambda: "een nieuwere")
    again(cast, bestand)
    assert list(Lezing.objects.order_by("id").values_list("lezer_versie", flat=True))[1] == "een nieuwere"
    assert Bewijsstuk.objects.exclude(staat="verworpen").count() == 1
    assert standing() == before


def test_what_she_confirmed_and_corrected_stays(cast: Cast) -> None:
    bestand = hand_in(cast, cast.dossier(), MT940, "afschrift.940")
    paper = Bewijsstuk.objects.get()
    wage = Feit.objects.filter(soort__contains="loon").first()
    assert wage is not None
    CorrectFeit(door=cast.danielle.account, gemeente=cast.gemeente, feit=wage, waarde="1700.00").run()
    ConfirmBewijsstuk(door=cast.danielle.account, gemeente=cast.gemeente, bewijsstuk=paper).run()
    before = standing()
    again(cast, bestand)
    assert standing() == before
    assert list(Bewijsstuk.objects.values_list("pk", "staat")) == [(paper.pk, "bevestigd")]


def test_a_paper_that_does_not_count_does_not_come_back(cast: Cast) -> None:
    bestand = hand_in(cast, cast.dossier(), MT940, "afschrift.940")
    paper = Bewijsstuk.objects.get()
    JudgeBewijsstuk(door=cast.farida, gemeente=cast.gemeente, bewijsstuk=paper, telt_mee=False, reden="andermans").run()
    for _ in range(2):
        again(cast, bestand)
    assert standing() == []
    assert Bewijsstuk.objects.exclude(staat="verworpen").count() == 0


def test_a_newer_reader_proposes_what_it_finds_more(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    bestand = hand_in(cast, cast.dossier(), MT940, "afschrift.940")
    ConfirmBewijsstuk(door=cast.danielle.account, gemeente=cast.gemeente, bewijsstuk=Bewijsstuk.objects.get()).run()
    Feit.objects.filter(soort__contains="loon").delete()  # as if the older reader had missed it
    before = standing()
    again(cast, bestand)
    new = [row for row in standing() if row not in before]
    assert [(row[0], row[2]) for row in new] == [("inkomen_loon", "voorgesteld")]


def test_when_a_newer_reader_fails_the_papers_of_the_older_go_on_to_count(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    from opstap.lezen.model import NietGelezen
    from opstap.lezen.stapel import pijplijn

    bestand = hand_in(cast, cast.dossier(), MT940, "afschrift.940")
    before = standing()
    monkeypatch.setattr(pijplijn, "lees_bestand", lambda naam, _: ([], [NietGelezen(naam, "kapot", "Stuk.")]))
    again(cast, bestand)
    bestand.refresh_from_db()
    assert (bestand.lezen, standing()) == ("klaar", before)
    assert Lezing.objects.count() == 2


def test_a_newer_reader_reads_the_older_readings_again_once(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    hand_in(cast, cast.dossier(), MT940, "afschrift.940")
    assert reread_older() == 0
    Lezing.objects.update(lezer_versie="lezen-oud")
    assert (reread_older(), reread_older()) == (1, 0)
    assert Lezing.objects.count() == 2


def test_who_may_not_and_what_is_not_safe(cast: Cast) -> None:
    bestand = hand_in(cast, cast.dossier(), MT940, "afschrift.940")
    for user in (cast.koen, cast.tessa, cast.bea, cast.buurconsulent, cast.danielle.account, cast.karim.account):
        with pytest.raises(NietBevoegd):
            RereadBestand(door=user, gemeente=cast.gemeente, bestand=bestand).run()
    Bestand.objects.update(scan=Bestand.Scan.VIRUS)
    with pytest.raises(NietMogelijk):
        again(cast, bestand)
