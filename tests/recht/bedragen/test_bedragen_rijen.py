"""Every published amount is loaded to the cent; January amounts hold all year; what no source gives is not there."""

import json
import re
from datetime import date
from pathlib import Path

import pytest

from opstap.recht.regels import bedragen
from opstap.recht.regels.bedragen import VoorEersteBedragen

NORMEN = Path(__file__).parents[4] / "shared" / "data" / "normen.json"
VRIJ = {
    "art. 34 lid 3 onder a Pw": "vermogen.grens.alleenstaand",
    "art. 34 lid 3 onder b/c Pw": "vermogen.grens.gehuwd_of_kind",
    "art. 34 lid 2 onder d Pw": "vermogen.eigen_woning",
    "art. 31 lid 2 onder n Pw": "vrijlating.31_2_n.maximum",
    "art. 31 lid 2 onder r Pw": "vrijlating.31_2_r.maximum",
    "art. 31 lid 2 onder y/z/aa Pw": "vrijlating.31_2_y_z_aa.maximum",
    "art. 34a lid 1 onder c Pw": "vrijlating.34a.aow.maximum",
    "art. 34b Pw": "bufferbudget.34b.per_jaar",
    "art. 31 lid 2 onder m Pw": "giften.31_2_m.per_jaar",
    "art. 31 lid 2 onder j Pw": "premie.31_2_j.per_jaar",
    "art. 31 lid 2 onder k Pw": "vrijwilliger.31_2_k.per_maand",
    "art. 20 lid 3 Pw": "verhoging.20_3",
    "art. 34a lid 1 Pw": "percentage.34a",
}


def sleutel(row: dict[str, str]) -> str:
    """The key under which a published row is kept."""
    article, words = row["artikel"], row["situatie"]
    norm = re.fullmatch(r"art\. (2\d+a?)\.((?:\d\.)?[abc]) Pw", article)
    if norm:
        return f"norm.{norm[1]}.{norm[2]}"
    if article == "art. 22a lid 1 Pw":
        return f"kostendeler.{'22b' if 'AOW+' in words else '21b'}.{words.split('A=')[1][0]}"
    couple = "gehuwd" if "gehuwden" in words else "alleenstaand"
    if article in ("art. 33 lid 5 Pw", "IOAW art. 5"):
        return f"pensioen.33_5.{couple}" if article.startswith("art") else f"ioaw.5.{couple}"
    if article == "art. 33 lid 2 Pw":
        if words.endswith("eenouder"):
            return "studie.33_2.eenouder"
        return f"studie.33_2.{'ho' if 'hbo' in words else 'mbo'}.{words.split()[-1]}"
    return VRIJ[article]


def cents(text: str) -> int:
    return int(text.replace(".", ""))


ROWS = json.loads(NORMEN.read_text(encoding="utf-8")) if NORMEN.exists() else []


@pytest.mark.skipif(not ROWS, reason="shared data absent")
@pytest.mark.parametrize("start", sorted({row["peildatum"] for row in ROWS}))
def test_every_published_row_of_a_date_is_there_to_the_cent(start):
    known = bedragen.load(date.fromisoformat(start))
    rows = [row for row in ROWS if row["peildatum"] == start]
    for row in rows:
        found = known[sleutel(row)]
        assert found.vanaf == date.fromisoformat(start)
        if row["bedrag_incl"] is not None:
            assert found.cents == cents(row["bedrag_incl"]), row
        if row["bedrag_excl"] is not None:
            assert found.excl_cents == cents(row["bedrag_excl"]), row
        assert found.bron
        assert found.artikel
    assert len({sleutel(row) for row in rows}) == len(rows)


@pytest.mark.skipif(not ROWS, reason="shared data absent")
def test_all_574_rows_are_covered():
    assert len(ROWS) == 574
    assert bedragen.verify() >= 574


@pytest.mark.parametrize(
    ("on", "key", "expected"),
    [
        # read in the dated law texts, beside what was published before
        ("2018-06-30", "vermogen.grens.alleenstaand", 602_000),
        ("2018-06-30", "vrijlating.31_2_n.maximum", 20_200),
        ("2022-12-31", "vrijlating.31_2_n.maximum", 22_600),
        ("2019-03-01", "norm.22a.3.a", 54_618),
        ("2019-03-01", "norm.23.1.b", 50_509),
        ("2019-12-31", "vrijlating.31_2_n.maximum", 21_100),
        ("2020-12-31", "norm.22a.3.a", 56_402),
        ("2022-06-30", "vermogen.eigen_woning", 5_490_000),
        ("2023-02-01", "vrijlating.31_2_r.maximum", 15_338),
        ("2024-12-31", "norm.22a.3.b", 32_303),
        ("2025-12-31", "vrijlating.31_2_y_z_aa.maximum", 17_635),
        ("2026-11-22", "kindbedrag.24a.per_jaar", 341_600),
        ("2026-11-22", "lijfrente.15.waarde", 33_798_900),
        ("2026-11-22", "norm.21.a", 141_946),
        # shares are hundredths of a percent, counts are counts
        ("2025-12-31", "percentage.voorschot", 9_000),
        ("2026-01-01", "percentage.voorschot", 9_500),
        ("2026-11-22", "percentage.vakantietoeslag", 500),
        ("2022-12-31", "leeftijd.kostendeler", 21),
        ("2023-01-01", "leeftijd.kostendeler", 27),
        ("2026-11-22", "percentage.31_2_r", 1_250),
        ("2026-11-22", "maanden.31_2_r", 30),
        ("2026-11-22", "percentage.kostendeler.vast", 4_000),
        ("2026-11-22", "percentage.partner_zonder_recht", 5_000),
    ],
)
def test_an_amount_on_a_day(on, key, expected):
    assert bedragen.load(date.fromisoformat(on))[key].cents == expected


