"""The tags of a page load no model: the stand-in for DigiD draws its pages with them and has no database."""

from __future__ import annotations

import os
import subprocess
import sys


def test_the_stand_in_for_digid_can_load_the_tags_of_a_page() -> None:
    code = "import django; django.setup(); import opstap.onderdelen.templatetags.onderdelen"
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "opstap.project.settings.oefening"}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-800:]
