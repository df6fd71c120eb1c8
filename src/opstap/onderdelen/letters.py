"""Brings the letter Atkinson Hyperlegible (OFL) from its package into the static files; nothing of it is committed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage, Storage

MAP = "opstap/letters"
PAKKET = Path(str(files("fontpkg_atkinson_hyperlegible")))
BESTANDEN = {
    "AtkinsonHyperlegible-Regular.ttf": PAKKET / "files",
    "AtkinsonHyperlegible-Bold.ttf": PAKKET / "files",
    "LICENSE": PAKKET,
}


class Letters(BaseFinder):
    """The two weights that the pages use, and their licence."""

    def check(self, **kwargs: Any) -> list[Any]:
        return []

    def find(self, path: str, find_all: bool = False, **kwargs: Any) -> Any:
        folder, _, name = path.rpartition("/")
        found = str(BESTANDEN[name] / name) if folder == MAP and name in BESTANDEN else None
        if find_all:
            return [found] if found else []
        return found or []

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, Storage]]:
        for name, folder in BESTANDEN.items():
            storage = FileSystemStorage(location=str(folder))
            storage.prefix = MAP  # type: ignore[attr-defined]
            yield name, storage
