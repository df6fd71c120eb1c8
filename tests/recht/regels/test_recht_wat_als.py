"""What if, and the norm change: before and after side by side, nothing kept and nothing decided."""

from __future__ import annotations

from copy import deepcopy
from datetime import date

import pytest

from opstap.kern.commands import InvoerFout
from opstap.kern.geld import Geld
from opstap.recht.regels import wat_als
from opstap.recht.regels.herziening import herzie
from opstap.recht.regels.nettoloon import schat
from tests.recht.regels.huishoudens import gezin

NU = "2026-07-01"


def test_if_i_work_16_hours_at_15_50() -> None:
    household = gezin(NU)
    kept = deepcopy(household)
    anders = wat_als.met_werk(household, "a", uren=16, uurloon="15,50", regeling="31_2_n")
    answer = wat_als.vergelijk(household, anders)
    assert household == kept
    netto = Geld.parse(anders["inkomsten"][0]["netto"]).cents
    left = Geld(netto).share(1, 4).cents
    assert answer["in_de_maand"] == {"voor": "1419.46", "na": str(Geld(141_946 + left)), "verschil": str(Geld(left))}
    changed = {each["regel"]: each for each in answer["veranderd"]}
    assert changed["vrijlating_a"]["na"] == str(Geld(left))
    assert changed["hoogte"]["voor"] == "1419.46"
    assert "norm" not in changed
    assert "Schatting" in anders["keuzes"]["toelichting"]


def test_work_replaces_the_wages_there_were() -> None:
    household = gezin(
        NU,
        inkomsten=[
            {"persoon": "a", "soort": "loon", "netto": "1.00"},
            {"persoon": "a", "soort": "alimentatie", "netto": "2.00"},
        ],
    )
    anders = wat_als.met_werk(household, "a", uren="8", uurloon="15")
    assert [each["soort"] for each in anders["inkomsten"]] == ["alimentatie", "loon"]


def test_if_my_son_turns_27() -> None:
    household = gezin(NU)
    household["personen"].append({"id": "zoon", "rol": "kind", "geboortedatum": "2000-02-29"})
    answer = wat_als.vergelijk(household, wat_als.als_iemand_wordt(household, "zoon", 27))
    assert answer["in_de_maand"] == {"voor": "1419.46", "na": "1013.90", "verschil": "-405.56"}
    assert {"kostendelers", "deelt_kosten", "norm"} <= {each["regel"] for each in answer["veranderd"]}
    assert answer["na"]["stappen"][0]["uitkomst"] == "2027-03-01"


def test_if_someone_moves_in_and_out_again() -> None:
    household = gezin(NU)
    together = wat_als.samen_met(
        household,
        {"id": "v", "rol": "partner", "geboortedatum": "1990-01-01"},
        [{"persoon": "v", "soort": "loon", "netto": "500.00"}],
    )
    assert wat_als.vergelijk(household, together)["in_de_maand"]["na"] == "2027.79"
    alone = wat_als.zonder({**together, "keuzes": {"vrijlating": {"v": {"regeling": "31_2_n"}}}}, "v")
    assert wat_als.vergelijk(household, alone)["veranderd"] == []


def test_what_is_not_known_stays_not_known() -> None:
    household = gezin(NU)
    del household["vermogen"]
    answer = wat_als.vergelijk(household, wat_als.op_dag(household, date(2026, 1, 1)))
    assert answer["in_de_maand"] == {"voor": None, "na": None, "verschil": None}
    assert {each["regel"] for each in answer["veranderd"]} >= {"norm", "datum_en_versie"}


@pytest.mark.parametrize(
    "question",
    [
        lambda h: wat_als.met_werk(h, "z", uren=16, uurloon="15.50"),
        lambda h: wat_als.met_werk(h, "a", uren="veel", uurloon="15.50"),
        lambda h: wat_als.met_werk(h, "a", uren=16, uurloon="-1"),
        lambda h: wat_als.met_werk(h, "a", uren=100, uurloon="15"),
        lambda h: wat_als.als_iemand_wordt(h, "a", 27),
        lambda h: wat_als.als_iemand_wordt({**h, "personen": [{"id": "a", "rol": "aanvrager"}]}, "a", 27),
        lambda h: wat_als.met_werk({**h, "peildatum": "nu"}, "a", uren=16, uurloon="15.50"),
    ],
)
def test_a_question_that_cannot_be_is_refused_in_dutch(question: object) -> None:
    with pytest.raises(InvoerFout):
        question(gezin(NU))  # type: ignore[operator]


@pytest.mark.parametrize(
    ("uren", "uurloon", "on", "bruto", "netto"),
    [
        # 12.896 a year: 4.610,32 tax, 3.115 + 996 + 31,009 % of 931 (288,69) credit: 210,63 a year to pay
        (16, "15.50", date(2026, 7, 1), "1074.67", "1057.11"),
        # 24.960 a year: 8.923,20 tax, 3.115 + 996 + 31,009 % of 12.995 (4.029,62) credit: 782,58 a year to pay
        (32, "15.00", date(2026, 7, 1), "2080.00", "2014.78"),
        (0, "15.00", date(2026, 7, 1), "0.00", "0.00"),
    ],
)
def test_the_estimate_of_net_wages(uren: int, uurloon: str, on: date, bruto: str, netto: str) -> None:
    found = schat(uren, uurloon, on)
    assert (str(found.bruto), str(found.netto)) == (bruto, netto)
    assert found.toelichting.startswith("Schatting: ")
    assert str(on.year) in found.toelichting


def test_the_estimate_takes_the_table_of_the_year_or_the_nearest_before() -> None:
    assert "2025" in schat(16, "15", date(2025, 5, 1)).toelichting
    assert "2026" in schat(16, "15", date(2028, 5, 1)).toelichting
    assert "2025" in schat(16, "15", date(2019, 5, 1)).toelichting
    assert schat(40, "30", date(2026, 1, 1)).netto < schat(40, "30", date(2026, 1, 1)).bruto


def test_a_norm_change_lists_who_changes_by_how_much() -> None:
    rights = {
        "zaak-1": gezin("2026-01-01"),
        "zaak-2": gezin("2026-01-01", partner=40, inkomsten=[{"persoon": "a", "soort": "loon", "netto": "2010.00"}]),
        "zaak-3": gezin("2026-01-01", inkomsten=[{"persoon": "a", "soort": "loon", "netto": "2500.00"}]),
        "zaak-4": {"personen": []},
        "zaak-5": [],
    }
    result = herzie(rights, date(2026, 6, 30), date(2026, 7, 1))
    one, two, three = result.wijzigingen
    assert (one.rij, one.norm_voor, one.norm_na, one.verschil) == ("zaak-1", 140_150, 141_946, 1_796)
    assert (two.uitkomst_voor, two.uitkomst_na, two.verschil) == ("geen_recht", "recht", 1_779)
    assert (three.verschil, three.verandert) == (0, True)
    assert [each.rij for each in result.geraakt] == ["zaak-1", "zaak-2", "zaak-3"]
    assert result.verschil == 1_796 + 1_779
    assert [rij for rij, _ in result.fouten] == ["zaak-4", "zaak-5"]


def test_a_norm_change_needs_a_later_day_and_someone_to_change() -> None:
    with pytest.raises(InvoerFout):
        herzie({}, date(2026, 7, 1), date(2026, 7, 1))
    assert herzie({}, date(2026, 6, 30), date(2026, 7, 1)).wijzigingen == ()
