"""Remarks on the day, the people and the norm, and how a remark is made (`opmerking`); see `opmerkingen` for all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from opstap.recht.regels.motor import Regel, regel
from opstap.recht.regels.ops import en, niet, of, tabel

VANAF_2026 = date(2026, 1, 1)


@dataclass(frozen=True, slots=True)
class Opmerking:
    """A remark: shown where the rule `naam` says yes."""

    code: str
    artikel: str
    tekst: str


OPMERKINGEN: dict[str, Opmerking] = {}
REGELS: list[Regel] = []


def opmerking(
    code: str,
    artikel: str,
    tekst: str,
    vanaf: date | None = None,
    tot: date | None = None,
    alleen_bij: tuple[str, ...] = (),
) -> Any:
    """Make a remark of a rule that says yes or no."""

    def make(functie: Any) -> Regel:
        period = {"vanaf": vanaf} if vanaf else {}
        each = regel(artikel, soort="ja_nee", tot=tot, alleen_bij=alleen_bij, **period)(functie)  # type: ignore[arg-type]
        OPMERKINGEN[each.naam] = Opmerking(code, artikel, tekst)
        REGELS.append(each)
        return each

    return make


@opmerking(
    "bedragen_verouderd",
    "art. 38 Pw",
    "Voor deze datum zijn nog geen nieuwe bedragen bekend. We rekenen met de laatste bedragen.",
)
def let_op_bedragen(bedragen_verouderd: int) -> bool:
    return bool(bedragen_verouderd)


@opmerking(
    "bedrag_onbevestigd",
    "art. 19 lid 3 Pw",
    "Het percentage vakantietoeslag is voor deze datum niet bevestigd door een tweede bron. Kijk het na.",
)
def let_op_onbevestigd(toeslag_onbevestigd: int) -> bool:
    return bool(toeslag_onbevestigd)


@opmerking(
    "norm_onbevestigd",
    "art. 20 tot en met 24a Pw",
    "Het bedrag van de norm is niet door een bron bevestigd. Kijk het na.",
)
def let_op_norm(tabel_onbevestigd: tuple[bool, ...], plaats: Any) -> Any:
    return tabel(tabel_onbevestigd, plaats) if any(tabel_onbevestigd) else False


@opmerking("svb", "art. 47a Pw", "Vanaf de AOW-leeftijd betaalt de SVB deze bijstand (AIO). Stuur de aanvraag door.")
def let_op_svb(heeft_aow_a: Any, heeft_aow_p: Any, heeft_partner: Any) -> Any:
    return of(heeft_aow_a, heeft_partner & heeft_aow_p)


@opmerking(
    "dringende_redenen",
    "art. 16 Pw",
    "Iemand krijgt volgens de wet geen bijstand. Kijk of er zeer dringende redenen zijn om toch te helpen.",
)
def let_op_dringend(uitgesloten_a: Any, uitgesloten_p: Any, heeft_partner: Any, geen_verblijf_a: Any) -> Any:
    return of(uitgesloten_a & niet(geen_verblijf_a), heeft_partner & uitgesloten_p)


@opmerking(
    "bijna_buitenland",
    "art. 13 lid 1 onder e Pw",
    "De uitsluiting geldt voor de dagen boven de vier (of dertien) weken. Kijk om welke dagen het gaat.",
)
def let_op_buitenland(te_lang_buitenland_a: Any, te_lang_buitenland_p: Any, heeft_partner: Any) -> Any:
    return of(te_lang_buitenland_a, heeft_partner & te_lang_buitenland_p)


@opmerking(
    "zoektermijn",
    "art. 41 lid 4 Pw",
    "De zoektermijn van vier weken geldt. Een aanvraag binnen die weken is toch een aanvraag.",
    tot=VANAF_2026,
)
def let_op_zoektermijn_tot_2026(zoektermijn: Any) -> Any:
    return zoektermijn


@opmerking(
    "zoektermijn",
    "art. 41 lid 11 Pw",
    "De zoektermijn geldt. De gemeente kan eerder beginnen als de situatie daarom vraagt.",
    vanaf=VANAF_2026,
)
def let_op_zoektermijn(zoektermijn: Any) -> Any:
    return zoektermijn


@opmerking(
    "kostendeler_navragen",
    "art. 19a lid 1 Pw",
    "Van iemand in huis is niet bekend of die studeert of zakelijk huurt. Vraag het na: zo ja, dan is de norm hoger.",
)
def let_op_kostendeler(kostendeler_ongevraagd: Any, deelt_kosten: Any) -> Any:
    """Only where it can change the norm."""
    return en(kostendeler_ongevraagd, deelt_kosten)


@opmerking(
    "mantelzorg",
    "art. 22a lid 4 Pw",
    "Er wordt tijdelijk mantelzorg gegeven. Kijk of de kostendelersnorm zo goed is toegepast.",
    vanaf=VANAF_2026,
)
def let_op_mantelzorg(mantelzorg_elders: Any, mantelzorgers: Any) -> Any:
    return of(mantelzorg_elders, mantelzorgers > 0)


@opmerking(
    "partner_in_inrichting",
    "art. 23 lid 3 en 24 Pw",
    "Een van u woont in een inrichting en een van u heeft geen recht. Kijk of de norm bij de situatie past.",
)
def let_op_inrichting(situatie: Any, in_inrichting_a: Any, in_inrichting_p: Any) -> Any:
    return en(situatie == 2, of(in_inrichting_a, in_inrichting_p))


@opmerking(
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
    return of(een, recht_p & niet(minstens_21_p) & (ouders_betalen_mee_p == 0))


@opmerking(
    "ouders", "art. 12 Pw", "Kunnen de ouders niet meebetalen, dan kan er bijzondere bijstand zijn.", tot=VANAF_2026
)
def let_op_ouders_tot_2026(recht_a: Any, recht_p: Any, minstens_21_a: Any, minstens_21_p: Any) -> Any:
    return of(recht_a & niet(minstens_21_a), recht_p & niet(minstens_21_p))


@opmerking(
    "art27_past_niet",
    "art. 27 Pw",
    "De verlaging van art. 27 kan alleen bij een norm van art. 20 of 21. Zij is niet toegepast.",
)
def let_op_27(verlaging_27: Any, verlaging_woonsituatie: Any) -> Any:
    return (verlaging_27 > 0) & (verlaging_woonsituatie == 0)
