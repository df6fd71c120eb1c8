"""Every other term with a length, whose turn it is, and what is only information."""

import json
from datetime import date
from pathlib import Path

import pytest

from opstap.termijn import Persoon, inhoud
from tests.termijn.zaken import aanvraag, dag, g, loop

GEDEELD = Path(__file__).parents[3] / "shared" / "data" / "termijnen.json"


@pytest.mark.parametrize(
    ("event", "naam", "uiterlijk"),
    [
        (g("einde_ww", "06-30"), "melding_vooraf_ww", "06-02"),
        (g("melding", "05-31"), "terugwerkende_kracht", "02-28"),
        (g("melding", "03-08"), "melding", "03-08"),
        (g("einde_uitkering", "01-31"), "hergebruik_12m", "2027-01-31"),  # a Sunday: a year is not moved
        (g("einde_uitkering", "01-31"), "bewaren", "2036-01-31"),
        (g("bericht_geplaatst", "03-06"), "notificatie_48u", "03-08"),  # hours are not moved
        (g("avg_verzoek", "01-31"), "avg_inzage", "03-02"),  # 28 February is a Saturday
        (g("datalek", "03-06"), "avg_datalek", "03-09"),
        (g("uitslag_taaltoets", "03-02"), "taaltoets_kennisgeving", "04-28"),
        (g("kennisgeving_taaleis", "03-31"), "taal_start", "04-30"),
        (g("besluit_verlaging", "03-02"), "heroverweging_verlaging", "06-02"),
        (g("gegevens_niet_geleverd", "03-02"), "opschorting_recht", "04-28"),
        (g("verkeerd_kanaal", "04-02"), "verkeerd_kanaal", "04-07"),
        (g("bericht_geweigerd", "03-02"), "weigering_bericht", "03-02"),
        (g("bericht_voor_ander", "03-02"), "doorzenden", "03-02"),
        (g("wijziging", "03-02"), "inlichtingen", "03-02"),
    ],
)
def test_a_term_is_counted_from_its_event(event, naam, uiterlijk):
    assert loop(event, op="03-01")[naam].uiterlijk == dag(uiterlijk)


@pytest.mark.parametrize(
    ("event", "naam", "uiterlijk"),
    [
        (g("gegevens_niet_geleverd", "03-20"), "opschorting_recht", "05-18"),  # day made equal to Ascension, weekend
        (g("gegevens_niet_geleverd", "03-21"), "opschorting_recht", "05-18"),  # Saturday 16 May
        (g("uitslag_taaltoets", "02-07"), "taaltoets_kennisgeving", "04-07"),  # Saturday, Easter, Easter Monday
        (g("uitslag_taaltoets", "02-06"), "taaltoets_kennisgeving", "04-07"),  # Good Friday before it
        (g("uitslag_taaltoets", "02-05"), "taaltoets_kennisgeving", "04-02"),
        (g("kennisgeving_taaleis", "04-05"), "taal_start", "05-06"),  # 5 May counts every year
        (g("kennisgeving_taaleis", "02-28"), "taal_start", "03-30"),  # Saturday 28 March
        (g("kennisgeving_taaleis", "01-31"), "taal_start", "03-02"),  # no 31 February; the 28th is a Saturday
        (g("besluit_verlaging", "02-14"), "heroverweging_verlaging", "05-18"),  # Ascension Day
        (g("besluit_verlaging", "01-27"), "heroverweging_verlaging", "04-28"),  # King's Day
        (g("avg_verzoek", "04-03"), "avg_inzage", "05-04"),  # Sunday 3 May
        (g("einde_ww", "06-28"), "melding_vooraf_ww", "05-31"),  # a Sunday: what counts back is not moved
        (g("melding", "04-05"), "terugwerkende_kracht", "01-05"),
        (g("einde_uitkering", "02-28"), "hergebruik_12m", "2027-02-28"),  # a Sunday: longer than three months
        (g("einde_uitkering", "02-02"), "bewaren", "2036-02-02"),  # a Saturday
        (g("datalek", "04-03"), "avg_datalek", "04-06"),  # Easter Monday: hours are not moved
    ],
)
def test_a_weekend_or_holiday_moves_only_what_the_law_moves(event, naam, uiterlijk):
    assert loop(event, op="01-05")[naam].uiterlijk == dag(uiterlijk)


