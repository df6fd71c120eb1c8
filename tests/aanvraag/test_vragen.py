"""The questionnaire: short, one page at a time, and nothing asked that is known."""

from datetime import date
from pathlib import Path

import pytest

from opstap.aanvraag.antwoorden import AntwoordFout, parse_antwoord
from opstap.aanvraag.vragen import Vraag, load_vragen
from opstap.dossier.vereisten import load_vereisten
from opstap.kern.content import InhoudFout
from opstap.taal import teksten

PEILDATUM = date(2026, 9, 1)
LIJST = load_vragen()
VRAGEN = {vraag.sleutel: vraag for pagina in LIJST.paginas for vraag in pagina.vragen}
LONGEST = {"geboortedatum": "2007-01-01", "woont_met": ["partner", "kinderen", "anderen"], "werk": "werkt"}
ANSWER_WORDS = {"ja_nee": 2, "ja_nee_bedrag": 2, "personen": 8}
DONT_KNOW = 4


def words(taal: str, vragen: list[Vraag]) -> int:
    """Every word on the way: titles, questions, hints, reasons, and all answers one can choose."""
    count = sum(len(pagina.titel(taal).split()) for pagina in LIJST.paginas)
    for vraag in vragen:
        count += sum(len(vraag.tekst(deel, taal).split()) for deel in ("vraag", "uitleg", "bedrag", "waarom"))
        count += sum(len(label[taal].split()) for label in vraag.keuzes.values())
        count += ANSWER_WORDS.get(vraag.soort, 0) + DONT_KNOW
    return count


def test_the_longest_way_stays_within_the_bars() -> None:
    route = LIJST.route(LONGEST, PEILDATUM)
    longest = [vraag for pagina in route for vraag in LIJST.asked(pagina, LONGEST, PEILDATUM)]
    assert len(longest) == len(VRAGEN)
    assert len(route) <= 12
    assert len(longest) <= 25
    assert words("nl", longest) <= 900
    assert words("en", longest) <= 900


def test_with_register_answers_at_most_thirteen_questions_are_left() -> None:
    known = {vraag.code: None for vraag in VRAGEN.values() if vraag.feit.registers}
    feiten = {**known, **LONGEST}
    assert 0 < len(LIJST.open(feiten, PEILDATUM)) <= 13
    assert len(LIJST.route(feiten, PEILDATUM, frozenset(feiten))) < len(LIJST.paginas)


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_every_question_has_its_words_and_its_reason(taal: str) -> None:
    for vraag in VRAGEN.values():
        assert vraag.tekst("vraag", taal).endswith("?"), vraag.sleutel
        assert vraag.tekst("waarom", taal), vraag.sleutel
        assert bool(vraag.tekst("bedrag", taal)) == (vraag.soort == "ja_nee_bedrag")
        assert vraag.artikel.endswith(("Pw", "Awb"))


def test_no_text_of_the_questionnaire_is_left_unused() -> None:
    used = {f"{page.begin}.{page.sleutel}_titel" for page in LIJST.paginas}
    used |= {
        f"{v.begin}.{v.sleutel}_{deel}" for v in VRAGEN.values() for deel in ("vraag", "uitleg", "waarom", "bedrag")
    }
    assert set(teksten.sleutels("vragen.aanvraag.")) <= used


def test_every_fact_names_the_question_that_gives_it() -> None:
    for vraag in VRAGEN.values():
        if vraag.sleutel != "partner":
            assert vraag.feit.vraag == vraag.sleutel


def test_the_facts_that_decide_the_list_can_be_answered() -> None:
    answered = {vraag.feit.code for vraag in VRAGEN.values()} | {vraag.bedrag_code for vraag in VRAGEN.values()}
    decide = set().union(*(vereiste.als.feiten() for vereiste in load_vereisten().vereisten.values()))
    assert decide - answered == {"met_digid_ingelogd", "soort_bijstand", "in_inrichting", "inkomen_alimentatie"}


def test_the_next_page_is_the_first_with_an_open_question() -> None:
    def following(feiten: dict, na: str | None = None) -> str | None:
        pagina = LIJST.volgende(feiten, PEILDATUM, na)
        return pagina and pagina.sleutel

    assert following({}) == "wie"
    assert following({"geboortedatum": "1980-01-01"}) == "wie"
    alone = {"geboortedatum": "1980-01-01", "woont_met": []}
    assert following(alone) == "wonen"
    assert following({**alone, "woont_met": ["partner"]}) == "mensen"
    assert following(alone, na="wonen") == "werk"
    assert following(dict.fromkeys(vraag.code for vraag in VRAGEN.values())) is None
    with pytest.raises(KeyError):
        following({}, na="onzin")


def test_what_a_register_says_of_one_person_answers_no_question_about_two() -> None:
    couple = {"woont_met": ["partner"], "werk": "werkt"}
    werk, by_register = VRAGEN["werk"], frozenset({"werk"})
    assert werk.is_answered({**couple, "woont_met": []}, by_register)
    assert not werk.is_answered(couple, by_register)
    assert werk in LIJST.to_ask(LIJST.pagina("werk"), couple, PEILDATUM, by_register)
    assert werk.is_answered({**couple, "partner.werk": "niet"}, by_register)
    assert werk.is_answered(couple)  # she said it herself, about the two of them


