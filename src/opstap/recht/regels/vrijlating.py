"""Step 9: what is left free of wages (art. 31 lid 2 and 5, 31a, 34a).

They follow the clock (`maanden_gebruikt`). Since 1 January 2023 z and aa exist and r gives way to y, z and aa; art. 34a
stands beside art. 31 lid 2 since 1 January 2026. From January to September 2021 k, n and r also held below 27 (31a).
"""

from __future__ import annotations

from datetime import date
from typing import Any

from opstap.recht.regels.motor import Regel, Waarden, regel
from opstap.recht.regels.ops import ONBEPERKT, deel, en, getal, kies, minimum, niet, tabel
from opstap.recht.regels.velden import A34, AA, GEEN, REGELINGEN, N, R, Y, Z

VANAF_2023, VANAF_2026 = date(2023, 1, 1), date(2026, 1, 1)
ART_31A, NA_ART_31A = date(2021, 1, 1), date(2021, 10, 1)
A34_AOW, A34_BEPERKT = 7, 8
"""Places in the tables below after the codes of `REGELINGEN`: art. 34a from the pensionable age, and with few hours."""
NAMEN = (*REGELINGEN, "34a_aow", "34a_urenbeperkt")
ARTIKELEN = (
    "art. 31 Pw",
    "art. 31 lid 2 onder n Pw",
    "art. 31 lid 2 onder r Pw",
    "art. 31 lid 2 onder y Pw",
    "art. 31 lid 2 onder z Pw",
    "art. 31 lid 2 onder aa Pw",
    "art. 34a lid 1 onder a Pw",
    "art. 34a lid 1 onder c Pw",
    "art. 34a lid 1 onder b Pw",
)


@regel("art. 31 lid 2 Pw", soort="tabel", tot=VANAF_2023, naam="vrijlating_procent")
def vrijlating_procent_tot_2023(
    percentage_31_2_n: int, percentage_31_2_r: int, percentage_31_2_y: int
) -> tuple[int, ...]:
    return (0, percentage_31_2_n, percentage_31_2_r, percentage_31_2_y, 0, 0, 0, 0, 0)


@regel("art. 31 lid 2 Pw", soort="tabel", vanaf=VANAF_2023, tot=VANAF_2026, naam="vrijlating_procent")
def vrijlating_procent_tot_2026(
    percentage_31_2_n: int,
    percentage_31_2_r: int,
    percentage_31_2_y: int,
    percentage_31_2_z_aa: int,
) -> tuple[int, ...]:
    z_aa = percentage_31_2_z_aa
    return (0, percentage_31_2_n, percentage_31_2_r, percentage_31_2_y, z_aa, z_aa, 0, 0, 0)


@regel("art. 31 lid 2 en 34a Pw", soort="tabel", vanaf=VANAF_2026)
def vrijlating_procent(
    percentage_31_2_n: int,
    percentage_31_2_r: int,
    percentage_31_2_y: int,
    percentage_31_2_z_aa: int,
    percentage_34a: int,
    percentage_34a_aow: int,
    percentage_34a_urenbeperkt: int,
) -> tuple[int, ...]:
    """Percentage by exemption, in hundredths of a percent; 0 where it does not exist."""
    z_aa = percentage_31_2_z_aa
    return (
        0,
        percentage_31_2_n,
        percentage_31_2_r,
        percentage_31_2_y,
        z_aa,
        z_aa,
        percentage_34a,
        percentage_34a_aow,
        percentage_34a_urenbeperkt,
    )


@regel("art. 31 lid 2 Pw", soort="tabel", tot=VANAF_2026, naam="vrijlating_maximum")
def vrijlating_maximum_tot_2026(
    vrijlating_31_2_n_maximum: int,
    vrijlating_31_2_r_maximum: int,
    vrijlating_31_2_y_z_aa_maximum: int,
) -> tuple[int, ...]:
    yz = vrijlating_31_2_y_z_aa_maximum
    return (0, vrijlating_31_2_n_maximum, vrijlating_31_2_r_maximum, yz, yz, yz, 0, 0, 0)


@regel("art. 31 lid 2 en 34a Pw", soort="tabel", vanaf=VANAF_2026)
def vrijlating_maximum(
    vrijlating_31_2_n_maximum: int,
    vrijlating_31_2_r_maximum: int,
    vrijlating_31_2_y_z_aa_maximum: int,
    vrijlating_34a_aow_maximum: int,
) -> tuple[int, ...]:
    """Most a month by exemption; art. 34a has none below the pensionable age."""
    yz = vrijlating_31_2_y_z_aa_maximum
    return (
        0,
        vrijlating_31_2_n_maximum,
        vrijlating_31_2_r_maximum,
        yz,
        yz,
        yz,
        ONBEPERKT,
        vrijlating_34a_aow_maximum,
        ONBEPERKT,
    )


