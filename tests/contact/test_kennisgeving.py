"""Notices: tried again, sent once, never with the news in them."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from opstap.contact import kennisgeving
from opstap.contact.actions.record_call import RecordCall
from opstap.contact.actions.request_call import RequestCall
from opstap.contact.actions.send_bericht import SendBericht
from opstap.contact.models import Kennisgeving
from opstap.kern import clock
from opstap.kern.models import Gebeurtenis
from opstap.kern.weigering import NietBevoegd
from opstap.koppelingen import post, sms
from opstap.taal.teksten import tekst
from tests.spelers import Cast

pytestmark = pytest.mark.django_db


def reach(cast: Cast, email: str = "", telefoon: str = "") -> None:
    cast.danielle.email, cast.danielle.telefoon = email, telefoon
    cast.danielle.save()


def test_mail_that_fails_goes_out_after_hours_of_silence(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    def away(*_: object) -> None:
        raise post.PostWeg

    reach(cast, email="d@voorbeeld.invalid")
    row = kennisgeving.notify(cast.danielle, "kennisgeving.bericht")
    assert row is not None
    whole = post.send
    monkeypatch.setattr(post, "send", away)
    began = clock.now()
    for minute in range(300):
        with clock.at(began + timedelta(minutes=minute)):
            assert kennisgeving.send_waiting() == 0
    row.refresh_from_db()
    assert (row.staat, row.pogingen) == ("wacht", 6)
    monkeypatch.setattr(post, "send", whole)
    with clock.at(began + timedelta(hours=13)):
        assert kennisgeving.send_waiting() == 1
        assert kennisgeving.send_waiting() == 0


def test_one_that_can_never_be_sent_stops_no_other(cast: Cast, mailoutbox: list[object]) -> None:
    reach(cast, email="d@voorbeeld.invalid")
    kennisgeving.notify(cast.danielle, "kennisgeving.bestaat_niet")
    kennisgeving.notify(cast.danielle, "kennisgeving.bericht")
    assert kennisgeving.send_waiting() == 1
    assert sorted(Kennisgeving.objects.values_list("staat", flat=True)) == ["mislukt", "verzonden"]
    assert len(mailoutbox) == 1


def test_a_mobile_number_gets_an_sms_when_there_is_no_mail(cast: Cast, settings: object, tmp_path: Path) -> None:
    settings.DATA = tmp_path  # type: ignore[attr-defined]
    reach(cast, telefoon="06-12 34 56 78")
    SendBericht(door=cast.farida, gemeente=cast.gemeente, inwoner=cast.danielle, onderwerp="Uw huur",
        tekst="Geheim").run()
    assert kennisgeving.send_waiting() == 1
    message = next((tmp_path / "sms").glob("*.txt")).read_text(encoding="utf-8")
    assert message.startswith("Aan: +31612345678\n")
    assert "huur" not in message.lower()
    assert "geheim" not in message.lower()


@pytest.mark.parametrize("number", ["0612345678", "+31 6 12345678", "0031612345678", "06-1234 5678"])
def test_a_mobile_number_is_known_as_one(number: str) -> None:
    assert sms.normal(number) == "+31612345678"


@pytest.mark.parametrize("number", ["", "074 123 45 67", "06", "+4915112345678", "06123456789"])
def test_another_number_gets_no_sms(number: str) -> None:
    assert not sms.is_mobile(number)


def test_nobody_is_forced_to_have_an_address(cast: Cast) -> None:
    reach(cast, telefoon="074 123 45 67")
    assert kennisgeving.notify(cast.danielle, "kennisgeving.bericht") is None


@pytest.mark.parametrize("kind", ["bericht", "ontvangen", "papieren", "besluit"])
@pytest.mark.parametrize("taal", ["nl", "en"])
def test_a_notice_fits_in_one_sms_and_holds_no_news(kind: str, taal: str) -> None:
    words = tekst(f"kennisgeving.{kind}_sms", taal, gemeente="Gemeente Haaksbergen").lower()
    assert len(words) <= 160
    news = ("bijstand", "afgewezen", "toegekend", "€", "uitkering", "benefit", "refused", "granted", "http")
    assert not any(word in words + tekst(f"kennisgeving.{kind}", taal, gemeente="X").lower() for word in news)


def test_a_call_is_written_down_once(cast: Cast) -> None:
    asked = RequestCall(
        door=cast.danielle.account, gemeente=cast.gemeente, inwoner=cast.danielle, telefoon="06", dagdeel="ochtend"
    ).run()
    for worker in (cast.farida, cast.noor):
        RecordCall(door=worker, gemeente=cast.gemeente, verzoek=asked).run()
    assert Gebeurtenis.objects.filter(soort="contact.gebeld").count() == 1


def test_a_beheerder_sends_no_messages_to_people(cast: Cast) -> None:
    with pytest.raises(NietBevoegd):
        SendBericht(door=cast.bea, gemeente=cast.gemeente, inwoner=cast.danielle, onderwerp="x", tekst="x").run()
