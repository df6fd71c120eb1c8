"""No float becomes money: not in the database, not in the law, not in the terms."""

from __future__ import annotations

import ast

import pytest
from django.apps import apps
from django.db import models

from tests.bewaking.house import python

EXACT = tuple(f"src/opstap/{room}" for room in ("recht/", "termijn/", "besluit/", "aanvraag/", "kern/geld.py"))


def floats_in(tree: ast.Module) -> list[str]:
    """Every place where a float is made or asked for: a number with a point, `float`, `np.float64`.

    Asking whether something is one, to refuse or to read it exactly, is allowed.
    """
    found = []
    asked = {id(part) for node in ast.walk(tree) if is_question(node) for part in ast.walk(node)}
    for node in ast.walk(tree):
        if id(node) in asked:
            continue
        is_number = isinstance(node, ast.Constant) and isinstance(node.value, float)
        is_name = isinstance(node, ast.Name) and node.id == "float"
        is_kind = isinstance(node, ast.Attribute) and node.attr.startswith(("float", "double"))
        if is_number or is_name or is_kind:
            found.append(f"regel {node.lineno}: {ast.unparse(node)}")
    return found


def is_question(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "isinstance"


def test_no_float_where_amounts_and_terms_are_worked_out():
    trees = {name: tree for name, tree in python("src/opstap").items() if name.startswith(EXACT)}
    assert len(trees) > 5
    assert {name: found for name, tree in trees.items() if (found := floats_in(tree))} == {}


def test_no_column_of_the_database_rounds():
    rounding = (models.FloatField, models.DecimalField)
    ours = [model for model in apps.get_models() if model.__module__.startswith("opstap.")]
    assert [str(field) for model in ours for field in model._meta.get_fields() if isinstance(field, rounding)] == []


@pytest.mark.parametrize("code", ["x = 0.95", "x = float(y)", "x = a.astype(np.float64)", "def f(x: float): pass"])
def test_the_guard_sees_floats(code):
    assert floats_in(ast.parse(code))
