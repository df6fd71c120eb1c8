"""Laws of the clock that hold for every course of events."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from opstap.kern.commands import InvoerFout
from opstap.termijn import Gebeurtenis, bereken, klok
from opstap.termijn.invoer import SOORTEN
from opstap.termijn.kalender import is_vrij

BEGIN = date(2026, 1, 5)
DAY = st.integers(0, 700).map(lambda days: BEGIN + timedelta(days=days))
SHORT = st.integers(0, 60)


@st.composite
def stilstand(draw: st.DrawFn) -> Gebeurtenis:
    """One reason why the clock stands still, closed."""
    day = draw(DAY)
    until = day + timedelta(days=draw(SHORT))
    if draw(st.booleans()):
        return Gebeurtenis("verzoek_aanvulling", day, uiterlijk=until)
    kinds = ["overmacht", "wachten_buitenland", "uitstel_met_instemming", "vertraging_door_aanvrager"]
    return Gebeurtenis(draw(st.sampled_from(kinds)), day, tot=until)


@st.composite
def storing(draw: st.DrawFn) -> list[Gebeurtenis]:
    day = draw(DAY)
    return [
        Gebeurtenis("storing_begin", day),
        Gebeurtenis("storing_einde", day + timedelta(days=draw(st.integers(0, 9)))),
    ]


STILSTANDEN = st.lists(stilstand(), max_size=6)
AANVRAAG = DAY.map(lambda day: Gebeurtenis("aanvraag", day))
LATER = date(2029, 1, 1)


def due(events: list[Gebeurtenis], on: date = LATER) -> date:
    day = klok(events, on)["beslistermijn"].uiterlijk
    assert day is not None
    return day


@settings(max_examples=80, deadline=None)
@given(AANVRAAG, STILSTANDEN, DAY, SHORT)
def test_a_later_answer_never_makes_the_date_earlier(aanvraag, stops, day, more):
    # an answer that comes before a request is no answer to it
    day = max([day, *(event.datum for event in stops if event.uiterlijk)])
    answers = [Gebeurtenis("aanvulling_ontvangen", day + timedelta(days=days)) for days in (0, more)]
    early, late = (due([aanvraag, *stops, answer]) for answer in answers)
    assert early <= late <= due([aanvraag, *stops])


@settings(max_examples=60, deadline=None)
@given(AANVRAAG, STILSTANDEN, SHORT)
def test_an_answer_after_the_last_day_for_papers_changes_nothing(aanvraag, stops, more):
    last = max((event.uiterlijk for event in stops if event.uiterlijk), default=BEGIN)
    answer = Gebeurtenis("aanvulling_ontvangen", last + timedelta(days=more))
    assert due([aanvraag, *stops, answer]) == due([aanvraag, *stops])


@settings(max_examples=80, deadline=None)
@given(AANVRAAG, STILSTANDEN, st.lists(storing(), max_size=3), DAY)
def test_the_advance_is_never_moved(aanvraag, stops, outages, answer):
    events = [
        aanvraag,
        *stops,
        *(event for pair in outages for event in pair),
        Gebeurtenis("aanvulling_ontvangen", answer),
    ]
    for name in ("voorschot", "voorschot_voorstel"):
        assert klok(events, LATER)[name].uiterlijk == klok([aanvraag], LATER)[name].uiterlijk


@settings(max_examples=80, deadline=None)
@given(AANVRAAG, STILSTANDEN)
def test_the_union_lies_between_the_longest_and_the_sum(aanvraag, stops):
    term = klok([aanvraag, *stops], LATER)["beslistermijn"]
    assert term.uiterlijk is not None
    in_time = [row.dagen for row in term.opschortingen if row.van <= term.uiterlijk]
    assert max(in_time, default=0) * (term.opgeschort_dagen > 0) <= term.opgeschort_dagen <= sum(in_time)
    assert term.berekend == aanvraag.datum + timedelta(days=56 + term.opgeschort_dagen)


@settings(max_examples=60, deadline=None)
@given(AANVRAAG, STILSTANDEN, stilstand())
def test_one_more_stop_never_makes_the_date_earlier(aanvraag, stops, extra):
    assert due([aanvraag, *stops]) <= due([aanvraag, *stops, extra])


@settings(max_examples=60, deadline=None)
@given(AANVRAAG, STILSTANDEN, SHORT)
def test_no_legal_term_ends_on_a_free_day(aanvraag, stops, later):
    decided = Gebeurtenis("besluit", aanvraag.datum + timedelta(days=later))
    clock = klok([aanvraag, *stops, decided], LATER)
    for name in ("beslistermijn", "verdaging", "voorschot", "bezwaartermijn", "betaling"):
        day = clock[name].uiterlijk
        assert day is not None
        assert not is_vrij(day), name


@settings(max_examples=60, deadline=None)
@given(AANVRAAG, SHORT, st.lists(storing(), max_size=4), SHORT)
def test_an_outage_never_takes_a_day_from_the_inwoner(aanvraag, begin, outages, length):
    day = aanvraag.datum + timedelta(days=begin)
    request = Gebeurtenis("verzoek_aanvulling", day, uiterlijk=day + timedelta(days=length))
    plain = klok([aanvraag, request], LATER)["hersteltermijn"]
    longer = klok([aanvraag, request, *(event for pair in outages for event in pair)], LATER)["hersteltermijn"]
    assert plain.uiterlijk is not None
    assert longer.uiterlijk == plain.uiterlijk + timedelta(days=longer.storing_dagen)
    inside = {pair[0].datum for pair in outages if day <= pair[0].datum <= plain.uiterlijk}
    assert longer.storing_dagen >= len(inside)


@settings(max_examples=60, deadline=None)
@given(AANVRAAG, STILSTANDEN, st.randoms())
def test_the_order_in_which_events_are_given_does_not_matter(aanvraag, stops, chance):
    events = [aanvraag, *stops]
    shuffled = chance.sample(events, len(events))
    assert due(events) == due(shuffled)


@settings(max_examples=60, deadline=None)
@given(AANVRAAG, STILSTANDEN, DAY)
def test_closed_suspensions_do_not_depend_on_the_day_we_look_from(aanvraag, stops, on):
    assert due([aanvraag, *stops], on) == due([aanvraag, *stops])


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=12) | st.dates().map(str),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
ROW = st.fixed_dictionaries(
    {"soort": st.sampled_from([*SOORTEN, "feest"]), "datum": DAY.map(str) | JSON},
    optional={key: DAY.map(str) | JSON for key in ("uiterlijk", "tot", "dagen", "bekendgemaakt", "commissie", "reden")},
)


@settings(max_examples=200, deadline=None)
@given(st.lists(ROW, max_size=6), DAY.map(str) | JSON, JSON)
def test_anything_gives_an_answer_or_one_clear_line(rows, on, persons):
    fault, answer = "", {}
    try:
        answer = bereken({"peildatum": on, "gebeurtenissen": rows, "personen": persons})
    except InvoerFout as error:
        fault = str(error)
    assert fault.endswith((".", "?")) or {"termijnen", "wie_is_aan_zet"} <= answer.keys()


KEYS = {kind: (*needed, *allowed) for kind, (needed, allowed) in SOORTEN.items()}


@st.composite
def goede_rij(draw: st.DrawFn) -> dict[str, object]:
    """An event that is right in itself."""
    kind, day = draw(st.sampled_from(list(SOORTEN))), draw(DAY)
    row: dict[str, object] = {"soort": kind, "datum": str(day)}
    for key in ("uiterlijk", "tot", "bekendgemaakt"):
        if key in KEYS[kind] and (key in SOORTEN[kind][0] or kind == "verlenging" or draw(st.booleans())):
            row[key] = str(day + timedelta(days=draw(SHORT)))
    return row


@settings(max_examples=150, deadline=None)
@given(st.lists(goede_rij(), max_size=12), DAY.map(str))
def test_every_course_that_can_be_gives_all_terms_in_shape(rows, on):
    try:
        answer = bereken({"peildatum": on, "gebeurtenissen": rows})
    except InvoerFout:
        return
    names = [row["id"] for row in answer["termijnen"]]
    assert len(names) == len(set(names))
    for row in answer["termijnen"]:
        assert row["opgeschort_dagen"] >= 0
        assert "{" not in row["tekst"]
        assert row["uiterlijk"] is None or date.fromisoformat(row["uiterlijk"])
