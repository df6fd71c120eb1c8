"""Steps 7 and 8: the norm of art. 20 to 24a, and the lowering the municipality may choose (art. 27 and 28).

The norms of the law are small tables by situation, child and the age classes of both. Fractions stay whole until the
end: the tables hold half cents, the cost-sharing norm a numerator and a denominator, and one rounding makes the norm.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Any

from opstap.recht.regels.motor import Regel, Waarden, regel
from opstap.recht.regels.ops import breed, deel, getal, half_up, kies, maximum, minimum, niet, tabel

VANAF_2026 = date(2026, 1, 1)
Rij = Callable[[int, int, int, int], int]


MEESTE_PERSONEN = 44
"""More persons than the input can hold (`invoer.HOOGSTE_PERSONEN` and both adults)."""


def _per_plaats(vul: Rij) -> tuple[int, ...]:
    """54 places: situation (3) × child (2) × class of the first (3) × class of the second (3)."""
    return tuple(vul(s, kind, een, twee) for s in range(3) for kind in range(2) for een in range(3) for twee in range(3))


@regel("art. 20 tot en met 24 Pw", soort="getal")
def plaats(situatie_norm: Any, heeft_kind: Any, klasse_eerste: Any, klasse_tweede: Any) -> Any:
    """The place in the tables of this file."""
    return breed(situatie_norm * 18 + getal(heeft_kind) * 9 + klasse_eerste * 3 + klasse_tweede)


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
    norm_20_1_a: int, norm_20_1_b: int, norm_20_1_c: int, norm_20_2_a: int, norm_20_2_b: int, norm_20_2_c: int,
    norm_21_a: int, norm_21_b: int, norm_22_a: int, norm_22_b: int, norm_22_c: int, percentage_partner_zonder_recht: int,
) -> tuple[int, ...]:
    """The norm without cost-sharing, in half cents; with a partner without a right half that of a couple (art. 24)."""
    cents = {"norm.20.1.a": norm_20_1_a, "norm.20.1.b": norm_20_1_b, "norm.20.1.c": norm_20_1_c,
             "norm.20.2.a": norm_20_2_a, "norm.20.2.b": norm_20_2_b, "norm.20.2.c": norm_20_2_c,
             "norm.21.a": norm_21_a, "norm.21.b": norm_21_b,
             "norm.22.a": norm_22_a, "norm.22.b": norm_22_b, "norm.22.c": norm_22_c}

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
        lambda s, kind, een, twee: 2 * (norm_22a_3_a if kind else norm_22a_3_b) if s == 1 and (een == 0) != (twee == 0) else 0
    )


@regel("art. 27 Pw", soort="tabel")
def tabel_27_kan(peildatum: int) -> tuple[bool, ...]:
    """Whether the norm is one of art. 20 or 21, the only ones art. 27 can lower."""
    return tuple(
        peildatum > 0 and place < 36 and not sleutel.startswith("norm.22") for place, sleutel in enumerate(NORM_SLEUTELS)
    )


@regel("art. 22a Pw", stap=7, soort="ja_nee", tekst={
    True: "U deelt de kosten van het huis. Daarom geldt de kostendelersnorm.",
    False: "",
})
def deelt_kosten(
    kostendelers: Any, mantelzorg_elders: Any, klasse_eerste: Any, klasse_tweede: Any, situatie_norm: Any,
) -> Any:
    """Art. 22a: from 21 years with at least one cost-sharing housemate; of a couple one of 21 is enough (lid 3)."""
    oud_genoeg = (klasse_eerste > 0) | ((situatie_norm == 1) & (klasse_tweede > 0))
    return (kostendelers > 0) & oud_genoeg & niet(mantelzorg_elders)


@lru_cache(maxsize=64)
def _norm_tabel(
    norm: tuple[int, ...], grondslag: tuple[int, ...], jonge_partner: tuple[int, ...], vast: int, per_persoon: int, kind: int,
) -> tuple[int, ...]:
    """The norm at home in cents: by place, by how many share (0: nobody else), and by how the percentage is rounded.

    Alone: the norm, with a twelfth of the child amount where it is due. Shared by A: (40 % + A × 30 %) / A × B (art. 22a),
    with the fixed part of a young spouse. One rounding, halves upward.
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


