"""Steps 7 and 8: the norm of art. 20 to 24a, and the lowering the municipality may choose (art. 27 and 28)."""

from __future__ import annotations

from datetime import date
from typing import Any

from opstap.recht.regels.motor import Regel, Waarden, regel
from opstap.recht.regels.normtabellen import MEESTE_PERSONEN, NORM_SLEUTELS
from opstap.recht.regels.ops import breed, deel, en, getal, half_up, kies, maximum, minimum, niet, of, tabel

VANAF_2026 = date(2026, 1, 1)


@regel("art. 20 tot en met 24 Pw", soort="getal")
def plaats(situatie_norm: Any, heeft_kind: Any, klasse_eerste: Any, klasse_tweede: Any) -> Any:
    """The place in the tables of this file."""
    return breed(situatie_norm * 18 + getal(heeft_kind) * 9 + klasse_eerste * 3 + klasse_tweede)


@regel(
    "art. 22a Pw",
    stap=7,
    soort="ja_nee",
    tekst={
        True: "U deelt de kosten van het huis. Daarom geldt de kostendelersnorm.",
        False: "",
    },
)
def deelt_kosten(
    kostendelers: Any,
    mantelzorg_elders: Any,
    klasse_eerste: Any,
    klasse_tweede: Any,
    situatie_norm: Any,
    volledig_in_inrichting: Any,
) -> Any:
    """Art. 22a: from 21 years with at least one cost-sharing housemate; of a couple one of 21 is enough (lid 3).

    Not where everyone with a right lives in an institution: their norm is that of art. 23.
    """
    oud_genoeg = of(klasse_eerste > 0, en(situatie_norm == 1, klasse_tweede > 0))
    return (kostendelers > 0) & oud_genoeg & niet(of(mantelzorg_elders, volledig_in_inrichting))


@regel("art. 24a Pw", tot=VANAF_2026, naam="kindbedrag")
def kindbedrag_tot_2026() -> int:
    return 0


@regel(
    "art. 24a Pw",
    stap=7,
    vanaf=VANAF_2026,
    tekst={
        0: "",
        None: "U hebt een kind en uw partner heeft geen recht. Daarom komt er per jaar {uitkomst} bij.",
    },
)
def kindbedrag(partner_zonder_recht: Any, heeft_kind: Any, kindbedrag_24a_per_jaar: int) -> Any:
    """Since 2026: with a dependent child and a partner without a right, one twelfth of this yearly amount is added."""
    return kies(en(partner_zonder_recht, heeft_kind), kindbedrag_24a_per_jaar, 0)


@regel("art. 20 lid 3 Pw", soort="getal", tot=VANAF_2026, naam="jongeren_zonder_ouders")
def jongeren_zonder_ouders_tot_2026() -> int:
    return 0


@regel("art. 20 lid 3 Pw", soort="getal", vanaf=VANAF_2026)
def jongeren_zonder_ouders(
    recht_a: Any,
    recht_p: Any,
    minstens_21_a: Any,
    minstens_21_p: Any,
    ouders_betalen_mee_a: Any,
    ouders_betalen_mee_p: Any,
) -> Any:
    """How many of 18 to 20 with a right cannot fall back on their parents (since 2026; before that art. 12)."""
    een = recht_a & niet(minstens_21_a) & (ouders_betalen_mee_a == 2)
    twee = recht_p & niet(minstens_21_p) & (ouders_betalen_mee_p == 2)
    return getal(een) + getal(twee)


@regel("art. 20 lid 3 en 4 Pw", tot=VANAF_2026, naam="jongerenverhoging")
def jongerenverhoging_tot_2026() -> int:
    return 0


