"""A file with slips ends `opstap termijn` with an answer or with one line of Dutch: never a traceback or code 1."""

import json

import pytest

from opstap.termijn.cli import main
from tests.termijn.test_termijn_invoer import VOORBEELD
from tests.verminkt import keur, probeer, vraag

RIJK = VOORBEELD | {
    "gebeurtenissen": [
        *VOORBEELD["gebeurtenissen"],
        {"soort": "verlenging", "datum": "2026-03-18", "dagen": 14, "reden": "veel werk"},
        {"soort": "storing_begin", "datum": "2026-03-11"},
        {"soort": "storing_einde", "datum": "2026-03-12"},
        {"soort": "overmacht", "datum": "2026-03-13", "tot": "2026-03-14"},
        {"soort": "besluit", "datum": "2026-04-20", "bekendgemaakt": "2026-04-21", "uitkomst": "deels"},
        {"soort": "bezwaar", "datum": "2026-05-01", "commissie": True},
        {"soort": "bericht_geplaatst", "datum": "2026-04-21", "tijd": "14:30"},
    ],
    "personen": [
        {"id": "a", "rol": "aanvrager", "geboortedatum": "2001-05-01", "praktijkonderwijs_tot": "2025-07-01"},
        {"id": "p", "rol": "partner", "geboortedatum": "2004-02-29", "medisch_urenbeperkt": False},
    ],
}


@pytest.mark.parametrize(("seed", "options"), [(20261126, ("--json",)), (1, ())])
def test_a_spoilt_course_ends_with_an_answer_or_one_line(tmp_path, seed, options):
    ended = probeer(main, RIJK, tmp_path, seed, 300, *options)
    assert set(ended) == {0, 2}
    assert min(ended.values()) > 30, "the slips should leave some files with a clock"


@pytest.mark.parametrize(
    ("person", "said"),
    [
        ({"id": ["a"], "rol": "aanvrager"}, "personen[0].id is ['a']. Geef hier een naam of letter."),
        ({"id": {}, "rol": "aanvrager"}, "personen[0].id is {}."),
        ({"rol": "aanvrager", "geboortedatum": "9999-12-31"}, "personen[0].geboortedatum is 9999-12-31. Geef"),
        ({"rol": "aanvrager", "praktijkonderwijs_tot": "9999-12-31"}, "Geef een datum tussen 1900 en 2100."),
        ({"rol": "x" * 5000}, "personen[0].rol is 'xxx"),
    ],
)
def test_a_person_that_cannot_be_is_wrong_input(tmp_path, person, said):
    path = tmp_path / "klok.json"
    path.write_text(json.dumps(VOORBEELD | {"personen": [person]}), encoding="utf-8")
    answer = vraag(main, str(path), "--json")
    keur(answer, person)
    assert answer.code == 2
    assert said in answer.fout


@pytest.mark.parametrize("event", ["9" * 5000, "[" * 100_000, '{"soort": NaN}', "\ud800"])
def test_what_if_with_slips_is_wrong_input(tmp_path, event):
    path = tmp_path / "klok.json"
    path.write_text(json.dumps(VOORBEELD), encoding="utf-8")
    answer = vraag(main, str(path), "--wat-als", event)
    keur(answer, event[:20])
    assert answer.code == 2