@regel("art. 22a Pw", soort="tabel", tot=VANAF_2026, naam="tabel_norm_thuis")
def tabel_norm_thuis_tot_2026(
    tabel_norm: tuple[int, ...], tabel_grondslag: tuple[int, ...], tabel_jonge_partner: tuple[int, ...],
    percentage_kostendeler_vast: int, percentage_kostendeler_per_persoon: int,
) -> tuple[int, ...]:
    return _norm_tabel(
        tabel_norm, tabel_grondslag, tabel_jonge_partner, percentage_kostendeler_vast, percentage_kostendeler_per_persoon, 0
    )


@regel("art. 22a en 24a Pw", soort="tabel", vanaf=VANAF_2026)
def tabel_norm_thuis(
    tabel_norm: tuple[int, ...], tabel_grondslag: tuple[int, ...], tabel_jonge_partner: tuple[int, ...],
    percentage_kostendeler_vast: int, percentage_kostendeler_per_persoon: int, kindbedrag_24a_per_jaar: int,
) -> tuple[int, ...]:
    """Every norm at home of the day. Since 2026 with the child amount for a partner without a right (art. 24a)."""
    return _norm_tabel(
        tabel_norm, tabel_grondslag, tabel_jonge_partner, percentage_kostendeler_vast, percentage_kostendeler_per_persoon,
        kindbedrag_24a_per_jaar,
    )


@regel("art. 24a Pw", tot=VANAF_2026, naam="kindbedrag")
def kindbedrag_tot_2026() -> int:
    return 0


@regel("art. 24a Pw", stap=7, vanaf=VANAF_2026, tekst={
    0: "",
    None: "Uw partner heeft geen recht op bijstand en u hebt een kind. Daarom komt er per jaar {uitkomst} bij, verdeeld over 12 maanden.",
})
def kindbedrag(situatie: Any, heeft_kind: Any, kindbedrag_24a_per_jaar: int) -> Any:
    """Since 2026: with a dependent child and a partner without a right, one twelfth of this yearly amount is added."""
    return kies((situatie == 2) & heeft_kind, kindbedrag_24a_per_jaar, 0)


@regel("art. 20 lid 3 Pw", soort="getal", tot=VANAF_2026, naam="jongeren_zonder_ouders")
def jongeren_zonder_ouders_tot_2026() -> int:
    return 0


@regel("art. 20 lid 3 Pw", soort="getal", vanaf=VANAF_2026)
def jongeren_zonder_ouders(
    recht_a: Any, recht_p: Any, minstens_21_a: Any, minstens_21_p: Any, ouders_betalen_mee_a: Any, ouders_betalen_mee_p: Any,
) -> Any:
    """How many of 18 to 20 with a right cannot fall back on their parents (since 2026; before that art. 12)."""
    een = recht_a & niet(minstens_21_a) & (ouders_betalen_mee_a == 2)
    twee = recht_p & niet(minstens_21_p) & (ouders_betalen_mee_p == 2)
    return getal(een) + getal(twee)


@regel("art. 20 lid 3 en 4 Pw", tot=VANAF_2026, naam="jongerenverhoging")
def jongerenverhoging_tot_2026() -> int:
    return 0


@regel("art. 20 lid 4 Pw", soort="tabel")
def tabel_jongerengrens(tabel_norm_thuis: tuple[int, ...]) -> tuple[int, ...]:
    """By place: the norm of who is 21 in a like situation, the most a young person can have."""
    return _per_plaats(
        lambda s, kind, een, twee: tabel_norm_thuis[
            (s * 18 + kind * 9 + max(een, 1) * 3 + (max(twee, 1) if s == 1 else twee)) * 2 * MEESTE_PERSONEN]
    )


