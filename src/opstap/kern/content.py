"""Content files (YAML under `inhoud/`): read with their line numbers, so that an error can name file, line and
fault.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import yaml

INHOUD = Path(__file__).resolve().parent.parent / "inhoud"
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class InhoudFout(Exception):
    """A content file is wrong: `file:line: what`. Raised at load, never while a person is being helped."""

    def __init__(self, path: Path | str, line: int | None, what: str) -> None:
        name = Path(path)
        shown = name.relative_to(INHOUD) if name.is_relative_to(INHOUD) else name
        super().__init__(f"inhoud/{shown}:{line or '?'}: {what}")


class Rij(dict[str, Any]):
    """A mapping from a content file that knows on which line it starts and on which line each key stands."""

    line: int = 0
    lines: dict[Any, int] = {}


class _RowLoader(_Loader):  # type: ignore[misc, valid-type]
    pass


def _row(loader: Any, node: Any) -> Rij:
    row = Rij()
    row.line = node.start_mark.line + 1
    row.lines = {}
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node, deep=True)
        if key in row:
            raise yaml.constructor.ConstructorError(None, None, f"sleutel {key!r} staat er twee keer",
                key_node.start_mark)
        row.lines[key] = key_node.start_mark.line + 1
        row[key] = loader.construct_object(value_node, deep=True)
    return row


def _text_float(loader: Any, node: Any) -> str:
    """A number with a point stays text: content holds money and shares, and neither may become a float."""
    return str(node.value)


_RowLoader.add_constructor("tag:yaml.org,2002:map", _row)
_RowLoader.add_constructor("tag:yaml.org,2002:float", _text_float)


def load(path: Path) -> Any:
    """The document in `path`: mappings as `Rij`, numbers with a point as text, dates as `date`. Raises InhoudFout."""
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_RowLoader)  # noqa: S506  a safe loader
    except OSError as error:
        raise InhoudFout(path, None, f"kan niet gelezen worden: {error.strerror}") from None
    except UnicodeDecodeError:
        raise InhoudFout(path, None, "is geen UTF-8") from None
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise InhoudFout(path, line, f"geen goede YAML: {error.problem}") from None


def require(path: Path, row: Any, keys: dict[str, type | tuple[type, ...]], optional: dict[str,
    Any] | None = None) -> None:
    """Check that `row` is a mapping with exactly these keys and types; raises InhoudFout with the line."""
    if not isinstance(row, Rij):
        raise InhoudFout(path, None, "hier hoort een blok met sleutels te staan")
    for key, kind in keys.items():
        if key not in row:
            raise InhoudFout(path, row.line, f"sleutel {key} ontbreekt")
        if not isinstance(row[key], kind):
            raise InhoudFout(path, row.line, f"{key} heeft de verkeerde vorm: {row[key]!r}")
    for key in row:
        if key not in keys and key not in (optional or {}):
            raise InhoudFout(path, row.line, f"sleutel {key} ken ik niet")


def is_outdated(row: Rij, on: date) -> bool:
    """Whether the review-by date (`herzien_voor`) of a piece of content has passed."""
    until = row.get("herzien_voor")
    return isinstance(until, date) and until < on
