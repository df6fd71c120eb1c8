"""`reken`: one household of contract 2 in, the explained answer out. Pure: no clock, no database, no memory of earlier calls."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from opstap.kern.commands import InvoerFout
from opstap.recht.regels import beleid as policy
from opstap.recht.regels import boek as regelboek
from opstap.recht.regels import opmerkingen
from opstap.recht.regels.beleid import Beleid
from opstap.recht.regels.boek import Dag
from opstap.recht.regels.invoer import Lezing
from opstap.recht.regels.motor import Berekening, Regel
from opstap.recht.regels.uitkomst import GEEN_RECHT, NOG_NIET, RECHT, UITKOMSTEN
from opstap.recht.regels.uitleg import Verteller, toon

DOELEN = ("leeftijd_a", "aanvraag_vanaf", "leefvorm", "norm", "norm_excl", "inkomen", "vermogen_te_hoog", "overwaarde",
          "uitkomst", "hoogte", "uitkering", "uitkering_excl", "deel_a", "deel_p", "ingangsdatum", "voorschot",
          "voorschot_uiterlijk", "buffer", "gegevens_hergebruiken")
PARTNER_STAPPEN = frozenset({"deel_p"})


def reken(huishouden: Mapping[str, Any], schakelaars: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Work out the right to general bijstand of one household on one day.

    `huishouden`: the document of contract 2, money as text or number. `schakelaars`: the policy of the municipality
    (see `beleid`). Gives the answer of contract 2. Raises InvoerFout (one Dutch line that names the key) for wrong input.
    """
    lezing, dag = lees(huishouden, schakelaars)
    return antwoord(werk_uit(lezing, dag), lezing, dag)


def lees(huishouden: Mapping[str, Any], schakelaars: Mapping[str, Any] | None = None) -> tuple[Lezing, Dag]:
    """The facts of a document and all that holds on its day. Raises InvoerFout."""
    lezing = Lezing(huishouden)
    if lezing.fouten:
        raise InvoerFout(lezing.fouten[0])
    on = date.fromordinal(lezing.peildatum)
    chosen = policy.op_datum(schakelaars, on)
    gebruik_beleid(lezing.feiten, chosen, huishouden.get("keuzes") or {})
    return lezing, regelboek.dag(on, chosen)


def gebruik_beleid(feiten: dict[str, Any], chosen: Beleid, keuzes: Mapping[str, Any]) -> None:
    """The policy of the municipality, where the document does not choose for itself."""
    if chosen is policy.STANDAARD:
        return
    if keuzes.get("regime_vrijlating") is None:
        feiten["stelsel"] = chosen.get("regime_vrijlating")
    if keuzes.get("afronding_kostendelers") is None:
        feiten["procent_eerst"] = chosen.get("afronding_kostendelers") == 1


def werk_uit(lezing: Lezing, dag: Dag) -> Berekening:
    """The calculation itself, with its trace."""
    b = Berekening(dag.start, dag.regels)
    b.update(lezing.feiten)
    b["leden"] = 0
    for naam in DOELEN:
        b[naam]
    if b["heeft_partner"]:
        b["leeftijd_p"]
    return b


def antwoord(b: Berekening, lezing: Lezing, dag: Dag) -> dict[str, Any]:
    """The answer of contract 2."""
    let_op = [_remark(naam) for naam in dag.opmerkingen if b[naam] is True]
    ontbreekt = [_question(naam) for naam in dag.vragen if b[naam] is True]
    uitkomst = b["uitkomst"]
    return {
        "uitkomst": UITKOMSTEN[uitkomst],
        "norm": _norm(b, dag),
        "inkomen_in_aanmerking": _money(b["inkomen"]) if b["inkomen_bekend"] and not b["niemand_recht"] else None,
        "vermogen": _vermogen(b),
        "uitkering": _uitkering(b),
        "per_persoon": per_persoon(b, lezing.namen),
        "ingangsdatum": toon("datum", b["ingangsdatum"]) if b["ingangsdatum"] and uitkomst != GEEN_RECHT else None,
        "voorschot": _voorschot(b),
        "bufferbudget": _money(b["buffer"]) if b["buffer"] else None,
        "aanvraag_vanaf": toon("datum", b["aanvraag_vanaf"]) or None,
        "ontbreekt": ontbreekt if uitkomst == NOG_NIET else [],
        "let_op": let_op,
        "stappen": stappen(b, dag),
        "versie": {"regels": dag.regels_vanaf.isoformat(), "bedragen": dag.bedragen.peildatum.isoformat()},
    }


def stappen(b: Berekening, dag: Dag) -> list[dict[str, Any]]:
    """Every step that was worked out and has something to say, in the order of the sixteen."""
    verteller = Verteller(b)
    told = [each for each in (*dag.vaste_stappen, *b.volgorde) if each.tekst is not None and is_of_use(each, b)]
    told.sort(key=_step_number)
    return [*(verteller.stap(each) for each in told), *_policy_steps(dag)]