@regel("art. 20 lid 3 en 4 Pw", stap=7, vanaf=VANAF_2026, tekst={
    0: "",
    None: "Uw ouders kunnen niet meebetalen. Daarom komt er {uitkomst} bij de norm.",
})
def jongerenverhoging(
    jongeren_zonder_ouders: Any, verhoging_20_3: int, tabel_jongerengrens: tuple[int, ...], plaats: Any, norm_thuis: Any,
) -> Any:
    """For each young person without help of parents, together at most up to the norm of art. 21 in a like situation."""
    ruimte = maximum(tabel(tabel_jongerengrens, plaats) - norm_thuis, 0)
    return minimum(tabel((0, verhoging_20_3, 2 * verhoging_20_3), jongeren_zonder_ouders), ruimte)


def _norm_artikel(b: Waarden, each: Regel) -> str:
    delen = []
    if b["volledig_in_inrichting"] or b["een_in_inrichting"]:
        delen.append("art. 23 lid 1 en 2 Pw" if b["volledig_in_inrichting"] else "art. 23 lid 3 Pw")
    if not b["volledig_in_inrichting"]:
        delen.append(_thuis_artikel(b, each))
    if b["jongerenverhoging"]:
        delen.append("art. 20 lid 3 Pw")
    return " en ".join([*delen, "art. 24a Pw"] if b["kindbedrag"] else delen)


def _thuis_artikel(b: Waarden, each: Regel) -> str:
    if b["deelt_kosten"]:
        if b["situatie_norm"] == 1:
            return f"art. 22a lid {3 if not b['klasse_eerste'] or not b['klasse_tweede'] else 2} Pw"
        return "art. 22a lid 1 Pw"
    if b["situatie_norm"] == 2:
        return f"art. 24 onder {'a' if b['klasse_eerste'] else 'b'} Pw"
    sleutel = NORM_SLEUTELS[b["plaats"]].split(".")
    return f"art. 20 lid {sleutel[2]} onder {sleutel[3]} Pw" if sleutel[1] == "20" else f"art. {sleutel[1]} onder {sleutel[2]} Pw"


@regel("art. 23 lid 1 Pw", soort="ja_nee")
def volledig_in_inrichting(situatie: Any, eerst_partner: Any, in_inrichting_a: Any, in_inrichting_p: Any) -> Any:
    """Everyone with a right lives in an institution."""
    van_een = kies(eerst_partner, in_inrichting_p, in_inrichting_a)
    return van_een & (in_inrichting_p | (situatie != 1)) & (in_inrichting_a | (situatie != 1))


@regel("art. 23 lid 1, 2 en 3 Pw", stap=7, tekst={
    0: "",
    None: "Voor wie in een inrichting woont is de norm {uitkomst}. De verhoging voor de zorgpremie zit erin.",
})
def norm_inrichting(
    volledig_in_inrichting: Any, een_in_inrichting: Any, situatie: Any,
    norm_23_1_a: int, norm_23_1_b: int, norm_23_2_a: int, norm_23_2_b: int,
) -> Any:
    """Pocket and clothing money with the raise for the care premium; 0 where nobody lives in an institution."""
    samen = volledig_in_inrichting & (situatie == 1)
    een = (volledig_in_inrichting | een_in_inrichting) & niet(samen)
    return kies(samen, norm_23_1_b + norm_23_2_b, kies(een, norm_23_1_a + norm_23_2_a, 0))


@regel("art. 20 tot en met 24a Pw", soort="getal")
def plaats_thuis(plaats: Any, procent_eerst: Any) -> Any:
    """The place in `tabel_norm_thuis` of a household where nobody else shares the cost."""
    return plaats * (2 * MEESTE_PERSONEN) + getal(procent_eerst) * MEESTE_PERSONEN


@regel("art. 22a lid 1 Pw", soort="getal")
def delers(deelt_kosten: Any, personen: Any) -> Any:
    """A where the cost is shared, else 0."""
    return minimum(personen, MEESTE_PERSONEN - 1) * breed(getal(deelt_kosten))


