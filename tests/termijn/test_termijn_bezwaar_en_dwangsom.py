"""Objection, the decision on it, notice of default and penalty, payment: worked by hand."""

import pytest

from tests.termijn.zaken import aanvraag, dag, g, loop

BESLUIT = g("besluit", "04-20", bekendgemaakt="04-22")
BEZWAAR = g("bezwaar", "05-10")


@pytest.mark.parametrize(
    ("bekend", "uiterlijk"),
    [
        ("04-22", "06-03"),
        ("04-13", "05-26"),  # Whit Monday
        ("04-04", "05-18"),  # a Saturday
        ("04-03", "05-18"),  # 15 May 2026 was made equal to a holiday
        ("11-13", "12-28"),  # Christmas Day, then a weekend
    ],
)
def test_objecting_can_for_six_weeks_after_the_decision_was_made_known(bekend, uiterlijk):
    clock = aanvraag(g("besluit", "03-30", bekendgemaakt=bekend), op=bekend)
    term = clock["bezwaartermijn"]
    assert (term.uiterlijk, term.aan_zet, term.staat) == (dag(uiterlijk), "inwoner", "loopt")


def test_without_another_day_the_decision_was_made_known_on_its_own_day():
    assert aanvraag(g("besluit", "04-20"), op="04-21")["bezwaartermijn"].uiterlijk == dag("06-01")


def test_an_outage_gives_days_back_for_the_objection_too():
    events = [BESLUIT, g("storing_begin", "06-02"), g("storing_einde", "06-03")]
    term = aanvraag(*events, op="06-04")["bezwaartermijn"]
    assert (term.uiterlijk, term.storing_dagen, term.verstreken) == (dag("06-05"), 2, False)


def test_an_outage_that_would_end_in_a_weekend_gives_the_monday():
    events = [BESLUIT, g("storing_begin", "06-01"), g("storing_einde", "06-03")]
    assert aanvraag(*events, op="06-04")["bezwaartermijn"].uiterlijk == dag("06-08")


@pytest.mark.parametrize(
    ("events", "uiterlijk", "dagen"),
    [
        ([BEZWAAR], "07-15", 0),
        ([g("bezwaar", "05-10", commissie=True)], "08-26", 0),
        (
            [BEZWAAR, g("verzoek_aanvulling", "06-10", uiterlijk="06-24"), g("aanvulling_ontvangen", "06-20")],
            "07-24",
            9,
        ),
        ([BEZWAAR, g("verlenging", "07-01", dagen=42)], "08-26", 0),
        ([BEZWAAR, g("uitstel_met_instemming", "07-01", tot="07-11")], "07-27", 10),
    ],
)
def test_the_decision_on_an_objection(events, uiterlijk, dagen):
    term = aanvraag(BESLUIT, *events, op="07-01")["beslissing_bezwaar"]
    assert (term.uiterlijk, term.opgeschort_dagen, term.aan_zet) == (dag(uiterlijk), dagen, "gemeente")


def test_a_request_in_the_objection_leaves_the_application_alone():
    clock = aanvraag(BESLUIT, BEZWAAR, g("verzoek_aanvulling", "06-10", uiterlijk="06-24"), op="06-12")
    assert clock["beslistermijn"].opgeschort_dagen == 0
    assert clock.get("hersteltermijn") is None


def test_a_decision_on_the_objection_ends_it():
    clock = aanvraag(BESLUIT, BEZWAAR, g("beslissing_bezwaar", "07-01"), op="07-02")
    assert (clock["beslissing_bezwaar"].staat, clock.wie_is_aan_zet) == ("gedaan", "niemand")


def test_a_notice_of_default_gives_two_weeks():
    clock = aanvraag(g("ingebrekestelling", "04-29"), op="05-01")
    term = clock["dwangsom"]
    assert (term.uiterlijk, term.staat, term.artikel) == (dag("05-13"), "loopt", "art. 4:17 lid 3 Awb")
    assert term.extra["eerste_dwangsomdag"] == "2026-05-14"
    assert clock["beroep_niet_tijdig"].uiterlijk == dag("05-13")
    assert clock.get("dwangsom_duur") is None


@pytest.mark.parametrize(
    ("ontvangen", "geteld", "laatste", "eerste_betaalde"),
    [
        ("05-01", "05-15", "05-18", "2026-05-19"),  # the day after Ascension Day, made equal to a holiday
        ("05-02", "05-16", "05-18", "2026-05-19"),  # a Saturday
        ("05-11", "05-25", "05-26", "2026-05-27"),  # Whit Monday
        ("05-12", "05-26", "05-26", "2026-05-27"),
    ],
)
def test_the_two_weeks_after_a_notice_end_on_one_day_for_the_penalty_and_for_the_court(
    ontvangen: str, geteld: str, laatste: str, eerste_betaalde: str
):
    clock = aanvraag(g("ingebrekestelling", ontvangen), op=ontvangen)
    for name in ("dwangsom", "beroep_niet_tijdig"):
        assert (clock[name].berekend, clock[name].uiterlijk) == (dag(geteld), dag(laatste)), name
    assert clock["dwangsom"].extra["eerste_dwangsomdag"] == eerste_betaalde


