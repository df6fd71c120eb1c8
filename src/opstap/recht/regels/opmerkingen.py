"""Remarks that ask for a human look (`let_op`): never a verdict.

They are rules like the others, with outcome yes or no; the order here is the order in the answer, after those of
`opmerkingen_norm`. Here: what is left free, income, capital, the amount and the first day.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from opstap.recht.regels.opmerkingen_norm import OPMERKINGEN, REGELS, VANAF_2026, Opmerking, opmerking
from opstap.recht.regels.ops import maximum, niet, of
from opstap.recht.regels.velden import A34, AA, GEEN, R, Z
from opstap.recht.regels.vrijlating import VANAF_2023

__all__ = ["OPMERKINGEN", "REGELS", "Opmerking"]


@opmerking(
    "vrijlating_past_niet",
    "art. 31 lid 2 en 34a Pw",
    "De gekozen vrijlating kan hier niet. Kijk naar leeftijd, maanden, gezin en datum.",
)
def let_op_vrijlating(
    regeling_a: Any,
    regeling_p: Any,
    vrijlating_mag_a: Any,
    vrijlating_mag_p: Any,
    werkt_a: Any,
    werkt_p: Any,
) -> Any:
    een = (regeling_a != GEEN) & niet(vrijlating_mag_a) & werkt_a
    return of(een, (regeling_p != GEEN) & niet(vrijlating_mag_p) & werkt_p)


@opmerking(
    "vrijlating_mogelijk",
    "art. 31 lid 2 en 34a Pw",
    "Er is loon zonder vrijlating. Kijk of een vrijlating helpt om aan het werk te komen.",
)
def let_op_loon(werkt_a: Any, werkt_p: Any, regeling_gevraagd_a: Any, regeling_gevraagd_p: Any) -> Any:
    return of(werkt_a & (regeling_gevraagd_a == GEEN), werkt_p & (regeling_gevraagd_p == GEEN))


@opmerking(
    "vakantietoeslag_inkomen",
    "art. 31 lid 4 Pw",
    "Bij dit inkomen hoort vaak ook vakantietoeslag. Kijk of die in het bedrag zit: hij telt mee.",
)
def let_op_vakantietoeslag(werkt_a: Any, werkt_p: Any, uitkering_a: Any, uitkering_p: Any) -> Any:
    """The table of the ministerial regulation was not found: the net amount counts as given, and a person looks."""
    return of(werkt_a | (uitkering_a > 0), werkt_p | (uitkering_p > 0))


@opmerking(
    "eerst_n",
    "art. 31 lid 2 onder r en z Pw",
    "Deze vrijlating komt na de zes maanden van onderdeel n. Kijk of die zes maanden voorbij zijn.",
)
def let_op_na_n(regeling_a: Any, regeling_p: Any) -> Any:
    return of((regeling_a == R) | (regeling_a == Z), (regeling_p == R) | (regeling_p == Z))


@opmerking(
    "loon_met_subsidie",
    "art. 31 lid 2 onder z en aa Pw",
    "Er is meer dan één loon. Deze vrijlating is alleen voor loon met loonkostensubsidie. Kijk om welk loon het gaat.",
    vanaf=VANAF_2023,
    alleen_bij=("loon_ongezegd_a", "loon_ongezegd_p"),
)
def let_op_loon_met_subsidie(
    regeling_toegepast_a: Any, regeling_toegepast_p: Any, loon_ongezegd_a: Any, loon_ongezegd_p: Any
) -> Any:
    een = ((regeling_toegepast_a == Z) | (regeling_toegepast_a == AA)) & loon_ongezegd_a
    return of(een, ((regeling_toegepast_p == Z) | (regeling_toegepast_p == AA)) & loon_ongezegd_p)


@opmerking(
    "vrijlating_verlengd",
    "art. 34a lid 2 Pw",
    "De vrijlating is verlengd. Kijk of meer uren werken nog steeds niet mogelijk is.",
    vanaf=VANAF_2026,
    alleen_bij=("maanden_verlengd_a", "maanden_verlengd_p"),
)
def let_op_verlengd(maanden_verlengd_a: Any, maanden_verlengd_p: Any) -> Any:
    return of(maanden_verlengd_a > 0, maanden_verlengd_p > 0)


@opmerking(
    "twee_stelsels",
    "art. 31 lid 2 en 34a Pw",
    "In 2026 staan twee stelsels van vrijlating naast elkaar in de wet. Kijk welk stelsel de gemeente gebruikt.",
    vanaf=VANAF_2026,
)
def let_op_stelsel(regeling_gevraagd_a: Any, regeling_gevraagd_p: Any, stelsel: Any, werkt_a: Any, werkt_p: Any) -> Any:
    gekozen = of((regeling_gevraagd_a != GEEN) & werkt_a, (regeling_gevraagd_p != GEEN) & werkt_p)
    return gekozen & (stelsel == 0)


@opmerking(
    "nog_niet_verplicht",
    "art. 34a en 34b Pw",
    "De nieuwe verdienregel en het bufferbudget gaan volgens gemeente.nu in op 1 januari 2027. Ze mogen al in 2026.",
    vanaf=VANAF_2026,
    tot=date(2027, 1, 1),
)
def let_op_2027(regeling_gevraagd_a: Any, regeling_gevraagd_p: Any, bufferbudget: Any) -> Any:
    return of((regeling_gevraagd_a >= A34) | (bufferbudget > 0), regeling_gevraagd_p >= A34)


@opmerking(
    "giften",
    "art. 31 lid 2 onder m Pw",
    "De giften zijn hoger dan het vrije bedrag. Kijk per persoon of het deel erboven mee moet tellen.",
    vanaf=VANAF_2026,
)
def let_op_giften(giften_boven_grens: Any) -> Any:
    return giften_boven_grens > 0


@opmerking(
    "giften",
    "art. 31 lid 2 onder m Pw",
    "Er zijn giften. Kijk of het verantwoord is om ze niet mee te tellen.",
    tot=VANAF_2026,
)
def let_op_giften_tot_2026(giften: Any) -> Any:
    return giften > 0


@opmerking(
    "gift_en_schuld",
    "art. 34 lid 1 onder b Pw",
    "De gift is hoger dan de grens en er zijn schulden. Kijk of de schulden hier van de gift af gaan: nu gebeurt dat.",
    vanaf=VANAF_2026,
    alleen_bij=("gift_als_vermogen",),
)
def let_op_gift_en_schuld(gift_als_vermogen: Any, vermogensgrens: Any, vermogen_te_hoog: Any) -> Any:
    """Where it decides: onder b speaks of money received and, unlike onder a, not of debts."""
    return (gift_als_vermogen > vermogensgrens) & niet(vermogen_te_hoog) & (vermogensgrens >= 0)


@opmerking(
    "studiefinanciering",
    "art. 33 lid 2 Pw",
    "Voor studiefinanciering telt het normbedrag. Kijk of het bedrag klopt met het soort onderwijs.",
)
def let_op_studie(studiefinanciering_a: Any, studiefinanciering_p: Any, studie_a: Any, studie_p: Any) -> Any:
    return of((studiefinanciering_a > 0) & (studie_a == 0), (studiefinanciering_p > 0) & (studie_p == 0))


@opmerking(
    "onderhuur",
    "art. 33 lid 4 Pw",
    "Er is inkomen uit verhuur van een kamer. Tel het niet mee als die huurder al meetelt als kostendeler.",
)
def let_op_onderhuur(onderhuur_a: Any, onderhuur_p: Any, deelt_kosten: Any, huurders_in_norm: Any) -> Any:
    """Where it is counted, and one of who shares the cost may be the one who pays it."""
    return of(onderhuur_a > 0, onderhuur_p > 0) & deelt_kosten & niet(huurders_in_norm)


@opmerking(
    "onderhuur_telt_niet",
    "art. 33 lid 4 Pw",
    "De huur van een kamer telt niet mee als inkomen. Kijk of die huur van iemand is die meetelt als kostendeler.",
)
def let_op_onderhuur_vrij(onderhuur_a: Any, onderhuur_p: Any, huurders_in_norm: Any) -> Any:
    """Nobody else lives here, but the rent may be of something else than a room."""
    return of(onderhuur_a > 0, onderhuur_p > 0) & huurders_in_norm


@opmerking(
    "auto",
    "art. 34 lid 2 onder a Pw",
    "De auto telt mee voor de volle waarde. Kijk of de auto gewoon of nodig is; dan kan de waarde vrij blijven.",
)
def let_op_auto(auto: Any, vermogen_te_hoog: Any) -> Any:
    return (auto > 0) & vermogen_te_hoog


@opmerking(
    "lening_eigen_woning",
    "art. 50 lid 2 Pw",
    "In het huis zit meer dan vrij blijft. Kijk of de bijstand een lening wordt en of verkoop te vragen is.",
)
def let_op_woning(overwaarde: Any) -> Any:
    return overwaarde > 0


@opmerking(
    "lijfrente",
    "art. 15 lid 2 en 31 lid 6 Pw",
    "Er is een lijfrente. Kijk naar de inleg, naar de groei na de aanvraag en of de ingangsdatum is uitgesteld.",
)
def let_op_lijfrente(lijfrente: Any) -> Any:
    return lijfrente > 0


@opmerking(
    "bezit_vrij",
    "art. 34 lid 2 onder c en e Pw",
    "Er is spaargeld of een vergoeding die niet meetelt. Kijk of het in de tijd van de bijstand is gespaard, of voor "
    "immateriële schade is.",
    alleen_bij=("bezit_vrij",),
)
def let_op_bezit_vrij(bezit_vrij: Any) -> Any:
    return bezit_vrij > 0


@opmerking(
    "lijfrente_inleg",
    "art. 15 lid 2 onder b Pw",
    "In een van de laatste vijf jaren is meer in de lijfrente gestort dan de wet vrijlaat. Kijk welk deel vrij blijft.",
)
def let_op_lijfrente_inleg(lijfrente_inleg: Any, lijfrente_15_inleg: int, heeft_aow_a: Any) -> Any:
    """For as far as more was paid in a year, the law does not leave the annuity free; how far, a person says."""
    return (lijfrente_inleg > maximum(lijfrente_15_inleg, 0)) & niet(heeft_aow_a)


@opmerking("verlaging_hele_norm", "art. 18 Pw", "Het maatwerk maakt de bijstand nul. Kijk of dat past bij de situatie.")
def let_op_afstemming(na_afstemming: Any, hoogte: Any) -> Any:
    return (na_afstemming == 0) & (hoogte > 0)


@opmerking(
    "drie_maanden",
    "art. 44 lid 5 Pw",
    "De gekozen begindatum ligt meer dan drie maanden voor de melding. We rekenen met drie maanden.",
    vanaf=VANAF_2026,
)
def let_op_begin(ingang_eerder: Any, begin_eerder: Any) -> Any:
    return (ingang_eerder > 0) & (begin_eerder > ingang_eerder)


@opmerking(
    "terug_kan_niet",
    "art. 44 Pw",
    "Vóór 2026 kon de bijstand niet beginnen voor de melding. De gekozen begindatum is niet gebruikt.",
    tot=VANAF_2026,
)
def let_op_begin_tot_2026(ingang_eerder: Any) -> Any:
    return ingang_eerder > 0


@opmerking(
    "melding_onbekend", "art. 44 lid 1 Pw", "De dag van melding is niet bekend. We gebruiken de dag van aanvraag."
)
def let_op_melding(gemeld_op: Any, aangevraagd_op: Any) -> Any:
    return (gemeld_op == 0) & (aangevraagd_op > 0)


@opmerking(
    "melding_na_aanvraag",
    "art. 44 lid 1 Pw",
    "De aanvraag is van voor de melding. Kijk of beide dagen kloppen: wie aanvraagt, heeft zich ook gemeld.",
)
def let_op_volgorde(gemeld_op: Any, aangevraagd_op: Any) -> Any:
    return (aangevraagd_op > 0) & (aangevraagd_op < gemeld_op)


@opmerking(
    "begin_in_maand",
    "art. 45 lid 3 Pw",
    "De bijstand begint in deze maand. Het bedrag is dat van een hele maand. Reken ook uit wat deze maand geeft.",
)
def let_op_begin_in_maand(ingangsdatum: Any, vanaf: Any, eerste_van_de_maand: int, laatste_van_de_maand: int) -> Any:
    return (vanaf == 0) & (ingangsdatum > eerste_van_de_maand) & (ingangsdatum <= laatste_van_de_maand)


@opmerking(
    "buffer_zonder_loon",
    "art. 34b Pw",
    "Een bufferbudget is voor wie loon en bijstand heeft. Kijk of het hier past.",
    vanaf=VANAF_2026,
)
def let_op_buffer_loon(bufferbudget: Any, werkt_a: Any, werkt_p: Any) -> Any:
    return (bufferbudget > 0) & niet(of(werkt_a, werkt_p))


@opmerking(
    "buffer_grens",
    "art. 34b Pw",
    "Het bufferbudget is hoger dan mag in een jaar. We rekenen met het hoogste bedrag.",
    vanaf=VANAF_2026,
)
def let_op_buffer(bufferbudget: Any, buffer: Any) -> Any:
    return bufferbudget > buffer


@opmerking(
    "buffer_kan_niet", "art. 34b Pw", "Een bufferbudget bestaat sinds 2026. Het is niet gebruikt.", tot=VANAF_2026
)
def let_op_buffer_tot_2026(bufferbudget: Any) -> Any:
    return bufferbudget > 0
