"""A kept answer in another language, for display only: from its own trace (rule, outcome, what it used).

Nothing is worked out again and nothing is kept twice. In Dutch the answer comes back as it is. A step whose rule or
values are not in the trace (a rule that was taken away since) keeps the sentence that was kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from opstap.kern.geld import GeenBedrag, Geld
from opstap.recht.regels import boek, opmerkingen, personen
from opstap.recht.regels.herreken import parse
from opstap.recht.regels.motor import Regel, Soort
from opstap.recht.regels.zinnen import HOOFDTAAL, VAN_WIE, Zinnen, bij, sleutel, zinnen
from opstap.taal import weergave

_WOORDEN = {"ja": "ja", "nee": "nee", "niet bekend": "niet_bekend", "geen maximum": "geen_maximum"}
Antwoord = Mapping[str, Any]


def in_taal(answer: Antwoord, taal: str) -> Antwoord:
    """The answer of `reken` with its steps, remarks and questions in `taal`. Codes, amounts and articles stay."""
    return answer if taal == HOOFDTAAL else vertaal(answer, zinnen(taal))


def verschil_in_taal(made: Mapping[str, Any], taal: str) -> Mapping[str, Any]:
    """The answer of `wat_als.vergelijk` in `taal`: both answers, and the lines of what changes."""
    if taal == HOOFDTAAL:
        return made
    voor, na = in_taal(made["voor"], taal), in_taal(made["na"], taal)
    said = {each["regel"]: each["tekst"] for each in na["stappen"]}
    gone = zinnen(taal).woorden["niet_meer"]
    changed = [each | {"tekst": said.get(each["regel"], gone)} for each in made["veranderd"]]
    return {**made, "voor": voor, "na": na, "veranderd": changed}


def schatting(uren: str, uurloon: Geld, jaar: int, taal: str) -> str:
    """How sure an estimate of net wages is (see `nettoloon.schat`)."""
    template = zinnen(taal).woorden["schatting"]
    return template.format(uren=uren, uurloon=weergave.bedrag(uurloon, taal), jaar=jaar)


def vertaal(answer: Antwoord, said: Zinnen) -> Antwoord:
    """The answer with the sentences of `said`."""
    rules, _ = boek.boek().versie(date.fromisoformat(answer["versie"]["regels"]))
    return {
        **answer,
        "stappen": [_step(each, rules, said) for each in answer["stappen"]],
        "let_op": [_remark(each, rules, said) for each in answer["let_op"]],
        "ontbreekt": [
            each | {"vraag": said.vragen.get(each["gegeven"], each["vraag"])} for each in answer["ontbreekt"]
        ],
    }


def _step(step: dict[str, Any], rules: Mapping[str, Regel], said: Zinnen) -> dict[str, Any]:
    naam = step["regel"]
    if naam.startswith("beleid."):
        return _policy(step, said)
    each = rules.get(naam)
    try:
        return step if each is None else step | _in_words(step, each, said)
    except (KeyError, ValueError):
        return step


def _in_words(step: Mapping[str, Any], each: Regel, said: Zinnen) -> dict[str, str]:
    """Sentence and outcome. Raises KeyError or ValueError when the trace does not fit the rule."""
    outcome, soort = step["uitkomst"], each.soort
    key = bij(each, parse(soort, outcome))
    places = _Places(step, each, said)
    shown = said.keuzes[f"{sleutel(each)}.{outcome}"] if isinstance(soort, tuple) else outcome
    if outcome in ("niet bekend", "geen maximum"):
        shown = said.woorden[_WOORDEN[outcome]]
    return {"tekst": said.regels[key].format_map(places) if key else "", "uitkomst": shown}


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    """Key of an amount, as the trace shows it → its name in the rules."""
    return {key: naam for naam, key in boek.sleutels().items()}


class _Places(dict[str, str]):
    """What a sentence asks for, looked up in the step when it is asked. Raises KeyError for what the step lacks."""

    def __init__(self, step: Mapping[str, Any], each: Regel, said: Zinnen) -> None:
        super().__init__()
        self.step, self.each, self.said = step, each, said
        self.used = {_names().get(key, key): text for key, text in step["gebruikt"].items()}

    def __missing__(self, naam: str) -> str:
        if naam.lower() == "wie":
            who = self.said.woorden[VAN_WIE[self.each.naam[-2:]]]
            return who if naam == "wie" else who[:1].upper() + who[1:]
        if naam == "reden":
            return self.said.redenen[_reason(self.used, self.each.naam[-2:])]
        if naam in ("uitkomst", self.each.naam):
            return _shown(self.each.soort, self.step["uitkomst"], self.said, sleutel(self.each))
        return _shown(boek.soorten()[naam], self.used[naam], self.said, naam)


def _reason(used: Mapping[str, str], wie: str) -> str:
    """The first ground of exclusion that holds, as the rule itself chooses it."""
    for naam, _, _ in personen.REDENEN:
        if used[naam + wie] == ("nee" if naam == "minstens_18" else "ja"):
            return naam
    raise KeyError("reden")


def _shown(soort: Soort, text: str, said: Zinnen, naam: str) -> str:
    """A value of the trace as it reads in a sentence."""
    if not isinstance(soort, str):
        return said.keuzes[f"{naam}.{text}"]
    if text in _WOORDEN:
        return said.woorden[_WOORDEN[text]]
    if soort == "geld":
        return weergave.bedrag(text, said.taal)
    if soort == "procent":
        return weergave.procent(text, said.taal)
    return weergave.datum(date.fromisoformat(text), said.taal, "datum") if soort == "datum" else text


def _policy(step: dict[str, Any], said: Zinnen) -> dict[str, Any]:
    """What the municipality chose, in words; an amount is read as one and stays one in the outcome."""
    naam, chosen = step["regel"].removeprefix("beleid."), step["uitkomst"]
    question, words = said.beleid.get(naam), said.beleid.get(f"{naam}.{chosen}")
    if question is None:
        return step
    try:
        choice = words or weergave.bedrag(chosen, said.taal)
    except GeenBedrag:
        return step
    text = said.woorden["gemeente_koos"].format(keuze=choice, vraag=question)
    return step | {"tekst": text, "uitkomst": words or chosen}


def _remark(row: dict[str, Any], rules: Mapping[str, Regel], said: Zinnen) -> dict[str, Any]:
    """A remark by its code, in the version of the answer's day."""
    for naam, each in opmerkingen.OPMERKINGEN.items():
        if each.code == row["code"] and naam in rules:
            return row | {"tekst": said.opmerkingen[naam]}
    return row
