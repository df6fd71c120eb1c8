"""Layouts of the variations: with a second address, account and sums beside the ones that count."""

from __future__ import annotations

from typing import Any

from bench.stapel.huishouden import iban
from bench.stapel.sjabloon import Invuller
from bench.stapel.vel import Stuk, Vel


def _afzenderblok(sheet: Vel, fill: Invuller, y: float) -> None:
    """The address of the sender himself, a return address, and a foot with the numbers of the firm."""
    rng = sheet.rng
    if rng.random() < 0.6:
        for index, line in enumerate(
            (
                f"Stationsplein {rng.randint(1, 90)}",
                f"{rng.randint(1000, 9999)} {rng.choice('ABCD')}X Utrecht",
                "Telefoon 088 123 45 67",
            )
        ):
            sheet.zet(400, y + index * 12, line, corps=8)
    if rng.random() < 0.5:
        sheet.zet(60, y + 26, "Retouradres Postbus 414, 7500 AK Enschede", corps=6.5)
    if rng.random() < 0.6:
        kvk, btw = rng.randint(10**7, 10**8 - 1), rng.randint(10**8, 10**9 - 1)
        foot = f"IBAN {iban(rng)} - KvK {kvk} - Btw NL{btw}B01 - www.voorbeeld.nl"
        sheet.zet(60, sheet.maat[1] - 30, foot, corps=7)


def _begin(sheet: Vel, wording: dict[str, Any], fill: Invuller) -> float:
    """Letterhead, sender's own address, and the address of the person; gives the next free height."""
    rng, mens = sheet.rng, fill.mens
    head = fill.vul(wording.get("kop", ""))
    if head:
        sheet.zet(*(rng.choice([(60, 50), (300, 46)])), head, vet=True, corps=rng.choice([12, 15, 19]))
        _afzenderblok(sheet, fill, 66)
    if not wording.get("blok"):
        return 125.0
    title = rng.choice(["", "", "De heer ", "Mevrouw ", "Mw. ", "Dhr. ", "Aan ", "De heer/mevrouw "])
    y = 122.0
    sheet.zet(60, y, [*([(title, None, None)] if title else []), (mens.naam, "naam", mens.naam)])
    sheet.zet(60, y + 13, mens.straat)
    town = mens.plaats.upper() if rng.random() < 0.4 and "'" not in mens.plaats else mens.plaats
    sheet.zet(60, y + 26, f"{mens.postcode}{rng.choice([' ', '  '])}{town}")
    return y + 62


def _titel(sheet: Vel, wording: dict[str, Any], fill: Invuller, y: float) -> float:
    sheet.zet(60, y, fill.vul(sheet.rng.choice(wording["titel"])), vet=True, corps=sheet.rng.choice([12, 13, 15]))
    return y + 26


def _tekst(sheet: Vel, wording: dict[str, Any], fill: Invuller, y: float) -> float:
    for line in wording.get("tekst", []):
        y = sheet.alinea(60, y, 470, fill.vul(line)) + 5
    return y + 6


def _cel(sheet: Vel, x: float, y: float, row: str, fill: Invuller, naast: float | None = None) -> None:
    label, _, value = row.partition("|")
    mark = ":" if naast and sheet.rng.random() < 0.5 else ""
    end = sheet.zet(x, y, [*fill.vul(label), (mark, None, None)], corps=sheet.corps - (0.5 if naast else 2))
    if naast:
        sheet.zet(max(x + naast, end + 6), y, fill.vul(value))
    else:
        sheet.zet(x, y + 1.25 * sheet.corps, fill.vul(value))


