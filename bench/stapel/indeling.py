"""More ways to lay a paper out, as offices do: references beside the address, labels above values, loose euro signs."""

from __future__ import annotations

from typing import Any

from bench.stapel.sjabloon import Invuller
from bench.stapel.vel import Stuk, Vel


def _hoofd(sheet: Vel, wording: dict[str, Any], fill: Invuller) -> float:
    """Letterhead, address and title; gives the next free height."""
    mens, y = fill.mens, 52.0
    sheet.zet(60, y, fill.vul(wording.get("kop", "")), vet=True, corps=sheet.rng.choice([12, 14, 17]))
    if wording.get("blok"):
        title = sheet.rng.choice(["", "De heer/mevrouw ", "Dhr. ", "Mevrouw "])
        sheet.zet(60, y + 50, [*([(title, None, None)] if title else []), (mens.naam, "naam", mens.naam)])
        sheet.zet(60, y + 50 + 1.3 * sheet.corps, mens.straat)
        sheet.zet(60, y + 50 + 2.6 * sheet.corps, f"{mens.postcode} {mens.plaats}")
    return y + (115 if wording.get("blok") else 45)


def _titel(sheet: Vel, wording: dict[str, Any], fill: Invuller, y: float) -> float:
    sheet.zet(60, y, fill.vul(sheet.rng.choice(wording["titel"])), vet=True, corps=12.5)
    return y + 30


def _tekst(sheet: Vel, wording: dict[str, Any], fill: Invuller, y: float) -> float:
    for line in wording["tekst"]:
        y = sheet.alinea(60, y, 470, fill.vul(line)) + 6
    return y + 8


def _datumregel(sheet: Vel, wording: dict[str, Any], fill: Invuller, y: float) -> float:
    if any("{*datum}" in line for line in wording.get("regels", [])):
        return y
    sheet.zet(60, y, [(f"{fill.mens.plaats}, ", None, None), *fill.vul("{*datum}")])
    return y + 28


def kader(sheet: Vel, wording: dict[str, Any], fill: Invuller, deel: str) -> None:
    """A letter with its references in a block on the right, each label above its value, beside the address."""
    y = _hoofd(sheet, wording, fill)
    place = 92.0
    for row in wording["kader"]:
        label, _, value = row.partition("|")
        sheet.zet(390, place, label, corps=sheet.corps - 2)
        sheet.zet(390, place + 1.15 * sheet.corps, fill.vul(value))
        place += 2.6 * sheet.corps
    y = _titel(sheet, wording, fill, max(y, place + 10))
    y = _tekst(sheet, wording, fill, y)
    _paren(sheet, wording.get("regels", []), fill, y)


def gestapeld(sheet: Vel, wording: dict[str, Any], fill: Invuller, deel: str) -> None:
    """Two columns of small labels with their values under them."""
    y = _titel(sheet, wording, fill, _datumregel(sheet, wording, fill, _hoofd(sheet, wording, fill)))
    for index, row in enumerate(wording["regels"]):
        label, _, value = row.partition("|")
        x = 60 if index % 2 == 0 else 320
        sheet.zet(x, y, label, corps=sheet.corps - 2)
        sheet.zet(x, y + 1.3 * sheet.corps, fill.vul(value), vet=sheet.rng.random() < 0.3)
        y += 3.2 * sheet.corps if index % 2 else 0
    _tekst(sheet, wording, fill, y + 4 * sheet.corps)


def leider(sheet: Vel, wording: dict[str, Any], fill: Invuller, deel: str) -> None:
    """Label and value with dots between them."""
    y = _titel(sheet, wording, fill, _datumregel(sheet, wording, fill, _hoofd(sheet, wording, fill)))
    for row in wording["regels"]:
        label, _, value = row.partition("|")
        end = sheet.zet(60, y, label + " ")
        pieces = fill.vul(value)
        wide = sum(sheet.breedte(text) for text, _, _ in pieces)
        left = 500 - wide
        sheet.zet(end, y, "." * max(3, int((left - end - 4) / sheet.breedte("."))))
        sheet.zet(left, y, pieces)
        y += 1.7 * sheet.corps
    _tekst(sheet, wording, fill, y + 12)


def eurolos(sheet: Vel, wording: dict[str, Any], fill: Invuller, deel: str) -> None:
    """A specification: the euro signs in a column of their own, the numbers right-aligned far from them."""
    y = _titel(sheet, wording, fill, _datumregel(sheet, wording, fill, _hoofd(sheet, wording, fill)))
    y = _paren(sheet, wording["regels"], fill, y)
    _tekst(sheet, wording, fill, y + 12)


def _paren(sheet: Vel, rows: list[str], fill: Invuller, y: float) -> float:
    for row in rows:
        label, _, value = row.partition("|")
        sheet.zet(60, y, label)
        pieces: list[Stuk] = fill.vul(value)
        sign = next((mark for mark in ("€ ", "EUR ") if pieces and pieces[0][0].startswith(mark)), "")
        if sign:
            text, naam, waarde = pieces[0]
            sheet.zet(400, y, sign.strip())
            pieces = [(text.removeprefix(sign), naam, waarde)]
        sheet.zet(515, y, pieces, rechts=True)
        y += 1.6 * sheet.corps
    return y


VORMEN = {"kader": kader, "gestapeld": gestapeld, "leider": leider, "eurolos": eurolos}