@pytest.mark.parametrize(
    ("begin", "storing", "uiterlijk", "dagen"),
    [
        ("03-02", None, "03-30", 0),
        ("03-02", ("03-10", "03-11"), "04-01", 2),
        ("03-02", ("03-10", "03-13"), "04-07", 4),  # Good Friday 3 April, then Easter
        ("03-02", ("02-20", "02-25"), "03-30", 0),  # before the term
        ("04-16", None, "05-18", 0),  # Ascension Day and the day made equal to it
    ],
)
def test_papers_about_school_come_within_four_weeks_and_later_after_an_outage(begin, storing, uiterlijk, dagen):
    jong = (Persoon("aanvrager", date(2004, 5, 1), medisch_urenbeperkt=True),)
    events = [g("storing_begin", storing[0]), g("storing_einde", storing[1])] if storing else []
    term = loop(g("melding", begin), *events, op="06-01", personen=jong)["onderwijsdocumenten_u27_zonder"]
    assert (term.uiterlijk, term.storing_dagen) == (dag(uiterlijk), dagen)


def test_an_outage_gives_the_municipality_no_more_time():
    out = (g("storing_begin", "03-10"), g("storing_einde", "03-16"))
    plain, during = aanvraag(op="03-20"), aanvraag(*out, op="03-20")
    for naam in ("beslistermijn", "voorschot"):
        assert during[naam].uiterlijk == plain[naam].uiterlijk


@pytest.mark.parametrize(
    ("begin", "naam", "klaar"),
    [
        (g("avg_verzoek", "03-02"), "avg_inzage", g("avg_antwoord", "03-10")),
        (g("datalek", "03-02"), "avg_datalek", g("datalek_gemeld", "03-03")),
        (g("uitslag_taaltoets", "03-02"), "taaltoets_kennisgeving", g("kennisgeving_taaleis", "03-20")),
        (g("kennisgeving_taaleis", "03-02"), "taal_start", g("bereidverklaring_taal", "03-20")),
        (g("besluit_verlaging", "03-02"), "heroverweging_verlaging", g("heroverweging", "05-20")),
        (g("bericht_geplaatst", "03-02"), "notificatie_48u", g("kennisgeving_verstuurd", "03-03")),
    ],
)
def test_a_term_is_done_by_the_event_that_belongs_to_it(begin, naam, klaar):
    term = loop(begin, klaar, op="06-01")[naam]
    assert (term.staat, term.gedaan_op, term.verstreken) == ("gedaan", klaar.datum, False)
    assert loop(begin, op="12-01")[naam].verstreken


def test_a_term_in_hours_ends_at_the_same_time_of_day():
    term = loop(g("datalek", "03-06", tijd="16:45"))["avg_datalek"]
    assert term.extra["tijdstip"] == "2026-03-09T16:45"
    assert "tijdstip" not in loop(g("datalek", "03-06"))["avg_datalek"].extra


def test_the_terms_that_a_weekend_or_outage_moved_are_named():
    clock = aanvraag(g("avg_verzoek", "01-31"), op="03-20", begin="03-03")
    assert clock["weekend"].extra == {"verschoven": ["avg_inzage"]}
    assert aanvraag(op="03-20", begin="03-03")["weekend"].extra == {}


def test_going_back_in_time_exists_since_2026():
    assert loop(g("melding", "2025-12-31"), op="2025-12-31").get("terugwerkende_kracht") is None
    assert loop(g("melding", "2026-01-01"), op="2026-01-01")["terugwerkende_kracht"].uiterlijk == dag("2025-10-01")