def test_not_knowing_is_an_answer() -> None:
    facts = parse_antwoord(VRAGEN["schulden"], "weet_niet")
    assert facts == {"heeft_schulden": None, "vermogen_schuld": None}
    assert "schulden" not in [vraag.sleutel for vraag in LIJST.open(facts, PEILDATUM)]


@pytest.mark.parametrize(
    ("sleutel", "ruw", "bedrag", "facts"),
    [
        ("geboortedatum", " 5-3-1984 ", "", {"geboortedatum": "1984-03-05"}),
        ("geboortedatum", "1984-03-05", "", {"geboortedatum": "1984-03-05"}),
        ("partner", "29.02.2000", "", {"partner.geboortedatum": "2000-02-29"}),
        ("woont_met", ["anderen", "partner"], "", {"woont_met": ["partner", "anderen"]}),
        ("woont_met", None, "", {"woont_met": []}),
        ("loon", "€ 1.280,31", "", {"inkomen_loon": "1280.31"}),
        ("loon", "1.200", "", {"inkomen_loon": "1200.00"}),
        ("loon", "300,-", "", {"inkomen_loon": "300.00"}),
        ("schulden", "nee", "50", {"heeft_schulden": False, "vermogen_schuld": "0.00"}),
        ("schulden", "ja", "50", {"heeft_schulden": True, "vermogen_schuld": "50.00"}),
        ("schulden", "ja", "", {"heeft_schulden": True, "vermogen_schuld": None}),
        ("werk", "gestopt", "", {"werk": "gestopt"}),
        ("lang_buitenland", "ja", "", {"lang_buitenland": True}),
        ("telefoon", " 06 12 ", "", {"telefoon": "06 12"}),
    ],
)
def test_an_answer_becomes_facts(sleutel: str, ruw: object, bedrag: str, facts: dict) -> None:
    assert parse_antwoord(VRAGEN[sleutel], ruw, bedrag) == facts


def test_persons_become_rows_with_what_was_filled_in() -> None:
    rows = [
        {"naam": "Bo", "geboortedatum": "1-1-1990", "relatie": "broer_zus", "student": "weet_niet", "vreemd": "x"},
        {"naam": "", "geboortedatum": ""},
    ]
    assert parse_antwoord(VRAGEN["medebewoners"], rows) == {
        "medebewoners": [{"naam": "Bo", "geboortedatum": "1990-01-01", "relatie": "broer_zus", "student": None}]
    }


@pytest.mark.parametrize(
    ("sleutel", "ruw", "bedrag", "text"),
    [
        ("geboortedatum", "31-02-2000", "", "fout_datum"),
        ("geboortedatum", "gisteren", "", "fout_datum"),
        ("geboortedatum", "", "", "fout_verplicht"),
        ("loon", "veel", "", "fout_bedrag"),
        ("loon", "-5", "", "fout_bedrag"),
        ("loon", "1e5000", "", "fout_bedrag"),
        ("loon", "1,234", "", "fout_bedrag"),
        ("schulden", "ja", "veel", "fout_bedrag"),
        ("schulden", None, "", "fout_verplicht"),
        ("werk", "soms", "", "fout_keuze"),
        ("woont_met", ["draak"], "", "fout_keuze"),
        ("lang_buitenland", "true", "", "fout_keuze"),
        ("telefoon", "x" * 501, "", "fout_te_lang"),
        ("kinderen", [], "", "fout_verplicht"),
        ("kinderen", "Sem", "", "fout_verplicht"),
        ("kinderen", [{"naam": "Sem", "geboortedatum": "x"}], "", "fout_datum"),
        ("kinderen", [{"naam": "Sem"}] * 21, "", "fout_te_veel"),
    ],
)
def test_a_wrong_answer_names_the_text_that_helps(sleutel: str, ruw: object, bedrag: str, text: str) -> None:
    with pytest.raises(AntwoordFout) as caught:
        parse_antwoord(VRAGEN[sleutel], ruw, bedrag)
    assert caught.value.sleutel == f"algemeen.{text}"
    assert teksten.tekst(caught.value.sleutel, "nl", **caught.value.waarden)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("{sleutel: a, feit: onzin, soort: ja_nee, artikel: x}", "staat niet in feiten.yaml"),
        ("{sleutel: a, feit: woonvorm, soort: ja_nee, artikel: x}", "past niet bij woonvorm"),
        ("{sleutel: a, feit: heeft_schulden, soort: ja_nee_bedrag, artikel: x}", "hoort een bedrag_feit"),
        ("{sleutel: a, feit: woonvorm, soort: keuze}", "sleutel artikel ontbreekt"),
    ],
)
def test_a_wrong_question_is_refused_with_its_line(tmp_path: Path, row: str, message: str) -> None:
    path = tmp_path / "vragen.yaml"
    kop = "eigenaar: x\ngeldig_vanaf: 2026-01-01\nherzien_voor: 2027-01-01\nteksten: t\n"
    path.write_text(f"{kop}paginas:\n  - sleutel: p\n    vragen:\n      - {row}\n", encoding="utf-8")
    with pytest.raises(InhoudFout, match=rf"vragen\.yaml:8: .*{message}"):
        load_vragen(path)
