"""Small enough to read: modules, functions and views have a longest length, in non-blank lines."""

from __future__ import annotations

import ast

from tests.bewaking.house import functions, lines_of, python

MODULE, FUNCTION, VIEW = 300, 40, 20


def test_no_module_is_longer_than_300_lines():
    sizes = {name: lines_of(name) for name in python("src/opstap", "bench")}
    assert len(sizes) > 30
    assert {name: size for name, size in sizes.items() if size > MODULE} == {}


def test_no_function_is_longer_than_40_lines():
    sizes = {
        f"{name}:{node.name}": lines_of(name, node)
        for name, tree in python("src/opstap", "bench").items()
        for node in functions(tree)
    }
    assert len(sizes) > 100
    assert {name: size for name, size in sizes.items() if size > FUNCTION} == {}


def test_no_view_is_longer_than_20_lines():
    sizes = {
        f"{name}:{node.name}": lines_of(name, node)
        for name, tree in python("src/opstap").items()
        for node in functions(tree)
        if is_view(node)
    }
    assert {name: size for name, size in sizes.items() if size > VIEW} == {}


def is_view(node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """A function, or a method that answers a request, whose first own argument is `request`."""
    names = [argument.arg for argument in node.args.args if argument.arg not in ("self", "cls")]
    return bool(names) and names[0] == "request"
