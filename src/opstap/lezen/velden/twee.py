"""Two readings of the same paper: what they agree on is surer, where they differ a person is asked."""

from __future__ import annotations

import re
from dataclasses import replace

from opstap.lezen.model import Vak, Veld, Vraag
from opstap.lezen.noten import ZINNEN
from opstap.lezen.velden.lezing import NIET_SLUITEND
from opstap.lezen.velden.opbrengst import Opbrengst
from opstap.lezen.velden.tekst import omhul, plat
from opstap.lezen.velden.vinders import vind_bedrag, vind_bsn, vind_datum, vind_iban, vind_saldo

VERSCHIL = ZINNEN["lezingen_verschillen"]
NIET_ZEKER = ZINNEN["niet_zeker"]
_PROEF = {"iban", "bsn"}
"""Fields with a check digit: a value that passed it is not doubted because the other reader saw nothing there."""


def oneens(een: Opbrengst, twee: Opbrengst) -> dict[str, Vak]:
    """Field → box, for fields that both readings have with another value, or only one has without a check digit."""
    places = {}
    for name in dict.fromkeys([*een.velden, *twee.velden]):
        one, two = een.velden.get(name), twee.velden.get(name)
        if one is not None and two is not None:
            if one.waarde != two.waarde and one.vak and two.vak and _zelfde_plek(one.vak, two.vak):
                places[name] = omhul([one.vak, two.vak]) or one.vak
        elif (alone := one or two) is not None and alone.vak and name not in _PROEF:
            places[name] = alone.vak
    return places


def _zelfde_plek(one: Vak, two: Vak) -> bool:
    """Whether two boxes lie over each other: then one of the two misread, and neither looked elsewhere."""
    wide, tall = min(one[2], two[2]) - max(one[0], two[0]), min(one[3], two[3]) - max(one[1], two[1])
    small = min((one[2] - one[0]) * (one[3] - one[1]), (two[2] - two[0]) * (two[3] - two[1]))
    return wide > 0 and tall > 0 and wide * tall > 0.4 * small


def samen(een: Opbrengst, twee: Opbrengst, nader: dict[str, list[str]] | None = None) -> Opbrengst:
    """One outcome out of two: proven bookings win, equal fields gain certainty, differing fields become a question.

    `nader`: field → what both readers saw when they looked closer; a value that both then saw, and the other not, is
    taken.
    """
    lead, other = (twee, een) if twee.bewezen and not een.bewezen else (een, twee)
    result = replace(lead, velden={}, vragen=[])
    result.afdekken, result.afdekken_tweede = een.afdekken, twee.afdekken
    if len(other.transacties) > len(lead.transacties) and not lead.bewezen:
        result.transacties, result.tegenrekeningen = other.transacties, other.tegenrekeningen
    for name in dict.fromkeys([*lead.velden, *other.velden]):
        value = _veld(name, lead.velden.get(name), other.velden.get(name), lead.bewezen, (nader or {}).get(name, []))
        if isinstance(value, Veld):
            result.velden[name] = value
        else:
            result.vragen.append(value)
    questions = [*lead.vragen, *([] if lead.bewezen else other.vragen)]
    for question in questions:
        told = result.velden.get(question.veld)
        if told is not None and _is_minder(told, question):
            del result.velden[question.veld]
            question = replace(question, waarden=(*question.waarden, told.waarde))
        if question not in result.vragen and question.veld not in result.velden:
            result.vragen.append(question)
    _dagen(result, lead, other)
    return result


def _veld(name: str, one: Veld | None, two: Veld | None, proven: bool, closer: list[str]) -> Veld | Vraag:
    if one is None or two is None:
        alone = one or two
        assert alone is not None
        if name not in _PROEF and closer and not _gezien(alone.waarde, closer):
            return Vraag(name, NIET_ZEKER, (alone.waarde,))
        return alone if name in _PROEF else replace(alone, zekerheid=min(alone.zekerheid, 0.8))
    if _gelijk(one.waarde, two.waarde) and not _mist_punt(one.waarde, two.waarde):
        better = max((one, two), key=lambda veld: (_letterlijk(veld.waarde, closer), *_mooier(veld.waarde)))
        return replace(better, zekerheid=min(0.99, max(one.zekerheid, two.zekerheid) + 0.05))
    if proven and name in ("beginsaldo", "eindsaldo"):
        return one
    if name == "adres" and (whole := _vollediger(one, two)) is not None:
        return replace(whole, zekerheid=min(whole.zekerheid, 0.85))
    for value, rival in ((one, two), (two, one)):
        if closer and _gezien(value.waarde, closer) and not _ook(rival, value, closer):
            return replace(value, zekerheid=0.85)
    return Vraag(name, VERSCHIL, (one.waarde, two.waarde))


