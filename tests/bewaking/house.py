"""What the guards look at: the committed files, and the Python of the house as trees."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BRON = ROOT / "src" / "opstap"


@cache
def committed() -> tuple[Path, ...]:
    """Every file in git, and those about to be: new ones that are not ignored."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.split("\0")
    return tuple(path for path in (ROOT / name for name in names if name) if path.is_file())


@cache
def texts() -> dict[str, str]:
    """The committed text files by name; pictures and other bytes are left out."""
    found = {}
    for path in committed():
        data = path.read_bytes()
        if b"\0" not in data[:8000]:
            found[str(path.relative_to(ROOT))] = data.decode("utf-8", errors="replace")
    return found


@cache
def python(*folders: str) -> dict[str, ast.Module]:
    """The Python modules in these folders of the project, without migrations."""
    paths = [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]
    kept = [path for path in paths if "migrations" not in path.parts]
    return {str(path.relative_to(ROOT)): ast.parse(path.read_text(encoding="utf-8")) for path in kept}


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def lines_of(name: str, node: ast.FunctionDef | ast.AsyncFunctionDef | None = None) -> int:
    """Non-blank lines of a file, or of one function in it with its decorators."""
    lines = _lines(name)
    if node is not None:
        first = min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])
        lines = lines[first - 1 : node.end_lineno]
    return sum(bool(line.strip()) for line in lines)


@cache
def _lines(name: str) -> list[str]:
    return (ROOT / name).read_text(encoding="utf-8").splitlines()