@regel(
    "art. 20 lid 3 en 4 Pw",
    stap=7,
    vanaf=VANAF_2026,
    alleen_bij=("jongeren_zonder_ouders",),
    tekst={
        0: "",
        None: "Uw ouders kunnen niet meebetalen. Daarom komt er {uitkomst} bij de norm.",
    },
)
def jongerenverhoging(
    jongeren_zonder_ouders: Any,
    tabel_jongerenverhoging: tuple[int, ...],
    tabel_jongerengrens: tuple[int, ...],
    plaats: Any,
    norm_thuis: Any,
) -> Any:
    """For each young person without help of parents, together at most up to the norm of art. 21 in a like situation."""
    ruimte = maximum(tabel(tabel_jongerengrens, plaats) - norm_thuis, 0)
    return minimum(tabel(tabel_jongerenverhoging, jongeren_zonder_ouders), ruimte)


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
    return (
        f"art. 20 lid {sleutel[2]} onder {sleutel[3]} Pw"
        if sleutel[1] == "20"
        else f"art. {sleutel[1]} onder {sleutel[2]} Pw"
    )


@regel("art. 23 lid 1 Pw", soort="ja_nee")
def volledig_in_inrichting(situatie: Any, eerst_partner: Any, in_inrichting_a: Any, in_inrichting_p: Any) -> Any:
    """Everyone with a right lives in an institution."""
    samen = en(en(in_inrichting_a, in_inrichting_p), situatie == 1)
    return of(samen, en(kies(eerst_partner, in_inrichting_p, in_inrichting_a), situatie != 1))


@regel(
    "art. 23 lid 1, 2 en 3 Pw",
    stap=7,
    alleen_bij=("volledig_in_inrichting", "een_in_inrichting"),
    tekst={
        0: "",
        None: "Voor wie in een inrichting woont is de norm {uitkomst}. De verhoging voor de zorgpremie zit erin.",
    },
)
def norm_inrichting(
    volledig_in_inrichting: Any,
    een_in_inrichting: Any,
    situatie: Any,
    norm_23_1_a: int,
    norm_23_1_b: int,
    norm_23_2_a: int,
    norm_23_2_b: int,
) -> Any:
    """Pocket and clothing money with the raise for the care premium; 0 where nobody lives in an institution."""
    samen = en(volledig_in_inrichting, situatie == 1)
    een = en(of(volledig_in_inrichting, een_in_inrichting), niet(samen))
    return kies(samen, norm_23_1_b + norm_23_2_b, kies(een, norm_23_1_a + norm_23_2_a, 0))


@regel("art. 20 tot en met 24a Pw", soort="getal")
def plaats_thuis(plaats: Any, procent_eerst: Any) -> Any:
    """The place in `tabel_norm_thuis` of a household where nobody else shares the cost."""
    return plaats * (2 * MEESTE_PERSONEN) + getal(procent_eerst) * MEESTE_PERSONEN


@regel(
    "art. 22a lid 1 Pw",
    stap=7,
    soort="getal",
    tekst={
        0: "",
        None: "Samen delen {uitkomst} mensen de kosten van het huis.",
    },
)
def delers(deelt_kosten: Any, personen: Any) -> Any:
    """A where the cost is shared, else 0."""
    return minimum(personen, MEESTE_PERSONEN - 1) * breed(getal(deelt_kosten))


@regel(
    "art. 22a lid 1 Pw",
    stap=7,
    soort="procent",
    tekst={
        0: "",
        None: "Per persoon is dat {uitkomst} van de norm voor gehuwden ({norm_21_b} zonder AOW).",
    },
)
def kostendelersdeel(
    delers: Any,
    norm_21_b: int,
    percentage_kostendeler_vast: int,
    percentage_kostendeler_per_persoon: int,
    tabel_kostendelersdeel: tuple[int, ...],
) -> Any:
    """The percentage of art. 22a per person, as told; the norm itself is worked out with the whole fraction."""
    return tabel(tabel_kostendelersdeel, delers)


@regel(_thuis_artikel, stap=7, tekst={0: "", None: "Voor wie thuis woont is de norm {uitkomst}."})
def norm_thuis(
    tabel_norm_thuis: tuple[int, ...],
    plaats_thuis: Any,
    delers: Any,
    volledig_in_inrichting: Any,
) -> Any:
    """The norm of art. 20 to 22a and 24, with the child amount of art. 24a: rounded once, halves upward.

    0 where nobody with a right lives at home.
    """
    return kies(volledig_in_inrichting, 0, tabel(tabel_norm_thuis, plaats_thuis + delers))