def _step_number(each: Regel) -> int:
    return each.stap


def is_of_use(each: Regel, b: Berekening) -> bool:
    """Steps about a partner only where there is one; steps that need what is not known only once it is."""
    if (each.naam.endswith("_p") or each.naam in PARTNER_STAPPEN) and not b["heeft_partner"]:
        return False
    if each.naam in _NEEDS_NORM:
        return bool(b["norm_bekend"])
    if each.stap in (9, 10):
        return bool(b["inkomen_bekend"])
    if each.naam in _NEEDS_ALL:
        return bool(b["norm_bekend"] and b["inkomen_bekend"])
    return each.stap != 11 or bool(b["vermogen_bekend"] and b["grens_bekend"]) or each.naam == "vermogensgrens"


_NEEDS_NORM = frozenset({"norm_thuis", "norm_inrichting", "norm", "verlaging_woonsituatie", "verlaging_schoolverlater",
                         "bijstandsnorm", "norm_excl", "jongerenverhoging", "kindbedrag", "deelt_kosten", "personen"})
_NEEDS_ALL = frozenset({"inkomen_te_hoog", "hoogte", "na_afstemming", "uitkering_excl"})


def _policy_steps(dag: Dag) -> list[dict[str, Any]]:
    return [
        {"regel": f"beleid.{naam}", "stap": 1, "artikel": policy.SCHAKELAARS[naam].artikel,
         "uitkomst": policy.tekst(naam, dag.beleid.get(naam)),
         "tekst": f"De gemeente koos: {policy.tekst(naam, dag.beleid.get(naam))}. {policy.SCHAKELAARS[naam].vraag}",
         "gebruikt": {"reden": reden}}
        for naam, reden in dag.beleid.redenen
    ]


def _remark(naam: str) -> dict[str, str]:
    remark = opmerkingen.OPMERKINGEN[naam]
    return {"code": remark.code, "tekst": remark.tekst, "artikel": remark.artikel}


def _question(naam: str) -> dict[str, str]:
    gegeven, vraag = opmerkingen.VRAGEN[naam]
    return {"gegeven": gegeven, "vraag": vraag}


def _money(cents: int) -> str:
    return f"{cents // 100}.{cents % 100:02d}"


def _norm(b: Berekening, dag: Dag) -> dict[str, Any] | None:
    """The norm, as soon as it is known. Lowered (art. 27, 28) it is the bijstandsnorm; the norm before stands beside it."""
    if not b["norm_bekend"]:
        return None
    artikel = dag.regels["norm"].artikel
    result = {
        "artikel": artikel if isinstance(artikel, str) else artikel(b, dag.regels["norm"]),
        "incl_vakantietoeslag": _money(b["bijstandsnorm"]),
        "excl_vakantietoeslag": _money(b["norm_excl"]),
    }
    if b["bijstandsnorm"] != b["norm"]:
        result["voor_verlaging"] = _money(b["norm"])
    return result


def _vermogen(b: Berekening) -> dict[str, Any]:
    grens = b["vermogensgrens"]
    bekend = grens >= 0 and (b["heeft_partner"] or not b["kind_leeftijd_mist"])
    return {"in_aanmerking": _money(b["vermogen"]) if b["vermogen_bekend"] else None,
            "grens": _money(grens) if bekend else None}


def _uitkering(b: Berekening) -> dict[str, Any] | None:
    """The benefit for this month; with part of a month also that of a whole one. None while it cannot be said."""
    if b["uitkomst"] == NOG_NIET:
        return None
    result = {"incl_vakantietoeslag": _money(b["uitkering"]), "excl_vakantietoeslag": _money(b["uitkering_excl"])}
    if b["uitkomst"] == RECHT and b["dagen_recht"] != b["dagen_van_de_maand"]:
        result["hele_maand_incl_vakantietoeslag"] = _money(b["na_afstemming"])
    return result


def per_persoon(b: Mapping[str, Any], namen: Mapping[str, str]) -> dict[str, str]:
    """What each who has a right gets, with holiday allowance (art. 45 lid 4)."""
    if b["uitkomst"] != RECHT:
        return {}
    heeft = {"_a": b["situatie"] != 2 or not b["eerst_partner"], "_p": b["situatie"] == 1 or b["eerst_partner"]}
    return {naam: _money(b["deel" + wie]) for wie, naam in namen.items() if heeft[wie]}


def _voorschot(b: Berekening) -> dict[str, Any] | None:
    if not b["voorschot_gevraagd"] or b["uitkomst"] == GEEN_RECHT:
        return None
    bekend = b["norm_bekend"] and b["inkomen_bekend"]
    return {"bedrag": _money(b["voorschot"]) if bekend else None, "uiterlijk": toon("datum", b["voorschot_uiterlijk"]) or None}
