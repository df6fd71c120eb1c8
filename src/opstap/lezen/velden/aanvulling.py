"""Values that stand in a sentence instead of behind a label: "€ 322 per maand", "van … tot en met …", "saldo op 1
juni"."""

from __future__ import annotations

import re
from datetime import date

from opstap.lezen.model import Vraag
from opstap.lezen.noten import ZINNEN
from opstap.lezen.velden import waarden
from opstap.lezen.velden.kolom import onder
from opstap.lezen.velden.labels import zoek
from opstap.lezen.velden.opbrengst import Opbrengst
from opstap.lezen.velden.schema import schema
from opstap.lezen.velden.tekst import Tekst, plat
from opstap.lezen.velden.vinders import vind_bedrag, vind_saldo

MEER_BEDRAGEN = ZINNEN["meer_bedragen"]
_PER_MAAND = re.compile(
    r"^\s*,?\s*(?:(?:bruto|netto|[a-z]*toeslag|(?:kindgebonden )?budget|bijdrage|alimentatie|studiefinanciering)\s+)?"
    r"(?:per|p\.?/?)\s?(?:kind\s+per\s+)?(?:maand|mnd)\b"
)
_NIET_NU = re.compile(
    r"\b(?:was|waren|bedroeg|kreeg|ontving|betaalde|nu\s+(?:betaalt|krijgt|ontvangt)\s+u|oude?|vorige|huidige|verzoek\w*|voorlopige|"
    r"behoefte|draagkracht|vroeg|verzocht|betalingsregeling|minimaal|ter\s+vergelijking|ten\s+minste)\b|\bdan\s*$"
)
"""Words in the sentence of an amount that say it no longer holds, was only asked for, or is a limit ("meer dan")."""
_OP_DAG_GAAT = re.compile(
    rf"\b(?:op|per|vanaf|met ingang van)\s+({waarden.DATUM.pattern})\s+(?:gaat|begint|start|verandert|krijgt u)\b", re.I
)
_VANAF_MAAND = re.compile(
    rf"\b(?:vanaf|met ingang van)\s+({'|'.join(sorted(waarden.MAANDEN, key=len, reverse=True))})\.?\s+"
    r"((?:19|20)\d{2})(?!\d)"
)
_SALDO_OP = re.compile(r"saldo\s+(?:(?:op|per)\s+|(?=\d))")


def aanvullen(tekst: Tekst, soort: str, outcome: Opbrengst) -> None:
    """Fill in what the labels did not give; never replaces a value."""
    names = {rule.naam for rule in schema().get(soort, ())}
    if "maandbedrag" in names and "maandbedrag" not in outcome.velden:
        _per_maand(tekst, outcome)
    last = next((name for name in ("einddatum", "geldig_tot") if name in names), None)
    if "ingangsdatum" in names and last is not None and "ingangsdatum" not in outcome.velden:
        _van_tot(tekst, outcome, last)
    if "ingangsdatum" in names and "ingangsdatum" not in outcome.velden and soort != "uitkeringsspecificatie":
        _gaat_in(tekst, outcome)
        _vanaf_maand(tekst, outcome)
    if soort == "bank_app_schermafdruk" and "eindsaldo" not in outcome.velden:
        _bovenste_saldo(tekst, outcome)
    if soort in ("bankafschrift", "spaarsaldo_overzicht") and "beginsaldo" not in outcome.velden:
        _saldi(tekst, outcome)
    if soort == "bankafschrift" and "eindsaldo" not in outcome.velden:
        _saldo_nu(tekst, outcome)
    if soort == "arbeidsovereenkomst" and "brutoloon" in outcome.velden:
        _loon_per_maand(tekst, outcome)
    if soort == "nota" and "bedrag" not in outcome.velden and "totaal" in outcome.velden:
        outcome.velden["bedrag"] = outcome.velden["totaal"]  # nothing was paid or reimbursed: all of it is asked


_UUR = re.compile(r"\s*,?\s*(?:bruto\s+)?(?:per uur|p/u|/uur)\b")
_MAAND = re.compile(r"\s*,?\s*(?:bruto\s+)?per (?:maand|(?:4|vier) weken)\b")


def _loon_per_maand(tekst: Tekst, outcome: Opbrengst) -> None:
    """Of wages told per hour and per month those of the month."""
    found = [
        (match, value, tekst.plat[match.end() : match.end() + 30]) for match, value in waarden.bedragen(tekst.tekst)
    ]
    hourly = {str(value.geld) for _, value, behind in found if _UUR.match(behind)}
    monthly = {str(value.geld): match for match, value, behind in found if _MAAND.match(behind)}
    if outcome.velden["brutoloon"].waarde in hourly and len(monthly) == 1:
        value, match = monthly.popitem()
        outcome.velden["brutoloon"] = tekst.veld(value, match.start(), match.end(), 0.93)


