"""The command `opstap lees`: contract 1 and the text for a person."""

import io
import json
import os
import sys

import pytest

from opstap.kern.commands import InvoerFout, run
from opstap.kern.geld import Geld
from opstap.lezen import cli
from opstap.lezen.model import Document, Maandtegel, NietGelezen, Transactie, Uitkomst, Veld, Vraag
from opstap.lezen.tekst import SOORTEN, als_tekst
from tests.lezen.papieren import brief

STATEMENT = (
    b":20:X\n:25:NL91ABNA0417164300\n:60F:C260601EUR0,00\n:61:260624C1,00N541X\n:86:SALA salaris\n"
    b":61:260625D1,00N541X\n:86:Apotheek De Linde\n:62F:C260630EUR0,00\n-\n"
)


@pytest.fixture
def pile(tmp_path):
    folder = tmp_path / "stapel"
    (folder / "sub").mkdir(parents=True)
    (folder / "juni.sta").write_bytes(STATEMENT)
    (folder / "sub" / "leeg.pdf").write_bytes(b"")
    (folder / ".DS_Store").write_bytes(b"x")
    (folder / "Thumbs.db").write_bytes(b"x")
    (folder / "link.sta").symlink_to(folder / "juni.sta")
    return folder


def test_the_json_has_the_shape_of_the_contract(pile, capsys):
    assert run(cli.main, [str(pile), "--json", "--werkers", "2"]) == 0
    outcome = json.loads(capsys.readouterr().out)
    (document,) = outcome["documenten"]
    assert set(document) >= {
        "bestand",
        "bladzijden",
        "soort",
        "zekerheid",
        "datum",
        "periode",
        "velden",
        "transacties",
        "dubbel_van",
        "vragen",
        "problemen",
    }
    assert document["bestand"] == str(pile / "juni.sta")
    assert document["transacties"][1] == {"datum": "2026-06-25", "bedrag": "-1.00"}
    assert outcome["niet_gelezen"] == [
        {"bestand": str(pile / "sub" / "leeg.pdf"), "code": "leeg", "uitleg": outcome["niet_gelezen"][0]["uitleg"]}
    ]
    assert outcome["maanden"] == [{"iban": "NL91ABNA0417164300", "maand": "2026-06", "staat": "binnen"}]
    assert isinstance(outcome["duur_s"], float)


def test_a_paper_that_asks_for_a_sum_bears_it_under_both_names(tmp_path, capsys):
    lines = [
        "Tandarts Borne",
        "Nota",
        "Notanummer 88120",
        "Totaal nota 163,63",
        "Vergoed -81,82",
        "Door u te betalen 81,81",
    ]
    (tmp_path / "nota.pdf").write_bytes(brief(*lines))
    letter = ["Incassobureau Noord", "Aanmaning", "Dossiernummer 4471-882", "Totaal te betalen € 83,94"]
    (tmp_path / "brief.pdf").write_bytes(brief(*letter))
    assert run(cli.main, [str(tmp_path), "--json"]) == 0
    debt, bill = (row["velden"] for row in json.loads(capsys.readouterr().out)["documenten"])
    assert (debt["bedrag"]["waarde"], debt["totaal"]["waarde"]) == ("83.94", "83.94")
    assert (bill["bedrag"]["waarde"], bill["totaal"]["waarde"]) == ("81.81", "163.63")


def test_the_text_for_a_person_is_dutch_and_tells_nothing_private(pile, capsys):
    assert run(cli.main, [str(pile)]) == 0
    out = capsys.readouterr().out
    assert "Bankafschrift" in out
    assert "Dit lukte niet:" in out
    assert "2026-06: binnen" in out
    assert "€\u00a01,00" in out
    assert "potheek" not in out


