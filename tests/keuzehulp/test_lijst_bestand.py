"""A file with supply is read as text: nothing is run, nothing is guessed, every fault has its line."""

from __future__ import annotations

import csv as csvlib
import io
import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from opstap.kern.cellen import escaped, unescaped
from opstap.keuzehulp.lijst.bestand import HOOGSTENS_RIJEN, LijstFout, read
from opstap.keuzehulp.lijst.kolommen import KOLOMMEN, NAMEN, check, read_cells, unkind
from opstap.keuzehulp.lijst.koppelen import Koppelwijze, guess, missing, other_names, translate
from tests.keuzehulp.aanbodlijst import GOED, KOP, TAAL, csv

HULP = {"orientatie": "orientatie", "taalcursus": "taalcursus"}
VANDAAG = date(2026, 9, 18)


def test_each_row_knows_its_line_also_after_empty_lines_and_a_line_break_in_a_cell() -> None:
    found = read(csv(GOED, "", 'orientatie;"Kijken\nwat past";X;;;;T;2027-01-01;', TAAL))
    assert [line for line, _ in found.rijen] == [2, 4, 6]
    assert found.rijen[0][1]["naam"] == "Kijken wat past"


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "leeg_bestand"), (b"  \n", "leeg_bestand"), (b"PK\x03\x04rest", "excel"), (b"\xd0\xcf\x11\xe0x", "excel"),
        (b"%PDF-1.7", "geen_lijst"), (b"a\x00b;c\n1;2", "geen_lijst"), (KOP.encode(), "geen_rijen"),
        (b"naam\nx", "een_kolom"), (b"naam;naam\nx;y", "kolom_dubbel"), (b'a;b\n"x;y\nz', "aanhaling"),
        (b"a;b\nx;\x81\x8d", "tekens"), (b'{"aanbod": [', "geen_json"), (b'{"soort": "anders", "aanbod": []}',
        "ander_bestand"), (b'{"soort": "opstap-aanbod", "versie": 2, "aanbod": []}', "andere_versie"),
        (b'{"soort": "opstap-aanbod", "aanbod": {}}', "json_vorm"), (b"[" * 100_000, "geen_json"),
        (b"a;b\n" + b"x;y\n" * (HOOGSTENS_RIJEN + 1), "te_veel_rijen"), (b"a;b\n" + b"x" * 6_000_000, "te_groot"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_a_list_is_refused_with_how_to_go_on(data: bytes, key: str) -> None:
    with pytest.raises(LijstFout) as refusal:
        read(data)
    assert refusal.value.sleutel == key


def test_windows_text_is_read_and_said_so() -> None:
    found = read(csv("orientatie;Café;é;;;;T;2027-01-01;").decode().encode("cp1252"))
    assert found.rijen[0][1]["naam"] == "Café"
    assert found.opmerkingen == ("windows",)
    assert read(csv(GOED).decode().encode("utf-16")).opmerkingen == ("utf16",)


@pytest.mark.parametrize("sign", [",", "\t", "|", ";"])
def test_the_separator_is_found(sign: str) -> None:
    assert read(csv(GOED.replace(";", sign), kop=KOP.replace(";", sign))).rijen[0][1]["aanbieder"] == "Werkplein"


def test_a_row_with_another_number_of_cells_is_named_not_shifted() -> None:
    found = read(csv(GOED + ";te veel", "orientatie;te;weinig", GOED + ";;"))
    assert found.scheef == ((2, 10), (3, 3))
    assert [line for line, _ in found.rijen] == [4]


def test_json_rows_are_counted_and_nested_values_are_no_cells() -> None:
    rows = [{"naam": "A", "plekken": 3, "gestopt": False, "kosten": None}, {"naam": {"x": 1}}, "tekst"]
    found = read(json.dumps({"soort": "opstap-aanbod", "versie": 1, "aanbod": rows}).encode())
    assert found.rijen == ((1, {"naam": "A", "plekken": "3", "gestopt": "nee", "kosten": ""}),)
    assert [line for line, _ in found.scheef] == [2, 3]


@given(st.text(max_size=30))
def test_what_a_spreadsheet_would_run_is_text_and_comes_back_unchanged(words: str) -> None:
    kept = escaped(words)
    assert not kept or kept[0] not in "=+-@\t\r"
    assert unescaped(kept) == words


@settings(max_examples=60)
@given(st.lists(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1), min_size=2, max_size=6))
def test_a_list_that_was_written_is_read_back(cells: list[str]) -> None:
    goal = io.StringIO(newline="")
    names = [f"k{number}" for number in range(len(cells))]
    csvlib.writer(goal, delimiter=";").writerows([names, [escaped(cell) for cell in cells]])
    if not any(cell.strip() for cell in cells):
        return
    assert read(goal.getvalue().encode()).rijen == ((2, dict(zip(names, cells, strict=True))),)