def _per_maand(tekst: Tekst, outcome: Opbrengst) -> None:
    """The one amount that is followed by "per maand"; two different ones become a question."""
    found = [
        (match, value)
        for match, value in waarden.bedragen(tekst.tekst)
        if _PER_MAAND.match(tekst.plat[match.end() : match.end() + 40]) and not _label_eronder(tekst, match.end())
    ]
    before = [_zin_ervoor(tekst, match.start()) for match, _ in found]
    found = [hit for hit, words in zip(found, before, strict=True) if not _NIET_NU.search(words)]
    values = list(dict.fromkeys(str(value.geld) for _, value in found))
    if len(values) == 1:
        match, value = found[0]
        outcome.velden["maandbedrag"] = tekst.veld(str(value.geld), match.start(), match.end(), 0.92)
    elif not values:
        for hit in zoek(tekst, ("per maand",), vind_bedrag, 12, vooraan=True)[:1]:
            outcome.velden["maandbedrag"] = tekst.veld(hit.waarde, hit.begin, hit.eind, 0.92 * hit.zekerheid)
    else:
        outcome.vragen.append(Vraag("maandbedrag", MEER_BEDRAGEN, tuple(values[:4])))


_NIET_DIT = re.compile(
    r"(?i)\b(?:was|waren|bedroeg|betaalde|vorige?|(?-i:oude?|Oude?(?= [a-z€]))|verzocht|verzoekt|vroeg|behoefte"
    r"|redelijk|fulltime|full-time|voltijds?|maximale?|maximaal|minimaal|ter\s+vergelijking|huidige?\s+(?:termijnbedrag|voorschot|maandbedrag|premie)|minimale?|minstens|hoogstens|ten\s+minste|betalingsregeling)\b"
)
"""Words before an amount, since the amount before it, that say it is of the past, of another, or a limit."""


def geldt_nu(tekst: Tekst, start: int) -> bool:
    """Whether nothing in the row or sentence of the amount at `start` says that another one is meant."""
    number = tekst.regel_op(start)
    line = tekst.regels[number]
    piece = re.split(r"   (?=.*[A-Za-z]{3})", tekst.tekst[line.begin : start])[-1]
    before = tekst.regels[number - 1] if number else line
    if len(piece) == start - line.begin and number and len(before.tekst) > 40 and "   " not in before.tekst + piece:
        piece = before.tekst + " " + piece
    own = re.split(r"[.;!?]\s|\d,(?:\d{2}|-)", piece)[-1]
    return not _NIET_DIT.search(own)


def _zin_ervoor(tekst: Tekst, start: int) -> str:
    """What stands before an amount in its sentence."""
    return re.split(r"[.;!?]\s", tekst.plat[max(0, start - 160) : start])[-1]


def _label_eronder(tekst: Tekst, end: int) -> bool:
    """Whether "per maand" opens the next line as the label of an amount of its own."""
    number = tekst.regel_op(end)
    if tekst.tekst[end : tekst.regels[number].eind].strip() or number + 1 >= len(tekst.regels):
        return False
    return bool(tekst.regels[number + 1].bedragen())


def _van_tot(tekst: Tekst, outcome: Opbrengst, last: str) -> None:
    """ "van 6 april 2026 tot en met 5 oktober 2026", when there is only one such stretch of time on the paper."""
    found = list(waarden.PERIODE_VAN_TOT.finditer(tekst.tekst))
    if len(found) != 1:
        return
    days = waarden.datums(found[0].group())
    if len(days) != 2:
        return
    for name, (match, day) in zip(("ingangsdatum", last), days, strict=True):
        if name not in outcome.velden:
            start = found[0].start() + match.start()
            outcome.velden[name] = tekst.veld(day.isoformat(), start, start + len(match.group()), 0.93)


def _gaat_in(tekst: Tekst, outcome: Opbrengst) -> None:
    """ "Op 1 november 2026 gaat uw pensioen in": the day before its verb."""
    match = _OP_DAG_GAAT.search(tekst.tekst)
    if match is not None and (day := waarden.datum(match[1])) is not None:
        outcome.velden["ingangsdatum"] = tekst.veld(day.isoformat(), match.start(1), match.end(1), 0.9)


