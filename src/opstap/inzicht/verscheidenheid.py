"""Does every kind of help get a chance? Counts over whole quarters that have passed, never over a person.

How nobody can be recognised, also not by comparing pages:
- only whole calendar quarters that are over: no window can be laid over another, and a page does not move day by day;
- people are counted, not talks; nothing at all below 25 people;
- every count is rounded to a multiple of five, the total too; one to four are not told, and where that happens in a
  column the smallest other count goes with them, so that nothing can be worked out from the total; a column of which
  nothing would be left is a quarter of which nothing is told.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from opstap.kern import clock
from opstap.kern.models import Gemeente
from opstap.keuzehulp.actions.choose import EIGEN_IDEE
from opstap.keuzehulp.gaten import Gatregel, gaps
from opstap.keuzehulp.methode.laden import catalogus
from opstap.keuzehulp.methode.model import Instrument
from opstap.keuzehulp.methode.volgorde import exposure
from opstap.keuzehulp.models import Keuze

__all__ = ["EIGEN_IDEE", "Kwartaal", "Verscheidenheid", "diversity", "quarters", "supply_gaps"]
KLEIN = 5
ROND = 5
MINSTENS = 25
NOG_NIET = "nog-niet"


@dataclass(frozen=True, slots=True, order=True)
class Kwartaal:
    """A quarter of a calendar year."""

    jaar: int
    nummer: int

    @property
    def van(self) -> date:
        return date(self.jaar, 3 * self.nummer - 2, 1)

    @property
    def na(self) -> date:
        """The first day after it."""
        return self.volgend.van

    @property
    def volgend(self) -> Kwartaal:
        return Kwartaal(self.jaar + 1, 1) if self.nummer == 4 else Kwartaal(self.jaar, self.nummer + 1)

    @property
    def code(self) -> str:
        return f"{self.jaar}-{self.nummer}"


@dataclass(frozen=True, slots=True)
class Telling:
    """One kind of help: how many people had it on the table and how many chose it, rounded. None: not told."""

    sleutel: str
    naam: str
    getoond: int | None
    gekozen: int | None


@dataclass(frozen=True, slots=True)
class Verscheidenheid:
    """All that is told about one quarter. `regels` None: too few people."""

    kwartaal: Kwartaal
    regels: tuple[Telling, ...] | None
    mensen: int = 0
    gini: str = ""
    vooraan: int = 0
    """Of 100 talks: how many had the help that stood first most often in the first place, rounded to five."""
    nooit: tuple[str, ...] = ()


def quarter_of(day: date) -> Kwartaal:
    return Kwartaal(day.year, (day.month + 2) // 3)


def quarters(gemeente: Gemeente) -> list[Kwartaal]:
    """The quarters that are over, newest first, from the first choice on."""
    first = Keuze.objects.filter(gemeente=gemeente).order_by("gekozen_op").values_list("gekozen_op", flat=True).first()
    if first is None:
        return []
    one, now = quarter_of(first.astimezone(clock.AMSTERDAM).date()), quarter_of(clock.today())
    found = []
    while one < now:
        found.append(one)
        one = one.volgend
    return found[::-1]


def diversity(gemeente: Gemeente, kwartaal: Kwartaal, taal: str = "nl") -> Verscheidenheid:
    """What was on the table and what was chosen in this quarter. Nothing for a quarter that still runs."""
    if kwartaal >= quarter_of(clock.today()):
        return Verscheidenheid(kwartaal, None)
    here = Keuze.objects.filter(gemeente=gemeente)
    here = here.filter(gekozen_op__gte=_begin(kwartaal.van), gekozen_op__lt=_begin(kwartaal.na))
    rows = list(here.values_list("gesprek__inwoner_id", "getoond", "optie", "ernaast"))
    people = {person for person, *_ in rows}
    if len(people) < MINSTENS:
        return Verscheidenheid(kwartaal, None)
    shown: dict[str, set[UUID]] = defaultdict(set)
    chosen: dict[str, set[UUID]] = defaultdict(set)
    for person, table, choice, beside in rows:
        for key in table:
            shown[key].add(person)
        for key in (choice or NOG_NIET, *beside):
            chosen[key].add(person)
    counted = _counts(shown), _counts(chosen)
    return _told(kwartaal, [table for _, table, _, _ in rows], len(people), *counted, catalogus(taal).instrumenten)


def _told(
    kwartaal: Kwartaal, tables: Iterable[list[str]], people: int, shown: Mapping[str, int], chosen: Mapping[str, int],
    known: Mapping[str, Instrument],
) -> Verscheidenheid:  # fmt: skip
    main = [key for key, one in known.items() if one.rol == "hoofdstap"]
    names = {key: one.naam for key, one in known.items()} | {EIGEN_IDEE: "", NOG_NIET: ""}
    keys = [key for key in names if shown.get(key) or chosen.get(key)]
    one, two = (hidden({key: counts.get(key, 0) for key in keys}) for counts in (shown, chosen))
    if not any(one.values()) or not any(two.values()):
        return Verscheidenheid(kwartaal, None)
    rows = [Telling(key, names[key], one[key], two[key]) for key in keys]
    rows.sort(key=lambda row: (-(row.getoond or 0), -(row.gekozen or 0), row.naam.casefold()))
    gini, top = exposure(tables, main)
    never = tuple(sorted((known[key].naam for key in main if not shown.get(key)), key=str.casefold))
    return Verscheidenheid(kwartaal, tuple(rows), _round(people), f"{round(gini * 20) / 20:.2f}".replace(".", ","),
        _round(round(100 * top)), never)  # fmt: skip


def supply_gaps(gemeente: Gemeente, taal: str = "nl") -> list[Gatregel]:
    """The kinds of help for which there is no place that is free and sure."""
    return gaps(gemeente, taal)


def hidden(counts: Mapping[str, int]) -> dict[str, int | None]:
    """A column as it may be told: rounded, without one to four, and then also without the smallest other count.

    Nobody can tell which of the counts that are left out is the larger one: so each of them can be more than one thing.
    """
    told = {key: rounded(count) for key, count in counts.items()}
    others = [key for key, count in told.items() if count]
    if None in told.values() and others:
        told[min(others, key=lambda key: (counts[key], key))] = None
    return told


def rounded(count: int) -> int | None:
    """A count as it may be told: 0, a multiple of five, or None for one to four."""
    return None if 0 < count < KLEIN else _round(count)


def _round(count: int) -> int:
    return ROND * ((count + ROND // 2) // ROND)


def _counts(people: Mapping[str, set[UUID]]) -> Counter[str]:
    return Counter({key: len(found) for key, found in people.items()})


def _begin(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=clock.AMSTERDAM)