def faults(**cells: str) -> list[tuple[str, str]]:
    row = {"instrument": "orientatie", "naam": "N", "aanbieder": "A", "eigenaar": "T", "geldig_tot": "2027-06-30"}
    values, wrong = read_cells({**row, **cells}, HULP)
    return [(one.kolom, one.sleutel) for one in (wrong or check(values, VANDAAG))]


@pytest.mark.parametrize(
    ("cells", "wanted"),
    [
        ({}, []), ({"naam": " "}, [("naam", "leeg")]), ({"instrument": "toveren"}, [("instrument", "onbekende_hulp")]),
        ({"plekken": "veel"}, [("plekken", "getal")]), ({"plekken": "-1"}, [("plekken", "getal")]),
        ({"plekken": "3.0"}, [("plekken", "getal")]), ({"plekken": "99999"}, [("plekken", "getal")]),
        ({"geldig_tot": "31-02-2027"}, [("geldig_tot", "geen_dag")]), ({"geldig_tot": "juni"}, [("geldig_tot", "dag")]),
        ({"geldig_tot": "2020-01-01"}, [("geldig_tot", "verlopen")]), ({"geldig_tot": "30/6/2027"}, []),
        ({"geldig_tot": "2020-01-01", "gestopt": "ja"}, []), ({"geldig_tot": "2099-01-01"}, [("geldig_tot", "te_ver")]),
        ({"start_op": "2026-01-01"}, [("start_op", "begin_voorbij")]),
        ({"start_op": "2027-07-01"}, [("start_op", "begin_na_einde")]), ({"gestopt": "misschien"}, [("gestopt",
        "ja_nee")]), ({"soort": "baan"}, [("soort", "soort")]), ({"laat_vallen": "geen diploma"}, [("soort",
        "werkgever")]), ({"laat_vallen": "geen diploma", "soort": "werkplek"}, []), ({"naam": "x" * 201}, [("naam",
        "te_lang")]), ({"naam": "Hulp voor klanten"}, [("naam", "woord")]),
        ({"kosten": "=SOM(A1)"}, []), ({"naam": "\u202eomgekeerd\u200b"}, []),
    ],
)  # fmt: skip
def test_what_is_wrong_in_a_row(cells: dict[str, str], wanted: list[tuple[str, str]]) -> None:
    assert faults(**cells) == wanted


def test_a_formula_stays_text_and_signs_that_cannot_be_seen_go() -> None:
    values, _ = read_cells({"kosten": "=1+1", "naam": "A\u200bB\x07"}, HULP)
    assert (values["kosten"], values["naam"]) == ("=1+1", "AB")


def test_days_that_have_passed_are_no_fault_in_a_row_that_stands_there_already() -> None:
    values, _ = read_cells({"instrument": "orientatie", "naam": "N", "aanbieder": "A", "eigenaar": "T",
                            "geldig_tot": "2020-01-01", "start_op": "2019-01-01"}, HULP)  # fmt: skip
    assert list(check(values, VANDAAG, known=True)) == []


def test_a_threat_is_no_supply() -> None:
    assert unkind("Kom, anders stoppen wij uw uitkering.") is not None
    assert unkind("Dinsdag en donderdag, 8 ochtenden") is None


def test_columns_of_another_list_are_recognised_and_none_is_used_twice() -> None:
    kop = ("Organisatie", "Naam instrument", "Type instrument", "Wachttijd (in weken)", "Vervaldatum", "Foto")
    found = guess(kop)
    assert found == {"aanbieder": "Organisatie", "naam": "Naam instrument", "instrument": "Type instrument",
                     "wachttijd_weken": "Wachttijd (in weken)", "geldig_tot": "Vervaldatum"}  # fmt: skip
    assert missing(Koppelwijze(found)) == ["eigenaar"]
    assert missing(Koppelwijze(found, vast={"eigenaar": "Team"})) == []
    assert len(set(guess(NAMEN).values())) == len(NAMEN)


def test_no_other_name_means_two_columns() -> None:
    names = [name for words in other_names().values() for name in words] + list(NAMEN)
    assert len(names) == len(set(names))
    assert set(other_names()) == set(NAMEN)


def test_what_is_fixed_fills_only_what_is_empty() -> None:
    wijze = Koppelwijze({"naam": "titel", "eigenaar": "wie"}, vast={"eigenaar": "Team", "geldig_tot": "2027-01-01"})
    cells = translate({"titel": "N", "wie": "Wij"}, wijze)
    assert (cells["naam"], cells["eigenaar"], cells["geldig_tot"], cells["plaats"]) == ("N", "Wij", "2027-01-01", "")


def test_every_column_is_in_the_document_and_in_the_schema() -> None:
    from tests.bewaking.house import ROOT

    told = (ROOT / "docs" / "aanbod.md").read_text(encoding="utf-8")
    assert [kolom.naam for kolom in KOLOMMEN if f"| `{kolom.naam}` |" not in told] == []
    schema = json.loads((ROOT / "docs" / "contracten" / "aanbod.json").read_text(encoding="utf-8"))
    assert set(schema["properties"]["aanbod"]["items"]["properties"]) == set(NAMEN)
