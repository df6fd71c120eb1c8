"""The few operations rules are written in: each works on one household (int, bool) and on columns (numpy arrays) alike.

Days are ordinals (`date.toordinal()`, 0 = no date), money is whole cents, percentages are hundredths of a percent.
numpy is imported at the first column, so that one household starts fast.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Any

ONBEKEND = -1_000_000_000
"""An amount no source is known for. It stays below zero in every sum, so that a rule can tell (`< 0`)."""
ONBEPERKT = 10**12
_EERSTE_DAG, _LAATSTE_DAG = date(1880, 1, 1).toordinal(), date(2120, 12, 31).toordinal()


def kies(voorwaarde: Any, ja: Any, nee: Any) -> Any:
    """`ja` where the condition holds, else `nee`."""
    if voorwaarde is True:
        return ja
    if voorwaarde is False:
        return nee
    np = _numpy()
    small = _small(ja) or _small(nee)
    if not small:
        return np.where(voorwaarde, ja, nee)
    if small == "bool":
        return (voorwaarde & ja) | (nee & ~voorwaarde)
    # numpy chooses between narrow columns slowly; with bits it is four quick steps
    return nee ^ ((ja ^ nee) & -voorwaarde.astype(small))


def _small(waarde: Any) -> str:
    """The narrow kind of a column: "bool", "int8", "int16" or "int32"; empty for whole amounts and single values."""
    dtype = getattr(waarde, "dtype", None)
    return "" if dtype is None or dtype.itemsize == 8 else str(dtype)


def niet(voorwaarde: Any) -> Any:
    """The opposite of a condition."""
    return voorwaarde ^ True


def getal(voorwaarde: Any) -> Any:
    """0 or 1, so that conditions can be added up. Small numbers in a column: for codes, never times an amount."""
    return int(voorwaarde) if voorwaarde is True or voorwaarde is False else voorwaarde.view(_numpy().int8)


def breed(code: Any) -> Any:
    """A small number wide enough to count with in a column."""
    return code if type(code) is int else code.astype(_numpy().int64)


def minimum(een: Any, ander: Any) -> Any:
    """The smaller of two."""
    if type(een) is int and type(ander) is int:
        return een if een < ander else ander
    return _numpy().minimum(een, ander)


def maximum(een: Any, ander: Any) -> Any:
    """The larger of two."""
    if type(een) is int and type(ander) is int:
        return een if een > ander else ander
    return _numpy().maximum(een, ander)


def half_up(teller: Any, noemer: Any) -> Any:
    """`teller / noemer` to a whole cent, halves upward. For amounts of zero and more; ONBEKEND stays below zero."""
    return (2 * teller + noemer) // (2 * noemer)


def deel(bedrag: Any, procent: Any) -> Any:
    """A share of an amount, in hundredths of a percent, to a whole cent."""
    return (bedrag * procent + 5_000) // 10_000


def tabel(waarden: Sequence[int], plaats: Any) -> Any:
    """The value at a place in a small table of the law."""
    if type(plaats) is int:
        return waarden[plaats]
    return _tabel_array(tuple(waarden)).take(plaats)


def tel(waarden: Any, grenzen: Any) -> Any:
    """How many of the members of each household fit. `grenzen`: the start of each household's members in a column."""
    if isinstance(waarden, tuple):
        return sum(waarden)
    if not waarden.any():
        return _numpy().zeros(len(grenzen) - 1, _numpy().int64)
    opgeteld = _numpy().empty(len(waarden) + 1, _numpy().int64)
    opgeteld[0] = 0
    waarden.cumsum(out=opgeteld[1:])
    tot = opgeteld[grenzen]
    return tot[1:] - tot[:-1]


def plus_maanden(dag: Any, maanden: int) -> Any:
    """The same day so many months on (or back); the last day of the month where that day does not exist."""
    if isinstance(dag, int):
        return _maanden_verder(dag, maanden)
    return _maandentabel(maanden).take(dag - _EERSTE_DAG, mode="clip")


def volle_jaren(geboren: Any, dag: int) -> Any:
    """Whole years between a day of birth and a day; 0 where the birth is not known."""
    on = date.fromordinal(dag)
    if type(geboren) is int:
        birth = date.fromordinal(max(geboren, 1))
        return on.year - birth.year - ((on.month, on.day) < (birth.month, birth.day)) if geboren else 0
    np = _numpy()
    born = (geboren.astype(np.int64) - date(1970, 1, 1).toordinal()).astype("M8[D]")
    month = born.astype("M8[M]").astype(np.int64)
    day_of_month = (born - born.astype("M8[M]").astype("M8[D]")).astype(np.int64) + 1
    past = (on.year - 1970) * 12 + on.month - 1 - month - (day_of_month > on.day)
    return np.where(geboren > 0, past // 12, 0)


@lru_cache(maxsize=4096)
def _maanden_verder(dag: int, maanden: int) -> int:
    begin = date.fromordinal(max(dag, 1))
    jaar, maand = divmod(begin.year * 12 + begin.month - 1 + maanden, 12)
    if jaar < 1:
        return 1
    return date(jaar, maand + 1, min(begin.day, monthrange(jaar, maand + 1)[1])).toordinal()


@lru_cache(maxsize=8)
def _maandentabel(maanden: int) -> Any:
    np = _numpy()
    dagen = np.arange(_EERSTE_DAG, _LAATSTE_DAG + 1) - date(1970, 1, 1).toordinal()
    begin = dagen.astype("M8[D]").astype("M8[M]")
    in_maand = dagen.astype("M8[D]") - begin.astype("M8[D]")
    doel = begin + maanden
    laatste = (doel + 1).astype("M8[D]") - np.timedelta64(1, "D")
    nieuw = np.minimum(doel.astype("M8[D]") + in_maand, laatste)
    return (nieuw.astype(np.int64) + date(1970, 1, 1).toordinal()).astype(np.int32)


@lru_cache(maxsize=256)
def _tabel_array(waarden: tuple[int, ...]) -> Any:
    np = _numpy()
    return np.array(waarden, np.bool_ if isinstance(waarden[0], bool) else np.int64)


@lru_cache(maxsize=1)
def _numpy() -> Any:
    import numpy as np

    return np
