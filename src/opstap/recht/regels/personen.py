"""Steps 1 to 4: the day, the persons and their residence, who is excluded, and the search term.

Law texts read for all rules: Participatiewet of 2018-01-01, 2022-08-26, 2023-01-01, 2023-07-01, 2025-07-01, 2026-01-01
and 2026-07-01; the others as tests/recht/wetgevallen/wijzigingen.yaml says.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Any

from opstap.recht.regels import aow
from opstap.recht.regels.motor import Regel, Waarden, regel
from opstap.recht.regels.ops import en, getal, kies, maximum, minimum, niet, of, plus_maanden, volle_jaren

KLASSEN = ("jonger dan 21", "21 tot AOW-leeftijd", "AOW-leeftijd")
DAGEN_BUITENLAND, DAGEN_BUITENLAND_AOW = 28, 91
ZOEKDAGEN = 28
VANAF_JULI_2023 = date(2023, 7, 1)
"""The exceptions to the search term came with the act that took effect on this day, not with that of 2026."""


@regel(
    "art. 19 Pw",
    stap=1,
    soort="datum",
    tekst="We rekenen met de regels van {datum_en_versie} en met de bedragen die gelden vanaf {bedragen_vanaf}.",
)
def datum_en_versie(peildatum: int, bedragen_vanaf: int) -> int:
    """The day chooses the amounts and the version of the rules."""
    return peildatum if bedragen_vanaf else 0


@regel("art. 13 lid 1 onder f Pw", soort="datum")
def dag_18(peildatum: int) -> int:
    """Who was born on or before this day is 18 or older."""
    return int(plus_maanden(peildatum, -12 * 18))


@regel("art. 21 Pw", soort="datum")
def dag_21(peildatum: int) -> int:
    """Who was born on or before this day is 21 or older."""
    return int(plus_maanden(peildatum, -12 * 21))


@regel("art. 41 lid 4 Pw", soort="datum")
def dag_27(peildatum: int) -> int:
    """Who was born on or before this day is 27 or older."""
    return int(plus_maanden(peildatum, -12 * 27))


@regel("art. 31 lid 2 onder r Pw", soort="datum")
def dag_12(peildatum: int) -> int:
    """Who was born after this day is younger than 12."""
    return int(plus_maanden(peildatum, -12 * 12))


@regel("art. 19a lid 1 Pw", soort="datum")
def dag_kostendeler(peildatum: int, leeftijd_kostendeler: int) -> int:
    """Who was born on or before this day can share the cost: 21 until 2022, 27 since 1 January 2023."""
    return int(plus_maanden(peildatum, -12 * leeftijd_kostendeler))


@regel("art. 7a AOW", soort="datum")
def dag_aow(peildatum: int) -> int:
    """Who was born on or before this day has reached the pensionable age."""
    return _aow_birthday(peildatum)


@lru_cache(maxsize=512)
def _aow_birthday(on: int) -> int:
    low, high = on - 80 * 366, on - 60 * 365
    while low < high:
        middle = (low + high + 1) // 2
        if aow.aow_datum(date.fromordinal(middle)).toordinal() <= on:
            low = middle
        else:
            high = middle - 1
    return low


@regel("art. 11 lid 1 Pw", stap=2, soort="getal", per="volwassene", tekst="{Wie} is {uitkomst} jaar.")
def leeftijd(geboren: Any, peildatum: int) -> Any:
    """Whole years on the day. Only told: the rules compare days of birth."""
    return volle_jaren(geboren, peildatum)


@regel("art. 13 Pw", soort="ja_nee", per="volwassene")
def minstens_18(geboren: Any, dag_18: int) -> Any:
    return geboren <= dag_18


@regel("art. 21 Pw", soort="ja_nee", per="volwassene")
def minstens_21(geboren: Any, dag_21: int) -> Any:
    return geboren <= dag_21


@regel("art. 41 lid 4 Pw", soort="ja_nee", per="volwassene")
def minstens_27(geboren: Any, dag_27: int) -> Any:
    return geboren <= dag_27


@regel(
    "art. 7a AOW",
    stap=2,
    soort="ja_nee",
    per="volwassene",
    tekst={
        True: "{Wie} heeft de AOW-leeftijd. Dan geldt de norm voor ouderen.",
        False: "{Wie} heeft de AOW-leeftijd nog niet.",
    },
)
def heeft_aow(geboren: Any, dag_aow: int) -> Any:
    """Not as long as the birth is not known."""
    return (geboren > 0) & (geboren <= dag_aow)


@regel("art. 7a AOW", soort=KLASSEN, per="volwassene")
def klasse(minstens_21: Any, heeft_aow: Any) -> Any:
    """0 younger than 21, 1 from 21 to the pensionable age, 2 from the pensionable age."""
    return getal(minstens_21) + getal(heeft_aow)


@regel("art. 4 lid 1 Pw", soort="ja_nee")
def heeft_kind(jongste_kind: Any, dag_18: int) -> Any:
    """A dependent child: younger than 18. The youngest decides whether there is one."""
    return jongste_kind > dag_18


@regel("art. 31 lid 2 onder r Pw", soort="ja_nee")
def kind_onder_12(jongste_kind: Any, dag_12: int) -> Any:
    return jongste_kind > dag_12


@regel("art. 13 lid 1 onder e en lid 4 Pw", soort="ja_nee", per="volwassene")
def te_lang_buitenland(dagen_buitenland: Any, heeft_aow: Any) -> Any:
    """More than four weeks abroad in a calendar year; thirteen weeks from the pensionable age."""
    return (dagen_buitenland > DAGEN_BUITENLAND) & (niet(heeft_aow) | (dagen_buitenland > DAGEN_BUITENLAND_AOW))


@regel("art. 13 lid 2 onder a Pw", soort="ja_nee", per="volwassene")
def jong_in_inrichting(in_inrichting: Any, minstens_21: Any) -> Any:
    return in_inrichting & niet(minstens_21)


@regel("art. 13 lid 2 onder b Pw", soort="ja_nee", per="volwassene")
def verlof_sluit_uit(
    onbetaald_verlof: Any,
    ander_onbetaald_verlof: Any,
    heeft_partner: Any,
    heeft_kind: Any,
    ouderschapsverlof: Any,
) -> Any:
    """Unpaid leave of oneself or of the spouse; a single parent on parental leave keeps the right."""
    alleen_ouder_met_verlof = en(niet(heeft_partner), heeft_kind & (ouderschapsverlof < 2))
    return of(onbetaald_verlof, ander_onbetaald_verlof) & niet(alleen_ouder_met_verlof)


@regel("art. 13 lid 2 onder b Pw", soort="ja_nee")
def soort_verlof_mist(
    onbetaald_verlof_a: Any,
    ouderschapsverlof_a: Any,
    heeft_partner: Any,
    heeft_kind: Any,
) -> Any:
    """Whether it must be asked which leave it is."""
    return en(niet(heeft_partner), onbetaald_verlof_a & (ouderschapsverlof_a == 0) & heeft_kind)


@regel("art. 13 lid 2 onder c Pw", soort="ja_nee", per="volwassene")
def onderwijs_gaat_voor(kan_onderwijs_volgen: Any, minstens_27: Any) -> Any:
    return kan_onderwijs_volgen & niet(minstens_27)


WIE = {"_a": "De aanvrager", "_p": "De partner"}
REDENEN = (
    ("geen_verblijf", "art. 11 lid 2 Pw", "verblijft niet rechtmatig in Nederland"),
    ("geen_recht_vastgesteld", "art. 11 en 13 Pw", "heeft volgens de gemeente geen recht op bijstand"),
    ("minstens_18", "art. 13 lid 1 onder f Pw", "is jonger dan 18 jaar"),
    ("gedetineerd", "art. 13 lid 1 onder a Pw", "zit vast"),
    ("staakt", "art. 13 lid 1 onder d Pw", "werkt niet door een staking"),
    ("te_lang_buitenland", "art. 13 lid 1 onder e Pw", "is dit jaar langer in het buitenland dan mag"),
    ("jong_in_inrichting", "art. 13 lid 2 onder a Pw", "is jonger dan 21 jaar en woont in een inrichting"),
    ("verlof_sluit_uit", "art. 13 lid 2 onder b Pw", "heeft (of de partner heeft) onbetaald verlof"),
    ("onderwijs_gaat_voor", "art. 13 lid 2 onder c Pw", "is jonger dan 27 jaar en kan onderwijs volgen"),
)


def _reden(b: Waarden, each: Regel) -> tuple[str, str]:
    for naam, artikel, woorden in REDENEN:
        if b[naam + each.naam[-2:]] is (naam != "minstens_18"):
            return artikel, woorden
    return "art. 11 en 13 Pw", "heeft geen reden waarom bijstand niet kan"


@regel(
    lambda b, each: _reden(b, each)[0],
    stap=3,
    soort="ja_nee",
    per="volwassene",
    tekst={
        True: lambda b, each: (
            f"{WIE[each.naam[-2:]]} krijgt nu geen bijstand. De reden: die persoon {_reden(b, each)[1]}."
        ),
        False: "Er is geen reden in de wet waarom {wie} geen bijstand kan krijgen.",
    },
)
def uitgesloten(
    geen_verblijf: Any,
    geen_recht_vastgesteld: Any,
    minstens_18: Any,
    gedetineerd: Any,
    staakt: Any,
    te_lang_buitenland: Any,
    jong_in_inrichting: Any,
    verlof_sluit_uit: Any,
    onderwijs_gaat_voor: Any,
) -> Any:
    """Excluded (art. 11, 13). It holds per person: the partner keeps a right of their own (art. 24)."""
    return (
        geen_verblijf
        | geen_recht_vastgesteld
        | niet(minstens_18)
        | gedetineerd
        | staakt
        | te_lang_buitenland
        | jong_in_inrichting
        | verlof_sluit_uit
        | onderwijs_gaat_voor
    )


@regel("art. 11 lid 4 Pw", soort="ja_nee")
def recht_a(uitgesloten_a: Any) -> Any:
    return niet(uitgesloten_a)


@regel("art. 11 lid 4 Pw", soort="ja_nee")
def recht_p(heeft_partner: Any, uitgesloten_p: Any) -> Any:
    return heeft_partner & niet(uitgesloten_p)


@regel("art. 41 lid 4 Pw", soort="ja_nee")
def allen_onder_27(minstens_27_a: Any, minstens_27_p: Any, heeft_partner: Any) -> Any:
    return en(niet(minstens_27_a), niet(heeft_partner & minstens_27_p))


@regel("art. 41 lid 4 onder a Pw", soort="ja_nee", per="volwassene", alleen_bij=("praktijkonderwijs_tot",))
def net_van_praktijkonderwijs(praktijkonderwijs_tot: Any, aangevraagd_op: Any, peildatum: int) -> Any:
    """In practical or special education until at most a year before the application (or the day, if there is none)."""
    jaar_eerder = plus_maanden(kies(aangevraagd_op > 0, aangevraagd_op, peildatum), -12)
    return (praktijkonderwijs_tot > 0) & (praktijkonderwijs_tot >= jaar_eerder)


_ZOEKTERMIJN: dict[Any, str] = {
    True: "Iedereen die aanvraagt is jonger dan 27 jaar. De aanvraag kan vier weken na de melding. "
    "Vraagt u eerder aan? Dan is dat toch een aanvraag.",
    False: "De zoektermijn van vier weken geldt niet. Aanvragen kan meteen na de melding.",
}


@regel("art. 41 lid 4 Pw", stap=4, soort="ja_nee", tot=VANAF_JULI_2023, naam="zoektermijn", tekst=_ZOEKTERMIJN)
def zoektermijn_tot_juli_2023(allen_onder_27: Any) -> Any:
    return allen_onder_27


@regel("art. 41 lid 4 Pw", stap=4, soort="ja_nee", vanaf=VANAF_JULI_2023, tekst=_ZOEKTERMIJN)
def zoektermijn(
    allen_onder_27: Any,
    medisch_urenbeperkt_a: Any,
    medisch_urenbeperkt_p: Any,
    doelgroep_lks_a: Any,
    doelgroep_lks_p: Any,
    net_van_praktijkonderwijs_a: Any,
    net_van_praktijkonderwijs_p: Any,
) -> Any:
    """Four weeks of looking for work first, with the exceptions since July 2023 (lid 4 under a and b)."""
    van_aanvrager = medisch_urenbeperkt_a | doelgroep_lks_a | net_van_praktijkonderwijs_a
    van_partner = medisch_urenbeperkt_p | doelgroep_lks_p | net_van_praktijkonderwijs_p
    return allen_onder_27 & niet(of(van_aanvrager, van_partner))


@regel("art. 41 lid 4 Pw", soort="datum", per="volwassene", alleen_bij=("zoektermijn",))
def wordt_27(geboren: Any, zoektermijn: Any) -> Any:
    """The day on which who has to search turns 27: 1 March for who was born on 29 February, as `dag_27` counts."""
    verjaardag = plus_maanden(geboren, 12 * 27)
    return kies(zoektermijn, verjaardag + getal(plus_maanden(verjaardag, -12 * 27) < geboren), 0)


@regel("art. 41 lid 4 en 12 Pw", soort="datum")
def aanvraag_vanaf(zoektermijn: Any, gemeld_op: Any, wordt_27_a: Any, wordt_27_p: Any, heeft_partner: Any) -> Any:
    """The first day on which the application can be filed; 0 where the day of reporting is not known.

    Four weeks after the report, or sooner: from the day on which one of them is 27 the term no longer holds.
    """
    eerste_27 = kies(heeft_partner, minimum(wordt_27_a, wordt_27_p), wordt_27_a)
    na_zoeken = minimum(gemeld_op + ZOEKDAGEN, maximum(eerste_27, gemeld_op))
    return kies(zoektermijn & (gemeld_op > 0), na_zoeken, gemeld_op)
