"""Step 10 (income) and step 11 (capital): what counts, art. 32 to 34 and 50."""

from __future__ import annotations

from datetime import date
from typing import Any

from opstap.recht.regels.motor import regel
from opstap.recht.regels.ops import kies, maximum, minimum, niet, of

VANAF_2026 = date(2026, 1, 1)


@regel(
    "art. 32 lid 1 Pw",
    stap=10,
    per="volwassene",
    tekst={
        0: "{Wie} heeft geen inkomen dat meetelt.",
        None: "Het inkomen van {wie} dat meetelt is {uitkomst} per maand.",
    },
)
def eigen_inkomen(
    loon: Any,
    vrijlating: Any,
    uitkering: Any,
    alimentatie: Any,
    pensioen: Any,
    studie_inkomen: Any,
    onderhuur: Any,
    onderhuur_vrij: Any,
    overig_inkomen: Any,
    premie: Any,
    vrijwilliger: Any,
    premie_vrij: Any,
) -> Any:
    """Income of one adult less what is left free (the small pension is left free for both together)."""
    return (
        loon
        - vrijlating
        + uitkering
        + alimentatie
        + pensioen
        + studie_inkomen
        + onderhuur
        - onderhuur_vrij
        + overig_inkomen
        + premie
        + vrijwilliger
        - premie_vrij
    )


@regel(
    "art. 31 lid 2 onder h Pw",
    stap=10,
    tekst={
        0: "",
        None: "Van de kinderen telt {uitkomst} mee. Loon en uitkeringen van een kind tellen niet mee.",
    },
)
def inkomen_kinderen(kind_inkomen: Any) -> Any:
    """Income of dependent children, apart from wages and benefits, which stay free."""
    return kind_inkomen


@regel("art. 31 lid 2 onder m Pw", tot=VANAF_2026, naam="giften_boven_grens")
def giften_boven_grens_tot_2026() -> int:
    """Until 2026 the municipality judged gifts; a remark asks for that."""
    return 0


@regel(
    "art. 31 lid 2 onder m Pw",
    stap=9,
    vanaf=VANAF_2026,
    tekst={
        0: "",
        None: "Van de giften van dit jaar ligt {uitkomst} boven het vrije bedrag.",
    },
)
def giften_boven_grens(giften: Any, giften_31_2_m_per_jaar: int) -> Any:
    """Gifts above the free amount of the calendar year (since 2026)."""
    return maximum(giften - giften_31_2_m_per_jaar, 0)


@regel("art. 31 lid 2 onder m en s Pw")
def gift_als_inkomen(giften_boven_grens: Any, giften_boven: int) -> Any:
    """The part above the limit as income, where the municipality chose so."""
    return giften_boven_grens if giften_boven == 1 else 0


@regel("art. 34 lid 1 onder b Pw")
def gift_als_vermogen(giften_boven_grens: Any, giften_boven: int) -> Any:
    """The part above the limit as capital: gifts are not among the incomes of art. 32 lid 1."""
    return giften_boven_grens if giften_boven == 0 else 0


@regel(
    "art. 31 lid 2 Pw",
    stap=9,
    tekst={
        0: "Er is niets dat de wet vrijlaat.",
        None: "Van wat u krijgt laat de wet {uitkomst} vrij.",
    },
)
def vrijgelaten(
    vrijlating_a: Any,
    vrijlating_p: Any,
    premie_vrij_a: Any,
    premie_vrij_p: Any,
    pensioen_vrij: Any,
    kind_inkomen_vrij: Any,
) -> Any:
    """Everything left free this month together, the wages and benefits of children too."""
    return vrijlating_a + vrijlating_p + premie_vrij_a + premie_vrij_p + pensioen_vrij + kind_inkomen_vrij


@regel("art. 32 lid 1 Pw")
def inkomen_samen(
    eigen_inkomen_a: Any, eigen_inkomen_p: Any, pensioen_vrij: Any, inkomen_kinderen: Any, gift_als_inkomen: Any
) -> Any:
    """Of both adults together, with the children's part, less the small pension that is left free for both."""
    return eigen_inkomen_a + eigen_inkomen_p - pensioen_vrij + inkomen_kinderen + gift_als_inkomen


@regel("art. 32 lid 3 Pw", alleen_bij=("partner_zonder_recht",))
def inkomen_ander(
    eigen_inkomen_a: Any,
    eigen_inkomen_p: Any,
    partner_zonder_recht: Any,
    eerst_partner: Any,
    pensioen_vrij: Any,
    pensioen_a: Any,
    pensioen_p: Any,
) -> Any:
    """Of the partner without a right; the small pension is left free first with who has a right, then with them."""
    vrij_over = pensioen_vrij - minimum(pensioen_vrij, kies(eerst_partner, pensioen_p, pensioen_a))
    return kies(partner_zonder_recht, kies(eerst_partner, eigen_inkomen_a, eigen_inkomen_p) - vrij_over, 0)


@regel("art. 32 lid 1 Pw", stap=10, tekst="Het inkomen van wie recht heeft is samen {uitkomst} per maand.")
def inkomen_rechthebbenden(inkomen_samen: Any, inkomen_ander: Any) -> Any:
    return inkomen_samen - inkomen_ander


@regel(
    "art. 32 lid 3 Pw",
    stap=10,
    alleen_bij=("partner_zonder_recht",),
    tekst={
        0: "",
        None: "Uw partner heeft geen recht op bijstand. Van zijn of haar inkomen telt {uitkomst} mee.",
    },
)
def partnerinkomen_telt(
    partner_zonder_recht: Any,
    inkomen_ander: Any,
    inkomen_rechthebbenden: Any,
    bijstandsnorm: Any,
    norm_als_beiden_recht: Any,
) -> Any:
    """Only what, with the own income and the benefit, goes above the norm of the couple."""
    boven = inkomen_ander - norm_als_beiden_recht + maximum(bijstandsnorm, inkomen_rechthebbenden)
    return kies(partner_zonder_recht, maximum(minimum(boven, inkomen_ander), 0), 0)


