"""Words of a picture that may go on where the reading stopped: then the person is asked instead of told."""

from __future__ import annotations

import re

from opstap.lezen.model import Veld, Vraag, Woord
from opstap.lezen.noten import ZINNEN
from opstap.lezen.velden.opbrengst import Opbrengst
from opstap.lezen.velden.tekst import Tekst

_RAND = 0.988
"""From here on (in widths of the paper) a word touches the right edge: the rest of it may be off the picture."""
_AAN_DE_RAND = ("naam", "adres", "rekeninghouder", "werkgever", "verhuurder", "afzender", "kenmerk", "documentnummer")
_LOOPT_DOOR = ("afzender", "werkgever", "verhuurder", "kenmerk")
_VERDER = {
    "kenmerk": re.compile(r" ?[/.-]? ?\d{1,4}(?=\s*$|   )"),
    "naam": re.compile(r" (?!(?:te|in|aan|en|per|van|op|Datum|Postbus|Telefoon|Tel)\b)[A-Z][a-z]{3,}\S*\s*(?=$|   )"),
}
"""What may belong to a value when it stands right behind it: a last group of figures, a last word of a name."""


def laat_twijfel(tekst: Tekst, outcome: Opbrengst) -> None:
    """Turn values of a picture of which the end was not seen into questions, and a reference that a line end cuts."""
    number = outcome.velden.get("kenmerk")
    if number is not None and number.vak is not None and _breekt_af(tekst, number):
        del outcome.velden["kenmerk"]
        outcome.vragen.append(Vraag("kenmerk", ZINNEN["niet_zeker"], (number.waarde,)))
    if not any(page.uit_beeld for page in tekst.bladzijden):
        return
    if len(_GEEN_JAAR.findall(tekst.tekst)) > 1:
        _vraag_achten(outcome)
    for name in _AAN_DE_RAND:
        value = outcome.velden.get(name)
        if value is not None and value.vak is not None and _gaat_verder(tekst, name, value):
            del outcome.velden[name]
            outcome.vragen.append(Vraag(name, ZINNEN["niet_zeker"], (value.waarde,)))


_GEEN_JAAR = re.compile(r"\b\d{1,2}[./-]\d{1,2}[./-]2[2-9]\d\d\b")
"""A year such as 2826: letters whose nought has a stroke through it were read as eights."""


def _vraag_achten(outcome: Opbrengst) -> None:
    for name, value in list(outcome.velden.items()):
        if "8" in value.waarde and re.fullmatch(r"-?\d+\.\d{2}|\d{4}-\d{2}-\d{2}", value.waarde):
            del outcome.velden[name]
            outcome.vragen.append(Vraag(name, ZINNEN["niet_zeker"], (value.waarde,)))


def _breekt_af(tekst: Tekst, value: Veld) -> bool:
    """Whether groups of figures in running text end with their line and the next line opens with such a group."""
    places = _woorden_in(tekst, value) if re.fullmatch(r"[\d ]+ \d+", value.waarde) else []
    if not places:
        return False
    number = tekst.regel_op(max(end for end, _ in places) - 1)
    line, below = tekst.regels[number], tekst.regels[number + 1 : number + 2]
    ends = max(end for end, _ in places) >= line.begin + len(line.tekst.rstrip())
    return ends and "   " not in line.tekst and bool(below) and re.match(r"\d{2,6}\b", below[0].tekst) is not None


def _gaat_verder(tekst: Tekst, name: str, value: Veld) -> bool:
    places = _woorden_in(tekst, value)
    if not places:
        return False
    if any(word.vak[2] > _RAND for _, word in places):
        return True
    if name not in _LOOPT_DOOR:
        return False
    end = max(end for end, _ in places)
    rest = tekst.tekst[end : tekst.regels[tekst.regel_op(end - 1)].eind]
    return _VERDER["kenmerk" if name == "kenmerk" else "naam"].match(rest) is not None


def _woorden_in(tekst: Tekst, value: Veld) -> list[tuple[int, Woord]]:
    """Where each word in the box of a value ends in the text, with the word on the straight page."""
    assert value.vak is not None
    left, top, right, bottom = value.vak
    found = []
    for line in tekst.regels:
        if line.bladzijde != value.bladzijde:
            continue
        for _, end, word in tekst.plaatsen(line):
            x0, y0, x1, y1 = tekst.origineel(word)
            if left <= (x0 + x1) / 2 <= right and top <= (y0 + y1) / 2 <= bottom:
                found.append((end, word))
    return found
