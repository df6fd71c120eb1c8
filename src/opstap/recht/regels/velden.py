"""The facts of a household as the rules know them: name, kind, value when nothing is stated, and its width in a column.

Filled by `invoer` (one household) and `kolommen` (many). Days are ordinals (0 = none), money is cents.
"""

from __future__ import annotations

from typing import NamedTuple


class Veld(NamedTuple):
    """`soort` as in `motor.Regel`; `dtype` of the column; `begin` the value when nothing is stated."""

    soort: str | tuple[str, ...]
    dtype: str
    begin: int | bool


JA = Veld("ja_nee", "bool", False)
GELD = Veld("geld", "int64", 0)
DAG = Veld("datum", "int32", 0)
GETAL = Veld("getal", "int16", 0)
PROCENT = Veld("procent", "int32", 0)

REGELINGEN = ("geen", "31_2_n", "31_2_r", "31_2_y", "31_2_z", "31_2_aa", "34a")
GEEN, N, R, Y, Z, AA, A34 = range(7)
STUDIES = ("", "ho_thuis", "ho_uit", "mbo_thuis", "mbo_uit")
STELSELS = ("", "31", "34a")
RELATIES_FAMILIE = frozenset({"ouder", "kind", "broer_zus", "grootouder", "kleinkind"})

FEITEN: dict[str, Veld] = {
    "heeft_partner": JA,
    "jongste_kind": DAG,
    "kind_leeftijd_mist": JA,
    "verblijf_bekend": JA,
    "inrichting_bekend": JA,
    "inkomsten_bekend": JA,
    "vermogen_bekend": JA,
    "kind_inkomen": GELD,
    "kind_inkomen_vrij": GELD,
    "banktegoed": GELD,
    "contant": GELD,
    "auto": GELD,
    "overig_bezit": GELD,
    "lijfrente": GELD,
    "lijfrente_inleg": GELD,
    "lijfrente_groei": GELD,
    "spaargeld_bijstand": GELD,
    "immateriele_schade": GELD,
    "schuld": GELD,
    "eigen_woning": GELD,
    "giften": GELD,
    "eerder_vrijgelaten": GELD,
    "verlaging_27": PROCENT,
    "verlaging_28": PROCENT,
    "afstemming_lager": GELD,
    "afstemming_hoger": GELD,
    "bufferbudget": GELD,
    "stelsel": Veld(("niet gekozen", "art. 31", "art. 34a"), "int8", 0),
    "procent_eerst": JA,
    "gemeld_op": DAG,
    "aangevraagd_op": DAG,
    "vanaf": DAG,
    "ingang_eerder": DAG,
    "voorschot_gevraagd": JA,
}

PER_MENS: dict[str, Veld] = {
    "geboren": DAG,
    "geen_recht_vastgesteld": JA,
    "geen_verblijf": JA,
    "gedetineerd": JA,
    "staakt": JA,
    "onbetaald_verlof": JA,
    "ouderschapsverlof": Veld(("niet bekend", "ja", "nee"), "int8", 0),
    "kan_onderwijs_volgen": JA,
    "in_inrichting": JA,
    "dagen_buitenland": GETAL,
    "medisch_urenbeperkt": JA,
    "doelgroep_lks": JA,
    "praktijkonderwijs_tot": DAG,
    "ouders_betalen_mee": Veld(("niet bekend", "ja", "nee"), "int8", 0),
    "mantelzorg_tijdelijk": JA,
    "loon": GELD,
    "loon_zonder_subsidie": GELD,
    "loon_ongezegd": JA,
    "uitkering": GELD,
    "alimentatie": GELD,
    "pensioen": GELD,
    "studiefinanciering": GELD,
    "onderhuur": GELD,
    "overig_inkomen": GELD,
    "premie": GELD,
    "premie_eerder": GELD,
    "vrijwilliger": GELD,
    "vrijwilliger_eerder": GELD,
    "studie": Veld(STUDIES, "int8", 0),
    "studie_eenouder": JA,
    "regeling": Veld(REGELINGEN, "int8", 0),
    "maanden_gebruikt": GETAL,
    "maanden_verlengd": GETAL,
}

MEDEBEWONER: dict[str, Veld] = {
    "medebewoner_geboren": DAG,
    "medebewoner_student": JA,
    "medebewoner_zakelijk": JA,
    "medebewoner_zelfde_verhuurder": JA,
    "medebewoner_familie": JA,
    "medebewoner_mantelzorg": JA,
    "medebewoner_navragen": JA,
}

DAGFEITEN: dict[str, Veld] = {"peildatum": DAG, "bedragen_vanaf": DAG}
"""The same for every household of one calculation."""

ALLE: dict[str, Veld] = {**FEITEN, **{naam + wie: veld for naam, veld in PER_MENS.items() for wie in ("_a", "_p")}}
