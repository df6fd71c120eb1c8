"""The norms of the law as small tables of one day: by situation, child and the age classes of both (art. 20 to 24a).

They ask for amounts alone, so they are made once for everybody. Fractions stay whole until the end: the norm without
cost-sharing is kept in half cents, and one rounding, halves upward, makes the norm.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import lru_cache

from opstap.recht.regels.motor import regel
from opstap.recht.regels.ops import half_up

VANAF_2026 = date(2026, 1, 1)
Rij = Callable[[int, int, int, int], int]
MEESTE_PERSONEN = 44
"""More persons than the input can hold (`invoer.HOOGSTE_PERSONEN` and both adults)."""


def _per_plaats(vul: Rij) -> tuple[int, ...]:
    """54 places: situation (3) × child (2) × class of the first (3) × class of the second (3)."""
    return tuple(
        vul(s, kind, een, twee) for s in range(3) for kind in range(2) for een in range(3) for twee in range(3)
    )


def norm_sleutel(situatie: int, kind: int, een: int, twee: int) -> str:
    """The key of the amount in the law; for a partner without a right that of the couple of which half is due."""
    if situatie == 0:
        return (f"norm.20.{1 + kind}.a", "norm.21.a", "norm.22.a")[een]
    if situatie == 2:
        twee = een
    if een == 0 and twee == 0:
        return f"norm.20.{1 + kind}.b"
    if een == 0 or twee == 0:
        return f"norm.20.{1 + kind}.c"
    return ("norm.21.b", "norm.22.c", "norm.22.b")[(een == 2) + (twee == 2)]


NORM_SLEUTELS = tuple(
    norm_sleutel(s, kind, een, twee) for s in range(3) for kind in range(2) for een in range(3) for twee in range(3)
)


@regel("art. 20, 21, 22 en 24 Pw", soort="tabel")
def tabel_norm(
    norm_20_1_a: int,
    norm_20_1_b: int,
    norm_20_1_c: int,
    norm_20_2_a: int,
    norm_20_2_b: int,
    norm_20_2_c: int,
    norm_21_a: int,
    norm_21_b: int,
    norm_22_a: int,
    norm_22_b: int,
    norm_22_c: int,
    percentage_partner_zonder_recht: int,
) -> tuple[int, ...]:
    """The norm without cost-sharing, in half cents; with a partner without a right half that of a couple (art. 24)."""
    cents = {
        "norm.20.1.a": norm_20_1_a,
        "norm.20.1.b": norm_20_1_b,
        "norm.20.1.c": norm_20_1_c,
        "norm.20.2.a": norm_20_2_a,
        "norm.20.2.b": norm_20_2_b,
        "norm.20.2.c": norm_20_2_c,
        "norm.21.a": norm_21_a,
        "norm.21.b": norm_21_b,
        "norm.22.a": norm_22_a,
        "norm.22.b": norm_22_b,
        "norm.22.c": norm_22_c,
    }

    def vul(s: int, kind: int, een: int, twee: int) -> int:
        cent = cents[norm_sleutel(s, kind, een, twee)]
        return cent * 2 * percentage_partner_zonder_recht // 10_000 if s == 2 else cent * 2

    return _per_plaats(vul)


@regel("art. 22a lid 1 en 2 Pw", soort="tabel")
def tabel_grondslag(norm_21_b: int, norm_22_b: int, norm_22_c: int) -> tuple[int, ...]:
    """B of art. 22a: the norm of a couple, added up over each who is 21 or older and has a right."""

    def van(eigen: int, ander: int) -> int:
        return (0, norm_22_c if ander == 2 else norm_21_b, norm_22_b)[eigen]

    return _per_plaats(lambda s, _, een, twee: van(een, twee if s else 0) + (van(twee, een) if s == 1 else 0))


@regel("art. 22a lid 3 Pw", soort="tabel")
def tabel_jonge_partner(norm_22a_3_a: int, norm_22a_3_b: int) -> tuple[int, ...]:
    """The fixed part for a spouse of 18 to 20 beside one of 21 or older, in half cents."""
    return _per_plaats(
        lambda s, kind, een, twee: (
            2 * (norm_22a_3_a if kind else norm_22a_3_b) if s == 1 and (een == 0) != (twee == 0) else 0
        )
    )


@regel("art. 27 Pw", soort="tabel")
def tabel_27_kan(peildatum: int) -> tuple[bool, ...]:
    """Whether the norm is one of art. 20 or 21, the only ones art. 27 can lower."""
    return tuple(
        peildatum > 0 and place < 36 and not sleutel.startswith("norm.22")
        for place, sleutel in enumerate(NORM_SLEUTELS)
    )


@lru_cache(maxsize=64)
def _norm_tabel(
    norm: tuple[int, ...],
    grondslag: tuple[int, ...],
    jonge_partner: tuple[int, ...],
    vast: int,
    per_persoon: int,
    kind: int,
) -> tuple[int, ...]:
    """The norm at home in cents: by place, by how many share (0: nobody else), and by how the percentage is rounded.

    Alone: the norm, with a twelfth of the child amount where it is due. Shared by A: (40 % + A × 30 %) / A × B
    (art. 22a), with the fixed part of a young spouse. One rounding, halves upward.
    """
    result = []
    for place in range(54):
        extra = kind if place >= 45 else 0
        for procent_eerst in (False, True):
            result.append(half_up(12 * norm[place] + 2 * extra, 24))
            for deler in range(1, MEESTE_PERSONEN):
                procent = vast + per_persoon * deler
                if procent_eerst:
                    procent = half_up(procent, deler) * deler
                teller = 2 * grondslag[place] * procent + jonge_partner[place] * 10_000 * deler
                noemer = 20_000 * deler
                result.append(half_up(12 * teller + noemer * extra, 12 * noemer))
    return tuple(result)


@regel("art. 20 lid 3 Pw", soort="tabel", vanaf=VANAF_2026)
def tabel_jongerenverhoging(verhoging_20_3: int) -> tuple[int, ...]:
    """The raise for none, one and both of a couple."""
    return (0, verhoging_20_3, 2 * verhoging_20_3)


@regel("art. 22a lid 1 Pw", soort="tabel")
def tabel_kostendelersdeel(
    percentage_kostendeler_vast: int, percentage_kostendeler_per_persoon: int
) -> tuple[int, ...]:
    """By A: the percentage each has, (40 % + A × 30 %) / A, rounded for the eye; 0 where nobody shares."""
    return (
        0,
        *(
            half_up(percentage_kostendeler_vast + percentage_kostendeler_per_persoon * deler, deler)
            for deler in range(1, MEESTE_PERSONEN)
        ),
    )


@regel("art. 22a Pw", soort="tabel", tot=VANAF_2026, naam="tabel_norm_thuis")
def tabel_norm_thuis_tot_2026(
    tabel_norm: tuple[int, ...],
    tabel_grondslag: tuple[int, ...],
    tabel_jonge_partner: tuple[int, ...],
    percentage_kostendeler_vast: int,
    percentage_kostendeler_per_persoon: int,
) -> tuple[int, ...]:
    return _norm_tabel(
        tabel_norm,
        tabel_grondslag,
        tabel_jonge_partner,
        percentage_kostendeler_vast,
        percentage_kostendeler_per_persoon,
        0,
    )


@regel("art. 22a en 24a Pw", soort="tabel", vanaf=VANAF_2026)
def tabel_norm_thuis(
    tabel_norm: tuple[int, ...],
    tabel_grondslag: tuple[int, ...],
    tabel_jonge_partner: tuple[int, ...],
    percentage_kostendeler_vast: int,
    percentage_kostendeler_per_persoon: int,
    kindbedrag_24a_per_jaar: int,
) -> tuple[int, ...]:
    """Every norm at home of the day. Since 2026 with the child amount for a partner without a right (art. 24a)."""
    return _norm_tabel(
        tabel_norm,
        tabel_grondslag,
        tabel_jonge_partner,
        percentage_kostendeler_vast,
        percentage_kostendeler_per_persoon,
        kindbedrag_24a_per_jaar,
    )


@regel("art. 20 lid 4 Pw", soort="tabel")
def tabel_jongerengrens(tabel_norm_thuis: tuple[int, ...]) -> tuple[int, ...]:
    """By place: the norm of art. 21 in a like situation, the most a young person can have.

    That of who is younger than the pensionable age, also beside a spouse who has reached it: lid 4 names no art. 22.
    """
    return _per_plaats(
        lambda s, kind, _, __: tabel_norm_thuis[(s * 18 + kind * 9 + 3 + (s == 1)) * 2 * MEESTE_PERSONEN]
    )