def test_the_days_that_are_paid_for_do_not_move_with_a_holiday():
    """42 days from Saturday 14 November are over on Christmas Day: they are days of money, no term to act in."""
    clock = aanvraag(g("ingebrekestelling", "10-30"), op="12-31")
    assert clock["dwangsom_duur"].uiterlijk == dag("12-25")
    assert (clock["dwangsom_duur"].extra["dagen"], clock["dwangsom_duur"].extra["begint"]) == (42, "2026-11-14")


@pytest.mark.parametrize(
    ("op", "dagen", "bedrag"),
    [
        ("05-14", 1, "23.00"),
        ("05-20", 7, "161.00"),
        ("05-27", 14, "322.00"),
        ("05-28", 15, "357.00"),
        ("06-10", 28, "812.00"),
        ("06-11", 29, "857.00"),
        ("06-24", 42, "1442.00"),
        ("08-01", 42, "1442.00"),
    ],
)
def test_the_penalty_grows_in_three_bands_to_its_maximum(op, dagen, bedrag):
    term = aanvraag(g("ingebrekestelling", "04-29"), op=op)["dwangsom_duur"]
    assert (term.extra["dagen"], term.extra["bedrag"], term.extra["maximum"]) == (dagen, bedrag, "1442.00")
    assert term.uiterlijk == dag("06-24")


def test_a_decision_stops_the_penalty_and_a_letter_follows_within_two_weeks():
    clock = aanvraag(g("ingebrekestelling", "04-29"), g("besluit", "06-20"), op="06-21")
    # 14 May up to and including 19 June: 37 days
    assert (clock["dwangsom_duur"].extra["dagen"], clock["dwangsom_duur"].extra["bedrag"]) == (37, "1217.00")
    assert clock["dwangsom_besluit"].uiterlijk == dag("07-03")
    assert "1.217,00" in clock["dwangsom_duur"].tekst


def test_after_the_last_penalty_day_a_letter_follows_too():
    clock = aanvraag(g("ingebrekestelling", "04-29"), op="06-25")
    assert clock["dwangsom_besluit"].uiterlijk == dag("07-08")
    paid = aanvraag(g("ingebrekestelling", "04-29"), g("dwangsom_vastgesteld", "07-01"), op="07-02")
    assert paid["dwangsom_besluit"].staat == "gedaan"


def test_a_decision_within_the_two_weeks_costs_nothing():
    clock = aanvraag(g("ingebrekestelling", "04-29"), g("besluit", "05-13"), op="06-01")
    assert clock["dwangsom"].staat == "gedaan"
    assert clock.get("dwangsom_duur") is None


@pytest.mark.parametrize("op", ["04-01", "04-28"])
def test_a_notice_that_comes_too_early_does_not_count_and_says_so(op):
    term = aanvraag(g("ingebrekestelling", op), op="05-20")["dwangsom"]
    assert (term.uiterlijk, term.staat) == (None, "vervallen")
    assert "28 april 2026" in term.tekst


def test_a_second_notice_in_time_counts():
    events = [g("ingebrekestelling", "04-01"), g("ingebrekestelling", "04-30")]
    assert aanvraag(*events, op="05-01")["dwangsom"].uiterlijk == dag("05-18")


def test_a_notice_after_the_decision_is_about_nothing():
    clock = aanvraag(g("besluit", "05-04"), g("ingebrekestelling", "05-06"), op="05-20")
    assert clock["dwangsom"].staat == "vervallen"


def test_a_notice_about_the_objection_looks_at_the_term_of_the_objection():
    events = [BESLUIT, BEZWAAR, g("ingebrekestelling", "07-16")]
    assert aanvraag(*events, op="07-17")["dwangsom"].uiterlijk == dag("07-30")
    early = [BESLUIT, BEZWAAR, g("ingebrekestelling", "07-15")]
    assert aanvraag(*early, op="07-17")["dwangsom"].staat == "vervallen"


def test_before_the_known_amounts_no_penalty_is_made_up():
    clock = loop(g("aanvraag", "2018-03-01"), g("ingebrekestelling", "2018-05-01"), op="2018-07-01")
    assert clock["dwangsom"].uiterlijk == dag("2018-05-15")
    assert clock.get("dwangsom_duur") is None


def test_paying_follows_within_six_weeks_of_a_decision_that_gives_money():
    assert aanvraag(BESLUIT, op="04-23")["betaling"].uiterlijk == dag("06-03")
    assert aanvraag(BESLUIT, g("betaling", "05-01"), op="05-02")["betaling"].staat == "gedaan"
    refused = aanvraag(g("besluit", "04-20", uitkomst="afgewezen"), op="04-23")
    assert refused.get("betaling") is None
