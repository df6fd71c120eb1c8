"""How it went, counted for groups: the only way in which outcomes of people come near "hier gemeten".

Counts are no effect: who chose a kind of help differs from who did not. What may be shown is decided by
`methode.gemeten`, over an estimate that a municipality hands in with its checks; these counts say whether there are
people enough behind it. No row here names a person, and a group below 25 does not exist.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from opstap.kern.models import Gemeente
from opstap.keuzehulp.methode.gemeten import MINSTENS, Meting
from opstap.keuzehulp.voortgang import Terugblik


@dataclass(frozen=True, slots=True)
class Uitkomstrij:
    """One answer to "how is it going?": which help was chosen, after how many months, and whether there is work."""

    instrument: str
    maanden: int
    werkt: bool


@dataclass(frozen=True, slots=True)
class Uitkomstgroep:
    """People of one municipality who chose the same help, the same time ago: how many, and how many of 100 work."""

    instrument: str
    maanden: int
    mensen: int
    werk_van_de_100: int


def recorded(gemeente: Gemeente, voor: datetime | None = None) -> list[Uitkomstgroep]:
    """The groups of this municipality, of what people answered themselves. `voor`: only what was told before then."""
    answered = Terugblik.objects.filter(gemeente=gemeente).exclude(beantwoord_op=None).exclude(werk="")
    if voor is not None:
        answered = answered.filter(beantwoord_op__lt=voor)
    rows = answered.values_list("plan__keuze__optie", "maanden", "werk")
    return groups(Uitkomstrij(optie, maanden, werk == "ja") for optie, maanden, werk in rows if optie)


def groups(rows: Iterable[Uitkomstrij]) -> list[Uitkomstgroep]:
    """The groups of 25 and more. Smaller ones are not counted, shown or learned from."""
    people: Counter[tuple[str, int]] = Counter()
    working: Counter[tuple[str, int]] = Counter()
    for row in rows:
        people[row.instrument, row.maanden] += 1
        working[row.instrument, row.maanden] += row.werkt
    return [
        Uitkomstgroep(*key, count, round(100 * working[key] / count))
        for key, count in sorted(people.items())
        if count >= MINSTENS
    ]


def backed(metingen: Sequence[Meting], found: Iterable[Uitkomstgroep]) -> list[Meting]:
    """The local results that have their people here: as many recorded outcomes as the estimate says it used."""
    there: Mapping[tuple[str, int], int] = {(one.instrument, one.maanden): one.mensen for one in found}
    return [one for one in metingen if there.get((one.instrument, one.termijn_maanden), 0) >= one.n_met]
