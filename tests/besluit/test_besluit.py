"""A decision rests on what is known now, and stopping an application comes after asking."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from opstap.aanvraag.models import Aanvraag, Aanvullingsverzoek
from opstap.besluit import brief
from opstap.besluit.actions.approve_besluit import ApproveBesluit
from opstap.besluit.actions.draft_besluit import DraftBesluit, in_the_making
from opstap.besluit.actions.submit_besluit import SubmitBesluit
from opstap.besluit.models import Besluit, Brief
from opstap.dossier.models import Feit
from opstap.kern import clock
from opstap.kern.weigering import NietBevoegd, NietMogelijk
from opstap.recht.actions.calculate import Calculate
from opstap.recht.models import Berekening
from tests.spelers import Cast

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("opslag")]


@pytest.fixture
def aanvraag(cast: Cast) -> Aanvraag:
    row = cast.aanvraag()
    Aanvraag.objects.update(staat="in_behandeling", aangevraagd_op=date(2026, 9, 1))
    know(cast, row, woont_met=[], werk="niet", uitkering="niet", ander_inkomen=[])
    row.refresh_from_db()
    return row


def know(cast: Cast, aanvraag: Aanvraag, **facts: object) -> None:
    for soort, waarde in facts.items():
        Feit.objects.create(
            gemeente=cast.gemeente, dossier=aanvraag.dossier, soort=soort, waarde=waarde, bron="gezegd",
            staat="vastgesteld", geweten_op=clock.now(),
        )  # fmt: skip


def draft(
    cast: Cast, aanvraag: Aanvraag, uitkomst: str = "afgewezen", berekening: Berekening | None = None, **anders: str
) -> Besluit:
    """Farida writes, with the draft that is there before her."""
    there = in_the_making(aanvraag)
    said = {"motivering": "Zo is het.", "gezien": there.versie if there else "", **anders}
    return DraftBesluit(
        door=cast.farida, gemeente=cast.gemeente, aanvraag=aanvraag, berekening=berekening, uitkomst=uitkomst, **said
    ).run()


def kept(cast: Cast, aanvraag: Aanvraag) -> Besluit:
    made = Calculate(door=cast.farida, gemeente=cast.gemeente, aanvraag=aanvraag).run()
    return draft(cast, aanvraag, berekening=made)


def submit(cast: Cast, aanvraag: Aanvraag, besluit: Besluit) -> None:
    SubmitBesluit(door=cast.farida, gemeente=cast.gemeente, aanvraag=aanvraag, besluit=besluit).run()


def test_two_who_write_at_once_do_not_write_over_each_other(cast: Cast, aanvraag: Aanvraag) -> None:
    draft(cast, aanvraag, motivering="Van Farida.")
    by_noor = DraftBesluit(
        door=cast.noor, gemeente=cast.gemeente, aanvraag=aanvraag, berekening=None, uitkomst="afgewezen",
        motivering="Van Noor.",
    )  # fmt: skip
    with pytest.raises(NietMogelijk) as refusal:
        by_noor.run()
    assert refusal.value.sleutel == "besluit.intussen_geschreven"
    assert refusal.value.waarden == {"naam": "Farida Benali", "tekst": "Van Farida."}
    assert Besluit.objects.get().motivering == "Van Farida."
    by_noor.gezien = Besluit.objects.get().versie
    assert by_noor.run().motivering == "Van Noor."
    assert Besluit.objects.count() == 1


def test_facts_that_changed_after_the_calculation_stop_it(cast: Cast, aanvraag: Aanvraag) -> None:
    made = kept(cast, aanvraag)
    know(cast, aanvraag, inkomen_loon="900.00")
    with pytest.raises(NietMogelijk) as refusal:
        submit(cast, aanvraag, made)
    assert refusal.value.sleutel == "besluit.feiten_veranderd"
    submit(cast, aanvraag, kept(cast, aanvraag))


def test_facts_that_changed_while_it_lay_for_approval_stop_it_too(cast: Cast, aanvraag: Aanvraag) -> None:
    made = kept(cast, aanvraag)
    submit(cast, aanvraag, made)
    know(cast, aanvraag, inkomen_loon="900.00")
    with pytest.raises(NietMogelijk) as refusal:
        ApproveBesluit(door=cast.koen, gemeente=cast.gemeente, aanvraag=aanvraag, besluit=made).run()
    assert refusal.value.sleutel == "besluit.feiten_veranderd"
    assert not Brief.objects.exists()


def test_a_decision_rewritten_while_its_letter_was_drawn_is_not_sent(
    cast: Cast, aanvraag: Aanvraag, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = kept(cast, aanvraag)
    submit(cast, aanvraag, made)
    whole = brief.draw

    def draw(besluit: Besluit, checked_by: object) -> object:
        Besluit.objects.update(motivering="Heel anders.")
        return whole(besluit, checked_by)  # type: ignore[arg-type]

    monkeypatch.setattr(brief, "draw", draw)
    with pytest.raises(NietMogelijk):
        ApproveBesluit(door=cast.koen, gemeente=cast.gemeente, aanvraag=aanvraag, besluit=made).run()
    assert not Brief.objects.exists()


def test_another_persons_calculation_cannot_carry_it(cast: Cast, aanvraag: Aanvraag) -> None:
    made = Calculate(door=cast.farida, gemeente=cast.gemeente, aanvraag=aanvraag).run()
    other = Aanvraag.objects.create(
        gemeente=cast.gemeente, dossier=aanvraag.dossier, nummer="x", staat="in_behandeling", begonnen_op=clock.now()
    )
    with pytest.raises(NietBevoegd):
        draft(cast, other, berekening=made)


@pytest.mark.parametrize(
    ("ended", "refused"),
    [(None, "besluit.eerst_vragen"), (0, "besluit.eerst_vragen"), (1, ""), (28, ""), (29, "besluit.te_laat_stoppen")],
)
def test_stopping_comes_after_time_to_complete_and_within_four_weeks(
    cast: Cast, aanvraag: Aanvraag, ended: int | None, refused: str
) -> None:
    if ended is not None:
        until = clock.today() - timedelta(days=ended)
        Aanvullingsverzoek.objects.create(
            gemeente=cast.gemeente, aanvraag=aanvraag, gevraagd_op=until - timedelta(days=14), uiterlijk_op=until,
            door=cast.farida
        )
    if refused:
        with pytest.raises(NietMogelijk) as refusal:
            draft(cast, aanvraag, "niet_behandeld")
        assert refusal.value.sleutel == refused
    else:
        assert draft(cast, aanvraag, "niet_behandeld").uitkomst == "niet_behandeld"