def _vanaf_maand(tekst: Tekst, outcome: Opbrengst) -> None:
    """ "vanaf september 2026": the first of the one month that is named so."""
    found = {}
    if "ingangsdatum" in outcome.velden:
        return
    for match in _VANAF_MAAND.finditer(tekst.plat):
        found[waarden.maand(int(match[2]), waarden.MAANDEN[match[1]])[0]] = match
    if len(found) == 1:
        ((day, match),) = found.items()
        outcome.velden["ingangsdatum"] = tekst.veld(day.isoformat(), match.start(1), match.end(2), 0.85)


_DAGKOP = re.compile(
    r"\W*(?:vandaag|gisteren|(?:ma|di|wo|do|vr|za|zo)[a-z]*\b\.?\s+\d|\d{1,2}\s+[a-z]{3,9}\b|\d{1,2}-\d)"
)


def _bovenste_saldo(tekst: Tekst, outcome: Opbrengst) -> None:
    """On the screen of a banking app: the one amount above the bookings, or the one that has a line of its own."""
    found: dict[str, tuple[int, int]] = {}
    alone: set[str] = set()
    for line in tekst.regels:
        amounts = line.bedragen()
        booked = any(value.teken == "+" or (value.teken == "-" and found) for _, value in amounts)
        if booked or _DAGKOP.match(tekst.plat[line.begin : line.eind]):
            break
        for match, value in amounts:
            if value.met_centen:
                found.setdefault(str(value.geld), (line.begin + match.start(), line.begin + match.end()))
                if match.group().strip() == line.tekst.strip():
                    alone.add(str(value.geld))
    if len(alone) == 1:
        found = {value: place for value, place in found.items() if value in alone}
    if len(found) == 1:
        ((balance, place),) = found.items()
        outcome.velden["eindsaldo"] = tekst.veld(balance, *place, 0.85)


def _saldi(tekst: Tekst, outcome: Opbrengst) -> None:
    """Two balances with their days, behind or under "saldo op": the earlier is the opening, the later the closing
    balance."""
    found = sorted(hit for match in _SALDO_OP.finditer(tekst.plat) if (hit := _saldo_met_dag(tekst, match)) is not None)
    if len(found) == 2 and found[0][0] < found[1][0]:
        for name, (_, start, end, value) in zip(("beginsaldo", "eindsaldo"), found, strict=True):
            outcome.velden[name] = tekst.veld(value, start, end, 0.95)


_SALDO_NU = re.compile(r"(?m)(?:^|   |\| )\s*saldo\s*:\s*")


def _saldo_nu(tekst: Tekst, outcome: Opbrengst) -> None:
    """The one balance of a list of bookings: "Saldo op 30-09-2026: …" on its last day, or "Saldo: …" above it."""
    dated = [hit for match in _SALDO_OP.finditer(tekst.plat) if (hit := _saldo_met_dag(tekst, match)) is not None]
    last = outcome.periode[1] if outcome.periode else None
    found = [hit[1:] for hit in dated if last is None or hit[0] == last]
    for match in _SALDO_NU.finditer(tekst.plat):
        line = tekst.regels[tekst.regel_op(match.end() - 1)]
        found += [
            (match.end() + first, match.end() + end, value)
            for first, end, value in vind_saldo(tekst.tekst[match.end() : line.eind])[:1]
            if first < 4
        ]
    if len({value for _, _, value in found}) == 1:
        start, end, value = found[0]
        outcome.velden["eindsaldo"] = tekst.veld(value, start, end, 0.85)


def _saldo_met_dag(tekst: Tekst, match: re.Match[str]) -> tuple[date, int, int, str] | None:
    number = tekst.regel_op(match.start())
    end = tekst.regels[number].eind
    if (other := _SALDO_OP.search(tekst.plat, match.end(), end)) is not None:
        end = other.start()
    rest = tekst.tekst[match.end() : end]
    days = waarden.datums(rest)
    if not days:
        return None
    behind = [hit for hit in vind_saldo(rest) if hit[0] >= days[0][0].end()]
    if len(behind) == 1 or (behind and not re.search(r"[a-z]{4}", plat(rest[days[0][0].end() : behind[0][0]]))):
        first, last, value = behind[0]
        return days[0][1], match.end() + first, match.end() + last, value
    below = onder(tekst, number, match.start(), match.end() + days[0][0].end(), vind_saldo, 0) if not behind else None
    if below is None or re.search(r"[a-z]{3}", _kolomtekst(tekst, below.begin)):
        return None  # another label stands before what is under it
    return days[0][1], below.begin, below.eind, below.waarde


def _kolomtekst(tekst: Tekst, start: int) -> str:
    """What stands before a value in its column."""
    line = tekst.regels[tekst.regel_op(start)]
    return tekst.plat[line.begin : start].rsplit("   ", 1)[-1]
