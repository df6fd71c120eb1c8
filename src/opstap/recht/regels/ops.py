"""The few operations rules are written in: each works on one household (int, bool) and on columns (numpy arrays) alike.

Days are ordinals (`date.toordinal()`, 0 = no date), money is whole cents, percentages are hundredths of a percent.
numpy is imported at the first column, so that one household starts fast. Columns of amounts are int32 where every
amount is below SMAL_TOT, else int64; no step here leaves int32 (see docs/adr/recht-kolommen.md).
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache
from math import gcd
from typing import Any

SMAL_TOT = 1 << 25
"""Below this many cents (€ 335,544.32) an amount stands in a narrow column: sums of all incomes then fit as well."""
ONBEKEND = -(1 << 23)
"""An amount no source is known for. It stays below zero in every sum of norms, so that a rule can tell (`< 0`), and a
few of them together, times a share, still fit in a narrow column."""
ONBEPERKT = 2_000_000_000
_EERSTE_DAG, _LAATSTE_DAG = date(1880, 1, 1).toordinal(), date(2120, 12, 31).toordinal()


def kies(voorwaarde: Any, ja: Any, nee: Any) -> Any:
    """`ja` where the condition holds, else `nee`."""
    if voorwaarde is True:
        return ja
    if voorwaarde is False:
        return nee
    # numpy.where guesses the branch for each row; arithmetic does not guess. bool has a sum of its own.
    if _is_bool(ja) and _is_bool(nee):
        if nee is False:
            return voorwaarde & ja
        return (voorwaarde & ja) | (nee & ~voorwaarde)
    if type(ja) is int and type(nee) is int:
        return voorwaarde.astype(_numpy().int32) * (ja - nee) + nee
    if type(nee) is int and nee == 0:
        return ja * voorwaarde
    return (ja - nee) * voorwaarde + nee


def _is_bool(waarde: Any) -> bool:
    return waarde is True or waarde is False or getattr(getattr(waarde, "dtype", None), "kind", "") == "b"


def en(een: Any, ander: Any) -> Any:
    """Both. In a column a yes or no that holds for everybody costs nothing; `&` is slow there (see `of`)."""
    if een is True or ander is False:
        return ander
    return een if een is False or ander is True else een & ander


def of(een: Any, ander: Any) -> Any:
    """One of the two. For what can hold for everybody, such as a fact of a partner in a block without couples: numpy
    takes twenty times as long for `column | False` as for two columns."""
    if een is True or ander is False:
        return een
    return ander if een is False or ander is True else een | ander


def niet(voorwaarde: Any) -> Any:
    """The opposite of a condition."""
    return not voorwaarde if voorwaarde is True or voorwaarde is False else ~voorwaarde


def getal(voorwaarde: Any) -> Any:
    """0 or 1, so that conditions can be added up. Small numbers in a column: for codes, never times an amount."""
    return int(voorwaarde) if voorwaarde is True or voorwaarde is False else voorwaarde.view(_numpy().int8)


def breed(code: Any) -> Any:
    """A small number wide enough to be a place in a table in a column."""
    return code if type(code) is int else code.astype(_numpy().int16)


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
    if type(teller) is int:
        return (2 * teller + noemer) // (2 * noemer)
    heel = teller // noemer
    return heel + (2 * (teller - heel * noemer) >= noemer)


def deel(bedrag: Any, procent: Any) -> Any:
    """A share of an amount, in hundredths of a percent, to a whole cent."""
    if type(bedrag) is int and type(procent) is int:
        return (bedrag * procent + 5_000) // 10_000
    if type(procent) is int and 0 <= _breuk(procent)[0] <= 20:
        teller, noemer = _breuk(procent)
        return (bedrag * (2 * teller) + noemer) // (2 * noemer)
    if type(bedrag) is int:
        return ((procent.astype(_numpy().int64) * bedrag + 5_000) // 10_000).astype(_numpy().int32)
    # whole hundreds of euros apart from the rest: exactly the same, and it fits in a narrow column
    honderden = bedrag // 10_000
    return honderden * procent + ((bedrag - honderden * 10_000) * procent + 5_000) // 10_000


@lru_cache(maxsize=64)
def _breuk(procent: int) -> tuple[int, int]:
    """A share as the smallest fraction: 95 % is 19/20."""
    grootste = gcd(procent, 10_000)
    return procent // grootste, 10_000 // grootste


def tabel(waarden: Sequence[int], plaats: Any) -> Any:
    """The value at a place in a small table of the law."""
    if type(plaats) is int:
        return waarden[plaats]
    kept = _TABELLEN.get(id(waarden))
    if kept is None or kept[0] is not waarden:
        kept = _TABELLEN[id(waarden)] = (waarden, _tabel_array(waarden))
    return kept[1].take(plaats)


def tel(waarden: Any, leden: Any) -> Any:
    """How many of the members of each household fit. `leden`: for columns the household of each member (`Leden`)."""
    if isinstance(waarden, tuple):
        return sum(waarden)
    if not waarden.any():
        return 0
    np = _numpy()
    huizen = leden.eigenaar[waarden.nonzero()[0]]
    if 8 * len(huizen) > leden.aantal:
        return np.bincount(huizen, minlength=leden.aantal).astype(np.int16)
    aantal = np.zeros(leden.aantal, np.int16)
    np.add.at(aantal, huizen, 1)
    return aantal


def ergens(waarden: Any, leden: Any) -> Any:
    """Whether one of the members of each household fits: as `tel` is, and cheaper where few do."""
    if isinstance(waarden, tuple):
        return any(waarden)
    if not waarden.any():
        return False
    er_is = _numpy().zeros(leden.aantal, bool)
    er_is[leden.eigenaar[waarden.nonzero()[0]]] = True
    return er_is


def waar_nodig(functie: Callable[..., Any], plaatsen: Sequence[int], leeg: Any, *args: Any) -> Any:
    """A rule that gives 0 (`leeg`) where all the arguments at `plaatsen` are 0: worked out for the others only.

    One household: 0, or the rule. A column: the rows in which one of them is there, put back in their place.
    """
    np = None
    nodig: Any = False
    for plaats in plaatsen:
        arg = args[plaats]
        if type(arg) is int or arg is True or arg is False:
            if arg:
                return functie(*args)
            continue
        np = _numpy()
        er_is = arg if arg.dtype == bool else arg != 0
        nodig = er_is if nodig is False else nodig | er_is
    if np is None:
        return leeg
    rijen = nodig.nonzero()[0]
    if 2 * len(rijen) > len(nodig):
        return functie(*args)
    if not len(rijen):
        return leeg
    deel_van = functie(*[arg.take(rijen) if isinstance(arg, np.ndarray) else arg for arg in args])
    result = np.zeros(len(nodig), getattr(deel_van, "dtype", np.bool_ if leeg is False else np.int32))
    result[rijen] = deel_van
    return result


def plus_maanden(dag: Any, maanden: int) -> Any:
    """The same day so many months on (or back); the last day of the month where that day does not exist."""
    if isinstance(dag, int):
        return _maanden_verder(dag, maanden)
    return _maandentabel(maanden).take(dag - _EERSTE_DAG, mode="clip")


def eerste_werkdag(dag: Any) -> Any:
    """This day, or the first day after it on which a term can end: the calendar of `termijn`. No day stays no day."""
    if isinstance(dag, int):
        return _eerste_werkdag(dag)
    laatste = int(dag.max(initial=0))
    if not laatste:
        return dag
    jaar = date.fromordinal(laatste).year
    begin = date(jaar - 1, 1, 1).toordinal()
    if ((dag > 0) & (dag < begin)).any():
        begin = date.fromordinal(int(dag[dag > 0].min())).replace(month=1, day=1).toordinal()
    return _werkdagen(begin, jaar).take(_numpy().maximum(dag - (begin - 1), 0))


@lru_cache(maxsize=4096)
def _eerste_werkdag(dag: int) -> int:
    from opstap.termijn import kalender  # the holidays are slow to import, and few ask for them

    return kalender.eerste_werkdag(date.fromordinal(dag)).toordinal() if dag > 0 else 0


@lru_cache(maxsize=64)
def _werkdagen(begin: int, jaar: int) -> Any:
    """From a day to the end of a year: the first working day of each; the place before them is for no day."""
    eind = date(jaar, 12, 31).toordinal()
    return _numpy().array([0, *(_eerste_werkdag(dag) for dag in range(begin, eind + 1))], _numpy().int32)


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


_TABELLEN: dict[int, tuple[Sequence[int], Any]] = {}
"""Tables as columns, by identity: comparing thousands of numbers at each use would cost more than the use."""


def _tabel_array(waarden: Sequence[int]) -> Any:
    np = _numpy()
    if len(_TABELLEN) > 4096:
        _TABELLEN.clear()
    return np.array(waarden, np.bool_ if isinstance(waarden[0], bool) else np.int32)


@lru_cache(maxsize=1)
def _numpy() -> Any:
    import numpy as np

    return np
