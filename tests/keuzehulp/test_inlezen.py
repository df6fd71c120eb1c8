"""Reading a list in: looked at first, all or nothing, the same list twice changes nothing."""

from __future__ import annotations

import json
from datetime import date, timedelta

import jsonschema
import pytest

from opstap.kern import clock
from opstap.kern.actie import NietBevoegd, NietMogelijk
from opstap.keuzehulp.actions.apply_lijst import plan_of
from opstap.keuzehulp.actions.couple_kolommen import CoupleKolommen
from opstap.keuzehulp.actions.receive_lijst import ReceiveLijst
from opstap.keuzehulp.inhoudlijst import supply_history
from opstap.keuzehulp.lijst.uit import as_csv, as_json
from opstap.keuzehulp.models import Aanbod, Inlezing
from opstap.keuzehulp.vullen import fill_aanbod
from tests.bewaking.house import ROOT
from tests.keuzehulp.aanbodlijst import GOED, TAAL, apply, csv, receive
from tests.spelers import Cast

pytestmark = pytest.mark.django_db


def said(inlezing: Inlezing) -> list[tuple[int, str, str]]:
    return [(one.regel, one.fout.kolom, one.fout.sleutel) for one in plan_of(inlezing).fouten]


def test_looking_changes_nothing_and_applying_does_all_of_it(cast: Cast) -> None:
    inlezing = receive(cast, csv(GOED, TAAL))
    assert len(plan_of(inlezing).nieuw) == 2
    assert not Aanbod.objects.exists()
    apply(cast, inlezing)
    row = Aanbod.objects.get(instrument="orientatie")
    assert (row.plekken, row.geldig_tot, row.gestopt, row.soort) == (4, date(2027, 6, 30), False, "hulp")
    assert Aanbod.objects.get(instrument="taalcursus").start_op == date(2026, 10, 1)


def test_the_same_list_again_has_nothing_to_do(cast: Cast) -> None:
    apply(cast, receive(cast, csv(GOED, TAAL)))
    again = receive(cast, csv(GOED, TAAL))
    plan = plan_of(again)
    assert (plan.nieuw, plan.anders, plan.gelijk, plan.kan) == ([], [], 2, False)
    with pytest.raises(NietMogelijk, match="niet_inleesbaar"):
        apply(cast, again)


def test_one_wrong_row_stops_the_whole_list_with_its_line(cast: Cast) -> None:
    inlezing = receive(cast, csv(GOED, "orientatie;;Werkplein;;;;Team;2020-01-01;", TAAL, "toveren;X;Y;;x;;T;;"))
    assert said(inlezing) == [
        (3, "naam", "leeg"), (5, "instrument", "onbekende_hulp"), (5, "plekken", "getal"), (5, "geldig_tot", "leeg"),
    ]  # fmt: skip
    with pytest.raises(NietMogelijk, match="niet_inleesbaar"):
        apply(cast, inlezing)
    assert not Aanbod.objects.exists()
    assert bytes(Inlezing.objects.get().inhoud) == bytes(inlezing.inhoud)


def test_a_double_row_names_the_first(cast: Cast) -> None:
    found = plan_of(receive(cast, csv(GOED, TAAL, GOED.replace("4", "5")))).fouten
    assert [(one.regel, one.fout.sleutel, one.fout.waarden["regel"]) for one in found] == [(4, "dubbel", 2)]


def test_only_what_somebody_looked_at_is_applied(cast: Cast) -> None:
    apply(cast, receive(cast, csv(GOED)))
    inlezing = receive(cast, csv(GOED.replace(";4;", ";9;")))
    seen = plan_of(inlezing).vingerafdruk
    Aanbod.objects.update(plekken=7)
    with pytest.raises(NietMogelijk, match="intussen_anders"):
        apply(cast, inlezing, seen)
    assert Aanbod.objects.get().plekken == 7
    apply(cast, inlezing)
    with pytest.raises(NietMogelijk, match="al_ingelezen"):
        apply(cast, inlezing)


def test_a_row_that_is_not_in_the_list_stays(cast: Cast) -> None:
    count = fill_aanbod(cast.gemeente)
    inlezing = receive(cast, csv(GOED))
    assert plan_of(inlezing).niet_genoemd == count
    apply(cast, inlezing)
    assert Aanbod.objects.count() == count + 1


@pytest.mark.parametrize("form", ["csv", "json"])
def test_what_goes_out_comes_back_in_unchanged(cast: Cast, form: str) -> None:
    fill_aanbod(cast.gemeente)
    Aanbod.objects.filter(instrument="orientatie").update(kosten='=HYPERLINK("x")', contact="+31 88 0001234",
        naam='Met ; en "aanhaling"', soort="werkplek", laat_vallen="geen diploma", regio="Twente")  # fmt: skip
    rows = Aanbod.objects.filter(gemeente=cast.gemeente)
    text = as_csv(rows) if form == "csv" else as_json(rows, "Gemeente Voorbeeld", clock.today())
    plan = plan_of(receive(cast, text.encode()))
    assert (plan.fouten, plan.nieuw, plan.anders, plan.gelijk) == ([], [], [], rows.count())
    if form == "csv":
        assert "'=HYPERLINK" in text
        assert "'+31 88" in text
    else:
        schema = json.loads((ROOT / "docs" / "contracten" / "aanbod.json").read_text(encoding="utf-8"))
        jsonschema.validate(json.loads(text), schema)


