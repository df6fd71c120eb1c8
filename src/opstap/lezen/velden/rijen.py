"""The rows of a statement on paper: a date on the left, an amount on the right, and the lines that hang under it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from opstap.kern.geld import Geld
from opstap.lezen.model import Woord
from opstap.lezen.velden import waarden
from opstap.lezen.velden.koppen import Bedragkoppen, tekenkolom
from opstap.lezen.velden.tekst import Regel, Tekst, plat

_DAG_KORT = re.compile(
    r"(?:(?:ma|di|wo|do|vr|za|zo)[a-z]*\.?\s+)?(\d{1,2})[-/. ]\s?(\d{1,2})(?![\d,/-]|\.\d)|(?:(?:ma|di|wo|do|vr|za|zo)[a-z]*\.?\s+)?(\d{1,2})[ -]("  # noqa: E501
    + "|".join(sorted(waarden.MAANDEN, key=len, reverse=True))
    + r")\b\.?",
    re.I,
)
_SOM = re.compile(
    r"\b(?:totaal|totalen|subtotaal|saldo|beginsaldo|eindsaldo|dagsaldo|openstaand|beschikbaar|limiet|roodstand|vorig|nieuw saldo|balance|aantal|total)\b"  # noqa: E501
    r"|^\W*transport(?:eren)?\b"
)
_SALDO_OP_DAG = re.compile(r"\b(?:balance on|saldo (?:op|per))\b")
_GEEN_SOM_MET_DAG = frozenset({"openstaand", "limiet", "roodstand", "aantal"})
"""Words of sums that a booking may well begin with: "Rente roodstand"."""
_AF_BIJ = re.compile(r"(?<![a-z])(af|bij|debet|credit|deb|cred|d|c|cr|dr)(?![a-z])")
RECHTS_VAN = 0.42
"""Where the amounts of a statement end, in widths of a page: what stands further left is mostly a number in a text."""


@dataclass(slots=True)
class Getal:
    """An amount in a row: its value without sign, the sign that stood there, and where its right side is."""

    geld: Geld
    teken: str
    rechts: float
    woorden: list[Woord]


@dataclass(slots=True)
class Rij:
    """One booking as found: day, the amounts on its line, and the words that describe it (never leave the reader)."""

    datum: date
    getallen: list[Getal]
    bladzijde: int
    datum_woorden: list[Woord]
    omschrijving: list[Woord] = field(default_factory=list, repr=False)
    af_bij: str = ""


def rijen(
    tekst: Tekst,
    periode: tuple[date, date] | None,
    ruim: bool = False,
    vanaf: float = RECHTS_VAN,
    heads: Bedragkoppen | None = None,
) -> list[Rij]:
    """All bookings in reading order. A day without a year gets the year of the period. `ruim`: a row without a day has
    that of the row or heading above it, when its amount stands in the column of the others. `vanaf`: how far to the
    right an amount ends at least, in widths of a page; with `heads` the amounts stand under them instead."""
    found: list[tuple[Rij, bool]] = []
    current: tuple[date, list[Woord]] | None = None
    open_row, span = None, tekenkolom(tekst)
    front = False  # whether this statement opens its rows with the day; else the day may stand before the amount
    for line in (line for line in tekst.regels if line.met_vak):
        day, day_words, rest_start = _dag_vooraan(tekst, line, periode)
        numbers = _getallen(tekst, line, rest_start, vanaf, heads)
        front = front or (day is not None and bool(numbers))
        if day is None and numbers:
            day, day_words = _dag_verderop(tekst, line, numbers[0], heads is not None, front)
            if day is None and len(line.woorden) == sum(len(number.woorden) for number in numbers):
                day, day_words = _dag_eronder(tekst, line, periode)
        total = _is_som(plain := tekst.plat[line.begin + rest_start : line.eind], day is not None)
        if day is not None and ((not numbers and len(plain.strip()) < 14) or (ruim and total and rest_start)):
            current, open_row = (day, day_words), None
            continue
        moment = (day, day_words) if day is not None else current
        if day is None and ruim and moment is None and found and _in_kolom(numbers, found, line.bladzijde):
            moment = (found[-1][0].datum, [])
        if numbers and not total and moment is not None and (day is not None or not _is_kop(plain)):
            open_row = _rij(line, moment, numbers, span)
            found.append((open_row, day is not None))
            continue
        if total or _nieuw_stuk(line, open_row):
            open_row = None
        elif open_row is not None:
            open_row.omschrijving.extend(line.woorden)
    own = sum(own_day for _, own_day in found)
    return [row for row, own_day in found if own_day or ruim or own * 2 < len(found)]


def _in_kolom(numbers: list[Getal], found: list[tuple[Rij, bool]], page: int) -> bool:
    """Whether the amount ends where amounts of the rows on this page end."""
    edges = [number.rechts for row, _ in found if row.bladzijde == page for number in row.getallen]
    return bool(numbers) and any(abs(numbers[0].rechts - edge) < 0.012 for edge in edges)


def _is_som(plain: str, dated: bool) -> bool:
    """Whether this line tells a sum or a balance. A booking may have such a word in its description: on a line with a
    day it counts only where the description begins."""
    found = _SOM.search(plain)
    if found is None or not dated or _SALDO_OP_DAG.search(plain):
        return found is not None
    return found.group() not in _GEEN_SOM_MET_DAG and len(plain[: found.start()].split()) < 2


def _is_kop(plain: str) -> bool:
    return bool(re.search(r"\b(?:iban|rekeningnummer|periode|volgnummer|afschriftnummer|bladnummer)\b\s*:", plain))


def _nieuw_stuk(line: Regel, row: Rij | None) -> bool:
    """A line far under the row, or on another page, belongs to something else."""
    if row is None or line.bladzijde != row.bladzijde:
        return True
    words = [*row.omschrijving, *row.datum_woorden]
    bottom = max(word.vak[3] for word in words)
    return line.midden - bottom > 3.2 * max(0.006, line.hoogte)


_VOOR_DAG = re.compile(r"(?:(?:vandaag|gisteren)\W+)?(?:(?:ma|di|wo|do|vr|za|zo)[a-z]*\.?,?\s+)?(?=\d)", re.I)
"""What apps print before the day of a heading: "Gisteren, zondag 8 november 2026"."""


def _dag_vooraan(tekst: Tekst, line: Regel, periode: tuple[date, date] | None) -> tuple[date | None, list[Woord], int]:
    """The day a line begins with, its words, and where the rest of the line starts."""
    skip = len(line.tekst) - len(line.tekst.lstrip("*|.•-[( "))
    skip += before.end() if (before := _VOOR_DAG.match(line.tekst[skip:])) is not None else 0
    full = waarden.DATUM.match(line.tekst[skip:])
    if full and (day := waarden.datum(full.group())) is not None:
        end = skip + full.end()
        second = waarden.DATUM.match(line.tekst[end:].lstrip())
        words = [w for w, _, _ in tekst.woorden(line.begin, line.begin + end)]
        if second:
            end += len(line.tekst[end:]) - len(line.tekst[end:].lstrip()) + second.end()
        return day, words, end
    short = _DAG_KORT.match(line.tekst[skip:])
    if short and periode:
        number = int(short[1] or short[3])
        month = int(short[2]) if short[2] else waarden.MAANDEN[short[4].lower()]
        day = _met_jaar(number, month, periode)
        if day is not None:
            end = skip + short.end()
            words = [w for w, _, _ in tekst.woorden(line.begin, line.begin + end)]
            again = _DAG_KORT.match(line.tekst[end:].lstrip())
            if again:
                end += len(line.tekst[end:]) - len(line.tekst[end:].lstrip()) + again.end()
            return day, words, end
    return None, [], 0


def _dag_eronder(tekst: Tekst, line: Regel, periode: tuple[date, date] | None) -> tuple[date | None, list[Woord]]:
    """The day of a row of a picture that was read as two lines, its amounts first and then, without any, the rest."""
    below = tekst.regels[tekst.regel_op(line.begin) + 1 :][:1]
    if not below or below[0].bedragen() or below[0].midden - line.midden > max(0.006, line.hoogte):
        return None, []
    return _dag_vooraan(tekst, below[0], periode)[:2]


def _dag_voor_bedrag(tekst: Tekst, line: Regel, number: Getal) -> tuple[date | None, list[Woord]]:
    """The whole day that stands in the column before the amount, as where the description opens the row."""
    place = next(first for first, _, word in tekst.plaatsen(line) if word is number.woorden[0]) - line.begin
    for match in reversed(list(waarden.DATUM.finditer(line.tekst[:place]))):
        day = waarden.datum(match.group())
        if day is None or line.tekst[match.end() : place].strip(" €+-"):
            return None, []
        return day, [w for w, _, _ in tekst.woorden(line.begin + match.start(), line.begin + match.end())]
    return None, []


def _dag_verderop(
    tekst: Tekst, line: Regel, number: Getal, headed: bool, front: bool
) -> tuple[date | None, list[Woord]]:
    """The day of a row that does not open with it: behind the amount that does (only under heads that say so), or,
    where no row opens with its day, before or behind the amount."""
    day, words = _dag_achter_bedrag(tekst, line) if headed else (None, [])
    if day is not None or front:
        return day, words
    day, words = _dag_voor_bedrag(tekst, line, number)
    return (day, words) if day is not None else _dag_na_bedrag(tekst, line, number)


def _dag_na_bedrag(tekst: Tekst, line: Regel, number: Getal) -> tuple[date | None, list[Woord]]:
    """The whole day in the column right behind the amount, where the description opens the row."""
    end = next(last for _, last, word in tekst.plaatsen(line) if word is number.woorden[-1]) - line.begin
    match = waarden.DATUM.match(line.tekst, end + len(line.tekst[end:]) - len(line.tekst[end:].lstrip(" +-")))
    day = waarden.datum(match.group()) if match is not None else None
    if match is None or day is None:
        return None, []
    return day, [w for w, _, _ in tekst.woorden(line.begin + match.start(), line.begin + match.end())]


_BEDRAG_VOORAAN = re.compile(
    r"(?:af|bij|d|c|debet|credit)?\W*(?:eur)?\W*[\d.]+,\d{2}\W*(?:af|bij|d|c|debet|credit)?\W*$", re.I
)


def _dag_achter_bedrag(tekst: Tekst, line: Regel) -> tuple[date | None, list[Woord]]:
    """The day behind the amount with which the row opens."""
    for match, day in waarden.datums(line.tekst)[:1]:
        if _BEDRAG_VOORAAN.match(line.tekst[: match.start()]):
            return day, [w for w, _, _ in tekst.woorden(line.begin + match.start(), line.begin + match.end())]
    return None, []


def _met_jaar(day: int, month: int, periode: tuple[date, date]) -> date | None:
    """The year in which this day falls nearest to the period."""
    best: date | None = None
    for year in range(periode[0].year - 1, periode[1].year + 2):
        try:
            here = date(year, month, day)
        except ValueError:
            continue
        if best is None or _buiten(here, periode) < _buiten(best, periode):
            best = here
    return best if best is not None and _buiten(best, periode) <= 45 else None


def _buiten(day: date, periode: tuple[date, date]) -> int:
    return max(0, (periode[0] - day).days, (day - periode[1]).days)


def _getallen(tekst: Tekst, line: Regel, start: int, vanaf: float, heads: Bedragkoppen | None) -> list[Getal]:
    """Amounts with cents that end beyond `vanaf`; with `heads` those under them, the balance last."""
    numbers = []
    for match, value in line.bedragen(start):
        if not value.met_centen:
            continue
        words = [w for w, _, _ in tekst.woorden(line.begin + start + match.start(), line.begin + start + match.end())]
        here = words and (words[-1].vak[2] > vanaf if heads is None else heads.past(words[0].vak[0], words[-1].vak[2]))
        if here:
            numbers.append(Getal(Geld(abs(value.geld.cents)), value.teken, words[-1].vak[2], words))
    if heads is not None:
        numbers.sort(key=lambda number: heads.is_saldo(number.woorden[0].vak[0], number.rechts))
    return numbers


def _rij(line: Regel, moment: tuple[date, list[Woord]], numbers: list[Getal], span: tuple[float, float] | None) -> Rij:
    taken = {id(word) for number in numbers for word in number.woorden} | {id(word) for word in moment[1]}
    rest = [word for word in line.woorden if id(word) not in taken]
    for number in numbers:
        _teken_ervoor(line, number)
    row = Rij(moment[0], numbers, line.bladzijde, moment[1] or line.woorden[:1], rest)
    if any(word is line.woorden[0] for word in rest) and not any(word in line.woorden for word in moment[1]):
        row.datum_woorden = numbers[0].woorden
    tail = [plat(word.tekst).strip(".()") for word in rest if word.vak[0] > numbers[0].woorden[0].vak[0] - 0.16]
    marks = {word for word in tail if _AF_BIJ.fullmatch(word)} or _onder(span, rest)
    if len(marks) == 1 and not numbers[0].teken:
        mark = marks.pop()
        row.af_bij = "-" if mark in ("af", "debet", "deb", "d", "dr") else "+"
        row.omschrijving = [
            w for w in rest if plat(w.tekst).strip(".()") != mark or w.vak[0] <= numbers[0].woorden[0].vak[0] - 0.16
        ]
    return row


def _onder(span: tuple[float, float] | None, rest: list[Woord]) -> set[str]:
    """The words Af or Bij in the column that a head names, however far from the amount."""
    if span is None:
        return set()
    near = {plat(word.tekst).strip(".") for word in rest if word.vak[0] < span[1] and word.vak[2] > span[0]}
    return {word for word in near if _AF_BIJ.fullmatch(word)}


def _teken_ervoor(line: Regel, number: Getal) -> None:
    """The sign of an amount from the D or C in the column before it."""
    place = next(at for at, word in enumerate(line.woorden) if word is number.woorden[0])
    before = line.woorden[place - 1].tekst if place else ""
    if not number.teken and before in ("D", "C", "DB", "CR", "Af", "Bij"):
        number.teken = "-" if before.startswith(("D", "A")) else "+"
