"""The course of an application: filed once, passed on once, paid in advance once."""

from __future__ import annotations

from datetime import date, datetime
from uuid import uuid4

import pytest

from opstap.aanvraag import klok
from opstap.aanvraag.actions.pay_voorschot import PayVoorschot
from opstap.aanvraag.actions.submit_aanvraag import SubmitAanvraag
from opstap.aanvraag.actions.transfer_aanvraag import TransferAanvraag
from opstap.aanvraag.models import Aanvraag
from opstap.kern import clock
from opstap.kern.models import Gebeurtenis
from opstap.kern.weigering import AnderVerzoek, NietMogelijk
from tests.spelers import Cast

pytestmark = pytest.mark.django_db


def submit(cast: Cast, aanvraag: Aanvraag, **said: object) -> SubmitAanvraag:
    return SubmitAanvraag(door=cast.danielle.account, gemeente=cast.gemeente, aanvraag=aanvraag, **said)


def transfer(cast: Cast, kenmerk: str, gemeld: date, aangevraagd: date) -> Aanvraag:
    return TransferAanvraag(
        door=None, gemeente=cast.gemeente, dossier=cast.dossier(), kenmerk=kenmerk, gemeld_op=gemeld,
        aangevraagd_op=aangevraagd,
    ).run()  # fmt: skip


def test_a_form_sent_twice_gives_the_first_result(cast: Cast) -> None:
    aanvraag, key = cast.aanvraag(), uuid4()
    first = submit(cast, aanvraag).run(key)
    assert submit(cast, Aanvraag.objects.get()).run(key) == first
    assert Gebeurtenis.objects.filter(soort="aanvraag.ingediend").count() == 1


def test_the_same_key_with_other_words_is_another_request(cast: Cast) -> None:
    aanvraag, key = cast.aanvraag(), uuid4()
    submit(cast, aanvraag, afschrift={"gezegd": []}).run(key)
    with pytest.raises(AnderVerzoek):
        submit(cast, aanvraag, afschrift={"gezegd": ["iets anders"]}).run(key)


def test_begun_here_and_filed_at_uwv_is_one_application_with_the_earliest_dates(cast: Cast) -> None:
    own = cast.aanvraag()
    joined = transfer(cast, "uwv-1", date(2026, 9, 7), date(2026, 9, 9))
    assert joined == own
    assert (joined.staat, joined.gemeld_op, joined.aangevraagd_op) == ("ingediend", date(2026, 9, 7), date(2026, 9, 9))


def test_filed_here_and_passed_on_with_another_date_keeps_the_clock_running(cast: Cast) -> None:
    submit(cast, cast.aanvraag()).run()
    joined = transfer(cast, "uwv-1", date(2026, 9, 7), date(2026, 9, 9))
    terms = klok.of(joined)
    assert terms["beslistermijn"].uiterlijk == date(2026, 11, 4)  # eight weeks after 9 September
    assert klok.of(joined, taal="en")["beslistermijn"].uiterlijk == date(2026, 11, 4)


def test_long_references_that_begin_alike_are_two_transfers(cast: Cast) -> None:
    for end in ("a", "b"):
        transfer(cast, f"uwv-2026-0000000000000{end}", date(2026, 9, 7), date(2026, 9, 9))
        Aanvraag.objects.update(staat="ingetrokken")
    assert Aanvraag.objects.count() == 2


def test_the_same_transfer_again_changes_nothing(cast: Cast) -> None:
    one, again = (transfer(cast, "uwv-1", date(2026, 9, 7), date(2026, 9, 9)) for _ in range(2))
    assert one == again
    assert Gebeurtenis.objects.filter(soort="aanvraag.overgedragen").count() == 1


def test_an_advance_is_paid_once_in_four_weeks(cast: Cast) -> None:
    aanvraag = submit(cast, cast.aanvraag()).run()
    pay = {"gemeente": cast.gemeente, "aanvraag": aanvraag, "cents": 100_00}
    PayVoorschot(door=cast.farida, **pay).run()
    with pytest.raises(NietMogelijk) as refusal:
        PayVoorschot(door=cast.noor, **pay).run()
    assert refusal.value.sleutel == "voorschot.al_betaald"
    with clock.at(date(2026, 10, 16)):
        PayVoorschot(door=cast.noor, **pay).run()


def test_one_clock_that_cannot_run_does_not_stop_the_others(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    sick, well = submit(cast, cast.aanvraag()).run(), None
    for person in (cast.karim,):
        from opstap.aanvraag.actions.start_aanvraag import StartAanvraag
        from opstap.dossier.actions.open_dossier import OpenDossier

        dossier = OpenDossier(door=None, gemeente=cast.gemeente, inwoner=person).run()
        well = StartAanvraag(door=person.account, gemeente=cast.gemeente, dossier=dossier).run()
    assert well is not None
    whole = klok.herzie

    def herzie(aanvraag: Aanvraag) -> Aanvraag:
        if aanvraag.pk == sick.pk:
            raise ValueError
        return whole(aanvraag)

    monkeypatch.setattr(klok, "herzie", herzie)
    assert klok.herzie_alle() == 1


@pytest.mark.parametrize(
    ("moment", "day"),
    [(datetime(2026, 9, 17, 22, 30), date(2026, 9, 17)), (datetime(2026, 9, 18, 0, 10), date(2026, 9, 18)),
     (datetime(2026, 10, 25, 2, 30), date(2026, 10, 25)), (datetime(2026, 3, 29, 3, 0), date(2026, 3, 29)),
     (datetime(2026, 12, 31, 23, 59), date(2026, 12, 31))],
)  # fmt: skip
def test_the_day_is_the_day_in_the_netherlands(cast: Cast, moment: datetime, day: date) -> None:
    with clock.at(moment.replace(tzinfo=clock.AMSTERDAM)):
        aanvraag = submit(cast, cast.aanvraag()).run()
        assert (clock.today(), aanvraag.gemeld_op, aanvraag.aangevraagd_op) == (day, day, day)
