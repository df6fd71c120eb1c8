"""Counting days, the holidays of the Algemene termijnenwet, and the content files with their faults."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from opstap.kern.content import InhoudFout
from opstap.termijn import inhoud, kalender, klok
from tests.termijn.zaken import VOLWASSEN, dag, g


@pytest.mark.parametrize(
    "day",
    ["2026-01-01", "2026-01-02", "2026-04-03", "2026-04-06", "2026-04-27", "2026-05-05", "2026-05-14", "2026-05-15",
     "2026-05-25", "2026-12-25", "2026-12-26", "2025-04-26", "2027-05-06", "2027-05-07", "2024-12-27", "2026-03-07"],
)  # fmt: skip
def test_a_term_cannot_end_on(day):
    assert kalender.is_vrij(dag(day))


@pytest.mark.parametrize("day", ["2026-12-24", "2026-05-04", "2026-04-02", "2025-04-28", "2026-11-11", "2026-12-31"])
def test_a_term_can_end_on(day):
    assert not kalender.is_vrij(dag(day))


@pytest.mark.parametrize(
    ("length", "unit", "moves"),
    [(8, "weken", True), (12, "weken", True), (13, "weken", False), (90, "dagen", True), (91, "dagen", False),
     (3, "maanden", True), (4, "maanden", False), (1, "jaren", False), (48, "uren", False), (-4, "weken", False),
     (0, "dagen", False)],
)  # fmt: skip
def test_the_law_moves_only_terms_of_at_most_twelve_weeks_ninety_days_three_months(length, unit, moves):
    assert kalender.atw_geldt(length, unit) is moves


@pytest.mark.parametrize(
    ("begin", "length", "unit", "end"),
    [("2026-01-31", 1, "maanden", "2026-02-28"), ("2024-01-31", 1, "maanden", "2024-02-29"),
     ("2026-05-31", -3, "maanden", "2026-02-28"), ("2026-03-02", 8, "weken", "2026-04-27"),
     ("2024-02-29", 1, "jaren", "2025-02-28"), ("2026-03-02", 72, "uren", "2026-03-05"),
     ("2026-04-02", 2, "werkdagen", "2026-04-08")],
)  # fmt: skip
def test_adding_a_length(begin, length, unit, end):
    assert kalender.add(dag(begin), length, unit) == dag(end)


def test_an_unknown_unit_is_a_fault_of_ours():
    with pytest.raises(ValueError, match="eeuwen"):
        kalender.add(dag("03-02"), 1, "eeuwen")


def test_the_penalty_of_no_day_is_nothing():
    table = inhoud.dwangsomtabel(date(2026, 1, 1))
    assert table is not None
    assert (table.bedrag(0).cents, table.bedrag(100).cents, table.dagen) == (0, 144_200, 42)


WORDS = dict.fromkeys(
    ("uiterlijk", "begin", "gedaan", "eerste_dag", "bedrag", "beslisdatum", "dag", "naam", "was", "wordt"), "x"
)


def sentences() -> list[tuple[str, str, str]]:
    """Every sentence of the clock: (where, language, text)."""
    rows = [(row.id, taal, text) for row in inhoud.beschrijvingen() for taal in inhoud.TALEN
            for text in row.teksten[taal].values()]  # fmt: skip
    return rows + [(key, taal, text) for key, row in inhoud.zinnen().items() for taal, text in row.items()]


def test_every_sentence_fills_in_and_is_short_in_every_language():
    for where, _, text in sentences():
        filled = text.format(**WORDS)
        assert "{" not in filled
        assert max(len(part.split()) for part in filled.replace("?", ".").replace(":", ".").split(".")) <= 22, where


def test_no_sentence_threatens_or_blames():
    for where, _, text in sentences():
        words = set(text.lower().replace(".", " ").replace("?", " ").split())
        assert not words & {"klant", "cliënt", "straf", "schuld", "verwijtbaar", "gestraft"}, where


def test_a_sentence_stands_in_every_language():
    assert all(row.teksten["nl"].keys() == row.teksten["en"].keys() for row in inhoud.beschrijvingen())
    assert all(set(row) == set(inhoud.TALEN) for row in inhoud.zinnen().values())


def test_the_clock_speaks_english():
    events = [g("melding", "03-02"), g("aanvraag", "03-02"), g("ingebrekestelling", "04-29")]
    clock = klok(events, dag("05-20"), VOLWASSEN, taal="en")
    assert clock["beslistermijn"].naam == "Decide on the application"
    assert clock["dwangsom_duur"].tekst.startswith("You get money for each day")
    assert "€161.00" in clock["dwangsom_duur"].tekst
    assert "Thursday 14 May 2026" in clock["dwangsom"].tekst
    assert clock.waarom == "The municipality works on your application."
    assert klok(events, dag("05-20"), VOLWASSEN, taal="xx").taal == "nl"


def test_no_description_of_a_term_leaves_a_gap_between_its_periods():
    by_id: dict[str, list[inhoud.Beschrijving]] = {}
    for row in inhoud.beschrijvingen():
        by_id.setdefault(row.id, []).append(row)
    for rows in by_id.values():
        ends = sorted(row.tot for row in rows)[:-1]
        starts = sorted(row.vanaf for row in rows)[1:]
        assert ends == starts


HEAD = "eigenaar: x\nherzien_voor: 2027-01-01\n"
TERM = "- {id: a, naam: A, naam_en: A, aan_zet: gemeente, artikel: art. 1, bron: w, tekst: t, tekst_en: t%s}\n"


@pytest.mark.parametrize(
    ("rows", "part"),
    [
        (TERM % "" + TERM % "", "twee keer"),
        (TERM % ", vanaf: 2020-01-01" + TERM % ", tot: 2020-01-02", "twee keer"),
        (TERM % ", kleur: x", "kleur"),
        (TERM.replace("bron: w", "bron: q") % "", "bron q"),
        (TERM.replace("gemeente", "klant") % "", "aan_zet"),
        (TERM % ", lengte: 4, eenheid: eeuwen", "eenheid"),
        (TERM % ", trigger: aanvraag", "lengte"),
        (TERM % ", klaar_door: besluit", "klaar_door heeft de verkeerde vorm"),
        (TERM % ", klaar_door: [feest]", "de gebeurtenis feest ken ik niet"),
        (TERM % ", trigger: feest, lengte: 1, eenheid: dagen", "de gebeurtenis feest ken ik niet"),
        (TERM % ", lengte: 4.5, eenheid: weken", "lengte heeft de verkeerde vorm"),
        (TERM % ", atw: ja", "atw heeft de verkeerde vorm"),
        (TERM % ", vanaf: morgen", "vanaf heeft de verkeerde vorm"),
        (TERM.replace("tekst: t,", 'tekst: "{naam}",') % "", "{naam} kan de klok niet invullen"),
        (TERM % ", tekst_gedaan: x", "tekst_gedaan en tekst_gedaan_en horen er allebei"),
        ("- 5\n", "blok met sleutels"),
    ],
)
def test_a_slip_in_the_descriptions_names_file_and_fault(tmp_path: Path, rows: str, part: str):
    (tmp_path / "termijnen.yaml").write_text(f"{HEAD}bronnen: {{w: Wet}}\ntermijnen:\n{rows}", encoding="utf-8")
    with pytest.raises(InhoudFout, match=part) as error:
        inhoud.beschrijvingen(tmp_path)
    assert "termijnen.yaml" in str(error.value)


def test_a_slip_in_the_other_files_names_it(tmp_path: Path):
    (tmp_path / "feestdagen.yaml").write_text(
        f"{HEAD}dagen:\n- {{datum: 2026-05-16, naam: x, bron: y, staat: gelezen}}\n", encoding="utf-8"
    )
    with pytest.raises(InhoudFout, match="al een zaterdag of zondag"):
        inhoud.gelijkgestelde_dagen(tmp_path)
    (tmp_path / "dwangsom.yaml").write_text(
        f"{HEAD}tabellen:\n- {{vanaf: 2026-01-01, bron: x, staat: gelezen, banden: [{{dagen: 14, per_dag: veel}}]}}\n",
        encoding="utf-8",
    )
    with pytest.raises(InhoudFout, match="geen bedrag"):
        inhoud.dwangsomtabellen(tmp_path)


def test_holidays_are_found_for_every_year_of_the_contract():
    for year in (1990, 2018, 2050, 2100):
        assert date(year, 12, 25) in kalender.feestdagen(year)
        assert kalender.eerste_werkdag(date(year, 1, 1)) > date(year, 1, 1)
    assert kalender.volgende_werkdag(date(2026, 3, 6)) - date(2026, 3, 6) == timedelta(days=3)


@pytest.mark.parametrize(
    ("gelijkgesteld", "daarna"),
    [
        ("2017-04-28", "2017-05-01"),
        ("2017-05-26", "2017-05-29"),
        ("2018-05-11", "2018-05-14"),
        ("2018-12-24", "2018-12-27"),
        ("2018-12-31", "2019-01-02"),
        ("2019-05-31", "2019-06-03"),
        ("2019-12-27", "2019-12-30"),
        ("2020-05-22", "2020-05-25"),
        ("2021-05-14", "2021-05-17"),
        ("2022-05-27", "2022-05-30"),
    ],
)
def test_a_term_does_not_end_on_a_day_made_equal_to_a_holiday_before_2023(gelijkgesteld: str, daarna: str):
    assert kalender.eerste_werkdag(date.fromisoformat(gelijkgesteld)) == date.fromisoformat(daarna)
