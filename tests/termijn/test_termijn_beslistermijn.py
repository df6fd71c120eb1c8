"""The decision term, worked by hand: eight weeks, the union of all suspensions, weekends and holidays, notice of delay.

An application of Monday 2 March 2026: eight weeks end on Monday 27 April, King's Day, so on Tuesday 28 April.
"""

import pytest

from tests.termijn.zaken import aanvraag, dag, g, loop

AANVULLEN = g("verzoek_aanvulling", "03-10", uiterlijk="03-24")


@pytest.mark.parametrize(
    ("ontvangen", "uiterlijk", "waarom"),
    [
        ("2026-03-02", "2026-04-28", "27 April is King's Day"),
        ("2026-03-03", "2026-04-28", "a plain Tuesday"),
        ("2026-03-10", "2026-05-06", "5 May is a holiday in every year"),
        ("2026-03-20", "2026-05-18", "15 May 2026 was made equal to a holiday, then a weekend"),
        ("2026-02-06", "2026-04-07", "Good Friday, weekend and Easter Monday"),
        ("2026-03-19", "2026-05-18", "Ascension Day, the day made equal, a weekend"),
        ("2026-03-30", "2026-05-26", "Whit Monday"),
        ("2026-10-30", "2026-12-28", "both Christmas days and the Sunday after"),
        ("2026-11-06", "2027-01-04", "New Year's Day and a weekend"),
        ("2026-03-07", "2026-05-04", "from a Saturday to a Saturday"),
        ("2024-11-01", "2024-12-30", "27 December 2024 was made equal to a holiday"),
    ],
)
def test_eight_weeks_move_to_the_first_working_day(ontvangen, uiterlijk, waarom):
    term = loop(g("aanvraag", ontvangen), op=ontvangen)["beslistermijn"]
    assert term.uiterlijk == dag(uiterlijk), waarom
    assert term.opgeschort_dagen == 0


@pytest.mark.parametrize(
    ("events", "dagen", "uiterlijk"),
    [
        # the example of contract 3: from 11 March up to 17 March
        ([AANVULLEN, g("aanvulling_ontvangen", "03-17")], 6, "05-04"),
        # answered on the day of the request: nothing stood still
        ([AANVULLEN, g("aanvulling_ontvangen", "03-10")], 0, "04-28"),
        # no answer: up to the last day for papers, which itself is not counted
        ([AANVULLEN], 13, "05-11"),
        # an answer after the last day counts for nothing more
        ([AANVULLEN, g("aanvulling_ontvangen", "03-30")], 13, "05-11"),
        # "complete" ends it as well
        ([AANVULLEN, g("aanvulling_compleet", "03-20")], 9, "05-06"),
        # an answer before the request is no answer to it
        ([g("aanvulling_ontvangen", "03-05"), AANVULLEN], 13, "05-11"),
        # force majeure begins on the day itself
        ([g("overmacht", "03-16", tot="03-20")], 4, "05-01"),
        # a question abroad begins the day after
        ([g("wachten_buitenland", "03-16", tot="03-26")], 9, "05-06"),
        ([g("uitstel_met_instemming", "03-16", tot="03-30")], 14, "05-11"),
        ([g("vertraging_door_aanvrager", "03-16", tot="03-23")], 7, "05-04"),
        # overlapping: 11 up to 24 March and 20 up to 30 March are 19 days, not 23
        ([AANVULLEN, g("overmacht", "03-20", tot="03-30")], 19, "05-18"),
        # one inside the other counts once
        ([AANVULLEN, g("overmacht", "03-12", tot="03-15")], 13, "05-11"),
        # apart: two and nine days
        ([AANVULLEN, g("aanvulling_ontvangen", "03-13"), g("wachten_buitenland", "03-16", tot="03-26")], 11, "05-08"),
        # two requests that touch: 11 up to 24 and 25 up to 31 March
        ([AANVULLEN, g("verzoek_aanvulling", "03-24", uiterlijk="03-31")], 19, "05-18"),
    ],
)
def test_the_union_of_all_suspensions_is_added(events, dagen, uiterlijk):
    term = aanvraag(*events, op="04-01")["beslistermijn"]
    assert (term.opgeschort_dagen, term.uiterlijk) == (dagen, dag(uiterlijk))


