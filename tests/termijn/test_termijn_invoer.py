"""Wrong input is one clear Dutch line that names the key; the shape of contract 3 goes in and comes out."""

import json

import pytest

from opstap.kern.commands import InvoerFout
from opstap.termijn import bereken, wat_als, what_if
from opstap.termijn.model import Gebeurtenis
from tests.termijn.zaken import dag, g, loop

VOORBEELD = {
    "peildatum": "2026-03-20",
    "gebeurtenissen": [
        {"soort": "melding", "datum": "2026-03-02"},
        {"soort": "aanvraag", "datum": "2026-03-02"},
        {"soort": "verzoek_aanvulling", "datum": "2026-03-10", "uiterlijk": "2026-03-24"},
        {"soort": "aanvulling_ontvangen", "datum": "2026-03-17"},
    ],
    "personen": [{"id": "a", "rol": "aanvrager", "geboortedatum": "1976-05-01"}],
}


def test_the_example_of_the_contract():
    answer = bereken(VOORBEELD)
    term = next(row for row in answer["termijnen"] if row["id"] == "beslistermijn")
    expected = {"uiterlijk": "2026-05-04", "artikel": "art. 4:13 Awb", "aan_zet": "gemeente", "opgeschort_dagen": 6,
                "verstreken": False}  # fmt: skip
    assert {key: term[key] for key in expected} == expected
    assert answer["wie_is_aan_zet"] == "gemeente"
    assert json.loads(json.dumps(answer)) == answer


def test_the_order_of_the_events_does_not_matter():
    turned = VOORBEELD | {"gebeurtenissen": VOORBEELD["gebeurtenissen"][::-1]}
    assert bereken(turned) == bereken(VOORBEELD)


def test_all_optional_keys_of_a_person_are_taken():
    person = {"id": "a", "rol": "aanvrager", "geboortedatum": "2003-05-01", "heeft_recht": True, "student": False,
              "zakelijk_contract": False, "zelfde_verhuurder": False, "relatie": "kind", "mantelzorg_tijdelijk": False,
              "medisch_urenbeperkt": True, "doelgroep_loonkostensubsidie": False, "praktijkonderwijs_tot": "2025-07-01",
              "in_inrichting": False, "gedetineerd": False, "dagen_buitenland_dit_jaar": 3, "staakt": False,
              "onbetaald_verlof": False, "kan_onderwijs_volgen": False, "ouders_betalen_mee": False}  # fmt: skip
    ids = {row["id"] for row in bereken(VOORBEELD | {"personen": [person]})["termijnen"]}
    assert "aanvraag_direct" in ids
    assert "zoektermijn" not in ids


def gebeurtenis(**row: object) -> dict[str, object]:
    return {"peildatum": "2026-03-20", "gebeurtenissen": [{"soort": "aanvraag", "datum": "2026-03-02"}, row]}


WRONG = [
    ([], "peildatum"),
    ("tekst", "gebeurtenissen"),
    (None, "peildatum"),
    ({"gebeurtenissen": []}, "peildatum ontbreekt"),
    ({"peildatum": "2026-03-20"}, "gebeurtenissen ontbreekt"),
    ({"peildatum": "2026-03-20", "gebeurtenissen": {}}, "gebeurtenissen hoort een lijst"),
    ({"peildatum": "2026-02-30", "gebeurtenissen": []}, "peildatum is '2026-02-30'"),
    ({"peildatum": "20-03-2026", "gebeurtenissen": []}, "schrijf hem als"),
    ({"peildatum": 20260320, "gebeurtenissen": []}, "peildatum"),
    ({"peildatum": "1890-01-01", "gebeurtenissen": []}, "tussen 1990 en 2100"),
    ({"peildatum": "2026-03-20", "gebeurtenissen": [], "kleur": 1}, "'kleur' ken ik niet"),
    ({"peildatum": "2026-03-20", "gebeurtenissen": ["x"]}, "gebeurtenissen[0]"),
    (gebeurtenis(datum="2026-03-03"), "gebeurtenissen[1]: de sleutel soort ontbreekt"),
    (gebeurtenis(soort="besluit"), "datum ontbreekt"),
    (gebeurtenis(soort="beslut", datum="2026-03-03"), "Bedoelt u besluit?"),
    (gebeurtenis(soort=["besluit"], datum="2026-03-03"), "ken ik niet"),
    (gebeurtenis(soort="besluit", datum="2026-03-03", tot="2026-03-04"), "'tot' ken ik niet"),
    (gebeurtenis(soort="besluit", datum="2026-03-03", bekendgemaakt="2026-03-01"), "gebeurtenissen[1].bekendgemaakt"),
    (gebeurtenis(soort="besluit", datum="2026-03-03", uitkomst="misschien"), "uitkomst"),
    (gebeurtenis(soort="besluit", datum="2026-03-01"), "ligt vóór aanvraag"),
    (gebeurtenis(soort="bezwaar", datum="2026-03-03", commissie="ja"), "commissie"),
    (gebeurtenis(soort="aanvraag", datum="2026-03-04"), "twee keer"),
    (gebeurtenis(soort="verzoek_aanvulling", datum="2026-03-03"), "uiterlijk ontbreekt"),
    (gebeurtenis(soort="verzoek_aanvulling", datum="2026-03-03", uiterlijk="2026-03-02"), "ligt vóór"),
    (gebeurtenis(soort="verzoek_aanvulling", datum="2026-03-03", uiterlijk="2026-03-1"), "uiterlijk"),
    (gebeurtenis(soort="verlenging", datum="2026-03-03"), "geef of dagen, of tot"),
    (gebeurtenis(soort="verlenging", datum="2026-03-03", dagen=7, tot="2026-04-01"), "geef of dagen, of tot"),
    (gebeurtenis(soort="verlenging", datum="2026-03-03", dagen=0), "dagen is 0"),
    (gebeurtenis(soort="verlenging", datum="2026-03-03", dagen=-7), "dagen is -7"),
    (gebeurtenis(soort="verlenging", datum="2026-03-03", dagen="7"), "dagen"),
    (gebeurtenis(soort="verlenging", datum="2026-03-03", dagen=True), "dagen"),
    (gebeurtenis(soort="verlenging", datum="2026-03-03", dagen=10**9), "dagen"),
    (gebeurtenis(soort="overmacht", datum="2026-03-03", tot="2026-03-01"), "ligt vóór"),
    (gebeurtenis(soort="overmacht", datum="2026-03-03", reden=5), "reden"),
    (gebeurtenis(soort="datalek", datum="2026-03-03", tijd="25:00"), "Schrijf een tijd als 14:30"),
    (gebeurtenis(soort="storing_einde", datum="2026-03-03"), "geen storing_begin"),
    (VOORBEELD | {"personen": {}}, "personen hoort een lijst"),
    (VOORBEELD | {"personen": ["a"]}, "personen[0]"),
    (VOORBEELD | {"personen": [{"id": "a"}]}, "rol ontbreekt"),
    (VOORBEELD | {"personen": [{"rol": "klant"}]}, "personen[0].rol"),
    (VOORBEELD | {"personen": [{"rol": "partner"}]}, "partner zonder aanvrager"),
    (VOORBEELD | {"personen": [{"rol": "aanvrager"}, {"rol": "aanvrager"}]}, "één aanvrager"),
    (VOORBEELD | {"personen": [{"id": "a", "rol": "aanvrager"}, {"id": "a", "rol": "kind"}]}, "twee keer"),
    (VOORBEELD | {"personen": [{"rol": "aanvrager", "geboortedatum": "1976-13-01"}]}, "geboortedatum"),
    (VOORBEELD | {"personen": [{"rol": "aanvrager", "geboortedatum": "0001-01-01"}]}, "geboortedatum"),
    (VOORBEELD | {"personen": [{"rol": "aanvrager", "medisch_urenbeperkt": "ja"}]}, "medisch_urenbeperkt"),
    (VOORBEELD | {"personen": [{"rol": "aanvrager", "nationaliteit": "x"}]}, "'nationaliteit' ken ik niet"),
]


