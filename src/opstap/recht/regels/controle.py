"""Checks on single values: each gives the value as the rules want it, or adds one Dutch line that names the key."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable
from datetime import date
from typing import Any

from opstap.kern.commands import kort
from opstap.kern.geld import GeenBedrag, Geld

_DAG = re.compile(r"\d{4}-\d{2}-\d{2}")
_PROCENT = re.compile(r"\d{1,3}(?:[.,]\d{1,2})?")
_GEWOON = re.compile(r"[0-9]{1,8}\.[0-9]{2}")
"""The usual form of an amount, which needs no further look."""
_BEDRAG = re.compile(r"\s*(?:€\s*)?-?(?:[0-9]+(?:[.,][0-9]{1,2})?|[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]{1,2})\s*")
"""Every form that is read: 1280.31, 1280,31, 1.280,31. Not 1e3, and not 1.280: € 1280 here is € 1.28 elsewhere."""
_HOOGSTE = 10_000_000_000
"""The most that is read as an amount: 100 million euros, in cents."""
Check = Callable[[Any, str, str, list[str]], Any]
"""value, where (\"personen[0].\"), key, faults."""


def dag(waarde: Any, waar: str, naam: str, fouten: list[str]) -> int:
    """An ISO date as ordinal; 0 for none."""
    if waarde is None:
        return 0
    if isinstance(waarde, date):
        return waarde.toordinal()
    if isinstance(waarde, str) and _DAG.fullmatch(waarde):
        try:
            return date.fromisoformat(waarde).toordinal()
        except ValueError:
            pass
    fouten.append(f"{waar}{naam}: {toon(waarde)} is geen dag die bestaat. Schrijf een datum als 2026-07-01.")
    return 0


def ja_nee(waarde: Any, waar: str, naam: str, fouten: list[str]) -> bool:
    """true or false; null counts as not stated."""
    if waarde is None or isinstance(waarde, bool):
        return bool(waarde)
    fouten.append(f"{waar}{naam}: {toon(waarde)} kan niet. Schrijf true of false.")
    return False


def geld(waarde: Any, waar: str, naam: str, fouten: list[str]) -> int:
    """Euros as text or number, as whole cents; never below zero, never absurd."""
    if waarde is None:
        return 0
    if type(waarde) is str and _GEWOON.fullmatch(waarde):
        return int(waarde[:-3] + waarde[-2:])
    try:
        cents = lees_cents(repr(waarde) if isinstance(waarde, float) else waarde)
    except GeenBedrag:
        fouten.append(f"{waar}{naam}: {toon(waarde)} is geen bedrag. Schrijf euro's met twee cijfers, zoals 1280.31.")
        return 0
    if cents < 0:
        fouten.append(f"{waar}{naam}: {toon(waarde)} is lager dan nul. Schrijf 0 of hoger (een tekort is een schuld).")
        return 0
    if cents > _HOOGSTE:
        fouten.append(f"{waar}{naam}: {toon(waarde)} is te hoog om te kloppen. Kijk of de komma goed staat.")
        return 0
    return cents


def lees_cents(waarde: Any) -> int:
    """Euros as a person or a program writes them, as whole cents. Raises GeenBedrag."""
    if isinstance(waarde, str) and not _BEDRAG.fullmatch(waarde):
        raise GeenBedrag(f"geen bedrag: {waarde!r}")
    return Geld.parse(waarde).cents


def geheel(hoogste: int) -> Check:
    """A whole number from 0 up to `hoogste`."""

    def check(waarde: Any, waar: str, naam: str, fouten: list[str]) -> int:
        if waarde is None:
            return 0
        if isinstance(waarde, int) and not isinstance(waarde, bool) and 0 <= waarde <= hoogste:
            return waarde
        fouten.append(f"{waar}{naam}: {toon(waarde)} kan niet. Schrijf een heel getal van 0 tot en met {hoogste}.")
        return 0

    return check


def procent(waarde: Any, waar: str, naam: str, fouten: list[str]) -> int:
    """0 to 100 as hundredths of a percent."""
    tekst = str(waarde) if isinstance(waarde, int | float | str) and not isinstance(waarde, bool) else ""
    if waarde is None:
        return 0
    if _PROCENT.fullmatch(tekst):
        heel, _, rest = tekst.replace(",", ".").partition(".")
        result = int(heel) * 100 + int((rest + "00")[:2])
        if result <= 10_000:
            return result
    fouten.append(f"{waar}{naam}: {toon(waarde)} is geen percentage van 0 tot en met 100.")
    return 0


def een_van(keuzes: Iterable[str]) -> Check:
    """One of these words, as its place in the list."""
    plaatsen = {naam: plaats for plaats, naam in enumerate(keuzes)}
    woorden = ", ".join(naam for naam in plaatsen if naam)

    def check(waarde: Any, waar: str, naam: str, fouten: list[str]) -> int:
        if waarde is None:
            return 0
        if isinstance(waarde, str) and waarde in plaatsen and waarde:
            return plaatsen[waarde]
        fouten.append(f"{waar}{naam}: {toon(waarde)} ken ik niet. Kies uit: {woorden}.")
        return 0

    return check


def drie(waarde: Any, waar: str, naam: str, fouten: list[str]) -> int:
    """0 not stated, 1 yes, 2 no."""
    return 0 if waarde is None else 2 - ja_nee(waarde, waar, naam, fouten)


def tekst(waarde: Any, waar: str, naam: str, fouten: list[str]) -> str:
    """Text, such as a reason."""
    if waarde is None or (isinstance(waarde, str) and len(waarde) <= 4000):
        return waarde or ""
    fouten.append(f"{waar}{naam}: hier hoort een tekst te staan van hoogstens 4000 tekens.")
    return ""


def blok(waarde: Any, waar: str, fouten: list[str], bekend: Container[str]) -> dict[str, Any]:
    """A mapping with known keys only; unknown keys are named. `waar`: the key of the block itself."""
    if not isinstance(waarde, dict):
        fouten.append(f"{waar or 'het bestand'}: hier hoort een blok met sleutels te staan, tussen {{ en }}.")
        return {}
    for naam in waarde:
        if naam not in bekend:
            fouten.append(
                f"{waar}{'.' if waar else ''}{kort(str(naam))}: deze sleutel ken ik niet. "
                "Kijk of de naam goed is geschreven, of haal hem weg."
            )
    return waarde


def lijst(waarde: Any, waar: str, naam: str, fouten: list[str], hoogste: int) -> list[Any]:
    """A list that is not too long."""
    if isinstance(waarde, list | tuple) and len(waarde) <= hoogste:
        return list(waarde)
    fouten.append(f"{waar}{naam}: hier hoort een lijst te staan, tussen [ en ], met hoogstens {hoogste} regels.")
    return []


def toon(waarde: Any) -> str:
    """A value as a person typed it, short and on one line."""
    if isinstance(waarde, bool):
        return "true" if waarde else "false"
    text = " ".join(f'"{waarde}"'.split() if isinstance(waarde, str) else str(waarde).split())
    return kort(text)
