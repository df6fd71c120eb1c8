"""The work list: who waits longest first. Two queries for the rows, whatever the size of the municipality."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from opstap.aanvraag.models import Aanvraag
from opstap.contact.models import Terugbelverzoek
from opstap.kern import clock
from opstap.kern.models import Gemeente

PER_BLADZIJDE = 50


def work_list(gemeente: Gemeente, page: int = 1) -> dict[str, Any]:
    """What the municipality must do and what inwoners may do, 50 rows a page."""
    ours = _rows(gemeente, Aanvraag.AanZet.GEMEENTE)
    start = (max(page, 1) - 1) * PER_BLADZIJDE
    rows = list(ours[start : start + PER_BLADZIJDE + 1])
    return {
        "rijen": rows[:PER_BLADZIJDE], "meer": len(rows) > PER_BLADZIJDE, "bladzijde": max(page, 1),
        "wachtend": list(_rows(gemeente, Aanvraag.AanZet.INWONER)[:10]) if page <= 1 else [],
        "bellen": list(calls(gemeente)[:10]), "vandaag": clock.today(),
    }  # fmt: skip


def calls(gemeente: Gemeente) -> QuerySet[Terugbelverzoek]:
    """Who asked to be called and was not called yet, oldest first."""
    rows = Terugbelverzoek.objects.filter(gemeente=gemeente, gebeld_op=None).select_related("inwoner")
    return rows.order_by("gevraagd_op")


def find(gemeente: Gemeente, naam: str) -> list[Aanvraag]:
    """Newest applications of people whose name holds all the words typed; at most 20."""
    rows = Aanvraag.objects.filter(gemeente=gemeente).select_related("dossier__inwoner", "consulent")
    for word in naam.split()[:4]:
        by_first = rows.filter(dossier__inwoner__voornaam__icontains=word)
        rows = by_first | rows.filter(dossier__inwoner__achternaam__icontains=word) | rows.filter(nummer__endswith=word)
    return list(rows.order_by("-begonnen_op")[:20]) if naam.split() else []


def _rows(gemeente: Gemeente, turn: str) -> QuerySet[Aanvraag]:
    rows = Aanvraag.objects.filter(gemeente=gemeente, aan_zet=turn).select_related("dossier__inwoner", "consulent")
    return rows.order_by("aan_zet_sinds", "id")
