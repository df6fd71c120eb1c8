"""The answer of `reken` as a readable Dutch text: what it comes down to first, then the steps with their articles."""

from __future__ import annotations

from typing import Any

from opstap.kern.geld import Geld

KOPPEN = {
    "recht": "U hebt volgens deze berekening recht op bijstand.",
    "geen_recht": "U hebt volgens deze berekening geen recht op bijstand.",
    "nog_niet_te_bepalen": "We kunnen nog niet zeggen of u recht hebt op bijstand.",
}
STAPPEN = {
    1: "Datum",
    2: "Wie het zijn",
    3: "Wie geen bijstand kan krijgen",
    4: "Wanneer u kunt aanvragen",
    5: "Hoe u leeft",
    6: "Wie de kosten deelt",
    7: "De norm",
    8: "Lagere norm",
    9: "Wat niet meetelt",
    10: "Inkomen",
    11: "Vermogen",
    12: "Recht en bedrag",
    13: "Maatwerk",
    14: "Begin",
    15: "Betalen",
    16: "Opnieuw aanvragen",
}


def als_tekst(answer: dict[str, Any]) -> str:
    """The text for a person, ending in a newline."""
    lines = [KOPPEN[answer["uitkomst"]], ""]
    lines += [f"  {naam:<28} {waarde:>14}" for naam, waarde in _amounts(answer)]
    lines += _listed("Dit willen we nog weten", [each["vraag"] for each in answer["ontbreekt"]])
    lines += _listed("Let op", [f"{each['tekst']} ({each['artikel']})" for each in answer["let_op"]])
    stap = 0
    for each in answer["stappen"]:
        if each["stap"] != stap:
            stap = each["stap"]
            lines += ["", f"{stap}. {STAPPEN[stap]}"]
        lines.append(f"   {each['tekst']} ({each['artikel']})")
    versie = answer["versie"]
    lines += ["", f"Regels vanaf {versie['regels']}, bedragen vanaf {versie['bedragen']}. Een mens besluit."]
    return "\n".join(lines) + "\n"


def _amounts(answer: dict[str, Any]) -> list[tuple[str, str]]:
    norm, uitkering, voorschot = answer["norm"], answer["uitkering"], answer["voorschot"]
    rows = [
        ("Norm per maand", norm and norm["incl_vakantietoeslag"]),
        ("Inkomen dat meetelt", answer["inkomen_in_aanmerking"]),
        ("Vermogen", answer["vermogen"]["in_aanmerking"]),
        ("Grens van het vermogen", answer["vermogen"]["grens"]),
        ("Bijstand met vakantietoeslag", uitkering and uitkering["incl_vakantietoeslag"]),
        ("Bijstand zonder", uitkering and uitkering["excl_vakantietoeslag"]),
        ("Voorschot, ten minste", voorschot and voorschot["bedrag"]),
    ]
    shown = [(naam, Geld.parse(waarde).nl) for naam, waarde in rows if waarde]
    return [*shown, ("Begin", answer["ingangsdatum"])] if answer["ingangsdatum"] else shown


def _listed(head: str, lines: list[str]) -> list[str]:
    return ["", head + ":", *(f"  • {line}" for line in lines)] if lines else []
