"""The layers of the house hold, and no room stands outside them."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

from tests.bewaking.house import BRON, ROOT

OUTSIDE = {"inhoud"}  # content, no code


def test_every_import_goes_down():
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_every_room_has_its_layer():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = next(each for each in settings["tool"]["importlinter"]["contracts"] if each["type"] == "layers")["layers"]
    placed = {part.strip().removeprefix("opstap.") for layer in layers for part in layer.split("|")}
    rooms = {path.parent.name for path in BRON.glob("*/__init__.py")}
    assert rooms - OUTSIDE == placed