def test_a_driving_licence_is_enough_since_july_2026():
    assert "rijbewijs" not in loop(g("aanvraag", "06-30"), op="06-30")["identiteit"].tekst
    assert "rijbewijs" in loop(g("aanvraag", "07-01"), op="07-01")["identiteit"].tekst


def test_a_plan_goes_with_a_grant_to_somebody_younger_than_27():
    young = (Persoon("aanvrager", date(2003, 5, 1)),)
    granted = [g("aanvraag", "03-31"), g("besluit", "04-20", uitkomst="toegekend")]
    assert loop(*granted, personen=young, op="04-21")["plan_van_aanpak_u27"].uiterlijk == dag("04-20")
    assert loop(*granted, op="04-21").get("plan_van_aanpak_u27") is None
    refused = [g("aanvraag", "03-31"), g("besluit", "04-20", uitkomst="afgewezen")]
    assert loop(*refused, personen=young, op="04-21").get("plan_van_aanpak_u27") is None


def test_the_hearing_runs_to_the_day_that_was_set_and_longer_after_an_outage():
    asked = g("gelegenheid_zienswijze", "03-16", uiterlijk="03-30")
    term = aanvraag(asked, op="03-20")["zienswijze"]
    assert (term.uiterlijk, term.aan_zet, term.staat) == (dag("03-30"), "inwoner", "loopt")
    outage = [g("storing_begin", "03-30"), g("storing_einde", "03-31")]
    assert aanvraag(asked, *outage, op="04-02")["zienswijze"].uiterlijk == dag("04-01")
    assert aanvraag(asked, g("zienswijze_ontvangen", "03-25"), op="03-26")["zienswijze"].staat == "gedaan"
    assert aanvraag(asked, op="03-20")["beslistermijn"].opgeschort_dagen == 0
    assert aanvraag(op="03-20")["zienswijze"].staat == "informatie"


@pytest.mark.parametrize(
    ("events", "op", "wie"),
    [
        ([], "03-20", "inwoner"),
        ([g("melding", "03-02")], "03-20", "inwoner"),
        ([g("aanvraag", "03-02")], "03-20", "gemeente"),
        ([g("aanvraag", "03-02"), g("verzoek_aanvulling", "03-10", uiterlijk="03-24")], "03-20", "inwoner"),
        ([g("aanvraag", "03-02"), g("verzoek_aanvulling", "03-10", uiterlijk="03-24")], "03-24", "inwoner"),
        ([g("aanvraag", "03-02"), g("verzoek_aanvulling", "03-10", uiterlijk="03-24")], "03-25", "gemeente"),
        ([g("aanvraag", "03-02"), g("verzoek_aanvulling", "03-10", uiterlijk="03-24"),
          g("aanvulling_ontvangen", "03-17")], "03-20", "gemeente"),
        ([g("aanvraag", "03-02"), g("verzoek_aanvulling", "03-10", uiterlijk="03-24")], "03-09", "gemeente"),
        ([g("aanvraag", "03-02"), g("gelegenheid_zienswijze", "03-10", uiterlijk="03-24")], "03-20", "inwoner"),
        ([g("aanvraag", "03-02"), g("gelegenheid_zienswijze", "03-10", uiterlijk="03-24"),
          g("zienswijze_ontvangen", "03-12")], "03-20", "gemeente"),
        ([g("aanvraag", "03-02"), g("wachten_buitenland", "03-10")], "03-20", "ander"),
        ([g("aanvraag", "03-02"), g("wachten_buitenland", "03-10", tot="03-15")], "03-20", "gemeente"),
        ([g("aanvraag", "03-02"), g("vertraging_door_aanvrager", "03-10")], "03-20", "inwoner"),
        ([g("aanvraag", "03-02"), g("overmacht", "03-10")], "03-20", "gemeente"),
        ([g("aanvraag", "03-02"), g("uitstel_met_instemming", "03-10")], "03-20", "gemeente"),
        ([g("aanvraag", "03-02"), g("besluit", "03-18")], "03-20", "niemand"),
        ([g("aanvraag", "03-02"), g("besluit", "03-18"), g("bezwaar", "03-19")], "03-20", "gemeente"),
    ],
)  # fmt: skip
def test_whose_turn_it_is(events, op, wie):
    clock = loop(*events, op=op)
    assert clock.wie_is_aan_zet == wie
    assert clock.waarom.endswith(".")


