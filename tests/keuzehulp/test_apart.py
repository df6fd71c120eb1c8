"""The talk is apart from entitlement: no code that settles a right can reach it, and it reaches no dossier."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext

import opstap
from opstap.aanvraag.klok import herzie_alle
from opstap.keuzehulp import models
from opstap.recht.actions.calculate import Calculate
from tests.reis import signed_in
from tests.spelers import Cast

SRC = Path(opstap.__path__[0])
RECHT = ("aanvraag", "dossier", "recht", "besluit", "lezen", "termijn")


def imported(path: Path) -> set[str]:
    """Every module that a file imports, also inside a function."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


@pytest.mark.parametrize("room", RECHT)
def test_no_code_for_entitlement_names_the_talk(room: str) -> None:
    files = list((SRC / room).rglob("*.py"))
    assert files
    reached = {path.name for path in files for name in imported(path) if name.startswith("opstap.keuzehulp")}
    by_name = {path.name for path in files if "keuzehulp.gesprek" in path.read_text(encoding="utf-8").lower()}
    assert (reached, by_name) == (set(), set())


def test_no_row_of_entitlement_points_at_the_talk_and_the_talk_at_none() -> None:
    own = set(apps.get_app_config("keuzehulp").get_models())
    for model in apps.get_models():
        for field in model._meta.get_fields():
            other = getattr(field, "related_model", None)
            if not getattr(field, "concrete", False) or other is None or model not in own | {other}:
                continue
            if model in own and other not in own:
                assert other._meta.app_label in ("inwoner", "kern"), (model, field)
            if other in own:
                assert model in own, (model, field)


def test_pages_of_entitlement_do_not_read_the_talk() -> None:
    talk = {"gesprek.py", "gesprekblad.py", "werk.py", "voortgang.py", "plan.py", "planblad.py", "alle_hulp.py"}
    for face in ("portaal", "werkplek"):
        for path in (SRC / face).rglob("*.py"):
            if path.name not in talk:
                assert not any(name.startswith("opstap.keuzehulp") for name in imported(path)), path


def test_the_sheet_asks_nothing_about_illness_origin_or_looks() -> None:
    from opstap.keuzehulp.methode.laden import catalogus

    asked = " ".join(f"{vraag.code} {vraag.vraag}" for vraag in catalogus().vragen.values()).lower()
    for word in ("diagnose", "ziek", "medicijn", "geboren", "welk land", "uiterlijk", "man of vrouw", "leeftijd"):
        assert word not in asked
    columns = {field.name for field in models.Gesprek._meta.get_fields()}
    assert not columns & {"score", "rang", "kans", "motivatie", "houding"}


NAMEN = ("gesprekken", "plannen", "terugblikken", "voortgangsgesprekken", "jongerenplan")


@pytest.mark.parametrize("room", RECHT)
def test_no_code_for_entitlement_uses_a_way_back_to_the_talk(room: str) -> None:
    """Django makes `inwoner.gesprekken` by itself: neither that name, nor the room as a text, stands there."""
    for path in (SRC / room).rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        used = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
        assert not used & set(NAMEN), path
        said = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
        docs = {ast.get_docstring(node, clean=False) for node in ast.walk(tree)
                if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)}  # fmt: skip
        for text in said:
            if text not in docs:
                assert "keuzehulp" not in text.lower(), (path, text)
                assert not any(text == name or text.startswith(f"{name}__") for name in NAMEN), (path, text)


def test_what_works_out_a_right_does_not_even_load_the_talk() -> None:
    """A new process that works out, reads and counts terms has no module of the keuzehulp in its memory."""
    code = (
        "import sys; from opstap.recht.regels.reken import reken; import opstap.termijn, opstap.lezen.stapel.pijplijn;"
        "print([name for name in sys.modules if name.startswith('opstap.keuzehulp')])"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.django_db
@pytest.mark.usefixtures("opslag")
def test_no_question_to_the_database_of_a_page_or_an_action_of_entitlement_touches_the_talk(cast: Cast) -> None:
    """The whole way to a decision, with a talk and a plan beside it: every question to the database is read."""
    from tests.wereld import doors, make_wereld

    world = make_wereld(cast)
    talk = re.compile(r'"keuzehulp_\w+"')
    own = {deur.naam for deur in doors(world) if re.search(r"/(gesprek|plan|onderzoek|beheer|inzicht)", deur.pad)}
    seen = 0
    for deur in doors(world):
        if deur.naam in own or "meer" in deur.naam:
            continue
        for user in (cast.danielle.account, cast.farida, cast.koen):
            with CaptureQueriesContext(connection) as asked:
                signed_in(user).get(deur.pad)
            seen += len(asked.captured_queries)
            touched = [query["sql"][:200] for query in asked.captured_queries if talk.search(query["sql"])]
            assert touched == [], deur.naam
    assert seen > 300
    calculate = Calculate(door=cast.farida, gemeente=cast.gemeente, aanvraag=world.aanvraag)
    for work in (herzie_alle, calculate.run):
        with CaptureQueriesContext(connection) as asked:
            work()
        assert asked.captured_queries
        assert not any(talk.search(query["sql"]) for query in asked.captured_queries)


@pytest.mark.django_db
def test_the_guard_of_the_database_sees_a_question_about_the_talk(cast: Cast) -> None:
    with CaptureQueriesContext(connection) as asked:
        list(models.Gesprek.objects.filter(inwoner=cast.karim))
    assert re.search(r'"keuzehulp_\w+"', asked.captured_queries[-1]["sql"])
