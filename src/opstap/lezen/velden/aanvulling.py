"""Values that stand in a sentence instead of behind a label: "€ 322 per maand", "van … tot en met …", "saldo op 1
juni"."""

from __future__ import annotations

import re

from opstap.lezen.model import Vraag
from opstap.lezen.noten import ZINNEN
from opstap.lezen.velden import waarden
from opstap.lezen.velden.labels import zoek
from opstap.lezen.velden.opbrengst import Opbrengst
from opstap.lezen.velden.schema import schema
from opstap.lezen.velden.tekst import Tekst
from opstap.lezen.velden.vinders import vind_bedrag

MEER_BEDRAGEN = ZINNEN["meer_bedragen"]
_PER_MAAND = re.compile(r"^\s*,?\s*(?:(?:bruto|netto)\s+)?(?:per|p\.?/?)\s?(?:kind\s+per\s+)?(?:maand|mnd)\b")
_SALDO_OP = re.compile(r"saldo\s+(?:op|per)\s+")


def aanvullen(tekst: Tekst, soort: str, outcome: Opbrengst) -> None:
    """Fill in what the labels did not give; never replaces a value."""
    names = {rule.naam for rule in schema().get(soort, ())}
    if "maandbedrag" in names and "maandbedrag" not in outcome.velden:
        _per_maand(tekst, outcome)
    if {"ingangsdatum", "einddatum"} <= names and "ingangsdatum" not in outcome.velden:
        _van_tot(tekst, outcome)
    if soort == "bankafschrift" and not {"beginsaldo", "eindsaldo"} & set(outcome.velden):
        _saldi(tekst, outcome)


def _per_maand(tekst: Tekst, outcome: Opbrengst) -> None:
    """The one amount that is followed by "per maand"; two different ones become a question."""
    found = [
        (match, value)
        for match, value in waarden.bedragen(tekst.tekst)
        if _PER_MAAND.match(tekst.plat[match.end() : match.end() + 40]) and not _label_eronder(tekst, match.end())
    ]
    values = list(dict.fromkeys(str(value.geld) for _, value in found))
    if len(values) == 1:
        match, value = found[0]
        outcome.velden["maandbedrag"] = tekst.veld(str(value.geld), match.start(), match.end(), 0.92)
    elif not values:
        for hit in zoek(tekst, ("per maand",), vind_bedrag, 12, vooraan=True)[:1]:
            outcome.velden["maandbedrag"] = tekst.veld(hit.waarde, hit.begin, hit.eind, 0.92 * hit.zekerheid)
    else:
        outcome.vragen.append(Vraag("maandbedrag", MEER_BEDRAGEN, tuple(values[:4])))


def _label_eronder(tekst: Tekst, end: int) -> bool:
    """Whether "per maand" opens the next line as the label of an amount of its own."""
    number = tekst.regel_op(end)
    if tekst.tekst[end : tekst.regels[number].eind].strip() or number + 1 >= len(tekst.regels):
        return False
    return bool(waarden.bedragen(tekst.regels[number + 1].tekst))


def _van_tot(tekst: Tekst, outcome: Opbrengst) -> None:
    """ "van 6 april 2026 tot en met 5 oktober 2026", when there is only one such stretch of time on the paper."""
    found = list(waarden.PERIODE_VAN_TOT.finditer(tekst.tekst))
    if len(found) != 1:
        return
    days = waarden.datums(found[0].group())
    if len(days) != 2:
        return
    for name, (match, day) in zip(("ingangsdatum", "einddatum"), days, strict=True):
        if name not in outcome.velden:
            start = found[0].start() + match.start()
            outcome.velden[name] = tekst.veld(day.isoformat(), start, start + len(match.group()), 0.93)


def _saldi(tekst: Tekst, outcome: Opbrengst) -> None:
    """Two balances with their days: the earlier is the opening, the later the closing balance."""
    found = []
    for match in _SALDO_OP.finditer(tekst.plat):
        line = tekst.regels[tekst.regel_op(match.start())]
        rest = tekst.tekst[match.end() : line.eind]
        days = waarden.datums(rest)
        amounts = [(m, v) for m, v in waarden.bedragen(rest) if v.met_centen and days and m.start() >= days[0][0].end()]
        if days and len(amounts) == 1:
            found.append(
                (
                    days[0][1],
                    match.end() + amounts[0][0].start(),
                    match.end() + amounts[0][0].end(),
                    str(amounts[0][1].geld),
                )
            )
    found.sort()
    if len(found) == 2 and found[0][0] < found[1][0]:
        for name, (_, start, end, value) in zip(("beginsaldo", "eindsaldo"), found, strict=True):
            outcome.velden[name] = tekst.veld(value, start, end, 0.95)
