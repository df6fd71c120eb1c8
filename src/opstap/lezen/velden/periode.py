"""The date of a paper and the period it speaks of."""

from __future__ import annotations

import re
from datetime import date

from opstap.lezen.velden import waarden
from opstap.lezen.velden.labels import plekken
from opstap.lezen.velden.rekening import eerste_boeking
from opstap.lezen.velden.tekst import Tekst

Periode = tuple[date, date]
MET_PERIODE = {
    "bankafschrift",
    "loonstrook",
    "uitkeringsspecificatie",
    "jaaropgave",
    "spaarsaldo_overzicht",
    "energienota",
    "jaarcijfers",
}
_LABELS = (
    "periode", "loonperiode", "salarisperiode", "verloningsperiode", "loontijdvak", "tijdvak", "uitkeringsperiode", "afschriftperiode", "periode van",  # noqa: E501
    "verbruiksperiode", "over de periode", "over de maand", "voor de maand", "maand", "afschrift van", "van", "over", "betreft", "specificatie", "loonstrook",  # noqa: E501
    "salarisstrook", "salarisspecificatie", "loonspecificatie", "boekjaar",
)  # fmt: skip
_DATUM_LABELS = (
    "dagtekening", "datum afschrift", "afschriftdatum", "factuurdatum", "notadatum", "datum brief", "verzenddatum", "briefdatum", "datum van afgifte",  # noqa: E501
    "afgiftedatum", "datum beschikking", "datum uitspraak", "printdatum", "datum uitdraai", "betaaldatum", "datum betaling", "datum betaalbaar",  # noqa: E501
    "betaalbaar op", "datum ondertekening", "uitbetaald op", "betaald op", "datum",
)  # fmt: skip
_JAAR = re.compile(
    r"(?:jaaropga(?:af|ve)n?|jaaropgave loon|belastingjaar|kalenderjaar|over het jaar|jaaroverzicht|boekjaar|jaarcijfers|jaarrekening|overzicht|jaar)\D{0,40}?((?:19|20)\d{2})(?!\d)"  # noqa: E501
)


def periode_van(tekst: Tekst, soort: str) -> tuple[Periode | None, bool]:
    """(period, whether it stood behind a word that announces it) for the kinds that speak of one; else (None,
    False)."""
    if soort not in MET_PERIODE:
        return None, False
    if soort in ("jaaropgave", "spaarsaldo_overzicht", "jaarcijfers"):
        year = _JAAR.search(tekst.plat)
        if year and 1990 <= int(year[1]) <= 2099:
            return (date(int(year[1]), 1, 1), date(int(year[1]), 12, 31)), True
        if soort == "jaaropgave":
            return None, False
    for label in _LABELS:
        for match in plekken(tekst, label):
            line = tekst.regels[tekst.regel_op(match.start())]
            found = waarden.periode(tekst.tekst[match.end() : line.eind])
            if found and found[2] <= 30:
                return (found[0], found[1]), True
    if (both := _vanaf_en_tot(tekst)) is not None:
        return both, True
    below = _onder_label(tekst)
    if below is not None:
        return below, True
    rows = eerste_boeking(tekst) if soort == "bankafschrift" else len(tekst.tekst)
    for line in tekst.regels[:25]:
        if line.bedragen() or line.begin > rows:  # a month below is that of what was paid for
            continue
        found = waarden.periode(_VOLGNUMMER.sub("", line.tekst))
        if found:
            return (found[0], found[1]), False
    return _eerste_twee(tekst.tekst[:rows]) or _volgmaand(tekst, rows), False


def _volgmaand(tekst: Tekst, rows: int) -> Periode | None:
    """The month that a bank which sends one statement a month gives as its number, when the first booking is of it."""
    match = _VOLGNUMMER.search(tekst.tekst, 0, min(rows, len(tekst.tekst)))
    days = waarden.datums(tekst.regels[tekst.regel_op(rows)].tekst)[:1] if match is not None else []
    if match is None or not days or (days[0][1].month, days[0][1].year) != (int(match[1]), int(match[2])):
        return None
    return waarden.maand(int(match[2]), int(match[1]))


