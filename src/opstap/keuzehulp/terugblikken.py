"""Which looks back are due, and asking them: part of the daily work."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from opstap.kern import clock
from opstap.kern.actie import NietMogelijk
from opstap.keuzehulp.actions.ask_terugblik import AskTerugblik
from opstap.keuzehulp.models import Plan, Terugblik
from opstap.keuzehulp.voortgang import NA_MAANDEN

NOG_OP_TIJD = timedelta(weeks=6)
"""Later than this the moment has gone: an answer would be about another month."""
RUST = timedelta(weeks=4)
"""Nobody is asked twice within four weeks, also not after two choices."""


def after_months(day: date, months: int) -> date:
    """The same day so many months later, or the last day of that month."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def ask_due() -> int:
    """Ask each person whose day has come; returns how many were asked. Running it again asks nobody twice."""
    today, asked = clock.today(), 0
    oldest = after_months(today, -max(NA_MAANDEN)) - NOG_OP_TIJD - timedelta(days=3)
    rows = Plan.objects.filter(gemaakt_op__date__gte=oldest).exclude(keuze__optie="")
    for plan in rows.select_related("inwoner__gemeente", "gemeente", "keuze__gesprek").iterator():
        due = _due(plan, today)
        if due is None or _asked_lately(plan):
            continue
        try:
            AskTerugblik(door=None, gemeente=plan.gemeente, plan=plan, maanden=due).run()
            asked += 1
        except NietMogelijk:
            continue  # another worker was first
    return asked


def _due(plan: Plan, today: date) -> int | None:
    """The number of months that is due and was not asked yet."""
    made = plan.gemaakt_op.astimezone(clock.AMSTERDAM).date()
    for months in NA_MAANDEN:
        day = after_months(made, months)
        if day <= today <= day + NOG_OP_TIJD and not plan.terugblikken.filter(maanden=months).exists():
            return months
    return None


def _asked_lately(plan: Plan) -> bool:
    since = clock.now() - RUST
    rows = Terugblik.objects.filter(gemeente=plan.gemeente, plan__inwoner=plan.inwoner)
    return rows.filter(gevraagd_op__gt=since).exists()