@regel("art. 24a Pw", alleen_bij=("volledig_in_inrichting",))
def kind_in_inrichting(volledig_in_inrichting: Any, kindbedrag: Any) -> Any:
    """The child amount beside the norm of an institution; at home it is in the norm already, before rounding."""
    return kies(volledig_in_inrichting, half_up(kindbedrag, 12), 0)


@regel(_norm_artikel, stap=7, tekst="De norm voor uw situatie is {uitkomst} per maand. De vakantietoeslag zit erin.")
def norm(
    norm_thuis: Any,
    norm_inrichting: Any,
    jongerenverhoging: Any,
    kind_in_inrichting: Any,
) -> Any:
    """The norm of the law per month, with holiday allowance, before any lowering.

    Nothing counts twice: `norm_thuis` is 0 where all live inside, and who has the raise of the young lives at home.
    """
    return norm_inrichting + kind_in_inrichting + norm_thuis + jongerenverhoging


@regel(
    "art. 27 Pw",
    stap=8,
    alleen_bij=("verlaging_27",),
    tekst={
        0: "",
        None: "De gemeente verlaagt de norm met {uitkomst} om uw woonsituatie.",
    },
)
def verlaging_woonsituatie(
    verlaging_27: Any,
    norm_21_b: int,
    tabel_27_kan: tuple[bool, ...],
    plaats: Any,
    deelt_kosten: Any,
    norm_inrichting: Any,
) -> Any:
    """A choice with a reason, a percentage of the norm of art. 21 under b; only for norms of art. 20 and 21."""
    kan = tabel(tabel_27_kan, plaats) & niet(deelt_kosten) & (norm_inrichting == 0)
    return kies(kan, deel(norm_21_b, verlaging_27), 0)


@regel(
    "art. 28 Pw",
    stap=8,
    alleen_bij=("verlaging_28",),
    tekst={
        0: "",
        None: "De gemeente verlaagt de norm zes maanden met {uitkomst}, omdat u net klaar bent met een opleiding.",
    },
)
def verlaging_schoolverlater(verlaging_28: Any, norm_21_b: int) -> Any:
    """A choice with a reason for who left school, six months; a percentage of the norm of art. 21 under b."""
    return deel(norm_21_b, verlaging_28)


@regel("art. 5 onder c Pw", stap=8, tekst="Uw bijstandsnorm is {uitkomst} per maand.")
def bijstandsnorm(norm: Any, verlaging_woonsituatie: Any, verlaging_schoolverlater: Any) -> Any:
    """The norm less what the municipality lowered; ONBEKEND stays below zero."""
    verlaging = verlaging_woonsituatie + verlaging_schoolverlater
    return norm - minimum(verlaging, maximum(norm, 0))


@regel("art. 32 lid 3 Pw", alleen_bij=("partner_zonder_recht",))
def norm_als_beiden_recht(
    partner_zonder_recht: Any,
    tabel_norm_thuis: tuple[int, ...],
    plaats_thuis: Any,
    situatie_norm: Any,
    personen: Any,
    kostendelers: Any,
    mantelzorg_elders: Any,
    verlaging_woonsituatie: Any,
    verlaging_schoolverlater: Any,
) -> Any:
    """The norm of the couple if both had a right, which art. 32 lid 3 measures the partner's income by; else 0."""
    samen = plaats_thuis - breed(getal(situatie_norm == 2)) * (18 * 2 * MEESTE_PERSONEN)
    deelt = (kostendelers > 0) & (personen > kostendelers) & niet(mantelzorg_elders)
    som = tabel(tabel_norm_thuis, samen + minimum(personen, MEESTE_PERSONEN - 1) * breed(getal(deelt)))
    return kies(partner_zonder_recht, maximum(som - verlaging_woonsituatie - verlaging_schoolverlater, 0), 0)
