"""Steps 5 and 6: the way of living and who shares the cost of the home (art. 3, 4, 19a and 22a)."""

from __future__ import annotations

from datetime import date
from typing import Any

from opstap.recht.regels.motor import regel
from opstap.recht.regels.ops import en, ergens, getal, kies, minimum, niet, of, tel
from opstap.recht.regels.personen import KLASSEN

GEHUWD = 2
LEEFVORMEN = ("alleenstaande", "alleenstaande ouder", "gehuwden")
SITUATIES = ("geen partner", "beiden recht", "partner zonder recht")
VANAF_2026 = date(2026, 1, 1)


@regel("art. 3 en 4 Pw", stap=5, soort=LEEFVORMEN, tekst="U bent voor de wet: {uitkomst}.")
def leefvorm(heeft_partner: Any, heeft_kind: Any) -> Any:
    return kies(heeft_partner, GEHUWD, getal(heeft_kind))


@regel("art. 11 lid 4 en art. 24 Pw", soort=SITUATIES)
def situatie(heeft_partner: Any, recht_a: Any, recht_p: Any) -> Any:
    """0 no partner, 1 both have a right, 2 a partner and only one has a right (or none)."""
    return getal(heeft_partner) * 2 - getal(en(recht_a, recht_p))


@regel("art. 24 Pw", soort="ja_nee")
def partner_zonder_recht(situatie: Any) -> Any:
    """A couple of which one has no right (or neither)."""
    return situatie == 2


@regel("art. 19a lid 1 Pw", soort="ja_nee", per="medebewoner")
def kan_kosten_delen(
    medebewoner_student: Any,
    medebewoner_zakelijk: Any,
    medebewoner_familie: Any,
    medebewoner_zelfde_verhuurder: Any,
) -> Any:
    """Leaving age aside: no student, no commercial contract (which family cannot have), not the same landlord."""
    return niet(
        medebewoner_student | (medebewoner_zakelijk & niet(medebewoner_familie)) | medebewoner_zelfde_verhuurder
    )


@regel("art. 19a lid 1 Pw", soort="ja_nee", per="medebewoner", tot=VANAF_2026, naam="is_kostendeler")
def is_kostendeler_tot_2026(kan_kosten_delen: Any, medebewoner_geboren: Any, dag_kostendeler: int) -> Any:
    return kan_kosten_delen & (medebewoner_geboren <= dag_kostendeler)


@regel("art. 19a lid 1 en 22a lid 4 Pw", soort="ja_nee", per="medebewoner", vanaf=VANAF_2026)
def is_kostendeler(
    kan_kosten_delen: Any,
    medebewoner_geboren: Any,
    dag_kostendeler: int,
    medebewoner_mantelzorg: Any,
) -> Any:
    """Since 2026 who stays for a while only to give care is not counted; a remark asks to look at it."""
    return kan_kosten_delen & (medebewoner_geboren <= dag_kostendeler) & niet(medebewoner_mantelzorg)


@regel("art. 19a Pw", soort="ja_nee", per="medebewoner")
def leeftijd_telt(kan_kosten_delen: Any, medebewoner_geboren: Any) -> Any:
    """A housemate whose unknown age decides whether the cost is shared."""
    return kan_kosten_delen & (medebewoner_geboren == 0)


@regel(
    "art. 19a Pw",
    stap=6,
    soort="getal",
    tekst={
        0: "Er wonen geen mensen bij u die meetellen voor de kosten van het huis.",
        1: "Er woont één persoon bij u die meetelt voor de kosten van het huis.",
        None: "Er wonen {uitkomst} mensen bij u die meetellen voor de kosten van het huis.",
    },
)
def kostendelers(is_kostendeler: Any, leden: Any) -> Any:
    return tel(is_kostendeler, leden)


@regel("art. 19a Pw", soort="getal")
def leeftijden_missen(leeftijd_telt: Any, leden: Any) -> Any:
    return tel(leeftijd_telt, leden)


@regel("art. 19a lid 1 Pw", soort="ja_nee", per="medebewoner")
def telt_mee_ongevraagd(is_kostendeler: Any, medebewoner_navragen: Any) -> Any:
    """Counts as kostendeler, while nobody said whether they study or rent commercially: a remark asks for it."""
    return is_kostendeler & medebewoner_navragen


