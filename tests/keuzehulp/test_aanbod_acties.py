"""Keeping the supply: who may, what is refused, what stays in the log; and what a talk sees of it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from opstap.kern import clock, log
from opstap.kern.actie import NietBevoegd, NietMogelijk
from opstap.keuzehulp.actions.save_aanbod import SaveAanbod
from opstap.keuzehulp.actions.stop_aanbod import StopAanbod
from opstap.keuzehulp.gaten import gaps, supply_list
from opstap.keuzehulp.methode.opties import opties
from opstap.keuzehulp.models import Aanbod
from opstap.keuzehulp.plaatselijk import local_supply
from tests.kennis import place, save
from tests.spelers import Cast

pytestmark = pytest.mark.django_db
ORIENTATIE = {"doel": "ontdekken wat bij mij past"}


def shown(cast: Cast) -> Any:
    """The option that the supply of these tests is tied to, as a talk shows it."""
    made = opties(ORIENTATIE, "zaak", clock.today(), aanbod=local_supply(cast.gemeente))
    return next(one for one in made.opties if one.instrument == "orientatie")


def test_what_changed_is_in_the_log_with_what_it_was(cast: Cast) -> None:
    row = save(cast)
    save(cast, row, plekken=0, plaats="Markt 1")
    save(cast, row, plekken=0, plaats="Markt 1")  # nothing new: nothing written
    past = log.read(cast.gemeente, [row.pk])
    assert [one.soort for one in past] == ["aanbod.toegevoegd", "aanbod.gewijzigd"]
    assert past[1].gegevens["verschil"] == {"plekken": ["4", "0"], "plaats": ["", "Markt 1"]}
    assert past[1].door == cast.bea


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"instrument": "toveren"}, "fout_onbekende_hulp"), ({"geldig_tot": date(2020, 1, 1)}, "fout_verlopen"),
        ({"start_op": date(2026, 1, 1)}, "fout_begin_voorbij"), ({"naam": "Voor cliënten"}, "fout_woord"),
        ({"past_aan": "rust"}, "fout_werkgever"), ({"geldig_tot": date(2090, 1, 1)}, "fout_te_ver"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_and_nothing_is_kept(cast: Cast, changes: dict[str, Any], key: str) -> None:
    with pytest.raises(NietMogelijk, match=f"aanbod.{key}"):
        save(cast, **changes)
    assert not Aanbod.objects.exists()


def test_the_same_help_of_the_same_provider_is_there_once(cast: Cast) -> None:
    save(cast)
    other = save(cast, naam="Iets anders")
    with pytest.raises(NietMogelijk, match="bestaat_al"):
        save(cast)
    with pytest.raises(NietMogelijk, match="bestaat_al"):
        save(cast, other)
    assert Aanbod.objects.count() == 2


@pytest.mark.parametrize("who", ["farida", "koen", "tessa", "omar", "buurconsulent", "helper"])
def test_only_the_beheerder_of_this_municipality_keeps_it(cast: Cast, who: str) -> None:
    row = save(cast)
    user = getattr(cast, who)
    for action in (SaveAanbod(door=user, gemeente=cast.gemeente, waarden=place(naam="X")),
                   StopAanbod(door=user, gemeente=cast.gemeente, aanbod=row)):  # fmt: skip
        with pytest.raises(NietBevoegd):
            action.run()


def test_what_stopped_is_told_as_stopped_and_begins_again_only_with_a_day_that_still_comes(cast: Cast) -> None:
    row = save(cast)
    StopAanbod(door=cast.bea, gemeente=cast.gemeente, aanbod=row).run()
    assert shown(cast).aanbod == ("Kijken wat past bij Werkplein: gestopt",)
    Aanbod.objects.update(geldig_tot=clock.today() - timedelta(days=1))
    with pytest.raises(NietMogelijk, match="eerst_datum"):
        StopAanbod(door=cast.bea, gemeente=cast.gemeente, aanbod=row, gestopt=False).run()
    Aanbod.objects.update(geldig_tot=clock.today())
    StopAanbod(door=cast.bea, gemeente=cast.gemeente, aanbod=row, gestopt=False).run()
    assert [one.soort for one in log.read(cast.gemeente, [row.pk])][1:] == ["aanbod.gestopt", "aanbod.hervat"]


def test_stale_supply_warns_and_sinks_and_is_still_told(cast: Cast) -> None:
    save(cast, naam="Aan het begin van het alfabet")
    Aanbod.objects.update(geldig_tot=clock.today() - timedelta(days=1))
    save(cast, naam="Zeker", plaats="Markt 1")
    found = shown(cast)
    assert [line.partition(" bij")[0] for line in found.aanbod] == ["Zeker", "Aan het begin van het alfabet"]
    assert found.rijen["plaats"] == "Markt 1"
    assert any("Aan het begin" in line for line in found.waarschuwingen)


def test_full_supply_keeps_the_option_and_says_full(cast: Cast) -> None:
    before = [one.instrument for one in opties(ORIENTATIE, "zaak", clock.today()).opties]
    save(cast, plekken=0)
    after = opties(ORIENTATIE, "zaak", clock.today(), aanbod=local_supply(cast.gemeente)).opties
    assert [one.instrument for one in after] == before
    assert shown(cast).rijen["wachttijd"].startswith("Nu vol.")


def test_an_employer_opens_a_door_beside_the_help_itself(cast: Cast) -> None:
    save(cast, naam="Aankloppen", aanbieder="Bakker", soort="werkplek", plaats="Bakkerij", plekken=None,
         laat_vallen="geen diploma", past_aan="beginnen met 8 uur", contact="088 000 12 34")  # fmt: skip
    assert shown(cast).rijen["plaats"] == "Bakkerij"
    save(cast, plaats="Werkplein")
    found = shown(cast)
    assert found.rijen["plaats"] == "Werkplein"
    line = next(line for line in found.aanbod if "Bakker" in line)
    for words in ("werkplek bij een werkgever", "Deze eisen vervallen: geen diploma.", "beginnen met 8 uur",
                  "Contact: 088 000 12 34."):  # fmt: skip
        assert words in line


def test_supply_of_the_region_is_seen_in_the_region_only_and_kept_by_its_own_municipality(cast: Cast) -> None:
    Aanbod.objects.create(gemeente=cast.buurgemeente, **place(regio="Twente", aanbieder="Regio"), gestopt=False)
    assert local_supply(cast.gemeente) is None
    cast.gemeente.instellingen = {"regio": "twente"}
    assert [one.aanbieder for one in local_supply(cast.gemeente)["orientatie"]] == ["Regio"]
    row = supply_list(cast.gemeente)[0]
    assert row.eigen is False
    with pytest.raises(NietBevoegd):
        StopAanbod(door=cast.bea, gemeente=cast.gemeente, aanbod=row.rij).run()


def test_gaps_name_why_nobody_can_begin(cast: Cast) -> None:
    save(cast)
    save(cast, instrument="taalcursus", plekken=0)
    save(cast, instrument="leerwerk", naam="Oud")
    Aanbod.objects.filter(naam="Oud").update(geldig_tot=clock.today() - timedelta(days=1))
    row = save(cast, instrument="uitzend", naam="Weg")
    StopAanbod(door=cast.bea, gemeente=cast.gemeente, aanbod=row).run()
    found = {one.instrument: one.gat for one in gaps(cast.gemeente)}
    assert "orientatie" not in found
    assert (found["taalcursus"], found["leerwerk"], found["uitzend"], found["ips"]) == ("vol", "oud", "gestopt", "geen")
    assert not {"nog-niets", "eigen-regie"} & found.keys()


def test_the_list_begins_with_what_has_to_be_looked_at_and_leaves_nothing_out(cast: Cast) -> None:
    save(cast, geldig_tot=clock.today() + timedelta(days=10))
    save(cast, naam="Oud")
    Aanbod.objects.filter(naam="Oud").update(geldig_tot=clock.today() - timedelta(days=1))
    StopAanbod(door=cast.bea, gemeente=cast.gemeente, aanbod=save(cast, naam="Weg")).run()
    rows = supply_list(cast.gemeente)
    assert [(one.rij.naam, one.staat, one.bijna) for one in rows] == [
        ("Oud", "oud", False), ("Kijken wat past", "vrij", True), ("Weg", "gestopt", False),
    ]  # fmt: skip
