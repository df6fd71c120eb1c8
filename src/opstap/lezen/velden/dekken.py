"""Which places are nobody's business: on statements the words of debits, on a receipt what was bought. Places only."""

from __future__ import annotations

import re

from opstap.lezen.model import Document, Vak, Woord
from opstap.lezen.velden import waarden
from opstap.lezen.velden.lezing import MET_MUTATIES
from opstap.lezen.velden.opbrengst import Opbrengst
from opstap.lezen.velden.tekst import Regel, Tekst, plat

_OPEN = re.compile(
    r"saldo|totaal|periode|iban|rekening|datum|bladzijde|blad|pagina|volgnummer|afschrift|bank|bij|af|bedrag|omschrijving|debet|credit|eur|bic|naam"
)


def te_dekken(document: Document, tekst: Tekst, outcome: Opbrengst) -> list[tuple[int, Vak]]:
    """(page, box) of every word to burn black. What must stay readable (dates, amounts, credits, account) is never
    in it."""
    if document.soort == "kassabon":
        return _bon(document, tekst)
    if document.soort not in MET_MUTATIES:
        return []
    boxes = list(outcome.afdekken)
    if outcome.gevonden == 0 or _ruim(outcome):
        boxes += _onbegrepen(tekst)
    return boxes


def _ruim(outcome: Opbrengst) -> bool:
    """When the bookings could not be proven, what stands outside them is covered too: better too much than too
    little."""
    return not outcome.bewezen and not outcome.transacties


def _bon(document: Document, tekst: Tekst) -> list[tuple[int, Vak]]:
    keep = [veld.vak for veld in document.velden.values() if veld.vak is not None]
    return [
        (line.bladzijde, tekst.origineel(word))
        for line in tekst.regels
        if not re.search(r"\b(?:totaal|te betalen)\b", plat(line.tekst)) and not waarden.datums(line.tekst)
        for word in line.woorden
        if line.met_vak and tekst.origineel(word) not in keep
    ]


def _onbegrepen(tekst: Tekst) -> list[tuple[int, Vak]]:
    """From the first line with a day and an amount on: every word that is no date, no amount and no word of the form
    itself."""
    boxes: list[tuple[int, Vak]] = []
    started = False
    for line in tekst.regels:
        if not line.met_vak:
            continue
        started = started or line.midden > 0.25 or _lijkt_boeking(line)
        if started:
            boxes += [(line.bladzijde, tekst.origineel(word)) for word in line.woorden if not _mag_open(word, line)]
    return boxes


def _lijkt_boeking(line: Regel) -> bool:
    days, amounts = waarden.datums(line.tekst), line.bedragen()
    return bool(days) and days[0][0].start() < 12 and any(value.met_centen for _, value in amounts)


def _mag_open(word: Woord, line: Regel) -> bool:
    plain = plat(word.tekst)
    if _OPEN.search(plain) and len(plain) < 16:
        return True
    return bool(re.fullmatch(r"[-+−€\d.,/:]+", word.tekst)) and len(re.sub(r"\D", "", word.tekst)) < 9
