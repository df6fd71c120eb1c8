"""The answers of a person, checked against the questions. What the aid does not take in is refused, with the reason."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from opstap.kern.commands import InvoerFout, kort
from opstap.kern.ontleden import LANG
from opstap.keuzehulp.methode.model import Catalogus, Vraag

HOOGSTENS_WEEGT = 2
NIET_LETTERS = re.compile(r"[\W_]+")
Paar = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Antwoorden:
    """What the person said: (question, answer) in the order of the questions, and what weighs most."""

    gegeven: tuple[Paar, ...]
    weegt: frozenset[str]

    def without(self, code: str, answer: str) -> Antwoorden:
        """The same answers with one left open."""
        kept = tuple(pair for pair in self.gegeven if pair != (code, answer))
        return Antwoorden(kept, self.weegt - {answer} if code == "belangrijk" else self.weegt)


def read_antwoorden(raw: object, weegt: object, catalogus: Catalogus) -> Antwoorden:
    """Check and order the answers. Raises InvoerFout (one Dutch line) for anything the aid does not take in.

    `weegt` may also stand between the answers; what weighs most counts as important, also when it was not ticked.
    """
    if not isinstance(raw, Mapping):
        raise InvoerFout('antwoorden moet een blok zijn met vragen en antwoorden, zoals {"doel": "leren"}.')
    answers = dict(raw)
    inner = answers.pop("weegt", None)
    if inner is not None and weegt not in (None, [], ()):
        raise InvoerFout("weegt staat er twee keer in. Geef het één keer.")
    heavy = _heavy(inner if inner is not None else weegt, catalogus)
    for key in answers:
        if key not in catalogus.vragen:
            raise InvoerFout(refusal(key, catalogus))
    given: list[Paar] = []
    for code, vraag in catalogus.vragen.items():
        chosen = _chosen(vraag, answers.get(code))
        if code == "belangrijk":
            chosen = chosen + tuple(answer for answer in vraag.antwoorden if answer in heavy and answer not in chosen)
        given += [(code, answer) for answer in vraag.antwoorden if answer in chosen]
    return Antwoorden(tuple(given), frozenset(heavy))


def refusal(key: object, catalogus: Catalogus) -> str:
    """Why the aid does not take in this key: a thing it must never use, or a question it does not know."""
    name = kort(str(key))
    for entry in catalogus.niet_gebruiken:
        if any(_names(word, str(key)) for word in entry.woorden):
            return f"{name}: deze keuzehulp neemt dat niet mee. {entry.tekst} Laat {name} weg."
    near = get_close_matches(name, catalogus.vragen, 1)
    hint = f" Bedoelt u {near[0]}?" if near else f" Zij kent alleen: {', '.join(catalogus.vragen)}."
    return f"{name}: deze keuzehulp neemt dat niet mee.{hint}"


def _names(word: str, key: str) -> bool:
    """Whether a key names this: as a whole word, or for `motivatie*` as the beginning of one.

    Never as a part of another word: a verhouding is no houding, an afwijking no wijk.
    """
    plain = f"_{NIET_LETTERS.sub('_', key[:LANG].lower())}_"
    return f"_{word[:-1]}" in plain if word.endswith("*") else f"_{word}_" in plain


def _chosen(vraag: Vraag, value: Any) -> tuple[str, ...]:
    if value is None:
        return ()
    if isinstance(value, str):
        value = [value]
    elif not isinstance(value, Sequence):
        raise InvoerFout(f"{vraag.code}: geef een antwoord als tekst, of null om het open te laten.")
    elif len(value) > 1 and not vraag.meer_antwoorden:
        raise InvoerFout(f"{vraag.code}: hier past één antwoord. Geef een tekst in plaats van een lijst.")
    for answer in value:
        if not isinstance(answer, str) or answer not in vraag.antwoorden:
            known = "; ".join(vraag.antwoorden)
            raise InvoerFout(f"{vraag.code}: het antwoord {_short(answer)} ken ik niet. Kies uit: {known}.")
    return tuple(value)


def _heavy(value: Any, catalogus: Catalogus) -> tuple[str, ...]:
    if value is None:
        return ()
    if isinstance(value, str):
        value = [value]
    if not isinstance(value, Sequence):
        raise InvoerFout("weegt moet een lijst zijn van hoogstens twee antwoorden onder belangrijk.")
    known = catalogus.vragen["belangrijk"].antwoorden
    for answer in value:
        if not isinstance(answer, str) or answer not in known:
            raise InvoerFout(f"weegt: het antwoord {_short(answer)} ken ik niet. Kies uit: {'; '.join(known)}.")
    heavy = tuple(dict.fromkeys(value))
    if len(heavy) > HOOGSTENS_WEEGT:
        raise InvoerFout("weegt: kies hoogstens twee dingen die het zwaarst wegen.")
    return heavy


def _short(value: object) -> str:
    return f"“{kort(str(value))}”"
