"""What every template can use."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from opstap.kern import clock


def gemeente(request: HttpRequest) -> dict[str, Any]:
    return {"gemeente": getattr(request, "gemeente", None), "vandaag": clock.today()}
