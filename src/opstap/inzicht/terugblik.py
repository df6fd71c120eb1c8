"""How it went after a choice, as people told it themselves: groups of 25 and more, over quarters that have passed.

Counts are no effect (see `keuzehulp.metingen`): they are told to policy, never used in the order of the options.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time

from opstap.inzicht.verscheidenheid import ROND, quarter_of, rounded
from opstap.kern import clock
from opstap.kern.models import Gemeente
from opstap.keuzehulp.metingen import Uitkomstgroep, recorded


def outcomes(gemeente: Gemeente) -> list[Uitkomstgroep]:
    """Per kind of help and number of months; people and "of 100" are rounded: a page does not move by one person."""
    begin = datetime.combine(quarter_of(clock.today()).van, time(), tzinfo=clock.AMSTERDAM)
    return [
        replace(one, mensen=rounded(one.mensen) or ROND, werk_van_de_100=ROND * round(one.werk_van_de_100 / ROND))
        for one in recorded(gemeente, begin)
    ]
