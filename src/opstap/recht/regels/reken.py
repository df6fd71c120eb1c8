"""`reken`: one household of contract 2 in, the explained answer out. Pure: no clock, no database."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from opstap.kern.commands import InvoerFout
from opstap.recht.regels import beleid as policy
from opstap.recht.regels import boek as regelboek
from opstap.recht.regels import opmerkingen, vragen
from opstap.recht.regels.beleid import Beleid
from opstap.recht.regels.boek import DOELEN, Dag
from opstap.recht.regels.invoer import Lezing
from opstap.recht.regels.motor import Regel, Waarden
from opstap.recht.regels.uitkomst import GEEN_RECHT, NOG_NIET, RECHT, UITKOMSTEN
from opstap.recht.regels.uitleg import maak_verteller, toon


def reken(huishouden: Mapping[str, Any], schakelaars: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Work out the right to general bijstand of one household on one day.

    `huishouden`: the document of contract 2, money as text or number. `schakelaars`: the policy of the municipality
    (see `beleid`). Gives the answer of contract 2. Raises InvoerFout, which names the key, for wrong input.
    """
    lezing, dag = lees(huishouden, schakelaars)
    return antwoord(werk_uit(lezing.feiten, dag), lezing.namen, dag)


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


def werk_uit(feiten: Mapping[str, Any], dag: Dag) -> dict[str, Any]:
    """Every value of the calculation, by name; what is the same for everybody that day stands in `dag.vast`."""
    return _een(dag, not feiten["heeft_partner"])(feiten)


@lru_cache(maxsize=512)
def _een(dag: Dag, alleen: bool) -> Callable[[Mapping[str, Any]], dict[str, Any]]:
    return dag.een_huishouden((*DOELEN, *dag.opmerkingen, *dag.vragen), alleen=alleen)


@lru_cache(maxsize=512)
def functie_van(dag: Dag, alleen: bool = False) -> Callable[[Mapping[str, Any]], dict[str, Any]]:
    """What works out every value of a household of that day; `alleen`: of one without a partner."""
    return dag.functie((*DOELEN, *dag.opmerkingen, *dag.vragen), alleen=alleen)


@lru_cache(maxsize=1024)
def _verteller(dag: Dag, heeft_partner: bool) -> Callable[[Mapping[str, Any]], list[dict[str, Any]]]:
    order = regelboek.boek().volgorde(dag.peildatum, DOELEN)
    told = [each for each in order if each.tekst is not None and (heeft_partner or not each.naam.endswith("_p"))]
    told.sort(key=_step_number)
    vast = dag.vast if heeft_partner else dag.vast_zonder_partner(DOELEN)
    return maak_verteller(told, vast, regelboek.soorten(), regelboek.sleutels(), _when)


def _step_number(each: Regel) -> int:
    return each.stap


def _when(each: Regel) -> str:
    """When a step is of use: what rests on facts that are not known is not told."""
    if each.naam in _NEEDS_NORM:
        return "w['norm_bekend']"
    if each.naam in _NEEDS_ALL:
        return "w['norm_bekend'] and w['inkomen_bekend']"
    if each.stap in (9, 10):
        return "w['inkomen_bekend']"
    return "w['vermogen_bekend'] and w['grens_bekend']" if each.stap == 11 and each.naam != "vermogensgrens" else ""


_NEEDS_NORM = frozenset(
    {
        "norm_thuis",
        "norm_inrichting",
        "norm",
        "verlaging_woonsituatie",
        "verlaging_schoolverlater",
        "bijstandsnorm",
        "norm_excl",
        "jongerenverhoging",
        "kindbedrag",
        "deelt_kosten",
        "personen",
        "kostendelersdeel",
    }
)
_NEEDS_ALL = frozenset(
    {"inkomen_te_hoog", "hoogte", "na_afstemming", "uitkering_excl", "partnerinkomen_telt", "inkomen"}
)


def antwoord(b: Waarden, namen: Mapping[str, str], dag: Dag, *, kort: bool = False) -> dict[str, Any]:
    """The answer of contract 2 from the values of a calculation; `kort` leaves the steps out."""
    let_op = [_remark(naam) for naam in dag.opmerkingen if b[naam] is True]
    ontbreekt = [_question(naam) for naam in dag.vragen if b[naam] is True]
    uitkomst = b["uitkomst"]
    return {
        "uitkomst": UITKOMSTEN[uitkomst],
        "norm": _norm(b, dag),
        "inkomen_in_aanmerking": _money(b["inkomen"]) if b["inkomen_bekend"] and not b["niemand_recht"] else None,
        "vermogen": _vermogen(b),
        "uitkering": _uitkering(b),
        "per_persoon": per_persoon(b, namen),
        "ingangsdatum": toon("datum", b["ingangsdatum"]) if b["ingangsdatum"] and uitkomst != GEEN_RECHT else None,
        "voorschot": _voorschot(b),
        "bufferbudget": _money(b["buffer"]) if b["buffer"] else None,
        "aanvraag_vanaf": toon("datum", b["aanvraag_vanaf"]) or None,
        "ontbreekt": ontbreekt if uitkomst == NOG_NIET else [],
        "let_op": let_op,
        "stappen": [] if kort else [*_verteller(dag, b["heeft_partner"])(b), *_policy_steps(dag)],
        "versie": {"regels": dag.regels_vanaf.isoformat(), "bedragen": dag.bedragen.peildatum.isoformat()},
    }


def _policy_steps(dag: Dag) -> list[dict[str, Any]]:
    return [
        {
            "regel": f"beleid.{naam}",
            "stap": 1,
            "artikel": policy.SCHAKELAARS[naam].artikel,
            "uitkomst": policy.tekst(naam, waarde),
            "tekst": f"{policy.SCHAKELAARS[naam].vraag} De gemeente koos: {policy.in_woorden(naam, waarde)}.",
            "gebruikt": {"reden": reden},
        }
        for naam, reden in dag.beleid.redenen
        for waarde in (dag.beleid.get(naam),)
    ]


def _remark(naam: str) -> dict[str, str]:
    remark = opmerkingen.OPMERKINGEN[naam]
    return {"code": remark.code, "tekst": remark.tekst, "artikel": remark.artikel}


def _question(naam: str) -> dict[str, str]:
    gegeven, vraag = vragen.VRAGEN[naam]
    return {"gegeven": gegeven, "vraag": vraag}


def _money(cents: int) -> str:
    return f"{cents // 100}.{cents % 100:02d}"


def _norm(b: Waarden, dag: Dag) -> dict[str, Any] | None:
    """The bijstandsnorm, as soon as it is known; where it was lowered the norm before stands beside it."""
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


def _vermogen(b: Waarden) -> dict[str, Any]:
    grens = b["vermogensgrens"]
    bekend = grens >= 0 and (b["heeft_partner"] or not b["kind_leeftijd_mist"])
    return {
        "in_aanmerking": _money(b["vermogen"]) if b["vermogen_bekend"] else None,
        "grens": _money(grens) if bekend else None,
    }


def _uitkering(b: Waarden) -> dict[str, Any] | None:
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


def _voorschot(b: Waarden) -> dict[str, Any] | None:
    if not b["voorschot_gevraagd"] or b["uitkomst"] == GEEN_RECHT:
        return None
    bekend = b["norm_bekend"] and b["inkomen_bekend"]
    return {
        "bedrag": _money(b["voorschot"]) if bekend else None,
        "uiterlijk": toon("datum", b["voorschot_uiterlijk"]) or None,
    }
