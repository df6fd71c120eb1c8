"""One household, quickly: the rules written out as one function without calls.

`motor.maak_functie` calls each rule, which calls `kies`, `minimum` and the like: hundreds of calls a household. Here
the same rule functions are read (their own source) and their formulas put one below the other, each operation of `ops`
as what it means for a single value. The definition stays the one of the rule; a rule written in another form (with `if`
and more than one `return`, say) is called as before. Nothing here knows a rule by name.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Container, Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from types import CodeType
from typing import Any, cast

from opstap.recht.regels import ops
from opstap.recht.regels.motor import Regel, Waarden, vooraf, werk

EERST_GEWOON = 20
"""Reading the rules takes some hundredths of a second: only for who works out more than a few households."""


def een_huishouden(
    order: Iterable[Regel], vast: Waarden, gewoon: Callable[..., Any], verborgen: Container[str] = ()
) -> Callable[..., dict[str, Any]]:
    """What works out one household. `gewoon` does so the first times, and where the rules have no source to read."""
    rules = list(order)
    functie = gewoon
    times = 0

    def reken(feiten: Waarden) -> dict[str, Any]:
        nonlocal functie, times
        times += 1
        if times == EERST_GEWOON:
            functie = schrijf_uit(rules, vast, verborgen) or gewoon
        return cast("dict[str, Any]", functie(feiten))

    return reken


def schrijf_uit(order: Iterable[Regel], vast: Waarden, verborgen: Container[str] = ()) -> Callable[..., Any] | None:
    """The rules in this order as one function: facts in, every value out. None without the source of the rules.

    `verborgen`: what is the same for everybody and need not come out again (the amounts).
    """
    vast, rules = vooraf(order, vast)
    made = {each.naam for each in rules}
    facts = sorted({arg for each in rules for arg in each.args} - made - vast.keys())
    shown = {naam: waarde for naam, waarde in vast.items() if naam not in verborgen}
    names: dict[str, Any] = {"vast": shown, **{f"vast_{naam}": waarde for naam, waarde in vast.items()}}
    body: list[ast.stmt] = [*ast.parse("\n".join(f"{naam} = feiten[{naam!r}]" for naam in facts)).body]
    try:
        for each in rules:
            body += _Regel(each, vast, names).statements()
    except OSError:
        return None
    body += ast.parse(f"uit = {{**vast, {', '.join(f'{naam!r}: {naam}' for naam in [*facts, *made])}}}").body
    module = ast.parse("def reken(feiten):\n return uit")
    function = cast("ast.FunctionDef", module.body[0])
    function.body[:0] = body
    exec(compile(ast.fix_missing_locations(module), "<regels>", "exec"), names)  # noqa: S102  our own rules
    return cast("Callable[..., Any]", names["reken"])


@lru_cache(maxsize=64)
def _functions(file: str) -> dict[tuple[str, int], tuple[ast.FunctionDef, CodeType]]:
    """The functions of a file by name and first line, each with what it compiles to."""
    tree = ast.parse(Path(file).read_text(encoding="utf-8"))
    codes = [code for code in compile(tree, file, "exec").co_consts if isinstance(code, CodeType)]
    made = {(code.co_name, code.co_firstlineno): code for code in codes}
    nodes = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    keys = [(node.name, node.decorator_list[0].lineno if node.decorator_list else node.lineno) for node in nodes]
    return {key: (node, made[key]) for key, node in zip(keys, nodes, strict=True) if key in made}


def _source(functie: Callable[..., Any]) -> ast.FunctionDef | None:
    """The source of a function, if that is still what runs: a file can be replaced while the program is at work."""
    code = functie.__code__
    node, made = _functions(code.co_filename).get((functie.__name__, code.co_firstlineno), (None, None))
    same = made is not None and (made.co_code, made.co_names, made.co_consts) == (
        code.co_code,
        code.co_names,
        code.co_consts,
    )
    return node if same else None


class _Regel(ast.NodeTransformer):
    """One rule as statements: its arguments by their own name, its locals and globals by a name of the rule."""

    def __init__(self, each: Regel, vast: Waarden, names: dict[str, Any]) -> None:
        self.each, self.vast, self.names = each, vast, names
        self.globals: Mapping[str, Any] = each.functie.__globals__
        self.own: dict[str, str] = {}
        self.count = 0

    def statements(self) -> list[ast.stmt]:
        naam = self.each.naam
        if self.each.per == "medebewoner":
            return self._for_each_member()
        body = self._formula()
        if body is None:
            return self._called()
        if not self.each.alleen_bij:
            return body
        choice = ast.parse(
            f"if {' or '.join(map(self._name, self.each.alleen_bij))}: pass\nelse: {naam} = {self.each.leeg}"
        )
        cast("ast.If", choice.body[0]).body = body
        return choice.body

    def _for_each_member(self) -> list[ast.stmt]:
        """The formula in a list over the housemates; their facts and outcomes are tuples of the same length."""
        own = [arg for arg in self.each.args if arg not in self.vast]
        body = self._formula({arg: f"lid_{arg}" for arg in own})
        if body is None or len(body) > 1:
            return self._called()
        loop = ast.parse(
            f"{self.each.naam} = tuple([A0 for {', '.join(f'lid_{arg}' for arg in own)}, in zip({', '.join(own)})])"
        )
        return [cast("ast.stmt", _Fill({"A0": cast("ast.Assign", body[0]).value}).visit(loop.body[0]))]

    def _called(self) -> list[ast.stmt]:
        self.names[f"f_{self.each.naam}"] = werk(self.each)
        args = ", ".join(self._name(arg) for arg in self.each.args)
        return ast.parse(f"{self.each.naam} = f_{self.each.naam}({args})").body

    def _name(self, arg: str) -> str:
        return f"vast_{arg}" if arg in self.vast else arg

    def _formula(self, members: Mapping[str, str] | None = None) -> list[ast.stmt] | None:
        """Assignments and one `return`, or None for a rule of another form."""
        node = _source(self.each.functie)
        if node is None:
            return None
        lines = node.body[1:] if ast.get_docstring(node) is not None else node.body
        plain = all(isinstance(line, ast.Assign) and isinstance(line.targets[0], ast.Name) for line in lines[:-1])
        if not plain or not isinstance(lines[-1], ast.Return) or any(_has_scope(line) for line in lines):
            return None
        parameters = [arg.arg for arg in node.args.args]
        self.own = dict(zip(parameters, map(self._name, self.each.args), strict=True))
        self.own.update(members or {})
        result: list[ast.stmt] = []
        for line in copy.deepcopy(lines):
            value = self.visit(cast("ast.Assign", line).value)
            target = self.each.naam
            if isinstance(line, ast.Assign):
                local = cast("ast.Name", line.targets[0]).id
                target = self.own[local] = f"_{self.each.naam}_{local}"
            result.append(ast.Assign([ast.Name(target, ast.Store())], value))
        return result

    def visit_Name(self, node: ast.Name) -> ast.expr:
        if node.id in self.own:
            return ast.Name(self.own[node.id], ast.Load())
        if node.id not in self.globals:
            return node
        value = self.globals[node.id]
        if isinstance(value, int):
            return ast.Constant(value)
        name = f"g_{self.each.functie.__module__.replace('.', '_')}_{node.id}"
        self.names[name] = value
        return ast.Name(name, ast.Load())

    def visit_Call(self, node: ast.Call) -> ast.expr:
        function = self.globals.get(node.func.id) if isinstance(node.func, ast.Name) else None
        name = getattr(function, "__name__", "")
        form = _VORMEN.get(name) if function is getattr(ops, name, None) else None
        args = [cast("ast.expr", self.visit(arg)) for arg in node.args]
        if form is None:
            return ast.Call(cast("ast.expr", self.visit(node.func)), args, node.keywords)
        self.count += 1
        text = form.replace("#", f"_{self.each.naam}_{self.count}_")
        parts = {f"A{place}": arg for place, arg in enumerate(args)}
        return cast("ast.expr", _Fill(parts).visit(ast.parse(text, mode="eval").body))


def _has_scope(line: ast.stmt) -> bool:
    return any(isinstance(node, ast.Lambda | ast.comprehension | ast.NamedExpr) for node in ast.walk(line))


class _Fill(ast.NodeTransformer):
    def __init__(self, parts: Mapping[str, ast.expr]) -> None:
        self.parts = parts

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return self.parts.get(node.id, node)


_VORMEN = {
    "kies": "A1 if A0 else A2",
    "niet": "not A0",
    "en": "A0 and A1",
    "of": "A0 or A1",
    "getal": "1 if A0 else 0",
    "breed": "A0",
    "minimum": "#a if (#a := A0) < (#b := A1) else #b",
    "maximum": "#a if (#a := A0) > (#b := A1) else #b",
    "deel": "(A0 * A1 + 5000) // 10000",
    "tabel": "A0[A1]",
}
"""What an operation of `ops` is for a single value. `test_recht_uitschrijven` compares each with the operation."""
