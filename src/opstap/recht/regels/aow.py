"""The pensionable age per date of birth (AOW art. 7a): the age of the calendar year in which a person reaches it.

Where no age is known yet (after the last year of the table) the last known age is used; `bekend_tot()` says until when.
A day that does not exist in the month of arrival (30 November + 3 months) becomes the first day after it: only then
are the months full.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

from opstap.kern.content import InhoudFout, require
from opstap.kern.content import load as load_content
from opstap.recht.regels.bedragen import MAP

_ROW: dict[str, Any] = {"jaar": int, "jaren": int, "maanden": int, "bron": str, "staat": str}


@dataclass(frozen=True, slots=True)
class Leeftijd:
    """The pensionable age in one calendar year: whole years and months."""

    jaar: int
    jaren: int
    maanden: int
    bron: str


@lru_cache(maxsize=8)
def leeftijden(directory: Path | None = None) -> tuple[Leeftijd, ...]:
    """The table, oldest year first. Raises InhoudFout when a year is missing or an age goes down."""
    path = (directory or MAP) / "aow.yaml"
    document = load_content(path)
    require(path, document, {"eigenaar": str, "herzien_voor": date, "bronnen": dict, "leeftijden": list})
    result: list[Leeftijd] = []
    for row in document["leeftijden"]:
        require(path, row, _ROW)
        if row["bron"] not in document["bronnen"]:
            raise InhoudFout(path, row.line, f"de bron {row['bron']} staat niet onder bronnen")
        age = Leeftijd(row["jaar"], row["jaren"], row["maanden"], str(document["bronnen"][row["bron"]]))
        if not 0 <= age.maanden < 12:
            raise InhoudFout(path, row.line, f"maanden is {age.maanden}; dat hoort 0 tot en met 11 te zijn")
        if result and age.jaar != result[-1].jaar + 1:
            raise InhoudFout(path, row.line, f"na {result[-1].jaar} hoort {result[-1].jaar + 1}, hier staat {age.jaar}")
        if result and (age.jaren, age.maanden) < (result[-1].jaren, result[-1].maanden):
            raise InhoudFout(path, row.line, f"de leeftijd van {age.jaar} is lager dan die van {age.jaar - 1}")
        result.append(age)
    if not result:
        raise InhoudFout(path, None, "hier staan geen leeftijden")
    return tuple(result)


def bekend_tot(directory: Path | None = None) -> int:
    """The last calendar year for which the age has been fixed."""
    return leeftijden(directory)[-1].jaar


def aow_datum(geboortedatum: date, directory: Path | None = None) -> date:
    """The day on which the person reaches the pensionable age."""
    return _arrival(geboortedatum, directory)[1]


def aow_leeftijd(geboortedatum: date, directory: Path | None = None) -> tuple[int, int]:
    """The age at which the person reaches it, as (years, months)."""
    age = _arrival(geboortedatum, directory)[0]
    return age.jaren, age.maanden


def heeft_aow_leeftijd(geboortedatum: date, on: date, directory: Path | None = None) -> bool:
    """Whether the person has reached the pensionable age on this day."""
    return aow_datum(geboortedatum, directory) <= on


@lru_cache(maxsize=4096)
def _arrival(birth: date, directory: Path | None) -> tuple[Leeftijd, date]:
    table = leeftijden(directory)
    for age in table:
        day = _add(birth, age)
        if day.year <= age.jaar:
            return age, day
    return table[-1], _add(birth, table[-1])


def _add(birth: date, age: Leeftijd) -> date:
    months = birth.month - 1 + age.maanden
    year, month = birth.year + age.jaren + months // 12, months % 12 + 1
    try:
        return date(year, month, birth.day)
    except ValueError:
        return date(year, month, 28) + timedelta(days=_days_left(year, month))


def _days_left(year: int, month: int) -> int:
    """Days from the 28th to the first of the next month."""
    first_of_next = date(year + month // 12, month % 12 + 1, 1)
    return (first_of_next - date(year, month, 28)).days
