"""Extra time for papers, outages, the four weeks after it, and the advance, worked by hand."""

import pytest

from tests.termijn.zaken import aanvraag, dag, g, loop

AANVULLEN = g("verzoek_aanvulling", "03-10", uiterlijk="03-24")


def test_the_last_day_for_papers_is_the_day_that_was_set():
    term = aanvraag(AANVULLEN, op="03-20")["hersteltermijn"]
    assert (term.uiterlijk, term.aan_zet, term.staat, term.verstreken) == (dag("03-24"), "inwoner", "loopt", False)
    assert aanvraag(AANVULLEN, op="03-25")["hersteltermijn"].verstreken


@pytest.mark.parametrize(
    ("storing", "uiterlijk", "dagen"),
    [
        (["03-23", "03-24"], "03-26", 2),
        (["03-24", "03-24"], "03-25", 1),
        (["03-12", "03-12"], "03-25", 1),
        # an outage that goes on in the day it gave
        (["03-24", "03-25"], "03-26", 2),
        # before the request, or after the last day: nothing
        (["03-05", "03-08"], "03-24", 0),
        (["03-26", "03-27"], "03-24", 0),
    ],
)
def test_an_outage_gives_the_inwoner_its_days_back(storing, uiterlijk, dagen):
    clock = aanvraag(AANVULLEN, g("storing_begin", storing[0]), g("storing_einde", storing[1]), op="04-01")
    term = clock["hersteltermijn"]
    assert (term.uiterlijk, term.storing_dagen) == (dag(uiterlijk), dagen)
    assert clock["beslistermijn"].opgeschort_dagen == 13 + dagen


def test_an_outage_that_lasts_gives_days_up_to_today():
    term = aanvraag(AANVULLEN, g("storing_begin", "03-23"), op="03-25")["hersteltermijn"]
    assert (term.uiterlijk, term.storing_dagen) == (dag("03-27"), 3)


def test_two_outages_at_once_count_once():
    events = [
        g("storing_begin", "03-20"),
        g("storing_begin", "03-21"),
        g("storing_einde", "03-21"),
        g("storing_einde", "03-22"),
    ]
    assert aanvraag(AANVULLEN, *events, op="04-01")["hersteltermijn"].storing_dagen == 3


def test_an_outage_after_the_papers_came_gives_nothing():
    events = [g("aanvulling_ontvangen", "03-17"), g("storing_begin", "03-23"), g("storing_einde", "03-24")]
    term = aanvraag(AANVULLEN, *events, op="04-01")["hersteltermijn"]
    assert (term.uiterlijk, term.staat, term.gedaan_op) == (dag("03-24"), "gedaan", dag("03-17"))


def test_a_message_by_another_way_gives_at_least_one_working_day():
    # Thursday 2 April; the next working day after Good Friday and Easter is Tuesday 7 April
    events = [g("verzoek_aanvulling", "03-10", uiterlijk="04-02"), g("verkeerd_kanaal", "04-01", tot="04-01")]
    clock = aanvraag(*events, op="04-01")
    assert clock["hersteltermijn"].uiterlijk == dag("04-07")
    assert clock["verkeerd_kanaal"].uiterlijk == dag("04-02")
    slow = [events[0], g("verkeerd_kanaal", "04-01", tot="04-11")]
    assert aanvraag(*slow, op="04-12")["hersteltermijn"].uiterlijk == dag("04-12")


@pytest.mark.parametrize(
    ("events", "uiterlijk", "staat"),
    [
        ([AANVULLEN, g("aanvulling_ontvangen", "03-17")], "04-14", "loopt"),
        ([AANVULLEN], "04-21", "loopt"),
        # 28 days after Friday 6 March is Good Friday: Tuesday 7 April
        ([g("verzoek_aanvulling", "03-03", uiterlijk="03-06")], "04-07", "loopt"),
        ([AANVULLEN, g("aanvulling_compleet", "03-17")], "04-14", "vervallen"),
        ([AANVULLEN, g("besluit", "03-30")], "04-21", "gedaan"),
    ],
)
def test_stopping_for_missing_papers_can_only_within_four_weeks(events, uiterlijk, staat):
    term = aanvraag(*events, op="04-01")["buiten_behandeling"]
    assert (term.uiterlijk, term.staat, term.aan_zet) == (dag(uiterlijk), staat, "gemeente")


def test_the_open_request_that_ends_last_is_shown():
    events = [AANVULLEN, g("aanvulling_ontvangen", "03-12"), g("verzoek_aanvulling", "03-16", uiterlijk="03-20")]
    term = aanvraag(*events, op="03-18")["hersteltermijn"]
    assert (term.uiterlijk, term.staat) == (dag("03-20"), "loopt")


@pytest.mark.parametrize(
    ("ontvangen", "voorstel", "uiterlijk"),
    [
        ("2026-03-02", "2026-03-22", "2026-03-30"),
        ("2026-03-06", "2026-03-26", "2026-04-07"),  # Good Friday, weekend, Easter Monday
        ("2026-03-30", "2026-04-19", "2026-04-28"),  # King's Day
        ("2025-12-04", "2025-12-24", "2026-01-05"),  # 1 January, 2 January made equal, weekend
    ],
)
def test_the_first_advance_is_due_four_weeks_after_the_application(ontvangen, voorstel, uiterlijk):
    clock = loop(g("aanvraag", ontvangen), op=ontvangen)
    assert clock["voorschot_voorstel"].uiterlijk == dag(voorstel)
    assert clock["voorschot"].uiterlijk == dag(uiterlijk)


def test_nothing_that_stops_the_decision_moves_the_advance():
    events = [
        AANVULLEN,
        g("overmacht", "03-20", tot="04-20"),
        g("wachten_buitenland", "03-12"),
        g("verlenging", "04-01", dagen=60),
    ]
    assert aanvraag(*events, op="04-02")["voorschot"].uiterlijk == dag("03-30")


def test_the_advance_was_ninety_percent_before_2026_and_is_ninety_five_since():
    assert "90 %" in loop(g("aanvraag", "2025-12-31"), op="2025-12-31")["voorschot"].tekst
    assert "95 %" in loop(g("aanvraag", "2026-01-01"), op="2026-01-01")["voorschot"].tekst


@pytest.mark.parametrize(
    ("betaald", "volgende"),
    [(["03-27"], "04-24"), (["03-30"], "04-28"), (["03-27", "04-24"], "05-22"), (["03-20", "04-08"], "05-06")],
)
def test_the_next_advance_is_due_four_weeks_after_the_last(betaald, volgende):
    clock = aanvraag(*(g("voorschot_betaald", op) for op in betaald), op=betaald[-1])
    assert clock["voorschot_vervolg"].uiterlijk == dag(volgende)
    assert (clock["voorschot"].staat, clock["voorschot"].gedaan_op) == ("gedaan", dag(betaald[0]))


def test_a_decision_makes_the_advance_needless():
    clock = aanvraag(g("voorschot_betaald", "03-27"), g("besluit", "04-10"), op="04-12")
    assert clock["voorschot_vervolg"].staat == "vervallen"
    assert aanvraag(g("besluit", "03-20"), op="03-21")["voorschot"].staat == "vervallen"


def test_an_advance_that_did_not_come_is_said_without_blame():
    term = aanvraag(op="04-01")["voorschot"]
    assert term.verstreken
    assert "Bel ons" in term.tekst