def test_standard_input_is_a_file(capsys, monkeypatch):
    monkeypatch.setattr(sys, "stdin", type("In", (), {"buffer": io.BytesIO(STATEMENT)})())
    assert run(cli.main, ["-", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["documenten"][0]["bestand"] == "-"


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--json"],
        ["x", "--werkers", "0"],
        ["x", "--werkers", "veel"],
        ["x", "--onzin"],
        ["bestaat-niet"],
        ["a\x00b"],
    ],
)
def test_a_wrong_call_is_one_dutch_line_and_exit_two(arguments, capsys):
    assert run(cli.main, arguments) == 2
    told = capsys.readouterr().err.strip()
    assert len(told.splitlines()) == 1
    assert "Traceback" not in told
    assert "usage" not in told


def test_an_empty_folder_says_so(tmp_path):
    with pytest.raises(InvoerFout, match="geen bestanden"):
        cli.main([str(tmp_path)])


def test_an_endless_folder_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(cli, "_MAX_FILES", 1)
    for number in range(2):
        (tmp_path / f"{number}.txt").write_text("x")
    with pytest.raises(InvoerFout, match="meer dan 1 bestanden"):
        cli.main([str(tmp_path)])


def test_progress_is_for_a_person_at_a_terminal(pile, capsys, monkeypatch):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    assert cli.main([str(pile)]) == 0
    assert "2 van 2" in capsys.readouterr().err


def test_the_first_order_of_the_pile_is_told_to_a_person_and_not_to_a_program(pile, capsys):
    assert cli.main([str(pile)]) == 0
    assert "Eerste ordening: 1 × Bankafschrift" in capsys.readouterr().err
    assert cli.main([str(pile), "--json"]) == 0
    assert "Eerste ordening" not in capsys.readouterr().err


def test_help_is_help(capsys):
    with pytest.raises(SystemExit) as stop:
        cli.main(["--help"])
    assert stop.value.code == 0
    assert "--werkers" in capsys.readouterr().out


def test_the_text_shows_doubles_questions_and_remarks():
    from datetime import date

    document = Document(
        "b.jpg",
        [1],
        soort="loonstrook",
        datum=date(2026, 6, 1),
        dubbel_van="a.pdf",
        velden={"nettoloon": Veld("800.00", 1, None, 1.0)},
        vragen=[Vraag("nettoloon", "r", ("1", "2"))],
        problemen=["Een opmerking."],
        transacties=[Transactie(date(2026, 6, 1), Geld(5))],
    )
    told = als_tekst(
        Uitkomst(
            [document], [NietGelezen("c", "leeg", "Dit bestand is leeg.")], [Maandtegel("NL1", "2026-06", "deels")]
        )
    )
    for piece in (
        "Loonstrook – b.jpg",
        "datum: 01-06-2026",
        "€\u00a0800,00",
        "zit er al in: a.pdf",
        "1 of 2",
        "Een opmerking.",
        "c: Dit bestand is leeg.",
        "2026-06: deels binnen",
    ):
        assert piece in told


def test_every_kind_of_the_contract_has_a_plain_name():
    kinds = """bankafschrift, spaarsaldo_overzicht, bank_app_schermafdruk, loonstrook, jaaropgave,
    arbeidsovereenkomst, beeindiging_dienstverband, uwv_beslissing, toeslag_beschikking, belastingaanslag, duo_bericht,
    huurcontract, huurspecificatie, energienota, zorgpolis, schuldbrief, echtscheiding_alimentatie, identiteitsbewijs,
    verblijfsdocument, kassabon, kentekenbewijs, kvk_uittreksel, uitkeringsspecificatie, pensioenoverzicht,
    woz_beschikking, hypotheekstuk, koopakte, polis, nota, onderwijsbewijs, jaarcijfers, detentiebewijs,
    zorgovereenkomst, medische_brief, niet_relevant, onbekend"""
    assert set(SOORTEN) == {kind.strip() for kind in kinds.split(",")}
    assert not any("_" in name for name in SOORTEN.values())


def test_the_real_command_starts_and_answers(pile):
    import subprocess

    env = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    done = subprocess.run(
        [sys.executable, "-m", "opstap", "lees", str(pile), "--json"], capture_output=True, env=env, timeout=60
    )
    assert done.returncode == 0
    assert len(json.loads(done.stdout)["documenten"]) == 1
