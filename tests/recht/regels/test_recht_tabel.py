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
    assert [("fout" in each, each["rij"]) for each in rows] == [(False, 1), (True, 2), (True, 3), (True, 4)]
    assert rows[1]["fout"].startswith("regel 2: ")
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
