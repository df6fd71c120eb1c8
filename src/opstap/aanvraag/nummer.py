"""The number on the receipt: year and a running number per municipality, without gaps."""

from __future__ import annotations

from opstap.aanvraag.models import Aanvraagnummer
from opstap.kern import clock
from opstap.kern.models import Gemeente


def next_nummer(gemeente: Gemeente) -> str:
    """The next number, for example 2026-000123. Must run inside the transaction that uses it."""
    year = clock.today().year
    Aanvraagnummer.objects.get_or_create(gemeente=gemeente, jaar=year)
    row = Aanvraagnummer.objects.select_for_update().get(gemeente=gemeente, jaar=year)
    row.laatste += 1
    row.save(update_fields=["laatste"])
    return f"{year}-{row.laatste:06d}"
