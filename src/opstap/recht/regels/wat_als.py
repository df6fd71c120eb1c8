"""What if: a household as it is and as it would be, side by side, with the steps that change. Pure.

`vergelijk` takes two documents of contract 2. The other functions make the second from the first: work, another day (so
that a child turns 27), a person who comes to live along or leaves. Nothing is kept and nothing is decided.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from datetime import date
from typing import Any

from opstap.kern.commands import InvoerFout
from opstap.kern.geld import Geld
from opstap.recht.regels.nettoloon import schat
from opstap.recht.regels.reken import lees, reken, werk_uit

NIET_MEER = "Dit geldt dan niet meer."
INKOMEN = (
    "loon",
    "uitkering",
    "alimentatie",
    "pensioen",
    "studiefinanciering",
    "onderhuur",
    "overig_inkomen",
    "premie",
    "vrijwilliger",
)


def vergelijk(
    huishouden: Mapping[str, Any], anders: Mapping[str, Any], schakelaars: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """Both answers, the steps that changed, and what comes in each month before and after.

    Gives {"voor", "na": answers of `reken`; "in_de_maand": {"voor", "na", "verschil"} in euros, None while it cannot be
    said; "veranderd": [{"regel", "artikel", "voor", "na", "tekst"}]}. Raises InvoerFout.
    """
    voor, na = reken(huishouden, schakelaars), reken(anders, schakelaars)
    maand = (in_de_maand(huishouden, schakelaars), in_de_maand(anders, schakelaars))
    return {
        "voor": voor,
        "na": na,
        "in_de_maand": {
            "voor": None if maand[0] is None else str(maand[0]),
            "na": None if maand[1] is None else str(maand[1]),
            "verschil": None if maand[0] is None or maand[1] is None else str(maand[1] - maand[0]),
        },
        "veranderd": _changed_steps(voor, na),
    }


def _changed_steps(voor: dict[str, Any], na: dict[str, Any]) -> list[dict[str, Any]]:
    before = {each["regel"]: each for each in voor["stappen"]}
    after = {each["regel"]: each for each in na["stappen"]}
    changed = []
    for naam in dict.fromkeys((*before, *after)):
        old, new = before.get(naam), after.get(naam)
        if (old and old["uitkomst"]) != (new and new["uitkomst"]):
            shown = new or old or {}
            changed.append(
                {
                    "regel": naam,
                    "stap": shown["stap"],
                    "artikel": shown["artikel"],
                    "voor": old and old["uitkomst"],
                    "na": new and new["uitkomst"],
                    "tekst": new["tekst"] if new else NIET_MEER,
                }
            )
    return sorted(changed, key=lambda each: each["stap"])


def in_de_maand(huishouden: Mapping[str, Any], schakelaars: Mapping[str, Any] | None = None) -> Geld | None:
    """Own net income of both adults and the benefit of a whole month; None when it cannot be said yet."""
    lezing, dag = lees(huishouden, schakelaars)
    values = werk_uit(lezing.feiten, dag)
    if values["uitkomst"] == 2 or not values["inkomsten_bekend"]:
        return None
    own = sum(lezing.feiten[naam + wie] for naam in INKOMEN for wie in ("_a", "_p"))
    return Geld(own + (values["na_afstemming"] if values["uitkomst"] == 1 else 0))


def met_werk(
    huishouden: Mapping[str, Any],
    persoon: str,
    *,
    uren: str | int,
    uurloon: str,
    regeling: str | None = None,
    maanden: int = 0,
) -> dict[str, Any]:
    """The same household with (other) work for one person: hours a week at a gross wage in euros an hour.

    The wages replace those the person has. The net amount is an estimate (`nettoloon.schat`), which the explanation
    under `keuzes.toelichting` says. `regeling`: the exemption to try, with the months used. Raises InvoerFout.
    """
    anders = _copy(huishouden)
    _check_person(anders, persoon)
    geschat = schat(uren, uurloon, _day(anders))
    rest = [
        each
        for each in anders.get("inkomsten") or []
        if not (each.get("persoon") == persoon and each.get("soort") == "loon")
    ]
    anders["inkomsten"] = [*rest, {"persoon": persoon, "soort": "loon", "netto": str(geschat.netto)}]
    keuzes = anders.setdefault("keuzes", {})
    keuzes["toelichting"] = geschat.toelichting
    if regeling:
        keuzes.setdefault("vrijlating", {})[persoon] = {"regeling": regeling, "maanden_gebruikt": maanden}
    return anders


def op_dag(huishouden: Mapping[str, Any], dag: date) -> dict[str, Any]:
    """The same household on another day: other amounts, other rules, everybody older."""
    anders = _copy(huishouden)
    anders["peildatum"] = dag.isoformat()
    anders.pop("alleen_deze_maand_vanaf", None)
    return anders


def als_iemand_wordt(huishouden: Mapping[str, Any], persoon: str, leeftijd: int) -> dict[str, Any]:
    """The same household on the day a person reaches an age ("if my son turns 27"). Raises InvoerFout."""
    anders = _copy(huishouden)
    born = _check_person(anders, persoon).get("geboortedatum")
    if not isinstance(born, str):
        raise InvoerFout(f"{persoon}: de geboortedatum is niet bekend. Vul die eerst in.")
    birth = date.fromisoformat(born)
    try:
        dag = birth.replace(year=birth.year + leeftijd)
    except ValueError:
        dag = date(birth.year + leeftijd, 3, 1)
    if dag < _day(anders):
        raise InvoerFout(f"{persoon} is al {leeftijd} jaar of ouder. Kies een hogere leeftijd.")
    return op_dag(anders, dag)


def samen_met(
    huishouden: Mapping[str, Any], persoon: Mapping[str, Any], inkomsten: list[dict[str, Any]] | None = None
) -> dict[str, Any]:
    """The same household with one more person (a partner, child or housemate) and what they earn."""
    anders = _copy(huishouden)
    anders["personen"] = [*anders["personen"], dict(persoon)]
    if inkomsten:
        anders["inkomsten"] = [*(anders.get("inkomsten") or []), *inkomsten]
    return anders


def zonder(huishouden: Mapping[str, Any], persoon: str) -> dict[str, Any]:
    """The same household when a person has left, with their income and exemption. Raises InvoerFout."""
    anders = _copy(huishouden)
    _check_person(anders, persoon)
    anders["personen"] = [each for each in anders["personen"] if each.get("id") != persoon]
    if anders.get("inkomsten"):
        anders["inkomsten"] = [each for each in anders["inkomsten"] if each.get("persoon") != persoon]
    ((anders.get("keuzes") or {}).get("vrijlating") or {}).pop(persoon, None)
    return anders


def _copy(huishouden: Mapping[str, Any]) -> dict[str, Any]:
    return deepcopy(dict(huishouden))


def _day(huishouden: Mapping[str, Any]) -> date:
    try:
        return date.fromisoformat(str(huishouden.get("peildatum")))
    except ValueError:
        raise InvoerFout("peildatum: dit is geen dag die bestaat. Schrijf een datum als 2026-07-01.") from None


def _check_person(huishouden: Mapping[str, Any], persoon: str) -> dict[str, Any]:
    for each in huishouden.get("personen") or []:
        if isinstance(each, dict) and each.get("id") == persoon:
            return each
    raise InvoerFout(f"{persoon} staat niet bij personen. Gebruik het id van een persoon.")
