"""The clock reads of the log what moves it and no more; papers still change whose turn it is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from opstap.aanvraag import klok
from opstap.aanvraag.actions.ask_aanvulling import AskAanvulling
from opstap.aanvraag.actions.submit_aanvraag import SubmitAanvraag
from opstap.aanvraag.actions.take_aanvraag import TakeAanvraag
from opstap.aanvraag.models import Aanvraag
from opstap.dossier.models import Bewijsstuk
from opstap.kern import clock, log
from opstap.kern.models import Dossiersleutel, Gebeurtenis
from tests.conftest import VANDAAG
from tests.reis import MT940
from tests.spelers import Cast, hand_in

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("opslag")]
UITERLIJK = date(2026, 10, 2)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The kinds of events whose words are decrypted, in order."""
    kinds: list[str] = []
    whole: Callable[[Gebeurtenis, Dossiersleutel | None], bytes | None] = log.opened

    def note(row: Gebeurtenis, key: Dossiersleutel | None) -> bytes | None:
        kinds.append(row.soort)
        return whole(row, key)

    monkeypatch.setattr(log, "opened", note)
    return kinds


def taken(cast: Cast) -> Aanvraag:
    """Filed and taken up by Farida."""
    aanvraag = SubmitAanvraag(door=cast.danielle.account, gemeente=cast.gemeente, aanvraag=cast.aanvraag()).run()
    return TakeAanvraag(door=cast.farida, gemeente=cast.gemeente, aanvraag=aanvraag).run()


def asked(cast: Cast) -> Aanvraag:
    """Taken up, and Farida asked for what is missing."""
    return (
        AskAanvulling(
            door=cast.farida, gemeente=cast.gemeente, aanvraag=taken(cast), vereisten=["bank"], uiterlijk_op=UITERLIJK
        ).run()
        and Aanvraag.objects.get()
    )


def happens(aanvraag: Aanvraag, soort: str, times: int) -> None:
    with transaction.atomic():
        for _ in range(times):
            log.write(aanvraag.gemeente, soort, aanvraag.dossier_id, None, {"naam": "x"})


def event(aanvraag: Aanvraag) -> CaptureQueriesContext:
    """The queries with which the clock hears of one paper."""
    regel = log.Regel(aanvraag.gemeente, 1, clock.now(), "papier.ontvangen", aanvraag.dossier_id, None, True, {})
    with transaction.atomic(), CaptureQueriesContext(connection) as seen:
        klok.on_event(regel)
    return seen


def written(seen: CaptureQueriesContext) -> int:
    return sum(query["sql"].startswith("UPDATE") for query in seen.captured_queries)


def test_a_log_that_grew_costs_the_clock_no_query_and_no_word_more(cast: Cast, opened: list[str]) -> None:
    aanvraag = taken(cast)
    event(aanvraag)
    before = len(event(aanvraag))
    for soort in ("papier.ontvangen", "papier.gelezen", "dossier.ingezien"):
        happens(aanvraag, soort, 20)
    opened.clear()
    after = event(aanvraag)
    assert (len(after), written(after)) == (before, 0)
    assert before <= 4  # the aanvraag, a paper nobody looked at, the events and their key
    assert opened == []  # none of what happened moves this clock


def test_after_a_request_only_what_moves_the_clock_is_opened(cast: Cast, opened: list[str]) -> None:
    aanvraag = asked(cast)
    happens(aanvraag, "papier.gelezen", 20)
    happens(aanvraag, "papier.ontvangen", 2)
    opened.clear()
    assert len(event(aanvraag)) <= 7  # also its request, and the papers that came since
    assert opened.count("papier.ontvangen") == 2
    assert set(opened) == {"aanvulling.gevraagd", "papier.ontvangen"}


def test_a_paper_that_changes_nothing_writes_nothing_and_one_that_does_writes_once(cast: Cast) -> None:
    aanvraag = taken(cast)
    hand_in(cast, aanvraag.dossier, MT940, "afschrift.940")
    assert written(event(aanvraag)) == 0
    Bewijsstuk.objects.update(staat="beoordeeld")
    assert written(event(aanvraag)) == 1
    aanvraag.refresh_from_db()
    assert (aanvraag.aan_zet, aanvraag.werk) == ("gemeente", "besluit")


def test_whose_turn_it_is_follows_the_papers_all_the_way(cast: Cast) -> None:
    aanvraag = taken(cast)

    def stand() -> tuple[str, str, date | None, date | None]:
        aanvraag.refresh_from_db()
        return aanvraag.aan_zet, aanvraag.werk, aanvraag.uiterlijk_op, aanvraag.aan_zet_sinds

    beslis = klok.of(aanvraag)["beslistermijn"].uiterlijk
    assert stand() == ("gemeente", "besluit", beslis, clock.today())
    with clock.at(VANDAAG + timedelta(days=1)):
        hand_in(cast, aanvraag.dossier, MT940, "afschrift.940")
        assert stand() == ("gemeente", "papieren", beslis, clock.today())
    with clock.at(VANDAAG + timedelta(days=2)):
        hand_in(cast, aanvraag.dossier, MT940 + b"\n", "nog-een.940")
        assert stand()[3] == clock.today() - timedelta(days=1)  # still since the first
    Bewijsstuk.objects.update(staat="beoordeeld")
    with clock.at(VANDAAG + timedelta(days=3)):
        AskAanvulling(
            door=cast.farida, gemeente=cast.gemeente, aanvraag=aanvraag, vereisten=["bank"], uiterlijk_op=UITERLIJK
        ).run()
        assert stand() == ("inwoner", "aanvullen", UITERLIJK, clock.today())
    with clock.at(VANDAAG + timedelta(days=6)):
        hand_in(cast, aanvraag.dossier, MT940.replace(b"C260801", b"C260701"), "juli.940")
        assert stand()[:2] == ("gemeente", "papieren")
        terms = klok.of(aanvraag)
        assert stand()[2] == terms["beslistermijn"].uiterlijk
        assert terms["beslistermijn"].uiterlijk > beslis  # the days that it waited for her are added


def test_the_events_are_the_same_as_of_the_whole_log(cast: Cast) -> None:
    aanvraag = taken(cast)
    happens(aanvraag, "papier.ontvangen", 3)  # before the request: no part of its answer
    AskAanvulling(
        door=cast.farida, gemeente=cast.gemeente, aanvraag=aanvraag, vereisten=["bank"], uiterlijk_op=UITERLIJK
    ).run()
    happens(aanvraag, "papier.ontvangen", 2)
    happens(aanvraag, "voorschot.betaald", 1)
    whole = list(klok._events(aanvraag, log.read(aanvraag.gemeente, [aanvraag.dossier_id])))
    assert klok.happened(aanvraag) == whole
    assert [one.soort for one in whole].count("aanvulling_ontvangen") == 2