def test_what_lasts_is_counted_up_to_the_day_we_look_from():
    term = aanvraag(g("overmacht", "03-16"), op="03-20")["beslistermijn"]
    assert (term.opgeschort_dagen, term.uiterlijk) == (4, dag("05-01"))
    assert term.opschortingen[0].loopt_nog
    later = aanvraag(g("overmacht", "03-16"), op="03-27")["beslistermijn"]
    assert (later.opgeschort_dagen, later.uiterlijk) == (11, dag("05-08"))


def test_a_term_that_has_ended_cannot_stand_still_any_more():
    late = aanvraag(g("overmacht", "04-29", tot="05-10"), op="05-12")["beslistermijn"]
    assert (late.opgeschort_dagen, late.uiterlijk, late.verstreken) == (0, dag("04-28"), True)
    just = aanvraag(g("overmacht", "04-28", tot="05-10"), op="05-12")["beslistermijn"]
    assert (just.opgeschort_dagen, just.uiterlijk) == (12, dag("05-11"))


def test_a_decision_ends_what_stood_still():
    term = aanvraag(AANVULLEN, g("besluit", "03-15"), op="04-01")["beslistermijn"]
    assert (term.opgeschort_dagen, term.uiterlijk, term.staat) == (4, dag("05-01"), "gedaan")
    assert term.gedaan_op == dag("03-15")


@pytest.mark.parametrize(
    ("events", "uiterlijk", "verlengd"),
    [
        ([g("verlenging", "04-20", dagen=14)], "05-11", True),
        ([g("verlenging", "04-20", tot="05-20")], "05-20", True),
        ([g("verlenging", "04-28", dagen=7)], "05-04", True),
        # too late: the term had ended, the old date stays
        ([g("verlenging", "04-29", dagen=14)], "04-28", False),
        # an earlier date than the term itself takes nothing away
        ([g("verlenging", "04-20", tot="04-24")], "04-28", True),
        # what stands still after the notice comes on top
        ([g("verlenging", "04-20", dagen=14), g("overmacht", "05-04", tot="05-08")], "05-18", True),
    ],
)
def test_a_notice_of_delay_counts_only_in_time(events, uiterlijk, verlengd):
    clock = aanvraag(*events, op="04-21")
    assert clock["beslistermijn"].uiterlijk == dag(uiterlijk)
    assert ("verlengd_op" in clock["beslistermijn"].extra) is verlengd
    assert clock["verdaging"].uiterlijk == dag("04-28")
    assert clock["verdaging"].staat == ("gedaan" if verlengd else "loopt")


def test_a_late_decision_is_done_and_still_late():
    term = aanvraag(g("besluit", "05-04", bekendgemaakt="05-06"), op="05-07")["beslistermijn"]
    assert (term.staat, term.verstreken, term.gedaan_op) == ("gedaan", True, dag("05-06"))


def test_the_days_per_ground_are_listed_beside_the_union():
    clock = aanvraag(AANVULLEN, g("overmacht", "03-20", tot="03-30"), op="04-01")
    assert clock["opschorting_aanvulling"].opgeschort_dagen == 13
    assert clock["opschorting_overmacht"].opgeschort_dagen == 10
    assert clock["opschorting_buitenland"].staat == "informatie"
    assert [row.dagen for row in clock["beslistermijn"].opschortingen] == [13, 10]


def test_a_reason_that_a_person_gave_is_kept():
    clock = aanvraag(g("vertraging_door_aanvrager", "03-16", tot="03-23", reden="wacht op de notaris"), op="04-01")
    assert clock["opschorting_toerekenbaar"].opschortingen[0].reden == "wacht op de notaris"


def test_a_withdrawn_application_leaves_nothing_to_decide():
    clock = aanvraag(g("intrekking", "03-12"), op="05-20")
    assert (clock["beslistermijn"].staat, clock.wie_is_aan_zet) == ("gedaan", "niemand")
