"""Filling the sheet and choosing: what is refused, and what stays."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from opstap.kern import clock
from opstap.kern.actie import NietBevoegd, NietMogelijk
from opstap.kern.models import Gebeurtenis
from opstap.keuzehulp.actions.choose import Choose
from opstap.keuzehulp.actions.fill_gesprek import FillGesprek
from opstap.keuzehulp.actions.view_gesprek import GEZIEN, ViewGesprek
from opstap.keuzehulp.methode.opties import opties
from opstap.keuzehulp.models import Aanbod, Gesprek, Keuze
from opstap.keuzehulp.plaatselijk import local_supply
from opstap.keuzehulp.vullen import fill_aanbod
from tests.spelers import Cast

pytestmark = pytest.mark.django_db


def fill(cast: Cast, **said: Any) -> Gesprek:
    return FillGesprek(door=cast.karim.account, gemeente=cast.gemeente, inwoner=cast.karim, **said).run()


def choose(cast: Cast, gesprek: Gesprek, **said: Any) -> Keuze:
    rest = {
        "optie": "orientatie", "wie": "samen", "reden": "Past", "doel": "Werk", "eerste_stap": "Bellen",
        "stap_wie": "Karim", "evaluatie_op": clock.today() + timedelta(days=30),
    }  # fmt: skip
    return Choose(door=cast.farida, gemeente=cast.gemeente, gesprek=gesprek, **(rest | said)).run()


@pytest.mark.parametrize("answers", [{"nationaliteit": "x"}, {"energie": "40"}, {"doel": ["leren", "zekerheid"]}])
def test_what_the_aid_does_not_take_in_is_refused_with_the_reason(cast: Cast, answers: dict[str, Any]) -> None:
    with pytest.raises(NietMogelijk) as refusal:
        fill(cast, antwoorden=answers)
    assert refusal.value.sleutel == "keuzehulp.neemt_niet_mee"
    assert str(refusal.value.waarden["reden"]).startswith(next(iter(answers)))
    assert not Gesprek.objects.exists()


def test_what_is_not_named_stays(cast: Cast) -> None:
    fill(cast, eigen_woorden="Hallo", antwoorden={"energie": "0-4"}, weegt=["leren"])
    sheet = fill(cast, antwoorden={"energie": "4-12"})
    assert (sheet.eigen_woorden, sheet.antwoorden, sheet.weegt) == ("Hallo", {"energie": "4-12"}, ["leren"])


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ({"optie": "bestaat-niet"}, "kies_of_nog_niets"), ({"wie": "de gemeente"}, "kies_of_nog_niets"),
        ({"reden": " "}, "reden_nodig"), ({"optie": "eigen-idee"}, "schrijf_idee"),
        ({"eerste_stap": ""}, "schrijf_stap"),
    ],
)  # fmt: skip
def test_a_choice_needs_its_words(cast: Cast, said: dict[str, str], key: str) -> None:
    sheet = fill(cast)
    with pytest.raises(NietMogelijk) as refusal:
        choose(cast, sheet, **said)
    assert refusal.value.sleutel == f"keuzehulp.{key}"
    assert not Keuze.objects.exists()


def test_the_day_to_talk_again_lies_ahead(cast: Cast) -> None:
    with pytest.raises(NietMogelijk, match="dag_ligt_voor_ons"):
        choose(cast, fill(cast), evaluatie_op=clock.today())


@pytest.mark.parametrize("who", ["koen", "omar", "tessa", "bea", "buurconsulent", "helper"])
def test_only_the_person_and_a_consulent_fill_the_sheet(cast: Cast, who: str) -> None:
    with pytest.raises(NietBevoegd):
        FillGesprek(door=getattr(cast, who), gemeente=cast.gemeente, inwoner=cast.karim).run()


def test_the_person_alone_does_not_record_the_choice(cast: Cast) -> None:
    with pytest.raises(NietBevoegd):
        Choose(
            door=cast.karim.account, gemeente=cast.gemeente, gesprek=fill(cast), wie="inwoner",
            evaluatie_op=clock.today(),
        ).run()  # fmt: skip


def test_who_looked_is_written_once_per_half_hour_and_not_for_the_person(cast: Cast) -> None:
    sheet = fill(cast)
    for user in (cast.farida, cast.farida, cast.noor, cast.karim.account):
        ViewGesprek(door=user, gemeente=cast.gemeente, gesprek=sheet).run()
    assert Gebeurtenis.objects.filter(soort=GEZIEN, onderwerp=sheet.pk).count() == 2


def test_the_supply_of_the_town_is_filled_once_and_stays_as_the_municipality_left_it(cast: Cast) -> None:
    first = fill_aanbod(cast.gemeente)
    assert first == Aanbod.objects.count() > 10
    Aanbod.objects.filter(instrument="schuldhulp").update(plekken=0)
    assert fill_aanbod(cast.gemeente) == 0
    assert Aanbod.objects.get(instrument="schuldhulp").plekken == 0


def test_local_supply_fills_the_rows_and_never_hides_an_option(cast: Cast) -> None:
    assert local_supply(cast.gemeente) is None
    answers = {"energie": "4-12", "belangrijk": ["rustig opbouwen"]}
    bare = opties(answers, "zaak", clock.today())
    fill_aanbod(cast.gemeente)
    supply = local_supply(cast.gemeente)
    full = opties(answers, "zaak", clock.today(), aanbod=supply)
    assert [optie.instrument for optie in full.opties] == [optie.instrument for optie in bare.opties]
    step = next(optie for optie in full.opties if optie.instrument == "stapsgewijs")
    assert step.rijen["wachttijd"] == "Over ongeveer 3 weken. Er zijn 2 plekken vrij."
    assert full.niets_extra.rijen == bare.niets_extra.rijen
    assert local_supply(cast.buurgemeente) is None
