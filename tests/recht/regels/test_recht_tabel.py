"""Tables from file to file: the same answers, wrong rows told and the others done."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from opstap.kern.commands import run
from opstap.recht.regels.cli import main
from opstap.recht.regels.reken import reken
from tests.recht.regels.huishoudens import gezin

RIJEN: list[dict[str, Any]] = [
    {"rij": 10, **gezin("2026-07-01", leden=(50,))},
    {"rij": 11, **gezin("2026-07-01"), "giften_dit_jaar": "-1"},
    {"rij": 12, **gezin("2022-12-31", partner=40, kind=3)},
]


def _table(tmp_path: Path, *options: str, bron: str = "in.jsonl", doel: str = "uit.jsonl") -> int:
    return run(main, ["--tabel", str(tmp_path / bron), "--uit", str(tmp_path / doel), *options])


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_each_row_gets_the_answer_of_one_household(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "in.jsonl").write_text("\n".join(json.dumps(each) for each in RIJEN), encoding="utf-8")
    assert _table(tmp_path) == 0
    first, wrong, last = _lines(tmp_path / "uit.jsonl")
    assert first == {"rij": 10, **reken({k: v for k, v in RIJEN[0].items() if k != "rij"})}
    assert wrong["rij"] == 11
    assert wrong["fout"].startswith("giften_dit_jaar: ")
    assert last == {"rij": 12, **reken({k: v for k, v in RIJEN[2].items() if k != "rij"})}
    assert capsys.readouterr().err == "3 rijen uitgerekend, waarvan 1 met een fout.\n"


def test_a_line_that_is_no_json_is_told_with_its_number(tmp_path: Path) -> None:
    good = json.dumps(gezin("2026-07-01"))
    (tmp_path / "in.jsonl").write_text(
        f'{good}\n{{oeps\n\n[]\n{good[:-1]}, "peildatum": "2026-07-01"}}\n', encoding="utf-8"
    )
    assert _table(tmp_path, "--kort") == 0
    rows = _lines(tmp_path / "uit.jsonl")
    assert [("fout" in each, each["rij"]) for each in rows] == [
        (False, 1),
        (True, "regel 2"),
        (True, "regel 4"),
        (True, 4),
    ]
    assert rows[1]["fout"].startswith("regel 2: ")
    assert rows[2]["fout"].startswith("regel 4: hier hoort één huishouden")
    assert "twee keer" in rows[3]["fout"]
    assert rows[0]["stappen"] == []


def test_parquet_goes_in_and_out_with_the_same_nesting(tmp_path: Path) -> None:
    good = {"rij": 7, **gezin("2026-07-01", partner=40), "keuzes": {"verlaging_art28_procent": 10.0}}
    good["inkomsten"] = [{"persoon": "a", "soort": "loon", "netto": Decimal("812.40")}]
    good["gemeld_op"] = date(2026, 6, 15)
    wrong = {"rij": 8, **gezin("2026-07-01"), "keuzes": {"verlaging_art28_procent": 101.0}}
    pq.write_table(pa.Table.from_pylist([good, wrong]), tmp_path / "in.parquet")
    assert _table(tmp_path, bron="in.parquet", doel="uit.parquet") == 0
    first, second = pq.read_table(tmp_path / "uit.parquet").to_pylist()
    expected = reken({**{k: v for k, v in good.items() if k != "rij"}, "gemeld_op": "2026-06-15"})
    assert (first["rij"], first["uitkomst"], first["norm"]) == (7, "recht", expected["norm"])
    assert dict(first["per_persoon"]) == expected["per_persoon"]
    assert [each["tekst"] for each in first["stappen"]] == [each["tekst"] for each in expected["stappen"]]
    assert dict(first["stappen"][0]["gebruikt"]) == expected["stappen"][0]["gebruikt"]
    assert (second["rij"], second["uitkomst"]) == (8, None)
    assert second["fout"].startswith("keuzes.verlaging_art28_procent")


def test_a_choice_per_person_can_be_a_map_in_parquet(tmp_path: Path) -> None:
    household = {**gezin("2026-07-01"), "inkomsten": [{"persoon": "a", "soort": "loon", "netto": "800.00"}]}
    kind = pa.map_(pa.string(), pa.struct([("regeling", pa.string()), ("maanden_gebruikt", pa.int64())]))
    table = pa.Table.from_pylist([household]).append_column(
        "keuzes",
        pa.array(
            [{"vrijlating": [("a", {"regeling": "31_2_n", "maanden_gebruikt": 0})]}], pa.struct([("vrijlating", kind)])
        ),
    )
    pq.write_table(table, tmp_path / "in.parquet")
    assert _table(tmp_path, "--kort", bron="in.parquet", doel="uit.jsonl") == 0
    assert _lines(tmp_path / "uit.jsonl")[0]["inkomen_in_aanmerking"] == "600.00"


def test_a_file_that_is_no_parquet_is_refused_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "in.parquet").write_text("geen parquet", encoding="utf-8")
    assert _table(tmp_path, bron="in.parquet") == 2
    assert "geen Parquet-bestand" in capsys.readouterr().err


def test_a_folder_that_cannot_be_written_is_refused_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "in.jsonl").write_text(json.dumps(gezin("2026-07-01")), encoding="utf-8")
    assert _table(tmp_path, doel="weg/uit.jsonl") == 2
    assert "niet schrijven" in capsys.readouterr().err


def test_rows_with_their_own_policy_keep_it(tmp_path: Path) -> None:
    rows = [
        {**gezin("2026-07-01", giften_dit_jaar="1300.00"), "schakelaars": {"giften_boven_grens": choice}}
        for choice in ("inkomen", "vrij")
    ]
    (tmp_path / "in.jsonl").write_text("\n".join(json.dumps(each) for each in rows), encoding="utf-8")
    assert _table(tmp_path, "--kort") == 0
    assert [each["inkomen_in_aanmerking"] for each in _lines(tmp_path / "uit.jsonl")] == ["100.00", "0.00"]


def test_a_row_with_a_wrong_policy_is_told(tmp_path: Path) -> None:
    row = {**gezin("2026-07-01"), "schakelaars": {"wind": 1}}
    (tmp_path / "in.jsonl").write_text(json.dumps(row), encoding="utf-8")
    assert _table(tmp_path) == 0
    assert _lines(tmp_path / "uit.jsonl")[0]["fout"].startswith("schakelaars.wind")


def _rows_of(tmp_path: Path, lines: list[bytes], doel: str = "uit.jsonl") -> list[dict[str, Any]]:
    (tmp_path / "in.jsonl").write_bytes(b"\n".join(lines))
    assert _table(tmp_path, "--kort", doel=doel) == 0
    if doel.endswith(".parquet"):
        return pq.read_table(tmp_path / doel).to_pylist()
    return _lines(tmp_path / doel)


def _line(rij: Any, **meer: Any) -> bytes:
    return json.dumps({"rij": rij, **gezin("2026-07-01", **meer)}, ensure_ascii=False).encode()


LOON = {"inkomsten": [{"persoon": "a", "soort": "loon", "netto": 0}]}


@pytest.mark.parametrize(
    ("line", "rij", "fout"),
    [
        (_line(5, **LOON).replace(b'"netto": 0', b'"netto": NaN'), 5, "inkomsten[0].netto: NaN is geen getal"),
        (_line("x", **LOON).replace(b'"netto": 0', b'"netto": ' + b"9" * 5000), "x", "inkomsten[0].netto: dit getal"),
        (_line(5)[:-1] + b', "giften_dit_jaar": 1, "giften_dit_jaar": 2}', 5, "giften_dit_jaar: deze sleutel staat er"),
        (_line(5)[:-1], 5, "regel 2: dit is geen goede JSON"),
        (_line("x7")[:40], "x7", "regel 2: dit is geen goede JSON"),
        (_line(5) + _line(6), "regel 2", "regel 2: dit is geen goede JSON"),
        (_line("x").replace(b'"x"', b"NaN"), "regel 2", "rij: NaN is geen getal"),
        (_line(5, keuzes={"toelichting": "caf?"}).replace(b"?", b"\xe9"), 5, "regel 2: hier staat een teken dat geen"),
        (_line("caf?").replace(b"?", b"\xe9"), "regel 2", "regel 2: hier staat een teken dat geen UTF-8"),
        (b'"huis"', "regel 2", "regel 2: hier hoort één huishouden te staan"),
        (b"[" * 100_000, "regel 2", "regel 2: dit is geen goede JSON"),
    ],
)
def test_a_row_that_cannot_be_read_comes_back_under_its_own_name_or_that_of_its_line(
    tmp_path: Path, line: bytes, rij: Any, fout: str
) -> None:
    first, wrong, last = _rows_of(tmp_path, [_line(1), line, _line("é9")])
    assert (first["uitkomst"], last["rij"], last["uitkomst"]) == ("recht", "é9", "recht")
    assert wrong["rij"] == rij
    assert wrong["fout"].startswith(fout)


def test_a_file_in_another_writing_is_refused_as_a_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "in.jsonl").write_text(_line(1).decode(), encoding="utf-16")
    assert _table(tmp_path) == 2
    assert "geen tekst in UTF-8" in capsys.readouterr().err


def test_rows_without_a_name_of_their_own_keep_their_number(tmp_path: Path) -> None:
    plain = json.dumps(gezin("2026-07-01")).encode()
    rows = _rows_of(tmp_path, [plain, plain.replace(b'"inkomsten": []', b'"inkomsten": NaN'), plain])
    assert [(each["rij"], "fout" in each) for each in rows] == [(1, False), (2, True), (3, False)]


@pytest.mark.parametrize(("medebewoners", "fout"), [(12, False), (13, True)])
def test_a_row_has_at_most_twelve_housemates(tmp_path: Path, medebewoners: int, fout: bool) -> None:
    wrong, other = _rows_of(tmp_path, [_line(1, kind=5, leden=(40,) * medebewoners), _line(2)])
    assert ("fout" in wrong, "fout" in other) == (fout, False)
    if fout:
        assert wrong["fout"].startswith("personen: er zijn 13 mensen met rol medebewoner.")


def test_one_household_on_its_own_may_have_more_housemates() -> None:
    assert reken(gezin("2026-07-01", leden=(40,) * 13))["uitkomst"] == "recht"


def test_a_column_of_numbers_stays_one_in_parquet_when_a_row_cannot_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("opstap.recht.regels.parquet.STUK", 3)
    rows = _rows_of(tmp_path, [_line(1), b"{oeps", _line(3), b"[]", _line("x"), _line(6)], "uit.parquet")
    assert [each["rij"] for each in rows] == [1, None, 3, None, None, 6]
    assert [(each["fout"] or "")[:9] for each in rows] == ["", "regel 2: ", "", "regel 4: ", "rij x: de", ""]


def test_a_column_of_names_stays_one_in_parquet(tmp_path: Path) -> None:
    rows = _rows_of(tmp_path, [b"{oeps", _line("x"), _line(3)], "uit.parquet")
    assert [each["rij"] for each in rows] == ["regel 1", "x", "3"]


def test_a_missing_number_in_parquet_is_no_name(tmp_path: Path) -> None:
    good = gezin("2026-07-01")
    pq.write_table(pa.Table.from_pylist([{"rij": float("nan"), **good}, {"rij": 7.0, **good}]), tmp_path / "in.parquet")
    assert _table(tmp_path, "--kort", bron="in.parquet") == 0
    assert [each["rij"] for each in _lines(tmp_path / "uit.jsonl")] == [1, 7.0]
