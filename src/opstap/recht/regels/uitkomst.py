"""Steps 12 to 16: the right and its amount, tailoring, the day it starts, payment and advance, applying again."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import Any

from opstap.recht.regels.motor import regel
from opstap.recht.regels.ops import (
    deel,
    eerste_werkdag,
    en,
    getal,
    half_up,
    kies,
    maximum,
    minimum,
    niet,
    of,
    plus_maanden,
)

VANAF_2026 = date(2026, 1, 1)
GEEN_RECHT, RECHT, NOG_NIET = range(3)
UITKOMSTEN = ("geen_recht", "recht", "nog_niet_te_bepalen")


@regel("art. 11 Pw", soort="ja_nee")
def leeftijd_bekend(geboren_a: Any, geboren_p: Any, heeft_partner: Any) -> Any:
    return en(geboren_a > 0, of(niet(heeft_partner), geboren_p > 0))


@regel("art. 11 Pw", soort="ja_nee")
def niemand_recht(recht_a: Any, recht_p: Any) -> Any:
    """Excluded for certain: an unknown age never excludes."""
    return niet(of(recht_a, recht_p))


@regel("art. 20 tot en met 24a Pw", soort="ja_nee")
def norm_bekend(
    bijstandsnorm: Any,
    leeftijd_bekend: Any,
    inrichting_bekend: Any,
    uitgesloten_a: Any,
    leeftijden_missen: Any,
    kind_leeftijd_mist: Any,
    niemand_recht: Any,
    soort_verlof_mist: Any,
) -> Any:
    """Everything the norm rests on is known, the amounts too."""
    feiten = en(leeftijd_bekend & (inrichting_bekend | uitgesloten_a), leeftijden_missen == 0)
    feiten = en(feiten, niet(soort_verlof_mist))
    return feiten & niet(kind_leeftijd_mist) & niet(niemand_recht) & (bijstandsnorm >= 0)


@regel("art. 31 en 33 Pw", soort="ja_nee")
def vrije_bedragen_bekend(
    vrijlating_maximum: tuple[int, ...],
    vrijlating_procent: tuple[int, ...],
    premie_31_2_j_per_jaar: int,
    vrijwilliger_31_2_k_per_maand: int,
    vrijwilliger_31_2_k_per_jaar: int,
    pensioen_33_5_alleenstaand: int,
    pensioen_33_5_gehuwd: int,
) -> bool:
    """Whether every amount that is left free has a source on this day: then no household misses one."""
    los = (
        premie_31_2_j_per_jaar,
        vrijwilliger_31_2_k_per_maand,
        vrijwilliger_31_2_k_per_jaar,
        pensioen_33_5_alleenstaand,
        pensioen_33_5_gehuwd,
    )
    return min(*los, *vrijlating_maximum, *vrijlating_procent) >= 0


@regel("art. 32 Pw", soort="ja_nee")
def inkomen_bekend(
    vrije_bedragen_bekend: bool,
    inkomsten_bekend: Any,
    vrijlating_a: Any,
    vrijlating_p: Any,
    premie_vrij_a: Any,
    premie_vrij_p: Any,
    pensioen_vrij: Any,
    studie_inkomen_a: Any,
    studie_inkomen_p: Any,
) -> Any:
    """The income is stated and every amount it rests on has a source."""
    laagste = minimum(studie_inkomen_a, studie_inkomen_p)
    if not vrije_bedragen_bekend:
        vrij = minimum(minimum(vrijlating_a, vrijlating_p), minimum(premie_vrij_a, premie_vrij_p))
        laagste = minimum(minimum(laagste, vrij), pensioen_vrij)
    return inkomsten_bekend & (laagste >= 0)


@regel("art. 34 Pw", soort="ja_nee")
def grenzen_bekend(
    vermogen_grens_alleenstaand: int, vermogen_grens_gehuwd_of_kind: int, vermogen_eigen_woning: int
) -> bool:
    """Whether every limit of capital has a source on this day: then no household misses one."""
    return min(vermogen_grens_alleenstaand, vermogen_grens_gehuwd_of_kind, vermogen_eigen_woning) >= 0


@regel("art. 34 Pw", soort="ja_nee")
def grens_bekend(
    grenzen_bekend: bool,
    vermogensgrens: Any,
    kind_leeftijd_mist: Any,
    heeft_partner: Any,
    overwaarde: Any,
    grens_lijfrente_mist: Any,
) -> Any:
    grens = en(of(heeft_partner, niet(kind_leeftijd_mist)), niet(grens_lijfrente_mist))
    return grens if grenzen_bekend else grens & (vermogensgrens >= 0) & (overwaarde >= 0)


@regel(
    "art. 19 lid 1 onder a Pw",
    stap=12,
    soort="ja_nee",
    tekst={
        True: "Uw inkomen is gelijk aan de bijstandsnorm of hoger.",
        False: "Uw inkomen is lager dan de bijstandsnorm.",
    },
)
def inkomen_te_hoog(inkomen: Any, bijstandsnorm: Any) -> Any:
    return inkomen >= bijstandsnorm


@regel(
    "art. 19 lid 1 Pw",
    stap=12,
    soort=UITKOMSTEN,
    tekst={
        GEEN_RECHT: "U hebt volgens deze berekening geen recht op bijstand.",
        RECHT: "U hebt volgens deze berekening recht op bijstand.",
        NOG_NIET: "We kunnen nog niet zeggen of u recht hebt. Er ontbreken gegevens.",
    },
)
def uitkomst(
    niemand_recht: Any,
    norm_bekend: Any,
    inkomen_bekend: Any,
    inkomen_te_hoog: Any,
    vermogen_bekend: Any,
    grens_bekend: Any,
    vermogen_te_hoog: Any,
    verblijf_bekend: Any,
    uitgesloten_a: Any,
) -> Any:
    """No right as soon as one ground is certain; a right only when everything needed is known."""
    geen = (
        niemand_recht
        | (norm_bekend & inkomen_bekend & inkomen_te_hoog)
        | (vermogen_bekend & grens_bekend & vermogen_te_hoog)
    )
    alles = norm_bekend & inkomen_bekend & vermogen_bekend & grens_bekend & (verblijf_bekend | uitgesloten_a)
    return (NOG_NIET - getal(alles)) * getal(niet(geen))


@regel("art. 19 lid 2 Pw", stap=12, tekst="De bijstand is de norm min het inkomen: {uitkomst} per maand.")
def hoogte(bijstandsnorm: Any, inkomen: Any) -> Any:
    """Norm less income, never below zero."""
    return maximum(bijstandsnorm - inkomen, 0)


@regel("art. 18 lid 1 Pw", stap=13, tekst="Na maatwerk is de bijstand {uitkomst} per maand.")
def na_afstemming(hoogte: Any, afstemming_lager: Any, afstemming_hoger: Any) -> Any:
    """Tailored by the municipality, with a reason; never below zero."""
    return maximum(hoogte + afstemming_hoger - afstemming_lager, 0)


@regel("art. 45 lid 3 Pw", soort="getal")
def dagen_van_de_maand(peildatum: int, dertig_dagen: int) -> int:
    dag = date.fromordinal(peildatum)
    return 30 if dertig_dagen else monthrange(dag.year, dag.month)[1]


@regel("art. 45 lid 3 Pw", soort="datum")
def laatste_van_de_maand(peildatum: int) -> int:
    dag = date.fromordinal(peildatum)
    return dag.replace(day=monthrange(dag.year, dag.month)[1]).toordinal()


@regel("art. 45 lid 3 Pw", soort="datum")
def eerste_van_de_maand(peildatum: int) -> int:
    return date.fromordinal(peildatum).replace(day=1).toordinal()


@regel(
    "art. 45 lid 3 Pw",
    stap=15,
    soort="getal",
    tekst="We rekenen deze maand met {uitkomst} dagen van de {dagen_van_de_maand}.",
)
def dagen_recht(vanaf: Any, eerste_van_de_maand: int, dagen_van_de_maand: int) -> Any:
    """The days of this month with a right; all of them when no day is given."""
    gemist = maximum(minimum(vanaf - eerste_van_de_maand, dagen_van_de_maand - 1), 0)
    return dagen_van_de_maand - gemist


@regel("art. 45 lid 3 Pw", alleen_bij=("vanaf",))
def vervalt_deze_maand(vanaf: Any, uitkomst: Any, na_afstemming: Any, dagen_recht: Any, dagen_van_de_maand: int) -> Any:
    """What falls away because the right holds for a part of the month: the whole less the part, rounded once."""
    deze_maand = half_up(na_afstemming * dagen_recht, dagen_van_de_maand)
    return kies((vanaf > 0) & (uitkomst == RECHT), na_afstemming - deze_maand, 0)


@regel(
    "art. 45 lid 1 en 3 Pw",
    stap=15,
    tekst={
        0: "Er is nu geen bedrag om te betalen.",
        None: "De bijstand voor deze maand is {uitkomst}, met vakantietoeslag.",
    },
)
def uitkering(uitkomst: Any, na_afstemming: Any, vervalt_deze_maand: Any) -> Any:
    """What is due for this month, with holiday allowance; 0 as long as there is no right."""
    return kies(uitkomst == RECHT, na_afstemming - vervalt_deze_maand, 0)


@regel("art. 19 lid 3 Pw", stap=12, tekst="Zonder vakantietoeslag is dat {uitkomst}. De vakantietoeslag komt later.")
def uitkering_excl(uitkering: Any, percentage_vakantietoeslag: int) -> Any:
    """Without holiday allowance, which is a percentage of the benefit with it."""
    return deel(uitkering, 10_000 - percentage_vakantietoeslag)


@regel("art. 19 lid 3 Pw", stap=8, tekst="Zonder vakantietoeslag is de norm {uitkomst} per maand.")
def norm_excl(bijstandsnorm: Any, percentage_vakantietoeslag: int) -> Any:
    return deel(bijstandsnorm, 10_000 - percentage_vakantietoeslag)


@regel("art. 45 lid 4 Pw", stap=15, tekst="De aanvrager krijgt {uitkomst}.")
def deel_a(uitkering: Any, situatie: Any, partner_zonder_recht: Any, eerst_partner: Any) -> Any:
    """Each half of a couple with a right; else all to who has the right."""
    ander_de_helft = kies(situatie == 1, uitkering // 2, 0)
    return kies(niet(en(partner_zonder_recht, eerst_partner)), uitkering - ander_de_helft, 0)


@regel("art. 45 lid 4 Pw", stap=15, tekst="De partner krijgt {uitkomst}.")
def deel_p(uitkering: Any, deel_a: Any) -> Any:
    return uitkering - deel_a


@regel("art. 44 lid 5 Pw", soort="datum", tot=VANAF_2026, naam="begin_eerder")
def begin_eerder_tot_2026() -> int:
    return 0


@regel("art. 44 lid 5 Pw", soort="datum", vanaf=VANAF_2026, alleen_bij=("ingang_eerder",))
def begin_eerder(ingang_eerder: Any, gemeld_op: Any) -> Any:
    """Since 2026 up to three months before the day of reporting, where the municipality finds it needed."""
    return kies((ingang_eerder > 0) & (gemeld_op > 0), maximum(ingang_eerder, plus_maanden(gemeld_op, -3)), 0)


@regel("art. 44 lid 5 Pw", soort="getal", alleen_bij=("begin_eerder",))
def dagen_eerder(begin_eerder: Any, gemeld_op: Any) -> Any:
    """How many days before the day of reporting the benefit begins (since 2026), where the municipality chose so."""
    return kies(begin_eerder > 0, maximum(gemeld_op - begin_eerder, 0), 0)


@regel(
    "art. 44 Pw",
    stap=14,
    soort="datum",
    tekst={
        0: "De dag waarop de bijstand begint is nog niet bekend. Wanneer hebt u zich gemeld?",
        None: "De bijstand kan beginnen op {uitkomst}.",
    },
)
def ingangsdatum(gemeld_op: Any, aangevraagd_op: Any, dagen_eerder: Any, vanaf: Any) -> Any:
    """The day the right came into being, not before the day of reporting; 0 while neither day is known."""
    gemeld = gemeld_op + kies(gemeld_op == 0, aangevraagd_op, 0)
    return maximum(gemeld - dagen_eerder, vanaf)


@regel(
    "art. 52 lid 2 Pw",
    stap=15,
    tekst={
        0: "",
        None: "Het voorschot is ten minste {uitkomst}, zolang er nog niet is beslist.",
    },
)
def voorschot(
    voorschot_gevraagd: Any,
    uitkomst: Any,
    norm_bekend: Any,
    inkomen_bekend: Any,
    hoogte: Any,
    percentage_voorschot: int,
) -> Any:
    """A share of the benefit of art. 19 lid 2: 95 % (90 % before 2026); none where it is clear there is no right."""
    mag = voorschot_gevraagd & (uitkomst != GEEN_RECHT) & norm_bekend & inkomen_bekend
    return kies(mag, deel(hoogte, percentage_voorschot), 0)


@regel("art. 52 lid 1 Pw", soort="datum")
def voorschot_uiterlijk(voorschot_gevraagd: Any, aangevraagd_op: Any) -> Any:
    """Four weeks after the application, moved by weekends and holidays only; no suspension moves it."""
    return eerste_werkdag(kies(voorschot_gevraagd & (aangevraagd_op > 0), aangevraagd_op + 28, 0))


@regel("art. 34b Pw", tot=VANAF_2026, naam="buffer")
def buffer_tot_2026() -> int:
    return 0


@regel(
    "art. 34b Pw",
    stap=13,
    vanaf=VANAF_2026,
    tekst={
        0: "",
        None: "De gemeente zet {uitkomst} bufferbudget in om uw inkomen rustig te houden.",
    },
)
def buffer(bufferbudget: Any, bufferbudget_34b_per_jaar: int) -> Any:
    """A choice with a reason, at most the yearly amount; it stands beside the benefit."""
    return minimum(bufferbudget, bufferbudget_34b_per_jaar)


@regel("art. 43a Pw", stap=16, soort="ja_nee", tot=VANAF_2026, naam="gegevens_hergebruiken")
def gegevens_hergebruiken_tot_2026() -> bool:
    return False


@regel(
    "art. 43a Pw",
    stap=16,
    soort="ja_nee",
    vanaf=VANAF_2026,
    tekst="Vraagt u binnen 12 maanden opnieuw bijstand aan? Dan kan de gemeente bekende gegevens weer gebruiken.",
)
def gegevens_hergebruiken(uitkomst: Any) -> Any:
    """Since 2026: within twelve months after the end the municipality can use again what it knows."""
    return getal(uitkomst >= 0) > 0
