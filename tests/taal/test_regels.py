"""The text check on sentences and letters made up for it: what it must find, and where it must stay silent."""

import json
from html import unescape
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from opstap.kern.commands import run
from opstap.taal import cli
from opstap.taal.leestekst import parse
from opstap.taal.lijsten import dreigend, moeilijk, zinsbouw
from opstap.taal.niveau import niveau
from opstap.taal.regels import REGELS, bevindingen, guard_page, is_participle
from opstap.taal.woorden import verboden_woorden
from opstap.taal.woordvorm import is_gewoon, lettergrepen
from opstap.taal.zinnen import split

HIER = Path(__file__).parent
KORT = {
    "v": "vermijd_woord", "z": "lange_zin", "m": "moeilijk_woord", "l": "lijdende_vorm", "n": "naamwoordstijl",
    "d": "dreigend", "a": "afkorting", "o": "dubbele_ontkenning",
}  # fmt: skip
ZINNEN = yaml.safe_load((HIER / "zinnen.yaml").read_text(encoding="utf-8"))
TOON = yaml.safe_load((HIER / "toon.yaml").read_text(encoding="utf-8"))
TEKSTEN = sorted((HIER / "teksten").iterdir())


def rules(text: str) -> set[str]:
    return {row.regel for row in bevindingen(text)}


@pytest.mark.parametrize(("kort", "zin"), ZINNEN, ids=[zin[:40] for _, zin in ZINNEN])
def test_a_sentence_gets_what_it_must_and_nothing_else(kort: str, zin: str) -> None:
    must, _, may = kort.partition("/")
    found = rules(zin)
    assert {KORT[letter] for letter in must} <= found
    assert found <= {KORT[letter] for letter in must + may}


@pytest.mark.parametrize("zin", TOON["dreigend"], ids=lambda zin: zin[:40])
def test_a_threat_in_other_words_is_found(zin: str) -> None:
    assert "dreigend" in rules(zin)


@pytest.mark.parametrize("zin", TOON["vriendelijk"], ids=lambda zin: zin[:40])
def test_a_plain_sentence_about_trouble_is_no_threat(zin: str) -> None:
    assert rules(zin) <= {"lijdende_vorm"}


def test_every_rule_of_the_contract_is_tried_with_at_least_two_sentences() -> None:
    tried = [letter for kort, _ in ZINNEN for letter in kort.partition("/")[0]]
    assert all(tried.count(letter) >= 2 for letter in KORT)
    assert set(KORT.values()) <= set(REGELS)
    assert len(ZINNEN) >= 100


@pytest.mark.parametrize("path", TEKSTEN, ids=[path.stem for path in TEKSTEN])
def test_a_letter_gets_a_level_in_its_range(path: Path) -> None:
    lowest, highest = path.stem.split("_")[0].split("-")
    level = niveau(split(parse(path.read_text(encoding="utf-8")).tekst))
    assert lowest <= level.label <= highest, level


@pytest.mark.parametrize("path", [p for p in TEKSTEN if p.name.startswith("A2")], ids=lambda path: path.stem)
def test_a_kind_clear_letter_gets_no_findings(path: Path) -> None:
    assert bevindingen(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("patroon", dreigend(), ids=lambda patroon: patroon.voorbeeld[:40])
def test_every_threat_of_the_list_is_found_by_its_pattern(patroon) -> None:
    assert patroon.search(patroon.voorbeeld)


@pytest.mark.parametrize("path", TEKSTEN, ids=[path.stem for path in TEKSTEN])
def test_places_are_exact_in_what_was_handed_in(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    for row in bevindingen(source):
        assert source[row.van : row.tot] == row.tekst


@given(st.text(alphabet="aeklnt. ,<>/*#[](){}&;'\"\n\r\u00a0éIKdig", max_size=120))
def test_no_text_breaks_the_check_and_places_stay_inside(text: str) -> None:
    for row in bevindingen(text):
        assert 0 <= row.van < row.tot <= len(text)
        assert text[row.van : row.tot] == row.tekst


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("<p>De cli&euml;nt <b>belt</b>.</p>", "cli&euml;nt"),
        ("<p>De <b>kl</b>ant belt.</p>", "kl</b>ant"),
        ('<p>Dag</p><img alt="Beste klant" src="x">', "klant"),
        ("# Beste klant\n\nDag.", "klant"),
        ("Lees [voor klanten](https://voorbeeld.nl/klant).", "klanten"),
        ("\r\nDag\r\n\r\nBeste klant,\r\n", "klant"),
    ],
)
def test_a_word_is_found_in_its_markup(source: str, found: str) -> None:
    (row,) = [row for row in bevindingen(source) if row.regel == "vermijd_woord"]
    assert row.tekst == source[row.van : row.tot] == found
    assert "klant" in unescape(row.tekst).replace("</b>", "") or "cliënt" in unescape(row.tekst)


