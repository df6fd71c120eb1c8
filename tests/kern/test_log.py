"""The one list of what happened."""

from __future__ import annotations

import pytest
from django.db import connection, transaction

from opstap.kern import log
from opstap.kern.ids import new_id
from opstap.kern.keten import verify
from opstap.kern.models import Gebeurtenis, Ketenkop
from tests.spelers import Cast

pytestmark = pytest.mark.django_db(transaction=True)


def write(cast: Cast, soort: str = "papier.ontvangen", onderwerp: object = None, **words: object) -> log.Regel:
    with transaction.atomic():
        return log.write(cast.gemeente, soort, onderwerp or new_id(), cast.farida, words)  # type: ignore[arg-type]


def test_it_gives_the_words_back(cast: Cast) -> None:
    subject = new_id()
    write(cast, onderwerp=subject, naam="huurcontract.pdf")
    (row,) = log.read(cast.gemeente, [subject])
    assert (row.soort, row.door, row.gegevens["naam"]) == ("papier.ontvangen", cast.farida, "huurcontract.pdf")


def test_it_refuses_to_write_outside_a_transaction(cast: Cast) -> None:
    with pytest.raises(RuntimeError):
        log.write(cast.gemeente, "papier.ontvangen", new_id(), None)


def test_an_event_goes_with_the_change_that_failed(cast: Cast) -> None:
    subject = new_id()
    with transaction.atomic():
        log.write(cast.gemeente, "papier.ontvangen", subject, None)
        transaction.set_rollback(True)
    assert log.read(cast.gemeente, [subject]) == []
    write(cast)
    assert verify(cast.gemeente).fouten == []


def test_the_words_are_not_in_the_database_in_the_clear(cast: Cast) -> None:
    write(cast, naam="een heel bijzondere naam")
    assert b"bijzondere" not in b"".join(bytes(row.inhoud) for row in Gebeurtenis.objects.all())


def test_each_municipality_has_a_chain_of_its_own(cast: Cast) -> None:
    before = Gebeurtenis.objects.filter(gemeente=cast.gemeente).count()
    with transaction.atomic():
        other = log.write(cast.buurgemeente, "papier.ontvangen", new_id(), None)
    assert other.volgnummer == Gebeurtenis.objects.filter(gemeente=cast.buurgemeente).count()
    assert Gebeurtenis.objects.filter(gemeente=cast.gemeente).count() == before
    assert log.read(cast.gemeente, [other.onderwerp]) == []


def test_the_chain_stays_whole_when_the_words_are_destroyed(cast: Cast) -> None:
    subject = new_id()
    write(cast, onderwerp=subject, naam="weg ermee")
    log.destroy_words(cast.gemeente, subject)
    (row,) = log.read(cast.gemeente, [subject])
    report = verify(cast.gemeente)
    assert row.gegevens == {}
    assert (report.fouten, report.vernietigd) == ([], 1)


def test_nothing_can_be_added_after_the_words_were_destroyed(cast: Cast) -> None:
    subject = new_id()
    write(cast, onderwerp=subject)
    log.destroy_words(cast.gemeente, subject)
    with pytest.raises(RuntimeError):
        write(cast, onderwerp=subject)


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        ("UPDATE kern_gebeurtenis SET soort = 'besluit.genomen' WHERE volgnummer = 2", "sluit niet aan"),
        ("DELETE FROM kern_gebeurtenis WHERE volgnummer = 2", "ontbreekt"),
        ("DELETE FROM kern_gebeurtenis WHERE volgnummer > 2", "einde van de keten"),
        ("UPDATE kern_gebeurtenis SET voor_inwoner = NOT voor_inwoner WHERE volgnummer = 3", "sluit niet aan"),
        ("UPDATE kern_gebeurtenis SET door_id = NULL WHERE volgnummer = 6", "sluit niet aan"),
    ],
)
def test_tampering_shows(cast: Cast, statement: str, fault: str) -> None:
    for number in range(5):
        write(cast, naam=str(number))
    assert verify(cast.gemeente).fouten == []
    with connection.cursor() as cursor:
        cursor.execute(f"{statement} AND gemeente_id = %s",
            [cast.gemeente.pk.hex if connection.vendor == "sqlite" else cast.gemeente.pk])
        assert cursor.rowcount > 0
    assert any(fault in found for found in verify(cast.gemeente).fouten)


def test_changed_words_show(cast: Cast) -> None:
    row = write(cast, naam="echt")
    event = Gebeurtenis.objects.get(gemeente=cast.gemeente, volgnummer=row.volgnummer)
    sealed = bytearray(bytes(event.inhoud))
    sealed[-1] ^= 1
    Gebeurtenis.objects.filter(pk=event.pk).update(inhoud=bytes(sealed))
    assert any("woorden" in found for found in verify(cast.gemeente).fouten)


def test_the_head_follows_the_last_event(cast: Cast) -> None:
    row = write(cast)
    assert Ketenkop.objects.get(gemeente=cast.gemeente).volgnummer == row.volgnummer
