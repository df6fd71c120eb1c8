"""The talk is apart from entitlement: no code that settles a right can reach it, and it reaches no dossier."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from django.apps import apps

import opstap
from opstap.keuzehulp import models

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