def strook(sheet: Vel, wording: dict[str, Any], fill: Invuller, deel: str) -> None:
    """A pay slip: particulars in two columns, then a table with this period beside the cumulatives."""
    y = _titel(sheet, wording, fill, _begin(sheet, wording, fill))
    for index, row in enumerate(wording["hoofd"]):
        _cel(sheet, 60 if index % 2 == 0 else 320, y, row, fill, 105)
        y += 1.5 * sheet.corps if index % 2 else 0
    y += 2.6 * sheet.corps
    for x, head in ((60, "Omschrijving"), (400, "Bedrag"), (515, "Cumulatief")):
        sheet.zet(x, y, head, vet=True, rechts=x > 60)
    sheet.lijn(60, 515, y + 4)
    for row in wording["regels"]:
        y += 1.5 * sheet.corps
        _getallenrij(sheet, row, fill, y, (400, 515))
    _tekst(sheet, wording, fill, y + 3 * sheet.corps)


def _getallenrij(sheet: Vel, row: str, fill: Invuller, y: float, rights: tuple[float, float]) -> None:
    label, *values = row.split("|")
    sheet.zet(60, y, label)
    for right, value in zip(rights, values, strict=False):
        pieces: list[Stuk] = fill.vul(value)
        if value:
            sheet.zet(right, y, pieces, rechts=True)


def vergelijk(sheet: Vel, wording: dict[str, Any], fill: Invuller, deel: str) -> None:
    """What it was beside what it becomes."""
    y = _begin(sheet, wording, fill)
    for row in wording.get("kader", []):
        _cel(sheet, 330, y - 20, row, fill, 90)
        y += 1.35 * sheet.corps
    y = _titel(sheet, wording, fill, y)
    this_year = fill.mens.vandaag.year
    old, new = sheet.rng.choice([("Was", "Wordt"), ("Oud", "Nieuw"), (str(this_year - 1), str(this_year))])
    if "koppen" in wording:
        old, new = str(this_year - 1), str(this_year - 2)
    for x, head in ((420, old), (515, new)):
        sheet.zet(x, y, head, vet=True, rechts=True)
    for row in wording["regels"]:
        y += 1.5 * sheet.corps
        _getallenrij(sheet, row, fill, y, (420, 515))
    _tekst(sheet, wording, fill, y + 2.4 * sheet.corps)


def cellen(sheet: Vel, wording: dict[str, Any], fill: Invuller, deel: str) -> None:
    """A grid of boxes of three across: a small label and its value under it."""
    y = _titel(sheet, wording, fill, _begin(sheet, wording, fill)) + 6
    rows = wording["regels"]
    for start in range(0, len(rows), 3):
        for column, row in enumerate(rows[start : start + 3]):
            sheet.kader(56 + column * 162, y - 11, 214 + column * 162, y + 1.9 * sheet.corps)
            _cel(sheet, 60 + column * 162, y, row, fill)
        y += 3.4 * sheet.corps
    _tekst(sheet, wording, fill, y + 10)


def rechterblok(sheet: Vel, wording: dict[str, Any], fill: Invuller, deel: str) -> None:
    """A letter: the particulars under each other at the right, beside the address; then text and sums."""
    y = _begin(sheet, wording, fill)
    place = 122.0
    for row in wording["kader"]:
        _cel(sheet, 330, place, row, fill, 105)
        place += 1.5 * sheet.corps
    y = _titel(sheet, wording, fill, max(y, place + 8))
    first = sheet.rng.random() < 0.5
    y = y if first else _tekst(sheet, wording, fill, y)
    end = sheet.rng.choice([330, 420, 515])
    for row in wording.get("regels", []):
        label, _, value = row.partition("|")
        begin, pieces = sheet.zet(60, y, fill.vul(label)), fill.vul(value)
        sheet.zet(max(end, begin + 12 + sum(sheet.breedte(text) for text, _, _ in pieces)), y, pieces, rechts=True)
        y += 1.5 * sheet.corps
    if first:
        _tekst(sheet, wording, fill, y + 8)


