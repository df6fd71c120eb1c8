"""Check a kept answer: does each step follow from what it used, and do the steps lead to the outcome?

The steps of an answer carry everything the rules need. This works every step out again from its own `gebruikt`, with
the rules and amounts of the answer's day, and looks whether the same values go from step to step. A court, an auditor
or a test can do this years later.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from opstap.recht.regels import boek as regelboek
from opstap.recht.regels import velden
from opstap.recht.regels.beleid import STANDAARD, Beleid
from opstap.recht.regels.motor import Soort, per_lid
from opstap.recht.regels.ops import ONBEKEND, ONBEPERKT
from opstap.recht.regels.uitleg import toon


def verschillen(answer: Mapping[str, Any], chosen: Beleid = STANDAARD) -> list[str]:
    """What does not follow, one line each; empty when the trace recomputes to the outcome."""
    steps = {each["regel"]: each for each in answer["stappen"] if not each["regel"].startswith("beleid.")}
    day = regelboek.dag(date.fromisoformat(steps["datum_en_versie"]["uitkomst"]), chosen)
    keys = {key: name for name, key in regelboek.sleutels().items()}
    faults = []
    for naam, step in steps.items():
        used = {keys.get(key, key): text for key, text in step["gebruikt"].items()}
        for name, text in used.items():
            if name in steps and steps[name]["uitkomst"] != text:
                faults.append(f"{naam} gebruikt {name} = {text}, maar die stap zegt {steps[name]['uitkomst']}")
        found = toon(regelboek.soorten()[naam], _again(naam, used, day))
        if found != step["uitkomst"]:
            faults.append(f"{naam}: opnieuw uitgerekend {found}, in het antwoord {step['uitkomst']}")
    return faults + _outcome(answer, steps)


def _again(naam: str, used: Mapping[str, str], day: regelboek.Dag) -> Any:
    """A rule once more; what the trace leaves out (tables, marks) is the same for everybody that day."""
    each = day.regels[naam]
    kinds = regelboek.soorten()
    values = [parse(kinds[arg], used[arg], arg) if arg in used else day.vast.get(arg, 0) for arg in each.args]
    return per_lid(each.functie, *values) if each.per == "medebewoner" else each.functie(*values)


def parse(soort: Soort, text: str, naam: str = "") -> Any:
    """A shown value back to what the rules work with."""
    if not isinstance(soort, str):
        return soort.index(text)
    if soort == "geld":
        return (
            {"niet bekend": ONBEKEND, "geen maximum": ONBEPERKT}.get(text)
            if text[:1] not in "0123456789"
            else int(text.replace(".", ""))
        )
    if soort == "datum":
        return date.fromisoformat(text).toordinal() if text else 0
    if soort == "procent":
        return int(text.rstrip("%").replace(".", ""))
    if soort == "lijst":
        return tuple(_member(word, naam) for word in text.split())
    return text == "ja" if soort == "ja_nee" else int(text)


def _member(word: str, naam: str) -> Any:
    if word in ("ja", "nee"):
        return word == "ja"
    return int(word) if naam in velden.MEDEBEWONER else word


def _outcome(answer: Mapping[str, Any], steps: Mapping[str, Any]) -> list[str]:
    """The answer on top is the outcome of the steps."""
    pairs = [("uitkomst", answer["uitkomst"]), ("ingangsdatum", answer["ingangsdatum"])]
    if answer["norm"]:
        pairs += [
            ("bijstandsnorm", answer["norm"]["incl_vakantietoeslag"]),
            ("norm_excl", answer["norm"]["excl_vakantietoeslag"]),
        ]
    if answer["uitkering"]:
        pairs.append(("uitkering", answer["uitkering"]["incl_vakantietoeslag"]))
    if answer["uitkomst"] != "nog_niet_te_bepalen" and "inkomen" in steps:
        pairs.append(("inkomen", answer["inkomen_in_aanmerking"]))
    return [
        f"{naam}: bovenaan staat {shown}, de stap zegt {steps[naam]['uitkomst']}"
        for naam, shown in pairs
        if shown is not None and naam in steps and steps[naam]["uitkomst"] != shown
    ]
