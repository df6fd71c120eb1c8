"""The order of the options. It can be printed and told word for word; nothing is ever added up to a score of a person.

1. Own reasons: answers that fit (the goal counts double, and so does what weighs most).
2. At equal reasons, help without a reserve goes first: no gate of the law, nothing that clashes with one's own words.
   Without this rule an answer could lower the very option it argues for, by opening a gate beside it.
3. Class of the evidence. 4. Number of things to arrange first. 5. A fixed lot per conversation.
Then at most one of each category: four main steps, and a row of three that can go beside them. Help behind a gate of
the law, or that only comes at one's own wish, may stand there only with an own reason that opens it; help that clashes
with an answer only when another answer points to it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from opstap.keuzehulp.methode.invoer import Antwoorden, Paar
from opstap.keuzehulp.methode.klasse import klassen
from opstap.keuzehulp.methode.model import Catalogus, Instrument
from opstap.keuzehulp.methode.spoor import Plaats, Sleutel, Spoor, Waarom, doubles, lot

HOOFDSTAPPEN = 4
ERNAAST = 3
RIJEN_VAN_ROL: tuple[tuple[str, Plaats, int], ...] = (
    ("hoofdstap", "opties", HOOFDSTAPPEN),
    ("ernaast", "ernaast", ERNAAST),
)
ZONDER_VOLGORDE: Mapping[str, tuple[Plaats, Waarom, str]] = {
    "altijd": ("niets_extra", "altijd", ""),
    "wettelijke-route": ("meer", "route", ""),
}
Plek = tuple[Plaats, Waarom, str]


@dataclass(frozen=True, slots=True)
class Feiten:
    """What one kind of help has to do with these answers."""

    instrument: Instrument
    redenen: tuple[Paar, ...]
    botst: tuple[Paar, ...]
    eerst: tuple[str, ...]
    is_open: bool
    key: Sleutel


@dataclass(frozen=True, slots=True)
class Register:
    """The catalogue turned round: from an answer to the kinds of help it touches."""

    past: Mapping[Paar, tuple[str, ...]]
    botst: Mapping[Paar, tuple[str, ...]]
    eerst: Mapping[Paar, tuple[tuple[str, str], ...]]
    altijd_eerst: Mapping[str, tuple[str, ...]]


@lru_cache(maxsize=8)
def register(catalogus: Catalogus) -> Register:
    """Made once for each catalogue."""
    past: dict[Paar, list[str]] = defaultdict(list)
    botst: dict[Paar, list[str]] = defaultdict(list)
    eerst: dict[Paar, list[tuple[str, str]]] = defaultdict(list)
    always: dict[str, tuple[str, ...]] = {}
    for key, one in catalogus.instrumenten.items():
        for blocks, index in ((one.past_bij, past), (one.botst_met, botst)):
            for code, answers in blocks.items():
                for answer in answers:
                    index[(code, answer)].append(key)
        for thing in one.eerst_regelen:
            for code, answers in thing.als.items():
                for answer in answers:
                    eerst[(code, answer)].append((key, thing.code))
        fixed = [thing.code for thing in one.eerst_regelen if not thing.als]
        always[key] = (*fixed, "poort") if one.poort else tuple(fixed)
    return Register(
        {pair: tuple(keys) for pair, keys in past.items()},
        {pair: tuple(keys) for pair, keys in botst.items()},
        {pair: tuple(keys) for pair, keys in eerst.items()},
        always,
    )


def facts(antwoorden: Antwoorden, zaak: str, on: date, catalogus: Catalogus) -> dict[str, Feiten]:
    """What every kind of help has to do with these answers, and the key by which it is put in order."""
    index, classes = register(catalogus), klassen(catalogus, on)
    fits: dict[str, list[Paar]] = defaultdict(list)
    clashes: dict[str, list[Paar]] = defaultdict(list)
    first: dict[str, list[str]] = defaultdict(list)
    for pair in antwoorden.gegeven:
        for key in index.past.get(pair, ()):
            fits[key].append(pair)
        for key in index.botst.get(pair, ()):
            clashes[key].append(pair)
        for key, code in index.eerst.get(pair, ()):
            first[key].append(code)
    found: dict[str, Feiten] = {}
    for key, one in catalogus.instrumenten.items():
        things = (*dict.fromkeys(first.get(key, ())), *index.altijd_eerst[key])
        pairs = tuple(fits.get(key, ())), tuple(clashes.get(key, ()))
        found[key] = _feiten(one, pairs, things, antwoorden, classes[key], lot(zaak, key))
    return dict(sorted(found.items(), key=lambda item: item[1].key))  # sorted once: looking again is then cheap


def without(found: Mapping[str, Feiten], pair: Paar, antwoorden: Antwoorden, catalogus: Catalogus) -> dict[str, Feiten]:
    """The same facts with one answer left open: only the kinds of help it touches are looked at again."""
    index = register(catalogus)
    asked = index.eerst.get(pair, ())
    touched = {*index.past.get(pair, ()), *index.botst.get(pair, ()), *(key for key, _ in asked)}
    fewer = antwoorden.without(*pair)
    still = {thing for other in fewer.gegeven for thing in index.eerst.get(other, ())} if asked else set()
    gone = {thing for thing in asked if thing not in still and thing[1] not in index.altijd_eerst[thing[0]]}
    result = dict(found)
    for key in touched:
        old = found[key]
        things = tuple(code for code in old.eerst if (key, code) not in gone) if gone else old.eerst
        pairs = tuple(one for one in old.redenen if one != pair), tuple(one for one in old.botst if one != pair)
        result[key] = _feiten(old.instrument, pairs, things, fewer, old.key[2], old.key[4])
    return result


def _feiten(
    one: Instrument,
    pairs: tuple[tuple[Paar, ...], tuple[Paar, ...]],
    things: tuple[str, ...],
    antwoorden: Antwoorden,
    klasse: str,
    drawn: str,
) -> Feiten:
    reasons, against = pairs
    count = len(reasons) + len(doubles(reasons, antwoorden)) if reasons else 0
    order = (-count, is_gated(one) or bool(against), klasse, len(things), drawn)
    return Feiten(one, reasons, against, things, one.opens_for(code for code, _ in reasons), order)


def is_gated(instrument: Instrument) -> bool:
    """Whether the law asks for more than the wish of the person before this help may begin."""
    return instrument.poort is not None and instrument.poort.eigen_reden_naast_doel


def rows(found: Mapping[str, Feiten]) -> dict[Plaats, list[str]]:
    """Only what stands among the options and beside, in order."""
    return {plaats: list(chosen(_sorted(found, rol), count).values()) for rol, plaats, count in RIJEN_VAN_ROL}


def places(found: Mapping[str, Feiten]) -> dict[str, Plek]:
    """Where every kind of help stands, and why: the main steps in order, then what can go beside, then the rest."""
    result: dict[str, Plek] = {}
    for rol, plaats, count in RIJEN_VAN_ROL:
        result.update(_places(_sorted(found, rol), plaats, count))
    for key, one in found.items():
        if one.instrument.rol in ZONDER_VOLGORDE:
            result[key] = ZONDER_VOLGORDE[one.instrument.rol]
    return result


def chosen(row: Iterable[Feiten], count: int) -> dict[str, str]:
    """Walk the sorted row: the first `count` that may stand there, one of each category (category to kind of help)."""
    taken: dict[str, str] = {}
    for one in row:
        if len(taken) == count:
            break
        if one.instrument.categorie not in taken and _barred(one) is None:
            taken[one.instrument.categorie] = one.instrument.id
    return taken


def _places(row: Sequence[Feiten], plaats: Plaats, count: int) -> dict[str, Plek]:
    taken = chosen(row, count)
    shown = {one.instrument.id: one for one in row if one.instrument.id in taken.values()}
    result: dict[str, Plek] = {}
    for one in row:
        key, same = one.instrument.id, taken.get(one.instrument.categorie, "")
        barred = _barred(one)
        if key in shown:
            result[key] = (plaats, "gekozen", "")
        elif barred is not None:
            result[key] = ("meer", barred, "")
        elif same:
            result[key] = ("meer", "zelfde_soort", same)
        else:
            result[key] = _behind(one, list(shown.values()))
    return result


def _behind(one: Feiten, shown: Sequence[Feiten]) -> Plek:
    """Why this stands behind all that is shown in its row: the first thing in which it differs from the last of them.

    Nothing else may be told as the reason: what comes later in the rule was not looked at.
    """
    last = shown[-1]
    if one.key[0] != last.key[0]:
        fewer = all(len(one.redenen) < len(other.redenen) for other in shown)
        return ("meer", "minder_redenen" if fewer else "minder_dubbel", "")
    differs = next(index for index, part in enumerate(one.key) if part != last.key[index])
    reserve: Waarom = "gelijk_botst" if one.botst else "gelijk_poort"
    reasons: Mapping[int, Waarom] = {1: reserve, 2: "gelijk_klasse", 3: "gelijk_eerst", 4: "gelijk_lot"}
    return ("meer", reasons[differs], last.instrument.id)


def _sorted(found: Mapping[str, Feiten], rol: str) -> list[Feiten]:
    return sorted((one for one in found.values() if one.instrument.rol == rol), key=lambda one: one.key)


def _barred(one: Feiten) -> Waarom | None:
    """Why this may not stand among the options now; None when it may."""
    if not one.is_open and one.instrument.poort:
        return "poort_doel" if one.redenen else "poort"
    if not one.is_open:
        return "eigen_wens"
    return "botst" if one.botst and not one.redenen else None


def sporen(found: Mapping[str, Feiten], antwoorden: Antwoorden) -> dict[str, Spoor]:
    """The trace of every kind of help, each with its place, in the order of the page."""
    return {key: _spoor(found[key], plek, antwoorden) for key, plek in places(found).items()}


def _spoor(one: Feiten, plek: Plek, antwoorden: Antwoorden) -> Spoor:
    return Spoor(
        instrument=one.instrument.id,
        rol=one.instrument.rol,
        categorie=one.instrument.categorie,
        redenen=one.redenen,
        dubbel=doubles(one.redenen, antwoorden),
        botst=one.botst,
        is_open=one.is_open,
        achter_poort=is_gated(one.instrument),
        klasse=one.key[2],
        eerst=one.eerst,
        lot=one.key[4],
        plaats=plek[0],
        waarom=plek[1],
        anders=plek[2],
    )


def exposure(shown: Iterable[Iterable[str]], known: Iterable[str]) -> tuple[float, float]:
    """Gini of how often each kind of help was shown, and the largest share of the first place. Monitor figures."""
    rows = [list(row) for row in shown]
    counts = Counter(key for row in rows for key in row)
    firsts = Counter(row[0] for row in rows if row)
    values = sorted(counts.get(key, 0) for key in known)
    total = sum(values)
    if not total:
        return 0.0, 0.0
    weighted = sum(rank * value for rank, value in enumerate(values, 1))
    gini = 2 * weighted / (len(values) * total) - (len(values) + 1) / len(values)
    return gini, max(firsts.values()) / len(rows)
