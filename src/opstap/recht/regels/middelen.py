"""Steps 9 and 10: premium, voluntary work, small pension, rent of housemates and student finance (art. 31 and 33).

The net amounts of the input count as given.
"""

from __future__ import annotations

from typing import Any

from opstap.recht.regels.motor import regel
from opstap.recht.regels.ops import ONBEKEND, kies, maximum, minimum, niet, of, tabel
from opstap.recht.regels.vrijlating import VANAF_2023


@regel("art. 31 lid 2 onder j en lid 5 Pw", soort="ja_nee", per="volwassene", tot=VANAF_2023, naam="premie_mag")
def premie_mag_tot_2023(minstens_27: Any) -> Any:
    return minstens_27


@regel("art. 31 lid 2 onder j en lid 5 Pw", soort="ja_nee", per="volwassene", vanaf=VANAF_2023)
def premie_mag(minstens_27: Any, doelgroep_lks: Any) -> Any:
    """Not below 27, except (since 2023) for who works with wage cost subsidy."""
    return minstens_27 | doelgroep_lks


@regel(
    "art. 31 lid 2 onder j en k Pw",
    stap=9,
    per="volwassene",
    alleen_bij=("premie", "vrijwilliger"),
    tekst={
        0: "",
        None: "Van de premie en de vergoeding voor vrijwilligerswerk van {wie} telt {uitkomst} niet mee.",
    },
)
def premie_vrij(
    premie: Any,
    premie_eerder: Any,
    premie_mag: Any,
    premie_31_2_j_per_jaar: int,
    vrijwilliger: Any,
    vrijwilliger_eerder: Any,
    oud_genoeg: Any,
    vrijwilliger_31_2_k_per_maand: int,
    vrijwilliger_31_2_k_per_jaar: int,
) -> Any:
    """A premium up to the yearly amount (j) and the reimbursement of voluntary work by month and year (k)."""
    j = _tot_grens(premie, premie_31_2_j_per_jaar, premie_eerder)
    k = minimum(
        _tot_grens(vrijwilliger, vrijwilliger_31_2_k_per_jaar, vrijwilliger_eerder),
        _tot_grens(vrijwilliger, vrijwilliger_31_2_k_per_maand, 0),
    )
    return kies(premie_mag, j, 0) + kies(oud_genoeg, k, 0)


def _tot_grens(bedrag: Any, grens: int, eerder: Any) -> Any:
    """What stays below the limit; ONBEKEND where the limit is not known and there is something to leave free."""
    if grens < 0:
        return kies(bedrag > 0, ONBEKEND, 0)
    return minimum(bedrag, maximum(grens - eerder, 0))


@regel(
    "art. 33 lid 5 Pw",
    stap=9,
    tekst={
        0: "",
        None: "Van het kleine pensioen telt {uitkomst} niet mee.",
    },
)
def pensioen_vrij(
    pensioen_a: Any,
    pensioen_p: Any,
    heeft_aow_a: Any,
    heeft_aow_p: Any,
    heeft_partner: Any,
    pensioen_33_5_alleenstaand: int,
    pensioen_33_5_gehuwd: int,
) -> Any:
    """A private pension up to a small amount, from the pensionable age of one of both."""
    totaal = pensioen_a + pensioen_p
    mag = of(heeft_aow_a, heeft_partner & heeft_aow_p) & (totaal > 0)
    return kies(mag, minimum(totaal, kies(heeft_partner, pensioen_33_5_gehuwd, pensioen_33_5_alleenstaand)), 0)


@regel("art. 33 lid 4 Pw", soort="ja_nee")
def huurders_in_norm(norm_bekend: Any, deelt_kosten: Any, huisgenoot_buiten_norm: Any) -> Any:
    """Whoever rents a room already lowered the norm: that is one of art. 22a, and no other grown-up lives here.

    The text of lid 4 is the same on 2018-01-01, 2023-01-01, 2026-01-01 and 2026-07-01.
    """
    return norm_bekend & deelt_kosten & niet(huisgenoot_buiten_norm)


@regel(
    "art. 33 lid 4 Pw",
    stap=10,
    per="volwassene",
    alleen_bij=("onderhuur",),
    tekst={
        0: "",
        None: "De huur van {uitkomst} die {wie} krijgt, telt niet mee. "
        "Wie bij u huurt, telt al mee voor de kosten van het huis.",
    },
)
def onderhuur_vrij(onderhuur: Any, huurders_in_norm: Any) -> Any:
    """Rent of housemates is income only as far as the norm does not reckon with them yet."""
    return kies(huurders_in_norm, onderhuur, 0)


@regel("art. 33 lid 2 Pw", soort="tabel")
def tabel_studie(
    studie_33_2_ho_thuis: int,
    studie_33_2_ho_uit: int,
    studie_33_2_mbo_thuis: int,
    studie_33_2_mbo_uit: int,
) -> tuple[int, ...]:
    return (0, studie_33_2_ho_thuis, studie_33_2_ho_uit, studie_33_2_mbo_thuis, studie_33_2_mbo_uit)


@regel(
    "art. 33 lid 2 Pw",
    stap=10,
    per="volwassene",
    alleen_bij=("studie", "studiefinanciering"),
    tekst={
        0: "",
        None: "Voor de studiefinanciering van {wie} telt {uitkomst} mee.",
    },
)
def studie_inkomen(
    studiefinanciering: Any,
    studie: Any,
    studie_eenouder: Any,
    tabel_studie: tuple[int, ...],
    studie_33_2_eenouder: int,
) -> Any:
    """The norm amount of the kind of study where it is given, else the amount stated."""
    volgens_norm = tabel(tabel_studie, studie) + kies(studie_eenouder, studie_33_2_eenouder, 0)
    return kies(studie > 0, volgens_norm, studiefinanciering)