def _onder_label(tekst: Tekst) -> Periode | None:
    for match in plekken(tekst, "periode"):
        number = tekst.regel_op(match.start())
        for line in tekst.regels[number + 1 : number + 3]:
            found = waarden.periode(line.tekst)
            if found:
                return found[0], found[1]
    return None


_VANAF = re.compile(r"(?m)(?:\bdatum (?:vanaf|van)|(?:^|   )(?:vanaf|van))\s*:?\s*(?=\d)")
_TOT = re.compile(r"(?m)(?:\bdatum (?:t/m|tot)|(?:^|   )(?:t/m|tot en met|tot))\s*:?\s*(?=\d)")
_VOLGNUMMER = re.compile(r"(?i)afschrift\s*(?:nummer|nr\.?)?\s*:?\s*(\d{1,3})/(20\d{2})")
"""The number of a statement within its year is no month: "Rekeningafschrift 3/2026"."""


def _vanaf_en_tot(tekst: Tekst) -> Periode | None:
    """The days behind "Datum vanaf" and "Datum t/m", or "Van" and "T/m", each on a line of its own."""
    days = []
    for label in (_VANAF, _TOT):
        match = label.search(tekst.plat)
        found = waarden.datums(tekst.tekst[match.end() : match.end() + 20]) if match is not None else []
        days += [day for place, day in found[:1] if place.start() < 3]
    return (days[0], days[1]) if len(days) == 2 and days[0] <= days[1] else None


def _eerste_twee(text: str) -> Periode | None:
    match = waarden.PERIODE_TWEE.search(text) or waarden.PERIODE_VAN_TOT.search(text)
    found = waarden.periode(match.group()) if match else None
    return (found[0], found[1]) if found else None


_KORTE_LABELS = frozenset({"datum"})


def datum_van(tekst: Tekst, soort: str) -> date | None:
    """The date of the paper itself: behind a word such as dagtekening, else the first date at the top."""
    for label in _DATUM_LABELS:
        for match in plekken(tekst, label):
            number = tekst.regel_op(match.start())
            line = tekst.regels[number]
            if re.search(r"(?:geb|geboorte|in dienst)[\s.-]*$", tekst.plat[line.begin : match.start()]):
                continue
            if label in _KORTE_LABELS and number > 22 and soort != "kassabon":
                continue
            if re.match(r"\s*(?:vanaf|van|tot|t/m|in dienst|tenaam)", tekst.plat[match.end() : line.eind]):
                continue
            days = waarden.datums(tekst.tekst[match.end() : line.eind])
            if days and days[0][0].start() <= 14:
                return days[0][1]
            below = _eronder(tekst, number, match.start(), match.end())
            if below is not None:
                return below
    top = tekst.regels if soort == "kassabon" else tekst.regels[: max(14, len(tekst.regels) // 3)]
    for line in top:
        if re.search(r"(?i)\b(?:geboren|geboortedatum|geb)\b", line.tekst):
            continue
        days = waarden.datums(line.tekst)
        if len(days) == 1 and (soort == "kassabon" or days[0][1].year >= 2000):
            return days[0][1]
    return None


def _eronder(tekst: Tekst, number: int, start: int, end: int) -> date | None:
    words = tekst.woorden(start, end)
    if not words or not words[0][2] or number + 1 >= len(tekst.regels):
        return None
    left = words[0][0].vak[0]
    below = tekst.regels[number + 1]
    if below.midden - tekst.regels[number].midden > 3.5 * max(0.006, below.hoogte):
        return None
    for match, day in waarden.datums(below.tekst):
        found = tekst.woorden(below.begin + match.start(), below.begin + match.end())
        if found and abs(found[0][0].vak[0] - left) < 0.04:
            return day
    return None