@regel("art. 19a lid 1 Pw", soort="ja_nee")
def kostendeler_ongevraagd(telt_mee_ongevraagd: Any, leden: Any) -> Any:
    return ergens(telt_mee_ongevraagd, leden)


@regel("art. 33 lid 4 Pw", soort="ja_nee", per="medebewoner")
def kan_huren_buiten_norm(is_kostendeler: Any, medebewoner_geboren: Any, dag_18: int) -> Any:
    """A grown-up housemate (or one of unknown age) who does not count for the norm: the rent can be theirs."""
    return niet(is_kostendeler) & (medebewoner_geboren <= dag_18)


@regel("art. 33 lid 4 Pw", soort="ja_nee")
def huisgenoot_buiten_norm(kan_huren_buiten_norm: Any, leden: Any) -> Any:
    return ergens(kan_huren_buiten_norm, leden)


@regel("art. 22a lid 4 Pw", soort="getal")
def mantelzorgers(medebewoner_mantelzorg: Any, leden: Any) -> Any:
    return tel(medebewoner_mantelzorg, leden)


@regel("art. 22a lid 4 Pw", soort="ja_nee", tot=VANAF_2026, naam="mantelzorg_elders")
def mantelzorg_elders_tot_2026() -> bool:
    return False


@regel(
    "art. 22a lid 4 Pw",
    stap=6,
    soort="ja_nee",
    vanaf=VANAF_2026,
    tekst={
        True: "U (of uw partner) woont een tijd ergens anders om mantelzorg te geven. "
        "Dan geldt de kostendelersnorm niet.",
        False: "",
    },
)
def mantelzorg_elders(mantelzorg_tijdelijk_a: Any, mantelzorg_tijdelijk_p: Any, heeft_partner: Any) -> Any:
    """The person (or spouse) who lives elsewhere for a while to give intensive care: art. 22a does not apply."""
    return of(mantelzorg_tijdelijk_a, heeft_partner & mantelzorg_tijdelijk_p)


@regel("art. 23 lid 3 Pw", soort="ja_nee")
def een_in_inrichting(situatie: Any, in_inrichting_a: Any, in_inrichting_p: Any) -> Any:
    """Of two who both have a right exactly one lives in an institution."""
    een = of(en(in_inrichting_a, niet(in_inrichting_p)), en(niet(in_inrichting_a), in_inrichting_p))
    return en(een, situatie == 1)


@regel("art. 24 Pw", soort="ja_nee")
def eerst_partner(partner_zonder_recht: Any, recht_a: Any, een_in_inrichting: Any, in_inrichting_a: Any) -> Any:
    """Whether the norm looks at the partner first: only they have a right, or only they live at home."""
    return of(en(partner_zonder_recht, niet(recht_a)), en(een_in_inrichting, in_inrichting_a))


@regel("art. 23 lid 3 Pw", soort=SITUATIES)
def situatie_norm(situatie: Any, een_in_inrichting: Any) -> Any:
    """With one of the two in an institution each has the norm of a single person."""
    return situatie - getal(een_in_inrichting)  # only where `situatie` is 1


@regel("art. 20 tot en met 24 Pw", soort=KLASSEN)
def klasse_eerste(eerst_partner: Any, klasse_a: Any, klasse_p: Any) -> Any:
    return kies(eerst_partner, klasse_p, klasse_a)


@regel("art. 20 tot en met 24 Pw", soort=KLASSEN)
def klasse_tweede(eerst_partner: Any, klasse_a: Any, klasse_p: Any, situatie_norm: Any) -> Any:
    """The other spouse; 0 where the norm is that of one person."""
    return kies(situatie_norm > 0, kies(eerst_partner, klasse_a, klasse_p), 0)


@regel("art. 22a lid 1 Pw", soort="getal")
def personen(kostendelers: Any, klasse_eerste: Any, klasse_tweede: Any) -> Any:
    """A of art. 22a: the cost-sharing housemates, and of the couple (or single) each who is 21 or older."""
    return kostendelers + minimum(klasse_eerste, 1) + minimum(klasse_tweede, 1)