def test_ten_thousand_rows_with_one_fault_are_refused_whole_and_without_it_taken_whole(cast: Cast) -> None:
    rows = [GOED.replace("Kijken wat past", f"Groep {number}") for number in range(10_000)]
    wrong = receive(cast, csv(*rows[:-1], rows[-1].replace("2027-06-30", "ooit")))
    assert said(wrong) == [(10_001, "geldig_tot", "dag")]
    with pytest.raises(NietMogelijk):
        apply(cast, wrong)
    assert not Aanbod.objects.exists()
    apply(cast, receive(cast, csv(*rows)))
    assert Aanbod.objects.count() == 10_000


def test_a_foreign_list_with_its_own_columns_and_names(cast: Cast) -> None:
    data = b"Organisatie,Titel,Type instrument\nTaalhuis,Aan tafel,Taal leren\nBakker,Leren bakken,LEERWERK"
    inlezing = receive(cast, data)
    assert plan_of(inlezing).ontbreekt == ["eigenaar", "geldig_tot"]
    choices = inlezing.keuzes | {"vast": {"eigenaar": "Team", "geldig_tot": "2027-01-01"}}
    CoupleKolommen(door=cast.bea, gemeente=cast.gemeente, inlezing=inlezing, keuzes=choices).run()
    inlezing.refresh_from_db()
    assert plan_of(inlezing).onbekende_hulp == ["Taal leren"]
    choices |= {"hulp": {"taal leren": "taalcursus"}}
    CoupleKolommen(door=cast.bea, gemeente=cast.gemeente, inlezing=inlezing, keuzes=choices).run()
    inlezing.refresh_from_db()
    apply(cast, inlezing)
    assert set(Aanbod.objects.values_list("instrument", "naam")) == {("taalcursus", "Aan tafel"), ("leerwerk",
        "Leren bakken")}  # fmt: skip
    assert receive(cast, data + b"\nX,Y,Taal leren").keuzes == choices  # remembered for the next list like it


@pytest.mark.parametrize(
    ("choices", "key"),
    [
        ({"kolommen": {"naam": "bestaat niet"}}, "onbekende_kolom"), ({"kolommen": {"wachtwoord": "naam"}},
        "onbekende_kolom"), ({"kolommen": {"naam": "naam", "plaats": "naam"}}, "kolom_twee_keer"),
        ({"hulp": {"x": "toveren"}}, "fout_onbekende_hulp"),
    ],
)  # fmt: skip
def test_columns_that_cannot_be_are_refused(cast: Cast, choices: dict[str, object], key: str) -> None:
    inlezing = receive(cast, csv(GOED))
    with pytest.raises(NietMogelijk, match=key):
        CoupleKolommen(door=cast.bea, gemeente=cast.gemeente, inlezing=inlezing, keuzes=choices).run()


def test_the_history_of_a_row_tells_what_a_list_changed(cast: Cast) -> None:
    apply(cast, receive(cast, csv(GOED, TAAL)))
    apply(cast, receive(cast, csv(GOED.replace(";4;", ";0;"))))
    past = supply_history(cast.gemeente, Aanbod.objects.get(instrument="orientatie"))
    assert [(regel.soort, dict(changed)) for regel, changed in past] == [
        ("inlezing.toegepast", {"plekken": ["4", "0"]}), ("inlezing.toegepast", {}),
    ]  # fmt: skip
    assert past[0][0].door == cast.bea
    other = supply_history(cast.gemeente, Aanbod.objects.get(instrument="taalcursus"))
    assert len(other) == 1


@pytest.mark.parametrize("who", ["farida", "koen", "tessa", "omar", "buurconsulent", "helper"])
def test_only_the_beheerder_reads_lists_in(cast: Cast, who: str) -> None:
    with pytest.raises(NietBevoegd):
        ReceiveLijst(door=getattr(cast, who), gemeente=cast.gemeente, soort="aanbod", naam="x", inhoud=csv(GOED)).run()


def test_a_list_of_next_door_cannot_be_applied_here(cast: Cast) -> None:
    inlezing = receive(cast, csv(GOED))
    Inlezing.objects.update(gemeente=cast.buurgemeente)
    with pytest.raises(NietBevoegd):
        apply(cast, Inlezing.objects.get(pk=inlezing.pk))
    assert not Aanbod.objects.exists()


def test_a_stale_row_may_stay_stale_but_not_be_changed_without_a_new_day(cast: Cast) -> None:
    apply(cast, receive(cast, csv(GOED)))
    Aanbod.objects.update(geldig_tot=clock.today() - timedelta(days=3))
    stale = as_csv(Aanbod.objects.all())
    assert plan_of(receive(cast, stale.encode())).gelijk == 1
    assert said(receive(cast, stale.replace(";4;", ";5;").encode())) == [(2, "geldig_tot", "verlopen")]


def test_the_example_in_the_document_reads_in(cast: Cast) -> None:
    told = (ROOT / "docs" / "aanbod.md").read_text(encoding="utf-8")
    example = told.split("```csv\n")[1].split("```")[0]
    plan = plan_of(receive(cast, example.encode()))
    assert (plan.fouten, len(plan.nieuw)) == ([], 2)