@pytest.mark.parametrize(("document", "part"), WRONG)
def test_wrong_input_is_said_in_one_line_that_names_it(document, part):
    with pytest.raises(InvoerFout) as error:
        bereken(document)
    text = str(error.value)
    assert part in text
    assert "\n" not in text


def test_an_objection_before_its_decision_is_refused():
    rows = [{"soort": "besluit", "datum": "2026-03-10"}, {"soort": "bezwaar", "datum": "2026-03-09"}]
    with pytest.raises(InvoerFout, match="bezwaar van 2026-03-09 ligt vóór besluit van 2026-03-10"):
        bereken({"peildatum": "2026-03-20", "gebeurtenissen": rows})


def test_typed_events_are_checked_as_well():
    with pytest.raises(InvoerFout, match="uiterlijk ontbreekt"):
        loop(Gebeurtenis("verzoek_aanvulling", dag("03-10")))


def test_what_if_shows_both_and_changes_nothing():
    before = json.dumps(VOORBEELD)
    extra = {"soort": "verzoek_aanvulling", "datum": "2026-03-20", "uiterlijk": "2026-04-03"}
    answer = wat_als(VOORBEELD, extra)
    assert json.dumps(VOORBEELD) == before
    assert answer["voor"] == bereken(VOORBEELD)
    assert answer["na"] == bereken(VOORBEELD | {"gebeurtenissen": [*VOORBEELD["gebeurtenissen"], extra]})
    changed = {row["id"]: (row["was"], row["wordt"]) for row in answer["verschil"]}
    # 21 March up to 3 April is 13 days more: 3 May + 13 = Saturday 16 May
    assert changed["beslistermijn"] == ("2026-05-04", "2026-05-18")
    assert "voorschot" not in changed
    assert "maandag 18 mei 2026 (was maandag 4 mei 2026)" in answer["verschil"][0]["tekst"]


def test_what_if_says_what_begins_and_what_keeps_its_day():
    document = VOORBEELD | {"peildatum": "2026-05-06"}
    answer = wat_als(document, Gebeurtenis("besluit", dag("05-06")))
    texts = {row["id"]: row["tekst"] for row in answer["verschil"]}
    assert "begint te lopen, tot en met woensdag 17 juni 2026" in texts["bezwaartermijn"]
    assert "de datum blijft" in texts["beslistermijn"]


def test_what_if_for_typed_events():
    events = (g("aanvraag", "03-02"), g("verzoek_aanvulling", "03-10", uiterlijk="03-24"))
    now, then, changes = what_if(events, g("aanvulling_ontvangen", "03-17"), dag("03-17"))
    assert (now["beslistermijn"].uiterlijk, then["beslistermijn"].uiterlijk) == (dag("05-11"), dag("05-04"))
    assert [row["id"] for row in changes][:1] == ["beslistermijn"]


def test_what_if_refuses_a_wrong_event():
    with pytest.raises(InvoerFout, match="de extra gebeurtenis"):
        wat_als(VOORBEELD, {"soort": "feest", "datum": "2026-03-20"})
