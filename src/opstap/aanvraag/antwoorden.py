"""From what a person typed or chose to facts. A wrong answer names the text that says how to go on. Pure: no Django."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from opstap.aanvraag.vragen import Vraag
from opstap.dossier.feitsoorten import Feitsoort, load_feiten
from opstap.kern.geld import GeenBedrag, Geld

WEET_NIET = "weet_niet"
MAX_TEKST = 500
MAX_PERSONEN = 20
_DAG = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})|(\d{4})-(\d{2})-(\d{2})")
Ruw = str | Sequence[str] | Sequence[Mapping[str, str]] | None


class AntwoordFout(ValueError):
    """An answer that cannot be taken; `sleutel` is the key of the text that says how to write it."""

    def __init__(self, sleutel: str, **waarden: object) -> None:
        super().__init__(sleutel)
        self.sleutel = sleutel
        self.waarden = waarden


def parse_antwoord(vraag: Vraag, ruw: Ruw, bedrag: str = "") -> dict[str, Any]:
    """The facts of one answer, code → value as a fact keeps it (true, "300.00", "2026-08-31", a list); None: not known.

    `ruw` is what the form sent: a text, the chosen codes, or one mapping per person; `bedrag` the amount beside a yes.
    Raises AntwoordFout.
    """
    if ruw == WEET_NIET and vraag.weet_niet:
        return {code: None for code in (vraag.code, vraag.bedrag_code) if code}
    if vraag.soort != "ja_nee_bedrag":
        return {vraag.code: _value(vraag.feit, ruw)}
    says_yes = _ja_nee(vraag.feit, ruw)
    amount = None if says_yes and not bedrag.strip() else _bedrag(vraag.feit, bedrag if says_yes else "0")
    return {vraag.code: says_yes, str(vraag.bedrag_code): amount}


def _value(feit: Feitsoort, ruw: Ruw) -> Any:
    return _KINDS[feit.soort](feit, ruw)


def _text(ruw: Ruw) -> str:
    text = ruw.strip() if isinstance(ruw, str) else ""
    if not text:
        raise AntwoordFout("algemeen.fout_verplicht")
    if len(text) > MAX_TEKST:
        raise AntwoordFout("algemeen.fout_te_lang", aantal=MAX_TEKST)
    return text


def _tekst(_: Feitsoort, ruw: Ruw) -> str:
    return _text(ruw)


def _ja_nee(_: Feitsoort, ruw: Ruw) -> bool:
    choice = _text(ruw)
    if choice not in ("ja", "nee"):
        raise AntwoordFout("algemeen.fout_keuze")
    return choice == "ja"


def _keuze(feit: Feitsoort, ruw: Ruw) -> str:
    choice = _text(ruw)
    if choice not in feit.keuzes:
        raise AntwoordFout("algemeen.fout_keuze")
    return choice


def _meerkeuze(feit: Feitsoort, ruw: Ruw) -> list[str]:
    chosen = [ruw] if isinstance(ruw, str) else list(ruw or ())
    codes = [str(code) for code in chosen if code]
    if any(code not in feit.keuzes for code in codes):
        raise AntwoordFout("algemeen.fout_keuze")
    return [code for code in feit.keuzes if code in codes]


def _bedrag(_: Feitsoort, ruw: Ruw) -> str:
    text = _text(ruw)
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+", text):
        text = text.replace(".", "")
    try:
        amount = Geld.parse(text.removesuffix(",-").removesuffix(",--"))
    except GeenBedrag:
        raise AntwoordFout("algemeen.fout_bedrag") from None
    if amount.cents < 0:
        raise AntwoordFout("algemeen.fout_bedrag")
    return str(amount)


def _aantal(_: Feitsoort, ruw: Ruw) -> int:
    text = _text(ruw)
    if not re.fullmatch(r"[0-9]{1,4}", text):
        raise AntwoordFout("algemeen.fout_getal")
    return int(text)


def _datum(_: Feitsoort, ruw: Ruw) -> str:
    match = _DAG.fullmatch(_text(ruw))
    if not match:
        raise AntwoordFout("algemeen.fout_datum")
    day, month, year, *iso = match.groups()
    try:
        return (date(*map(int, iso)) if iso[0] else date(int(year), int(month), int(day))).isoformat()
    except ValueError:
        raise AntwoordFout("algemeen.fout_datum") from None


def _personen(feit: Feitsoort, ruw: Ruw) -> list[dict[str, Any]]:
    """Each person with the fields that were filled in; a row with nothing in it is left out."""
    lijst, people = load_feiten(), []
    for row in ruw if isinstance(ruw, Sequence) and not isinstance(ruw, str) else ():
        given = {veld: row[veld] for veld in feit.velden if isinstance(row, Mapping) and row.get(veld)}
        if given:
            people.append({v: None if text == WEET_NIET else _value(lijst[v], text) for v, text in given.items()})
    if not people:
        raise AntwoordFout("algemeen.fout_verplicht")
    if len(people) > MAX_PERSONEN:
        raise AntwoordFout("algemeen.fout_te_veel", aantal=MAX_PERSONEN)
    return people


_KINDS: dict[str, Callable[[Feitsoort, Ruw], Any]] = {
    "tekst": _tekst,
    "ja_nee": _ja_nee,
    "keuze": _keuze,
    "meerkeuze": _meerkeuze,
    "bedrag": _bedrag,
    "aantal": _aantal,
    "datum": _datum,
    "personen": _personen,
}