def test_a_decision_alone_is_enough_to_know_when_objecting_ends():
    clock = loop(g("besluit", "04-20", bekendgemaakt="04-22"), op="04-23")
    assert (clock["bezwaartermijn"].uiterlijk, clock.wie_is_aan_zet) == (dag("06-03"), "niemand")
    assert clock.get("beslistermijn") is None


@pytest.mark.parametrize(
    ("event", "asked"),
    [
        (g("ingebrekestelling", "04-29"), "gebeurtenissen.aanvraag"),
        (g("verzoek_aanvulling", "03-10", uiterlijk="03-24"), "gebeurtenissen.aanvraag"),
        (g("bezwaar", "05-10"), "gebeurtenissen.besluit"),
    ],
)
def test_what_is_needed_to_count_is_asked(event, asked):
    clock = loop(event, op="06-01")
    assert [row["gegeven"] for row in clock.ontbreekt] == [asked]
    assert all(row["vraag"].endswith("?") for row in clock.ontbreekt)


def test_the_same_application_told_twice_is_one_application():
    assert loop(g("aanvraag", "03-02"), g("aanvraag", "03-02"))["voorschot"].uiterlijk == dag("03-30")


def test_a_planned_event_is_counted_and_said():
    clock = aanvraag(g("besluit", "04-10"), op="03-20")
    assert clock.wie_is_aan_zet == "gemeente"
    assert [row["code"] for row in clock.let_op] == ["na_peildatum"]


@pytest.mark.skipif(not GEDEELD.exists(), reason="shared data absent")
def test_every_term_of_the_list_is_known():
    rows = json.loads(GEDEELD.read_text(encoding="utf-8"))["termijnen"]
    known = {row.id for row in inhoud.beschrijvingen()}
    assert {row["contract_id"] or row["id"] for row in rows} <= known
    without = {row["contract_id"] or row["id"] for row in rows if row["lengte"] is None}
    shown = {term.id for term in aanvraag(g("verzoek_aanvulling", "03-10", uiterlijk="03-24")).termijnen}
    assert without <= shown


@pytest.mark.skipif(not GEDEELD.exists(), reason="shared data absent")
def test_every_length_of_the_list_is_the_length_we_count_with():
    units = {"weken": "weken", "maanden": "maanden", "maand": "maanden", "dagen": "dagen", "uur": "uren",
             "jaar": "jaren", "werkdag": "werkdagen", "eerstvolgende": "werkdagen"}  # fmt: skip
    ours = {row.id: row for row in inhoud.beschrijvingen()}
    for row in json.loads(GEDEELD.read_text(encoding="utf-8"))["termijnen"]:
        if not row["lengte"] or row["id"] == "zoektermijn":
            continue
        mine, unit = ours[row["contract_id"] or row["id"]], units[row["eenheid"].split()[0]]
        days = {"weken": 7, "dagen": 1}
        if unit in days and mine.eenheid in days:
            assert mine.lengte * days[mine.eenheid] == row["lengte"] * days[unit], row["id"]
        else:
            assert (mine.lengte, mine.eenheid) == (row["lengte"], unit), row["id"]


def test_what_does_not_run_is_listed_apart_in_the_same_shape():
    clock = loop(g("melding", "03-02"))
    answer = clock.as_dict()
    apart = {row["id"] for row in answer["nog_niet"]}
    assert {"beslistermijn", "voorschot", "bezwaartermijn", "dwangsom"} <= apart
    assert not apart & {row["id"] for row in answer["termijnen"]}
    keys = {"id", "uiterlijk", "artikel", "aan_zet", "opgeschort_dagen", "verstreken", "tekst"}
    assert all(keys <= row.keys() for row in answer["termijnen"] + answer["nog_niet"])
