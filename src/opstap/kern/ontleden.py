"""A JSON text to a document, and which key holds what no document can hold: NaN, a number without end, a key twice."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any
from unicodedata import category

LANG = 1000
"""More of one text is not looked at to show it: a key may be megabytes long."""


def kort(text: str, most: int = 60) -> str:
    """What a person typed, fit for a line that says what is wrong with it: short, and nothing that steers a screen."""
    shown = "".join(" " if sign.isspace() else sign for sign in text[:LANG] if sign.isspace() or not _steers(sign))
    return shown if len(shown) <= most else shown[: most - 3] + "…"


def _steers(sign: str) -> bool:
    """Control characters, and signs that turn or hide the text around them."""
    return category(sign) in ("Cc", "Cf")


class Onbruikbaar:
    """Stands in a document where a value was that cannot be used; `waarom` is the Dutch sentence."""

    __slots__ = ("waarom",)

    def __init__(self, waarom: str) -> None:
        self.waarom = waarom


def ontleed(text: str) -> tuple[Any, str]:
    """The document, and one Dutch line with the key of what cannot be used in it; empty when all can.

    Floats stay text. Raises json.JSONDecodeError, or RecursionError for brackets without end.
    """
    try:
        return _ontleed(text, int)
    except json.JSONDecodeError:
        raise
    except ValueError:  # what Python says to a whole number of thousands of digits, and not where it stands
        return _ontleed(text, _geheel)


def _ontleed(text: str, parse_int: Callable[[str], Any]) -> tuple[Any, str]:
    twice: list[str] = []

    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for key, value in pairs:
            if key in result:
                twice.append(key)
            else:
                result[key] = value
        return result

    spoilt: list[Onbruikbaar] = []

    def constant(name: str) -> Onbruikbaar:
        spoilt.append(Onbruikbaar(f"{name} is geen getal dat Opstap kent. Schrijf een getal, of haal de sleutel weg."))
        return spoilt[-1]

    document = json.loads(text, parse_float=str, parse_int=parse_int, parse_constant=constant, object_pairs_hook=unique)
    if twice:
        return document, f"{kort(twice[0])}: deze sleutel staat er twee keer in. Haal er één weg."
    return document, _fout(document) if spoilt or parse_int is not int else ""


def _geheel(text: str) -> Any:
    try:
        return int(text)
    except ValueError:
        return Onbruikbaar("dit getal heeft te veel cijfers. Kijk of het klopt.")


def _fout(value: Any, path: str = "") -> str:
    """The first value that cannot be used, with the way to it: inkomsten[0].netto."""
    if isinstance(value, Onbruikbaar):
        return f"{path or 'het bestand'}: {value.waarom}"
    if isinstance(value, dict):
        steps = [(f"{path}.{kort(key)}" if path else kort(key), each) for key, each in value.items()]
    else:
        steps = [(f"{path}[{place}]", each) for place, each in enumerate(value)] if isinstance(value, list) else []
    return next((found for step, each in steps if (found := _fout(each, step))), "")