@regel("art. 32 lid 1 Pw", soort="ja_nee", per="volwassene")
def werkt(loon: Any) -> Any:
    """Whether there are wages."""
    return loon > 0


@regel("art. 31 lid 2 Pw", soort=NAMEN, per="volwassene", tot=VANAF_2026, naam="regeling_gevraagd")
def regeling_gevraagd_tot_2026(regeling: Any, medisch_urenbeperkt: Any, heeft_aow: Any) -> Any:
    return _van_rechtswege(regeling, medisch_urenbeperkt, heeft_aow)


@regel("art. 31 lid 2 en 34a Pw", soort=NAMEN, per="volwassene", vanaf=VANAF_2026)
def regeling_gevraagd(regeling: Any, medisch_urenbeperkt: Any, heeft_aow: Any, stelsel: Any) -> Any:
    """The exemption asked for; with nothing asked, what needs no judgement: y, and n from the pensionable age."""
    gevraagd = _van_rechtswege(regeling, medisch_urenbeperkt, heeft_aow)
    is_34a = (gevraagd == A34) | ((stelsel == 2) & (regeling == GEEN) & (gevraagd != GEEN))
    soort_34a = (
        A34 + getal(heeft_aow) * (A34_AOW - A34) + getal(medisch_urenbeperkt & niet(heeft_aow)) * (A34_BEPERKT - A34)
    )
    return kies(is_34a, soort_34a, gevraagd)


def _van_rechtswege(regeling: Any, medisch_urenbeperkt: Any, heeft_aow: Any) -> Any:
    return regeling + (regeling == GEEN) * _zonder_oordeel(medisch_urenbeperkt, heeft_aow)


def _zonder_oordeel(medisch_urenbeperkt: Any, heeft_aow: Any) -> Any:
    return kies(heeft_aow, N, getal(medisch_urenbeperkt) * Y)


@regel("art. 31 lid 5 Pw", soort="ja_nee", per="volwassene", tot=ART_31A, naam="oud_genoeg")
def oud_genoeg_tot_2021(minstens_27: Any) -> Any:
    return minstens_27


@regel("art. 31a Pw", soort="ja_nee", per="volwassene", vanaf=ART_31A, tot=NA_ART_31A, naam="oud_genoeg")
def oud_genoeg_in_2021() -> bool:
    return True


@regel("art. 31 lid 5 Pw", soort="ja_nee", per="volwassene", vanaf=NA_ART_31A)
def oud_genoeg(minstens_27: Any) -> Any:
    """Old enough for k, n and r: 27; in the first nine months of 2021 every age."""
    return minstens_27


@regel("art. 31 lid 2 onder n en lid 5 Pw", soort="ja_nee", per="volwassene")
def n_mag(heeft_aow: Any, oud_genoeg: Any, maanden_gebruikt: Any, maanden_31_2_n: int) -> Any:
    """Six months, without a term from the pensionable age; not below the age of lid 5."""
    return oud_genoeg & (heeft_aow | (maanden_gebruikt < maanden_31_2_n))


@regel("art. 31 lid 2 onder r Pw", soort="ja_nee", per="volwassene", tot=VANAF_2023, naam="r_mag")
def r_mag_tot_2023(
    oud_genoeg: Any,
    heeft_partner: Any,
    kind_onder_12: Any,
    maanden_gebruikt: Any,
    maanden_31_2_r: int,
) -> Any:
    return en(niet(heeft_partner), oud_genoeg & kind_onder_12 & (maanden_gebruikt < maanden_31_2_r))


@regel("art. 31 lid 2 onder r Pw", soort="ja_nee", per="volwassene", vanaf=VANAF_2023)
def r_mag(
    oud_genoeg: Any,
    heeft_partner: Any,
    kind_onder_12: Any,
    maanden_gebruikt: Any,
    maanden_31_2_r: int,
    medisch_urenbeperkt: Any,
    doelgroep_lks: Any,
) -> Any:
    """A single parent with a child below 12, 30 months after n; since 2023 not where y, z or aa applies."""
    mag = oud_genoeg & kind_onder_12 & (maanden_gebruikt < maanden_31_2_r)
    return en(niet(heeft_partner), mag & niet(medisch_urenbeperkt | doelgroep_lks))


@regel("art. 31 lid 2 onder z en aa Pw", soort="ja_nee", per="volwassene", tot=VANAF_2023, naam="z_aa_mag")
def z_aa_mag_tot_2023() -> bool:
    return False