@regel("art. 22a lid 1 Pw", stap=7, soort="procent", tekst={
    0: "", None: "Per persoon is dat {uitkomst} van de norm voor gehuwden, die {norm_21_b} is voor wie de AOW-leeftijd niet heeft.",
})
def kostendelersdeel(
    delers: int, norm_21_b: int, percentage_kostendeler_vast: int, percentage_kostendeler_per_persoon: int
) -> int:
    """The percentage of art. 22a per person, as told; the norm itself is worked out with the whole fraction."""
    return int(half_up(percentage_kostendeler_vast + percentage_kostendeler_per_persoon * delers, delers)) if delers else 0


@regel(_thuis_artikel, stap=7, tekst="Voor wie thuis woont is de norm {uitkomst}.")
def norm_thuis(tabel_norm_thuis: tuple[int, ...], plaats_thuis: Any, delers: Any) -> Any:
    """The norm of art. 20 to 22a and 24, with the child amount of art. 24a: rounded once, halves upward."""
    return tabel(tabel_norm_thuis, plaats_thuis + delers)


@regel(_norm_artikel, stap=7, tekst="De norm voor uw situatie is {uitkomst} per maand. De vakantietoeslag zit erin.")
def norm(
    norm_thuis: Any, norm_inrichting: Any, volledig_in_inrichting: Any, jongerenverhoging: Any, kindbedrag: Any,
) -> Any:
    """The norm of the law per month, with holiday allowance, before any lowering."""
    return norm_inrichting + kies(volledig_in_inrichting, half_up(kindbedrag, 12), norm_thuis + jongerenverhoging)


@regel("art. 27 Pw", stap=8, tekst={
    0: "",
    None: "De gemeente verlaagt de norm met {uitkomst} om uw woonsituatie.",
})
def verlaging_woonsituatie(
    verlaging_27: Any, norm_21_b: int, tabel_27_kan: tuple[bool, ...], plaats: Any, deelt_kosten: Any, norm_inrichting: Any,
) -> Any:
    """A choice with a reason, a percentage of the norm of art. 21 under b; only for norms of art. 20 and 21."""
    kan = tabel(tabel_27_kan, plaats) & niet(deelt_kosten) & (norm_inrichting == 0)
    return kies(kan, deel(norm_21_b, verlaging_27), 0)


@regel("art. 28 Pw", stap=8, tekst={
    0: "",
    None: "De gemeente verlaagt de norm zes maanden met {uitkomst}, omdat u net klaar bent met een opleiding.",
})
def verlaging_schoolverlater(verlaging_28: Any, norm_21_b: int) -> Any:
    """A choice with a reason for who left school, six months; a percentage of the norm of art. 21 under b."""
    return deel(norm_21_b, verlaging_28)


@regel("art. 5 onder c Pw", stap=8, tekst="Uw bijstandsnorm is {uitkomst} per maand.")
def bijstandsnorm(norm: Any, verlaging_woonsituatie: Any, verlaging_schoolverlater: Any) -> Any:
    """The norm less what the municipality lowered; ONBEKEND stays below zero."""
    verlaging = verlaging_woonsituatie + verlaging_schoolverlater
    return norm - minimum(verlaging, maximum(norm, 0))


@regel("art. 32 lid 3 Pw")
def norm_als_beiden_recht(
    tabel_norm_thuis: tuple[int, ...], plaats_thuis: Any, situatie_norm: Any, personen: Any, kostendelers: Any,
    mantelzorg_elders: Any, verlaging_woonsituatie: Any, verlaging_schoolverlater: Any,
) -> Any:
    """The norm of the couple if both had a right, which art. 32 lid 3 measures the partner's income by."""
    samen = plaats_thuis - breed(getal(situatie_norm == 2)) * (18 * 2 * MEESTE_PERSONEN)
    deelt = (kostendelers > 0) & (personen > kostendelers) & niet(mantelzorg_elders)
    som = tabel(tabel_norm_thuis, samen + minimum(personen, MEESTE_PERSONEN - 1) * breed(getal(deelt)))
    return maximum(som - verlaging_woonsituatie - verlaging_schoolverlater, 0)
