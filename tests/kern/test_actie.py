"""One door per change."""

from __future__ import annotations

from uuid import uuid4

import pytest

from opstap.contact.actions.send_bericht import SendBericht
from opstap.contact.models import Bericht
from opstap.kern import log
from opstap.kern.actie import AnderVerzoek, NietBevoegd, NietMogelijk
from tests.spelers import Cast

pytestmark = pytest.mark.django_db


def bericht(cast: Cast, door: object, tekst: str = "Wanneer hoor ik iets?") -> SendBericht:
    return SendBericht(door=door, gemeente=cast.gemeente, inwoner=cast.danielle, onderwerp="Vraag", tekst=tekst)  # type: ignore[arg-type]


def test_it_writes_the_change_and_the_event_together(cast: Cast) -> None:
    bericht(cast, cast.danielle.account).run()
    assert [row.soort for row in log.read(cast.gemeente, [cast.danielle.pk], "bericht.")] == ["bericht.van_inwoner"]


def test_it_does_nothing_for_who_may_not(cast: Cast) -> None:
    with pytest.raises(NietBevoegd):
        bericht(cast, cast.karim.account).run()
    assert not Bericht.objects.exists()


def test_it_does_nothing_in_the_wrong_state(cast: Cast) -> None:
    with pytest.raises(NietMogelijk):
        bericht(cast, cast.danielle.account, "  ").run()
    assert log.read(cast.gemeente, [cast.danielle.pk], "bericht.") == []


def test_it_refuses_a_row_of_another_municipality(cast: Cast) -> None:
    with pytest.raises(NietBevoegd):
        SendBericht(door=cast.buurconsulent, gemeente=cast.buurgemeente, inwoner=cast.danielle, onderwerp="x",
            tekst="y").run()
    with pytest.raises(NietBevoegd):
        SendBericht(door=cast.buurconsulent, gemeente=cast.gemeente, inwoner=cast.danielle, onderwerp="x",
            tekst="y").run()


def test_a_form_sent_twice_changes_once(cast: Cast) -> None:
    key = uuid4()
    first = bericht(cast, cast.danielle.account).run(key)
    second = bericht(cast, cast.danielle.account).run(key)
    assert first.pk == second.pk
    assert Bericht.objects.count() == 1


def test_the_same_key_with_other_words_is_refused(cast: Cast) -> None:
    key = uuid4()
    bericht(cast, cast.danielle.account).run(key)
    with pytest.raises(AnderVerzoek):
        bericht(cast, cast.danielle.account, "Iets anders").run(key)
    assert Bericht.objects.count() == 1


def test_two_people_may_use_the_same_key(cast: Cast) -> None:
    key = uuid4()
    bericht(cast, cast.danielle.account).run(key)
    bericht(cast, cast.farida).run(key)
    assert Bericht.objects.count() == 2