def kolommen(sheet: Vel, wording: dict[str, Any], fill: Invuller, deel: str) -> None:
    """Two columns of label and value beside each other."""
    y = _titel(sheet, wording, fill, _begin(sheet, wording, fill)) + 4
    rows = wording["regels"]
    half = (len(rows) + 1) // 2
    wide = max(sheet.breedte(row.partition("|")[0]) for row in rows) + 14
    if wide > 140 or any("adres" in row for row in rows):  # long ones under each other
        for index, row in enumerate(rows):
            _cel(sheet, 60, y + index * 1.6 * sheet.corps, row, fill, wide)
        y += len(rows) * 1.6 * sheet.corps
    else:
        for index, row in enumerate(rows):
            _cel(sheet, 60 if index < half else 310, y + (index % half) * 1.7 * sheet.corps, row, fill, min(wide, 125))
        y += half * 1.7 * sheet.corps
    _tekst(sheet, wording, fill, y + 14)


def proza(sheet: Vel, wording: dict[str, Any], fill: Invuller, deel: str) -> None:
    """All in sentences."""
    _tekst(sheet, wording, fill, _titel(sheet, wording, fill, _begin(sheet, wording, fill)))


def nummers(sheet: Vel, wording: dict[str, Any], fill: Invuller, deel: str) -> None:
    """A contract or ruling in numbered pieces, narrow or wide."""
    y = _titel(sheet, wording, fill, _begin(sheet, wording, fill) - (40 if not wording.get("kop") else 0)) + 6
    wide = sheet.rng.choice([380, 430, 475])
    for line in wording["tekst"]:
        y = sheet.alinea(60, y, wide, fill.vul(line), 1.5) + 6


def dubbelepunt(sheet: Vel, wording: dict[str, Any], fill: Invuller, deel: str) -> None:
    """Labels with all their colons under each other."""
    y = _titel(sheet, wording, fill, _begin(sheet, wording, fill)) + 4
    wide = max(sheet.breedte(row.partition("|")[0]) for row in wording["regels"]) + 10
    for row in wording["regels"]:
        label, _, value = row.partition("|")
        sheet.zet(60, y, fill.vul(label))
        sheet.zet(60 + wide, y, [(": ", None, None), *fill.vul(value)])
        y += 1.55 * sheet.corps
    _tekst(sheet, wording, fill, y + 12)


def venster(sheet: Vel, wording: dict[str, Any], fill: Invuller, deel: str) -> None:
    """A letter with the address of the person at the right, place and date in one line."""
    mens, rng = fill.mens, sheet.rng
    sheet.zet(60, 55, fill.vul(wording["kop"]), vet=True, corps=rng.choice([13, 16]))
    _afzenderblok(sheet, fill, 20)
    if wording.get("blok"):
        sheet.zet(320, 130, [(rng.choice(["", "Mevrouw ", "Dhr. "]), None, None), (mens.naam, "naam", mens.naam)])
        sheet.zet(320, 143, mens.straat)
        sheet.zet(320, 156, f"{mens.postcode} {mens.plaats}")
    if not any("{*datum}" in line for line in wording["tekst"]):
        sheet.zet(60, 200, [(f"{mens.plaats}, ", None, None), *fill.vul("{*datum}")])
    _tekst(sheet, wording, fill, _titel(sheet, wording, fill, 228))


def staat(sheet: Vel, wording: dict[str, Any], fill: Invuller, deel: str) -> None:
    """A ruled table of two columns; sums right-aligned or not."""
    y = _titel(sheet, wording, fill, _begin(sheet, wording, fill)) + 6
    right, split = sheet.rng.random() < 0.5, sheet.rng.choice([250, 330])
    for row in wording["regels"]:
        label, _, value = row.partition("|")
        sheet.kader(56, y - 1.2 * sheet.corps, split, y + 0.6 * sheet.corps)
        sheet.kader(split, y - 1.2 * sheet.corps, 530, y + 0.6 * sheet.corps)
        sheet.zet(60, y, fill.vul(label))
        sheet.zet(525 if right else split + 6, y, fill.vul(value), rechts=right)
        y += 1.8 * sheet.corps
    _tekst(sheet, wording, fill, y + 14)


VORMEN = {
    "strook": strook, "dubbelepunt": dubbelepunt, "venster": venster, "staat": staat, "vergelijk": vergelijk, "cellen": cellen, "rechterblok": rechterblok, "kolommen": kolommen, "proza": proza, "nummers": nummers,  # noqa: E501
}  # fmt: skip