def test_a_january_amount_also_holds_in_july():
    july = bedragen.load(date(2026, 8, 1))
    assert july.peildatum == date(2026, 7, 1)
    assert july["vermogen.grens.alleenstaand"].cents == 800_000
    assert july["vermogen.grens.alleenstaand"].vanaf == date(2026, 1, 1)
    assert july["norm.21.a"].vanaf == date(2026, 7, 1)


def test_a_half_year_amount_does_not_reach_the_next_half_year():
    january, july = bedragen.load(date(2018, 6, 30)), bedragen.load(date(2018, 7, 1))
    assert january["vrijlating.31_2_y_z_aa.maximum"].cents == 12_812
    assert july.get("vrijlating.31_2_y_z_aa.maximum") is None
    assert "vrijlating.31_2_y_z_aa.maximum" in july.ontbreekt


def test_an_amount_never_comes_from_an_earlier_year():
    assert bedragen.load(date(2020, 12, 31)).get("vrijwilliger.31_2_k.per_jaar") is not None
    assert bedragen.load(date(2021, 1, 1)).get("vrijwilliger.31_2_k.per_jaar") is None


def test_a_file_in_between_adds_to_the_half_year():
    before, after = bedragen.load(date(2020, 10, 31)), bedragen.load(date(2020, 11, 1))
    assert before.get("vrijwilliger.31_2_k.per_maand") is None
    assert after["vrijwilliger.31_2_k.per_maand"].cents == 17_000
    assert after["norm.21.a"] == before["norm.21.a"]
    assert after.peildatum == date(2020, 11, 1)


def test_after_the_last_date_the_last_known_amounts_are_given():
    later = bedragen.load(date(2030, 1, 1))
    assert later is bedragen.load(bedragen.laatste())
    assert later.peildatum == bedragen.laatste() < date(2030, 1, 1)


@pytest.mark.parametrize("on", [date(2017, 12, 31), date(1990, 1, 1)])
def test_before_2018_there_are_no_amounts(on):
    with pytest.raises(VoorEersteBedragen, match=on.isoformat()):
        bedragen.load(on)
    with pytest.raises(ValueError):
        bedragen.load(on)


def test_amounts_cannot_be_changed():
    known = bedragen.load(date(2026, 7, 1))
    with pytest.raises(TypeError):
        known.rijen["norm.21.a"] = known["norm.21.b"]
    with pytest.raises(AttributeError):
        known["norm.21.a"].cents = 1


def test_the_ways_to_ask():
    known = bedragen.load(date(2026, 7, 1))
    assert known.get("bestaat.niet") is None
    assert known.cents("bestaat.niet") is None
    assert known.cents("norm.21.b") == 202_779
    assert "norm.21.b" in known
    assert set(known) == set(known.rijen)
    with pytest.raises(KeyError):
        known["bestaat.niet"]


def test_what_no_source_confirms_says_so():
    assert bedragen.load(date(2024, 7, 1))["norm.21.a"].excl_staat == "bevestigd"
    assert bedragen.load(date(2025, 1, 1))["norm.21.a"].excl_staat == "onbevestigd"
    assert bedragen.load(date(2026, 1, 1))["percentage.vakantietoeslag"].staat == "onbevestigd"
    assert bedragen.load(date(2020, 7, 1))["vrijlating.31_2_y_z_aa.maximum"].staat == "onbevestigd"
    assert bedragen.load(date(2022, 1, 1))["norm.20.1.b"].staat == "afgeleid"
    assert bedragen.load(date(2026, 1, 1))["kostendeler.21b.2"].staat == "berekend"


def test_every_key_is_explained_in_the_readme():
    text = (bedragen.MAP / "README.md").read_text(encoding="utf-8")
    known = {key for start in bedragen.dates() for key in bedragen.load(start)}
    for key in known:
        root, _, last = key.rpartition(".")
        assert f"`{key}`" in text or (root in text and f"`.{last}`" in text), key
