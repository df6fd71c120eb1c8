"""Two readings of the same paper: what they agree on is surer, where they differ a person is asked."""

from __future__ import annotations

import re
from dataclasses import replace

from opstap.lezen.model import Veld, Vraag
from opstap.lezen.velden.lezing import NIET_SLUITEND
from opstap.lezen.velden.opbrengst import Opbrengst
from opstap.lezen.velden.tekst import plat

VERSCHIL = "twee lezingen verschillen"
_PROEF = {"iban", "bsn"}
"""Fields with a check digit: a value that passed it is not doubted because the other reader saw nothing there."""


def samen(een: Opbrengst, twee: Opbrengst) -> Opbrengst:
    """One outcome out of two: proven bookings win, equal fields gain certainty, differing fields become a question."""
    lead, other = (twee, een) if twee.bewezen and not een.bewezen else (een, twee)
    result = replace(lead, velden={}, vragen=[])
    result.afdekken, result.afdekken_tweede = een.afdekken, twee.afdekken
    if len(other.transacties) > len(lead.transacties) and not lead.bewezen:
        result.transacties, result.tegenrekeningen = other.transacties, other.tegenrekeningen
    for name in dict.fromkeys([*lead.velden, *other.velden]):
        value = _veld(name, lead.velden.get(name), other.velden.get(name), lead.bewezen)
        if isinstance(value, Veld):
            result.velden[name] = value
        else:
            result.vragen.append(value)
    questions = [*lead.vragen, *([] if lead.bewezen else other.vragen)]
    for question in questions:
        if question not in result.vragen and question.veld not in result.velden:
            result.vragen.append(question)
    _dagen(result, lead, other)
    return result


def _veld(name: str, one: Veld | None, two: Veld | None, proven: bool) -> Veld | Vraag:
    if one is None or two is None:
        alone = one or two
        assert alone is not None
        return alone if name in _PROEF else replace(alone, zekerheid=min(alone.zekerheid, 0.8))
    if _gelijk(one.waarde, two.waarde):
        better = one if _mooier(one.waarde) >= _mooier(two.waarde) else two
        return replace(better, zekerheid=min(0.99, max(one.zekerheid, two.zekerheid) + 0.05))
    if proven and name in ("beginsaldo", "eindsaldo"):
        return one
    return Vraag(name, VERSCHIL, (one.waarde, two.waarde))


def _gelijk(one: str, two: str) -> bool:
    return _kaal(one) == _kaal(two)


def _kaal(value: str) -> str:
    return re.sub(r"[\s.,'’-]", "", plat(value)) if re.search(r"[A-Za-z]", value) else value


def _mooier(value: str) -> int:
    """The reading with its spaces is the better one to show."""
    return value.count(" ")


def _dagen(result: Opbrengst, lead: Opbrengst, other: Opbrengst) -> None:
    if lead.datum and other.datum and lead.datum != other.datum:
        result.datum = None
        result.vragen.append(Vraag("datum", VERSCHIL, (lead.datum.isoformat(), other.datum.isoformat())))
    else:
        result.datum = lead.datum or other.datum
    if lead.periode and other.periode and lead.periode != other.periode and not lead.bewezen:
        result.periode = lead.periode if other.afgeleid else other.periode if lead.afgeleid else None
        if result.periode is None:
            shown = tuple(f"{van} t/m {tot}" for van, tot in (lead.periode, other.periode))
            result.vragen.append(Vraag("periode", VERSCHIL, shown))
    else:
        result.periode = lead.periode or other.periode


__all__ = ["NIET_SLUITEND", "VERSCHIL", "samen"]
