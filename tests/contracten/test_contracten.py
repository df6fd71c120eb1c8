"""The shapes of the command line: every example, and the real output of each command, against `docs/contracten/`."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError
from referencing import Registry, Resource

from opstap.__main__ import COMMANDS
from opstap.kern.commands import run

ROOT = Path(__file__).resolve().parents[2]
SCHEMAS = ROOT / "docs" / "contracten"
VOORBEELDEN = Path(__file__).parent / "voorbeelden"
REGISTRY = Registry().with_resources(
    (path.name, Resource.from_contents(json.loads(path.read_text(encoding="utf-8")))) for path in SCHEMAS.glob("*.json")
)
NAMEN = sorted(path.stem for path in VOORBEELDEN.glob("*.json"))


def validator(name: str) -> Draft202012Validator:
    schema = REGISTRY.contents(f"{name}.json")
    return Draft202012Validator(schema, registry=REGISTRY)


def example(name: str) -> Any:
    return json.loads((VOORBEELDEN / f"{name}.json").read_text(encoding="utf-8"))


def answer(capsys: pytest.CaptureFixture[str], command: str, *arguments: str) -> Any:
    """The one JSON document a command prints."""
    from importlib import import_module

    code = run(import_module(COMMANDS[command][0]).main, [*arguments, "--json"])
    out, err = capsys.readouterr()
    assert code == 0, err
    return json.loads(out)


@pytest.mark.parametrize("path", sorted(SCHEMAS.glob("*.json")), ids=lambda path: path.stem)
def test_every_schema_is_a_schema(path: Path) -> None:
    Draft202012Validator.check_schema(json.loads(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("name", NAMEN)
def test_every_example_fits_its_schema(name: str) -> None:
    validator(name).validate(example(name))


def test_every_direction_has_a_schema_and_an_example() -> None:
    assert sorted(path.stem for path in SCHEMAS.glob("*.*.json")) == NAMEN
    assert {name.split(".")[0] for name in NAMEN} == {"lees", "reken", "termijn", "keuzehulp", "taal"}


@pytest.mark.parametrize("name", [name for name in NAMEN if name.endswith(".uit")])
def test_a_dropped_key_is_seen(name: str) -> None:
    whole = example(name)
    for key in validator(name).schema["required"]:
        part = {other: value for other, value in whole.items() if other != key}
        with pytest.raises(ValidationError):
            validator(name).validate(part)


def change(name: str, *path: Any, to: Any) -> Any:
    document = copy.deepcopy(example(name))
    place = document
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = to
    return document


@pytest.mark.parametrize(
    "wrong",
    [
        ("lees.uit", change("lees.uit", "documenten", 0, "soort", to="boodschappen")),
        ("lees.uit", change("lees.uit", "documenten", 0, "transacties", 1, "tegenpartij", to="Winkel")),
        ("lees.uit", change("lees.uit", "documenten", 0, "transacties", 0, "bedrag", to=1806.4)),
        ("lees.uit", change("lees.uit", "documenten", 0, "soort", to="medische_brief")),
        ("lees.uit", change("lees.uit", "documenten", 0, "velden", "iban", "vak", to=[0.1, 0.2, 1.3, 0.4])),
        ("reken.in", change("reken.in", "personen", 0, "nationaliteit", to="NL")),
        ("reken.in", change("reken.in", "onbekend", to=1)),
        ("reken.uit", change("reken.uit", "uitkering", "incl_vakantietoeslag", to=391.73)),
        ("termijn.in", change("termijn.in", "gebeurtenissen", 0, "soort", to="koffie")),
        ("keuzehulp.uit", change("keuzehulp.uit", "opties", 0, "score", to=7)),
        ("keuzehulp.uit", change("keuzehulp.uit", "opties", 0, "tegen", to=[])),
        ("keuzehulp.in", change("keuzehulp.in", "postcode", to="7551")),
        ("taal.uit", change("taal.uit", "niveau", "label", to="D1")),
    ],
    ids=lambda wrong: wrong[0],
)
def test_what_must_never_be_is_refused(wrong: tuple[str, Any]) -> None:
    name, document = wrong
    with pytest.raises(ValidationError):
        validator(name).validate(document)


@pytest.mark.parametrize("command", ["reken", "termijn", "keuzehulp"])
def test_the_answer_to_the_example_fits(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    document = answer(capsys, command, str(VOORBEELDEN / f"{command}.in.json"))
    validator(f"{command}.uit").validate(document)


def test_an_answer_that_cannot_be_given_yet_fits_too(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "huishouden.json"
    path.write_text(json.dumps({"peildatum": "2026-07-01", "personen": [{"id": "a", "rol": "aanvrager"}]}))
    document = answer(capsys, "reken", str(path))
    validator("reken.uit").validate(document)
    assert document["uitkomst"] == "nog_niet_te_bepalen"


def test_all_left_open_in_the_keuzehulp_fits(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "open.json"
    path.write_text('{"antwoorden": {}, "peildatum": "2026-11-22"}')
    validator("keuzehulp.uit").validate(answer(capsys, "keuzehulp", str(path)))


def test_the_answer_about_a_text_fits(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "brief.txt"
    path.write_text("Beste klant, uw aanvraag wordt i.v.m. een discrepantie afgewezen.", encoding="utf-8")
    document = answer(capsys, "taal", str(path))
    validator("taal.uit").validate(document)
    assert document["bevindingen"]


MT940 = """:20:OPSTAP
:25:NL91ABNA0417164300 EUR
:28C:8/1
:60F:C260801EUR812,44
:61:2608240824C1806,40NTRFNONREF
:86:/TRTP/SEPA OVERBOEKING/NAME/VAN MARE BV/REMI/SALARIS AUGUSTUS/
:61:2608250825D12,50NTRFNONREF
:86:/TRTP/BETAALAUTOMAAT/NAME/WINKEL/REMI/AANKOOP/
:62F:C260831EUR2606,34
-
"""


def test_the_answer_about_a_pile_fits(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "augustus.940").write_text(MT940, encoding="ascii")
    (tmp_path / "leeg.pdf").write_bytes(b"")
    (tmp_path / "stapel.zip").write_bytes(b"PK\x03\x04 not a pile")
    document = answer(capsys, "lees", str(tmp_path))
    validator("lees.uit").validate(document)
    assert [row["soort"] for row in document["documenten"]] == ["bankafschrift"]
    assert {"bedrag": "-12.50", "datum": "2026-08-25"} in document["documenten"][0]["transacties"]
    assert len(document["niet_gelezen"]) == 2


def test_the_schema_of_a_household_names_every_key_and_kind_that_the_program_knows() -> None:
    from opstap.recht.regels import invoer, invoer_geld

    top = REGISTRY.contents("reken.in.json")
    household, choices = top["properties"], top["$defs"]["keuzes"]["properties"]
    income, capital = (household[name]["items"]["properties"] for name in ("inkomsten", "vermogen"))
    assert set(household) - {"rij"} == invoer.SLEUTELS
    assert set(REGISTRY.contents("persoon.json")["properties"]) == invoer.PERSOON_SLEUTELS
    assert set(income) == invoer_geld.INKOMEN_SLEUTELS
    assert set(income["soort"]["enum"]) == set(invoer_geld.SOORTEN_INKOMEN)
    assert set(capital) == invoer_geld.BEZIT_SLEUTELS
    assert set(capital["soort"]["enum"]) == set(invoer_geld.SOORTEN_BEZIT)
    assert set(choices) == invoer_geld.KEUZES
    assert set(choices["vrijlating"]["additionalProperties"]["properties"]) == invoer_geld.REGELING_SLEUTELS


@pytest.mark.parametrize(
    ("bedrag", "past"),
    [
        ("812.40", True),
        ("812,40", True),
        ("€ 1.812,40", True),
        ("812", True),
        (812.4, True),
        ("1e3", False),
        ("1.812", False),
        ("812.405", False),
        ("veel", False),
        ("", False),
    ],
)
def test_the_schema_and_the_command_take_the_same_amounts(bedrag: Any, past: bool, tmp_path: Path) -> None:
    document = example("reken.in") | {"giften_dit_jaar": bedrag}
    (tmp_path / "in.json").write_text(json.dumps(document), encoding="utf-8")
    from opstap.recht.regels.cli import main

    assert validator("reken.in").is_valid(document) is past
    assert run(main, [str(tmp_path / "in.json"), "--json"]) == (0 if past else 2)