@regel("art. 19 lid 2 en 32 Pw", stap=10, tekst="Het inkomen dat meetelt is {uitkomst} per maand.")
def inkomen(inkomen_rechthebbenden: Any, partnerinkomen_telt: Any) -> Any:
    return inkomen_rechthebbenden + partnerinkomen_telt


@regel("art. 31 lid 6 onder b Pw", alleen_bij=("lijfrente",))
def lijfrente_telt(lijfrente: Any, lijfrente_groei: Any, lijfrente_15_waarde: int, heeft_aow_a: Any) -> Any:
    """An annuity for old age above the limit of art. 15; under it, it stays free until the pensionable age.

    What it grew since the application stays free too, above the limit as well (31 lid 6 onder b, "waardetoename").
    """
    if not heeft_grens(lijfrente_15_waarde):
        return kies(heeft_aow_a, lijfrente, 0)
    grens = lijfrente_15_waarde
    return kies(heeft_aow_a, lijfrente, maximum(lijfrente - lijfrente_groei - grens, 0))


@regel("art. 15 lid 2 onder b Pw", soort="ja_nee")
def grens_lijfrente_mist(lijfrente: Any, lijfrente_15_waarde: int, heeft_aow_a: Any) -> Any:
    """An annuity decides, and no source is known for the limit of that date."""
    if heeft_grens(lijfrente_15_waarde):
        return False
    return (lijfrente > 0) & niet(heeft_aow_a)


def heeft_grens(bedrag: int) -> bool:
    """Whether a source is known for an amount."""
    return bedrag >= 0


@regel(
    "art. 34 lid 2 onder c en e Pw",
    stap=11,
    alleen_bij=("spaargeld_bijstand", "immateriele_schade"),
    tekst={
        0: "",
        None: "Spaargeld uit de tijd van de bijstand en geld voor immateriële schade tellen niet mee: {uitkomst}.",
    },
)
def bezit_vrij(spaargeld_bijstand: Any, immateriele_schade: Any) -> Any:
    """Savings built up while on the benefit and damages for what is not material: no capital, whatever the limit."""
    return spaargeld_bijstand + immateriele_schade


@regel("art. 34 lid 1 Pw", stap=11, tekst="Uw bezit min uw schulden is {uitkomst}.")
def vermogen(
    banktegoed: Any,
    contant: Any,
    auto: Any,
    auto_vrij: int,
    overig_bezit: Any,
    lijfrente_telt: Any,
    gift_als_vermogen: Any,
    schuld: Any,
) -> Any:
    """Possessions less debts, the home apart; never below zero. `auto_vrij`: a policy of the municipality."""
    auto_telt = maximum(auto - auto_vrij, 0) if auto_vrij else auto
    bezit = banktegoed + contant + auto_telt + overig_bezit + lijfrente_telt + gift_als_vermogen
    return maximum(bezit - schuld, 0)


@regel(
    "art. 34 lid 3 en 4 Pw",
    stap=11,
    tot=VANAF_2026,
    naam="vermogensgrens",
    tekst="U mag {uitkomst} aan vermogen hebben. Wat eerder vrij bleef, is er al af.",
)
def vermogensgrens_tot_2026(
    heeft_partner: Any,
    heeft_kind: Any,
    vermogen_grens_alleenstaand: int,
    vermogen_grens_gehuwd_of_kind: int,
    eerder_vrijgelaten: Any,
) -> Any:
    """Until 2026 the limit is lowered by capital left free earlier (lid 4)."""
    grens = kies(of(heeft_partner, heeft_kind), vermogen_grens_gehuwd_of_kind, vermogen_grens_alleenstaand)
    return kies(grens < 0, grens, maximum(grens - eerder_vrijgelaten, 0))


@regel("art. 34 lid 3 Pw", stap=11, vanaf=VANAF_2026, tekst="U mag {uitkomst} aan vermogen hebben.")
def vermogensgrens(
    heeft_partner: Any,
    heeft_kind: Any,
    vermogen_grens_alleenstaand: int,
    vermogen_grens_gehuwd_of_kind: int,
) -> Any:
    """Since 2026 a plain test at every moment."""
    return kies(of(heeft_partner, heeft_kind), vermogen_grens_gehuwd_of_kind, vermogen_grens_alleenstaand)


@regel(
    "art. 34 lid 2 onder b Pw",
    stap=11,
    soort="ja_nee",
    tekst={
        True: "Uw vermogen is hoger dan de grens.",
        False: "Uw vermogen is niet hoger dan de grens.",
    },
)
def vermogen_te_hoog(vermogen: Any, vermogensgrens: Any) -> Any:
    return (vermogen > vermogensgrens) & (vermogensgrens >= 0)


@regel(
    "art. 34 lid 2 onder d en 50 lid 2 Pw",
    stap=11,
    tekst={
        0: "",
        None: "In uw huis zit {uitkomst} meer dan vrij blijft. De bijstand kan dan een lening zijn.",
    },
)
def overwaarde(eigen_woning: Any, vermogen_eigen_woning: int) -> Any:
    """Net worth of the home above what is free: no ground to refuse, the benefit can take the form of a loan."""
    if vermogen_eigen_woning < 0:
        return kies(eigen_woning > 0, vermogen_eigen_woning, 0)
    return maximum(eigen_woning - vermogen_eigen_woning, 0)