@regel("art. 31 lid 2 onder z en aa Pw", soort="ja_nee", per="volwassene", vanaf=VANAF_2023)
def z_aa_mag(
    regeling_gevraagd: Any,
    doelgroep_lks: Any,
    medisch_urenbeperkt: Any,
    maanden_gebruikt: Any,
    maanden_31_2_z: int,
    loon: Any,
    loon_zonder_subsidie: Any,
) -> Any:
    """With wage cost subsidy: twelve months (z, not where y applies), then aa while more hours are not possible."""
    z = (regeling_gevraagd == Z) & (maanden_gebruikt < maanden_31_2_z) & niet(medisch_urenbeperkt)
    return doelgroep_lks & (loon_zonder_subsidie < loon) & (z | (regeling_gevraagd == AA))


@regel("art. 34a Pw", soort="ja_nee", per="volwassene", tot=VANAF_2026, naam="a34_mag")
def a34_mag_tot_2026() -> bool:
    return False


@regel("art. 34a Pw", soort="ja_nee", per="volwassene", vanaf=VANAF_2026)
def a34_mag(regeling_gevraagd: Any, maanden_gebruikt: Any, maanden_verlengd: Any, maanden_34a: int) -> Any:
    """Twelve months in a row and what the municipality adds (lid 2); no term with few hours or from the AOW age."""
    op_tijd = maanden_gebruikt < maanden_verlengd + maanden_34a
    return (regeling_gevraagd > A34) | ((regeling_gevraagd == A34) & op_tijd)


@regel("art. 31 lid 2 en 34a Pw", soort="ja_nee", per="volwassene")
def vrijlating_mag(
    regeling_gevraagd: Any,
    n_mag: Any,
    r_mag: Any,
    medisch_urenbeperkt: Any,
    z_aa_mag: Any,
    a34_mag: Any,
    stelsel: Any,
    uitgesloten: Any,
) -> Any:
    """Whether the exemption asked for can be given; only to who has a right, and only from the system chosen."""
    in_31 = (
        ((regeling_gevraagd == N) & n_mag)
        | ((regeling_gevraagd == R) & r_mag)
        | ((regeling_gevraagd == Y) & medisch_urenbeperkt)
        | z_aa_mag
    )
    return ((in_31 & (stelsel != 2)) | (a34_mag & (stelsel != 1))) & niet(uitgesloten)


@regel("art. 31 lid 2 Pw", soort=NAMEN, per="volwassene", tot=VANAF_2026, naam="regeling_toegepast")
def regeling_toegepast_tot_2026(
    regeling_gevraagd: Any, vrijlating_mag: Any, medisch_urenbeperkt: Any, heeft_aow: Any, uitgesloten: Any
) -> Any:
    van_rechtswege = getal(niet(uitgesloten)) * _zonder_oordeel(medisch_urenbeperkt, heeft_aow)
    return kies(vrijlating_mag, regeling_gevraagd, van_rechtswege)


@regel("art. 31 lid 2 en 34a Pw", soort=NAMEN, per="volwassene", vanaf=VANAF_2026)
def regeling_toegepast(
    regeling_gevraagd: Any,
    vrijlating_mag: Any,
    medisch_urenbeperkt: Any,
    heeft_aow: Any,
    stelsel: Any,
    uitgesloten: Any,
) -> Any:
    """The exemption given: the one asked for, else the one that needs no judgement (y; n from the pensionable age)."""
    in_31 = _zonder_oordeel(medisch_urenbeperkt, heeft_aow)
    in_34a = kies(heeft_aow, A34_AOW, getal(medisch_urenbeperkt) * A34_BEPERKT)
    van_rechtswege = getal(niet(uitgesloten)) * kies(stelsel == 2, in_34a, in_31)
    return kies(vrijlating_mag, regeling_gevraagd, van_rechtswege)


def _vrijlating_artikel(b: Waarden, each: Regel) -> str:
    return ARTIKELEN[b["regeling_toegepast" + each.naam[-2:]]]


@regel(
    _vrijlating_artikel,
    stap=9,
    per="volwassene",
    alleen_bij=("regeling_toegepast",),
    tekst={
        0: "",
        None: "Van het loon van {wie} telt {uitkomst} niet mee.",
    },
)
def vrijlating(
    loon: Any,
    loon_zonder_subsidie: Any,
    werkt: Any,
    regeling_toegepast: Any,
    vrijlating_procent: tuple[int, ...],
    vrijlating_maximum: tuple[int, ...],
) -> Any:
    """The part of wages left free a month; z and aa are for wages from an employment of art. 10d only."""
    telt_niet = kies((regeling_toegepast == Z) | (regeling_toegepast == AA), loon_zonder_subsidie, 0)
    vrij = minimum(
        deel(loon - telt_niet, tabel(vrijlating_procent, regeling_toegepast)),
        tabel(vrijlating_maximum, regeling_toegepast),
    )
    return kies(werkt, vrij, 0)
