"""The stand-in for DigiD is a program of its own: its pages must load without the models of the product."""

from __future__ import annotations

import os
import subprocess
import sys

LOAD = """
import django
django.setup()
from django.template import engines
from pathlib import Path
import opstap.koppelingen.oefening as here
found = sorted((Path(here.__file__).parent / "templates").rglob("*.html")) + [None]
for path in found:
    engines["django"].from_string(path.read_text() if path else "{{ 'x'|zin }}")
print(len(found))
"""


def test_its_pages_load_with_its_own_settings() -> None:
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "opstap.project.settings.oefening"}
    made = subprocess.run([sys.executable, "-c", LOAD], env=environment, capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stderr[-800:]
    assert int(made.stdout) >= 1
