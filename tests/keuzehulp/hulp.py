"""A talk with a choice and a plan, for the tests of what comes after."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from opstap.inwoner.models import Inwoner
from opstap.kern import clock
from opstap.keuzehulp.actions.choose import Choose
from opstap.keuzehulp.actions.fill_gesprek import FillGesprek
from opstap.keuzehulp.models import Plan
from tests.spelers import Cast


def make_plan(cast: Cast, inwoner: Inwoner | None = None, **said: Any) -> Plan:
    """Karim (or another) fills in his sheet and chooses a step with Farida, today."""
    who = inwoner or cast.karim
    same = {"gemeente": cast.gemeente}
    sheet = FillGesprek(door=who.account, inwoner=who, eigen_woorden="Rustig aan.", **same).run()
    rest = {
        "optie": "orientatie", "wie": "samen", "reden": "Ik wil kijken.", "doel": "Weten wat past.",
        "eerste_stap": "Bellen", "stap_wie": "Karim", "evaluatie_op": clock.today() + timedelta(days=60),
    }  # fmt: skip
    plan: Plan = Choose(door=cast.farida, gesprek=sheet, **same, **(rest | said)).run().plan
    return plan
