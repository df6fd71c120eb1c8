"""`opstap beheer …`: Django's own commands, with Opstap's settings."""

from __future__ import annotations

import os
from collections.abc import Sequence


def main(arguments: Sequence[str]) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "opstap.project.settings.base")
    from django.core.management import execute_from_command_line

    execute_from_command_line(["opstap beheer", *arguments])
    return 0