@pytest.mark.parametrize(
    "source",
    [
        "<style>.klant{}</style><p class='klant'>Dag.</p><!-- klant --><script>let klant</script>",
        "<html><head><meta name='klant'></head><body><p>Dag.</p></body></html>",
        "```\nklant = 1\n```\n\nDag.",
        "Wij zijn klantvriendelijk. Kijk op www.klant.nl of mail info@klant.nl.",
    ],
)
def test_code_styles_and_addresses_are_not_read(source: str) -> None:
    assert "vermijd_woord" not in rules(source)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Dhr. A. de Vries belt om 9.30 uur. Dat is fijn.", 2),
        ("Dat kost € 1.280,31 per maand. Goed?", 2),
        ("Het is 3 mei jl. begonnen, bijv. met een brief.", 1),
        ("Beste Danielle,\n\nDank u wel.", 2),
        ("Gemeente Voorbeeld\nMarkt 1\n1234 AB Voorbeeld", 3),
        ("Wij sturen u\neen brief.", 1),
        ("- melk\n- brood", 2),
        ("Komt u? Ja! Fijn…", 3),
    ],
)
def test_sentences_end_where_a_reader_would_say(text: str, count: int) -> None:
    assert len(split(parse(text).tekst)) == count


def test_a_run_without_an_end_is_cut_so_that_work_stays_bounded() -> None:
    parts = split("woord " * 2_000)
    assert len(parts) > 3
    assert sum(len(zin.woorden) for zin in parts) == 2_000


@pytest.mark.parametrize(
    "word",
    ["huurcontracten", "loonstrookje", "gebeld", "opgehaald", "kinderbijslag", "e-mailadres", "Grotere", "leest"],
)
def test_common_words_are_known_in_their_forms(word: str) -> None:
    assert is_gewoon(word)


@pytest.mark.parametrize("word", ["discrepantie", "qwertyuiop", "x" * 60, "prognose"])
def test_other_words_are_not_called_common(word: str) -> None:
    assert not is_gewoon(word)


def test_syllables() -> None:
    assert [lettergrepen(word) for word in ("huis", "papieren", "zee", "geïnformeerd", "xyz")] == [1, 3, 1, 4, 1]


def test_participles_and_what_looks_like_them() -> None:
    assert all(map(is_participle, ["gebeld", "afgewezen", "verstrekt", "besloten", "betaald", "ingevuld"]))
    assert not any(map(is_participle, ["geld", "gemeente", "besluit", "gelegenheid", "verandert", "begint", "bericht"]))


def test_an_abbreviation_that_is_explained_is_fine() -> None:
    assert "afkorting" in rules("U valt onder de IOAW.")
    assert "afkorting" not in rules("U valt onder de wet voor oudere werklozen (IOAW). De IOAW is anders.")


def test_shouting_is_named() -> None:
    assert "hoofdletters" in rules("LEVER ALLES NU IN!")
    assert "hoofdletters" in rules("Doe dit nu!!")


def test_the_guard_for_pages_finds_names_for_people_and_lets_a_laws_word_be() -> None:
    assert [row.tekst for row in verboden_woorden("De klantmanager noemt dossier 4711 een Cliënt.")] == [
        "klantmanager", "dossier 4711", "Cliënt",
    ]  # fmt: skip
    assert verboden_woorden("Dit is een voorschot. De cliëntenraad praat mee. Het kan.") == []
    assert [row.tekst for row in verboden_woorden("Dear customer", "en")] == ["customer"]


def test_the_word_lists_load() -> None:
    whole, begins = moeilijk()
    assert len(whole) + len(begins) > 200
    assert "afgewezen" in zinsbouw().met_zijn


def call(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = run(cli.main, list(arguments))
    out, err = capsys.readouterr()
    return code, out, err


def test_the_command_answers_with_one_document(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "brief.txt"
    path.write_text("Beste klant, dag.", encoding="utf-8")
    code, out, _ = call(capsys, str(path), "--json")
    answer = json.loads(out)
    assert code == 0
    assert {
        "regel": "vermijd_woord",
        "tekst": "klant",
        "van": 6,
        "tot": 11,
        "advies": "inwoner, of de naam; in een brief: u",
    } in answer["bevindingen"]
    assert answer["niveau"]["zinnen"] == 1


def test_the_command_speaks_to_a_person(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "brief.txt"
    path.write_text("Dag.\n\nBeste klant, dag.", encoding="utf-8")
    code, out, _ = call(capsys, str(path))
    assert code == 0
    assert "regel 3: Woord om te vermijden: “klant”" in out
    assert "1 bevinding. Geschat leesniveau: A1" in out


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "geen tekst om te lezen"),
        (b" \n\n ", "geen tekst om te lezen"),
        (b"\xff\xfe\x00", "geen tekst in UTF-8"),
        (b"a\x00b", "is geen tekst"),
        (b"woord " * 60_000, "te lang"),
    ],
)
def test_wrong_input_gets_one_dutch_line(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, content: bytes, message: str
) -> None:
    path = tmp_path / "x"
    path.write_bytes(content)
    code, out, err = call(capsys, str(path), "--json")
    assert (code, out) == (2, "")
    assert message in err
    assert len(err.strip().splitlines()) == 1


def test_a_wrong_call_says_how_to_call(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in ([], ["a", "--onzin"], ["er-is-niets.txt"], ["a", "--soort", "pdf"]):
        code, _, err = call(capsys, *arguments)
        assert code == 2
        assert "Traceback" not in err
        assert err.strip()


def test_the_guard_for_a_page_reads_what_a_person_reads() -> None:
    page = '<p class="klant">Dag. <b title="Voor klanten">Hulp</b></p><script>klant</script><p>U krijgt een boete.</p>'
    assert [line.partition(":")[0] for line in guard_page(page)] == ["klanten", "krijgt een boete"]
    assert guard_page('<p class="klant">Wij bellen u.</p>') == []
    assert guard_page("<p>Dear customer</p>", "en")
