"""Remarks that ask for a human look (`let_op`): never a verdict.

They are rules like the others, with outcome yes or no; the order here is the order in the answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from opstap.recht.regels.motor import Regel, regel
from opstap.recht.regels.ops import maximum, niet, tabel
from opstap.recht.regels.velden import A34, GEEN, R, Z

VANAF_2026 = date(2026, 1, 1)


@dataclass(frozen=True, slots=True)
class Opmerking:
    """A remark: shown where the rule `naam` says yes."""

    code: str
    artikel: str
    tekst: str


OPMERKINGEN: dict[str, Opmerking] = {}
REGELS: list[Regel] = []


def _opmerking(code: str, artikel: str, tekst: str, vanaf: date | None = None, tot: date | None = None) -> Any:
    def make(functie: Any) -> Regel:
        period = {"vanaf": vanaf} if vanaf else {}
        each = regel(artikel, soort="ja_nee", tot=tot, **period)(functie)  # type: ignore[arg-type]
        OPMERKINGEN[each.naam] = Opmerking(code, artikel, tekst)
        REGELS.append(each)
        return each

    return make


@_opmerking(
    "bedragen_verouderd",
    "art. 38 Pw",
    "Voor deze datum zijn nog geen nieuwe bedragen bekend. We rekenen met de laatste bedragen.",
)
def let_op_bedragen(bedragen_verouderd: int) -> bool:
    return bool(bedragen_verouderd)


@_opmerking(
    "bedrag_onbevestigd",
    "art. 19 lid 3 Pw",
    "Het percentage vakantietoeslag is voor deze datum niet bevestigd door een tweede bron. Kijk het na.",
)
def let_op_onbevestigd(toeslag_onbevestigd: int) -> bool:
    return bool(toeslag_onbevestigd)


@_opmerking(
    "norm_onbevestigd",
    "art. 20 tot en met 24a Pw",
    "Het bedrag van de norm is niet door een bron bevestigd. Kijk het na.",
)
def let_op_norm(tabel_onbevestigd: tuple[bool, ...], plaats: Any) -> Any:
    return tabel(tabel_onbevestigd, plaats) if any(tabel_onbevestigd) else False


@_opmerking("svb", "art. 47a Pw", "Vanaf de AOW-leeftijd betaalt de SVB deze bijstand (AIO). Stuur de aanvraag door.")
def let_op_svb(heeft_aow_a: Any, heeft_aow_p: Any, heeft_partner: Any) -> Any:
    return heeft_aow_a | (heeft_partner & heeft_aow_p)


@_opmerking(
    "dringende_redenen",
    "art. 16 Pw",
    "Iemand krijgt volgens de wet geen bijstand. Kijk of er zeer dringende redenen zijn om toch te helpen.",
)
def let_op_dringend(uitgesloten_a: Any, uitgesloten_p: Any, heeft_partner: Any, geen_verblijf_a: Any) -> Any:
    return (uitgesloten_a & niet(geen_verblijf_a)) | (heeft_partner & uitgesloten_p)


@_opmerking(
    "bijna_buitenland",
    "art. 13 lid 1 onder e Pw",
    "De uitsluiting geldt voor de dagen boven de vier (of dertien) weken. Kijk om welke dagen het gaat.",
)
def let_op_buitenland(te_lang_buitenland_a: Any, te_lang_buitenland_p: Any, heeft_partner: Any) -> Any:
    return te_lang_buitenland_a | (heeft_partner & te_lang_buitenland_p)


@_opmerking(
    "zoektermijn",
    "art. 41 lid 4 Pw",
    "De zoektermijn van vier weken geldt. Een aanvraag binnen die weken is toch een aanvraag.",
    tot=VANAF_2026,
)
def let_op_zoektermijn_tot_2026(zoektermijn: Any) -> Any:
    return zoektermijn


@_opmerking(
    "zoektermijn",
    "art. 41 lid 11 Pw",
    "De zoektermijn geldt. De gemeente kan eerder beginnen als de situatie daarom vraagt.",
    vanaf=VANAF_2026,
)
def let_op_zoektermijn(zoektermijn: Any) -> Any:
    return zoektermijn


@_opmerking(
    "mantelzorg",
    "art. 22a lid 4 Pw",
    "Er wordt tijdelijk mantelzorg gegeven. Kijk of de kostendelersnorm zo goed is toegepast.",
    vanaf=VANAF_2026,
)
def let_op_mantelzorg(mantelzorg_elders: Any, mantelzorgers: Any) -> Any:
    return mantelzorg_elders | (mantelzorgers > 0)


@_opmerking(
    "partner_in_inrichting",
    "art. 23 lid 3 en 24 Pw",
    "Een van u woont in een inrichting en een van u heeft geen recht. Kijk of de norm bij de situatie past.",
)
def let_op_inrichting(situatie: Any, in_inrichting_a: Any, in_inrichting_p: Any) -> Any:
    return (situatie == 2) & (in_inrichting_a | in_inrichting_p)


@_opmerking(
    "ouders",
    "art. 20 lid 3 Pw",
    "Vraag of de ouders kunnen meebetalen. Kan dat niet, dan is de norm hoger.",
    vanaf=VANAF_2026,
)
def let_op_ouders(
    recht_a: Any,
    recht_p: Any,
    minstens_21_a: Any,
    minstens_21_p: Any,
    ouders_betalen_mee_a: Any,
    ouders_betalen_mee_p: Any,
) -> Any:
    een = recht_a & niet(minstens_21_a) & (ouders_betalen_mee_a == 0)
    return een | (recht_p & niet(minstens_21_p) & (ouders_betalen_mee_p == 0))


@_opmerking(
    "ouders", "art. 12 Pw", "Kunnen de ouders niet meebetalen, dan kan er bijzondere bijstand zijn.", tot=VANAF_2026
)
def let_op_ouders_tot_2026(recht_a: Any, recht_p: Any, minstens_21_a: Any, minstens_21_p: Any) -> Any:
    return (recht_a & niet(minstens_21_a)) | (recht_p & niet(minstens_21_p))


@_opmerking(
    "art27_past_niet",
    "art. 27 Pw",
    "De verlaging van art. 27 kan alleen bij een norm van art. 20 of 21. Zij is niet toegepast.",
)
def let_op_27(verlaging_27: Any, verlaging_woonsituatie: Any) -> Any:
    return (verlaging_27 > 0) & (verlaging_woonsituatie == 0)


@_opmerking(
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
    return een | ((regeling_p != GEEN) & niet(vrijlating_mag_p) & werkt_p)


@_opmerking(
    "vrijlating_mogelijk",
    "art. 31 lid 2 en 34a Pw",
    "Er is loon zonder vrijlating. Kijk of een vrijlating helpt om aan het werk te komen.",
)
def let_op_loon(werkt_a: Any, werkt_p: Any, regeling_gevraagd_a: Any, regeling_gevraagd_p: Any) -> Any:
    return (werkt_a & (regeling_gevraagd_a == GEEN)) | (werkt_p & (regeling_gevraagd_p == GEEN))


@_opmerking(
    "vakantietoeslag_inkomen",
    "art. 31 lid 4 Pw",
    "Bij dit inkomen hoort vaak ook vakantietoeslag. Kijk of die in het bedrag zit: hij telt mee.",
)
def let_op_vakantietoeslag(werkt_a: Any, werkt_p: Any, uitkering_a: Any, uitkering_p: Any) -> Any:
    """The table of the ministerial regulation was not found: the net amount counts as given, and a person looks."""
    return werkt_a | werkt_p | (uitkering_a > 0) | (uitkering_p > 0)


@_opmerking(
    "eerst_n",
    "art. 31 lid 2 onder r en z Pw",
    "Deze vrijlating komt na de zes maanden van onderdeel n. Kijk of die zes maanden voorbij zijn.",
)
def let_op_na_n(regeling_a: Any, regeling_p: Any) -> Any:
    return (regeling_a == R) | (regeling_p == R) | (regeling_a == Z) | (regeling_p == Z)


@_opmerking(
    "twee_stelsels",
    "art. 31 lid 2 en 34a Pw",
    "In 2026 staan twee stelsels van vrijlating naast elkaar in de wet. Kijk welk stelsel de gemeente gebruikt.",
    vanaf=VANAF_2026,
)
def let_op_stelsel(regeling_gevraagd_a: Any, regeling_gevraagd_p: Any, stelsel: Any, werkt_a: Any, werkt_p: Any) -> Any:
    gekozen = ((regeling_gevraagd_a != GEEN) & werkt_a) | ((regeling_gevraagd_p != GEEN) & werkt_p)
    return gekozen & (stelsel == 0)


@_opmerking(
    "nog_niet_verplicht",
    "art. 34a en 34b Pw",
    "De nieuwe verdienregel en het bufferbudget gaan volgens gemeente.nu in op 1 januari 2027. Ze mogen al in 2026.",
    vanaf=VANAF_2026,
    tot=date(2027, 1, 1),
)
def let_op_2027(regeling_gevraagd_a: Any, regeling_gevraagd_p: Any, bufferbudget: Any) -> Any:
    return (regeling_gevraagd_a >= A34) | (regeling_gevraagd_p >= A34) | (bufferbudget > 0)


@_opmerking(
    "giften",
    "art. 31 lid 2 onder m Pw",
    "De giften zijn hoger dan het vrije bedrag. Kijk per persoon of het deel erboven mee moet tellen.",
    vanaf=VANAF_2026,
)
def let_op_giften(giften_boven_grens: Any) -> Any:
    return giften_boven_grens > 0


@_opmerking(
    "giften",
    "art. 31 lid 2 onder m Pw",
    "Er zijn giften. Kijk of het verantwoord is om ze niet mee te tellen.",
    tot=VANAF_2026,
)
def let_op_giften_tot_2026(giften: Any) -> Any:
    return giften > 0


@_opmerking(
    "studiefinanciering",
    "art. 33 lid 2 Pw",
    "Voor studiefinanciering telt het normbedrag. Kijk of het bedrag klopt met het soort onderwijs.",
)
def let_op_studie(studiefinanciering_a: Any, studiefinanciering_p: Any, studie_a: Any, studie_p: Any) -> Any:
    return ((studiefinanciering_a > 0) & (studie_a == 0)) | ((studiefinanciering_p > 0) & (studie_p == 0))


@_opmerking(
    "onderhuur",
    "art. 33 lid 4 Pw",
    "Er is inkomen uit verhuur van een kamer. Tel het niet mee als die huurder al meetelt als kostendeler.",
)
def let_op_onderhuur(onderhuur_a: Any, onderhuur_p: Any, kostendelers: Any) -> Any:
    return ((onderhuur_a > 0) | (onderhuur_p > 0)) & (kostendelers > 0)


@_opmerking(
    "auto",
    "art. 34 lid 2 onder a Pw",
    "De auto telt mee voor de volle waarde. Kijk of de auto gewoon of nodig is; dan kan de waarde vrij blijven.",
)
def let_op_auto(auto: Any, vermogen_te_hoog: Any) -> Any:
    return (auto > 0) & vermogen_te_hoog


@_opmerking(
    "lening_eigen_woning",
    "art. 50 lid 2 Pw",
    "In het huis zit meer dan vrij blijft. Kijk of de bijstand een lening wordt en of verkoop te vragen is.",
)
def let_op_woning(overwaarde: Any) -> Any:
    return overwaarde > 0


@_opmerking(
    "lijfrente",
    "art. 15 lid 2 en 31 lid 6 Pw",
    "Er is een lijfrente. Kijk naar de inleg en of de ingangsdatum is uitgesteld.",
)
def let_op_lijfrente(lijfrente: Any) -> Any:
    return lijfrente > 0


@_opmerking(
    "lijfrente_inleg",
    "art. 15 lid 2 onder b Pw",
    "In een van de laatste vijf jaren is meer in de lijfrente gestort dan de wet vrijlaat. Kijk welk deel vrij blijft.",
)
def let_op_lijfrente_inleg(lijfrente_inleg: Any, lijfrente_15_inleg: int, heeft_aow_a: Any) -> Any:
    """For as far as more was paid in a year, the law does not leave the annuity free; how far, a person says."""
    return (lijfrente_inleg > maximum(lijfrente_15_inleg, 0)) & niet(heeft_aow_a)


@_opmerking(
    "verlaging_hele_norm", "art. 18 Pw", "Het maatwerk maakt de bijstand nul. Kijk of dat past bij de situatie."
)
def let_op_afstemming(na_afstemming: Any, hoogte: Any) -> Any:
    return (na_afstemming == 0) & (hoogte > 0)


@_opmerking(
    "drie_maanden",
    "art. 44 lid 5 Pw",
    "De gekozen begindatum ligt meer dan drie maanden voor de melding. We rekenen met drie maanden.",
    vanaf=VANAF_2026,
)
def let_op_begin(ingang_eerder: Any, begin_eerder: Any) -> Any:
    return (ingang_eerder > 0) & (begin_eerder > ingang_eerder)


@_opmerking(
    "terug_kan_niet",
    "art. 44 Pw",
    "Vóór 2026 kon de bijstand niet beginnen voor de melding. De gekozen begindatum is niet gebruikt.",
    tot=VANAF_2026,
)
def let_op_begin_tot_2026(ingang_eerder: Any) -> Any:
    return ingang_eerder > 0


@_opmerking(
    "melding_onbekend", "art. 44 lid 1 Pw", "De dag van melding is niet bekend. We gebruiken de dag van aanvraag."
)
def let_op_melding(gemeld_op: Any, aangevraagd_op: Any) -> Any:
    return (gemeld_op == 0) & (aangevraagd_op > 0)


@_opmerking(
    "melding_na_aanvraag",
    "art. 44 lid 1 Pw",
    "De aanvraag is van voor de melding. Kijk of beide dagen kloppen: wie aanvraagt, heeft zich ook gemeld.",
)
def let_op_volgorde(gemeld_op: Any, aangevraagd_op: Any) -> Any:
    return (aangevraagd_op > 0) & (aangevraagd_op < gemeld_op)


@_opmerking(
    "begin_in_maand",
    "art. 45 lid 3 Pw",
    "De bijstand begint in deze maand. Het bedrag is dat van een hele maand. Reken ook uit wat deze maand geeft.",
)
def let_op_begin_in_maand(ingangsdatum: Any, vanaf: Any, eerste_van_de_maand: int, laatste_van_de_maand: int) -> Any:
    return (vanaf == 0) & (ingangsdatum > eerste_van_de_maand) & (ingangsdatum <= laatste_van_de_maand)


@_opmerking(
    "buffer_zonder_loon",
    "art. 34b Pw",
    "Een bufferbudget is voor wie loon en bijstand heeft. Kijk of het hier past.",
    vanaf=VANAF_2026,
)
def let_op_buffer_loon(bufferbudget: Any, werkt_a: Any, werkt_p: Any) -> Any:
    return (bufferbudget > 0) & niet(werkt_a | werkt_p)


@_opmerking(
    "buffer_grens",
    "art. 34b Pw",
    "Het bufferbudget is hoger dan mag in een jaar. We rekenen met het hoogste bedrag.",
    vanaf=VANAF_2026,
)
def let_op_buffer(bufferbudget: Any, buffer: Any) -> Any:
    return bufferbudget > buffer


@_opmerking(
    "buffer_kan_niet", "art. 34b Pw", "Een bufferbudget bestaat sinds 2026. Het is niet gebruikt.", tot=VANAF_2026
)
def let_op_buffer_tot_2026(bufferbudget: Any) -> Any:
    return bufferbudget > 0
