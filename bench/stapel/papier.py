"""Lay one paper out: letter, form, table or contract, in styles that differ between training and scoring."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from bench.stapel.huishouden import Huishouden
from bench.stapel.sjabloon import Invuller
from bench.stapel.vel import LETTERS, Stuk, Vel, Waarheid, stam

RECEPTEN = Path(__file__).with_name("papieren.yaml")
ONTWIKKEL = Path(__file__).with_name("ontwikkel.yaml")
VARIATIES = {deel: Path(__file__).with_name(f"{deel}.yaml") for deel in ("variatie", "variatie2")}


@dataclass
class Papier:
    """A drawn paper with its truth."""

    soort: str
    pdf: bytes
    waarheid: list[Waarheid]
    bladzijden: int = 1
    periode: tuple[str, str] | None = None
    datum: str | None = None
    transacties: list[dict[str, str]] = field(default_factory=list)
    verboden: list[str] = field(default_factory=list)
    """Words that may never leave the reader (descriptions of debits, medical words)."""
    sleutel: str = ""


@cache
def recepten() -> dict[str, Any]:
    """The wording per kind, in parts that share nothing: oefen (the model learns), ontwikkel and the variations (faults
    are sought), proef (scoring only)."""
    recipes = dict(yaml.safe_load(RECEPTEN.read_text(encoding="utf-8")))
    for deel, path in (("ontwikkel", ONTWIKKEL), *VARIATIES.items()):
        for soort, wordings in yaml.safe_load(path.read_text(encoding="utf-8")).items():
            recipes[soort][deel] = wordings
    return recipes


def maak(soort: str, deel: str, mens: Huishouden, rng: random.Random) -> Papier:
    """One paper of this kind; `deel`: oefen, ontwikkel, variatie, variatie2 or proef."""
    from bench.stapel import bijzonder, indeling, notatie, variatie

    if soort in bijzonder.MAKERS:
        return bijzonder.MAKERS[soort](deel, mens, rng)
    recipe = recepten()[soort]
    wording = rng.choice(recipe[deel])
    fill = (notatie.Notatie if deel in VARIATIES else Invuller)(mens, soort, recipe, rng)
    sheet = Vel(rng, rng.choice(LETTERS[stam(deel)]), corps=rng.choice([9.5, 10, 10.5, 11]))
    own = {"brief": _brief, "formulier": _formulier, "tabel": _tabel, "contract": _contract}
    (own | indeling.VORMEN | variatie.VORMEN)[wording.get("vorm", "brief")](sheet, wording, fill, deel)
    dated = [fact.waarde for fact in sheet.waarheid if fact.naam == "datum"]
    sheet.waarheid = [
        fact for fact in sheet.waarheid if fact.naam != "datum" and soort not in ("medische_brief", "niet_relevant")
    ]
    forbidden = _medisch(wording) if soort == "medische_brief" else []
    return Papier(
        soort, sheet.pdf(), sheet.waarheid, sheet.bladzijde, datum=dated[0] if dated else None, verboden=forbidden
    )


def _medisch(wording: dict[str, Any]) -> list[str]:
    return [word.strip(".,:").lower() for line in wording["tekst"] for word in line.split() if len(word) > 8][:12]


def _kop(sheet: Vel, wording: dict[str, Any], fill: Invuller, deel: str) -> float:
    """Letterhead: left, right or as a bar of colour; gives the next free height."""
    rng = sheet.rng
    head = fill.vul(wording.get("kop", ""))
    style = rng.choice(["links", "balk"] if deel == "oefen" else ["rechts", "links", "lijn"])
    if not wording.get("kop"):
        return 60
    if style == "balk":
        sheet.balk(0, 0, sheet.maat[0], 14, (0.1, 0.2, 0.5))
    if style == "rechts":
        sheet.zet(sheet.maat[0] - 60, 55, head, vet=True, corps=15, rechts=True)
    else:
        sheet.zet(60, 55, head, vet=True, corps=rng.choice([13, 16, 18]))
    if style == "lijn":
        sheet.lijn(60, sheet.maat[0] - 60, 64)
    return 90


def _adres(sheet: Vel, fill: Invuller, y: float, deel: str) -> float:
    mens = fill.mens
    x = 60 if sheet.rng.random() < 0.7 else 330
    title = sheet.rng.choice(["", "Mevr. ", "De heer "])
    sheet.zet(x, y + 20, [*([(title, None, None)] if title else []), (mens.naam, "naam", mens.naam)])
    sheet.zet(x, y + 34, mens.straat)
    sheet.zet(
        x, y + 48, f"{mens.postcode} {mens.plaats}" if deel == "oefen" else f"{mens.postcode}  {mens.plaats.upper()}"
    )
    return y + 80


def _brief(sheet: Vel, wording: dict[str, Any], fill: Invuller, deel: str) -> None:
    y = _kop(sheet, wording, fill, deel)
    if wording.get("blok"):
        y = _adres(sheet, fill, y, deel)
    if not any("{*datum}" in line for line in wording.get("regels", [])):
        sheet.zet(60, y, [("Datum: ", None, None), *fill.vul("{*datum}")])
        y += 30
    sheet.zet(60, y, fill.vul(sheet.rng.choice(wording["titel"])), vet=True, corps=13)
    y += 28
    rows = wording.get("regels", [])
    first, then = (rows, wording["tekst"]) if sheet.rng.random() < 0.5 else ([], [])
    y = _regels(sheet, first, fill, y)
    for line in then or wording["tekst"]:
        y = sheet.alinea(60, y, 470, fill.vul(line)) + 5
    if not first:
        _regels(sheet, rows, fill, y + 8)


def _regels(sheet: Vel, rows: list[str], fill: Invuller, y: float) -> float:
    """Label and value beside each other: value near the label, or right-aligned far away."""
    far = sheet.rng.random() < 0.4
    colon = sheet.rng.random() < 0.4
    for row in rows:
        label, _, value = row.partition("|")
        sheet.zet(60, y, label + (":" if colon else ""))
        sheet.zet(520 if far else 260, y, fill.vul(value), rechts=far)
        y += 1.6 * sheet.corps
    return y + 10


def _formulier(sheet: Vel, wording: dict[str, Any], fill: Invuller, deel: str) -> None:
    y = _kop(sheet, wording, fill, deel)
    sheet.zet(60, y + 10, fill.vul(sheet.rng.choice(wording["titel"])), vet=True, corps=14)
    y += 45
    rows = wording["regels"]
    if sheet.rng.random() < 0.5:
        half = (len(rows) + 1) // 2
        for index, row in enumerate(rows):
            label, _, value = row.partition("|")
            x, line = (60, index) if index < half else (310, index - half)
            sheet.zet(x, y + line * 22, label, corps=sheet.corps - 1)
            sheet.zet(x + 130, y + line * 22, fill.vul(value), corps=sheet.corps - 1)
        y += half * 22 + 20
    else:
        y = _regels(sheet, rows, fill, y)
    for line in wording["tekst"]:
        y = sheet.alinea(60, y, 470, fill.vul(line)) + 4


def _tabel(sheet: Vel, wording: dict[str, Any], fill: Invuller, deel: str) -> None:
    """Labels in a shaded row, values in the row under it, a few columns at a time."""
    y = _kop(sheet, wording, fill, deel)
    sheet.zet(60, y + 10, fill.vul(sheet.rng.choice(wording["titel"])), vet=True, corps=14)
    y += 45
    rows = wording["regels"]
    for start in range(0, len(rows), 3):
        sheet.balk(55, y - 12, 545, y + 4, (0.9, 0.9, 0.9))
        for column, row in enumerate(rows[start : start + 3]):
            label, _, value = row.partition("|")
            sheet.zet(60 + column * 165, y, label, corps=sheet.corps - 1)
            sheet.zet(60 + column * 165, y + 18, fill.vul(value))
        y += 48
    for line in wording["tekst"]:
        y = sheet.alinea(60, y, 470, fill.vul(line)) + 4


def _contract(sheet: Vel, wording: dict[str, Any], fill: Invuller, deel: str) -> None:
    y = _kop(sheet, wording, fill, deel)
    sheet.zet(60, y, sheet.rng.choice(wording["titel"]), vet=True, corps=15)
    y += 40
    for line in wording["tekst"]:
        y = sheet.alinea(60, y, 470, fill.vul(line), 1.6) + 8


__all__ = ["Papier", "Stuk", "maak", "recepten"]