def _vollediger(one: Veld, two: Veld) -> Veld | None:
    """The address that goes on where the other stops: less of it was read, not something else."""
    short, long = sorted((one, two), key=lambda veld: len(_kaal(veld.waarde)))
    return long if _kaal(long.waarde).startswith(_kaal(short.waarde)) else None


def _is_minder(value: Veld, doubt: Vraag) -> bool:
    """Whether this reading shows less than the one of which the end was not seen, or something else."""
    return doubt.reden == NIET_ZEKER and not any(_kaal(value.waarde).startswith(_kaal(seen)) for seen in doubt.waarden)


def _gezien(value: str, closer: list[str]) -> bool:
    """Whether this value was seen in two of the looks and no other value of its form in any, or in three of them; words
    must have been seen by both readers (they take turns in `closer`)."""
    times = sum(staat_in(value, text) for text in closer)
    if times < 2:
        return False
    for finder in _VORMEN:
        seen = [{found for _, _, found in finder(text)} for text in closer]
        if any(value in values for values in seen):
            return times >= 3 or all(values <= {value} for values in seen)
    return all(any(staat_in(value, text) for text in closer[reader::2]) for reader in (0, 1))


def _letterlijk(value: str, closer: list[str]) -> int:
    """In how many looks the value stands sign for sign."""
    return sum(value in " ".join(text.split()) for text in closer)


def _ook(rival: Veld, value: Veld, closer: list[str]) -> bool:
    """Whether the other value was seen as well, not merely as a piece of this one."""
    return _kaal(rival.waarde) not in _kaal(value.waarde) and any(staat_in(rival.waarde, text) for text in closer)


_VORMEN = (vind_bedrag, vind_saldo, vind_datum, vind_iban, vind_bsn)


def staat_in(value: str, text: str) -> bool:
    """Whether this value, in the contract's notation, stands in a text as written on paper."""
    if any(found == value for finder in _VORMEN for _, _, found in finder(text)):
        return True
    if not re.search(r"[A-Za-z]|\d{4,}", value):
        return False
    alike = _O_ALS_NUL if re.search(r"\d", value) else _CIJFER_ALS_LETTER
    signs = re.findall(r"[a-z0-9]", plat(value).translate(alike))
    return bool(re.search(rf"(?<![a-z0-9]){_TUSSEN.join(signs)}(?![a-z0-9])", plat(text).translate(alike)))


_CIJFER_ALS_LETTER, _O_ALS_NUL = str.maketrans("0158|", "olsbl"), str.maketrans("o", "0")
"""Signs that readers take for each other where only the one can stand: in a name no figure, in a number no letter O."""
_TUSSEN = r"[^a-z0-9]{0,3}"
"""What may stand between two signs of a value: spaces and marks are read differently, letters and figures are not."""


def _gelijk(one: str, two: str) -> bool:
    return _kaal(one) == _kaal(two)


def _mist_punt(one: str, two: str) -> bool:
    """Whether a single i has its dot in one reading only: lost, or never there ("Martına", "Aydın")."""
    return one.count("ı") != two.count("ı") and max(one.count("ı"), two.count("ı")) == 1


def _kaal(value: str) -> str:
    """Letters and figures only, for what is no amount and no date: marks and spaces are read differently."""
    if re.fullmatch(r"-?\d+\.\d{2}|\d{4}-\d{2}-\d{2}", value):
        return value
    return re.sub(r"[\s.,'’/-]", "", plat(value))


def _mooier(value: str) -> tuple[int, int, int]:
    """The reading with its accents, its marks and its spaces is the better one to show: readers drop them, and hardly
    ever add one."""
    return sum(not char.isascii() for char in value), len(re.findall(r"[^\w\s]", value)), value.count(" ")


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
