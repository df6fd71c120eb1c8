"""Relations between published amounts that hold on every date; a file that breaks one is refused at load.

Amounts in whole cents. Source: Participatiewet art. 20-24 and 34, checked on 18 dates from 2018-01 to 2026-07.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from opstap.kern.geld import Geld, divide_half_up

Amounts = Mapping[str, tuple[int, int | None]]
Fault = tuple[str, str]

# (row, the rows it follows from, how, how many cents it may differ, the relation in words)
_RELATIONS: tuple[tuple[str, tuple[str, ...], Callable[..., int], int, str], ...] = (
    ("norm.20.1.b", ("norm.20.1.a",), lambda a: 2 * a, 0, "2 × 20.1.a"),
    ("norm.20.2.a", ("norm.20.1.a",), lambda a: a, 0, "20.1.a"),
    ("norm.20.1.c", ("norm.21.b", "norm.20.1.a"), lambda b, a: divide_half_up(b, 2) + a, 0, "21.b / 2 + 20.1.a"),
    ("norm.20.2.b", ("norm.22a.3.a", "norm.20.1.a"), lambda b, a: b + a, 0, "22a.3.a + 20.1.a"),
    ("norm.20.2.c", ("norm.21.b", "norm.22a.3.a"), lambda b, a: divide_half_up(b, 2) + a, 0, "21.b / 2 + 22a.3.a"),
    ("norm.22a.3.b", ("norm.20.1.a",), lambda a: a, 0, "20.1.a"),
    ("norm.22.c", ("norm.22.b",), lambda b: b, 0, "22.b"),
    ("vermogen.grens.gehuwd_of_kind", ("vermogen.grens.alleenstaand",), lambda a: 2 * a, 0, "2 × alleenstaande"),
    ("pensioen.33_5.gehuwd", ("pensioen.33_5.alleenstaand",), lambda a: 2 * a, 0, "2 × alleenstaande"),
    ("norm.21.a", ("norm.21.b",), lambda b: divide_half_up(b * 70, 100), 1, "70 % van 21.b"),
)


def first_broken(amounts: Amounts) -> Fault | None:
    """The first broken relation as (row, sentence with expected and found), or None when all hold."""
    for row, sources, work_out, allowed, words in _RELATIONS:
        if row in amounts and all(source in amounts for source in sources):
            expected = work_out(*(amounts[source][0] for source in sources))
            fault = _compare(row, amounts[row][0], expected, allowed, words)
            if fault:
                return fault
    return _broken_kostendeler(amounts) or _broken_excl(amounts)


def kostendelersnorm(number: int, base_cents: int) -> int:
    """Art. 22a lid 1: (40 % + A × 30 %) / A × B for one person, halves rounded up once at the end."""
    return divide_half_up(base_cents * (40 + number * 30), 100 * number)


def _broken_kostendeler(amounts: Amounts) -> Fault | None:
    for row, (found, _) in amounts.items():
        if row.startswith("kostendeler."):
            _, base, number = row.split(".")
            source = f"norm.{base[:2]}.{base[2:]}"
            if source in amounts:
                expected = kostendelersnorm(int(number), amounts[source][0])
                fault = _compare(row, found, expected, 0, f"(40 % + {number} × 30 %) / {number} × {source[5:]}")
                if fault:
                    return fault
    return None


def _broken_excl(amounts: Amounts) -> Fault | None:
    share = amounts.get("percentage.vakantietoeslag")
    if share is None:
        return None
    for row, (incl, excl) in amounts.items():
        if excl is not None:
            expected = divide_half_up(incl * (10_000 - share[0]), 10_000)
            words = f"zonder {share[0] / 100:g} % vakantietoeslag"
            fault = _compare(f"{row} excl", excl, expected, 1, words)
            if fault:
                return row, fault[1]
    return None


def _compare(row: str, found: int, expected: int, allowed: int, words: str) -> Fault | None:
    if abs(found - expected) <= allowed:
        return None
    return row, f"{row} klopt niet met {words}: verwacht {Geld(expected)}, gevonden {Geld(found)}"
