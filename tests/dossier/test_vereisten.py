"""Which papers a household needs: conditions over facts, registers first, and why each is asked."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opstap.dossier.feitsoorten import load_feiten
from opstap.dossier.vereisten import WETEN_WIJ_AL, Gevraagd, Instellingen, load_vereisten, nodig
from opstap.dossier.voorwaarden import Situatie, Voorwaarde, geldt, leeftijd, parse_voorwaarde
from opstap.kern.content import InhoudFout, load
from opstap.kern.geld import Geld
from opstap.taal.woorden import verboden_woorden

PEILDATUM = date(2026, 9, 1)
IN_2026 = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "bewijsstukken.json"
ALLEEN = {"woont_met": [], "geboortedatum": "1984-03-05", "met_digid_ingelogd": True, "rechtmatig_verblijf": True}
HUIS = {"koopakte", "hypotheek", "woz"}


def asked(feiten: dict, *args: object, **kwargs: object) -> dict[str, Gevraagd]:
    return {item.id: item for item in nodig(feiten, PEILDATUM, *args, **kwargs)}


def test_someone_alone_with_digid_is_asked_for_statements_only() -> None:
    found = asked(ALLEEN)
    assert list(found) == ["bank"]
    assert found["bank"].dagen == (date(2026, 6, 1), date(2026, 8, 31))
    assert found["bank"].rollen == ("aanvrager",)
    assert found["bank"].hoe == "vragen"


def test_unknown_facts_ask_for_nothing_unless_the_condition_says_so() -> None:
    assert set(asked({})) == {"id", "verblijf", "bank"}
    assert set(asked(dict.fromkeys(("woonvorm", "werk", "reden", "heeft_schulden", "heeft_bezit")))) == set(asked({}))


@pytest.mark.parametrize(
    ("feiten", "papers"),
    [
        ({"woonvorm": "huurt"}, {"huur"}),
        ({"woonvorm": "bij_iemand"}, {"huur", "huurbetaling"}),
        ({"woonvorm": "eigen_woning"}, HUIS),
        ({"soort_bijstand": "bijzonder"}, {"nota"}),
        ({"woonvorm": "eigen_woning", "soort_bijstand": "bijzonder"}, {*HUIS, "lasten_eigenwoning", "nota"}),
        ({"woonvorm": "instelling"}, {"instelling"}),
        ({"werk": "werkt"}, {"loon"}),
        ({"werk": "gestopt"}, {"loon", "ontslag"}),
        ({"werk": "niet"}, set()),
        ({"uitkering": "krijgt"}, {"uitkering"}),
        ({"uitkering": "gestopt"}, {"einde_uitkering"}),
        ({"uitkering": "afgewezen"}, {"afwijzing"}),
        ({"uitkering": "wacht"}, set()),
        ({"eigen_bedrijf": "gehad"}, {"bank_zakelijk", "onderneming"}),
        ({"studie": "gestopt"}, {"studie"}),
        ({"medebewoners": [{"naam": "Sem", "student": True}]}, {"studie"}),
        ({"medebewoners": [{"naam": "Bo", "zakelijk_contract": True}]}, {"huurbetaling"}),
        ({"ander_inkomen": ["alimentatie", "belasting"]}, {"alimentatie", "voorl_teruggaaf"}),
        ({"ander_inkomen": ["verhuur", "pensioen"]}, {"verhuur", "uitkering"}),
        ({"reden": ["uit_elkaar"]}, {"scheiding"}),
        ({"reden": ["vrij_gekomen", "werk_gestopt"]}, {"detentie", "loon", "ontslag"}),
        ({"geboortedatum": "1999-09-02"}, {"u27_onderwijs"}),
        ({"geboortedatum": "1999-09-01"}, set()),
        ({"heeft_schulden": True}, {"schulden"}),
        ({"heeft_bezit": True}, {"vermogen_ov"}),
        ({"heeft_bezit": True, "vermogen_overig": "2500.00"}, set()),
        ({"heeft_bezit": True, "vermogen_overig": Geld.parse("2500.01")}, {"vermogen_ov"}),
        ({"heeft_bezit": False, "vermogen_overig": "9000"}, set()),
    ],
)  # fmt: skip
def test_each_answer_asks_for_its_papers(feiten: dict, papers: set[str]) -> None:
    assert set(asked({**ALLEEN, **feiten})) == {"bank"} | papers


def test_a_partner_counts_with_an_own_value_or_with_what_was_said_for_both() -> None:
    both = asked({**ALLEEN, "woont_met": ["partner"], "werk": "werkt"})
    assert both["loon"].rollen == ("aanvrager", "partner")
    one = asked({**ALLEEN, "woont_met": ["partner"], "werk": "niet", "partner.werk": "werkt"})
    assert one["loon"].rollen == ("partner",)
    assert one["bank"].rollen == ("aanvrager", "partner")


def test_the_age_or_log_in_of_one_is_never_taken_for_the_other() -> None:
    young = {**ALLEEN, "woont_met": ["partner"], "geboortedatum": "2003-01-01"}
    assert asked(young)["u27_onderwijs"].rollen == ("aanvrager",)
    assert asked(young)["id"].rollen == ("partner",)
    assert asked({**ALLEEN, "partner.geboortedatum": "2003-01-01"})["u27_onderwijs"].rollen == ("partner",)


def test_statements_of_children_are_asked_when_there_are_children() -> None:
    assert asked({**ALLEEN, "kinderen": [{"naam": "Sem"}]})["bank"].rollen == ("aanvrager", "kinderen")


def test_what_a_register_answers_is_not_asked() -> None:
    feiten = {**ALLEEN, "werk": "werkt"}
    assert asked(feiten)["loon"].hoe == "vragen"
    waiting = asked(feiten, Instellingen(aangesloten={"uwv"}))["loon"]
    assert (waiting.hoe, waiting.registers) == ("zoeken_wij_op", ("uwv",))
    assert asked(feiten, opgezocht={"uwv": {"aanvrager": True}})["loon"].hoe == "zoeken_wij_op"
    nothing_found = asked(feiten, Instellingen(aangesloten={"uwv"}), opgezocht={"uwv": {"aanvrager": False}})
    assert nothing_found["loon"].hoe == "vragen"


def test_only_the_one_the_register_does_not_know_is_asked() -> None:
    feiten = {**ALLEEN, "woont_met": ["partner"], "werk": "werkt"}
    found = asked(feiten, opgezocht={"uwv": {"aanvrager": True, "partner": False}})["loon"]
    assert (found.hoe, found.rollen) == ("vragen", ("partner",))


def test_a_register_that_knows_the_address_does_not_replace_the_rent_contract() -> None:
    found = asked({**ALLEEN, "woonvorm": "huurt"}, opgezocht={"brp": {"aanvrager": True}})
    assert found["huur"].hoe == "vragen"


def test_what_is_established_is_not_asked_again() -> None:
    found = asked({**ALLEEN, "woonvorm": "huurt"}, vastgesteld={"huur"})
    assert found["huur"].hoe == "weten_wij_al"
    assert found["bank"].hoe == "vragen"


def test_a_paper_that_is_not_standard_is_asked_only_with_a_reason() -> None:
    assert "zorgpas" not in asked(ALLEEN)
    found = asked(ALLEEN, Instellingen(aan={"zorgpas": "Wij doen mee aan een proef."}))
    assert found["zorgpas"].reden["nl"] == "Wij doen mee aan een proef."


def test_a_municipality_chooses_months_limits_and_what_it_leaves_out() -> None:
    feiten = {**ALLEEN, "heeft_bezit": True, "vermogen_overig": "3000", "woonvorm": "huurt"}
    settings = Instellingen(maanden={"bank": 1}, grenzen={"bezit": Geld.parse(4000)}, uit={"huur"})
    found = asked(feiten, settings)
    assert set(found) == {"bank"}
    assert found["bank"].dagen == (date(2026, 8, 1), date(2026, 8, 31))


def test_months_run_over_the_turn_of_the_year() -> None:
    (item,) = (item for item in nodig(ALLEEN, date(2026, 2, 28)) if item.id == "bank")
    assert item.dagen == (date(2025, 11, 1), date(2026, 1, 31))


def test_every_requirement_tells_why_where_and_by_which_source() -> None:
    lijst = load_vereisten()
    assert len(lijst.vereisten) == 29
    for vereiste in lijst.vereisten.values():
        assert vereiste.bronnen, vereiste.id
        assert all(bron.url.startswith("https://") for bron in vereiste.bronnen)
        for text in (vereiste.label, vereiste.waarom, vereiste.waar, vereiste.omdat):
            assert not verboden_woorden(text["nl"], "nl") + verboden_woorden(text["en"], "en"), vereiste.id
    assert {v.id for v in lijst.vereisten.values() if not v.standaard} == {"zorgpas", "inboedel"}


def test_every_kind_of_paper_that_shows_a_fact_of_a_requirement_is_a_kind_of_contract_1() -> None:
    soorten = set(
        json.loads((Path(__file__).resolve().parents[2] / "docs/contracten/soorten.json").read_text())["enum"]
    )
    for feit in load_feiten().soorten.values():
        assert {bron.soort for bron in feit.uit_papier} <= soorten, feit.code
    for vereiste in load_vereisten().vereisten.values():
        assert set(vereiste.soorten) <= soorten, vereiste.id


@pytest.mark.skipif(not IN_2026.exists(), reason="shared data absent")
def test_no_requirement_of_the_survey_is_lost() -> None:
    for row in json.loads(IN_2026.read_text(encoding="utf-8"))["vereisten"]:
        ours = load_vereisten().vereisten[row["id"]]
        assert set(row["soorten"]) <= set(ours.soorten)
        assert row["standaard"] == ours.standaard


def test_a_fact_of_the_wrong_kind_is_a_fault_of_the_caller() -> None:
    with pytest.raises(ValueError, match="reden"):
        nodig({**ALLEEN, "reden": "uit_elkaar"}, PEILDATUM)


def test_a_payslip_proposes_pay_and_a_credit_of_pay_too() -> None:
    lijst = load_feiten()
    assert [feit.code for feit in lijst.from_paper("loonstrook", veld="nettoloon")] == ["inkomen_loon"]
    assert [feit.code for feit in lijst.from_paper("bankafschrift", transactie="loon")] == ["inkomen_loon"]
    assert lijst.from_paper("loonstrook", veld="huur") == []


@pytest.mark.parametrize(
    ("als", "message"),
    [
        ("nooit", "altijd, alle, een_van"),
        ("{feit: onzin, is: ja}", "staat niet in feiten.yaml"),
        ("{feit: woonvorm, is: kasteel}", "kent het antwoord 'kasteel' niet"),
        ("{feit: woonvorm, boven: 3}", "boven past niet bij woonvorm"),
        ("{feit: woonvorm, is: huurt, onbekend: ja}", "noemt een feit en een toets"),
        ("{feit: geboortedatum, jonger_dan: jong}", "heel getal"),
        ("{feit: vermogen_overig, boven: veel}", "geen bedrag"),
        ("{feit: medebewoners, iemand: {naam2: ja}}", "iemand noemt een van"),
        ("{feit: heeft_bezit, is: misschien}", "ja of nee"),
        ("{feit: heeft_bezit, is: [[ja]]}", "ja of nee"),
        ("{alle: []}", "lijst van voorwaarden"),
        ("{feit: werk, van: buurman, is: werkt}", "noemt een feit en een toets"),
        ("{feit: __class__, is: ja}", "staat niet in feiten.yaml"),
    ],
)
def test_a_wrong_condition_is_refused_with_its_line(tmp_path: Path, als: str, message: str) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(f"regel: 1\nals: {als}\n", encoding="utf-8")
    document = load(path)
    with pytest.raises(InhoudFout, match=rf"x\.yaml:2: .*{message}"):
        parse_voorwaarde(path, document["als"], load_feiten(), 2)


def test_age_is_in_whole_years() -> None:
    assert leeftijd(date(2000, 2, 29), date(2026, 2, 28)) == 25
    assert leeftijd(date(2000, 2, 29), date(2026, 3, 1)) == 26


leaf = st.sampled_from(["heeft_bezit", "heeft_schulden", "kreeg_giften"]).map(
    lambda code: Voorwaarde("is", feit=code, waarde=(True,))
)
tree = st.recursive(
    leaf,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: Voorwaarde("alle", tuple(parts))),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: Voorwaarde("een_van", tuple(parts))),
        inner.map(lambda part: Voorwaarde("niet", (part,))),
    ),
    max_leaves=8,
)


@given(tree, st.dictionaries(st.sampled_from(["heeft_bezit", "heeft_schulden", "kreeg_giften"]), st.booleans()))
def test_an_answer_with_less_known_never_turns_when_more_becomes_known(als: Voorwaarde, known: dict[str, bool]) -> None:
    with_known = geldt(als, Situatie(known, PEILDATUM, {}))
    if with_known is None:
        return
    for value in (True, False):
        full = dict.fromkeys(("heeft_bezit", "heeft_schulden", "kreeg_giften"), value) | known
        assert geldt(als, Situatie(full, PEILDATUM, {})) is with_known


def test_one_established_month_leaves_the_other_months_asked() -> None:
    known = {"rekeningen", "vermogen_banktegoed", "huur"}
    rows = {row.id: row for row in nodig({"woonvorm": "huurt"}, date(2026, 9, 18), vastgesteld=known)}
    months = [row for row in rows.values() if row.vereiste.periode.soort == "maanden" and row.vereiste.standaard]
    assert months
    assert all(row.hoe != WETEN_WIJ_AL for row in months)
    assert rows["huur"].hoe == WETEN_WIJ_AL
